//! One risk as the engine needs it: its law of the number of events, its law of their cost, and how much of each is left
//! after controls and partners have taken their part. Several of them are a portfolio, next door.

use super::count::Count;
use super::curve::Curve;
use super::driver::Pull;
use super::{Frequency, Severity};
use crate::share::Share;

/// One risk, independent of all others but for what drives several of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure {
    pub(super) count: Count,
    pub(super) curve: Curve,
    /// The share of each cost that is ours and that no control takes away.
    pub(super) scale: f64,
    /// Which drivers of its portfolio set the pace of its events.
    pub(super) pulls: Vec<Pull>,
}

impl Exposure {
    /// A risk before any control, of which a share of each cost is ours to bear.
    #[must_use]
    pub fn new(frequency: &Frequency, severity: &Severity, our_share: Share) -> Self {
        Self {
            count: Count::of(frequency),
            curve: Curve::of(severity),
            scale: our_share.fraction(),
            pulls: Vec::new(),
        }
    }

    /// It when only a share of its events is left, each at a share of its cost.
    #[must_use]
    pub fn left(&self, events: Share, cost: Share) -> Self {
        Self {
            count: self.count.thinned(events.fraction()),
            curve: self.curve.clone(),
            scale: self.scale * cost.fraction(),
            pulls: self.pulls.clone(),
        }
    }

    /// It with these drivers of its portfolio setting the pace of shares of its events; the rest comes by itself.
    #[must_use]
    pub fn pulled(self, pulls: Vec<Pull>) -> Self {
        Self { pulls, ..self }
    }

    /// The mean loss of a year in pounds.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.count.mean() * self.curve.mean() * self.scale
    }

    /// The probability of a year without a loss, apart from drivers: of no event, or of none that costs anything.
    #[must_use]
    pub fn p_none(&self) -> f64 {
        self.count.p_none(self.p_free())
    }

    /// The variance of the loss of a year in square pounds, apart from drivers.
    #[must_use]
    pub fn variance(&self) -> f64 {
        let (mean, variance) =
            (self.curve.mean() * self.scale, self.curve.variance() * self.scale * self.scale);
        self.count.mean() * variance + self.count.variance() * mean * mean
    }
}

impl Exposure {
    /// The probability that an event costs nothing.
    pub(super) fn p_free(&self) -> f64 {
        if self.scale <= 0.0 { 1.0 } else { self.curve.at(0.0).probability }
    }

    /// The share of its events that comes by itself.
    pub(super) fn unpulled(&self) -> f64 {
        let points: u64 = self.pulls.iter().map(|pull| u64::from(pull.share.basis_points())).sum();
        10_000_u64.saturating_sub(points) as f64 / 10_000.0
    }

    /// The probability that those of its events that come by themselves cost nothing in a year.
    pub(super) fn p_none_unpulled(&self) -> f64 {
        self.count.thinned(self.unpulled()).p_none(self.p_free())
    }

    /// How many events a year cost more than an amount, on average.
    pub(super) fn events_above(&self, amount: f64) -> f64 {
        if self.scale <= 0.0 {
            return 0.0;
        }
        self.count.mean() * (1.0 - self.curve.at(amount / self.scale).probability)
    }

    /// The variance of the loss of a year when costs are cut off at an amount and events do not come in clusters, or more
    /// than that: the mean square of a cost up to an amount is no more than the amount times its mean.
    pub(super) fn variance_up_to(&self, amount: f64) -> f64 {
        let mean = self.curve.mean() * self.scale;
        let square = (self.curve.variance() * self.scale * self.scale + mean * mean).min(amount * mean);
        self.count.mean() * square + (self.count.variance() - self.count.mean()).min(0.0) * mean * mean
    }
}
