//! A scale along one side of a picture: where a number lies on it, and which round numbers are written beside it.

/// From which number to which a side of a picture reaches, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Axis {
    /// From nought in equal steps.
    Linear {
        /// The number at its end, above nought.
        to: f64,
    },
    /// In equal ratios.
    Log {
        /// The number at its beginning, above nought.
        from: f64,
        /// The number at its end, above that.
        to: f64,
    },
}

/// How many steps a linear axis has at least, and at most twice and a half as many.
const STEPS: f64 = 4.0;
/// The multiples of powers of ten that are written where there is room for more than the powers.
const WITHIN_A_DECADE: [f64; 3] = [1.0, 2.0, 5.0];
/// Over more powers of ten than these, only they are written.
const DECADES: f64 = 2.5;

impl Axis {
    /// Where a number lies, from 0 at the beginning to 1 at the end; what lies beyond an end lies there.
    #[must_use]
    pub fn place(&self, number: f64) -> f64 {
        let place = match self {
            Self::Linear { to } => number / to,
            Self::Log { from, to } => (number.max(*from) / from).ln() / (to / from).ln(),
        };
        if place.is_nan() { 0.0 } else { place.clamp(0.0, 1.0) }
    }

    /// The round numbers on it, smallest first.
    #[must_use]
    pub fn ticks(&self) -> Vec<f64> {
        match *self {
            Self::Linear { to } => {
                let step = round_step(to / STEPS);
                let n = (to / step * (1.0 + 1e-9)).floor() as usize;
                (0..=n).map(|place| place as f64 * step).collect()
            }
            Self::Log { from, to } => round_ratios(from, to),
        }
    }
}

/// The greatest of 1, 2 and 5 times a power of ten that is not above a number.
fn round_step(number: f64) -> f64 {
    let power = 10_f64.powi(number.log10().floor() as i32);
    let fits = |times: &&f64| **times * power <= number * (1.0 + 1e-9);
    power * WITHIN_A_DECADE.iter().rev().find(fits).copied().unwrap_or(1.0)
}

fn round_ratios(from: f64, to: f64) -> Vec<f64> {
    let times: &[f64] = if (to / from).log10() > DECADES { &[1.0] } else { &WITHIN_A_DECADE };
    let decades = from.log10().floor() as i32..=to.log10().ceil() as i32;
    let all = decades.flat_map(|power| times.iter().map(move |times| times * 10_f64.powi(power)));
    let is_within = |number: &f64| *number >= from * (1.0 - 1e-9) && *number <= to * (1.0 + 1e-9);
    all.filter(is_within).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_numbers_stand_beside_it() {
        for (axis, ticks) in [
            (Axis::Linear { to: 1.0 }, vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            (Axis::Linear { to: 870.0 }, vec![0.0, 200.0, 400.0, 600.0, 800.0]),
            (Axis::Log { from: 0.001, to: 1.0 }, vec![0.001, 0.01, 0.1, 1.0]),
            (Axis::Log { from: 15.0, to: 300.0 }, vec![20.0, 50.0, 100.0, 200.0]),
        ] {
            let found = axis.ticks();
            let is_near = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-9 * b.max(1.0);
            assert!(found.len() == ticks.len() && found.iter().zip(&ticks).all(is_near), "{found:?}");
        }
    }

    #[test]
    fn a_number_lies_between_the_ends_or_at_one_of_them() {
        let (linear, log) = (Axis::Linear { to: 50.0 }, Axis::Log { from: 1.0, to: 100.0 });
        for (axis, number, place) in [
            (linear, 25.0, 0.5),
            (linear, -3.0, 0.0),
            (linear, 80.0, 1.0),
            (log, 10.0, 0.5),
            (log, 0.0, 0.0),
            (log, f64::NAN, 0.0),
        ] {
            assert!((axis.place(number) - place).abs() < 1e-12, "{axis:?} {number}");
        }
    }
}
