//! The figures that somebody has put to a risk: how often, how badly, and how much of it is ours to bear.

use crate::loss::{Annual, Frequency, Severity};
use crate::share::Share;

/// What a risk costs, before any control that is entered as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantification {
    /// How many events a year.
    pub frequency: Frequency,
    /// What one of them costs everybody together.
    pub severity: Severity,
    /// The share of it that the organisation bears.
    pub our_share: Share,
    /// What the figures rest on.
    pub basis: String,
}

impl Quantification {
    /// The loss of one year to everybody together.
    #[must_use]
    pub fn annual(&self) -> Annual {
        Annual::of(&self.frequency, &self.severity)
    }

    /// The organisation's expected loss of one year in pounds.
    #[must_use]
    pub fn our_expected_loss(&self) -> f64 {
        self.annual().mean * self.our_share.fraction()
    }
}
