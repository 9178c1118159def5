//! The cost of one event as a function of pounds: its moments, how likely it is to be no more than an amount, and what
//! it comes to if it is cut off there. All that is worked out from a severity is worked out from its curve.

mod bounded;
mod lognormal;
mod numbers;
mod points;
mod steps;
mod tail;

use super::severity::{Severity, SeverityLaw};
use crate::money::Pence;
use bounded::{Pert, Triangular, Uniform};
use steps::Steps;

pub(super) use lognormal::Lognormal;
pub(super) use points::Points;
pub(super) use tail::{End, Tail};

/// What a law says of one amount in pounds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct At {
    /// The probability of a cost of at most the amount.
    pub(super) probability: f64,
    /// The mean of the cost, cut off at the amount: E min(X, amount), the limited expected value (Klugman, Panjer and
    /// Willmot, Loss Models).
    pub(super) limited: f64,
    /// How fast the probability rises there, per pound; nought where it steps.
    pub(super) density: f64,
}

/// The law of a cost in pounds. What has no width is a step.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Curve {
    Lognormal(Lognormal),
    Pert(Pert),
    Triangular(Triangular),
    Uniform(Uniform),
    Steps(Steps),
}

impl Curve {
    /// The law of a severity.
    pub(super) fn of(severity: &Severity) -> Self {
        match severity.law() {
            SeverityLaw::Lognormal { low, high } => Self::Lognormal(Lognormal::of_interval(*low, *high)),
            SeverityLaw::LognormalMedian { median, percentile, high } => {
                Self::Lognormal(Lognormal::of_median(*median, percentile.fraction(), *high))
            }
            SeverityLaw::Fixed { amount } => Self::Steps(Steps::of(&[*amount])),
            SeverityLaw::Observed { amounts } => Self::Steps(Steps::of(amounts)),
            SeverityLaw::Pert { low, high, .. }
            | SeverityLaw::Triangular { low, high, .. }
            | SeverityLaw::Uniform { low, high }
                if low == high =>
            {
                Self::Steps(Steps::of(&[*low]))
            }
            SeverityLaw::Pert { low, mode, high, weight } => {
                Self::Pert(Pert::new(pounds([*low, *mode, *high]), weight.value()))
            }
            SeverityLaw::Triangular { low, mode, high } => {
                Self::Triangular(Triangular::new(pounds([*low, *mode, *high])))
            }
            SeverityLaw::Uniform { low, high } => Self::Uniform(Uniform::new(pounds([*low, *high]))),
        }
    }

    /// The mean in pounds.
    pub(super) fn mean(&self) -> f64 {
        match self {
            Self::Lognormal(law) => law.mean(),
            Self::Pert(law) => law.mean(),
            Self::Triangular(law) => law.mean(),
            Self::Uniform(law) => law.mean(),
            Self::Steps(law) => law.mean(),
        }
    }

    /// The variance in square pounds.
    pub(super) fn variance(&self) -> f64 {
        match self {
            Self::Lognormal(law) => law.variance(),
            Self::Pert(law) => law.variance(),
            Self::Triangular(law) => law.variance(),
            Self::Uniform(law) => law.variance(),
            Self::Steps(law) => law.variance(),
        }
    }

    /// The amounts that alone can come about, where they are listed.
    pub(super) fn listed(&self) -> Option<&[f64]> {
        match self {
            Self::Steps(law) => Some(law.amounts()),
            Self::Lognormal(_) | Self::Pert(_) | Self::Triangular(_) | Self::Uniform(_) => None,
        }
    }

    /// For how many pounds above an amount the law runs so smoothly that a polynomial is as good; nought where it is as
    /// quickly worked out itself.
    fn smooth_around(&self, amount: f64) -> f64 {
        match self {
            Self::Lognormal(law) => law.smooth_around(amount),
            Self::Pert(law) => law.smooth_around(amount),
            Self::Triangular(_) | Self::Uniform(_) | Self::Steps(_) => 0.0,
        }
    }

    /// What makes it differ from every other law, bit by bit.
    pub(super) fn bits(&self) -> Vec<u64> {
        let (kind, numbers) = self.numbers();
        [kind].into_iter().chain(numbers.into_iter().map(f64::to_bits)).collect()
    }

    /// Its part at one end that has this probability, 0 < p <= 1/2.
    pub(super) fn tail(&self, end: End, p: f64) -> Tail {
        match self {
            Self::Lognormal(law) => law.tail(end, p),
            Self::Pert(law) => law.tail(end, p),
            Self::Triangular(law) => law.tail(end, p),
            Self::Uniform(law) => law.tail(end, p),
            Self::Steps(law) => law.tail(end, p),
        }
    }

    /// What it says of an amount.
    pub(super) fn at(&self, amount: f64) -> At {
        match self {
            Self::Lognormal(law) => law.at(amount),
            Self::Pert(law) => law.at(amount),
            Self::Triangular(law) => law.at(amount),
            Self::Uniform(law) => law.at(amount),
            Self::Steps(law) => law.at(amount),
        }
    }
}

/// Into how many parts what a law gives as its width is parted, so that a polynomial of the fifth degree runs along it.
const PARTS: f64 = 5.0;

fn pounds<const N: usize>(amounts: [Pence; N]) -> [f64; N] {
    amounts.map(Pence::pounds)
}

#[cfg(test)]
mod tests;
