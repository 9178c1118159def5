//! Who stands where: our own league table of categories, and how it compares with published ones. The tables of
//! others come from `catalogue`, our risks from `register`; how a single risk is scored is decided in `scale`. What
//! bodies send each other, and what comes of many of them, is in [`peers`].

pub mod comparison;
pub mod overlap;
pub mod peers;
pub mod rank;
pub mod ranking;
pub mod table;

pub use comparison::{Comparison, Depth};
pub use table::{LeagueTable, Measure};
