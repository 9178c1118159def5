//! Which lattice suits which risks: it reaches so far that what lies beyond happens next to never, and where all costs
//! are whole multiples of one amount, its step is that amount. Otherwise steps are rungs of a ladder, so that most edits
//! of one risk leave the lattice as it is and the costs of the others where they are.

use super::count::Count;
use super::lattice::Lattice;
use super::{Exposure, Portfolio};

/// What a single event exceeds less often than this in a year lies beyond the lattice: it is left out, so that what is
/// said of smaller amounts stays exact.
const NEXT_TO_NEVER: f64 = 1e-5;
/// How many deviations above the mean the lattice reaches at least. Sums that go beyond it are folded back, but damped
/// to next to nothing.
const DEVIATIONS: f64 = 8.0;
/// How many rungs of the ladder lead to twice the step.
const RUNGS: f64 = 8.0;

impl Lattice {
    /// The lattice of this length, a power of two, that suits these risks.
    pub(super) fn fit(portfolio: &Portfolio, length: usize) -> Self {
        let top = reach(portfolio);
        let aligned = common_step(portfolio.exposures()).filter(|step| top / step < length as f64);
        match aligned {
            Some(step) => Self { step, length, is_aligned: true },
            None => Self { step: rung(top / length as f64), length, is_aligned: false },
        }
    }
}

/// The next rung that is no less than this step.
fn rung(step: f64) -> f64 {
    libm::exp2(libm::ceil(libm::log2(step) * RUNGS) / RUNGS)
}

/// The amount in pounds that a year's loss next to never exceeds; a pound where nothing is ever lost. What clusters of
/// events and the rest add to the mean is taken as independent.
fn reach(portfolio: &Portfolio) -> f64 {
    let exposures = portfolio.exposures();
    let single = exceeded_next_to_never(exposures);
    let steady: f64 = exposures.iter().map(|exposure| exposure.variance_up_to(single)).sum();
    let own = exposures.iter().filter_map(clustered);
    let clusters = portfolio.paced(Exposure::mean).chain(own);
    let far = clusters.map(|(variance, mean)| mean * (far_factor(variance) - 1.0));
    let far = far.map(|above| above * above).sum::<f64>();
    single.max(portfolio.mean() + libm::sqrt(DEVIATIONS * DEVIATIONS * steady + far)).max(1.0)
}

/// The variance of the factor that clusters a risk's events by themselves, and their mean.
fn clustered(exposure: &Exposure) -> Option<(f64, f64)> {
    match exposure.count {
        Count::NegativeBinomial { shape, .. } => Some((1.0 / shape, exposure.mean())),
        Count::Poisson { .. } | Count::Bernoulli { .. } => None,
    }
}

/// What a gamma factor of mean 1 and this variance v next to never exceeds. Below 1 by Chernoff's bound, x - 1 - ln x =
/// -v ln p; from there on by the bound exp(-x / v) / (v x / v) of the tail, with x at least v.
fn far_factor(variance: f64) -> f64 {
    let least = -libm::log(NEXT_TO_NEVER);
    if variance >= 1.0 {
        return variance * (least - libm::log(variance)).max(1.0);
    }
    let mut factor = 1.0 + variance * least + libm::sqrt(2.0 * variance * least);
    for _ in 0..4 {
        let above = factor - 1.0 - libm::log(factor) - variance * least;
        factor -= above / (1.0 - 1.0 / factor);
    }
    factor
}

/// The least rung that a single event next to never exceeds.
fn exceeded_next_to_never(exposures: &[Exposure]) -> f64 {
    let is_exceeded = |eighths: i32| {
        let amount = libm::exp2(f64::from(eighths) / RUNGS);
        exposures.iter().map(|exposure| exposure.events_above(amount)).sum::<f64>() > NEXT_TO_NEVER
    };
    let mut stride = 64;
    let mut low = 0;
    while is_exceeded(low + stride) {
        low += stride;
    }
    while stride > 1 {
        stride /= 2;
        if is_exceeded(low + stride) {
            low += stride;
        }
    }
    libm::exp2(f64::from(low + 1) / RUNGS)
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_step_becomes_the_next_rung() {
        for (step, expected) in
            [(1.0, 1.0), (1.01, libm::exp2(0.125)), (1.9, 2.0), (2.0, 2.0), (0.3, 0.324_209_889)]
        {
            assert!((rung(step) / expected - 1.0).abs() < 1e-6, "{step}: {}", rung(step));
        }
    }

    /// Where the incomplete gamma function of shape 1 / v, by its continued fraction (DLMF 8.9.2), leaves 1e-5; with v = 1
    /// that is ln 100,000.
    #[test]
    fn a_factor_is_taken_as_far_as_it_goes_and_not_much_further() {
        for (variance, factor) in [
            (0.01, 1.484_983_769),
            (0.1, 2.952_227_519),
            (0.5, 7.118_313_856),
            (1.0, 11.512_925_465),
            (2.0, 19.511_420_965),
            (10.0, 73.594_818_140),
            (999.0, 3_209.652_737),
        ] {
            let found = far_factor(variance);
            assert!((factor..1.5 * factor).contains(&(found + 1e-6)), "{variance}: {found} for {factor}");
        }
    }

    proptest! {
        #[test]
        fn a_factor_that_varies_more_goes_further(variance in 1e-6_f64..0.999) {
            let (one, other) = (far_factor(variance), far_factor(variance * 1.001));
            prop_assert!(one > 1.0 && one < other);
        }
    }
}
