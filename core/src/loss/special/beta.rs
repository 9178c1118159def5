//! The beta distribution on 0 to 1: its distribution function is the regularised incomplete beta function.

use super::fraction::fraction;

/// The beta distribution with these two shapes, both above nought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::loss) struct Beta {
    a: f64,
    b: f64,
    /// The logarithm of 1 / B(a, b).
    log_scale: f64,
}

/// What the law says of a number `x`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::loss) struct BetaAt {
    /// The probability of at most `x`.
    pub(in crate::loss) cdf: f64,
    /// The mean of the part at most `x`: I(x; a + 1, b) a / (a + b).
    pub(in crate::loss) mean_up_to: f64,
    /// The density at `x`, between 0 and 1.
    pub(in crate::loss) density: f64,
}

impl Beta {
    pub(in crate::loss) fn new(a: f64, b: f64) -> Self {
        Self { a, b, log_scale: libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) }
    }

    /// a / (a + b).
    pub(in crate::loss) fn mean(&self) -> f64 {
        self.a / (self.a + self.b)
    }

    /// Both shapes.
    pub(in crate::loss) fn shapes(&self) -> [f64; 2] {
        [self.a, self.b]
    }

    /// What it says of `x`: the probability by the continued fraction from the side on which it converges quickly (DLMF
    /// 8.17.22), the mean of the part by the recurrence in a (DLMF 8.17.20).
    pub(in crate::loss) fn at(&self, x: f64) -> BetaAt {
        if x <= 0.0 {
            return BetaAt { cdf: 0.0, mean_up_to: 0.0, density: 0.0 };
        }
        if x >= 1.0 {
            return BetaAt { cdf: 1.0, mean_up_to: self.mean(), density: 0.0 };
        }
        let (a, b) = (self.a, self.b);
        let edge = self.edge(x);
        let cdf = if x * (a + b + 2.0) < a + 1.0 {
            edge * continued_fraction(a, b, x) / a
        } else {
            1.0 - edge * continued_fraction(b, a, 1.0 - x) / b
        };
        BetaAt { cdf, mean_up_to: self.mean() * cdf - edge / (a + b), density: edge / (x * (1.0 - x)) }
    }

    /// The law of one minus such a number.
    pub(in crate::loss) fn mirrored(&self) -> Self {
        Self { a: self.b, b: self.a, log_scale: self.log_scale }
    }

    /// The number that is not exceeded with probability `p`, 0 < p <= 1/2: Halley's method on the logarithms of both, of
    /// which that of `p` is concave, from the leading term of the series, which lies below. Both shapes are at least one.
    pub(in crate::loss) fn quantile(&self, p: f64) -> f64 {
        let wanted = libm::log(p);
        let mut x = libm::exp((wanted + libm::log(self.a) - self.log_scale) / self.a).min(BELOW_ONE);
        for _ in 0..MOST_STEPS {
            let (log_cdf, slope) = self.log_cdf(x);
            let newton = (wanted - log_cdf) / slope;
            let bend = self.a - (self.b - 1.0) * x / (1.0 - x) - slope;
            let step = newton / (1.0 + newton * bend / 2.0).max(0.5);
            x = (x * libm::exp(step)).min(BELOW_ONE);
            if step.abs() < CLOSE {
                break;
            }
        }
        x
    }

    /// The mean of the part at most `x`, which has the probability `p`: as in [`Beta::at`], where `p` is known.
    pub(in crate::loss) fn part_up_to(&self, x: f64, p: f64) -> f64 {
        self.mean() * p - self.edge(x) / (self.a + self.b)
    }

    /// The logarithm of the probability of at most `x`, and its slope against the logarithm of `x`.
    fn log_cdf(&self, x: f64) -> (f64, f64) {
        let fraction = continued_fraction(self.a, self.b, x) / self.a;
        (self.log_edge(x) + libm::log(fraction), 1.0 / ((1.0 - x) * fraction))
    }

    /// x^a (1 - x)^b / B(a, b).
    fn edge(&self, x: f64) -> f64 {
        libm::exp(self.log_edge(x))
    }

    fn log_edge(&self, x: f64) -> f64 {
        self.a * libm::log(x) + self.b * libm::log1p(-x) + self.log_scale
    }
}

/// Terms after which no shape that can be entered still changes the fraction.
const MOST_TERMS: u32 = 20_000;
/// The greatest number below one.
const BELOW_ONE: f64 = 1.0 - f64::EPSILON / 2.0;
/// Steps after which a quantile has been found however far the first guess was.
const MOST_STEPS: usize = 100;
/// After a step of this relative size the next would change nothing, since each cubes the error.
const CLOSE: f64 = 1e-5;

/// The continued fraction of the incomplete beta function.
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    let odd = |m: f64| -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
    let even = |m: f64| m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
    let later = (1..MOST_TERMS).map(f64::from).flat_map(|m| [even(m), odd(m)]);
    fraction(1.0, std::iter::once(odd(0.0)).chain(later).map(|term| (term, 1.0)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::*;

    /// Computed with SciPy 1.17.1, `scipy.special.betainc`.
    #[test]
    fn probabilities_agree_with_scipy() {
        for (a, b, x, p) in [
            (1.8, 4.2, 0.1, 0.118_528_042_332_809_22),
            (1.8, 4.2, 0.5, 0.857_929_977_430_380_9),
            (3.0, 3.0, 0.5, 0.5),
            (1.0, 5.0, 0.3, 0.831_93),
            (5.0, 1.0, 0.3, 0.002_43),
            (1.0, 5.0, 1e-6, 4.999_990_000_01e-6),
            (40.5, 7.25, 0.9, 0.845_248_709_849_850_9),
            (2.2, 3.8, 0.999, 0.999_999_999_975_715_9),
            (1001.0, 3.0, 0.99, 0.002_613_954_230_672_974),
        ] {
            let found = Beta::new(a, b).at(x).cdf;
            assert!((found / p - 1.0).abs() < 1e-12, "I({x}; {a}, {b}) = {found} for {p}");
        }
    }

    proptest! {
        #[test]
        fn the_distribution_rises_and_mirrors(a in 1.0_f64..50.0, b in 1.0_f64..50.0, x in 0.0_f64..1.0) {
            let (one, other) = (Beta::new(a, b), Beta::new(b, a));
            prop_assert!((one.at(x).cdf + other.at(1.0 - x).cdf - 1.0).abs() < 1e-12);
            prop_assert!(one.at(x).cdf <= one.at((x + 0.01).min(1.0)).cdf + 1e-14);
        }

        #[test]
        fn a_quantile_is_where_its_probability_lies(a in 1.0_f64..50.0, b in 1.0_f64..50.0, log_p in -30.0_f64..-0.7) {
            let (law, p) = (Beta::new(a, b), libm::exp(log_p));
            prop_assert!((law.at(law.quantile(p)).cdf / p - 1.0).abs() < 1e-11);
            prop_assert!(law.mirrored().mirrored() == law);
        }

        #[test]
        fn the_mean_of_a_part_is_that_of_the_next_higher_law(a in 1.0_f64..50.0, b in 1.0_f64..50.0, x in 0.0_f64..1.0) {
            let law = Beta::new(a, b);
            let part = law.mean() * Beta::new(a + 1.0, b).at(x).cdf;
            prop_assert!((law.at(x).mean_up_to - part).abs() < 1e-12);
        }
    }
}
