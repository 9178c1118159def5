//! The loss of a year worked out exactly, but for a lattice whose error is known: each cost is put on the lattice, its
//! transform taken and compounded by the number of events, the transforms of risks that are independent of one another
//! are multiplied, and the product is turned back. What is asked of the result is next door in `years_loss`.
//!
//! Poisson risks are one Poisson risk whose cost is the mixture of theirs, so that any number of them takes one
//! transform (Klugman, Panjer and Willmot). Everything is damped by a factor that falls from amount to amount, so that
//! what the end of the lattice would fold back on to its beginning is made small (exponential tilting: Grübel and
//! Hermesmeier, 1999).

use rustfft::num_complex::Complex;

use super::count::Count;
use super::lattice::{Lattice, Masses};
use super::transform::{Spectrum, Transform};
use super::years_loss::YearsLoss;
use super::{Exposure, Portfolio};

/// How many steps a lattice has unless another number is asked for: enough for quantiles from the 5th to the 99th per
/// cent of twenty risks to be right to one part in 20,000.
pub const USUAL_LENGTH: usize = 1 << 13;

/// The natural logarithm by which what lies at the end of the lattice is damped.
const TILT: f64 = 14.0;

impl YearsLoss {
    /// The loss of a year from all of these risks, on the lattice of [`USUAL_LENGTH`] that suits them.
    #[must_use]
    pub fn of(portfolio: &Portfolio) -> Self {
        years_loss(portfolio, Lattice::fit(portfolio, USUAL_LENGTH))
    }
}

/// The loss of a year from all of these risks on a lattice whose length is a power of two.
fn years_loss(portfolio: &Portfolio, lattice: Lattice) -> YearsLoss {
    let transform = Transform::new(lattice.length);
    let tilt = libm::exp(-TILT / lattice.length as f64);
    let damping: Vec<f64> = powers(tilt, lattice.length);
    let product = Product::of(portfolio.exposures(), &lattice, &transform, &damping);
    let [even, down] = transform.back_to_two([&product.even, &product.down]);
    let [up, _] = transform.back_to_two([&product.up, &product.up]);
    let undamped = |masses: Vec<f64>| masses.iter().zip(&damping).map(|(mass, by)| mass / by).collect();
    let masses = [undamped(even), undamped(down), undamped(up)];
    YearsLoss::new(lattice, masses, (portfolio.mean(), added_variance(portfolio.exposures())))
}

/// The variance that the lattice adds to the loss of a year, in square steps: a cost that is spread over many steps is
/// parted between the two amounts around it, which adds a sixth on average.
fn added_variance(exposures: &[Exposure]) -> f64 {
    let spread = exposures.iter().filter(|exposure| exposure.curve.listed().is_none());
    spread.map(|exposure| exposure.count.mean() / 6.0).sum()
}

fn powers(base: f64, n: usize) -> Vec<f64> {
    let log = libm::log(base);
    (0..n).map(|place| libm::exp(log * place as f64)).collect()
}

/// The transform of the loss of a year, with costs in the three ways in which they are put on the lattice.
struct Product {
    even: Spectrum,
    down: Spectrum,
    up: Spectrum,
}

impl Product {
    fn of(exposures: &[Exposure], lattice: &Lattice, transform: &Transform, damping: &[f64]) -> Self {
        let turns = if lattice.is_aligned {
            vec![Complex::from(1.0); lattice.length / 2 + 1]
        } else {
            turns(lattice.length, damping[1])
        };
        let (pooled, rate) = pooled(exposures, lattice);
        let [even, down] = transformed(transform, &pooled, damping);
        let compound = |masses: Complex<f64>| (masses - rate).exp();
        let mut product = Self {
            even: even.into_iter().map(compound).collect(),
            up: down.iter().zip(&turns).map(|(masses, turn)| compound(masses * turn)).collect(),
            down: down.into_iter().map(compound).collect(),
        };
        for exposure in exposures.iter().filter(|exposure| !is_poisson(exposure)) {
            let masses = lattice.masses(&exposure.curve, exposure.scale);
            product.multiply(exposure.count, transformed(transform, &masses, damping), &turns);
        }
        product
    }

    fn multiply(&mut self, count: Count, [even, down]: [Spectrum; 2], turns: &[Complex<f64>]) {
        for (place, turn) in turns.iter().enumerate() {
            self.even[place] *= count.compound(even[place]);
            self.down[place] *= count.compound(down[place]);
            self.up[place] *= count.compound(down[place] * turn);
        }
    }
}

fn is_poisson(exposure: &Exposure) -> bool {
    matches!(exposure.count, Count::Poisson { .. })
}

fn transformed(transform: &Transform, masses: &Masses, damping: &[f64]) -> [Spectrum; 2] {
    let damped =
        |masses: &[f64]| -> Vec<f64> { masses.iter().zip(damping).map(|(mass, by)| mass * by).collect() };
    transform.of_two(&damped(&masses.even), &damped(&masses.down))
}

/// The costs of all Poisson risks, each with the weight of its rate, and the sum of their rates.
fn pooled(exposures: &[Exposure], lattice: &Lattice) -> (Masses, f64) {
    let mut all = Masses::default();
    let mut sum = 0.0;
    for exposure in exposures {
        if let Count::Poisson { rate } = exposure.count {
            let masses = lattice.masses(&exposure.curve, exposure.scale);
            add(&mut all.even, &masses.even, rate);
            add(&mut all.down, &masses.down, rate);
            sum += rate;
        }
    }
    (all, sum)
}

fn add(to: &mut Vec<f64>, masses: &[f64], weight: f64) {
    if to.len() < masses.len() {
        to.resize(masses.len(), 0.0);
    }
    to.iter_mut().zip(masses).for_each(|(sum, mass)| *sum += weight * mass);
}

/// What one step up does to a transform, at each of its frequencies.
fn turns(length: usize, damping: f64) -> Vec<Complex<f64>> {
    let angle = -std::f64::consts::TAU / length as f64;
    let turn = |place: usize| {
        let (sine, cosine) = libm::sincos(angle * place as f64);
        Complex::new(cosine, sine) * damping
    };
    (0..=length / 2).map(turn).collect()
}

#[cfg(test)]
mod tests;
