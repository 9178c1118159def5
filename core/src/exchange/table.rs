//! A grid whose columns have names: the row that names them is found (or given), rows above it and blank
//! rows are set aside, and what is odd about the file is kept beside it. What a column holds is next
//! door in [`super::columns`].

use super::csv::{self, Delimiter};
use super::fault::Fault;
use super::grid::{Grid, MOST_COLUMNS};
use super::header;
use super::kind::Kind;
use super::text::{self, Encoding, TextError};
use crate::letters;

/// Named columns and the rows under them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    grid: Grid,
    header: Option<header::Header>,
    headers: Vec<String>,
    body: Vec<u32>,
    faults: Vec<Fault>,
    source: Source,
}

/// How a table was read, for the person to see and to correct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// From text: its encoding, and what parts its cells.
    Text(Encoding, Delimiter),
    /// From the sheet of this name in a workbook.
    Sheet(String),
}

/// What the person has said about a file; nothing said means a guess.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// What parts the cells.
    pub delimiter: Option<Delimiter>,
    /// Which row names the columns.
    pub header: HeaderChoice,
}

/// Which row names the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeaderChoice {
    /// The row that looks most like it.
    #[default]
    Guess,
    /// The row with this number, as the person sees it.
    Row(usize),
    /// None does.
    Absent,
}

/// Reads the bytes of a comma-separated file.
pub fn read_file(bytes: &[u8], reading: Reading) -> Result<Table, TextError> {
    let text = text::read(bytes)?;
    let csv = csv::read(&text.text, reading.delimiter);
    let source = Source::Text(text.encoding, csv.delimiter);
    let mut faults = csv.faults;
    if text.replaced > 0 {
        faults.push(Fault::Unreadable(text.replaced));
    }
    Ok(Table::new(csv.grid, reading.header, faults, source))
}

impl Table {
    /// A table from a grid and what is already known to be wrong with it.
    #[must_use]
    pub fn new(grid: Grid, choice: HeaderChoice, faults: Vec<Fault>, source: Source) -> Self {
        let header = match choice {
            HeaderChoice::Guess => header::find(&grid),
            HeaderChoice::Row(number) => header::at(&grid, number),
            HeaderChoice::Absent => None,
        };
        let first = header.map_or(0, |h| h.last + 1);
        let body: Vec<u32> =
            (first..grid.rows()).filter(|&row| !grid.is_blank(row)).map(|row| row as u32).collect();
        let mut table = Self { grid, header, headers: Vec::new(), body, faults, source };
        table.name_columns();
        table.check();
        table
    }

    fn name_columns(&mut self) {
        let named = self.header.map_or(Vec::new(), |h| header::names(&self.grid, h));
        let filled = |&row: &u32| self.grid.filled_width(row as usize);
        let widest = self.body.iter().map(filled).max().unwrap_or(0);
        // Without names the usual row says how many columns there are; with them, they do.
        let columns = if self.header.is_some() { named.len() } else { widest };
        let name = |i: usize| match named.get(i) {
            Some(name) if !name.is_empty() => name.clone(),
            Some(_) | None => format!("Column {}", i + 1),
        };
        self.headers = (0..columns.min(MOST_COLUMNS)).map(name).collect();
    }

    fn check(&mut self) {
        let width = |row: usize| self.grid.filled_width(row);
        if let Some(row) = (0..self.grid.rows()).find(|&row| width(row) > MOST_COLUMNS) {
            self.faults.push(Fault::TooManyColumns(self.grid.number(row), width(row), MOST_COLUMNS));
        }
        if self.body.is_empty() && !self.faults.iter().any(|f| f.severity() == super::Severity::Problem) {
            self.faults.push(Fault::NoRows);
        } else if self.header.is_none() && !self.body.is_empty() {
            self.faults.push(Fault::NoHeader);
        }
        let names: Vec<String> = self.headers.iter().map(|h| letters::small(h)).collect();
        for (i, name) in names.iter().enumerate() {
            if let Some(first) = names[..i].iter().position(|other| other == name) {
                self.faults.push(Fault::RepeatedHeader(self.headers[i].clone(), first + 1, i + 1));
            }
        }
    }

    /// The names of the columns.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The name of a column; empty where there is no such column.
    #[must_use]
    pub fn header(&self, column: usize) -> &str {
        self.headers.get(column).map_or("", String::as_str)
    }

    /// How many rows there are under the names.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.body.len()
    }

    /// The number a person sees beside a row: its line in the file.
    #[must_use]
    pub fn number(&self, row: usize) -> usize {
        self.grid.number(self.place(row))
    }

    /// The text of a cell without the blanks around it.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.grid.cell(self.place(row), column).trim()
    }

    /// The cells of one column, from top to bottom.
    pub fn column(&self, column: usize) -> impl Iterator<Item = &str> + Clone {
        (0..self.rows()).map(move |row| self.cell(row, column))
    }

    /// How many cells a row has in the file, empty ones included.
    #[must_use]
    pub fn width(&self, row: usize) -> usize {
        self.grid.width(self.place(row))
    }

    /// How many cells a row has up to its last one with text.
    #[must_use]
    pub fn filled_width(&self, row: usize) -> usize {
        self.grid.filled_width(self.place(row))
    }

    /// What its rows seem to be, by the names of its columns.
    #[must_use]
    pub fn kind(&self) -> Kind {
        header::kind_of(&self.headers)
    }

    /// What is wrong with the file as a file.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// How many of the columns are known by their names in a table of its kind.
    #[must_use]
    pub fn known_columns(&self) -> usize {
        header::known_of(self.kind(), &self.headers)
    }

    /// How it was read.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The sheet that it stands in, where it is one of a workbook.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        match &self.source {
            Source::Sheet(name) => Some(name),
            Source::Text(..) => None,
        }
    }

    /// The only column of this name; none where two have it.
    pub(super) fn only_column(&self, name: &str) -> Option<usize> {
        let mut found = (0..self.headers.len()).filter(|&column| self.headers[column] == name);
        found.next().filter(|_| found.next().is_none())
    }

    fn place(&self, row: usize) -> usize {
        self.body.get(row).map_or(usize::MAX, |&place| place as usize)
    }
}
