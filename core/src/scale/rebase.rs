//! Carrying positions from one matrix over to another. Each step goes to a step of the new scale, first
//! as proposed and then as a person wishes; a mean between two steps goes to the same share of the way
//! between theirs. Nothing is changed here: the preview shows what would be, and
//! [`crate::register`] takes the result as a change like any other.

use std::fmt;

use super::axis::Axis;
use super::matrix::Matrix;
use super::position::{Position, Rating};
use crate::letters;

/// Where each step of one matrix goes in another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebasing {
    from: Matrix,
    to: Matrix,
    /// For each step of the old scale a step of the new one, counted from 0; it never falls.
    likelihood: Vec<usize>,
    impact: Vec<usize>,
}

/// Why a step cannot go where it is sent; steps are named, the axis first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RebaseError {
    /// There is no such step; its place, counted from 1.
    NoSuchStep(Axis, usize),
    /// It would end up below a step that it lies above now; the two steps.
    Below(Axis, String, String),
    /// It would end up above a step that it lies below now; the two steps.
    Above(Axis, String, String),
}

impl fmt::Display for RebaseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchStep(axis, n) => write!(f, "{} has no step {n}", axis.name()),
            Self::Below(axis, step, lower) => write!(
                f,
                "{}: \u{201c}{step}\u{201d} would go below \u{201c}{lower}\u{201d}; move that one first",
                axis.name()
            ),
            Self::Above(axis, step, higher) => write!(
                f,
                "{}: \u{201c}{step}\u{201d} would go above \u{201c}{higher}\u{201d}; move that one first",
                axis.name()
            ),
        }
    }
}

impl std::error::Error for RebaseError {}

/// One rating before and after, with whatever it was named by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebased<N> {
    /// Whose rating it is.
    pub name: N,
    /// The rating on the old matrix.
    pub before: Rating,
    /// Its level there, counted from 0.
    pub level_before: usize,
    /// The rating on the new matrix.
    pub after: Rating,
    /// Its level there, counted from 0.
    pub level_after: usize,
    /// Whether the two levels have different names.
    pub changes_level: bool,
}

impl Rebasing {
    /// Each step to the one at the same share of the way up, the ends to the ends; halfway goes to the
    /// worse step.
    #[must_use]
    pub fn propose(from: &Matrix, to: &Matrix) -> Self {
        let steps = |axis: Axis| by_place(axis.of(from).steps(), axis.of(to).steps());
        Self::new(from, to, steps(Axis::Likelihood), steps(Axis::Impact))
    }

    /// Each step to the one of its own name, as after an edit that adds steps; nothing where a name is
    /// missing or has moved past another.
    #[must_use]
    pub fn by_names(from: &Matrix, to: &Matrix) -> Option<Self> {
        let steps = |axis: Axis| by_name(axis.of(from).labels(), axis.of(to).labels());
        Some(Self::new(from, to, steps(Axis::Likelihood)?, steps(Axis::Impact)?))
    }

    fn new(from: &Matrix, to: &Matrix, likelihood: Vec<usize>, impact: Vec<usize>) -> Self {
        Self { from: from.clone(), to: to.clone(), likelihood, impact }
    }

    /// The matrix that ratings come from.
    #[must_use]
    pub fn from(&self) -> &Matrix {
        &self.from
    }

    /// The matrix that ratings go to.
    #[must_use]
    pub fn to(&self) -> &Matrix {
        &self.to
    }

    /// For each step of the old scale the step of the new one, counted from 0.
    #[must_use]
    pub fn steps(&self, axis: Axis) -> &[usize] {
        match axis {
            Axis::Likelihood => &self.likelihood,
            Axis::Impact => &self.impact,
        }
    }

    /// Sends a step elsewhere, both counted from 0, where it stays in order with its neighbours.
    pub fn send(&mut self, axis: Axis, step: usize, to: usize) -> Result<(), RebaseError> {
        let no_such_step = |step: usize| RebaseError::NoSuchStep(axis, step + 1);
        if to >= axis.of(&self.to).steps() {
            return Err(no_such_step(to));
        }
        let label = |step: usize| axis.of(&self.from).labels()[step].clone();
        let steps = self.steps(axis);
        if step >= steps.len() {
            return Err(no_such_step(step));
        }
        if step > 0 && steps[step - 1] > to {
            return Err(RebaseError::Below(axis, label(step), label(step - 1)));
        }
        if steps.get(step + 1).is_some_and(|higher| *higher < to) {
            return Err(RebaseError::Above(axis, label(step), label(step + 1)));
        }
        match axis {
            Axis::Likelihood => self.likelihood[step] = to,
            Axis::Impact => self.impact[step] = to,
        }
        Ok(())
    }

    /// Where a position of the old scale goes, to the nearest thousandth, halfway to the higher.
    #[must_use]
    pub fn position(&self, axis: Axis, position: Position) -> Position {
        let steps = self.steps(axis);
        let above_first = usize::from(position.thousandths()) - 1000;
        let step = (above_first / 1000).min(steps.len() - 1);
        let next = (step + 1).min(steps.len() - 1);
        let risen = (steps[next] - steps[step]) * (above_first % 1000);
        Position::of_thousandths((steps[step] + 1) * 1000 + risen)
    }

    /// Where a rating of the old matrix goes.
    #[must_use]
    pub fn rating(&self, rating: Rating) -> Rating {
        Rating {
            likelihood: self.position(Axis::Likelihood, rating.likelihood),
            impact: self.position(Axis::Impact, rating.impact),
        }
    }

    /// The level of the new matrix, counted from 0, that stands for one of the old, as appetite needs it:
    /// the one of its name where all names are found in order, and else the one at the same share of the
    /// way up.
    #[must_use]
    pub fn level(&self, level: usize) -> usize {
        let names = |matrix: &Matrix| matrix.levels().iter().map(|level| level.name.clone()).collect();
        let (from, to): (Vec<String>, Vec<String>) = (names(&self.from), names(&self.to));
        let levels = by_name(&from, &to).unwrap_or_else(|| by_place(from.len(), to.len()));
        levels[level.min(levels.len() - 1)]
    }

    /// What would become of named ratings, in their order.
    pub fn preview<N>(&self, ratings: impl IntoIterator<Item = (N, Rating)>) -> Vec<Rebased<N>> {
        ratings.into_iter().map(|(name, rating)| self.rebased(name, rating)).collect()
    }

    fn rebased<N>(&self, name: N, before: Rating) -> Rebased<N> {
        let after = self.rating(before);
        let (old, new) = (self.from.score(before), self.to.score(after));
        let changes_level = !letters::are_same(&self.from.level(old).name, &self.to.level(new).name);
        Rebased { name, before, level_before: old.level(), after, level_after: new.level(), changes_level }
    }
}

/// The place at the same share of the way up, for each of `from` places; both have two at least.
fn by_place(from: usize, to: usize) -> Vec<usize> {
    let last = from - 1;
    (0..from).map(|place| (place * (to - 1) * 2 + last) / (last * 2)).collect()
}

/// The place of the same name, for each name, where there is one and the order is the same.
fn by_name(from: &[String], to: &[String]) -> Option<Vec<usize>> {
    let place = |name: &String| to.iter().position(|other| letters::are_same(name, other));
    let places: Vec<usize> = from.iter().map(place).collect::<Option<_>>()?;
    places.is_sorted().then_some(places)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq};

    use super::super::{Scale, preset};
    use super::*;

    fn sizes() -> impl Strategy<Value = (usize, usize)> {
        (3..=6_usize, 3..=6_usize)
    }

    fn at(thousandths: u16) -> Position {
        Position::new(f64::from(thousandths) / 1000.0, 6).expect("between 1 and 6")
    }

    #[test]
    fn steps_are_proposed_by_their_place() {
        for (from, to, steps) in [
            (3, 5, &[0, 2, 4][..]),
            (5, 3, &[0, 1, 1, 2, 2]),
            (5, 4, &[0, 1, 2, 2, 3]),
            (4, 5, &[0, 1, 3, 4]),
            (6, 3, &[0, 0, 1, 1, 2, 2]),
            (5, 5, &[0, 1, 2, 3, 4]),
        ] {
            assert_eq!(by_place(from, to), steps, "{from} to {to}");
        }
    }

    #[test]
    fn a_mean_goes_to_the_same_share_of_the_way() {
        let rebasing = Rebasing::propose(&preset::of_size(3, 6), &preset::of_size(5, 3));
        for (axis, from, to) in [
            (Axis::Likelihood, 1500, 2000),
            (Axis::Likelihood, 2250, 3500),
            (Axis::Likelihood, 3000, 5000),
            // Beyond the old scale is its highest step.
            (Axis::Likelihood, 6000, 5000),
            // Between two steps that become one.
            (Axis::Impact, 1700, 1000),
            (Axis::Impact, 2301, 1301),
        ] {
            assert_eq!(rebasing.position(axis, at(from)), at(to), "{from}");
        }
    }

    #[test]
    fn a_step_is_sent_elsewhere_where_it_stays_in_order() {
        let mut rebasing = Rebasing::propose(&preset::of_size(3, 3), &preset::of_size(5, 5));
        for (step, to, said) in [
            (0, 3, "likelihood: “Low” would go above “Medium”; move that one first"),
            (1, 5, "likelihood has no step 6"),
            (3, 0, "likelihood has no step 4"),
        ] {
            let refused = rebasing.send(Axis::Likelihood, step, to);
            assert_eq!(refused.map_err(|error| error.to_string()), Err(said.to_owned()));
        }
        assert_eq!(rebasing.send(Axis::Likelihood, 1, 3), Ok(()));
        assert_eq!(rebasing.steps(Axis::Likelihood), [0, 3, 4]);
        let below = rebasing.send(Axis::Likelihood, 2, 2).map_err(|error| error.to_string());
        assert_eq!(below, Err("likelihood: “High” would go below “Medium”; move that one first".into()));
        assert_eq!(rebasing.position(Axis::Likelihood, at(1500)), at(2500));
    }

    #[test]
    fn names_are_followed_where_all_of_them_are_found_in_order() {
        let (three, five) = (preset::of_size(3, 3), preset::of_size(5, 5));
        let longer = |labels: &[&str]| {
            let scale = Scale::new(labels).expect("distinct names");
            let grid = vec![vec![0; 3]; labels.len()];
            let levels = three.levels().to_vec();
            Matrix::new("", scale, three.impact().clone(), levels, &grid).expect("it fits")
        };
        let steps = |to: &Matrix| Rebasing::by_names(&three, to).map(|r| r.steps(Axis::Likelihood).to_vec());
        assert_eq!(steps(&longer(&["Lowest", "low", "Medium", "More", "High"])), Some(vec![1, 2, 4]));
        assert_eq!(steps(&longer(&["High", "Medium", "Low"])), None);
        assert_eq!(steps(&five), None);
    }

    #[test]
    fn levels_are_followed_by_name_or_else_by_place() {
        let preset = |id| preset::preset(id).expect("shipped").matrix();
        for (from, to, expected) in [
            // Very low comes before the four names.
            ("five-by-five", "iso-27005", &[1, 2, 3, 4, 4][..]),
            // Very low is no level there.
            ("iso-27005", "five-by-five", &[0, 1, 2, 2, 3]),
            ("police-2015", "tri-borough-2017", &[0, 1, 2]),
        ] {
            let rebasing = Rebasing::propose(&preset(from), &preset(to));
            let found: Vec<usize> = (0..expected.len()).map(|level| rebasing.level(level)).collect();
            assert_eq!(found, expected, "{from} to {to}");
        }
    }

    #[test]
    fn the_preview_says_whose_level_changes() {
        let rebasing = Rebasing::propose(&preset::of_size(5, 5), &preset::of_size(3, 3));
        let rating = |likelihood, impact| Rating { likelihood: at(likelihood), impact: at(impact) };
        let preview = rebasing.preview([("a", rating(1000, 1000)), ("b", rating(3000, 4000))]);
        let found: Vec<_> = preview
            .iter()
            .map(|r| (r.name, r.level_before, r.after, r.level_after, r.changes_level))
            .collect();
        // 3 x 4 is High of four levels; 2 x 3 is High of three, at another place with the same name.
        assert_eq!(found, [("a", 0, rating(1000, 1000), 0, false), ("b", 2, rating(2000, 3000), 2, false)]);
        let [worst] = &rebasing.preview([((), rating(5000, 5000))])[..] else { unreachable!("one rating") };
        assert!(worst.changes_level && (worst.level_before, worst.level_after) == (3, 2));
    }

    proptest::proptest! {
        #[test]
        fn the_same_matrix_changes_nothing(size in sizes(), place in 1000..=6000_u16) {
            let matrix = preset::of_size(size.0, size.1);
            for rebasing in [Some(Rebasing::propose(&matrix, &matrix)), Rebasing::by_names(&matrix, &matrix)] {
                let rebasing = rebasing.expect("its own names are found");
                for axis in Axis::ALL {
                    let position = at(place.min(axis.of(&matrix).steps() as u16 * 1000));
                    prop_assert_eq!(rebasing.position(axis, position), position);
                }
            }
        }

        #[test]
        fn order_is_kept_and_every_result_lies_on_the_new_matrix(
            from in sizes(),
            to in sizes(),
            sent in proptest::collection::vec((0..6_usize, 0..6_usize), 0..8),
            places in (1000..=6000_u16, 1000..=6000_u16),
        ) {
            let (from, to) = (preset::of_size(from.0, from.1), preset::of_size(to.0, to.1));
            let mut rebasing = Rebasing::propose(&from, &to);
            for axis in Axis::ALL {
                for (step, place) in &sent {
                    let before = rebasing.clone();
                    if rebasing.send(axis, *step, *place).is_err() {
                        prop_assert_eq!(&rebasing, &before);
                    }
                }
                let (low, high) = (places.0.min(places.1), places.0.max(places.1));
                let (low, high) = (rebasing.position(axis, at(low)), rebasing.position(axis, at(high)));
                prop_assert!(low <= high);
                prop_assert!(axis.of(&to).holds(low) && axis.of(&to).holds(high));
            }
        }
    }
}
