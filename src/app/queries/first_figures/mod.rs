//! Figures that a risk may begin with: those of its past losses, or those of its rating where the matrix says what its
//! steps mean. They are shown as derived, and stand in a form only once somebody has asked for them.

mod of_losses;
mod of_rating;

use partnership_risk_core::loss::{Frequency, Severity};
use partnership_risk_core::share::Share;

pub use of_losses::{SeenFigures, of_losses};
pub use of_rating::{NoFigures, of_rating};

/// Figures to begin with.
#[derive(Clone, Debug, PartialEq)]
pub struct Begun {
    /// How often.
    pub frequency: Frequency,
    /// What one event costs.
    pub severity: Severity,
    /// The share that the organisation bears; none where what they were derived from does not say.
    pub our_share: Option<Share>,
    /// What they were derived from, in one line.
    pub basis: String,
}

/// Whether a line of a basis says what figures were derived from; another derivation takes its place.
#[must_use]
pub fn is_derived(line: &str) -> bool {
    of_rating::is_basis(line) || of_losses::is_basis(line)
}

#[cfg(test)]
mod tests;
