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
    /// On each axis by itself, each step to the one of its own name and those whose name is gone to where they
    /// stood between the others, or else below. Where no name is shared, or some have moved past others, each
    /// step to the one at the same share of the way up, the ends to the ends; halfway goes to the worse step.
    #[must_use]
    pub fn propose(from: &Matrix, to: &Matrix) -> Self {
        let steps = |axis: Axis| {
            let (from, to) = (axis.of(from).labels(), axis.of(to).labels());
            by_names(from, to).unwrap_or_else(|| by_share(from.len(), to.len(), from.len() - 1))
        };
        let (likelihood, impact) = (steps(Axis::Likelihood), steps(Axis::Impact));
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

    /// The level of the new matrix, counted from 0, that stands for one of the old, as appetite needs it: found as
    /// steps are, but where it falls between two levels always the lower one, so that nothing is tolerated
    /// that was not.
    #[must_use]
    pub fn level(&self, level: usize) -> usize {
        let names = |matrix: &Matrix| matrix.levels().iter().map(|level| level.name.clone()).collect();
        let (from, to): (Vec<String>, Vec<String>) = (names(&self.from), names(&self.to));
        let levels = by_names(&from, &to).unwrap_or_else(|| by_share(from.len(), to.len(), 0));
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

/// The place at the same share of the way up, for each of `from` places; both have two at least. `halves` is what is
/// added before rounding down, in halves of a place: none for the lower place, `from - 1` for the nearest.
fn by_share(from: usize, to: usize, halves: usize) -> Vec<usize> {
    let last = from - 1;
    (0..from).map(|place| (place * (to - 1) * 2 + halves) / (last * 2)).collect()
}

/// The place of the same name, for each name that is there; names that are gone keep their order between those
/// around them, so that one that was only renamed is followed, and go to the lower place where there is none for
/// each. Nothing where no name is shared, or the shared ones stand in another order.
fn by_names(from: &[String], to: &[String]) -> Option<Vec<usize>> {
    let place = |name: &String| to.iter().position(|other| letters::are_same(name, other));
    let found = from.iter().map(place).enumerate().filter_map(|(old, new)| Some((old + 1, new? + 1)));
    let mut known: Vec<(usize, usize)> = found.collect();
    if known.is_empty() || !known.is_sorted_by_key(|(_, new)| *new) {
        return None;
    }
    // Below the first and above the last name stand the ends of both scales; all is counted from 1 until here.
    known.insert(0, (0, 0));
    known.push((from.len() + 1, to.len() + 1));
    let between = |old: usize| {
        let above = known.partition_point(|(known, _)| *known <= old);
        let ((old_low, low), (old_high, high)) = (known[above - 1], known[above]);
        (low + (old - old_low) * (high - low) / (old_high - old_low)).saturating_sub(1)
    };
    Some((1..=from.len()).map(between).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq};

    use super::super::{Level, Scale, preset};
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
            assert_eq!(by_share(from, to, from - 1), steps, "{from} to {to}");
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

    fn places(from: &[&str], to: &[&str]) -> Option<Vec<usize>> {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        by_names(&owned(from), &owned(to))
    }

    #[test]
    fn names_are_followed_and_those_that_are_gone_stay_between_the_others() {
        let five = ["Rare", "Unlikely", "Possible", "Likely", "Certain"];
        for (from, to, expected) in [
            // Steps are added.
            (
                &["Low", "Medium", "High"][..],
                &["Lowest", "low", "Medium", "More", "High"][..],
                &[1, 2, 4][..],
            ),
            // One is taken away: at the lower end, in the middle, at the upper end.
            (&five, &five[1..], &[0, 0, 1, 2, 3]),
            (&five, &["Rare", "Unlikely", "Likely", "Certain"], &[0, 1, 1, 2, 3]),
            (&five, &five[..4], &[0, 1, 2, 3, 3]),
            // Two of three in the middle.
            (&five, &["Rare", "Likely", "Certain"], &[0, 0, 0, 1, 2]),
            // One is renamed: in the middle, and at the ends.
            (&["Low", "Medium", "High"], &["Low", "Moderate", "High"], &[0, 1, 2]),
            (&["Low", "Medium", "High"], &["Slight", "Medium", "Grave"], &[0, 1, 2]),
            // One becomes two.
            (&["Low", "Medium", "High"], &["Low", "Some", "More", "High"], &[0, 1, 3]),
            // A level is taken away from below: what was medium stays medium.
            (&["Low", "Medium", "High", "Very high"], &["Medium", "High", "Very high"], &[0, 0, 1, 2]),
        ] {
            assert_eq!(places(from, to).as_deref(), Some(expected), "{from:?} {to:?}");
        }
        assert_eq!(places(&["Low", "Medium", "High"], &["High", "Medium", "Low"]), None);
        assert_eq!(places(&["Low", "High"], &["1", "2", "3"]), None);
    }

    #[test]
    fn each_axis_is_followed_by_itself() {
        let from = preset::of_size(5, 5);
        let likelihood =
            Scale::new(&["Unlikely", "Possible", "Likely", "Almost certain"]).expect("distinct names");
        let impact = Scale::new(&["1", "2", "3"]).expect("distinct names");
        let (levels, grid) = (from.levels().to_vec(), vec![vec![0; 3]; 4]);
        let to = Matrix::new("", likelihood, impact, levels, &grid).expect("it fits");
        let rebasing = Rebasing::propose(&from, &to);
        assert_eq!(rebasing.steps(Axis::Likelihood), [0, 0, 1, 2, 3]);
        assert_eq!(rebasing.steps(Axis::Impact), [0, 1, 1, 2, 2]);
    }

    #[test]
    fn levels_are_followed_by_name_or_else_by_their_place_and_never_up() {
        let preset = |id| preset::preset(id).expect("shipped").matrix();
        let numbered = preset::of_size(5, 5);
        let level = |n: &usize| Level { name: n.to_string(), ..numbered.levels()[0].clone() };
        let numbered = Matrix::new(
            "",
            numbered.likelihood().clone(),
            numbered.impact().clone(),
            [1, 2, 3, 4].iter().map(level).collect(),
            &vec![vec![0; 5]; 5],
        );
        for (from, to, expected) in [
            // Very low comes before the four names.
            (preset("five-by-five"), preset("iso-27005"), &[1, 2, 3, 4][..]),
            // Very low is no level there.
            (preset("iso-27005"), preset("five-by-five"), &[0, 0, 1, 2, 3]),
            // No name is shared: two thirds of the way up is not three quarters.
            (numbered.expect("it fits"), preset("iso-27005"), &[0, 1, 2, 4]),
        ] {
            let rebasing = Rebasing::propose(&from, &to);
            let found: Vec<usize> = (0..expected.len()).map(|level| rebasing.level(level)).collect();
            assert_eq!(found, expected);
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
            let rebasing = Rebasing::propose(&matrix, &matrix);
            for axis in Axis::ALL {
                let position = at(place.min(axis.of(&matrix).steps() as u16 * 1000));
                prop_assert_eq!(rebasing.position(axis, position), position);
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
