//! Sequences and their transforms. All sequences here are real, and two of them travel as one complex sequence: the
//! transforms of both are then its parts that mirror and that do not.

use rustfft::algorithm::Radix4;
use rustfft::num_complex::Complex;
use rustfft::{Fft, FftDirection};

/// The transform of a real sequence of `2 n` numbers at the frequencies 0 to `n`; the others mirror these.
pub(super) type Spectrum = Vec<Complex<f64>>;

/// The transform of sequences of one length, a power of two.
pub(super) struct Transform {
    there: Radix4<f64>,
    back: Radix4<f64>,
    length: usize,
}

impl Transform {
    /// For sequences of this length, which is a power of two from 2 on.
    pub(super) fn new(length: usize) -> Self {
        let of = |direction| Radix4::new(length, direction);
        Self { there: of(FftDirection::Forward), back: of(FftDirection::Inverse), length }
    }

    /// The transforms of two sequences; what they lack in length is nought.
    pub(super) fn of_two(&self, one: &[f64], other: &[f64]) -> [Spectrum; 2] {
        let at = |sequence: &[f64], place: usize| sequence.get(place).copied().unwrap_or(0.0);
        let mut both: Vec<_> =
            (0..self.length).map(|place| Complex::new(at(one, place), at(other, place))).collect();
        self.there.process(&mut both);
        let half = self.length / 2;
        let mirrored = |place: usize| both[(self.length - place) % self.length].conj();
        let first = |place: usize| (both[place] + mirrored(place)) * 0.5;
        let second = |place: usize| (both[place] - mirrored(place)) * Complex::new(0.0, -0.5);
        [(0..=half).map(first).collect(), (0..=half).map(second).collect()]
    }

    /// The sequences of two transforms.
    pub(super) fn back_to_two(&self, [one, other]: [&[Complex<f64>]; 2]) -> [Vec<f64>; 2] {
        let half = self.length / 2;
        let turned = Complex::new(0.0, 1.0);
        let joined = |place: usize| match place {
            _ if place <= half => one[place] + turned * other[place],
            _ => one[self.length - place].conj() + turned * other[self.length - place].conj(),
        };
        let mut both: Vec<Complex<f64>> = (0..self.length).map(joined).collect();
        self.back.process(&mut both);
        let scale = 1.0 / self.length as f64;
        [both.iter().map(|z| z.re * scale).collect(), both.iter().map(|z| z.im * scale).collect()]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_step_is_one_turn() {
        let [spectrum, none] = Transform::new(8).of_two(&[0.0, 1.0], &[]);
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
            let [a, b] = transform.of_two(&one, &other);
            let [one_again, other_again] = transform.back_to_two([&a, &b]);
            for (was, is) in one.iter().chain(&other).zip(one_again.iter().chain(&other_again)) {
                prop_assert!((was - is).abs() < 1e-14);
            }
        }
    }
}
