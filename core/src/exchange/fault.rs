//! What is wrong with a file as a file, before anybody asks what its cells mean, and how much that
//! matters. What is wrong with a row as a risk is next door in [`super::import`].

use std::fmt;

use super::grid::MOST_CELL_CHARACTERS;

/// Whether something stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look; the import can go on.
    Notice,
    /// Nothing is imported until it is put right.
    Problem,
}

/// What is wrong with a file; rows are counted as a person sees them, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not one row under the names of the columns.
    NoRows,
    /// No row names the columns.
    NoHeader,
    /// More rows than are read; the most.
    TooManyRows(usize),
    /// A row has more cells than are read; the row, its cells, the most.
    TooManyColumns(usize, usize, usize),
    /// A cell is longer than a spreadsheet allows; its row.
    CellTooLong(usize),
    /// A quotation mark is never closed; the row where it opens.
    UnclosedQuote(usize),
    /// Text goes on after a closing quotation mark; the row.
    TextAfterQuote(usize),
    /// Two columns have one name; the name, the places of both counted from 1.
    RepeatedHeader(String, usize, usize),
    /// Characters that could not be read; how many.
    Unreadable(usize),
}

impl Fault {
    /// Whether it stands in the way.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::NoRows
            | Self::TooManyRows(_)
            | Self::TooManyColumns(..)
            | Self::CellTooLong(_)
            | Self::UnclosedQuote(_) => Severity::Problem,
            Self::NoHeader | Self::TextAfterQuote(_) | Self::RepeatedHeader(..) | Self::Unreadable(_) => {
                Severity::Notice
            }
        }
    }

    /// The row it is about, if it is about one.
    #[must_use]
    pub fn row(&self) -> Option<usize> {
        match self {
            Self::TooManyColumns(row, ..)
            | Self::CellTooLong(row)
            | Self::UnclosedQuote(row)
            | Self::TextAfterQuote(row) => Some(*row),
            Self::NoRows
            | Self::NoHeader
            | Self::TooManyRows(_)
            | Self::RepeatedHeader(..)
            | Self::Unreadable(_) => None,
        }
    }
}

impl fmt::Display for Fault {
    /// The sentence without its row, which [`Fault::row`] gives.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRows => f.write_str("the file has no row with a risk in it"),
            Self::NoHeader => {
                f.write_str("no row names the columns; say for each column what it holds, or add such a row")
            }
            Self::TooManyRows(most) => write!(f, "the file has more than {most} rows, the most that are read"),
            Self::TooManyColumns(_, cells, most) => {
                write!(f, "the row has {cells} cells; at most {most} are read")
            }
            Self::CellTooLong(_) => {
                write!(f, "a cell is longer than {MOST_CELL_CHARACTERS} characters; is this a register?")
            }
            Self::UnclosedQuote(_) => f.write_str(
                "a quotation mark opens here and is never closed, so this row and all after it cannot be read",
            ),
            Self::TextAfterQuote(_) => f.write_str(
                "text goes on after a closing quotation mark; check that this row is read as it was meant",
            ),
            Self::RepeatedHeader(name, first, second) => {
                write!(f, "columns {first} and {second} are both called \u{201c}{name}\u{201d}")
            }
            Self::Unreadable(n) => {
                write!(f, "{n} characters of the file could not be read and show as \u{fffd}")
            }
        }
    }
}
