//! The rate of events a year with its exact interval, and how it compares with an earlier one.

use super::Record;
use crate::loss::special::beta::Beta;
use crate::loss::special::gamma::Gamma;
use crate::loss::special::root;
use crate::share::Share;

/// An estimate and the interval that holds the truth with a given confidence at least.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The low end.
    pub low: f64,
    /// The estimate.
    pub best: f64,
    /// The high end.
    pub high: f64,
}

/// A rate as a multiple of an earlier one, with the interval that holds the truth with a given confidence at least.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateRatio {
    /// The low end.
    pub low: f64,
    /// The estimate; none where there was no event before.
    pub best: Option<f64>,
    /// The high end; none where there was no event before, so that no multiple is too great.
    pub high: Option<f64>,
}

/// The chance that the truth lies beyond either end.
fn beyond(confidence: Share) -> f64 {
    confidence.rest().fraction() / 2.0
}

/// Events a year with the exact Poisson interval (Garwood, 1936): half the chi-square quantiles with 2 n and 2 n + 2
/// degrees of freedom. Without an event it begins at nought; a confidence of 100 % gives no interval.
#[must_use]
pub fn rate(record: &Record, confidence: Share) -> Option<Interval> {
    let beyond = beyond(confidence);
    if beyond <= 0.0 {
        return None;
    }
    let (count, years) = (record.count() as f64, record.years());
    let low = if record.count() == 0 { 0.0 } else { Gamma::new(count).quantile(beyond).min(count) };
    let high = Gamma::new(count + 1.0).quantile(1.0 - beyond).max(count);
    Some(Interval { low: low / years, best: count / years, high: high / years })
}

/// How many times as many events a year there are after as before, with the exact interval: of all events together the
/// number after is binomial, whose interval (Clopper and Pearson, 1934) turns into that of the ratio. None where nothing
/// happened before or after, or for a confidence of 100 %.
#[must_use]
pub fn rate_ratio(before: &Record, after: &Record, confidence: Share) -> Option<RateRatio> {
    let (earlier, later, beyond) = (before.count() as f64, after.count() as f64, beyond(confidence));
    if before.count() + after.count() == 0 || beyond <= 0.0 {
        return None;
    }
    let ratio = |share: f64| share / (1.0 - share) * before.years() / after.years();
    let low = if after.count() == 0 { 0.0 } else { quantile(later, earlier + 1.0, beyond) };
    let is_known = before.count() > 0;
    Some(RateRatio {
        low: ratio(low),
        best: is_known.then(|| after.per_year() / before.per_year()),
        high: is_known.then(|| ratio(quantile(later + 1.0, earlier, 1.0 - beyond))),
    })
}

/// The quantile of a beta law.
fn quantile(a: f64, b: f64, p: f64) -> f64 {
    let law = Beta::new(a, b);
    root::reached(|x| law.at(x).cdf, p, 0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::super::Seen;
    use super::*;
    use crate::loss::controls::fixtures::percent;
    use crate::money::Pence;

    fn record(count: u32, years: i32) -> Record {
        let seen = Seen { year: 1, count, cost: Pence::default() };
        Record::of_all_years(1, years, &[seen]).expect("sound")
    }

    /// The 95 % intervals of 128 and 41 are those published for Derbyshire's claims, 106.8 to 152.2 and 29.4 to 55.6; all
    /// computed with SciPy 1.17.1, `chi2.ppf`.
    #[test]
    fn rates_have_the_exact_poisson_interval() {
        for (count, confidence, low, high) in [
            (128, 95, 106.787_333_793_004_04, 152.192_418_416_874_03),
            (41, 95, 29.422_307_868_455_28, 55.621_129_565_734_92),
            (0, 95, 0.0, 3.688_879_454_113_935_4),
            (1, 95, 0.025_317_807_984_289_897, 5.571_643_390_938_898),
            (41, 90, 31.066_145_314_494_26, 53.197_420_121_361_255),
            (5, 90, 1.970_149_568_059_53, 10.513_034_908_741_535),
        ] {
            let one = rate(&record(count, 1), percent(confidence)).expect("a confidence below 100 %");
            assert!((one.low - low).abs() < 1e-9 && (one.high - high).abs() < 1e-9, "{count}: {one:?}");
            let four = rate(&record(count, 4), percent(confidence)).expect("a confidence below 100 %");
            assert_eq!((four.low * 4.0, four.high * 4.0), (one.low, one.high));
        }
        assert_eq!(rate(&record(3, 1), Share::WHOLE), None);
    }

    /// Computed with SciPy 1.17.1, `beta.ppf`.
    #[test]
    fn the_ratio_of_two_rates_has_the_exact_interval_of_the_conditional_binomial() {
        for ((earlier, before), (later, after), confidence, low, best, high) in [
            ((128, 1), (41, 1), 95, 0.219_614_315_147_169_14, 0.320_312_5, 0.458_564_882_777_349_8),
            ((12, 3), (5, 2), 90, 0.211_881_088_272_128_98, 0.625, 1.637_535_061_209_703_3),
            ((7, 1), (0, 1), 95, 0.0, 0.0, 0.693_813_980_096_452_3),
        ] {
            let ratio = rate_ratio(&record(earlier, before), &record(later, after), percent(confidence));
            let ratio = ratio.expect("something happened");
            let (found, top) = (ratio.best.expect("known"), ratio.high.expect("known"));
            for (found, wanted) in [(ratio.low, low), (found, best), (top, high)] {
                assert!((found - wanted).abs() < 1e-11, "{earlier} to {later}: {found} for {wanted}");
            }
        }
    }

    /// 1.4413 computed with SciPy 1.17.1.
    #[test]
    fn from_nothing_there_is_a_least_ratio_and_no_greatest_and_of_nothing_none() {
        let ratio = rate_ratio(&record(0, 1), &record(7, 1), percent(95)).expect("something happened");
        assert!((ratio.low - 1.441_308_518_735_239_7).abs() < 1e-3, "{ratio:?}");
        assert_eq!((ratio.best, ratio.high), (None, None));
        assert_eq!(rate_ratio(&record(0, 3), &record(0, 2), percent(95)), None);
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_estimate_and_widens_with_confidence(count in 0_u32..100_000, years in 1_i32..50) {
            let [narrow, wide] = [80, 99].map(|c| rate(&record(count, years), percent(c)).expect("below 100 %"));
            prop_assert!(wide.low <= narrow.low && narrow.low <= narrow.best);
            prop_assert!(narrow.best < narrow.high && narrow.high < wide.high);
        }

        #[test]
        fn a_ratio_turned_round_is_its_reciprocal(earlier in 1_u32..500, later in 1_u32..500, years in 1_i32..9) {
            let (before, after) = (record(earlier, years), record(later, 3));
            let forth = rate_ratio(&before, &after, percent(95)).expect("events");
            let back = rate_ratio(&after, &before, percent(95)).expect("events");
            let high = back.high.expect("events");
            prop_assert!((forth.low * high - 1.0).abs() < 1e-7, "{forth:?} {back:?}");
            prop_assert_eq!(forth.best.is_some(), true);
        }
    }
}
