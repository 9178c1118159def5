//! What the matrix says of a rating in figures: the bands of its two steps, and what a frequency and a severity may
//! start from. It is shown as derived and never put in by itself; the rules are those of [`crate::loss`].

use crate::loss::{FirstFrequency, FirstSeverity, first_frequency, first_severity};
use crate::money::Pence;
use crate::scale::{Matrix, MoneyBand, Position, ProbabilityBand};

/// A first figure with the step and band that it was derived from.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived<Band, First> {
    /// The step, counted from 0.
    pub step: usize,
    /// The band of the step, as it is declared.
    pub band: Band,
    /// What was derived.
    pub first: First,
}

impl Derived<ProbabilityBand, FirstFrequency> {
    /// How often, by a likelihood; figures are those before controls, so that it is to be the inherent one. None where
    /// the matrix has no figures for the step, or none to start from.
    #[must_use]
    pub fn of_likelihood(matrix: &Matrix, likelihood: Position) -> Option<Self> {
        let step = likelihood.step();
        let band = matrix.probability_bands().get(step).copied().flatten()?;
        let part = |millionths: u32| f64::from(millionths) / f64::from(ProbabilityBand::CERTAIN);
        Some(Self { step, band, first: first_frequency(part(band.from()), part(band.to()))? })
    }
}

impl Derived<MoneyBand, FirstSeverity> {
    /// What one event costs, by an impact; it is to be the inherent one. A scale says what the body itself loses, so
    /// that all of it is the body's to bear. None where the matrix has no figures for the step, or none to start from.
    #[must_use]
    pub fn of_impact(matrix: &Matrix, impact: Position) -> Option<Self> {
        let step = impact.step();
        let band = matrix.money_bands().get(step).copied().flatten()?;
        let to = band.to().map(Pence::new).transpose().ok()?;
        Some(Self { step, band, first: first_severity(Pence::new(band.from()).ok()?, to)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::{FrequencyKind, StandIn};
    use crate::scale::preset;

    fn matrix() -> Matrix {
        let chances = [Some((0, 50_000)), None, Some((200_000, 500_000))];
        let amounts = [None, Some((1_000_000, Some(10_000_000))), Some((10_000_000, None))];
        let chances = chances.map(|ends| ends.and_then(|(from, to)| ProbabilityBand::new(from, to).ok()));
        let amounts = amounts.map(|ends| ends.and_then(|(from, to)| MoneyBand::new(from, to).ok()));
        preset::of_size(3, 3).with_bands(chances.to_vec(), amounts.to_vec()).expect("bands in order")
    }

    #[test]
    fn a_step_with_a_band_gives_a_first_figure_and_says_where_it_comes_from() {
        let often = Derived::of_likelihood(&matrix(), Position::of_step(2)).expect("a band");
        assert_eq!((often.step, often.band.to_string().as_str()), (2, "20 % to 50 % a year"));
        assert_eq!(often.first.frequency.kind(), FrequencyKind::Poisson);
        assert!((often.first.chance - 0.1_f64.sqrt()).abs() < 1e-12);
        let cost = Derived::of_impact(&matrix(), Position::of_step(2)).expect("a band");
        assert_eq!(
            (cost.band.to_string().as_str(), cost.first.stand_in),
            ("at least £100,000", Some(StandIn::High))
        );
        assert_eq!(cost.first.high, Pence::of_pounds(1_000_000).expect("small"));
    }

    #[test]
    fn a_step_without_a_band_gives_none() {
        assert_eq!(Derived::of_likelihood(&matrix(), Position::of_step(1)), None);
        assert_eq!(Derived::of_impact(&matrix(), Position::of_step(0)), None);
        assert_eq!(Derived::of_impact(&matrix(), Position::of_step(5)), None);
        assert_eq!(Derived::of_likelihood(&preset::of_size(5, 5), Position::of_step(0)), None);
    }
}
