//! A cell to a place on the matrix, and whether a printed score is what its parts come to.

use super::scales::label_step;
use crate::decimal;
use crate::scale::notation::{Notation, NotationError, Order, Symbols};
use crate::scale::{Position, PositionError, Rating, Scale};

/// Reads a cell on one axis of the matrix: by the notation and, where words are used, by the names of
/// the matrix's own steps first.
pub(super) fn read(cell: &str, notation: Notation, scale: &Scale) -> Result<Position, NotationError> {
    let labelled = || label_step(cell, scale).map(Position::of_step);
    let read = match notation.symbols {
        Symbols::Words(_) => labelled().map_or_else(|| notation.read(cell), Ok),
        Symbols::Digits | Symbols::Letters => notation.read(cell).or_else(|error| match error {
            NotationError::NotOnTheScale => labelled().ok_or(error),
            NotationError::Empty | NotationError::Outside(_) => Err(error),
        }),
    }?;
    if scale.holds(read) {
        Ok(read)
    } else {
        Err(NotationError::Outside(PositionError::AboveHighest(scale.steps())))
    }
}

/// A number as printed and half a unit of its last decimal, which is how far rounding may have moved it.
#[derive(Clone, Copy)]
struct Printed {
    value: f64,
    half_unit: f64,
}

impl Printed {
    /// Digits with at most one decimal point or comma; anything else is no printed number.
    fn of(cell: &str) -> Option<Self> {
        let is_mark = |c: char| matches!(c, '.' | ',');
        if !cell.starts_with(|c: char| c.is_ascii_digit())
            || cell.chars().any(|c| !c.is_ascii_digit() && !is_mark(c))
        {
            return None;
        }
        let decimals = cell.find(is_mark).map_or(0, |mark| cell.len() - mark - 1);
        let value = decimal::read(&cell.replace(',', "."))?;
        Some(Self { value, half_unit: 0.5 / decimal::power_of_ten(decimals.min(300)) })
    }

    /// Whole marks are exact; only means are rounded.
    fn mark(cell: &str, position: Position, notation: Notation) -> Option<Self> {
        let exact = |value: f64| Self { value, half_unit: 0.0 };
        match (notation.symbols, notation.order) {
            (Symbols::Words(_), Order::LowestFirst) => Some(exact(position.value())),
            (Symbols::Words(_), Order::HighestFirst) | (Symbols::Letters, _) => None,
            (Symbols::Digits, order) => {
                let value = match order {
                    Order::LowestFirst => position.value(),
                    Order::HighestFirst => (notation.steps + 1) as f64 - position.value(),
                };
                let half_unit = Self::of(cell).filter(|p| p.half_unit < 0.5).map_or(0.0, |p| p.half_unit);
                Some(Self { value, half_unit })
            }
        }
    }
}

/// The two cells of a rating and what they were read as.
pub(super) struct Marks<'a> {
    pub(super) likelihood: &'a str,
    pub(super) impact: &'a str,
    pub(super) rating: Rating,
}

/// The product of a rating as it is written, where the printed score differs from it by more than
/// rounding explains. A score that is no number (a colour, a word) is not compared.
pub(super) fn score_off(
    score: &str,
    marks: &Marks<'_>,
    likelihood: Notation,
    impact: Notation,
) -> Option<f64> {
    let printed = Printed::of(score)?;
    let likelihood = Printed::mark(marks.likelihood, marks.rating.likelihood, likelihood)?;
    let impact = Printed::mark(marks.impact, marks.rating.impact, impact)?;
    let product = likelihood.value * impact.value;
    let spread = likelihood.half_unit * impact.value + impact.half_unit * likelihood.value;
    let rounding = likelihood.half_unit * impact.half_unit + printed.half_unit + 1e-9;
    ((printed.value - product).abs() > spread + rounding).then_some(product)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off(score: &str, likelihood: &str, impact: &str) -> Option<f64> {
        let digits = Notation::digits(6);
        let read = |cell: &str| digits.read(cell).expect("on the scale");
        let rating = Rating { likelihood: read(likelihood), impact: read(impact) };
        score_off(score, &Marks { likelihood, impact, rating }, digits, digits)
    }

    #[test]
    fn a_score_may_differ_by_what_rounding_explains() {
        for (score, likelihood, impact, product) in [
            ("12", "3", "4", None),
            ("12.4", "3", "4", Some(12.0)),
            ("13", "3", "4", Some(12.0)),
            ("21.42", "5.1", "4.2", None),
            ("21", "5.1", "4.2", None),
            ("21,42", "5,1", "4,2", None),
            ("23", "5.1", "4.2", Some(5.1 * 4.2)),
            ("High", "3", "4", None),
            ("C1", "3", "4", None),
            ("1,234.50", "3", "4", None),
            ("", "3", "4", None),
        ] {
            assert_eq!(off(score, likelihood, impact), product, "{score}");
        }
    }
}
