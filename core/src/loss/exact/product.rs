//! The transform of a sum: the product of the transforms of its parts, of which most are exponentials, so that their
//! logarithms are added up and the exponential is taken once.

use rustfft::num_complex::Complex;

use super::group::Law;
use crate::loss::count::log_mixed;
use crate::loss::transform::Spectrum;

/// The product of the transforms of groups.
#[derive(Clone, Debug)]
pub(in crate::loss) struct Product {
    log: Spectrum,
    /// What has no logarithm, where there is any.
    factor: Option<Spectrum>,
}

/// Below this real part an exponential is nothing beside the rounding of others.
const NOTHING: f64 = -80.0;

impl Product {
    /// Of nothing: one at each frequency.
    pub(in crate::loss) fn new(n_frequencies: usize) -> Self {
        Self { log: vec![Complex::from(0.0); n_frequencies], factor: None }
    }

    /// Takes in a group with this law whose costs, so many events a year, have this transform.
    pub(in crate::loss) fn take(&mut self, law: Law, costs: &[Complex<f64>], events: f64) {
        let logs = self.log.iter_mut().zip(costs);
        match law {
            Law::Poisson => logs.for_each(|(log, cost)| *log += cost - events),
            Law::Mixed { variance } => {
                logs.for_each(|(log, cost)| *log += log_mixed(cost - events, variance))
            }
            Law::Once => {
                let one = || vec![Complex::from(1.0); costs.len()];
                let factors = self.factor.get_or_insert_with(one).iter_mut().zip(costs);
                factors.for_each(|(factor, cost)| *factor *= once(cost - events));
            }
        }
    }

    /// The product at each frequency.
    pub(in crate::loss) fn finished(self) -> Spectrum {
        let mut product = self.log;
        product.iter_mut().for_each(|value| *value = exponential(*value));
        if let Some(factors) = &self.factor {
            product.iter_mut().zip(factors).for_each(|(value, factor)| *value *= factor);
        }
        product
    }
}

/// 1 + t, and next to nothing where that is nothing, so that it can be divided by again.
pub(in crate::loss) fn once(t: Complex<f64>) -> Complex<f64> {
    const SMALL: f64 = 1e-30;
    let factor = t + 1.0;
    if factor.norm_sqr() < SMALL * SMALL { Complex::from(SMALL) } else { factor }
}

fn exponential(log: Complex<f64>) -> Complex<f64> {
    if log.re < NOTHING {
        return Complex::from(0.0);
    }
    let (sine, cosine) = libm::sincos(log.im);
    Complex::new(cosine, sine) * libm::exp(log.re)
}
