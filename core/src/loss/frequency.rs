//! How often events happen: the law of their number in one year.

use std::fmt;

use super::millionths::Millionths;
use crate::choice::choices;

choices! {
    /// Which law the number of events in a year follows.
    FrequencyKind default Poisson {
        /// Each event comes by itself, at a steady rate.
        Poisson = "poisson", "Any number of times, at a steady rate";
        /// Once or not at all.
        Bernoulli = "bernoulli", "Once a year at most, with a chance";
        /// Events come in clusters: the number varies more than a steady rate would make it.
        NegativeBinomial = "negative-binomial", "Any number of times, in good and bad years";
    }
}

/// A law as described, unchecked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrequencyLaw {
    /// Poisson's, with so many events a year on average.
    Poisson {
        /// Events a year.
        rate: Millionths,
    },
    /// One event a year at most.
    Bernoulli {
        /// The chance of it, from 0 to 1.
        probability: Millionths,
    },
    /// The negative binomial one: a Poisson law whose rate differs from year to year.
    NegativeBinomial {
        /// Events a year.
        mean: Millionths,
        /// The variance of their number, which is greater than the mean.
        variance: Millionths,
    },
}

/// The law of the number of events in a year, checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frequency(FrequencyLaw);

/// Why a law is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrequencyError {
    /// A chance is above 1.
    ProbabilityAboveOne,
    /// The mean of a negative binomial law is nought.
    MeanNotPositive,
    /// The variance of a negative binomial law is not above its mean.
    VarianceNotAboveMean,
}

impl fmt::Display for FrequencyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ProbabilityAboveOne => "the chance is above 100 %",
            Self::MeanNotPositive => "the average number of events is not above nought",
            Self::VarianceNotAboveMean => "the variance is not above the average number of events",
        })
    }
}

impl std::error::Error for FrequencyError {}

impl Frequency {
    /// The law as described, if it is one.
    pub fn new(law: FrequencyLaw) -> Result<Self, FrequencyError> {
        match law {
            FrequencyLaw::Bernoulli { probability } if probability > Millionths::ONE => {
                Err(FrequencyError::ProbabilityAboveOne)
            }
            FrequencyLaw::NegativeBinomial { mean, .. } if mean == Millionths::default() => {
                Err(FrequencyError::MeanNotPositive)
            }
            FrequencyLaw::NegativeBinomial { mean, variance } if variance <= mean => {
                Err(FrequencyError::VarianceNotAboveMean)
            }
            FrequencyLaw::Poisson { .. }
            | FrequencyLaw::Bernoulli { .. }
            | FrequencyLaw::NegativeBinomial { .. } => Ok(Self(law)),
        }
    }

    /// What it is, with its parameters.
    #[must_use]
    pub fn law(&self) -> FrequencyLaw {
        self.0
    }

    /// Which law it is.
    #[must_use]
    pub fn kind(&self) -> FrequencyKind {
        match self.0 {
            FrequencyLaw::Poisson { .. } => FrequencyKind::Poisson,
            FrequencyLaw::Bernoulli { .. } => FrequencyKind::Bernoulli,
            FrequencyLaw::NegativeBinomial { .. } => FrequencyKind::NegativeBinomial,
        }
    }

    /// The mean number of events in a year.
    #[must_use]
    pub fn mean(&self) -> f64 {
        match self.0 {
            FrequencyLaw::Poisson { rate } => rate.value(),
            FrequencyLaw::Bernoulli { probability } => probability.value(),
            FrequencyLaw::NegativeBinomial { mean, .. } => mean.value(),
        }
    }

    /// The variance of the number of events in a year.
    #[must_use]
    pub fn variance(&self) -> f64 {
        match self.0 {
            FrequencyLaw::Poisson { rate } => rate.value(),
            FrequencyLaw::Bernoulli { probability } => probability.value() * (1.0 - probability.value()),
            FrequencyLaw::NegativeBinomial { variance, .. } => variance.value(),
        }
    }

    /// The probability of a year without an event. Of a negative binomial law it is p^n with p = mean / variance and
    /// n = mean^2 / (variance - mean).
    #[must_use]
    pub fn p_none(&self) -> f64 {
        match self.0 {
            FrequencyLaw::Poisson { rate } => libm::exp(-rate.value()),
            FrequencyLaw::Bernoulli { probability } => 1.0 - probability.value(),
            FrequencyLaw::NegativeBinomial { mean, variance } => {
                let (mean, variance) = (mean.value(), variance.value());
                libm::exp(libm::log(mean / variance) * mean * mean / (variance - mean))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: f64) -> Millionths {
        Millionths::new(value).expect("a small number")
    }

    #[test]
    fn what_is_no_law_is_refused_by_the_rule_it_breaks() {
        for (law, error) in [
            (FrequencyLaw::Bernoulli { probability: number(1.000_001) }, FrequencyError::ProbabilityAboveOne),
            (
                FrequencyLaw::NegativeBinomial { mean: number(0.0), variance: number(1.0) },
                FrequencyError::MeanNotPositive,
            ),
            (
                FrequencyLaw::NegativeBinomial { mean: number(2.0), variance: number(2.0) },
                FrequencyError::VarianceNotAboveMean,
            ),
        ] {
            assert_eq!(Frequency::new(law), Err(error));
        }
    }

    /// The negative binomial case: SciPy 1.17.1, `nbinom(4, 2 / 3).pmf(0)`; the Poisson one: e^-3.
    #[test]
    fn moments_and_years_without_an_event_are_those_of_the_law() {
        for (law, mean, variance, none) in [
            (FrequencyLaw::Poisson { rate: number(3.0) }, 3.0, 3.0, 0.049_787_068_367_863_944),
            (FrequencyLaw::Poisson { rate: number(0.0) }, 0.0, 0.0, 1.0),
            (FrequencyLaw::Bernoulli { probability: number(0.1) }, 0.1, 0.09, 0.9),
            (
                FrequencyLaw::NegativeBinomial { mean: number(2.0), variance: number(3.0) },
                2.0,
                3.0,
                16.0 / 81.0,
            ),
        ] {
            let law = Frequency::new(law).expect("sound");
            for (found, wanted) in [(law.mean(), mean), (law.variance(), variance), (law.p_none(), none)] {
                assert!((found - wanted).abs() < 1e-15, "{law:?}: {found} for {wanted}");
            }
        }
    }
}
