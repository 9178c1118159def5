//! The two figures of a year's loss by which changes to a portfolio are weighed: what controls save, what to buy for a
//! budget and which input matters most are all said in one of them or both.

use super::{Exposure, Portfolio, YearsLoss};
use crate::choice::choices;

/// The share of years that are not among the worst, of which the tail is the mean.
pub const TAIL_FROM: f64 = 0.95;

choices! {
    /// Which figure of a year's loss is looked at.
    Measure default Mean {
        /// The expected loss, in closed form.
        Mean = "mean", "Expected loss";
        /// The mean of the worst twentieth of years (TVaR at 95 %), by the exact engine.
        Tail = "tail", "Mean of the worst year in twenty";
    }
}

/// What works out the loss of a year: an engine that is kept, or [`YearsLoss::of`]. Many portfolios that differ in one
/// risk are given to it one after the other.
pub type Years<'a> = dyn FnMut(&Portfolio) -> YearsLoss + 'a;

/// What the loss of a year comes to, in pounds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// The mean.
    pub mean: f64,
    /// The mean of the worst twentieth of years.
    pub tail_mean: f64,
}

impl Measure {
    /// This figure of a portfolio, in pounds.
    #[must_use]
    pub fn of(self, portfolio: &Portfolio, years: &mut Years<'_>) -> f64 {
        match self {
            Self::Mean => portfolio.mean(),
            Self::Tail => years(portfolio).tail_mean(TAIL_FROM),
        }
    }
}

impl Figures {
    /// Both figures of a portfolio.
    #[must_use]
    pub fn of(portfolio: &Portfolio, years: &mut Years<'_>) -> Self {
        Self { mean: portfolio.mean(), tail_mean: years(portfolio).tail_mean(TAIL_FROM) }
    }

    /// The one that is looked at.
    #[must_use]
    pub fn by(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Mean => self.mean,
            Measure::Tail => self.tail_mean,
        }
    }

    /// These figures, and none above the other's: what a lattice rounds must not look like a loss.
    pub(super) fn no_more_than(self, most: Self) -> Self {
        Self { mean: self.mean.min(most.mean), tail_mean: self.tail_mean.min(most.tail_mean) }
    }

    /// These figures, and none below the other's.
    pub(super) fn no_less_than(self, least: Self) -> Self {
        Self { mean: self.mean.max(least.mean), tail_mean: self.tail_mean.max(least.tail_mean) }
    }
}

/// The same portfolio with its risks changed one by one.
pub(super) fn changed(portfolio: &Portfolio, exposures: Vec<Exposure>) -> Portfolio {
    Portfolio::with_drivers(portfolio.drivers().to_vec(), exposures)
        .expect("the pulls are those of the portfolio")
}
