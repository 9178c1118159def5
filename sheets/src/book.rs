//! A book as it is to be written: notes, and sheets with one table each, checked against what a spreadsheet can hold. How
//! it becomes a file is the business of `writing`; what stands in it is the page's, and how a table of a register becomes a
//! sheet is next door in `table`.

mod table;

use std::fmt;

use partnership_risk_core::date::Date;
use partnership_risk_core::exchange::grid::MOST_CELL_CHARACTERS;

/// A book that a spreadsheet can hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    about: About,
    sheets: Vec<Sheet>,
}

/// What is said of the whole book.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence.
    pub subject: String,
    /// The day it was made, which stands in its properties.
    pub made: Date,
    /// What a reader should know, such as what the figures rest on.
    pub notes: Vec<Note>,
}

/// A line of the notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub about: String,
    /// What it says.
    pub text: String,
}

/// A sheet with one table.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What its tab says.
    pub name: String,
    /// A sentence that says what is in the table.
    pub heading: String,
    /// The columns of the table.
    pub columns: Vec<Column>,
    /// The rows, with one cell for each column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub name: String,
    /// How its numbers show.
    pub kind: Kind,
    /// How wide it is, in characters.
    pub width: u16,
}

/// How the numbers of a column show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, which wraps.
    Text,
    /// A number as it is.
    Number,
    /// A day.
    Date,
    /// An amount in pounds.
    Money,
    /// A part of a whole: 0.25 shows as 25.0%.
    Percent,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like: never a formula.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
}

/// The name of the sheet of notes, which comes first.
pub const NOTES: &str = "Notes";

/// The longest name a sheet may have, in UTF-16 units.
pub const LONGEST_SHEET_NAME: usize = 31;
/// The longest name a column of a table may have.
pub const LONGEST_COLUMN_NAME: usize = 255;
/// The most rows a table may have: those of a sheet without heading and names of columns.
pub const MOST_ROWS: usize = 1_048_574;
/// The widest a column may be.
pub const WIDEST: u16 = 255;

/// Why a spreadsheet cannot hold a book; sheets and columns are named, rows counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookError {
    /// A sheet's name is empty, too long, or has characters that a tab cannot show.
    SheetName(String),
    /// Two sheets have one name, or one is called as the notes are.
    RepeatedSheet(String),
    /// A sheet has no columns.
    NoColumns(String),
    /// A column's name is empty or too long; its sheet.
    ColumnName(String),
    /// Two columns have one name; their sheet, the name.
    RepeatedColumn(String, String),
    /// A column is too wide or has no width; its sheet, its name.
    Width(String, String),
    /// A sheet has more rows than it can hold.
    TooManyRows(String),
    /// A row has not one cell for each column; its sheet, the row.
    RowLength(String, usize),
    /// A number is none; its sheet, the row.
    NoNumber(String, usize),
    /// A text is longer than a cell can hold; its sheet, the row.
    TextTooLong(String, usize),
}

impl fmt::Display for BookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SheetName(name) => write!(f, "a sheet cannot be called “{name}”"),
            Self::RepeatedSheet(name) => write!(f, "two sheets would be called “{name}”"),
            Self::NoColumns(sheet) => write!(f, "the sheet “{sheet}” has no columns"),
            Self::ColumnName(sheet) => {
                write!(f, "a column of the sheet “{sheet}” has no name or one too long")
            }
            Self::RepeatedColumn(sheet, name) => {
                write!(f, "two columns of the sheet “{sheet}” are called “{name}”")
            }
            Self::Width(sheet, name) => {
                write!(f, "the column “{name}” of the sheet “{sheet}” cannot be that wide")
            }
            Self::TooManyRows(sheet) => write!(f, "the sheet “{sheet}” has more than {MOST_ROWS} rows"),
            Self::RowLength(sheet, row) => {
                write!(f, "row {row} of the sheet “{sheet}” has not one cell for each column")
            }
            Self::NoNumber(sheet, row) => {
                write!(f, "row {row} of the sheet “{sheet}” has a figure that is no number")
            }
            Self::TextTooLong(sheet, row) => write!(
                f,
                "row {row} of the sheet “{sheet}” has a text of more than {MOST_CELL_CHARACTERS} characters"
            ),
        }
    }
}

impl std::error::Error for BookError {}

impl Book {
    /// A book, if a spreadsheet can hold it; otherwise the first reason why not.
    pub fn new(about: About, sheets: Vec<Sheet>) -> Result<Self, BookError> {
        let mut names = vec![small(NOTES)];
        for sheet in &sheets {
            check_name(&sheet.name)?;
            if names.contains(&small(&sheet.name)) {
                return Err(BookError::RepeatedSheet(sheet.name.clone()));
            }
            names.push(small(&sheet.name));
            sheet.check()?;
        }
        let book = Self { about, sheets };
        if book.notes().any(|note| is_too_long(&note.text) || is_too_long(&note.about)) {
            return Err(BookError::TextTooLong(NOTES.to_owned(), 1));
        }
        Ok(book)
    }

    /// What is said of the whole.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The sheets, in order.
    #[must_use]
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// All lines of the notes: what is in each sheet, and then what else is to be known.
    pub fn notes(&self) -> impl Iterator<Item = Note> + '_ {
        let sheet = |sheet: &Sheet| Note {
            about: format!("Sheet “{}”", sheet.name),
            text: sheet.heading.clone(),
        };
        self.sheets.iter().map(sheet).chain(self.about.notes.iter().cloned())
    }
}

/// Excel takes two names for one where only the size of their letters differs.
fn small(name: &str) -> String {
    name.to_lowercase()
}

fn is_too_long(text: &str) -> bool {
    text.encode_utf16().count() > MOST_CELL_CHARACTERS
}

/// The rules of Excel for the names of sheets, where “History” is taken too.
fn check_name(name: &str) -> Result<(), BookError> {
    let has_wrong_letters =
        name.contains(['[', ']', ':', '*', '?', '/', '\\']) || name.contains(char::is_control);
    let is_wrong = name.trim().is_empty()
        || has_wrong_letters
        || name.encode_utf16().count() > LONGEST_SHEET_NAME
        || name.starts_with('\'')
        || name.ends_with('\'')
        || small(name) == "history";
    if is_wrong { Err(BookError::SheetName(name.to_owned())) } else { Ok(()) }
}

impl Sheet {
    fn check(&self) -> Result<(), BookError> {
        if self.columns.is_empty() {
            return Err(BookError::NoColumns(self.name.clone()));
        }
        if self.rows.len() > MOST_ROWS {
            return Err(BookError::TooManyRows(self.name.clone()));
        }
        if is_too_long(&self.heading) {
            return Err(BookError::TextTooLong(self.name.clone(), 1));
        }
        self.check_columns()?;
        self.rows.iter().zip(1..).try_for_each(|(row, number)| self.check_row(row, number))
    }

    fn check_columns(&self) -> Result<(), BookError> {
        let mut names = Vec::new();
        for column in &self.columns {
            let length = column.name.encode_utf16().count();
            if column.name.trim().is_empty() || length > LONGEST_COLUMN_NAME {
                return Err(BookError::ColumnName(self.name.clone()));
            }
            if column.width == 0 || column.width > WIDEST {
                return Err(BookError::Width(self.name.clone(), column.name.clone()));
            }
            if names.contains(&small(&column.name)) {
                return Err(BookError::RepeatedColumn(self.name.clone(), column.name.clone()));
            }
            names.push(small(&column.name));
        }
        Ok(())
    }

    fn check_row(&self, row: &[Cell], number: usize) -> Result<(), BookError> {
        if row.len() != self.columns.len() {
            return Err(BookError::RowLength(self.name.clone(), number));
        }
        row.iter().try_for_each(|cell| match cell {
            Cell::Number(value) if !value.is_finite() => Err(BookError::NoNumber(self.name.clone(), number)),
            Cell::Text(text) if is_too_long(text) => Err(BookError::TextTooLong(self.name.clone(), number)),
            Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::Date(_) => Ok(()),
        })
    }
}

#[cfg(test)]
mod tests;
