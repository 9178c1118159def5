//! A curve at many amounts at equal distances, quickly: it is worked out at few of them, close together where it bends
//! and far apart where it runs smoothly, and between two of these it is the polynomial of the fifth degree with the same
//! values, slopes and bends at both (Hermite's). So what lies between two of them has its exact probability and mean.

use super::{At, Curve};

/// A curve at 0, 1, 2, ... steps.
pub(in crate::loss) struct Points {
    /// The probability of at most each amount.
    pub(in crate::loss) probability: Vec<f64>,
    /// The mean of the cost, cut off at each amount.
    pub(in crate::loss) limited: Vec<f64>,
}

/// Beyond an amount that is exceeded with a smaller chance nothing is looked at.
const NOTHING: f64 = 1e-14;

impl Curve {
    /// It at all whole steps up to `n`, or as far as it is not next to certain that the cost is less, and one more.
    pub(in crate::loss) fn points(&self, step: f64, n: usize) -> Points {
        let mut points =
            Points { probability: Vec::with_capacity(n + 1), limited: Vec::with_capacity(n + 1) };
        let (mut place, mut here) = (0, self.at(0.0));
        points.add(&here);
        while place < n && (place == 0 || 1.0 - here.probability >= NOTHING) {
            let most = (self.smooth_around(place as f64 * step) / step).min(n as f64) as usize;
            let width = most.clamp(1, n - place);
            let next = self.at((place + width) as f64 * step);
            points.fill(&Quintic::between(&here, &next, width as f64 * step), width, step);
            points.add(&next);
            (place, here) = (place + width, next);
        }
        if place < n {
            points.add(&here);
        }
        points
    }
}

impl Points {
    fn add(&mut self, at: &At) {
        self.probability.push(at.probability);
        self.limited.push(at.limited);
    }

    /// Adds what lies between two amounts that are `width` steps apart.
    fn fill(&mut self, between: &Quintic, width: usize, step: f64) {
        let one = 1.0 / width as f64;
        let parts = (1..width).map(|place| place as f64 * one);
        self.limited.extend(parts.clone().map(|part| between.value(part)));
        let slope = one / step;
        self.probability.extend(parts.map(|part| (1.0 - between.slope(part) * slope).clamp(0.0, 1.0)));
    }
}

/// A polynomial of the fifth degree on 0 to 1, from the constant term on.
struct Quintic([f64; 6]);

impl Quintic {
    /// What is cut off between two amounts at this distance.
    fn between(from: &At, to: &At, width: f64) -> Self {
        let slopes = [from, to].map(|at| (1.0 - at.probability) * width);
        let bends = [from, to].map(|at| -at.density * width * width);
        let rise = to.limited - from.limited - slopes[0] - bends[0] / 2.0;
        let steeper = slopes[1] - slopes[0] - bends[0];
        let sharper = (bends[1] - bends[0]) / 2.0;
        Self([
            from.limited,
            slopes[0],
            bends[0] / 2.0,
            10.0 * rise - 4.0 * steeper + sharper,
            -15.0 * rise + 7.0 * steeper - 2.0 * sharper,
            6.0 * rise - 3.0 * steeper + sharper,
        ])
    }

    fn value(&self, x: f64) -> f64 {
        let [a, b, c, d, e, f] = self.0;
        a + x * (b + x * (c + x * (d + x * (e + x * f))))
    }

    fn slope(&self, x: f64) -> f64 {
        let [_, b, c, d, e, f] = self.0;
        b + x * (2.0 * c + x * (3.0 * d + x * (4.0 * e + x * 5.0 * f)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::any_curve;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn between_the_amounts_at_which_it_is_worked_out_the_curve_is_the_same(
            curve in any_curve(), reach in 0.1_f64..20.0, n in 2_usize..3_000,
        ) {
            let step = curve.mean() * reach / n as f64;
            let points = curve.points(step, n);
            prop_assert_eq!(points.limited.len(), points.probability.len());
            for (place, probability) in points.probability.iter().enumerate() {
                let at = curve.at(place as f64 * step);
                let limited = points.limited[place];
                prop_assert!((probability - at.probability).abs() < 1e-6, "{}: {} for {:?}", place, probability, at);
                prop_assert!((limited - at.limited).abs() < 1e-7 * curve.mean(), "{}: {} for {:?}", place, limited, at);
            }
        }
    }
}
