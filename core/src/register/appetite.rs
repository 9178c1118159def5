//! How much risk a body accepts: an appetite for each category, the highest level that each appetite
//! tolerates, and the losses it can bear with which chance.

use crate::catalogue::CategoryId;
use crate::choice::choices;
use crate::money::Pence;
use crate::share::Share;

choices! {
    /// An appetite for risk (HM Government, Risk Appetite Guidance Note, 2021).
    AppetiteLevel default Cautious {
        /// Avoiding risk is the key objective.
        Averse = "averse", "Averse";
        /// A strong preference for what is very safe.
        Minimal = "minimal", "Minimal";
        /// A preference for what is safe.
        Cautious = "cautious", "Cautious";
        /// Willing to consider every option.
        Open = "open", "Open";
        /// Eager to try what is new, in spite of more risk.
        Eager = "eager", "Eager";
    }
}

/// How much risk a body accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appetite {
    /// The highest level of the matrix that each appetite tolerates, in the order of
    /// [`AppetiteLevel::ALL`].
    pub tolerated: [usize; AppetiteLevel::ALL.len()],
    /// The appetite for categories that have none of their own.
    pub usual: AppetiteLevel,
    /// Appetites of single categories.
    pub by_category: Vec<(CategoryId, AppetiteLevel)>,
    /// The losses in a year that are tolerated with no more than a certain chance, smallest loss first.
    pub tolerance: Vec<TolerancePoint>,
}

/// A loss in a year that may be exceeded with no more than this chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TolerancePoint {
    /// The loss.
    pub loss: Pence,
    /// The chance of exceeding it in a year.
    pub chance: Share,
}

impl Appetite {
    /// The appetite until a body states its own, on a matrix with so many levels: the averse tolerate the
    /// lowest level, the eager all but the highest, the others what lies between.
    #[must_use]
    pub fn usual(n_levels: usize) -> Self {
        let highest = n_levels.saturating_sub(2);
        let tolerated = [0, 1, 2, 3, 4].map(|place| place * highest / 4);
        Self { tolerated, usual: AppetiteLevel::default(), by_category: Vec::new(), tolerance: Vec::new() }
    }

    /// The appetite for a category, or for risks without one.
    #[must_use]
    pub fn of(&self, category: Option<&CategoryId>) -> AppetiteLevel {
        let own = category.and_then(|id| self.by_category.iter().find(|(own, _)| own == id));
        own.map_or(self.usual, |(_, level)| *level)
    }

    /// The highest level of the matrix that is tolerated in a category.
    #[must_use]
    pub fn highest_tolerated(&self, category: Option<&CategoryId>) -> usize {
        self.tolerated[self.of(category) as usize]
    }

    /// Whether the tolerated losses rise, and none greater is tolerated more often.
    #[must_use]
    pub fn tolerance_is_in_order(&self) -> bool {
        self.tolerance.windows(2).all(|two| two[0].loss < two[1].loss && two[0].chance >= two[1].chance)
    }

    /// Whether it can be held on a matrix with so many levels: every level is one of them, and a greater
    /// appetite tolerates no less.
    #[must_use]
    pub fn fits(&self, n_levels: usize) -> bool {
        self.tolerated.is_sorted() && self.tolerated.iter().all(|level| *level < n_levels)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_appetite_fits_every_matrix() {
        for (n_levels, tolerated) in
            [(2, [0; 5]), (3, [0, 0, 0, 0, 1]), (4, [0, 0, 1, 1, 2]), (5, [0, 0, 1, 2, 3])]
        {
            let usual = Appetite::usual(n_levels);
            assert_eq!(usual.tolerated, tolerated, "{n_levels} levels");
            assert!(usual.fits(n_levels));
        }
    }

    #[test]
    fn a_category_may_have_an_appetite_of_its_own() {
        let safety = CategoryId::new("safeguarding-and-safety");
        let appetite =
            Appetite { by_category: vec![(safety.clone(), AppetiteLevel::Averse)], ..Appetite::usual(5) };
        assert_eq!(appetite.highest_tolerated(Some(&safety)), 0);
        assert_eq!(appetite.highest_tolerated(Some(&CategoryId::new("service-gaps"))), 1);
        assert_eq!(appetite.highest_tolerated(None), 1);
    }

    #[test]
    fn an_appetite_that_contradicts_itself_or_the_matrix_does_not_fit() {
        let usual = Appetite::usual(4);
        assert!(!usual.fits(2));
        assert!(!Appetite { tolerated: [2, 1, 1, 1, 2], ..usual }.fits(4));
    }
}
