//! The lognormal law: the logarithm of the cost is normal.

use super::{At, End, PARTS, Tail};
use crate::loss::special::normal;
use crate::money::Pence;

/// The law of exp(mu + sigma Z), sigma above nought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::loss) struct Lognormal {
    mu: f64,
    sigma: f64,
}

impl Lognormal {
    /// The law that lies below `low` and above `high` once in twenty times each.
    pub(in crate::loss) fn of_interval(low: Pence, high: Pence) -> Self {
        let width = log_ratio(low, high);
        Self { mu: libm::log(low.pounds()) + width / 2.0, sigma: width / 2.0 / normal::quantile(0.95) }
    }

    /// The law with this median that lies below `high` with probability `p`, above a half.
    pub(in crate::loss) fn of_median(median: Pence, p: f64, high: Pence) -> Self {
        Self { mu: libm::log(median.pounds()), sigma: log_ratio(median, high) / normal::quantile(p) }
    }

    /// The deviation of the logarithm.
    pub(in crate::loss) fn sigma(&self) -> f64 {
        self.sigma
    }

    /// exp(mu + sigma^2 / 2).
    pub(super) fn mean(&self) -> f64 {
        libm::exp(self.mu + self.sigma * self.sigma / 2.0)
    }

    /// (exp(sigma^2) - 1) mean^2.
    pub(super) fn variance(&self) -> f64 {
        libm::expm1(self.sigma * self.sigma) * self.mean() * self.mean()
    }

    /// E min(X, x) = mean F(z - sigma) + x (1 - F(z)) with F the standard normal distribution and z = (log x - mu) /
    /// sigma.
    pub(super) fn at(&self, amount: f64) -> At {
        if amount <= 0.0 {
            return At { probability: 0.0, limited: amount, density: 0.0 };
        }
        let z = (libm::log(amount) - self.mu) / self.sigma;
        let below = self.mean() * normal::cdf(z - self.sigma);
        let (at_most, above) = normal::both_tails(z);
        let density = normal::density(z) / (self.sigma * amount);
        At { probability: at_most, limited: below + amount * above, density }
    }

    /// A part of the amount, since the law runs along its logarithm, and of the width of that.
    pub(super) fn smooth_around(&self, amount: f64) -> f64 {
        amount * self.sigma.min(1.0) / PARTS
    }

    pub(super) fn numbers(&self) -> [f64; 2] {
        [self.mu, self.sigma]
    }

    pub(super) fn of_numbers([mu, sigma]: [f64; 2]) -> Self {
        Self { mu, sigma }
    }

    /// With z the quantile of `p`, the amount is exp(mu + sigma z) at the low end and exp(mu - sigma z) at the high one,
    /// and the part is mean F(z - sigma) or mean F(z + sigma).
    pub(super) fn tail(&self, end: End, p: f64) -> Tail {
        let z = normal::quantile(p);
        let (away, sigma) = match end {
            End::Low => (z, self.sigma),
            End::High => (-z, -self.sigma),
        };
        Tail { amount: libm::exp(self.mu + self.sigma * away), part: self.mean() * normal::cdf(z - sigma) }
    }
}

/// The logarithm of high over low, exact also where both are close.
fn log_ratio(low: Pence, high: Pence) -> f64 {
    libm::log1p((high.pence() - low.pence()) as f64 / low.pence() as f64)
}
