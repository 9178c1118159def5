//! Reading and writing registers as files. A file is read in stages, each a pure function that gives a
//! value and what is wrong with it: bytes to text ([`text`]), text to a grid of cells ([`csv`]), a grid
//! to a table with named columns ([`table`]), what each column holds ([`columns`]), and what each row
//! becomes ([`import`]). What kinds of things rows may be is told in [`kind`]. On the way out a register
//! becomes tables ([`outgoing`]), and each form of a table has one writer ([`sheet`]); what differs between two
//! registers is a table too ([`differences`]). Matrices and surveys come and go in files of their own ([`matrix`],
//! [`survey`]), what is short enough in an address ([`link`]), and what partners are asked and answer in either
//! ([`questionnaire`]). How the product stores its own document is next door in [`crate::document`].

pub mod columns;
pub mod csv;
mod days;
pub mod differences;
mod fault;
pub mod grid;
mod header;
pub mod import;
pub mod kind;
pub mod link;
pub mod matrix;
pub mod outgoing;
pub mod questionnaire;
mod records;
pub mod sheet;
pub mod survey;
pub mod table;
pub mod text;

pub use days::DayOrder;
pub use fault::{Fault, Severity};

#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod fixtures;
