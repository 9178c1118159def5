//! Sequences and their transforms. All sequences here are real, and two of them travel as one complex sequence: the
//! transforms of both are then its parts that mirror and that do not.

use rustfft::algorithm::Radix4;
use rustfft::num_complex::Complex;
use rustfft::{Fft, FftDirection};

/// The transform of a real sequence of `2 n` numbers at the frequencies 0 to `n`; the others mirror these.
pub(super) type Spectrum = Vec<Complex<f64>>;

/// The transform of sequences of one length, a power of two.
pub(super) struct Transform {
    /// The way back is the same way with real and imaginary parts exchanged before and after, so that one plan does.
    there: Radix4<f64>,
    length: usize,
}

impl Transform {
    /// For sequences of this length, which is a power of two from 2 on.
    pub(super) fn new(length: usize) -> Self {
        Self { there: Radix4::new(length, FftDirection::Forward), length }
    }

    /// The transforms of two sequences; what they lack in length is nought.
    pub(super) fn of_two(&self, sequences: [impl Iterator<Item = f64>; 2]) -> [Spectrum; 2] {
        let mut both = vec![Complex::from(0.0); self.length];
        let [one, other] = sequences;
        both.iter_mut().zip(one).for_each(|(z, value)| z.re = value);
        both.iter_mut().zip(other).for_each(|(z, value)| z.im = value);
        self.there.process(&mut both);
        let half = self.length / 2;
        let mirrored = |place: usize| both[(self.length - place) % self.length].conj();
        let first = |place: usize| (both[place] + mirrored(place)) * 0.5;
        let second = |place: usize| {
            let twice = both[place] - mirrored(place);
            Complex::new(twice.im, -twice.re) * 0.5
        };
        [(0..=half).map(first).collect(), (0..=half).map(second).collect()]
    }

    /// The sequences of two transforms; what these lack in length is nought.
    pub(super) fn back_to_two(&self, [one, other]: [&[Complex<f64>]; 2]) -> [Vec<f64>; 2] {
        let mut both = vec![Complex::from(0.0); self.length];
        let half = self.length / 2;
        for (place, z) in one.iter().enumerate() {
            both[place] += exchanged(*z);
            if place > 0 && place < half {
                both[self.length - place] += exchanged(z.conj());
            }
        }
        for (place, z) in other.iter().enumerate() {
            both[place] += z.conj();
            if place > 0 && place < half {
                both[self.length - place] += z;
            }
        }
        self.there.process(&mut both);
        let scale = 1.0 / self.length as f64;
        [both.iter().map(|z| z.im * scale).collect(), both.iter().map(|z| z.re * scale).collect()]
    }
}

/// Its real part in the place of its imaginary one, and the other way round.
fn exchanged(z: Complex<f64>) -> Complex<f64> {
    Complex::new(z.im, z.re)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_step_is_one_turn() {
        let [spectrum, none] = Transform::new(8).of_two([[0.0, 1.0].into_iter(), [0.0, 0.0].into_iter()]);
        for (place, found) in spectrum.iter().enumerate() {
            let expected = Complex::cis(-std::f64::consts::TAU * place as f64 / 8.0);
            assert!((found - expected).norm() < 1e-15);
        }
        assert!(none.iter().all(|z| z.norm() < 1e-15));
    }

    proptest! {
        #[test]
        fn two_sequences_come_back_as_they_were(
            one in prop::collection::vec(-1.0_f64..1.0, 64), other in prop::collection::vec(-1.0_f64..1.0, 64),
        ) {
            let transform = Transform::new(64);
            let [a, b] = transform.of_two([one.iter().copied(), other.iter().copied()]);
            let [one_again, other_again] = transform.back_to_two([&a, &b]);
            for (was, is) in one.iter().chain(&other).zip(one_again.iter().chain(&other_again)) {
                prop_assert!((was - is).abs() < 1e-14);
            }
        }
    }
}
