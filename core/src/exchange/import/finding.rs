//! What is wrong with a row, a column or the whole of an import, in words that lead to the cell.

use std::fmt;

use crate::date::DateError;
use crate::decimal;
use crate::exchange::columns::Field;
use crate::exchange::fault::{Fault, Severity};
use crate::exchange::grid::column_letters;
use crate::exchange::records::Unread;
use crate::exchange::table::Table;
use crate::letters;
use crate::register::Stage;
use crate::scale::Axis;
use crate::scale::notation::NotationError;

/// One thing that is wrong and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The row as the person sees it in the file, counted from 1.
    pub row: Option<usize>,
    /// The name of the column.
    pub column: Option<String>,
    /// The text it is about, shortened; empty where it is about none.
    pub text: String,
    /// What is wrong.
    pub trouble: Trouble,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// Something about the file as a file.
    File(Fault),
    /// No column holds the risk's title.
    NoTitleColumn,
    /// Two columns hold the same field.
    FieldTwice(Field),
    /// One stage is rated by a pair and by separate columns.
    PairBesideAxes(Stage),
    /// A column rates one axis and none rates the other, named here.
    NoColumnFor(Axis, Stage),
    /// No column holds this, and a table without it means nothing.
    NoColumn(Field),
    /// Another column, named here, could be the same just as well.
    Ambiguous(String),
    /// Dates such as this one could be two days.
    DatesUnclear,
    /// The cell of this field is empty, and a row without it means nothing.
    NoCell(Field),
    /// A cell cannot be read.
    Unread(Unread),
    /// The text names no question of the health check.
    UnknownQuestion,
    /// The question has an answer already, in a row before.
    AnsweredTwice,
    /// The answer is there and its question is not, or the other way round.
    HalfAnswered,
    /// The register has no risk of this title or reference in the partnership.
    UnknownRisk,
    /// The register has no control of this name.
    UnknownControl,
    /// A loss without a single event.
    NoEvents,
    /// No partnership is named for rows that name none.
    NoHome,
    /// The partnership that risks go to is over, so that they would count nowhere.
    HomeIsOver,
    /// The file's scale and the matrix differ in steps: the file's, the matrix's.
    StepsDiffer(Axis, usize, usize),
    /// Another matrix is chosen for a register that holds ratings.
    MatrixStands,
    /// A row has more filled cells than there are columns: its cells, the columns.
    RowTooLong(usize, usize),
    /// Something stands in a row of a sheet to the right of the columns that have a name.
    BesideTable,
    /// A row ends before a title or rating: its cells, the columns.
    RowTooShort(usize, usize),
    /// A row ends before columns that may be empty: its cells, the columns.
    RowPadded(usize, usize),
    /// The row has no title.
    NoTitle,
    /// A rating cell cannot be read.
    Unrated(NotationError),
    /// The cell should hold a letter and a digit.
    NotAPair,
    /// One axis is rated and the other, named here, is empty.
    HalfRated(Axis),
    /// The printed score is not likelihood times impact, which is given.
    ScoreDiffers(f64),
    /// The text names no category; it is kept in the notes.
    UnknownCategory,
    /// The text names no status; it is kept in the notes and the risk counts as open.
    UnknownStatus,
    /// The text names no treatment; it is kept in the notes.
    UnknownTreatment,
    /// The text is no day; it is kept in the notes.
    UnknownDate(DateError),
    /// The text is not one of the words for this field; it is kept in the notes.
    UnknownWord(Field),
    /// The text says neither risk nor opportunity; the row is taken as a risk.
    UnknownSide,
    /// The reference stands in another row too, whose number is given.
    RepeatedReference(usize),
    /// The register has a risk with this reference.
    ReferenceInUse,
    /// The row repeats the partnership and title of another row, whose number is given.
    RepeatedRisk(usize),
    /// The row says the same as another, whose number is given.
    RepeatedRow(usize),
}

impl Trouble {
    /// Whether it stands in the way.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::File(fault) => fault.severity(),
            Self::NoTitleColumn
            | Self::FieldTwice(_)
            | Self::PairBesideAxes(_)
            | Self::NoColumnFor(..)
            | Self::NoHome
            | Self::NoColumn(_)
            | Self::Ambiguous(_)
            | Self::DatesUnclear
            | Self::NoCell(_)
            | Self::Unread(_)
            | Self::UnknownQuestion
            | Self::AnsweredTwice
            | Self::HalfAnswered
            | Self::UnknownRisk
            | Self::UnknownControl
            | Self::NoEvents
            | Self::StepsDiffer(..)
            | Self::MatrixStands
            | Self::RowTooLong(..)
            | Self::RowTooShort(..)
            | Self::NoTitle
            | Self::Unrated(_)
            | Self::NotAPair
            | Self::HalfRated(_) => Severity::Problem,
            Self::RowPadded(..)
            | Self::HomeIsOver
            | Self::ScoreDiffers(_)
            | Self::UnknownCategory
            | Self::UnknownStatus
            | Self::UnknownTreatment
            | Self::UnknownDate(_)
            | Self::UnknownWord(_)
            | Self::UnknownSide
            | Self::BesideTable
            | Self::RepeatedReference(_)
            | Self::ReferenceInUse
            | Self::RepeatedRisk(_)
            | Self::RepeatedRow(_) => Severity::Notice,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(fault) => write!(f, "{fault}"),
            Self::NoTitleColumn => f.write_str("no column holds the risk in words; say which one does"),
            Self::FieldTwice(field) => {
                write!(f, "two columns are said to hold the same: {}", letters::small(field.name()))
            }
            Self::PairBesideAxes(stage) => write!(
                f,
                "the {} rating stands in one column and in separate ones too; leave out one of them",
                letters::small(stage.name())
            ),
            Self::NoColumnFor(axis, stage) => write!(
                f,
                "no column holds the {} {} that belongs beside this one; say which one does, or leave this one out",
                letters::small(stage.name()),
                axis.name()
            ),
            Self::NoHome => f.write_str("say which partnership rows belong to where they name none"),
            Self::NoColumn(field) => {
                write!(f, "no column holds this: {}; say which one does", letters::small(field.name()))
            }
            Self::Ambiguous(other) => {
                write!(f, "could be the same as column \u{201c}{other}\u{201d}; say which of the two is meant")
            }
            Self::DatesUnclear => {
                f.write_str("could be two days; say whether the day or the month comes first in dates")
            }
            Self::NoCell(field) => write!(f, "{} is empty", letters::small(field.name())),
            Self::Unread(unread) => write!(f, "{unread}"),
            Self::UnknownQuestion => f.write_str("is no question of the health check"),
            Self::AnsweredTwice => f.write_str("has an answer already in a row before"),
            Self::HalfAnswered => f.write_str("a question and its answer belong together; one of them is empty"),
            Self::UnknownRisk => f.write_str("is no risk of its partnership in the register"),
            Self::UnknownControl => f.write_str("is no control of the register"),
            Self::NoEvents => f.write_str("a loss has at least one event"),
            Self::HomeIsOver => {
                f.write_str("the partnership is over, so its risks are kept and count in no figure")
            }
            Self::StepsDiffer(axis, file, matrix) => write!(
                f,
                "the file has {file} steps of {} and the matrix has {matrix}; make them the same",
                axis.name()
            ),
            Self::MatrixStands => {
                f.write_str("the register holds ratings, so its matrix stands; change it in the settings, where every rating is shown first")
            }
            Self::RowTooLong(cells, columns) => write!(
                f,
                "has {cells} cells but there are {columns} columns; a cell with a delimiter in it may need quotation marks"
            ),
            Self::BesideTable => {
                f.write_str("what stands to the right of the columns that have a name is not imported")
            }
            Self::RowTooShort(cells, columns) => {
                write!(f, "has {cells} cells but there are {columns} columns, and what is missing is needed")
            }
            Self::RowPadded(cells, columns) => {
                write!(
                    f,
                    "has {cells} cells but there are {columns} columns; those missing are taken as empty"
                )
            }
            Self::NoTitle => f.write_str("the risk has no words"),
            Self::Unrated(error) => write!(f, "{error}"),
            Self::NotAPair => f.write_str("is not a letter and a digit, such as C1"),
            Self::HalfRated(axis) => write!(f, "is rated, but its {} is empty", axis.name()),
            Self::ScoreDiffers(product) => {
                write!(f, "is not likelihood times impact, which is {}", decimal::short(*product, 4))
            }
            Self::UnknownCategory => f.write_str("is not a category here; it is kept in the notes"),
            Self::UnknownStatus => {
                f.write_str("is not a status here; it is kept in the notes and the risk counts as open")
            }
            Self::UnknownTreatment => f.write_str("is not a treatment here; it is kept in the notes"),
            Self::UnknownDate(error) => write!(f, "is {error}; it is kept in the notes"),
            Self::UnknownWord(field) => {
                write!(f, "is not known as {} here; it is kept in the notes", letters::small(field.name()))
            }
            Self::UnknownSide => f.write_str("says neither risk nor opportunity; the row is taken as a risk"),
            Self::RepeatedReference(row) => write!(f, "is the reference of row {row} too"),
            Self::ReferenceInUse => f.write_str("is already the reference of a risk in the register"),
            Self::RepeatedRisk(row) | Self::RepeatedRow(row) => write!(f, "says the same as row {row}"),
        }
    }
}

impl Finding {
    /// Whether it stands in the way.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.trouble.severity()
    }

    /// It in words that lead to its place in the file that the table was read from: the sheet and the cell of a workbook.
    #[must_use]
    pub fn told_of(&self, table: &Table) -> String {
        match table.sheet() {
            Some(sheet) if self.row.is_some() || self.column.is_some() => {
                format!("sheet \u{201c}{sheet}\u{201d}, {}{self}", self.cell(table))
            }
            Some(_) | None => self.to_string(),
        }
    }

    /// Its cell as the sheet names it, where there is one and no doubt which.
    fn cell(&self, table: &Table) -> String {
        let place = self.row.zip(self.column.as_ref().and_then(|name| table.only_column(name)));
        place.map_or_else(String::new, |(row, column)| {
            format!("cell {}{row}, ", column_letters(column as u32))
        })
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.row, &self.column) {
            (Some(row), Some(column)) => write!(f, "row {row}, column \u{201c}{column}\u{201d}: ")?,
            (Some(row), None) => write!(f, "row {row}: ")?,
            (None, Some(column)) => write!(f, "column \u{201c}{column}\u{201d}: ")?,
            (None, None) => {}
        }
        if !self.text.is_empty() {
            write!(f, "\u{201c}{}\u{201d} ", self.text)?;
        }
        write!(f, "{}", self.trouble)
    }
}

/// Findings in the order they were made: the first of each severity, and how many there are in all, so
/// that a file with a hundred thousand slips is answered as quickly as any other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    listed: Vec<Finding>,
    problems: usize,
    notices: usize,
}

impl Findings {
    /// The most findings of one severity that are listed.
    pub const MOST_LISTED: usize = 500;

    /// Those that are listed: the file first, then columns, then row by row.
    #[must_use]
    pub fn listed(&self) -> &[Finding] {
        &self.listed
    }

    /// How many there are of one severity, listed or not.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        match severity {
            Severity::Problem => self.problems,
            Severity::Notice => self.notices,
        }
    }

    pub(super) fn add(&mut self, severity: Severity, finding: impl FnOnce() -> Finding) {
        let count = match severity {
            Severity::Problem => &mut self.problems,
            Severity::Notice => &mut self.notices,
        };
        *count += 1;
        if *count <= Self::MOST_LISTED {
            self.listed.push(finding());
        }
    }

    pub(super) fn push(&mut self, finding: Finding) {
        self.add(finding.severity(), || finding);
    }
}

/// The most characters of a cell that a finding shows.
const MOST_SHOWN: usize = 40;

/// A cell's text as a finding shows it: on one line and not too long.
pub(super) fn shortened(cell: &str) -> String {
    let mut shown: String =
        cell.chars().take(MOST_SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if cell.chars().nth(MOST_SHOWN).is_some() {
        shown.push('\u{2026}');
    }
    shown
}
