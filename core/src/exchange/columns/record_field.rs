//! The columns of tables other than those of risks: each is a place among the columns of its kind, and all
//! that is known of it stands there.

use crate::exchange::kind::Kind;
use crate::exchange::records::{Named, named};

/// A column of a kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordField {
    kind: Kind,
    place: usize,
}

impl RecordField {
    /// All of a kind, in the order they are offered.
    pub(in crate::exchange) fn of(kind: Kind) -> impl Iterator<Item = Self> {
        (0..named(kind).len()).map(move |place| Self { kind, place })
    }

    /// The place among the columns of its kind.
    pub(in crate::exchange) fn place(self) -> usize {
        self.place
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.named().map_or("", |named| named.name)
    }

    pub(in crate::exchange) fn is_needed(self) -> bool {
        self.named().is_some_and(|named| named.is_needed)
    }

    pub(in crate::exchange) fn is_wanted(self) -> bool {
        self.named().is_some_and(|named| named.is_wanted)
    }

    pub(in crate::exchange) fn is_date(self) -> bool {
        self.named().is_some_and(|named| named.is_date)
    }

    fn named(self) -> Option<Named> {
        named(self.kind).get(self.place).copied()
    }
}

/// The column that a name in small words stands for, and how sure that is; 0 is surest.
pub(super) fn known(kind: Kind, words: &str) -> Option<(RecordField, usize)> {
    named(kind).iter().enumerate().find_map(|(place, named)| {
        let mut names = std::iter::once(named.name).chain(named.also.split(", "));
        let rank = names.position(|name| !name.is_empty() && name.eq_ignore_ascii_case(words))?;
        Some((RecordField { kind, place }, rank))
    })
}
