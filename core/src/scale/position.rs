//! A place on a scale and a pair of them. Positions may lie between two steps, because some bodies
//! vote and keep the mean; they are held as whole thousandths of a step, so that equal ratings are
//! equal, sorting is total and products are exact.

use std::fmt;

use crate::decimal;

/// A place on a scale: 1 is the lowest step; 3.9 lies just below the fourth. Kept to three decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(u16);

/// Why a number is not a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PositionError {
    /// Not a number, or infinite.
    NotFinite,
    /// Below the lowest step, 1.
    BelowLowest,
    /// Above the highest step of the scale, given here.
    AboveHighest(usize),
}

impl fmt::Display for PositionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFinite => f.write_str("not a number"),
            Self::BelowLowest => f.write_str("below 1, the lowest step"),
            Self::AboveHighest(steps) => write!(f, "above {steps}, the highest step"),
        }
    }
}

impl std::error::Error for PositionError {}

impl Position {
    /// The position `value` on a scale of `steps` steps, rounded to the nearest thousandth.
    pub fn new(value: f64, steps: usize) -> Result<Self, PositionError> {
        if !value.is_finite() {
            return Err(PositionError::NotFinite);
        }
        let thousandths = (value * 1000.0).round();
        if thousandths < 1000.0 {
            return Err(PositionError::BelowLowest);
        }
        if thousandths > steps.min(Self::MOST_STEPS) as f64 * 1000.0 {
            return Err(PositionError::AboveHighest(steps));
        }
        Ok(Self(thousandths as u16))
    }

    /// The most steps a scale may have.
    pub const MOST_STEPS: usize = 6;

    /// The position of step `index`, counted from 0; steps beyond the longest scale are its highest.
    #[must_use]
    pub fn of_step(index: usize) -> Self {
        Self((index.min(Self::MOST_STEPS - 1) as u16 + 1) * 1000)
    }

    /// The position at so many thousandths of a step, held to the ends of the longest scale.
    #[must_use]
    pub(super) fn of_thousandths(thousandths: usize) -> Self {
        Self(thousandths.clamp(1000, Self::MOST_STEPS * 1000) as u16)
    }

    /// The nearest step, counted from 0. Halfway counts as the higher step: a rating between two
    /// levels is treated as the worse of them.
    #[must_use]
    pub fn step(self) -> usize {
        (usize::from(self.0) + 500) / 1000 - 1
    }

    /// The position so many whole steps lower, and no lower than the lowest step.
    #[must_use]
    pub fn lowered(self, steps: u16) -> Self {
        Self(self.0.saturating_sub(steps.saturating_mul(1000)).max(1000))
    }

    /// The number as people write it, 1 for the lowest step.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 1000.0
    }

    /// Whole thousandths of a step.
    #[must_use]
    pub fn thousandths(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal::short(self.value(), 3))
    }
}

/// How likely and how bad, on the register's own scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rating {
    /// Place on the likelihood scale.
    pub likelihood: Position,
    /// Place on the impact scale.
    pub impact: Position,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_keeps_three_decimals_and_prints_as_written() {
        for (value, printed) in [(1.0, "1"), (3.9, "3.9"), (4.944_444, "4.944"), (6.0, "6")] {
            assert_eq!(Position::new(value, 6).map(|p| p.to_string()), Ok(printed.to_owned()));
        }
    }

    #[test]
    fn what_is_outside_the_scale_is_refused() {
        for (value, error) in [
            (0.999, PositionError::BelowLowest),
            (-3.0, PositionError::BelowLowest),
            (5.001, PositionError::AboveHighest(5)),
            (1e300, PositionError::AboveHighest(5)),
            (f64::NAN, PositionError::NotFinite),
            (f64::INFINITY, PositionError::NotFinite),
        ] {
            assert_eq!(Position::new(value, 5), Err(error), "{value}");
        }
    }

    #[test]
    fn a_position_is_lowered_to_the_lowest_step_and_no_further() {
        for (value, steps, lowered) in
            [(3.9, 0, "3.9"), (3.9, 2, "1.9"), (3.9, 3, "1"), (6.0, 5, "1"), (2.0, u16::MAX, "1")]
        {
            let position = Position::new(value, 6).expect("on the scale");
            assert_eq!(position.lowered(steps).to_string(), lowered, "{value} by {steps}");
        }
    }

    #[test]
    fn halfway_between_two_steps_is_the_worse_one() {
        for (value, step) in [(1.0, 0), (1.499, 0), (1.5, 1), (4.4, 3), (5.5, 5), (6.0, 5)] {
            assert_eq!(Position::new(value, 6).map(Position::step), Ok(step), "{value}");
        }
    }
}
