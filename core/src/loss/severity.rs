//! How badly: the law of the cost of one event.

use std::fmt;

use super::curve::{Curve, Lognormal};
use super::millionths::Millionths;
use crate::choice::choices;
use crate::money::Pence;
use crate::share::Share;

/// The most losses that one table may hold.
pub const MOST_OBSERVED: usize = 1_000;

/// The widest lognormal law: the deviation of its logarithm where nine in ten events spread over a factor of a million.
pub const WIDEST: f64 = 4.2;

choices! {
    /// Which law the cost of one event follows.
    SeverityKind default Lognormal {
        /// Lognormal, by the interval that nine events of ten fall into.
        Lognormal = "lognormal", "A range that nine in ten fall into (lognormal)";
        /// Lognormal, by its median and one percentile above it.
        LognormalMedian = "lognormal-median", "A middle value and a high one (lognormal)";
        /// PERT: least, likeliest and most.
        Pert = "pert", "Least, likeliest and most (PERT)";
        /// Triangular: least, likeliest and most.
        Triangular = "triangular", "Least, likeliest and most (triangular)";
        /// Anything between two amounts alike.
        Uniform = "uniform", "Anything between two amounts (uniform)";
        /// Always the same.
        Fixed = "fixed", "Always the same";
        /// As in a list of losses that were seen.
        Observed = "observed", "As in a list of losses";
    }
}

/// A law as described, unchecked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeverityLaw {
    /// Lognormal.
    Lognormal {
        /// One event in twenty costs less.
        low: Pence,
        /// One event in twenty costs more.
        high: Pence,
    },
    /// Lognormal.
    LognormalMedian {
        /// Every second event costs less.
        median: Pence,
        /// The share of events that cost less than the high amount; above a half.
        percentile: Share,
        /// The high amount.
        high: Pence,
    },
    /// A beta law between two amounts, whose mean is (low + weight x mode + high) / (weight + 2).
    Pert {
        /// The least.
        low: Pence,
        /// The likeliest.
        mode: Pence,
        /// The most.
        high: Pence,
        /// How much the likeliest weighs against the ends, usually 4 (Malcolm and others, 1959; Vose, 2008).
        weight: Millionths,
    },
    /// Triangular.
    Triangular {
        /// The least.
        low: Pence,
        /// The likeliest.
        mode: Pence,
        /// The most.
        high: Pence,
    },
    /// Uniform.
    Uniform {
        /// The least.
        low: Pence,
        /// The most.
        high: Pence,
    },
    /// One amount.
    Fixed {
        /// The amount.
        amount: Pence,
    },
    /// Each of these with the same chance.
    Observed {
        /// The losses.
        amounts: Vec<Pence>,
    },
}

/// The law of the cost of one event, checked: its amounts are in order, and none is below nought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Severity(SeverityLaw);

/// One of the amounts by which a law is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// The least, or the low end of a range.
    Low,
    /// The likeliest, the median, or the only one.
    Middle,
    /// The most, the high end of a range, or the high amount.
    High,
    /// One of a list.
    Listed,
}

/// Why a law is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeverityError {
    /// This amount is below nought.
    Negative(Amount),
    /// This amount is not above nought, as it must be for a lognormal law.
    NotPositive(Amount),
    /// The high end is below the low one; for a lognormal law, it is not above the low end or the median.
    Reversed,
    /// The range of a lognormal law is wider than [`WIDEST`], so that its mean would say nothing.
    TooWide,
    /// The likeliest amount lies outside the least and the most.
    ModeOutside,
    /// The high amount of a lognormal law is no percentile above the median.
    PercentileNotAboveHalf,
    /// The likeliest amount of a PERT law weighs nothing.
    NoWeight,
    /// The list is empty.
    NoneObserved,
    /// The list is longer than [`MOST_OBSERVED`].
    TooManyObserved,
}

impl fmt::Display for SeverityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Negative(_) => f.write_str("the amount is below nought"),
            Self::NotPositive(_) => f.write_str("the amount is not above nought"),
            Self::Reversed => f.write_str("the high amount is not above the low one"),
            Self::TooWide => f.write_str(
                "the range is too wide: nine in ten events spread over more than a factor of a million",
            ),
            Self::ModeOutside => f.write_str("the likeliest amount is not between the least and the most"),
            Self::PercentileNotAboveHalf => {
                f.write_str("the high amount is not said to be above a half, and below all, of the events")
            }
            Self::NoWeight => f.write_str("the likeliest amount weighs nothing"),
            Self::NoneObserved => f.write_str("the list of losses is empty"),
            Self::TooManyObserved => write!(f, "the list holds more than {MOST_OBSERVED} losses"),
        }
    }
}

impl std::error::Error for SeverityError {}

impl Severity {
    /// The law as described, if it is one.
    pub fn new(law: SeverityLaw) -> Result<Self, SeverityError> {
        check(&law)?;
        Ok(Self(law))
    }

    /// What it is, with its parameters.
    #[must_use]
    pub fn law(&self) -> &SeverityLaw {
        &self.0
    }

    /// Which law it is.
    #[must_use]
    pub fn kind(&self) -> SeverityKind {
        match self.0 {
            SeverityLaw::Lognormal { .. } => SeverityKind::Lognormal,
            SeverityLaw::LognormalMedian { .. } => SeverityKind::LognormalMedian,
            SeverityLaw::Pert { .. } => SeverityKind::Pert,
            SeverityLaw::Triangular { .. } => SeverityKind::Triangular,
            SeverityLaw::Uniform { .. } => SeverityKind::Uniform,
            SeverityLaw::Fixed { .. } => SeverityKind::Fixed,
            SeverityLaw::Observed { .. } => SeverityKind::Observed,
        }
    }

    /// The mean cost of one event in pounds.
    #[must_use]
    pub fn mean(&self) -> f64 {
        Curve::of(self).mean()
    }

    /// The variance of the cost of one event in square pounds.
    #[must_use]
    pub fn variance(&self) -> f64 {
        Curve::of(self).variance()
    }
}

fn check(law: &SeverityLaw) -> Result<(), SeverityError> {
    match law {
        SeverityLaw::Lognormal { low, high } => {
            check_ends((*low, Amount::Low), *high)?;
            check_width(Lognormal::of_interval(*low, *high))
        }
        SeverityLaw::LognormalMedian { median, percentile, high } => {
            check_ends((*median, Amount::Middle), *high)?;
            let fraction = percentile.fraction();
            if fraction <= 0.5 || fraction >= 1.0 {
                return Err(SeverityError::PercentileNotAboveHalf);
            }
            check_width(Lognormal::of_median(*median, fraction, *high))
        }
        SeverityLaw::Pert { low, mode, high, weight } => {
            check_between(*low, *mode, *high)?;
            if *weight > Millionths::default() { Ok(()) } else { Err(SeverityError::NoWeight) }
        }
        SeverityLaw::Triangular { low, mode, high } => check_between(*low, *mode, *high),
        SeverityLaw::Uniform { low, high } => check_between(*low, *low, *high),
        SeverityLaw::Fixed { amount } => no_less_than_nothing(*amount, Amount::Middle),
        SeverityLaw::Observed { amounts } => check_observed(amounts),
    }
}

fn no_less_than_nothing(amount: Pence, which: Amount) -> Result<(), SeverityError> {
    if amount < Pence::default() { Err(SeverityError::Negative(which)) } else { Ok(()) }
}

/// A lognormal law needs a low amount above nought and a high one above that: one without any width is a fixed cost
/// and is to be called so.
fn check_ends((low, which): (Pence, Amount), high: Pence) -> Result<(), SeverityError> {
    if low <= Pence::default() {
        return Err(SeverityError::NotPositive(which));
    }
    if high <= low { Err(SeverityError::Reversed) } else { Ok(()) }
}

fn check_width(law: Lognormal) -> Result<(), SeverityError> {
    if law.sigma() <= WIDEST { Ok(()) } else { Err(SeverityError::TooWide) }
}

/// Least, likeliest and most; all three may be the same, which is a fixed cost.
fn check_between(low: Pence, mode: Pence, high: Pence) -> Result<(), SeverityError> {
    no_less_than_nothing(low, Amount::Low)?;
    if high < low {
        return Err(SeverityError::Reversed);
    }
    if (low..=high).contains(&mode) { Ok(()) } else { Err(SeverityError::ModeOutside) }
}

fn check_observed(amounts: &[Pence]) -> Result<(), SeverityError> {
    match amounts.len() {
        0 => Err(SeverityError::NoneObserved),
        1..=MOST_OBSERVED => {
            amounts.iter().try_for_each(|amount| no_less_than_nothing(*amount, Amount::Listed))
        }
        _ => Err(SeverityError::TooManyObserved),
    }
}

#[cfg(test)]
mod tests;
