//! Which lattice suits which risks: it reaches so far that what lies beyond happens next to never, and where all costs
//! are whole multiples of one amount, its step is that amount.

use super::lattice::Lattice;
use super::{Exposure, Portfolio};

/// What a single event exceeds less often than this in a year lies beyond the lattice: it is left out, so that what is
/// said of smaller amounts stays exact.
const NEXT_TO_NEVER: f64 = 1e-5;
/// How many deviations above the mean the lattice reaches at least. Sums that go beyond it are folded back, but damped
/// to next to nothing.
const DEVIATIONS: f64 = 8.0;
/// How often an interval is halved in the search for its reach.
const HALVINGS: usize = 40;

impl Lattice {
    /// The lattice of this length, a power of two, that suits these risks.
    pub(super) fn fit(portfolio: &Portfolio, length: usize) -> Self {
        let top = reach(portfolio);
        let aligned = common_step(portfolio.exposures()).filter(|step| top / step < length as f64);
        match aligned {
            Some(step) => Self { step, length, is_aligned: true },
            None => Self { step: top / length as f64, length, is_aligned: false },
        }
    }
}

/// The amount in pounds that a year's loss next to never exceeds; a pound where nothing is ever lost.
fn reach(portfolio: &Portfolio) -> f64 {
    let exposures = portfolio.exposures();
    let single = exceeded_next_to_never(exposures);
    let variance: f64 = exposures.iter().map(|exposure| exposure.variance_up_to(single)).sum();
    single.max(portfolio.mean() + DEVIATIONS * libm::sqrt(variance)).max(1.0)
}

/// The amount that a single event next to never exceeds.
fn exceeded_next_to_never(exposures: &[Exposure]) -> f64 {
    let how_often = |amount: f64| exposures.iter().map(|exposure| exposure.events_above(amount)).sum::<f64>();
    let mut high = 1.0;
    while how_often(high) > NEXT_TO_NEVER {
        high *= 2.0;
    }
    let mut low = 0.0;
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        if how_often(middle) > NEXT_TO_NEVER { low = middle } else { high = middle }
    }
    high
}

/// Parts of a penny in which amounts are compared: a share and a cut may take off hundredths of one per cent each.
const PARTS: f64 = 1e10;

/// The greatest amount of which every cost is a whole multiple, where all costs are listed.
fn common_step(exposures: &[Exposure]) -> Option<f64> {
    let mut common = 0_u64;
    for exposure in exposures {
        for amount in exposure.curve.listed()? {
            let parts = (amount * exposure.scale * PARTS / 100.0).round();
            common = greatest_divisor(common, (parts < 1e18).then_some(parts as u64)?);
        }
    }
    (common > 0).then(|| common as f64 / PARTS * 100.0)
}

fn greatest_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_divisor(b, a % b) }
}
