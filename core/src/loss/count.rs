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

    /// The transform of a year's sum of costs whose transform is `cost`: the generating function of the number of events,
    /// exp(rate (g - 1)), 1 + p (g - 1) and (1 - mean / shape (g - 1))^-shape.
    pub(super) fn compound(&self, cost: Complex<f64>) -> Complex<f64> {
        let less = cost - 1.0;
        match *self {
            Self::Poisson { rate } => (less * rate).exp(),
            Self::Bernoulli { probability } => less * probability + 1.0,
            Self::NegativeBinomial { mean, shape } => {
                (Complex::from(1.0) - less * (mean / shape)).powf(-shape)
            }
        }
    }
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
                (count.compound(Complex::from(0.0)).re, law.p_none()),
                (count.compound(Complex::from(1.0)).re, 1.0),
            ] {
                assert!((found - wanted).abs() < 1e-14, "{law:?}: {found} for {wanted}");
            }
        }
    }

    #[test]
    fn to_leave_a_share_of_events_is_to_make_the_others_cost_nothing() {
        let cost = Complex::new(0.2, 0.4);
        for law in laws() {
            let rarer = Count::of(&law).thinned(0.6).compound(cost);
            let cheaper = Count::of(&law).compound(cost * 0.6 + 0.4);
            assert!((rarer - cheaper).norm() < 1e-14, "{law:?}");
        }
    }
}
