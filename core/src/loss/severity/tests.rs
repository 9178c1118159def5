//! Moments of every law against published ones, what is refused, and what holds of any amounts.

use proptest::prelude::{Strategy, prop_assert, proptest};

use super::*;

fn pounds(amount: i64) -> Pence {
    Pence::of_pounds(amount).expect("a small amount")
}

fn pert(low: i64, mode: i64, high: i64) -> SeverityLaw {
    SeverityLaw::Pert { low: pounds(low), mode: pounds(mode), high: pounds(high), weight: Millionths::FOUR }
}

fn lognormal(low: i64, high: i64) -> SeverityLaw {
    SeverityLaw::Lognormal { low: pounds(low), high: pounds(high) }
}

/// Computed with SciPy 1.17.1 in double precision.
#[test]
fn moments_agree_with_scipy() {
    for (law, mean, sd) in [
        (pert(10, 20, 60), 25.0, 75.0_f64.sqrt()),
        (pert(0, 50, 100), 50.0, 18.898_224),
        (
            SeverityLaw::Triangular { low: pounds(10), mode: pounds(20), high: pounds(60) },
            30.0,
            116.666_667_f64.sqrt(),
        ),
        (lognormal(10_000, 100_000), 40_400.13, 32_121.80),
        (lognormal(1, 10), 4.040_012_826_945_728, 3.212_179_53),
        (lognormal(635_000, 19_000_000), 5_922_706.833_511_31, 8_179_890.625),
        (SeverityLaw::Uniform { low: pounds(0), high: pounds(12) }, 6.0, 12.0_f64.sqrt()),
        (SeverityLaw::Fixed { amount: pounds(7) }, 7.0, 0.0),
        (SeverityLaw::Observed { amounts: [1, 2, 3, 6].map(pounds).to_vec() }, 3.0, 3.5_f64.sqrt()),
    ] {
        let severity = Severity::new(law).expect("sound");
        let (found, spread) = (severity.mean(), severity.variance().sqrt());
        assert!((found - mean).abs() <= 2e-7 * mean, "{severity:?}: mean {found} for {mean}");
        assert!((spread - sd).abs() <= 1e-6 * sd, "{severity:?}: deviation {spread} for {sd}");
    }
}

/// Computed with SciPy 1.17.1: the interval is narrow, so that naive logarithms lose most digits.
#[test]
fn a_narrow_interval_keeps_its_digits() {
    let severity = Severity::new(lognormal(99_999, 100_000)).expect("sound");
    assert!((severity.mean() - 99_999.499_999_212_03).abs() < 1e-8);
    let sigma = severity.variance().sqrt() / severity.mean();
    assert!((sigma - 3.039_799_358_635_81e-6).abs() < 1e-16, "{sigma}");
}

#[test]
fn a_median_and_a_percentile_give_the_law_that_its_interval_gives() {
    let by_interval = Severity::new(lognormal(10_000, 1_000_000)).expect("sound");
    let percentile = Share::read("95").expect("a share");
    let law = SeverityLaw::LognormalMedian { median: pounds(100_000), percentile, high: pounds(1_000_000) };
    let by_median = Severity::new(law).expect("sound");
    assert!((by_median.mean() / by_interval.mean() - 1.0).abs() < 1e-12);
    assert!((by_median.variance() / by_interval.variance() - 1.0).abs() < 1e-12);
}

#[test]
fn what_is_no_law_is_refused_by_the_rule_it_breaks() {
    let share = |text: &str| Share::read(text).expect("a share");
    let median = |percentile: &str, high: i64| SeverityLaw::LognormalMedian {
        median: pounds(10),
        percentile: share(percentile),
        high: pounds(high),
    };
    for (law, error) in [
        (lognormal(0, 10), SeverityError::NotPositive(Amount::Low)),
        (lognormal(-5, 10), SeverityError::NotPositive(Amount::Low)),
        (lognormal(10, 10), SeverityError::Reversed),
        (lognormal(10, 9), SeverityError::Reversed),
        (lognormal(1, 1_100_000), SeverityError::TooWide),
        (median("50.5", 20), SeverityError::TooWide),
        (median("50", 20), SeverityError::PercentileNotAboveHalf),
        (median("100", 20), SeverityError::PercentileNotAboveHalf),
        (median("90", 10), SeverityError::Reversed),
        (pert(-1, 0, 1), SeverityError::Negative(Amount::Low)),
        (pert(1, 0, 2), SeverityError::ModeOutside),
        (pert(1, 3, 2), SeverityError::ModeOutside),
        (pert(2, 2, 1), SeverityError::Reversed),
        (
            SeverityLaw::Pert {
                low: pounds(1),
                mode: pounds(2),
                high: pounds(3),
                weight: Millionths::default(),
            },
            SeverityError::NoWeight,
        ),
        (SeverityLaw::Uniform { low: pounds(3), high: pounds(2) }, SeverityError::Reversed),
        (SeverityLaw::Fixed { amount: pounds(-1) }, SeverityError::Negative(Amount::Middle)),
        (SeverityLaw::Observed { amounts: Vec::new() }, SeverityError::NoneObserved),
        (
            SeverityLaw::Observed { amounts: vec![pounds(1); MOST_OBSERVED + 1] },
            SeverityError::TooManyObserved,
        ),
        (
            SeverityLaw::Observed { amounts: vec![pounds(1), pounds(-1)] },
            SeverityError::Negative(Amount::Listed),
        ),
    ] {
        assert_eq!(Severity::new(law.clone()), Err(error), "{law:?}");
    }
}

#[test]
fn amounts_that_are_all_the_same_are_a_fixed_cost() {
    for law in [
        pert(5, 5, 5),
        SeverityLaw::Triangular { low: pounds(5), mode: pounds(5), high: pounds(5) },
        SeverityLaw::Uniform { low: pounds(5), high: pounds(5) },
        SeverityLaw::Observed { amounts: vec![pounds(5); 3] },
    ] {
        let severity = Severity::new(law).expect("sound");
        assert_eq!((severity.mean(), severity.variance()), (5.0, 0.0), "{severity:?}");
    }
}

proptest! {
    #[test]
    fn a_mean_lies_between_the_ends_and_a_variance_is_not_negative(
        amounts in proptest::collection::vec(0_i64..1_000_000_000, 3).prop_map(|mut v| { v.sort_unstable(); v }),
    ) {
        let [low, mode, high] = [0, 1, 2].map(|i| pounds(amounts[i]));
        for law in [
            SeverityLaw::Pert { low, mode, high, weight: Millionths::FOUR },
            SeverityLaw::Triangular { low, mode, high },
            SeverityLaw::Uniform { low, high },
            SeverityLaw::Observed { amounts: vec![low, mode, high] },
        ] {
            let severity = Severity::new(law).expect("in order");
            let slack = 1e-9 * high.pounds();
            prop_assert!(severity.mean() >= low.pounds() - slack && severity.mean() <= high.pounds() + slack);
            prop_assert!(severity.variance() >= 0.0);
        }
    }
}
