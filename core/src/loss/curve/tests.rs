//! What every curve says, against SciPy and against itself.

use proptest::prelude::*;

use super::*;
use crate::loss::Millionths;
use crate::share::Share;

fn amount(pounds: i64) -> Pence {
    Pence::of_pounds(pounds).expect("a small amount")
}

fn curve(law: SeverityLaw) -> Curve {
    Curve::of(&Severity::new(law).expect("sound"))
}

fn pert(low: i64, mode: i64, high: i64) -> Curve {
    let weight = Millionths::FOUR;
    curve(SeverityLaw::Pert { low: amount(low), mode: amount(mode), high: amount(high), weight })
}

fn triangular(low: i64, mode: i64, high: i64) -> Curve {
    curve(SeverityLaw::Triangular { low: amount(low), mode: amount(mode), high: amount(high) })
}

fn lognormal(low: i64, high: i64) -> Curve {
    curve(SeverityLaw::Lognormal { low: amount(low), high: amount(high) })
}

/// Percentiles computed with SciPy 1.17.1.
#[test]
fn percentiles_are_where_scipy_has_them() {
    for (law, percentiles) in [
        (pert(10, 20, 60), [(14.495_107, 0.1), (23.833_613, 0.5), (32.512_931, 0.8), (37.266_703, 0.9)]),
        (triangular(10, 20, 60), [(17.071_068, 0.1), (28.377_223, 0.5), (40.0, 0.8), (45.857_864, 0.9)]),
        (
            lognormal(10_000, 100_000),
            [(10_000.0, 0.05), (31_622.776_6, 0.5), (56_994.73, 0.8), (100_000.0, 0.95)],
        ),
    ] {
        for (amount, p) in percentiles {
            assert!((law.at(amount).probability - p).abs() < 1e-7, "{law:?} at {amount}");
        }
    }
    let ends = [(9.99, 0.0), (10.0, 0.0), (60.0, 1.0), (61.0, 1.0)];
    for (amount, p) in ends {
        assert_eq!(pert(10, 20, 60).at(amount).probability, p);
        assert_eq!(triangular(10, 20, 60).at(amount).probability, p);
    }
}

#[test]
fn a_list_steps_up_at_each_of_its_amounts() {
    let steps = curve(SeverityLaw::Observed { amounts: [6, 1, 2, 2].map(amount).to_vec() });
    for (amount, probability, limited) in [
        (0.5, 0.0, 0.5),
        (1.0, 0.25, 1.0),
        (1.5, 0.25, 1.375),
        (2.0, 0.75, 1.75),
        (6.0, 1.0, 2.75),
        (9.0, 1.0, 2.75),
    ] {
        assert_eq!(steps.at(amount), At { probability, limited, density: 0.0 });
    }
}

#[test]
fn the_ends_of_a_list_are_its_first_and_last_amounts() {
    let steps = curve(SeverityLaw::Observed { amounts: [6, 1, 2, 2].map(amount).to_vec() });
    for (end, p, amount, part) in [
        (End::Low, 0.1, 1.0, 0.1),
        (End::Low, 0.5, 2.0, 0.75),
        (End::High, 0.1, 6.0, 0.6),
        (End::High, 0.5, 2.0, 2.0),
    ] {
        let tail = steps.tail(end, p);
        assert_eq!(tail.amount, amount, "{end:?} {p}");
        assert!((tail.part - part).abs() < 1e-15, "{end:?} {p}: {tail:?}");
    }
}

pub(super) fn any_curve() -> impl Strategy<Value = Curve> {
    let amounts = prop::collection::vec(1_i64..1_000_000, 3);
    (amounts, 0_usize..5, 80_u32..99).prop_filter_map("too wide", |(mut amounts, which, percentile)| {
        amounts.sort_unstable();
        let [low, mode, high] = [amounts[0], amounts[1], amounts[2] + 1].map(amount);
        let percentile = Share::of_basis_points(i64::from(percentile) * 100).expect("a share");
        let law = match which {
            0 => SeverityLaw::Lognormal { low, high },
            1 => SeverityLaw::LognormalMedian { median: low, percentile, high },
            2 => SeverityLaw::Pert { low, mode, high, weight: Millionths::FOUR },
            3 => SeverityLaw::Triangular { low, mode, high },
            _ => SeverityLaw::Uniform { low, high },
        };
        Severity::new(law).ok().map(|severity| Curve::of(&severity))
    })
}

proptest! {
    #[test]
    fn what_is_cut_off_rises_with_the_chance_of_more(law in any_curve(), at in 0.0_f64..3.0, step in 1e-4_f64..0.1) {
        let (from, to) = (at * law.mean(), (at + step) * law.mean());
        let (one, other) = (law.at(from), law.at(to));
        prop_assert!((0.0..=1.0).contains(&one.probability) && one.probability <= other.probability + 1e-13);
        let slack = 1e-11 * law.mean();
        let gained = other.limited - one.limited;
        // Each pound of the step is kept where the cost is above it.
        prop_assert!(gained <= (to - from) * (1.0 - one.probability) + slack);
        prop_assert!(gained >= (to - from) * (1.0 - other.probability) - slack);
        prop_assert!(other.limited <= law.mean() + slack);
    }

    #[test]
    fn a_tail_ends_where_its_probability_lies_and_two_halves_make_the_mean(law in any_curve(), log_p in -25.0_f64..-0.7) {
        let p = libm::exp(log_p);
        let (low, high) = (law.tail(End::Low, p), law.tail(End::High, p));
        prop_assert!((law.at(low.amount).probability - p).abs() < 1e-12 + 1e-8 * p, "{low:?}");
        prop_assert!((law.at(high.amount).probability - (1.0 - p)).abs() < 1e-8 * p + 1e-12, "{high:?}");
        // E min(X, x) = E[X; X <= x] + x P(X > x) = mean - E[X; X > x] + x P(X > x).
        let slack = 1e-11 * law.mean();
        prop_assert!((low.part + low.amount * (1.0 - p) - law.at(low.amount).limited).abs() < slack);
        prop_assert!((law.mean() - high.part + high.amount * p - law.at(high.amount).limited).abs() < slack);
        let halves = [End::Low, End::High].map(|end| law.tail(end, 0.5).part);
        prop_assert!((halves[0] + halves[1] - law.mean()).abs() < slack);
    }

    #[test]
    fn far_out_nothing_is_cut_off(law in any_curve()) {
        let far = law.at(law.mean() * 1e15);
        prop_assert!((far.probability - 1.0).abs() < 1e-6);
        prop_assert!((far.limited / law.mean() - 1.0).abs() < 1e-3);
    }
}
