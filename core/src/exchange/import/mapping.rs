//! What the person and the guess have agreed on about a file. It is plain data: the page shows every
//! part of it and lets every part be changed, and the preview is made from it alone.

use super::scales::{Scales, guess_scales};
use crate::catalogue::CategoryId;
use crate::exchange::columns::{Column, Field, Reason, guess_columns};
use crate::exchange::days::{self, DayOrder};
use crate::exchange::kind::Kind;
use crate::exchange::table::Table;
use crate::register::{PartnershipId, Register};

/// How a table becomes things of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// What every row is.
    pub kind: Kind,
    /// What each column holds, in the table's order.
    pub columns: Vec<Column>,
    /// How ratings are written, and the matrix they lie on.
    pub scales: Scales,
    /// What comes first in dates of three numbers, once the file or the person has said so.
    pub dates: Option<DayOrder>,
    /// The partnership of a row that names none.
    pub home: Home,
    /// The category of a row that names none.
    pub category: Option<CategoryId>,
    /// Numbers of rows that the person leaves out.
    pub left_out: Vec<usize>,
    /// What becomes of a row that the register already has.
    pub repeats: Repeats,
}

/// A partnership of the register, or one that the import makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// One of the register.
    Existing(PartnershipId),
    /// The one with this name, in whatever case; made where there is none.
    Named(String),
}

/// What becomes of a row that the register already has: a risk by its partnership and title, other things as
/// their kind tells them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Repeats {
    /// It is left out, so that a file read twice counts once.
    #[default]
    LeaveOut,
    /// It is added once more.
    AddAgain,
}

/// The name of the partnership that rows go to while nobody has said which.
const UNNAMED_HOME: &str = "Imported risks";

/// Guesses everything about a table at once.
#[must_use]
pub fn guess(table: &Table, register: &Register) -> Mapping {
    guess_as(table, table.kind(), register)
}

/// Guesses everything about a table whose rows are of a kind.
#[must_use]
pub fn guess_as(table: &Table, kind: Kind, register: &Register) -> Mapping {
    let columns = guess_columns(table, kind);
    let scales = guess_scales(table, &columns, register);
    let dates = guess_dates(table, &columns);
    let live: Vec<_> = register.partnerships().iter().filter(|partnership| partnership.is_live()).collect();
    let home = match live[..] {
        [only] => Home::Existing(only.id),
        _ => Home::Named(UNNAMED_HOME.to_owned()),
    };
    Mapping {
        kind,
        columns,
        scales,
        dates,
        home,
        category: None,
        left_out: Vec::new(),
        repeats: Repeats::default(),
    }
}

/// What comes first in the dates of a file, if some date of it can be read in one way only.
#[must_use]
pub fn guess_dates(table: &Table, columns: &[Column]) -> Option<DayOrder> {
    match days::order_of(date_cells(table, columns)) {
        days::Said::Certain(order) => Some(order),
        days::Said::NotNeeded | days::Said::Unclear(_) => None,
    }
}

/// All cells of all columns that hold days.
pub(super) fn date_cells<'a>(table: &'a Table, columns: &'a [Column]) -> impl Iterator<Item = &'a str> {
    let places = columns.iter().enumerate().filter(|(_, column)| column.field.is_date());
    places.flat_map(|(place, _)| table.column(place))
}

impl Mapping {
    /// The first column that holds a field.
    #[must_use]
    pub fn column_of(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == field)
    }

    /// The column that says which risk, partnership or other thing a row is.
    #[must_use]
    pub fn naming_column(&self) -> Option<usize> {
        let names = |field: Field| match field {
            Field::Title => true,
            Field::Record(field) => field.is_needed(),
            _ => false,
        };
        self.columns.iter().position(|column| names(column.field))
    }

    /// Whether dates of the file leave open what comes first in them, or somebody has said it.
    #[must_use]
    pub fn asks_for_dates(&self, table: &Table) -> bool {
        let said = days::order_of(date_cells(table, &self.columns));
        self.dates.is_some() || matches!(said, days::Said::Unclear(_))
    }

    /// Looks anew at how ratings and dates are written, after a column was said to hold something else.
    pub fn weigh(&mut self, table: &Table, register: &Register) {
        self.scales = guess_scales(table, &self.columns, register);
        self.dates = guess_dates(table, &self.columns);
    }

    /// Says what a column holds. A column that held it before is no longer imported, and says why.
    /// Scales and dates are left as they are: [`Mapping::weigh`] looks at them anew.
    pub fn set(&mut self, column: usize, field: Field) {
        let Some(chosen) = self.columns.get_mut(column) else { return };
        chosen.field = field;
        chosen.reason = Reason::Chosen;
        let header = chosen.header.clone();
        for (i, other) in self.columns.iter_mut().enumerate() {
            if i != column && other.field == field && !field.may_repeat() {
                other.field = Field::Ignored;
                other.reason = Reason::TakenBy(header.clone());
            }
            if matches!(other.reason, Reason::Rival(with, _) if with == column) {
                other.reason = Reason::TakenBy(header.clone());
            }
        }
    }
}
