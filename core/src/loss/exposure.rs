//! One risk as the engine needs it: its law of the number of events, its law of their cost, and how much of each is left
//! after controls and partners have taken their part. Several of them are a portfolio, next door.

use rustfft::num_complex::Complex;

use super::count::Count;
use super::curve::Curve;
use super::{Frequency, Severity};
use crate::share::Share;

/// One risk, independent of all others.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure {
    pub(super) count: Count,
    pub(super) curve: Curve,
    /// The share of each cost that is ours and that no control takes away.
    pub(super) scale: f64,
}

impl Exposure {
    /// A risk before any control, of which a share of each cost is ours to bear.
    #[must_use]
    pub fn new(frequency: &Frequency, severity: &Severity, our_share: Share) -> Self {
        Self { count: Count::of(frequency), curve: Curve::of(severity), scale: our_share.fraction() }
    }

    /// It when only a share of its events is left, each at a share of its cost.
    #[must_use]
    pub fn left(&self, events: Share, cost: Share) -> Self {
        Self {
            count: self.count.thinned(events.fraction()),
            curve: self.curve.clone(),
            scale: self.scale * cost.fraction(),
        }
    }

    /// The mean loss of a year in pounds.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.count.mean() * self.curve.mean() * self.scale
    }

    /// The probability of a year without a loss: of no event, or of none that costs anything.
    #[must_use]
    pub fn p_none(&self) -> f64 {
        let free = if self.scale <= 0.0 { 1.0 } else { self.curve.at(0.0).probability };
        self.count.compound(Complex::from(free)).re
    }

    /// The variance of the loss of a year in square pounds.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let (mean, variance) =
            (self.curve.mean() * self.scale, self.curve.variance() * self.scale * self.scale);
        self.count.mean() * variance + self.count.variance() * mean * mean
    }
}

impl Exposure {
    /// How many events a year cost more than an amount, on average.
    pub(super) fn events_above(&self, amount: f64) -> f64 {
        if self.scale <= 0.0 {
            return 0.0;
        }
        self.count.mean() * (1.0 - self.curve.at(amount / self.scale).probability)
    }

    /// The variance of the loss of a year when costs are cut off at an amount, or more than that: the mean square of a
    /// cost up to an amount is no more than the amount times its mean.
    pub(super) fn variance_up_to(&self, amount: f64) -> f64 {
        let mean = self.curve.mean() * self.scale;
        let square = (self.curve.variance() * self.scale * self.scale + mean * mean).min(amount * mean);
        self.count.mean() * square + (self.count.variance() - self.count.mean()) * mean * mean
    }
}
