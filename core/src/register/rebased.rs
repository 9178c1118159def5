//! A register that rates by another matrix from now on: its ratings, its appetite and the matrix go over together.
//! Where a single step or level goes is decided in [`crate::scale::rebase`].

use std::rc::Rc;

use super::{Appetite, Change, Organisation, Ratings, Register, Risk, Stage};
use crate::scale::rebase::Rebasing;

impl Register {
    /// Whether any risk is rated, at whatever stage and of whatever status.
    #[must_use]
    pub fn holds_ratings(&self) -> bool {
        let is_rated = |stage: Stage| self.risks().iter().any(|risk| risk.ratings.at(stage).is_some());
        Stage::ALL.into_iter().any(is_rated)
    }

    /// The one change that sets the new matrix, moves every rating and carries the appetite over. Snapshots stay
    /// as they are: they have the matrix of their day. So do the days on which risks were changed: to count by
    /// other steps is not to look at a risk again.
    #[must_use]
    pub fn rebased(&self, rebasing: &Rebasing) -> Change {
        let moved = self.risks().iter().filter_map(|risk| moved(risk, rebasing)).collect();
        Change::All(vec![
            Change::OrganisationSet(self.organisation().rebased(rebasing)),
            Change::RisksPut(moved),
        ])
    }
}

impl Organisation {
    /// The same body with the new matrix, and with the levels that stand for those it tolerates.
    #[must_use]
    pub fn rebased(&self, rebasing: &Rebasing) -> Self {
        let appetite = Rc::new(self.appetite.rebased(rebasing));
        Self { matrix: Rc::new(rebasing.to().clone()), appetite, ..self.clone() }
    }
}

impl Appetite {
    /// The same appetite on the new matrix: the usual levels where they are the usual ones, and else for each level
    /// the one that stands for it.
    fn rebased(&self, rebasing: &Rebasing) -> Self {
        let usual = |n_levels: usize| Self::usual(n_levels).tolerated;
        let is_usual = self.tolerated == usual(rebasing.from().levels().len());
        let tolerated = if is_usual {
            usual(rebasing.to().levels().len())
        } else {
            self.tolerated.map(|level| rebasing.level(level))
        };
        Self { tolerated, ..self.clone() }
    }
}

/// The risk with its ratings moved; none where they stay as they are.
fn moved(risk: &Risk, rebasing: &Rebasing) -> Option<Risk> {
    let at = |stage: Stage| risk.ratings.at(stage).map(|rating| rebasing.rating(rating));
    let ratings =
        Ratings { inherent: at(Stage::Inherent), current: at(Stage::Current), target: at(Stage::Target) };
    (ratings != risk.ratings).then(|| Risk { ratings, ..risk.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::CategoryId;
    use crate::example::fife_council;
    use crate::money::Pence;
    use crate::register::{AppetiteLevel, TolerancePoint};
    use crate::scale::preset::{of_size, preset};
    use crate::share::Share;

    /// Fife's organisation, which has four levels, with this appetite.
    fn organisation(appetite: Appetite) -> Organisation {
        Organisation { appetite: Rc::new(appetite), ..fife_council().organisation().clone() }
    }

    fn onto(organisation: &Organisation, matrix: &str) -> Appetite {
        let to = preset(matrix).expect("shipped").matrix();
        let after = organisation.rebased(&Rebasing::propose(&organisation.matrix, &to));
        assert_eq!(*after.matrix, to);
        (*after.appetite).clone()
    }

    #[test]
    fn the_usual_levels_stay_the_usual_ones_and_others_follow_their_names() {
        let usual = organisation(Appetite::usual(4));
        assert_eq!(onto(&usual, "iso-27005"), Appetite::usual(5));
        let strict = organisation(Appetite { tolerated: [0, 0, 0, 1, 1], ..Appetite::usual(4) });
        // Low and Medium stand above Very low there.
        assert_eq!(onto(&strict, "iso-27005").tolerated, [1, 1, 1, 2, 2]);
    }

    #[test]
    fn whatever_else_the_appetite_says_is_kept() {
        let own = Appetite {
            usual: AppetiteLevel::Averse,
            by_category: vec![(CategoryId::new("service-gaps"), AppetiteLevel::Open)],
            tolerance: vec![TolerancePoint { loss: Pence::default(), chance: Share::NONE }],
            ..Appetite::usual(4)
        };
        let after = onto(&organisation(own.clone()), "police-2015");
        assert_eq!(after, Appetite { tolerated: Appetite::usual(3).tolerated, ..own });
    }

    #[test]
    fn ratings_move_and_nothing_is_looked_at_again() {
        let fife = fife_council();
        let to = of_size(3, 3);
        let change = fife.rebased(&Rebasing::propose(fife.matrix(), &to));
        let after = fife.apply(change).expect("every rating lies on the new matrix");
        assert_eq!(*after.matrix(), to);
        for (before, after) in fife.risks().iter().zip(after.risks()) {
            assert_ne!(before.ratings, after.ratings);
            assert_eq!(Risk { ratings: before.ratings, ..(**after).clone() }, **before);
        }
    }

    #[test]
    fn a_register_holds_ratings_as_soon_as_one_risk_has_one() {
        let fife = fife_council();
        let mut bare = (*fife.risks()[0]).clone();
        bare.ratings = Ratings::default();
        let empty = Register::new(fife.organisation().clone());
        let parts = Change::All(vec![
            Change::PartnershipsPut(fife.partnerships().iter().map(|p| (**p).clone()).collect()),
            Change::RisksPut(vec![bare]),
        ]);
        assert!(fife.holds_ratings() && !empty.holds_ratings());
        assert!(!empty.apply(parts).expect("sound").holds_ratings());
    }
}
