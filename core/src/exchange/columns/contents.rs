//! What the cells of a column look like, where its name leaves open what it holds.

use crate::exchange::table::Table;
use crate::letters;
use crate::scale::notation::{Notation, split_pair};

/// How many filled cells of a column look like what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Contents {
    filled: usize,
    ratings: usize,
    pairs: usize,
    sides: usize,
    characters: usize,
}

/// How many rows are looked at.
const SAMPLE: usize = 500;

impl Contents {
    pub(super) fn of(table: &Table, column: usize) -> Self {
        let mut contents = Self::default();
        for cell in table.column(column).take(SAMPLE).filter(|cell| !cell.is_empty()) {
            contents.filled += 1;
            contents.ratings += usize::from(looks_like_rating(cell));
            contents.pairs += usize::from(split_pair(cell).is_some());
            contents.sides += usize::from(Side::of(cell).is_some());
            contents.characters += cell.chars().count();
        }
        contents
    }

    pub(super) fn are_blank(self) -> bool {
        self.filled == 0
    }

    /// Most cells could stand on a scale.
    pub(super) fn are_ratings(self) -> bool {
        self.filled > 0 && self.ratings * 2 >= self.filled
    }

    /// Most cells hold a letter and a digit.
    pub(super) fn are_pairs(self) -> bool {
        self.filled > 0 && self.pairs * 2 >= self.filled
    }

    /// Every cell says risk or opportunity.
    pub(super) fn are_sides(self) -> bool {
        self.filled > 0 && self.sides == self.filled
    }

    /// Most cells are sentences rather than marks.
    pub(super) fn are_text(self) -> bool {
        !self.are_ratings() && !self.are_pairs() && self.characters > self.filled * 12
    }
}

fn looks_like_rating(cell: &str) -> bool {
    cell.len() <= 40 && Notation::guess(std::iter::once(cell)).is_some()
}

/// Whether a row is something that could go wrong or something that could go well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Side {
    /// A risk, or threat.
    Risk,
    /// An opportunity.
    Opportunity,
}

impl Side {
    /// The side that a cell names.
    pub(in crate::exchange) fn of(cell: &str) -> Option<Self> {
        match letters::small(cell.trim()).as_str() {
            "r" | "risk" | "t" | "threat" | "downside" => Some(Self::Risk),
            "o" | "opp" | "opportunity" | "upside" => Some(Self::Opportunity),
            _ => None,
        }
    }
}
