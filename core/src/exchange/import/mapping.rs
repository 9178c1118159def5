//! What the person and the guess have agreed on about a file. It is plain data: the page shows every
//! part of it and lets every part be changed, and the preview is made from it alone.

use super::scales::{Scales, guess_scales};
use crate::catalogue::CategoryId;
use crate::exchange::columns::{Column, Field, Reason, guess_columns};
use crate::exchange::table::Table;
use crate::register::{PartnershipId, Register};

/// How a table becomes risks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// What each column holds, in the table's order.
    pub columns: Vec<Column>,
    /// How ratings are written, and the matrix they lie on.
    pub scales: Scales,
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

/// What becomes of a row whose partnership and title the register already has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Repeats {
    /// It is left out, so that a file read twice counts once.
    #[default]
    LeaveOut,
    /// It is added once more.
    AddAgain,
}

/// The name of the partnership that risks go to while nobody has said which.
const UNNAMED_HOME: &str = "Imported risks";

/// Guesses everything about a table at once.
#[must_use]
pub fn guess(table: &Table, register: &Register) -> Mapping {
    let columns = guess_columns(table);
    let scales = guess_scales(table, &columns, register);
    let live: Vec<_> = register.partnerships().iter().filter(|partnership| partnership.is_live()).collect();
    let home = match live[..] {
        [only] => Home::Existing(only.id),
        _ => Home::Named(UNNAMED_HOME.to_owned()),
    };
    Mapping { columns, scales, home, category: None, left_out: Vec::new(), repeats: Repeats::default() }
}

impl Mapping {
    /// The first column that holds a field.
    #[must_use]
    pub fn column_of(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == field)
    }

    /// Says what a column holds. A column that held it before is no longer imported, and says why.
    /// Scales are left as they are: [`guess_scales`] looks at them anew.
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
        }
    }
}
