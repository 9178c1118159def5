//! From a table to risks: a [`Mapping`] says what the columns hold and how ratings are written, and
//! [`preview()`] shows what every row would become and everything that is wrong, before anything changes.
//! The change is one whole: it exists only while nothing stands in the way. How cells are found in a
//! file is next door in [`super::csv`] and [`super::table`].

mod finding;
mod home;
mod intake;
mod mapping;
mod preview;
mod rating;
mod row;
mod scales;
mod whole;
mod words;

pub use finding::{Finding, Findings, Trouble};
pub use mapping::{Home, Mapping, Repeats, guess};
pub use preview::{Fate, LeftOut, Preview, RowFate, Stamp, preview};
pub use scales::{Remark, Scales, guess_scales};

#[cfg(test)]
mod tests;
