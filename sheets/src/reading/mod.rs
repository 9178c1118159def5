//! The bytes of an `.xlsx` or `.ods` file to a workbook. A file is taken apart within limits first (`package`), so that what
//! follows is never handed more than it can take; then each format has its reader (`xlsx`, `ods`), and both lay the text
//! of their cells (`typed`) into one kind of sheet (`laying`).

mod budget;
mod laying;
mod ods;
mod package;
mod refusal;
mod stored;
mod typed;
mod xlsx;

pub use refusal::Refusal;

use crate::workbook::Workbook;
use package::{Format, Package};

/// The most parts a file may be made of.
pub const MOST_PARTS: usize = 200;
/// How many bytes the parts that are read may have in all, once they are inflated.
pub const MOST_INFLATED: usize = 50 * 1024 * 1024;
/// The most sheets a workbook may have.
pub const MOST_SHEETS: usize = 100;
/// The most cells with something in them that a workbook may have: ten thousand rows of 25.
pub const MOST_CELLS: usize = 250_000;
/// The most cells that the sheets of Excel may list, empty ones included.
pub const MOST_LISTED: usize = 2_000_000;
/// The most columns a sheet may have something in.
pub const MOST_COLUMNS: u32 = 200;

/// Reads a workbook, or says why not. What it costs is bounded by the limits, whatever the bytes are.
pub fn read(bytes: &[u8]) -> Result<Workbook, Refusal> {
    let package = Package::open(bytes)?;
    let workbook = match package.format() {
        Format::Xlsx => xlsx::read(package)?,
        Format::Ods => ods::read(package)?,
    };
    if workbook.sheets.is_empty() { Err(Refusal::NoSheets) } else { Ok(workbook) }
}
