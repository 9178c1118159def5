//! What several risks have in common: a funding squeeze or one supplier makes all their events likelier in the same
//! year. Which risk is pulled how strongly is said by its exposure; what this does to their sum is worked out next door
//! in `portfolio` and `exact`.

use std::fmt;

use super::Millionths;
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
}
