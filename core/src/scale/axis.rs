//! The two axes of a matrix, and what one of them is: the names of its steps, lowest first.

use std::fmt;

use super::matrix::{Cell, Matrix};
use super::names::{NameFault, name_faults};
use super::position::{Position, PositionError};

/// One of the two axes of a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// How likely.
    Likelihood,
    /// How bad.
    Impact,
}

impl Axis {
    /// Both, in the order in which they are written.
    pub const ALL: [Self; 2] = [Self::Likelihood, Self::Impact];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Likelihood => "likelihood",
            Self::Impact => "impact",
        }
    }

    /// The one that is not this.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Likelihood => Self::Impact,
            Self::Impact => Self::Likelihood,
        }
    }

    /// The cell at a step of this axis and a step of the other, counted from 0.
    #[must_use]
    pub fn cell(self, step: usize, other: usize) -> Cell {
        match self {
            Self::Likelihood => Cell { likelihood: step, impact: other },
            Self::Impact => Cell { likelihood: other, impact: step },
        }
    }

    /// The step of a cell on this axis.
    #[must_use]
    pub fn step(self, cell: Cell) -> usize {
        match self {
            Self::Likelihood => cell.likelihood,
            Self::Impact => cell.impact,
        }
    }

    /// Its scale in a matrix.
    #[must_use]
    pub fn of(self, matrix: &Matrix) -> &Scale {
        match self {
            Self::Likelihood => matrix.likelihood(),
            Self::Impact => matrix.impact(),
        }
    }
}

/// A likelihood or impact scale of three to six named steps, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    labels: Vec<String>,
}

/// Why labels do not make a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleError {
    /// Fewer than three or more than six steps; the number given.
    StepCount(usize),
    /// A step without a name; its place, counted from 1.
    EmptyLabel(usize),
    /// Two steps with the same name; the place of the second, counted from 1.
    RepeatedLabel(usize),
}

impl fmt::Display for ScaleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StepCount(n) => write!(f, "a scale has three to six steps, not {n}"),
            Self::EmptyLabel(n) => write!(f, "step {n} has no name"),
            Self::RepeatedLabel(n) => write!(f, "step {n} has the name of another step"),
        }
    }
}

impl std::error::Error for ScaleError {}

impl Scale {
    /// The fewest steps a scale may have.
    pub const FEWEST_STEPS: usize = 3;

    /// A scale from its step names, lowest first; surrounding space is dropped, and names that differ
    /// only in case count as the same.
    pub fn new<S: AsRef<str>>(labels: &[S]) -> Result<Self, ScaleError> {
        match Self::problems(labels).first() {
            Some(error) => Err(*error),
            None => Ok(Self { labels: labels.iter().map(|l| l.as_ref().trim().to_owned()).collect() }),
        }
    }

    /// Everything that keeps labels from making a scale.
    #[must_use]
    pub fn problems<S: AsRef<str>>(labels: &[S]) -> Vec<ScaleError> {
        let is_off = !(Self::FEWEST_STEPS..=Position::MOST_STEPS).contains(&labels.len());
        let count = is_off.then_some(ScaleError::StepCount(labels.len()));
        let labels = labels.iter().map(AsRef::as_ref).collect::<Vec<_>>();
        let names = name_faults(&labels).into_iter().map(|(i, fault)| match fault {
            NameFault::Empty => ScaleError::EmptyLabel(i + 1),
            NameFault::Repeated => ScaleError::RepeatedLabel(i + 1),
        });
        count.into_iter().chain(names).collect()
    }

    /// How many steps there are.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.labels.len()
    }

    /// The names of the steps, lowest first.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The name of the step nearest to `position`.
    #[must_use]
    pub fn label(&self, position: Position) -> &str {
        &self.labels[position.step().min(self.labels.len() - 1)]
    }

    /// The position `value` on this scale.
    pub fn position(&self, value: f64) -> Result<Position, PositionError> {
        Position::new(value, self.steps())
    }

    /// Whether `position` lies on this scale.
    #[must_use]
    pub fn holds(&self, position: Position) -> bool {
        usize::from(position.thousandths()) <= self.steps() * 1000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_do_not_make_a_scale_are_named() {
        for (labels, error) in [
            (&["a", "b"][..], ScaleError::StepCount(2)),
            (&["a", "b", "c", "d", "e", "f", "g"], ScaleError::StepCount(7)),
            (&["low", " ", "high"], ScaleError::EmptyLabel(2)),
            (&["low", "high", "Low "], ScaleError::RepeatedLabel(3)),
        ] {
            assert_eq!(Scale::new(labels), Err(error));
        }
    }

    #[test]
    fn the_nearest_label_is_given_for_a_mean() {
        let scale = Scale::new(&["low", "medium", "high"]).expect("three distinct labels");
        for (value, label) in [(1.0, "low"), (1.5, "medium"), (2.4, "medium"), (3.0, "high")] {
            assert_eq!(scale.position(value).map(|p| scale.label(p).to_owned()), Ok(label.into()));
        }
        assert_eq!(scale.position(3.1), Err(PositionError::AboveHighest(3)));
    }
}
