//! The number of events in a year as the engine needs it: numbers with a floating point, before and after what controls take away.

use rustfft::num_complex::Complex;

use super::frequency::{Frequency, FrequencyLaw};

/// The law of the number of events in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Count {
    Poisson {
        rate: f64,
    },
    Bernoulli {
        probability: f64,
    },
    /// Poisson with a rate that is drawn each year from a gamma law of this shape.
    NegativeBinomial {
        mean: f64,
        shape: f64,
    },
}

impl Count {
    pub(super) fn of(frequency: &Frequency) -> Self {
        match frequency.law() {
            FrequencyLaw::Poisson { rate } => Self::Poisson { rate: rate.value() },
            FrequencyLaw::Bernoulli { probability } => Self::Bernoulli { probability: probability.value() },
            FrequencyLaw::NegativeBinomial { mean, variance } => {
                let (mean, variance) = (mean.value(), variance.value());
                Self::NegativeBinomial { mean, shape: mean * mean / (variance - mean) }
            }
        }
    }

    /// The law when only a share of its events is left, each of them by itself.
    pub(super) fn thinned(self, left: f64) -> Self {
        match self {
            Self::Poisson { rate } => Self::Poisson { rate: rate * left },
            Self::Bernoulli { probability } => Self::Bernoulli { probability: probability * left },
            Self::NegativeBinomial { mean, shape } => Self::NegativeBinomial { mean: mean * left, shape },
        }
    }

    pub(super) fn mean(&self) -> f64 {
        match *self {
            Self::Poisson { rate } => rate,
            Self::Bernoulli { probability } => probability,
            Self::NegativeBinomial { mean, .. } => mean,
        }
    }

    pub(super) fn variance(&self) -> f64 {
        match *self {
            Self::Poisson { rate } => rate,
            Self::Bernoulli { probability } => probability * (1.0 - probability),
            Self::NegativeBinomial { mean, shape } => mean + mean * mean / shape,
        }
    }

    /// The probability of a year in which nothing is lost where an event costs nothing with this probability: the
    /// generating function of the number of events.
    pub(super) fn p_none(&self, p_free: f64) -> f64 {
        let less = p_free - 1.0;
        match *self {
            Self::Poisson { rate } => libm::exp(less * rate),
            Self::Bernoulli { probability } => less * probability + 1.0,
            Self::NegativeBinomial { mean, shape } => {
                libm::exp(log_mixed(Complex::from(less * mean), 1.0 / shape).re)
            }
        }
    }
}

/// The logarithm of (1 - v t)^(-1 / v): of the transform of a Poisson number of costs whose rate is multiplied by a gamma
/// factor of mean 1 and variance v, where t, with a real part of at most nought, is its exponent without that factor. It
/// tends to t as v does to nought, and digits are kept on the way.
pub(super) fn log_mixed(t: Complex<f64>, variance: f64) -> Complex<f64> {
    let (x, y) = (-t.re * variance, -t.im * variance);
    let log = Complex::new(libm::log1p(x * (2.0 + x) + y * y) / 2.0, libm::atan2(y, 1.0 + x));
    -log / variance
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::Millionths;

    fn number(value: f64) -> Millionths {
        Millionths::new(value).expect("small")
    }

    fn laws() -> [Frequency; 3] {
        [
            FrequencyLaw::Poisson { rate: number(2.5) },
            FrequencyLaw::Bernoulli { probability: number(0.3) },
            FrequencyLaw::NegativeBinomial { mean: number(2.0), variance: number(3.0) },
        ]
        .map(|law| Frequency::new(law).expect("sound"))
    }

    #[test]
    fn where_all_events_are_left_it_is_the_law_itself() {
        for law in laws() {
            let count = Count::of(&law);
            for (found, wanted) in [
                (count.mean(), law.mean()),
                (count.variance(), law.variance()),
                (count.p_none(0.0), law.p_none()),
                (count.p_none(1.0), 1.0),
            ] {
                assert!((found - wanted).abs() < 1e-14, "{law:?}: {found} for {wanted}");
            }
        }
    }

    #[test]
    fn to_leave_a_share_of_events_is_to_make_the_others_cost_nothing() {
        for law in laws() {
            let rarer = Count::of(&law).thinned(0.6).p_none(0.2);
            let cheaper = Count::of(&law).p_none(0.2 * 0.6 + 0.4);
            assert!((rarer - cheaper).abs() < 1e-14, "{law:?}");
        }
    }

    /// The third-degree series of (1 - v t)^(-1 / v), and the power itself.
    #[test]
    fn a_mixed_number_of_events_keeps_its_digits_however_little_it_varies() {
        let t = Complex::new(-0.7, 0.4);
        for variance in [1e-18, 1e-9, 1e-7] {
            let near = t + t * t * (variance / 2.0);
            assert!((log_mixed(t, variance) - near).norm() < 1e-13, "{variance}");
        }
        let power = (Complex::from(1.0) - t * 2.5).powf(-0.4);
        assert!((log_mixed(t, 2.5).exp() - power).norm() < 1e-14);
    }
}
