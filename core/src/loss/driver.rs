//! What several risks have in common: a funding squeeze or one supplier makes all their events likelier in the same
//! year. Which risk is pulled how strongly is said by its exposure; what this does to their sum is worked out next door
//! in `portfolio` and `exact`.

use std::fmt;

use super::Millionths;
use super::special::gamma::Gamma;
use super::special::root;
use crate::decimal;
use crate::share::Share;

/// A factor that is drawn once a year from a gamma law of mean 1, and by which rates of risks are multiplied (CreditRisk+,
/// 1997).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Driver {
    variance: Millionths,
}

/// Why a variance makes no driver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DriverError {
    /// It is nought, so that all years are alike.
    NoVariance,
    /// It is above [`MOST_VARIANCE`].
    TooMuchVariance,
}

/// The greatest variance of a driver: nearly all events fall into one year in ten.
pub const MOST_VARIANCE: u32 = 10;

/// Why no driver has years as bad as this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadYearError {
    /// They are hardly worse than others.
    TooMild,
    /// They are worse than its law can make them.
    TooBad,
}

/// The least that a bad year brings, as a multiple of an average one.
pub const MILDEST_BAD_YEAR: f64 = 1.01;
/// The most that a bad year brings, as a multiple of an average one: one year in ten is worse than 3.02 times the average
/// under no gamma law.
pub const WORST_BAD_YEAR: f64 = 3.0;
/// Nine years in ten are no worse than a bad one.
const UP_TO_BAD: f64 = 0.9;
/// Up to this variance bad years grow worse; beyond it, they grow rarer instead.
const TURN: f64 = 5.0;

impl fmt::Display for BadYearError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMild => {
                write!(f, "less than {}: a year like any other", decimal::short(MILDEST_BAD_YEAR, 2))
            }
            Self::TooBad => {
                write!(f, "more than {}: one year in ten is never so bad", decimal::short(WORST_BAD_YEAR, 2))
            }
        }
    }
}

impl std::error::Error for BadYearError {}

impl fmt::Display for DriverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoVariance => f.write_str("the variance is not above nought"),
            Self::TooMuchVariance => write!(f, "the variance is above {MOST_VARIANCE}"),
        }
    }
}

impl std::error::Error for DriverError {}

impl Driver {
    /// A driver whose factor has this variance.
    pub fn new(variance: Millionths) -> Result<Self, DriverError> {
        if variance == Millionths::default() {
            return Err(DriverError::NoVariance);
        }
        if variance.value() > f64::from(MOST_VARIANCE) {
            return Err(DriverError::TooMuchVariance);
        }
        Ok(Self { variance })
    }

    /// The driver under which one year in ten brings at least so many times the events of an average one: the variance v,
    /// to the millionth, of which the gamma law with shape 1 / v and mean 1 has its 90th percentile there. Of two such
    /// variances it is the smaller.
    pub fn of_bad_year(times: Millionths) -> Result<Self, BadYearError> {
        let times = times.value();
        if times < MILDEST_BAD_YEAR {
            return Err(BadYearError::TooMild);
        }
        if times > WORST_BAD_YEAR {
            return Err(BadYearError::TooBad);
        }
        let up_to_times = |variance: f64| Gamma::new(1.0 / variance).cdf(times / variance);
        let variance = root::reached(|variance| -up_to_times(variance), -UP_TO_BAD, 0.0, TURN);
        Ok(Self {
            variance: Millionths::new(variance).expect("it lies between a hundred-thousandth and five"),
        })
    }

    /// How many times the events of an average year one year in ten brings at least.
    #[must_use]
    pub fn bad_year(&self) -> f64 {
        let variance = self.variance.value();
        variance * Gamma::new(1.0 / variance).quantile(UP_TO_BAD)
    }

    /// The probability of a year without any of those events that come at its pace, so many a year on average: a negative
    /// binomial number is nought.
    #[must_use]
    pub fn p_none(&self, rate: f64) -> f64 {
        let variance = self.variance.value();
        libm::exp(-libm::log1p(variance * rate) / variance)
    }

    /// The variance of its factor.
    #[must_use]
    pub fn variance(&self) -> Millionths {
        self.variance
    }
}

/// How strongly a driver pulls a risk: this share of its events comes at the driver's pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pull {
    /// The place of the driver in its portfolio.
    pub driver: usize,
    /// The share of events.
    pub share: Share,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_varies_and_not_without_bounds() {
        let of = |variance| Driver::new(Millionths::new(variance).expect("small")).map(|_| ());
        for (variance, expected) in [
            (0.0, Err(DriverError::NoVariance)),
            (1e-6, Ok(())),
            (10.0, Ok(())),
            (10.000_001, Err(DriverError::TooMuchVariance)),
        ] {
            assert_eq!(of(variance), expected, "{variance}");
        }
    }

    fn of_bad_year(times: f64) -> Result<f64, BadYearError> {
        let times = Millionths::new(times).expect("small");
        Driver::of_bad_year(times).map(|driver| driver.variance().value())
    }

    /// An exponential law has variance 1 and its 90th percentile at ln 10; the others by the incomplete gamma function in
    /// Python, by a series and a continued fraction of its own.
    #[test]
    fn a_variance_is_found_to_the_millionth_from_a_bad_year() {
        for (times, variance) in [
            (1.01, 0.000_061),
            (1.05, 0.001_503),
            (1.1, 0.005_945),
            (1.5, 0.140_323),
            (2.0, 0.562_529),
            (std::f64::consts::LN_10, 1.0),
            (2.5, 1.404_121),
            (2.75, 2.167_601),
        ] {
            let found = of_bad_year(times).expect("within bounds");
            assert!((found - variance).abs() < 1.6e-6, "{times}: {found} for {variance}");
        }
    }

    #[test]
    fn a_bad_year_is_worse_than_others_and_not_without_bounds() {
        for (times, error) in [
            (0.0, BadYearError::TooMild),
            (1.009_999, BadYearError::TooMild),
            (3.000_001, BadYearError::TooBad),
            (1e6, BadYearError::TooBad),
        ] {
            assert_eq!(of_bad_year(times), Err(error), "{times}");
        }
        assert!(of_bad_year(3.0).is_ok_and(|variance| variance < TURN));
    }

    #[test]
    fn none_of_the_events_at_its_pace_happens_as_a_negative_binomial_law_says() {
        let driver = Driver::new(Millionths::new(0.5).expect("small")).expect("sound");
        assert!((driver.p_none(2.0) - 0.25).abs() < 1e-15 && driver.p_none(0.0) == 1.0);
    }

    proptest::proptest! {
        #[test]
        fn a_bad_year_is_shown_again_as_it_was_typed(hundredths in 101_u32..=300) {
            let times = f64::from(hundredths) / 100.0;
            let driver = Driver::of_bad_year(Millionths::new(times).expect("small")).expect("within bounds");
            proptest::prop_assert!((driver.bad_year() - times).abs() < 1e-4, "{times}");
        }

        #[test]
        fn every_driver_has_a_bad_year(variance in 1_u32..=10_000_000) {
            let variance = Millionths::new(f64::from(variance) / 1e6).expect("small");
            let times = Driver::new(variance).expect("sound").bad_year();
            proptest::prop_assert!((1.0..3.03).contains(&times), "{times}");
        }
    }
}
