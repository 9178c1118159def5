//! A workbook as it was read: sheets by name, each a grid of text cells as a comma-separated file would give it, and what
//! a person should know about a sheet before it is used. How it is read is the business of `reading`.

use std::fmt;

use partnership_risk_core::exchange::grid::{Grid, column_letters};

/// The sheets of a workbook, in its own order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// Every sheet of cells; charts and the like are none.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What its tab says.
    pub name: String,
    /// Every row with something in it, numbered as in the sheet.
    pub grid: Grid,
    /// What is odd about it.
    pub remarks: Vec<Remark>,
}

/// Something about a sheet that a person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// It is hidden in the workbook.
    Hidden,
    /// Cells are merged, and only the first of each group holds their text; how many groups, and where the first is.
    Merged(u32, Place),
    /// Formulas that came to no value, such as `#REF!`; how many, and where the first is.
    Errors(u32, Place),
}

/// Where a cell is, both counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The row.
    pub row: u32,
    /// The column.
    pub column: u32,
}

impl fmt::Display for Place {
    /// As the spreadsheet names it: `C14`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&column_letters(self.column))?;
        write!(f, "{}", u64::from(self.row) + 1)
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hidden => f.write_str("the sheet is hidden in the workbook"),
            Self::Merged(1, place) => {
                write!(f, "cells are merged at {place}; only the first of them holds the text")
            }
            Self::Merged(n, place) => {
                write!(
                    f,
                    "cells are merged in {n} places, the first at {place}; only the first of each group holds the text"
                )
            }
            Self::Errors(1, place) => write!(f, "the formula at {place} has an error instead of a value"),
            Self::Errors(n, place) => {
                write!(f, "{n} formulas have errors instead of values, the first at {place}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named_as_a_spreadsheet_names_them() {
        for (row, column, name) in [
            (0, 0, "A1"),
            (13, 2, "C14"),
            (0, 25, "Z1"),
            (0, 26, "AA1"),
            (6, 701, "ZZ7"),
            (6, 702, "AAA7"),
            (1_048_575, 16_383, "XFD1048576"),
        ] {
            assert_eq!(Place { row, column }.to_string(), name);
        }
    }

    #[test]
    fn one_remark_and_several_read_as_sentences() {
        let place = Place { row: 1, column: 1 };
        for (remark, words) in [
            (Remark::Hidden, "the sheet is hidden in the workbook"),
            (Remark::Merged(1, place), "cells are merged at B2; only the first of them holds the text"),
            (
                Remark::Merged(3, place),
                "cells are merged in 3 places, the first at B2; only the first of each group holds the text",
            ),
            (Remark::Errors(1, place), "the formula at B2 has an error instead of a value"),
            (Remark::Errors(4, place), "4 formulas have errors instead of values, the first at B2"),
        ] {
            assert_eq!(remark.to_string(), words);
        }
    }
}
