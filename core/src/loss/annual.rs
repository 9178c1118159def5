//! What frequency and severity come to in a year, by the closed forms; the whole distribution is worked out elsewhere.

use super::{Frequency, Severity};

/// The loss of one year: the sum of as many costs as there are events.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Annual {
    /// Its mean in pounds: mean number x mean cost.
    pub mean: f64,
    /// Its variance in square pounds: mean number x variance of the cost + variance of the number x mean cost^2 (Wald's
    /// second equation).
    pub variance: f64,
    /// The probability of a year without an event.
    pub p_none: f64,
}

impl Annual {
    /// The loss of a year with events like these.
    #[must_use]
    pub fn of(frequency: &Frequency, severity: &Severity) -> Self {
        let cost = severity.mean();
        Self {
            mean: frequency.mean() * cost,
            variance: frequency.mean() * severity.variance() + frequency.variance() * cost * cost,
            p_none: frequency.p_none(),
        }
    }

    /// The standard deviation in pounds.
    #[must_use]
    pub fn standard_deviation(&self) -> f64 {
        libm::sqrt(self.variance)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{FrequencyLaw, Millionths, SeverityLaw};
    use super::*;
    use crate::money::Pence;

    fn number(value: f64) -> Millionths {
        Millionths::new(value).expect("a small number")
    }

    fn pounds(amount: i64) -> Pence {
        Pence::of_pounds(amount).expect("a small amount")
    }

    /// Computed with SciPy 1.17.1.
    #[test]
    fn a_years_loss_has_the_mean_and_deviation_of_its_law() {
        let lognormal = |low, high| SeverityLaw::Lognormal { low: pounds(low), high: pounds(high) };
        let pert = SeverityLaw::Pert {
            low: pounds(10),
            mode: pounds(50),
            high: pounds(100),
            weight: Millionths::FOUR,
        };
        let poisson = |rate| FrequencyLaw::Poisson { rate: number(rate) };
        let clustered = FrequencyLaw::NegativeBinomial { mean: number(2.0), variance: number(3.0) };
        let once = FrequencyLaw::Bernoulli { probability: number(0.1) };
        for (frequency, severity, mean, sd) in [
            (poisson(2.0), lognormal(10_000, 100_000), 80_800.26, 72_992.88),
            (clustered, lognormal(10_000, 100_000), 80_800.26, 83_427.40),
            (poisson(3.0), lognormal(1, 10), 12.120_038_480_837_184, 8.939_765_261_575_191),
            (poisson(2.0), pert, 103.333_333_333_333_33, 76.904_393_335_398_68),
            (once, lognormal(100_000, 1_000_000), 40_400.128_269_457_31, 158_138.011),
        ] {
            let frequency = Frequency::new(frequency).expect("sound");
            let annual = Annual::of(&frequency, &Severity::new(severity).expect("sound"));
            assert!((annual.mean / mean - 1.0).abs() < 1e-7, "{} for {mean}", annual.mean);
            let spread = annual.standard_deviation();
            assert!((spread / sd - 1.0).abs() < 1e-6, "{spread} for {sd}");
        }
    }
}
