//! From a table to things of a register: a [`Mapping`] says what rows are, what the columns hold
//! and how ratings and dates are written, and [`preview()`] shows what every row would become and
//! everything that is wrong, before anything changes. What was agreed on can be remembered ([`remember`]).
//! The change is one whole: it exists only while nothing stands in the way. How cells are found in a
//! file is next door in [`super::csv`] and [`super::table`].

mod finding;
mod home;
mod intake;
mod line;
mod mapping;
mod memory;
mod places;
mod preview;
mod rating;
mod record_intake;
mod records;
mod row;
mod scales;
mod whole;
mod words;

pub use finding::{Finding, Findings, Trouble};
pub use mapping::{Home, Mapping, Repeats, guess, guess_as, guess_dates};
pub use memory::{key, recall, remember};
pub use preview::{Fate, LeftOut, Preview, RowFate, Stamp, preview};
pub use scales::{Remark, Scales, guess_scales};

#[cfg(test)]
mod tests;
