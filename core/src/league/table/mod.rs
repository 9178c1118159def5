//! Our own league table: which categories of risk stand highest in the register, by a measure of choice. How it
//! compares with the tables of others is next door in [`super::comparison`]; how one risk scores is decided in
//! [`crate::scale`].
//!
//! | module | what belongs there |
//! |---|---|
//! | `measure` | the measures, and which of two categories is the higher |
//! | `scope` | of which partnerships, on which day, risks may count |
//! | `tally` | what risks of one category come to |
//! | `tallies` | what each partnership says of each category, and the table that this makes |
//! | `spread` | how far places and figures would have been others with other partnerships |

mod measure;
mod scope;
mod spread;
mod tallies;
mod tally;

pub use measure::Measure;
pub use scope::{Part, Scope};
pub use spread::{EntrySpread, Spread};
pub(in crate::league) use tallies::Tallies;

use crate::catalogue::CategoryId;
use crate::scale::Score;

/// How many categories a partnership names, as in the surveys that ask for the top five risks.
pub const NAMED_PER_PARTNERSHIP: usize = 5;

/// One line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableEntry {
    /// The category.
    pub category: CategoryId,
    /// What the measure comes to.
    pub value: f64,
    /// The place as printed: 1 for the highest, ties sharing the best place.
    pub rank: u32,
    /// The place as reckoned with: ties sharing the mean place.
    pub mid_rank: f64,
    /// How many risks were counted.
    pub risks: usize,
    /// In how many partnerships.
    pub partnerships: usize,
    /// How many of these name it: have it among their top five.
    pub naming: usize,
    /// The highest of their scores.
    pub highest: Score,
}

/// What the table rests on. Every open risk of the live partnerships it speaks of is in exactly one of the first
/// three numbers, and every one of these partnerships in one of the next two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// Open risks with a current rating and a category.
    pub counted: usize,
    /// Open risks without a current rating.
    pub unrated: usize,
    /// Open risks with a current rating but no category.
    pub uncategorised: usize,
    /// Partnerships with at least one counted risk.
    pub answering: usize,
    /// Partnerships with none.
    pub silent: usize,
    /// Live partnerships of a snapshot that the register no longer has, where the table speaks of a part: whether
    /// they belong to it cannot be told, and nothing of theirs counts.
    pub unplaced: usize,
}

/// The categories of a register in order, highest first; ties in the order of their ids. A category without a
/// counted risk has no line.
#[derive(Clone, Debug, PartialEq)]
pub struct LeagueTable {
    measure: Measure,
    entries: Vec<TableEntry>,
    basis: Basis,
}

impl LeagueTable {
    /// The table of a register, or of a scope of it, by one measure. By a measure that a snapshot cannot tell
    /// ([`Measure::is_known_of_snapshots`]) its table has no line.
    #[must_use]
    pub fn new<'a>(scope: impl Into<Scope<'a>>, measure: Measure) -> Self {
        Tallies::of(scope.into()).table(measure)
    }

    /// What it is ranked by.
    #[must_use]
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// The lines, highest first.
    #[must_use]
    pub fn entries(&self) -> &[TableEntry] {
        &self.entries
    }

    /// What it rests on.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The line of a category.
    #[must_use]
    pub fn entry(&self, category: &CategoryId) -> Option<&TableEntry> {
        self.entries.iter().find(|entry| entry.category == *category)
    }
}

#[cfg(test)]
pub(in crate::league) mod tests;
