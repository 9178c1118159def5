//! Costs on a lattice: every amount stands at a whole number of steps, so that sums of costs can be worked out by
//! transforms. A cost is put on the lattice in two ways: so that its mean stays what it is, and rounded down. Rounded
//! up it is the latter one step further; whatever is summed, the truth lies between the two.

use super::curve::{Curve, Points};

/// Amounts of 0, 1, 2, ... steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lattice {
    /// The width of a step in pounds.
    pub(super) step: f64,
    /// How many amounts there are.
    pub(super) length: usize,
    /// Whether every cost that is put on it lies on it already, so that nothing is rounded.
    pub(super) is_aligned: bool,
}

/// A cost on a lattice, as far as it reaches. What lies beyond the last amount is left out, so that both lists sum to
/// less than one by the chance of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Masses {
    /// Each with the mean kept: the local moment matching of first order (Gerber, 1982; Klugman, Panjer and Willmot).
    pub(super) even: Vec<f64>,
    /// Rounded down.
    pub(super) down: Vec<f64>,
    /// The variance that the first way adds to one cost, in square steps: a cost that is spread over many steps is parted
    /// between the two amounts around it, which adds a sixth on average, and no more than itself if it is less than a step.
    pub(super) added_variance: f64,
    /// How likely a cost is not at nought in the first way, also where it lies beyond the last amount.
    pub(super) above_nought: f64,
}

impl Lattice {
    /// A cost, `scale` times one of this law, on the lattice.
    pub(super) fn masses(&self, curve: &Curve, scale: f64) -> Masses {
        match curve.listed() {
            _ if scale <= 0.0 => Masses { even: vec![1.0], down: vec![1.0], ..Masses::default() },
            Some(amounts) => self.of_list(amounts, scale),
            None => self.of_points(&curve.points(self.step / scale, self.length), self.step / scale),
        }
    }

    /// Each amount is parted between the two around it.
    fn of_list(&self, amounts: &[f64], scale: f64) -> Masses {
        let places = amounts.iter().map(|amount| amount * scale / self.step);
        let places = places.map(|place| if self.is_aligned { place.round() } else { place });
        let within: Vec<f64> = places.filter(|place| *place < self.length as f64).collect();
        let reach = within.last().map_or(1, |place| *place as usize + 2);
        let mut masses = Masses { even: vec![0.0; reach], down: vec![0.0; reach], ..Masses::default() };
        let each = 1.0 / amounts.len() as f64;
        let beyond = (amounts.len() - within.len()) as f64 * each;
        for place in within {
            let (below, part) = (place as usize, place.fract());
            masses.even[below] += each * (1.0 - part);
            masses.even[below + 1] += each * part;
            masses.down[(place.ceil() as usize).saturating_sub(1)] += each;
            masses.added_variance += each * part * (1.0 - part);
        }
        masses.above_nought = masses.even[1..].iter().sum::<f64>() + beyond;
        masses.even.truncate(self.length);
        masses
    }

    /// Each mass is the difference of two slopes of what is cut off, and the rounded one that of two probabilities.
    fn of_points(&self, points: &Points, step: f64) -> Masses {
        let Points { probability, limited } = points;
        let above_nought = (limited[1] - limited[0]) / step;
        let per_step = 1.0 / step;
        let bend = |at: &[f64]| not_below_nought((2.0 * at[1] - at[0] - at[2]) * per_step);
        let rise = |at: &[f64]| not_below_nought(at[1] - at[0]);
        Masses {
            even: [(1.0 - above_nought).max(0.0)].into_iter().chain(limited.windows(3).map(bend)).collect(),
            down: [probability[1]].into_iter().chain(probability[1..].windows(2).map(rise)).collect(),
            added_variance: above_nought.min(1.0 / 6.0),
            above_nought,
        }
    }
}

/// As `max(0.0)`, which calls a function for each number where WebAssembly is compiled.
fn not_below_nought(value: f64) -> f64 {
    if value > 0.0 { value } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Severity, SeverityLaw};
    use super::*;
    use crate::loss::Millionths;
    use crate::money::Pence;

    fn curve(law: SeverityLaw) -> Curve {
        Curve::of(&Severity::new(law).expect("sound"))
    }

    fn pounds(amount: i64) -> Pence {
        Pence::of_pounds(amount).expect("small")
    }

    fn mean(masses: &[f64], step: f64) -> f64 {
        masses.iter().enumerate().map(|(place, mass)| place as f64 * step * mass).sum()
    }

    #[test]
    fn a_fixed_cost_stands_where_it_is_or_on_both_sides_of_it() {
        let fixed = curve(SeverityLaw::Fixed { amount: pounds(30) });
        let on = Lattice { step: 10.0, length: 8, is_aligned: false }.masses(&fixed, 1.0);
        assert_eq!((&on.even[..4], &on.down[..4]), (&[0.0, 0.0, 0.0, 1.0][..], &[0.0, 0.0, 1.0, 0.0][..]));
        let between = Lattice { step: 20.0, length: 8, is_aligned: false }.masses(&fixed, 1.0);
        assert_eq!((&between.even[..3], &between.down[..2]), (&[0.0, 0.5, 0.5][..], &[0.0, 1.0][..]));
        let nothing = Lattice { step: 10.0, length: 8, is_aligned: false }.masses(&fixed, 0.0);
        assert_eq!(nothing.even, [1.0]);
    }

    fn any_curve() -> impl Strategy<Value = Curve> {
        (prop::collection::vec(1_000_i64..1_000_000, 3), 0_usize..4).prop_map(|(mut amounts, which)| {
            amounts.sort_unstable();
            let [low, mode, high] = [amounts[0], amounts[1], amounts[2] + 1].map(pounds);
            curve(match which {
                0 => SeverityLaw::Pert { low, mode, high, weight: Millionths::FOUR },
                1 => SeverityLaw::Triangular { low, mode, high },
                2 => SeverityLaw::Uniform { low, high },
                _ => SeverityLaw::Observed { amounts: vec![low, mode, high, mode] },
            })
        })
    }

    proptest! {
        #[test]
        fn all_of_it_is_there_with_its_mean_and_what_is_rounded_lies_on_either_side(
            curve in any_curve(), scale in 0.05_f64..1.0, length in 8_usize..200,
        ) {
            let step = 1_100_000.0 / length as f64;
            let Masses { even, down, .. } = Lattice { step, length: length + 2, is_aligned: false }.masses(&curve, scale);
            prop_assert!((even.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!((down.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            let exact = curve.mean() * scale;
            prop_assert!((mean(&even, step) / exact - 1.0).abs() < 1e-12);
            let low = mean(&down, step);
            prop_assert!(low <= exact * (1.0 + 1e-12) && low + step >= exact * (1.0 - 1e-12));
        }
    }
}
