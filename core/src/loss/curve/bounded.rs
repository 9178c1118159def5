//! Laws between two amounts: PERT, triangular and uniform ones.

use super::{At, End, PARTS, Tail};
use crate::loss::special::beta::Beta;

/// The law of low + width B, with B a beta law (Malcolm and others, 1959; Vose, 2008).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::loss) struct Pert {
    low: f64,
    width: f64,
    weight: f64,
    beta: Beta,
}

/// The triangular law.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::loss) struct Triangular {
    low: f64,
    mode: f64,
    high: f64,
}

/// The uniform law.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::loss) struct Uniform {
    low: f64,
    width: f64,
}

impl Pert {
    /// The shapes are 1 + weight (mode - low) / width and 1 + weight (high - mode) / width.
    pub(super) fn new([low, mode, high]: [f64; 3], weight: f64) -> Self {
        let width = high - low;
        let shape = |part: f64| 1.0 + weight * part / width;
        Self { low, width, weight, beta: Beta::new(shape(mode - low), shape(high - mode)) }
    }

    /// (low + weight x mode + high) / (weight + 2).
    pub(super) fn mean(&self) -> f64 {
        self.low + self.width * self.beta.mean()
    }

    /// (mean - low)(high - mean) / (weight + 3). The better-known ((high - low) / 6)^2 is an approximation.
    pub(super) fn variance(&self) -> f64 {
        let below = self.width * self.beta.mean();
        below * (self.width - below) / (self.weight + 3.0)
    }

    pub(super) fn at(&self, amount: f64) -> At {
        let x = (amount - self.low) / self.width;
        let at = self.beta.at(x);
        let limited = self.low + self.width * (at.mean_up_to + x.min(1.0) * (1.0 - at.cdf));
        At { probability: at.cdf, limited, density: at.density / self.width }
    }

    /// A part of the way to the nearer end, at which its bends are sharp, and no more than one of its deviation.
    pub(super) fn smooth_around(&self, amount: f64) -> f64 {
        let from_end = (amount - self.low).abs().min((self.low + self.width - amount).abs());
        from_end.min(libm::sqrt(self.variance())) / PARTS
    }

    pub(super) fn numbers(&self) -> [f64; 5] {
        let [a, b] = self.beta.shapes();
        [self.low, self.width, self.weight, a, b]
    }

    pub(super) fn of_numbers([low, width, weight, a, b]: [f64; 5]) -> Self {
        Self { low, width, weight, beta: Beta::new(a, b) }
    }
}

impl Triangular {
    pub(super) fn new([low, mode, high]: [f64; 3]) -> Self {
        Self { low, mode, high }
    }

    pub(super) fn mean(&self) -> f64 {
        (self.low + self.mode + self.high) / 3.0
    }

    pub(super) fn variance(&self) -> f64 {
        let (below, above) = (self.mode - self.low, self.high - self.mode);
        (below * below + below * above + above * above) / 18.0
    }

    /// The probabilities of the rising and of the falling side are squares, and what is cut off is their integral.
    pub(super) fn at(&self, amount: f64) -> At {
        let amount = amount.min(self.high);
        let width = self.high - self.low;
        if amount < self.mode {
            let above_low = (amount - self.low).max(0.0);
            let slope = width * (self.mode - self.low);
            let cut = above_low.powi(3) / (3.0 * slope);
            return At {
                probability: above_low * above_low / slope,
                limited: amount - cut,
                density: 2.0 * above_low / slope,
            };
        }
        let below_high = self.high - amount;
        if below_high == 0.0 {
            return At { probability: 1.0, limited: self.mean(), density: 0.0 };
        }
        let slope = width * (self.high - self.mode);
        let missing = below_high.powi(3) / (3.0 * slope);
        At {
            probability: 1.0 - below_high * below_high / slope,
            limited: self.mean() - missing,
            density: 2.0 * below_high / slope,
        }
    }

    pub(super) fn numbers(&self) -> [f64; 3] {
        [self.low, self.mode, self.high]
    }
}

impl Uniform {
    pub(super) fn new([low, high]: [f64; 2]) -> Self {
        Self { low, width: high - low }
    }

    pub(super) fn mean(&self) -> f64 {
        self.low + self.width / 2.0
    }

    pub(super) fn variance(&self) -> f64 {
        self.width * self.width / 12.0
    }

    pub(super) fn at(&self, amount: f64) -> At {
        let amount = amount.min(self.low + self.width);
        let above_low = (amount - self.low).max(0.0);
        At {
            probability: above_low / self.width,
            limited: amount - above_low * above_low / (2.0 * self.width),
            density: 1.0 / self.width,
        }
    }

    pub(super) fn numbers(&self) -> [f64; 2] {
        [self.low, self.width]
    }

    pub(super) fn of_numbers([low, width]: [f64; 2]) -> Self {
        Self { low, width }
    }
}

impl Pert {
    pub(super) fn tail(&self, end: End, p: f64) -> Tail {
        let beta = match end {
            End::Low => self.beta,
            End::High => self.beta.mirrored(),
        };
        let reach = beta.quantile(p);
        let part = beta.part_up_to(reach, p);
        within([self.low, self.low + self.width], (end, p), [self.width * reach, self.width * part])
    }
}

impl Triangular {
    /// The square root of the probability on the side of the end; beyond the mode, what is left on the other side.
    pub(super) fn tail(&self, end: End, p: f64) -> Tail {
        let width = self.high - self.low;
        let near = match end {
            End::Low => self.mode - self.low,
            End::High => self.high - self.mode,
        };
        let reach = if p * width <= near {
            let reach = libm::sqrt(p * width * near);
            [reach, p * reach * 2.0 / 3.0]
        } else {
            let left = libm::sqrt((1.0 - p) * width * (width - near));
            [width - left, (near + width) / 3.0 - (1.0 - p) * (width - left * 2.0 / 3.0)]
        };
        within([self.low, self.high], (end, p), reach)
    }
}

impl Uniform {
    pub(super) fn tail(&self, end: End, p: f64) -> Tail {
        let reach = p * self.width;
        within([self.low, self.low + self.width], (end, p), [reach, p * reach / 2.0])
    }
}

/// The part between an end and what lies `reach` away from it, `part` being the mean of the way from the end where a
/// cost is in the part, and nought where it is not.
fn within([low, high]: [f64; 2], (end, p): (End, f64), [reach, part]: [f64; 2]) -> Tail {
    match end {
        End::Low => Tail { amount: low + reach, part: p * low + part },
        End::High => Tail { amount: high - reach, part: p * high - part },
    }
}
