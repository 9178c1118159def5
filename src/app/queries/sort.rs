//! The order of a table whose columns sort: by one of them, from either end.

use std::cmp::Ordering;

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Smallest or A first.
    Ascending,
    /// Largest or Z first.
    Descending,
}

/// The order of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort<C> {
    /// By what.
    pub column: C,
    /// Which end first.
    pub direction: Direction,
}

impl Direction {
    /// The other one.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Ascending => Self::Descending,
            Self::Descending => Self::Ascending,
        }
    }
}

impl<C: Copy + PartialEq> Sort<C> {
    /// From this end.
    #[must_use]
    pub fn directed(self, order: Ordering) -> Ordering {
        match self.direction {
            Direction::Ascending => order,
            Direction::Descending => order.reverse(),
        }
    }

    /// From this end; what is not known comes last from either.
    #[must_use]
    pub fn known<T: Ord>(self, a: Option<T>, b: Option<T>) -> Ordering {
        match (a, b) {
            (Some(a), Some(b)) => self.directed(a.cmp(&b)),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }
    }

    /// The order once somebody asks for a column: from its usual end, or from the other where the table is
    /// sorted by it already.
    #[must_use]
    pub fn asked_for(self, column: C, usual: Direction) -> Self {
        let direction = if self.column == column { self.direction.reversed() } else { usual };
        Self { column, direction }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_sorts_already_is_turned_round_and_another_begins_at_its_usual_end() {
        let sort = Sort { column: 'a', direction: Direction::Ascending };
        for (column, direction) in [('a', Direction::Descending), ('b', Direction::Ascending)] {
            assert_eq!(sort.asked_for(column, Direction::Ascending), Sort { column, direction });
        }
        assert_eq!(sort.asked_for('b', Direction::Descending).direction, Direction::Descending);
    }

    #[test]
    fn what_is_not_known_comes_last_from_either_end() {
        for direction in [Direction::Ascending, Direction::Descending] {
            let sort = Sort { column: (), direction };
            assert_eq!(sort.known(Some(1), None), Ordering::Less);
            assert_eq!(sort.known(None, Some(1)), Ordering::Greater);
            assert_eq!(sort.known(None::<u8>, None), Ordering::Equal);
            assert_eq!(sort.known(Some(1), Some(2)), sort.directed(Ordering::Less));
        }
    }
}
