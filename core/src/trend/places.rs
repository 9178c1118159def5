//! How categories moved in our own league table.

use crate::catalogue::CategoryId;
use crate::league::LeagueTable;

/// Where a category stood in a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CategoryPlace {
    /// Its place as printed, 1 for the highest.
    pub rank: u32,
    /// What the measure came to.
    pub value: f64,
}

/// How a category moved from one table to another.
#[derive(Clone, Debug, PartialEq)]
pub struct CategoryMovement {
    /// Which one.
    pub category: CategoryId,
    /// Where it stood before, if it did.
    pub before: Option<CategoryPlace>,
    /// Where it stands after, if it does.
    pub after: Option<CategoryPlace>,
}

impl CategoryMovement {
    /// By how many places it rose; negative where it fell, none where it stands in one table only.
    #[must_use]
    pub fn places_up(&self) -> Option<i64> {
        Some(i64::from(self.before?.rank) - i64::from(self.after?.rank))
    }
}

/// How each category moved, in the order of the later table, then those that stood in the earlier only. Tables by
/// different measures have nothing to say to one another: then there is no movement.
#[must_use]
pub fn places_moved(before: &LeagueTable, after: &LeagueTable) -> Vec<CategoryMovement> {
    if before.measure() != after.measure() {
        return Vec::new();
    }
    let movement = |category: &CategoryId| CategoryMovement {
        category: category.clone(),
        before: place(before, category),
        after: place(after, category),
    };
    let now = after.entries().iter().map(|entry| movement(&entry.category));
    let gone = before.entries().iter().filter(|entry| after.entry(&entry.category).is_none());
    now.chain(gone.map(|entry| movement(&entry.category))).collect()
}

fn place(table: &LeagueTable, category: &CategoryId) -> Option<CategoryPlace> {
    table.entry(category).map(|entry| CategoryPlace { rank: entry.rank, value: entry.value })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::movement::tests::{snapshot, then};
    use super::*;
    use crate::league::{Measure, Scope};
    use crate::register::{Organisation, Register, RiskThen, Status};
    use crate::scale::preset;

    fn table(measure: Measure, risks: Vec<RiskThen>) -> LeagueTable {
        let register = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
        let then = snapshot(1, preset::of_size(5, 5), risks);
        LeagueTable::new(Scope { snapshot: Some(&then), ..Scope::from(&register) }, measure)
    }

    #[test]
    fn a_category_moves_by_the_places_between_the_tables() {
        let risk = |bits, category, rating| then(bits, category, Some(rating), Status::Open);
        let before = vec![risk(1, "a", (5, 5)), risk(2, "b", (4, 4)), risk(3, "c", (1, 1))];
        let after = vec![risk(1, "a", (2, 2)), risk(2, "b", (4, 4)), risk(4, "d", (5, 5))];
        let table = |risks: &[RiskThen]| table(Measure::MeanScore, risks.to_vec());
        let moved = places_moved(&table(&before), &table(&after));
        let rank = |place: Option<CategoryPlace>| place.map(|place| place.rank);
        let told: Vec<_> = moved
            .iter()
            .map(|m| (m.category.as_str(), rank(m.before), rank(m.after), m.places_up()))
            .collect();
        assert_eq!(
            told,
            [
                ("d", None, Some(1), None),
                ("b", Some(2), Some(2), Some(0)),
                ("a", Some(1), Some(3), Some(-2)),
                ("c", Some(3), None, None),
            ]
        );
    }

    #[test]
    fn tables_by_different_measures_are_not_compared() {
        let risks = || vec![then(1, "a", Some((5, 5)), Status::Open)];
        let (mean, highest) = (table(Measure::MeanScore, risks()), table(Measure::HighestScore, risks()));
        assert_eq!((places_moved(&mean, &highest).len(), places_moved(&mean, &mean).len()), (0, 1));
    }
}
