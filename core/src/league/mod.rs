//! Who stands where: our own league table of categories, how it compares with published ones, and how much of good
//! practice our partnerships have. The tables and figures of others come from `catalogue`, our risks from `register`;
//! how a single risk is scored is decided in `scale`. What bodies send each other, and what comes of many of them, is in
//! [`peers`].

pub mod comparison;
#[cfg(test)]
mod fixtures;
mod interval;
pub mod overlap;
pub mod peers;
pub mod practice;
mod proportion;
pub mod rank;
pub mod ranking;
mod resampling;
pub mod table;

pub use comparison::{Comparison, Depth};
pub use interval::Interval;
pub use proportion::{Proportion, ProportionError};
pub use resampling::USUAL_SEED;
pub use table::{LeagueTable, Measure, Part, Scope, Spread, TableEntry};
