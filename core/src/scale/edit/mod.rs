//! Editing a matrix. A [`Draft`] takes one [`Edit`] after another; what would break its shape is refused
//! at once, and what is only unfinished, such as a step without a name, may stand until the draft is
//! checked, which gives a sound [`super::Matrix`] or everything that is wrong. Carrying ratings over to
//! the edited matrix is next door in [`super::rebase`].

mod draft;
mod operation;

pub use draft::{Draft, Place, Problem};
pub use operation::{Edit, EditError};
