//! Risks together: their losses of one year are added up. What the sum is like is worked out next door in `exact`;
//! here are its moments, which need no lattice.

use std::fmt;

use rustfft::num_complex::Complex;

use super::count::{Count, log_mixed};
use super::{Driver, Exposure};

/// Risks whose losses of a year are added up, independent of one another but for what drives several of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Portfolio {
    drivers: Vec<Driver>,
    exposures: Vec<Exposure>,
}

/// Why risks and drivers make no portfolio; each names the place of the risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortfolioError {
    /// A risk is pulled by a driver that is not there.
    UnknownDriver(usize),
    /// A risk is pulled whose number of events is not Poisson's.
    PulledButNotPoisson(usize),
    /// The pulls on a risk come to more than the whole.
    MoreThanWhole(usize),
}

impl fmt::Display for PortfolioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownDriver(place) => write!(f, "risk {} has a driver that is not there", place + 1),
            Self::PulledButNotPoisson(place) => {
                write!(f, "risk {} has a driver, but not any number of events at a steady rate", place + 1)
            }
            Self::MoreThanWhole(place) => {
                write!(f, "the drivers of risk {} come to more than 100 %", place + 1)
            }
        }
    }
}

impl std::error::Error for PortfolioError {}

impl Portfolio {
    /// These risks together, independent of one another: drivers that they name are left out.
    #[must_use]
    pub fn new(exposures: Vec<Exposure>) -> Self {
        let alone = |exposure: Exposure| Exposure { pulls: Vec::new(), ..exposure };
        Self { drivers: Vec::new(), exposures: exposures.into_iter().map(alone).collect() }
    }

    /// These risks together, some of them pulled by drivers.
    pub fn with_drivers(drivers: Vec<Driver>, exposures: Vec<Exposure>) -> Result<Self, PortfolioError> {
        exposures
            .iter()
            .enumerate()
            .try_for_each(|(place, exposure)| check(place, exposure, drivers.len()))?;
        Ok(Self { drivers, exposures })
    }

    /// The risks.
    #[must_use]
    pub fn exposures(&self) -> &[Exposure] {
        &self.exposures
    }

    /// What several of them have in common.
    #[must_use]
    pub fn drivers(&self) -> &[Driver] {
        &self.drivers
    }

    /// The mean loss of a year in pounds; drivers leave it as it is.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.exposures.iter().map(Exposure::mean).sum()
    }

    /// The variance of the loss of a year in square pounds: that of each risk by itself, and for each driver its variance
    /// times the square of the mean loss that comes at its pace (CreditRisk+, 1997).
    #[must_use]
    pub fn variance(&self) -> f64 {
        let alone: f64 = self.exposures.iter().map(Exposure::variance).sum();
        let paced = self.paced(Exposure::mean);
        alone + paced.map(|(variance, mean)| variance * mean * mean).sum::<f64>()
    }

    /// The probability of a year without a loss: the transform of the year's loss at infinity.
    #[must_use]
    pub fn p_none(&self) -> f64 {
        let alone: f64 = self.exposures.iter().map(Exposure::p_none_unpulled).product();
        let paced = self.paced(|exposure| -exposure.count.mean() * (1.0 - exposure.p_free()));
        let log = |(variance, less)| log_mixed(Complex::from(less), variance).re;
        alone * libm::exp(paced.map(log).sum::<f64>())
    }

    /// The variance of each driver beside a sum over the risks that it pulls, each with the share that is pulled.
    pub(super) fn paced(&self, of: impl Fn(&Exposure) -> f64) -> impl Iterator<Item = (f64, f64)> {
        let mut sums: Vec<_> = self.drivers.iter().map(|driver| (driver.variance().value(), 0.0)).collect();
        for exposure in &self.exposures {
            let value = of(exposure);
            for pull in &exposure.pulls {
                sums[pull.driver].1 += pull.share.fraction() * value;
            }
        }
        sums.into_iter()
    }
}

fn check(place: usize, exposure: &Exposure, n_drivers: usize) -> Result<(), PortfolioError> {
    let pulls = &exposure.pulls;
    if pulls.iter().any(|pull| pull.driver >= n_drivers) {
        return Err(PortfolioError::UnknownDriver(place));
    }
    if !pulls.is_empty() && !matches!(exposure.count, Count::Poisson { .. }) {
        return Err(PortfolioError::PulledButNotPoisson(place));
    }
    let points: u64 = pulls.iter().map(|pull| u64::from(pull.share.basis_points())).sum();
    if points > WHOLE { Err(PortfolioError::MoreThanWhole(place)) } else { Ok(()) }
}

/// All of a risk's events, in hundredths of one per cent.
const WHOLE: u64 = 10_000;

#[cfg(test)]
mod tests;
