//! The edits that a draft takes, one after another, and why one is refused. After each of them the grid
//! still has a cell for each pair of steps, and every cell a level.

use std::fmt;

use super::super::axis::{Axis, Scale};
use super::super::band::{MoneyBand, ProbabilityBand};
use super::super::layout::Layout;
use super::super::level::{Level, Tone};
use super::super::matrix::{Cell, Matrix};
use super::super::position::Position;
use super::draft::{Draft, Side};

/// One thing done to a draft. Places are counted from 0, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Calls the matrix something else.
    Rename(String),
    /// Puts a step at a place; its cells are those of the step below it, or above it at the low end.
    AddStep {
        /// The axis.
        axis: Axis,
        /// Its place among the steps.
        at: usize,
        /// Its name.
        label: String,
    },
    /// Takes a step and its cells away.
    RemoveStep {
        /// The axis.
        axis: Axis,
        /// The step.
        at: usize,
    },
    /// Calls a step something else.
    RenameStep {
        /// The axis.
        axis: Axis,
        /// The step.
        at: usize,
        /// Its name.
        label: String,
    },
    /// Says what a step of likelihood stands for, or that it stands for no figure.
    Probability {
        /// The step.
        at: usize,
        /// Its band.
        band: Option<ProbabilityBand>,
    },
    /// Says what a step of impact stands for, or that it stands for no figure.
    Money {
        /// The step.
        at: usize,
        /// Its band.
        band: Option<MoneyBand>,
    },
    /// Puts a level, which has no cell yet, at a place; tones are spread anew.
    AddLevel {
        /// Its place among the levels.
        at: usize,
        /// Its name.
        name: String,
    },
    /// Takes a level away; its cells go to the level below it, or above it at the low end, and tones
    /// are spread anew.
    RemoveLevel {
        /// The level.
        at: usize,
    },
    /// Calls a level something else.
    RenameLevel {
        /// The level.
        at: usize,
        /// Its name.
        name: String,
    },
    /// Says everything about a level.
    Level {
        /// The level.
        at: usize,
        /// What is said about it.
        level: Level,
    },
    /// Gives a cell a level.
    Cell {
        /// The cell.
        cell: Cell,
        /// The level.
        level: usize,
    },
    /// Gives each cell the level of the first threshold that its likelihood times its impact does not
    /// exceed, and the highest where there is none.
    FillByProduct(Vec<usize>),
    /// The same by likelihood plus impact.
    FillBySum(Vec<usize>),
    /// Draws the matrix in another way.
    Layout(Layout),
}

/// Why an edit is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The axis has as many steps as it may have.
    NoRoomForStep(Axis),
    /// The axis has as few steps as it may have; the axis, and the name of the step that stays.
    StepNeeded(Axis, String),
    /// There is no such step; the axis and its place, counted from 1.
    NoSuchStep(Axis, usize),
    /// There are as many levels as there may be.
    NoRoomForLevel,
    /// There are as few levels as there may be; the name of the level that stays.
    LevelNeeded(String),
    /// There is no such level; its place, counted from 1.
    NoSuchLevel(usize),
    /// Not one threshold for each level but the last; thresholds given, thresholds wanted.
    ThresholdCount(usize, usize),
    /// A threshold is not above the one before it; its level, counted from 1.
    ThresholdNotAbove(usize),
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (most, fewest) = (Position::MOST_STEPS, Scale::FEWEST_STEPS);
        match self {
            Self::NoRoomForStep(axis) => write!(f, "{} has {most} steps, the most there are", axis.name()),
            Self::StepNeeded(axis, label) => {
                let axis = axis.name();
                write!(
                    f,
                    "\u{201c}{label}\u{201d} cannot go: {axis} has {fewest} steps, the fewest there are"
                )
            }
            Self::NoSuchStep(axis, n) => write!(f, "{} has no step {n}", axis.name()),
            Self::NoRoomForLevel => {
                write!(f, "the matrix has {} levels, the most there are", Matrix::MOST_LEVELS)
            }
            Self::LevelNeeded(name) => {
                let fewest = Matrix::FEWEST_LEVELS;
                write!(
                    f,
                    "\u{201c}{name}\u{201d} cannot go: the matrix has {fewest} levels, the fewest there are"
                )
            }
            Self::NoSuchLevel(n) => write!(f, "the matrix has no level {n}"),
            Self::ThresholdCount(n, wanted) => {
                write!(f, "{wanted} thresholds part the levels, one for each but the highest; {n} are given")
            }
            Self::ThresholdNotAbove(n) => {
                write!(f, "the threshold of level {n} is not above that of the level below it")
            }
        }
    }
}

impl std::error::Error for EditError {}

impl Draft {
    /// Does one edit; where it is refused the draft stays as it was.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        match edit {
            Edit::Rename(name) => self.name = name,
            Edit::AddStep { axis, at, label } => return self.add_step(axis, at, label),
            Edit::RemoveStep { axis, at } => return self.remove_step(axis, at),
            Edit::RenameStep { axis, at, label } => *self.label(axis, at)? = label,
            Edit::Probability { at, band } => *step(&mut self.likelihood.bands, Axis::Likelihood, at)? = band,
            Edit::Money { at, band } => *step(&mut self.impact.bands, Axis::Impact, at)? = band,
            Edit::AddLevel { at, name } => return self.add_level(at, name),
            Edit::RemoveLevel { at } => return self.remove_level(at),
            Edit::RenameLevel { at, name } => self.level(at)?.name = name,
            Edit::Level { at, level } => *self.level(at)? = level,
            Edit::Cell { cell, level } => return self.set_cell(cell, level),
            Edit::FillByProduct(thresholds) => return self.fill(&thresholds, |l, i| l * i),
            Edit::FillBySum(thresholds) => return self.fill(&thresholds, |l, i| l + i),
            Edit::Layout(layout) => self.layout = layout,
        }
        Ok(())
    }

    fn label(&mut self, axis: Axis, at: usize) -> Result<&mut String, EditError> {
        match axis {
            Axis::Likelihood => step(&mut self.likelihood.labels, axis, at),
            Axis::Impact => step(&mut self.impact.labels, axis, at),
        }
    }

    fn level(&mut self, at: usize) -> Result<&mut Level, EditError> {
        self.levels.get_mut(at).ok_or(EditError::NoSuchLevel(at + 1))
    }

    fn add_step(&mut self, axis: Axis, at: usize, label: String) -> Result<(), EditError> {
        let steps = self.labels(axis).len();
        if steps >= Position::MOST_STEPS {
            return Err(EditError::NoRoomForStep(axis));
        }
        if at > steps {
            return Err(EditError::NoSuchStep(axis, at + 1));
        }
        let neighbour = at.saturating_sub(1);
        match axis {
            Axis::Likelihood => {
                self.likelihood.insert(at, label);
                self.grid.insert(at, self.grid[neighbour].clone());
            }
            Axis::Impact => {
                self.impact.insert(at, label);
                self.grid.iter_mut().for_each(|row| row.insert(at, row[neighbour]));
            }
        }
        Ok(())
    }

    fn remove_step(&mut self, axis: Axis, at: usize) -> Result<(), EditError> {
        let label = self.label(axis, at)?.clone();
        if self.labels(axis).len() <= Scale::FEWEST_STEPS {
            return Err(EditError::StepNeeded(axis, label));
        }
        match axis {
            Axis::Likelihood => {
                self.likelihood.remove(at);
                self.grid.remove(at);
            }
            Axis::Impact => {
                self.impact.remove(at);
                for row in &mut self.grid {
                    row.remove(at);
                }
            }
        }
        Ok(())
    }

    fn add_level(&mut self, at: usize, name: String) -> Result<(), EditError> {
        if self.levels.len() >= Matrix::MOST_LEVELS {
            return Err(EditError::NoRoomForLevel);
        }
        if at > self.levels.len() {
            return Err(EditError::NoSuchLevel(at + 1));
        }
        let (tone, response) = (Tone::Lowest, String::new());
        self.levels.insert(at, Level { name, tone, colour: None, response, review_months: 0 });
        self.spread_tones();
        self.change_cells(|level| if level >= at { level + 1 } else { level });
        Ok(())
    }

    fn remove_level(&mut self, at: usize) -> Result<(), EditError> {
        let name = self.level(at)?.name.clone();
        if self.levels.len() <= Matrix::FEWEST_LEVELS {
            return Err(EditError::LevelNeeded(name));
        }
        self.levels.remove(at);
        self.spread_tones();
        self.change_cells(|level| if level >= at { level.saturating_sub(1) } else { level });
        Ok(())
    }

    fn set_cell(&mut self, cell: Cell, level: usize) -> Result<(), EditError> {
        self.level(level)?;
        let row = step(&mut self.grid, Axis::Likelihood, cell.likelihood)?;
        *step(row, Axis::Impact, cell.impact)? = level as u8;
        Ok(())
    }

    fn fill(&mut self, thresholds: &[usize], measure: fn(usize, usize) -> usize) -> Result<(), EditError> {
        let wanted = self.levels.len() - 1;
        if thresholds.len() != wanted {
            return Err(EditError::ThresholdCount(thresholds.len(), wanted));
        }
        if let Some(i) = thresholds.windows(2).position(|pair| pair[0] >= pair[1]) {
            return Err(EditError::ThresholdNotAbove(i + 2));
        }
        let steps = (self.likelihood.labels.len(), self.impact.labels.len());
        self.grid = Matrix::filled_grid(steps, thresholds, measure);
        Ok(())
    }

    fn spread_tones(&mut self) {
        let tones = Tone::ramp(self.levels.len());
        self.levels.iter_mut().zip(tones).for_each(|(level, tone)| level.tone = tone);
    }

    fn change_cells(&mut self, change: impl Fn(usize) -> usize) {
        self.grid.iter_mut().flatten().for_each(|cell| *cell = change(usize::from(*cell)) as u8);
    }
}

impl<B> Side<B> {
    fn insert(&mut self, at: usize, label: String) {
        self.labels.insert(at, label);
        self.bands.insert(at, None);
    }

    fn remove(&mut self, at: usize) {
        self.labels.remove(at);
        self.bands.remove(at);
    }
}

/// What belongs to a step of an axis.
fn step<T>(parts: &mut [T], axis: Axis, at: usize) -> Result<&mut T, EditError> {
    parts.get_mut(at).ok_or(EditError::NoSuchStep(axis, at + 1))
}

#[cfg(test)]
mod tests;
