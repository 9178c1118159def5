//! Ranks with ties, and how far two rankings of the same things agree: Spearman's rho and Kendall's tau-b.
//! Both speak only of what both rankings hold; how far two lists hold the same things at all is next door in
//! [`super::overlap`]. No significance is claimed anywhere: published lists are short and not random samples.

use std::cmp::Ordering;

use crate::order::order_by;

/// The places of a number of things, in the order in which the things were given.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranks {
    /// The place as it is printed: 1 for the first, tied things share the best place, and as many places
    /// are left out after them ("1, 2, 2, 4").
    pub competition: Vec<u32>,
    /// The place as it is reckoned with: tied things share the mean of the places they take up ("1, 2.5, 2.5, 4").
    pub mid: Vec<f64>,
}

impl Ranks {
    /// The ranks of `n` things under `order`, which says how the thing with one index compares with that of
    /// another; the least comes first.
    #[must_use]
    pub fn by(n: usize, order: &dyn Fn(usize, usize) -> Ordering) -> Self {
        let sorted = order_by(n, order);
        let mut ranks = Self { competition: vec![0; n], mid: vec![0.0; n] };
        let mut before = 0;
        for tied in sorted.chunk_by(|&a, &b| order(a, b) == Ordering::Equal) {
            let through = before + tied.len();
            for &i in tied {
                ranks.competition[i] = (before + 1) as u32;
                ranks.mid[i] = (before + 1 + through) as f64 / 2.0;
            }
            before = through;
        }
        ranks
    }

    /// The ranks of `values`, such as places, lowest first; none if one is not a number.
    #[must_use]
    pub fn lowest_first(values: &[f64]) -> Option<Self> {
        is_ordered(values).then(|| Self::by(values.len(), &|a, b| compare(values[a], values[b])))
    }
}

/// Spearman's rank correlation of paired values: Pearson's correlation of their mid-ranks (Spearman, 1904; Kendall
/// and Gibbons, 1990, for ties). From -1 to 1; none for fewer than two pairs, when all values on one side are
/// tied, when the sides differ in length, or when a value is not a number.
#[must_use]
pub fn spearman_rho(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() {
        return None;
    }
    let x = centred(x)?;
    let y = centred(y)?;
    let both = dot(&x, &y);
    let scale = (dot(&x, &x) * dot(&y, &y)).sqrt();
    (scale > 0.0).then(|| (both / scale).clamp(-1.0, 1.0))
}

/// Kendall's tau-b of paired values: concordant less discordant pairs, over the geometric mean of the pairs that
/// are not tied on either side (Kendall, 1945). From -1 to 1; undefined where [`spearman_rho`] is.
#[must_use]
pub fn kendall_tau_b(x: &[f64], y: &[f64]) -> Option<f64> {
    if x.len() != y.len() || !is_ordered(x) || !is_ordered(y) {
        return None;
    }
    let (mut balance, mut untied_x, mut untied_y) = (0_i64, 0_i64, 0_i64);
    for i in 0..x.len() {
        for j in 0..i {
            let (a, b) = (compare(x[i], x[j]) as i64, compare(y[i], y[j]) as i64);
            balance += a * b;
            untied_x += a.abs();
            untied_y += b.abs();
        }
    }
    let scale = (untied_x as f64 * untied_y as f64).sqrt();
    (scale > 0.0).then(|| (balance as f64 / scale).clamp(-1.0, 1.0))
}

fn is_ordered(values: &[f64]) -> bool {
    !values.iter().any(|value| value.is_nan())
}

/// Only for values that are numbers.
fn compare(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or(Ordering::Equal)
}

/// Twice the mid-ranks less their mean: whole numbers, so that sums over any list met in practice are exact.
fn centred(values: &[f64]) -> Option<Vec<f64>> {
    let mean = (values.len() + 1) as f64;
    let ranks = Ranks::lowest_first(values)?;
    Some(ranks.mid.iter().map(|mid| 2.0 * mid - mean).collect())
}

fn dot(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::league::fixtures;

    #[test]
    fn tied_values_share_the_best_place_and_the_mean_place() {
        let ranks = Ranks::lowest_first(&[-10.0, -30.0, -10.0, -5.0]).expect("numbers");
        assert_eq!(ranks.competition, [2, 1, 2, 4]);
        assert_eq!(ranks.mid, [2.5, 1.0, 2.5, 4.0]);
        let places = Ranks::lowest_first(&[4.0, 1.0, 21.0]).expect("numbers");
        assert_eq!(places.competition, [2, 1, 3]);
        assert_eq!(Ranks::lowest_first(&[1.0, f64::NAN]), None);
    }

    /// Computed with SciPy 1.17.1; the first two pairs are the examples of its manual.
    #[test]
    fn correlations_agree_with_scipy() {
        let natural: Vec<f64> = (1..=10).map(f64::from).collect();
        let swapped = [2.0, 1.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 9.0];
        for (x, y, rho, tau) in [
            (&[12.0, 2.0, 1.0, 12.0, 2.0][..], &[1.0, 4.0, 7.0, 1.0, 0.0][..], -0.5407380704, -0.4714045208),
            (&[1.0, 2.0, 3.0, 4.0, 5.0], &[5.0, 6.0, 7.0, 8.0, 7.0], 0.8207826817, 0.7378647874),
            (&natural, &swapped, 0.9757575758, 0.9111111111),
        ] {
            assert!(spearman_rho(x, y).is_some_and(|r| (r - rho).abs() < 1e-10));
            assert!(kendall_tau_b(x, y).is_some_and(|t| (t - tau).abs() < 1e-10));
        }
    }

    /// Computed with SciPy: `spearmanr` and `kendalltau(variant="b")`; see `fixtures/generate.py`.
    #[test]
    fn correlations_agree_with_scipy_on_two_hundred_pairs_full_of_ties() {
        let list = |cell: &str| cell.split(' ').map(fixtures::number).collect::<Vec<_>>();
        let mut n_pairs = 0;
        for row in fixtures::rows(fixtures::CORRELATIONS) {
            let [x, y, rho, tau] = row[..] else { unreachable!("four columns") };
            let (x, y) = (list(x), list(y));
            for (found, expected) in [(spearman_rho(&x, &y), rho), (kendall_tau_b(&x, &y), tau)] {
                let agrees = found
                    .map_or(expected.is_empty(), |found| (found - fixtures::number(expected)).abs() <= 1e-12);
                assert!(agrees, "{found:?} is not {expected} for {x:?} {y:?}");
            }
            n_pairs += 1;
        }
        assert_eq!(n_pairs, 200);
    }

    #[test]
    fn a_correlation_that_means_nothing_is_not_given() {
        for (x, y) in [
            (&[][..], &[][..]),
            (&[1.0], &[1.0]),
            (&[1.0, 2.0], &[3.0, 3.0]),
            (&[1.0, 2.0], &[1.0]),
            (&[1.0, f64::NAN], &[1.0, 2.0]),
        ] {
            assert_eq!((spearman_rho(x, y), kendall_tau_b(x, y)), (None, None), "{x:?} {y:?}");
        }
    }

    #[test]
    fn a_long_list_does_not_overflow() {
        let x: Vec<f64> = (0..3000).map(f64::from).collect();
        assert_eq!((spearman_rho(&x, &x), kendall_tau_b(&x, &x)), (Some(1.0), Some(1.0)));
    }

    type Correlation = fn(&[f64], &[f64]) -> Option<f64>;
    const CORRELATIONS: [Correlation; 2] = [spearman_rho, kendall_tau_b];

    fn pairs() -> impl Strategy<Value = Vec<(f64, f64)>> {
        let value = || (-5_i8..5).prop_map(f64::from);
        prop::collection::vec((value(), value()), 0..12)
    }

    proptest! {
        #[test]
        fn correlations_are_symmetric_bounded_and_turn_with_one_side(pairs in pairs()) {
            let (x, y): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            let turned: Vec<f64> = y.iter().map(|v| -v).collect();
            for correlation in CORRELATIONS {
                let r = correlation(&x, &y);
                prop_assert_eq!(r, correlation(&y, &x));
                prop_assert_eq!(r.map(|r| -r), correlation(&x, &turned));
                prop_assert!(r.is_none_or(|r| (-1.0..=1.0).contains(&r)));
                prop_assert!(correlation(&x, &x).is_none_or(|r| r == 1.0));
            }
        }

        #[test]
        fn the_order_in_which_pairs_come_changes_nothing(pairs in pairs(), turn in 0_usize..12) {
            let mut moved = pairs.clone();
            moved.rotate_left(turn.min(pairs.len()));
            let (x, y): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            let (moved_x, moved_y): (Vec<f64>, Vec<f64>) = moved.into_iter().unzip();
            for correlation in CORRELATIONS {
                prop_assert_eq!(correlation(&x, &y), correlation(&moved_x, &moved_y));
            }
        }

        #[test]
        fn correlations_see_only_the_order(pairs in pairs()) {
            let (x, y): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
            let stretched: Vec<f64> = x.iter().map(|v| v.exp() * 7.0 - 100.0).collect();
            for correlation in CORRELATIONS {
                prop_assert_eq!(correlation(&x, &y), correlation(&stretched, &y));
            }
        }

        #[test]
        fn mid_ranks_add_up_and_never_stand_before_the_printed_place(values in prop::collection::vec(-3_i8..3, 0..15)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let ranks = Ranks::lowest_first(&values).expect("numbers");
            let n = values.len() as f64;
            prop_assert_eq!(ranks.mid.iter().sum::<f64>(), n * (n + 1.0) / 2.0);
            prop_assert!(ranks.mid.iter().zip(&ranks.competition).all(|(mid, &place)| *mid >= f64::from(place)));
        }
    }
}
