//! Several checks beside one another by theme, the neediest first: how the partnerships of a body compare, and
//! what is weak in all of them. What one check comes to is next door in `score`.

use std::cmp::Ordering;

use super::score::{Score, mean, weakest};
use super::theme::Theme;
use crate::order::order_by;
use crate::share::Share;

/// One check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<K> {
    /// What it is the check of.
    pub key: K,
    overall: Option<Share>,
    themes: [Option<Share>; Theme::COUNT],
    is_provisional: bool,
}

impl<K> Row<K> {
    /// The overall share; none while no question counts.
    #[must_use]
    pub fn overall(&self) -> Option<Share> {
        self.overall
    }

    /// The share of a theme; none while no question of it counts.
    #[must_use]
    pub fn theme(&self, theme: Theme) -> Option<Share> {
        self.themes[theme as usize]
    }

    /// The theme with the lowest share, the first of several.
    #[must_use]
    pub fn weakest(&self) -> Option<Theme> {
        weakest(&self.themes)
    }

    /// Whether answers that are still to come may change it.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.is_provisional
    }
}

/// The theme that is weakest across all checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weakest {
    /// The theme.
    pub theme: Theme,
    /// Its mean share.
    pub mean: Share,
    /// Over how many checks.
    pub checks: usize,
}

/// Several checks, the one with the lowest overall share first, equal ones in the order given, those without a
/// share last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spectrum<K> {
    rows: Vec<Row<K>>,
}

impl<K: Clone> Spectrum<K> {
    /// These checks in order.
    #[must_use]
    pub fn new(checks: &[(K, &Score)]) -> Self {
        let shares: Vec<_> = checks.iter().map(|(_, score)| score.overall().share()).collect();
        let order = order_by(shares.len(), &|a, b| by_need(shares[a], shares[b]));
        Self { rows: order.into_iter().map(|place| row(&checks[place])).collect() }
    }

    /// The checks, the neediest first.
    #[must_use]
    pub fn rows(&self) -> &[Row<K>] {
        &self.rows
    }

    /// The mean share of a theme over the checks that have one: each check weighs the same, however many of its
    /// questions apply.
    #[must_use]
    pub fn mean(&self, theme: Theme) -> Option<Share> {
        mean(&self.shares(theme))
    }

    /// The theme with the lowest mean share, the first of several; none while no question counts anywhere.
    #[must_use]
    pub fn weakest(&self) -> Option<Weakest> {
        let theme = weakest(&Theme::ALL.map(|theme| self.mean(theme)))?;
        Some(Weakest { theme, mean: self.mean(theme)?, checks: self.shares(theme).len() })
    }

    fn shares(&self, theme: Theme) -> Vec<Share> {
        self.rows.iter().filter_map(|row| row.theme(theme)).collect()
    }
}

fn row<K: Clone>((key, score): &(K, &Score)) -> Row<K> {
    Row {
        key: key.clone(),
        overall: score.overall().share(),
        themes: Theme::ALL.map(|theme| score.theme(theme).share()),
        is_provisional: score.is_provisional(),
    }
}

/// Lowest first, and what is not known last.
fn by_need(a: Option<Share>, b: Option<Share>) -> Ordering {
    a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::answer::Answer;
    use super::super::answers::tests::{all, answers, any_answers, at_places};
    use super::*;

    #[test]
    fn the_neediest_stands_first_and_the_unanswered_last() {
        let open = Score::of(&answers(&[]));
        let weak = Score::of(&all(Answer::Planned));
        let strong = Score::of(&all(Answer::Fully));
        let checks = [("open", &open), ("strong", &strong), ("weak", &weak), ("other", &weak)];
        let spectrum = Spectrum::new(&checks);
        let found: Vec<_> =
            spectrum.rows().iter().map(|row| (row.key, row.overall().map(Share::basis_points))).collect();
        assert_eq!(
            found,
            [("weak", Some(2500)), ("other", Some(2500)), ("strong", Some(10_000)), ("open", None)]
        );
        assert_eq!(
            spectrum.rows().iter().map(Row::is_provisional).collect::<Vec<_>>(),
            [false, false, false, true]
        );
    }

    #[test]
    fn the_weakest_theme_has_the_lowest_mean_over_the_checks_that_have_one() {
        let one = Score::of(&answers(&[("right-route", Answer::NotInPlace), ("tensions", Answer::Partly)]));
        let two = Score::of(&answers(&[("right-route", Answer::Fully), ("tensions", Answer::Planned)]));
        let three = Score::of(&answers(&[("right-route", Answer::Fully), ("take-back", Answer::Largely)]));
        let spectrum = Spectrum::new(&[(1, &one), (2, &two), (3, &three)]);
        let means = [Theme::Purpose, Theme::People, Theme::Exit, Theme::Finance]
            .map(|theme| spectrum.mean(theme).map(Share::basis_points));
        assert_eq!(means, [Some(6666), Some(3750), Some(7500), None]);
        let weakest = spectrum.weakest().map(|w| (w.theme, w.mean.basis_points(), w.checks));
        assert_eq!(weakest, Some((Theme::People, 3750, 2)));
        assert_eq!(spectrum.rows()[0].weakest(), Some(Theme::Purpose));
    }

    #[test]
    fn no_checks_have_no_weakest_theme() {
        let spectrum = Spectrum::<u8>::new(&[]);
        assert_eq!((spectrum.rows().len(), spectrum.weakest()), (0, None));
    }

    proptest! {
        #[test]
        fn every_check_has_its_row_and_need_falls(given in prop::collection::vec(any_answers(), 0..6)) {
            let scores: Vec<Score> = given.iter().map(|answers| Score::of(&at_places(answers))).collect();
            let checks: Vec<_> = scores.iter().enumerate().collect();
            let spectrum = Spectrum::new(&checks);
            let mut keys: Vec<_> = spectrum.rows().iter().map(|row| row.key).collect();
            keys.sort_unstable();
            prop_assert!(keys.into_iter().eq(0..scores.len()));
            let overall: Vec<_> = spectrum.rows().iter().filter_map(Row::overall).collect();
            prop_assert!(overall.is_sorted());
            for row in spectrum.rows() {
                prop_assert_eq!(row.overall(), scores[row.key].overall().share());
            }
        }

        #[test]
        fn the_order_of_checks_does_not_change_what_is_weakest(
            given in prop::collection::vec(any_answers(), 1..6), turn in 0_usize..6,
        ) {
            let scores: Vec<Score> = given.iter().map(|answers| Score::of(&at_places(answers))).collect();
            let mut checks: Vec<_> = scores.iter().enumerate().collect();
            let before = Spectrum::new(&checks).weakest();
            checks.rotate_left(turn % scores.len());
            prop_assert_eq!(Spectrum::new(&checks).weakest(), before);
        }
    }
}
