//! Comma-separated text to a grid of cells and back, by RFC 4180 as spreadsheets really write it: any of
//! four delimiters, any line end, quoted cells with line breaks in them. The reader is ours because the
//! well-kept crate closes an open quotation mark silently at the end of the file, which would swallow
//! half a register without a word, and does not say in which line a quotation mark opened. Which row
//! names the columns is next door in [`super::table`].
//!
//! A cell of text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or
//! a carriage return) is written with an apostrophe before it; numbers are not, so that -5 stays a
//! number. The reader takes that apostrophe away again, hence nothing is lost either way.

mod delimiter;
mod read;
mod write;

pub use delimiter::Delimiter;
pub use read::{Csv, MOST_ROWS, read};
pub use write::{Cell, write_csv, write_parted};

/// Whether a spreadsheet would run this text as a formula, once apostrophes before it are set aside.
fn runs_as_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}
