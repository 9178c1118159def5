//! Where a risk stood: its score, and the height of its level among the levels of that day's matrix, so that days with
//! different matrices can be set side by side.

use std::cmp::Ordering;

use crate::register::{RiskThen, Snapshot, Stage};
use crate::scale::{Matrix, Score};

/// A level as its place among the levels of its matrix. The lowest of all matrices are equal, so are the highest; in
/// between the share of the way from lowest to highest counts, so that the second of three equals the third of
/// five.
#[derive(Clone, Copy, Debug)]
pub struct Height {
    level: usize,
    /// The highest level of the matrix, which has two levels at least.
    top: usize,
}

/// Where a risk stood on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its score by the matrix of that day.
    pub score: Score,
    /// How high its level stood.
    pub height: Height,
}

impl Height {
    /// The height of a level of a matrix, lowest 0.
    #[must_use]
    pub fn of(matrix: &Matrix, level: usize) -> Self {
        let top = matrix.levels().len() - 1;
        Self { level: level.min(top), top }
    }

    /// The index of the level in its matrix.
    #[must_use]
    pub fn level(self) -> usize {
        self.level
    }

    /// The share of the way from the lowest level to the highest, from 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        self.level as f64 / self.top as f64
    }
}

impl Ord for Height {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.level * other.top).cmp(&(other.level * self.top))
    }
}

impl PartialOrd for Height {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Height {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Height {}

impl Standing {
    pub(super) fn of(snapshot: &Snapshot, risk: &RiskThen, stage: Stage) -> Option<Self> {
        let score = snapshot.score(risk, stage)?;
        Some(Self { score, height: Height::of(&snapshot.matrix, score.level()) })
    }
}

/// Whether two matrices give every rating the same score: names and colours may differ, steps and levels may not.
pub(super) fn rate_alike(a: &Matrix, b: &Matrix) -> bool {
    a.levels().len() == b.levels().len() && a.rows().eq(b.rows())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::preset;

    #[test]
    fn levels_of_different_matrices_are_compared_by_their_share_of_the_way_up() {
        let named = |id| preset::preset(id).expect("shipped").matrix();
        let (three, four, five) = (named("police-2015"), named("five-by-five"), named("iso-27005"));
        for (a, b, order) in [
            (Height::of(&three, 0), Height::of(&four, 0), Ordering::Equal),
            (Height::of(&three, 2), Height::of(&four, 3), Ordering::Equal),
            (Height::of(&three, 1), Height::of(&five, 2), Ordering::Equal),
            (Height::of(&three, 1), Height::of(&four, 1), Ordering::Greater),
            (Height::of(&three, 1), Height::of(&four, 2), Ordering::Less),
            (Height::of(&three, 9), Height::of(&three, 2), Ordering::Equal),
        ] {
            assert_eq!(a.cmp(&b), order, "{a:?} {b:?}");
        }
        assert_eq!(Height::of(&three, 1).share(), 0.5);
    }

    #[test]
    fn matrices_rate_alike_when_their_grids_are_the_same() {
        let named = |id| preset::preset(id).expect("shipped").matrix();
        assert!(rate_alike(&named("five-by-five"), &preset::of_size(5, 5)));
        assert!(!rate_alike(&named("five-by-five"), &named("tri-borough-2017")));
        assert!(!rate_alike(&named("iso-27005"), &named("five-by-five-five-bands")));
    }
}
