//! What a run says: each figure with its standard error, and how it was come by.

use super::years::{Figures, LEVELS};

/// Into how many parts the years are cut, from whose differences the standard errors come (the method of batch means:
/// Law, Simulation Modeling and Analysis).
const PARTS: usize = 64;

/// How years were drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Each year independent of all others.
    Independent,
}

/// A figure from simulated years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The figure, of all years.
    pub value: f64,
    /// Its standard error; infinite where there is one year only.
    pub error: f64,
}

/// What simulated years say.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampled {
    /// How they were drawn.
    pub method: Method,
    /// From which seed.
    pub seed: u64,
    /// How many they are.
    pub years: usize,
    /// The mean loss in pounds.
    pub mean: Estimate,
    /// The share of years without a loss; its error is at least one year, since what was never or always seen may still
    /// come about.
    pub p_none: Estimate,
    /// Losses in pounds that the stated per cent of years do not exceed: 50, 80, 90, 95 and 99.
    pub quantiles: [(u8, Estimate); 5],
    /// The mean loss in pounds of the worst 5 per cent of years.
    pub tail_mean: Estimate,
    /// A number that is the same where every digit of every year is the same, and hardly anywhere else.
    pub digest: u64,
}

impl Estimate {
    /// By how many standard errors it is above what it should be; nought where both agree to nine digits.
    #[must_use]
    pub fn errors_above(&self, truth: f64) -> f64 {
        let above = self.value - truth;
        if above.abs() <= SAME * truth.abs() { 0.0 } else { above / self.error }
    }
}

/// The relative difference of two figures that are the same.
const SAME: f64 = 1e-9;

impl Sampled {
    /// Of the losses of years in pounds; nothing where there are none.
    pub(super) fn of(losses: &[f64], seed: u64) -> Option<Self> {
        if losses.is_empty() {
            return None;
        }
        let mut room = vec![0.0; losses.len()];
        let parts = parts(losses, &mut room);
        let whole = Figures::of(losses, &mut room);
        let estimate =
            |figure: fn(&Figures) -> f64| Estimate { value: figure(&whole), error: error(&parts, figure) };
        let quantile = |place: usize| Estimate {
            value: whole.quantiles[place],
            error: error(&parts, |part| part.quantiles[place]),
        };
        Some(Self {
            method: Method::Independent,
            seed,
            years: losses.len(),
            mean: estimate(|figures| figures.mean),
            p_none: seen(estimate(|figures| figures.p_none), losses.len()),
            quantiles: std::array::from_fn(|place| (LEVELS[place], quantile(place))),
            tail_mean: estimate(|figures| figures.tail_mean),
            digest: digest(losses),
        })
    }
}

fn seen(share: Estimate, years: usize) -> Estimate {
    Estimate { error: share.error.max(1.0 / years as f64), ..share }
}

/// The figures of each part of the years, with room for them.
fn parts(losses: &[f64], room: &mut [f64]) -> Vec<Figures> {
    let n = losses.len();
    let n_parts = PARTS.min(n);
    let range = |part: usize| n * part / n_parts..n * (part + 1) / n_parts;
    (0..n_parts).map(|part| Figures::of(&losses[range(part)], &mut room[range(part)])).collect()
}

/// The standard error of the mean of a figure of the parts.
fn error(parts: &[Figures], figure: impl Fn(&Figures) -> f64) -> f64 {
    let n = parts.len() as f64;
    if parts.len() < 2 {
        return f64::INFINITY;
    }
    let mean = parts.iter().map(&figure).sum::<f64>() / n;
    let away = parts.iter().map(|part| figure(part) - mean);
    let squares: f64 = away.map(|away| away * away).sum();
    libm::sqrt(squares / (n - 1.0) / n)
}

/// Fowler, Noll and Vo's hash (FNV-1a) over whole numbers of 64 bits.
fn digest(losses: &[f64]) -> u64 {
    losses
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, loss| (hash ^ loss.to_bits()).wrapping_mul(0x0000_0100_0000_01b3))
}
