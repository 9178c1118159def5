//! The distribution of a year's loss on a lattice, and what is asked of it: how likely more than an amount is, and which
//! amount is exceeded one year in so many. Each answer comes with the two between which the truth lies.

use super::lattice::Lattice;

/// The loss of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearsLoss {
    step: f64,
    /// Whether each mass stands for its amount alone.
    is_aligned: bool,
    /// The variance that the lattice adds, in square steps.
    spread: f64,
    /// The probability of at most each amount, with costs put on the lattice so that their means stay.
    even: Vec<f64>,
    /// With costs rounded down.
    down: Vec<f64>,
    /// With costs rounded up.
    up: Vec<f64>,
    mean: f64,
}

/// A figure with the two between which the truth lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bracket {
    /// No more than the truth: costs rounded down to the lattice.
    pub low: f64,
    /// The figure.
    pub best: f64,
    /// No less than the truth: costs rounded up.
    pub high: f64,
}

impl YearsLoss {
    /// From the masses of the three lattices, the mean, which is known otherwise, and the variance that the lattice adds
    /// in square steps.
    pub(super) fn new(lattice: Lattice, masses: [Vec<f64>; 3], (mean, spread): (f64, f64)) -> Self {
        let [even, down, up] = masses.map(|masses| cumulated(&masses));
        Self { step: lattice.step, is_aligned: lattice.is_aligned, spread, even, down, up, mean }
    }

    /// The mean in pounds, by its closed form.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The probability of more than an amount in pounds.
    #[must_use]
    pub fn chance_above(&self, amount: f64) -> Bracket {
        let place = (amount.max(0.0) / self.step * (1.0 + ROUNDING)) as usize;
        let above = |sums: &[f64]| 1.0 - sums[place.min(sums.len() - 1)];
        let (low, high) = (above(&self.down), above(&self.up));
        Bracket { low, best: above(&self.even).clamp(low, high), high }
    }

    /// The smallest amount in pounds that is not exceeded with a probability of at least `q`, 0 < q < 1: the value at
    /// risk at level `q`.
    #[must_use]
    pub fn quantile(&self, q: f64) -> Bracket {
        let at = |sums: &[f64]| place(sums, q) as f64 * self.step;
        let (low, high) = (at(&self.down), at(&self.up));
        Bracket { low, best: self.within(q).clamp(low, high), high }
    }

    /// The quantile on the lattice that keeps the mean. Unless the lattice is aligned, the mass of an amount stands for
    /// half a step on either side of it, and the quantile is looked for within; that of nought, and one that is much
    /// greater than those beside it, stands for its amount. What the variance that the lattice adds does to the
    /// distribution, half of it times the slope of the density, is taken off.
    fn within(&self, q: f64) -> f64 {
        let place = place(&self.even, q);
        let mass = |place: usize| self.even[place] - if place == 0 { 0.0 } else { self.even[place - 1] };
        let beside =
            mass((place + 1).min(self.even.len() - 1)).max(if place == 0 { 0.0 } else { mass(place - 1) });
        if self.is_aligned || place == 0 || mass(place) > ATOM * beside {
            return place as f64 * self.step;
        }
        let slope = (mass((place + 1).min(self.even.len() - 1)) - mass(place - 1)) / 2.0;
        let part = (q + self.spread / 2.0 * slope - self.even[place - 1]) / mass(place);
        (place as f64 - 0.5 + part) * self.step
    }

    /// The mean in pounds of the worst share `1 - q` of years, 0 < q < 1, the tail value at risk: (mean - the integral of the quantiles up to q) / (1 - q).
    /// What lies below the quantile is added up on the lattice; what lies above is what is left of the mean.
    #[must_use]
    pub fn tail_mean(&self, q: f64) -> f64 {
        let place = place(&self.even, q);
        let mut below = 0.0;
        let mut before = 0.0;
        for (amount, sum) in self.even[..place].iter().enumerate() {
            below += amount as f64 * self.step * (sum - before);
            before = *sum;
        }
        below += place as f64 * self.step * (q - before);
        (self.mean - below) / (1.0 - q)
    }
}

/// How many times greater than those beside it a mass is that stands for one amount and not for what lies around it.
const ATOM: f64 = 4.0;

/// Sums up to each mass, no further than one; what rounding makes negative is nothing.
fn cumulated(masses: &[f64]) -> Vec<f64> {
    let add = |sum: &mut f64, mass: &f64| {
        *sum = (*sum + mass.max(0.0)).min(1.0);
        Some(*sum)
    };
    masses.iter().scan(0.0, add).collect()
}

/// What rounding may take from a sum.
const ROUNDING: f64 = 1e-12;

/// The first place whose sum reaches `q`; the last where none does.
fn place(sums: &[f64], q: f64) -> usize {
    sums.partition_point(|sum| *sum < q - ROUNDING).min(sums.len() - 1)
}
