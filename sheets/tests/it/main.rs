//! Spreadsheets as files: what is read of them, what is refused, and what is written.

mod limits;
mod made;
mod meaning;
mod spoilt;
mod tables;
mod written;

#[path = "../../fuzz/src/lib.rs"]
mod fuzz;
