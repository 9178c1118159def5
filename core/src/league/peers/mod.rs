//! A benchmarking club without a server: each body saves a [`Submission`] of figures without names, anybody puts
//! many of them into one [`PeerPool`], and only what is no small count comes out again, as a [`Cell`]. How one
//! register ranks its own risks is next door in [`super::table`].
//!
//! What protects whom: a submission holds counts of one body and no partnership of its own, so that nobody who
//! is sent one can tell a partnership. Those who merge hold the files; what they show others has been through
//! the suppression.

mod body;
mod cell;
mod export;
mod indicator;
mod pool;
mod quartiles;
mod read;
mod standing;
mod submission;
mod table;
mod veil;
mod wire;
mod written;

pub use cell::{Cell, FEWEST};
pub use export::{NothingToSubmit, submission};
pub use indicator::Indicator;
pub use pool::{Added, PeerPool};
pub use quartiles::Quartiles;
pub use read::{LineError, LineFault, read};
pub use standing::{Aspect, PeerLine, Place, lines};
pub use submission::{Submission, Unsound};
pub use table::{Part, PeerEntry, PeerTable};
pub use wire::Month;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod many;
