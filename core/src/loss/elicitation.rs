//! First figures where people have only chosen steps of a scale: a range of chances a year becomes a rate, a range of
//! amounts becomes a law of cost. They are a place to start from and are shown as derived; which step stands for which
//! range is known to the scale, and who asks for it is the register.
//!
//! A range without a low end ("less than 5 %") is taken to reach down to a tenth of its high end, an amount without a
//! high end ("at least £1 million") up to ten times its low end: about the width that steps of a matrix have.

use super::{Frequency, FrequencyLaw, Millionths, Severity, SeverityLaw};
use crate::money::Pence;

/// How many times its other end an end is that is not given.
const TIMES: i64 = 10;
/// No chance a year is taken to be greater, since no rate makes an event certain.
pub const MOST_CHANCE: f64 = 0.99;

/// Which end of a range is not given, and stood in for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandIn {
    /// The low end is a tenth of the high one.
    Low,
    /// The high end is ten times the low one.
    High,
}

/// A rate that was derived from a range of chances.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FirstFrequency {
    /// Poisson's law, under which a year has an event or more with this chance: rate = -log(1 - chance).
    pub frequency: Frequency,
    /// The chance in the geometric middle of the two ends, the root of their product, up to [`MOST_CHANCE`].
    pub chance: f64,
    /// The low end that was used, above 0.
    pub low: f64,
    /// The high end that was used, up to 1.
    pub high: f64,
    /// The end that was not given.
    pub stand_in: Option<StandIn>,
}

/// A law of cost that was derived from a range of amounts.
#[derive(Clone, Debug, PartialEq)]
pub struct FirstSeverity {
    /// The lognormal law that one event in twenty undercuts at the low end and one exceeds at the high end; a fixed cost
    /// where both are one amount.
    pub severity: Severity,
    /// The low end that was used.
    pub low: Pence,
    /// The high end that was used.
    pub high: Pence,
    /// The end that was not given.
    pub stand_in: Option<StandIn>,
}

/// The rate for a chance a year from `from` to `to`, both from 0 to 1. None for what is no such range, for nought, which
/// is no chance to start from, and for the whole range, which says nothing.
#[must_use]
pub fn first_frequency(from: f64, to: f64) -> Option<FirstFrequency> {
    let is_range = from >= 0.0 && from <= to && to <= 1.0;
    if !is_range || to <= 0.0 || (from <= 0.0 && to >= 1.0) {
        return None;
    }
    let (low, stand_in) = if from > 0.0 { (from, None) } else { (to / TIMES as f64, Some(StandIn::Low)) };
    let chance = libm::sqrt(low * to).min(MOST_CHANCE);
    let rate = Millionths::new(-libm::log1p(-chance)).ok()?;
    let frequency = Frequency::new(FrequencyLaw::Poisson { rate }).ok()?;
    Some(FirstFrequency { frequency, chance, low, high: to, stand_in })
}

/// The law of cost for an amount from `from` to `to`, or without an end. None for what is no such range, for nought, and
/// where neither end says anything.
#[must_use]
pub fn first_severity(from: Pence, to: Option<Pence>) -> Option<FirstSeverity> {
    let nothing = Pence::default();
    let (low, high, stand_in) = match to {
        Some(to) if from > nothing => (from, to, None),
        Some(to) if from == nothing => (Pence::new(to.pence() / TIMES).ok()?, to, Some(StandIn::Low)),
        None if from > nothing => (from, Pence::new(from.pence() * TIMES).ok()?, Some(StandIn::High)),
        Some(_) | None => return None,
    };
    let is_one = low == high && low > nothing;
    let law = if is_one { SeverityLaw::Fixed { amount: low } } else { SeverityLaw::Lognormal { low, high } };
    Some(FirstSeverity { severity: Severity::new(law).ok()?, low, high, stand_in })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::*;
    use crate::loss::controls::fixtures::pounds;

    /// By hand: the root of 0.05 x 0.2 is 0.1, and -log(0.9) is 0.105361.
    #[test]
    fn a_range_of_chances_becomes_the_rate_of_its_geometric_middle() {
        for (from, to, chance, rate, stand_in) in [
            (0.05, 0.2, 0.1, 0.105_361, None),
            (0.0, 0.1, 0.031_622_776_601_683_79, 0.032_134, Some(StandIn::Low)),
            (0.95, 1.0, 0.974_679_434_480_896_4, 3.676_138, None),
            (1.0, 1.0, 0.99, 4.605_170, None),
        ] {
            let first = first_frequency(from, to).expect("a range");
            assert!((first.chance - chance).abs() < 1e-12, "{first:?}");
            assert!((first.frequency.mean() - rate).abs() < 1e-6, "{first:?}");
            assert_eq!(first.stand_in, stand_in);
        }
    }

    #[test]
    fn what_is_no_range_or_says_nothing_gives_no_rate() {
        for (from, to) in
            [(0.0, 0.0), (0.0, 1.0), (0.3, 0.2), (-0.1, 0.2), (0.5, 1.1), (f64::NAN, 0.5), (0.1, f64::NAN)]
        {
            assert_eq!(first_frequency(from, to), None, "{from} to {to}");
        }
    }

    #[test]
    fn a_range_of_amounts_becomes_the_law_with_its_ends_as_outer_twentieths() {
        let lognormal = |low, high| SeverityLaw::Lognormal { low: pounds(low), high: pounds(high) };
        for (from, to, law, stand_in) in [
            (10_000, Some(100_000), lognormal(10_000, 100_000), None),
            (0, Some(10_000), lognormal(1_000, 10_000), Some(StandIn::Low)),
            (1_000_000, None, lognormal(1_000_000, 10_000_000), Some(StandIn::High)),
            (500, Some(500), SeverityLaw::Fixed { amount: pounds(500) }, None),
        ] {
            let first = first_severity(pounds(from), to.map(pounds)).expect("a range");
            assert_eq!((first.severity.law(), first.stand_in), (&law, stand_in));
        }
    }

    #[test]
    fn what_is_no_range_of_amounts_gives_no_law() {
        let most = Pence::new(100_000_000_000_000).expect("the most there is");
        let penny = Pence::new(1).expect("small");
        for (from, to) in [
            (pounds(0), None),
            (pounds(0), Some(pounds(0))),
            (pounds(0), Some(penny)),
            (pounds(-5), Some(pounds(5))),
            (pounds(-5), None),
            (pounds(9), Some(pounds(5))),
            (most, None),
            (penny, Some(most)),
        ] {
            assert_eq!(first_severity(from, to), None, "{from} to {to:?}");
        }
    }

    proptest! {
        #[test]
        fn a_chance_lies_between_the_ends_and_is_that_of_a_year_with_an_event(
            one in 0.000_1_f64..0.99, other in 0.000_1_f64..0.99,
        ) {
            let first = first_frequency(one.min(other), one.max(other)).expect("a range");
            prop_assert!(first.low <= first.chance * (1.0 + 1e-12) && first.chance <= first.high * (1.0 + 1e-12));
            prop_assert!((1.0 - first.frequency.p_none() - first.chance).abs() < 1e-6);
        }
    }
}
