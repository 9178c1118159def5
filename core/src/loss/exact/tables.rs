//! Masses and their transforms, damped, for lattices of one length.

use std::ops::Mul;

use rustfft::num_complex::Complex;

use crate::loss::transform::{Spectrum, Transform};

/// The natural logarithm by which what lies at the end of the lattice is damped.
const TILT: f64 = 14.0;

/// What all lattices of one length have in common.
pub(in crate::loss) struct Tables {
    transform: Transform,
    /// By what each amount is damped.
    damping: Vec<f64>,
    /// What one step up does to a transform, at each of its frequencies.
    turns: Spectrum,
}

/// Tables are told by their length.
impl std::fmt::Debug for Tables {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tables({})", self.damping.len())
    }
}

impl Tables {
    /// For lattices of this length, a power of two from 2 on.
    pub(in crate::loss) fn new(length: usize) -> Self {
        let damping = of_few(length, |place| libm::exp(-TILT * place as f64 / length as f64));
        let angle = -std::f64::consts::TAU / length as f64;
        let turn = |place: usize| {
            let (sine, cosine) = libm::sincos(angle * place as f64);
            Complex::new(cosine, sine)
        };
        let turns = of_few(length / 2 + 1, turn).into_iter().map(|turn| turn * damping[1]).collect();
        Self { transform: Transform::new(length), turns, damping }
    }

    /// At how many frequencies transforms are known.
    pub(in crate::loss) fn n_frequencies(&self) -> usize {
        self.turns.len()
    }

    /// The transforms of two lists of masses, damped.
    pub(in crate::loss) fn spectra(&self, masses: [&[f64]; 2]) -> [Spectrum; 2] {
        self.transform
            .of_two(masses.map(|masses| masses.iter().zip(&self.damping).map(|(mass, by)| mass * by)))
    }

    /// The masses of two transforms; an empty transform is one of nothing.
    pub(in crate::loss) fn masses(&self, spectra: [&[Complex<f64>]; 2]) -> [Vec<f64>; 2] {
        let mut both = self.transform.back_to_two(spectra);
        for masses in &mut both {
            masses.iter_mut().zip(&self.damping).for_each(|(mass, by)| *mass /= by);
        }
        both
    }

    /// The transform of masses that stand one step further up, beside those of this transform so much at nought.
    pub(in crate::loss) fn one_up(&self, spectrum: &[Complex<f64>], at_nought: f64) -> Spectrum {
        spectrum.iter().zip(&self.turns).map(|(value, turn)| (value + at_nought) * turn).collect()
    }
}

/// The first values of a function for which that of a sum is the product of those of its parts. Few are worked out and the
/// others multiplied, since the first year of an engine waits for them.
fn of_few<T: Copy + Mul<Output = T>>(count: usize, value: impl Fn(usize) -> T) -> Vec<T> {
    const STRIDE: usize = 64;
    let fine: Vec<T> = (0..STRIDE.min(count)).map(&value).collect();
    let coarse = (0..count).step_by(STRIDE).map(&value);
    let all = coarse.flat_map(|coarse| fine.iter().map(move |fine| coarse * *fine));
    all.take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_sums_are_products() {
        let power = |place: usize| libm::exp(-14.0 * place as f64 / 8_192.0);
        for (place, found) in of_few(8_192, power).into_iter().enumerate() {
            assert!((found / power(place) - 1.0).abs() < 1e-15, "{place}");
        }
        assert_eq!(of_few(2, power), [1.0, power(1)]);
    }
}
