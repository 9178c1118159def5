//! Why a file is not read, in sentences that say which limit it breaks, where, and what to do.

use std::fmt;

use partnership_risk_core::exchange::csv::MOST_ROWS;
use partnership_risk_core::exchange::grid::{MOST_CELL_CHARACTERS, column_letters};

use super::{MOST_CELLS, MOST_COLUMNS, MOST_INFLATED, MOST_PARTS, MOST_SHEETS};
use crate::workbook::Place;

/// Why a file is not read; sheets are named, places are as the spreadsheet names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No bytes.
    Empty,
    /// More bytes than are read.
    TooLarge,
    /// It opens with a password only.
    Password,
    /// A workbook of the old Excel, `.xls`.
    OldExcel,
    /// Some other file of the old Office.
    OldOffice,
    /// A binary workbook, `.xlsb`.
    BinaryWorkbook,
    /// No spreadsheet at all.
    NoSpreadsheet,
    /// More parts than a file may be made of; how many it has.
    TooManyParts(usize),
    /// Two parts have one name.
    RepeatedParts,
    /// Its parts are larger than may be once they are inflated; the part where that shows.
    InflatesTooFar(String),
    /// A part cannot be read, or is not as long as it says.
    DamagedPart(String),
    /// The list of parts, or what says how they belong together, cannot be read.
    Damaged,
    /// A part has more styles than any spreadsheet has.
    TooManyStyles,
    /// More sheets than are read.
    TooManySheets(usize),
    /// Not one sheet of cells.
    NoSheets,
    /// A sheet cannot be read.
    DamagedSheet(String),
    /// More cells than are read; the sheet and the place of the first beyond.
    TooManyCells(String, Place),
    /// A sheet with more rows than are read.
    TooManyRows(String),
    /// A cell lies to the right of all that are read.
    TooManyColumns(String, Place),
    /// A cell is longer than a spreadsheet allows.
    CellTooLong(String, Place),
    /// Reading it would take too long: it lists millions of empty cells, or its parts refer to each other many times over.
    TooMuchWork,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty"),
            Self::TooLarge => f.write_str("the file is larger than 10 MB; keep only the sheet with the risks"),
            Self::Password => f.write_str(
                "the file is protected by a password; open it in Excel or LibreOffice and save a copy without one",
            ),
            Self::OldExcel => {
                f.write_str("this is a workbook of the old Excel (.xls); open it in Excel and save it as .xlsx")
            }
            Self::OldOffice => {
                f.write_str("this is a file of the old Office; open it in Excel and save the register as .xlsx")
            }
            Self::BinaryWorkbook => {
                f.write_str("this is a binary workbook (.xlsb); open it in Excel and save it as .xlsx")
            }
            Self::NoSpreadsheet => f.write_str("this is no spreadsheet; save the register as .xlsx, .ods or .csv"),
            Self::TooManyParts(_)
            | Self::RepeatedParts
            | Self::InflatesTooFar(_)
            | Self::DamagedPart(_)
            | Self::Damaged
            | Self::TooManyStyles
            | Self::TooMuchWork => self.of_package(f),
            Self::TooManySheets(_)
            | Self::NoSheets
            | Self::DamagedSheet(_)
            | Self::TooManyCells(..)
            | Self::TooManyRows(_)
            | Self::TooManyColumns(..)
            | Self::CellTooLong(..) => self.of_sheet(f),
        }
    }
}

impl Refusal {
    /// What is wrong with the file as a package of parts; nothing of anything else.
    fn of_package(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MEGABYTES: usize = MOST_INFLATED / 1024 / 1024;
        match self {
            Self::TooManyParts(n) => {
                write!(f, "the file is made of {n} parts; a spreadsheet of at most {MOST_PARTS} is read")
            }
            Self::RepeatedParts => f.write_str("the file has two parts of one name, which no spreadsheet has"),
            Self::InflatesTooFar(part) => write!(
                f,
                "the file would take more than {MEGABYTES} MB once it is unpacked, which shows at its part “{part}”; keep only the sheet with the risks"
            ),
            Self::DamagedPart(part) => write!(
                f,
                "the file is damaged: its part “{part}” cannot be read; open it in Excel or LibreOffice and save it again"
            ),
            Self::Damaged => f.write_str(
                "the file is damaged or was not sent whole; open it in Excel or LibreOffice and save it again",
            ),
            Self::TooManyStyles => f.write_str(
                "the file has more cell styles than Excel allows; copy the sheet with the risks into a new workbook",
            ),
            Self::TooMuchWork => {
                f.write_str(
                "reading the file would take too long: it lists millions of empty cells, or the same part over and over; copy the register into a new workbook",
            )
            }
            _ => Ok(()),
        }
    }

    /// What is wrong with a sheet; nothing of anything else.
    fn of_sheet(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManySheets(n) => {
                write!(f, "the workbook has {n} sheets; one of at most {MOST_SHEETS} is read")
            }
            Self::NoSheets => f.write_str("the workbook has no sheet with cells"),
            Self::DamagedSheet(sheet) => write!(
                f,
                "the sheet “{sheet}” cannot be read; open the file in Excel or LibreOffice and save it again"
            ),
            Self::TooManyCells(sheet, place) => write!(
                f,
                "the workbook has more than {MOST_CELLS} cells with something in them, which shows at {place} of the sheet “{sheet}”; keep only the sheet with the risks"
            ),
            Self::TooManyRows(sheet) => {
                write!(f, "the sheet “{sheet}” has more than {MOST_ROWS} rows, the most that are read")
            }
            Self::TooManyColumns(sheet, place) => write!(
                f,
                "the sheet “{sheet}” has something in {place}; nothing to the right of column {} is read, so clear it",
                column_letters(MOST_COLUMNS - 1)
            ),
            Self::CellTooLong(sheet, place) => write!(
                f,
                "{place} of the sheet “{sheet}” is longer than {MOST_CELL_CHARACTERS} characters; is this a register?"
            ),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for Refusal {}
