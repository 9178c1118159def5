//! Risks together: their losses of one year are added up. What the sum is like is worked out next door in `exact`.

use super::Exposure;

/// Risks whose losses of a year are added up, independent of one another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Portfolio {
    exposures: Vec<Exposure>,
}

impl Portfolio {
    /// These risks together.
    #[must_use]
    pub fn new(exposures: Vec<Exposure>) -> Self {
        Self { exposures }
    }

    /// The risks.
    #[must_use]
    pub fn exposures(&self) -> &[Exposure] {
        &self.exposures
    }

    /// The mean loss of a year in pounds.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.exposures.iter().map(Exposure::mean).sum()
    }

    /// The variance of the loss of a year in square pounds.
    #[must_use]
    pub fn variance(&self) -> f64 {
        self.exposures.iter().map(Exposure::variance).sum()
    }

    /// The probability of a year without a loss.
    #[must_use]
    pub fn p_none(&self) -> f64 {
        self.exposures.iter().map(Exposure::p_none).product()
    }
}
