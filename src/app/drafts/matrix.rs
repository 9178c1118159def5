//! The form for a risk matrix: every name and figure as it is typed, around a shape that the core's
//! `scale::edit::Draft` keeps sound. Where the ratings go is in the same draft, so that both survive a
//! reload; what becomes of each of them is next door in [`crate::app::queries::rebasing`].

mod figures;
mod shape;

pub use shape::threshold_field;

use partnership_risk_core::register::Register;
use partnership_risk_core::scale::edit::{Draft, Place, Problem as Fault};
use partnership_risk_core::scale::rebase::Rebasing;
use partnership_risk_core::scale::{Axis, Direction, Layout, Level, Matrix};

use super::Problem;
use super::checks::{Checks, tidy};
use super::kept::draft;

draft! {
    /// What is typed about one step of an axis.
    StepDraft {
        /// Its name.
        label: String,
        /// The figure from which it counts.
        from: String,
        /// The figure up to which it counts.
        to: String,
    }
}

draft! {
    /// What is typed about one level.
    LevelDraft {
        /// Its name.
        name: String,
        /// The place of its tone.
        tone: String,
        /// A colour of the body's own.
        colour: String,
        /// What is expected to be done.
        response: String,
        /// Months until a risk is looked at again.
        months: String,
    }
}

draft! {
    /// A step of the old matrix that a person sends to a step of the new one.
    SentDraft {
        /// The axis' name.
        axis: String,
        /// The old step.
        step: String,
        /// The new step.
        to: String,
    }
}

draft! {
    /// What is typed about a matrix.
    MatrixDraft {
        /// Its name.
        name: String,
        /// The steps of likelihood, lowest first.
        likelihood: Vec<StepDraft>,
        /// The steps of impact, lowest first.
        impact: Vec<StepDraft>,
        /// The levels, lowest first.
        levels: Vec<LevelDraft>,
        /// The place of each cell's level, row by row, lowest likelihood first.
        grid: Vec<Vec<String>>,
        /// The name of the axis that is drawn upwards.
        upwards: String,
        /// Which end of likelihood stands first.
        likelihood_first: String,
        /// Which end of impact stands first.
        impact_first: String,
        /// Whether the grid is filled by product or by sum.
        fill: String,
        /// The highest figure of each level but the last.
        thresholds: Vec<String>,
        /// Why the matrix is changed.
        reason: String,
        /// Whether the matrix is done and the ratings are being moved.
        is_moving: bool,
        /// Steps that were sent elsewhere than proposed, in order.
        sent: Vec<SentDraft>,
    }
}

/// What stands for filling by product and by sum.
pub const PRODUCT: &str = "product";
/// What stands for filling by sum.
pub const SUM: &str = "sum";

const HIGHEST: &str = "highest";
const LOWEST: &str = "lowest";

/// The id on the page of a part of a step, counted from 0.
#[must_use]
pub fn step_field(axis: Axis, at: usize, part: &str) -> String {
    format!("{}-{}-{part}", axis.name(), at + 1)
}

/// The id on the page of a part of a level, counted from 0.
#[must_use]
pub fn level_field(at: usize, part: &str) -> String {
    format!("level-{}-{part}", at + 1)
}

impl MatrixDraft {
    /// The form for a matrix.
    #[must_use]
    pub fn of(matrix: &Matrix) -> Self {
        let layout = matrix.layout();
        let mut draft = Self {
            name: matrix.name().to_owned(),
            likelihood: figures::likelihood(matrix),
            impact: figures::impact(matrix),
            levels: matrix.levels().iter().map(LevelDraft::of).collect(),
            grid: matrix.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect(),
            upwards: layout.upwards.name().to_owned(),
            likelihood_first: end(layout.likelihood).to_owned(),
            impact_first: end(layout.impact).to_owned(),
            fill: PRODUCT.to_owned(),
            ..Self::default()
        };
        draft.suggest_thresholds();
        draft
    }

    /// Another matrix in the place of what is typed, for the same reason.
    #[must_use]
    pub fn replaced_by(&self, matrix: &Matrix) -> Self {
        Self { reason: self.reason.clone(), ..Self::of(matrix) }
    }

    /// What is typed about the steps of an axis.
    #[must_use]
    pub fn steps(&self, axis: Axis) -> &[StepDraft] {
        match axis {
            Axis::Likelihood => &self.likelihood,
            Axis::Impact => &self.impact,
        }
    }

    /// Where the steps of an axis are typed.
    pub fn steps_mut(&mut self, axis: Axis) -> &mut Vec<StepDraft> {
        match axis {
            Axis::Likelihood => &mut self.likelihood,
            Axis::Impact => &mut self.impact,
        }
    }

    /// The matrix described, or everything that is wrong with the description.
    pub fn check(&self) -> Result<Matrix, Vec<Problem>> {
        let mut checks = Checks::default();
        checks.required(&self.name, "matrix-name", "Enter a name for the matrix");
        let checked = self.drafted(&mut checks).check();
        for fault in checked.as_ref().err().into_iter().flatten() {
            checks.note(&field_of(fault), with_capital(&fault.to_string()));
        }
        match checked {
            Ok(matrix) => checks.finish(|| matrix),
            Err(_) => Err(checks.problems),
        }
    }

    /// The matrix as far as it can be drawn: what has no name, or that of another, is numbered, and bands
    /// that do not fit are left out.
    #[must_use]
    pub fn sketch(&self) -> Option<Matrix> {
        let mut draft = self.drafted(&mut Checks::default());
        for fault in draft.check().err().into_iter().flatten() {
            shape::mend(&mut draft, &fault);
        }
        draft.check().ok()
    }

    /// The matrix' shape with all that can be read of what is typed; what cannot is noted.
    pub(super) fn drafted(&self, checks: &mut Checks) -> Draft {
        let mut draft = shape::of_size(self.likelihood.len(), self.impact.len(), self.levels.len());
        shape::name(&mut draft, tidy(&self.name));
        for axis in Axis::ALL {
            self.steps(axis)
                .iter()
                .enumerate()
                .for_each(|(at, step)| shape::step(&mut draft, axis, at, step, checks));
        }
        self.levels.iter().enumerate().for_each(|(at, level)| shape::level(&mut draft, at, level, checks));
        shape::grid(&mut draft, &self.grid);
        shape::layout(&mut draft, self.layout());
        draft
    }

    /// How the matrix is drawn.
    #[must_use]
    pub fn layout(&self) -> Layout {
        let upwards = Axis::ALL.into_iter().find(|axis| axis.name() == self.upwards);
        Layout {
            upwards: upwards.unwrap_or(Axis::Likelihood),
            likelihood: direction(&self.likelihood_first),
            impact: direction(&self.impact_first),
        }
    }

    /// Where the ratings of a register go: as proposed, and then as they were sent. A step that can no
    /// longer be sent stays where it is.
    #[must_use]
    pub fn rebasing(&self, register: &Register, matrix: &Matrix) -> Rebasing {
        let mut rebasing = Rebasing::propose(register.matrix(), matrix);
        for SentDraft { axis, step, to } in &self.sent {
            let axis = Axis::ALL.into_iter().find(|known| known.name() == axis);
            if let (Some(axis), Ok(step), Ok(to)) = (axis, step.parse(), to.parse()) {
                rebasing.send(axis, step, to).unwrap_or_default();
            }
        }
        rebasing
    }

    /// Sends an old step to a new one.
    pub fn send(&mut self, axis: Axis, step: usize, to: String) {
        self.sent.push(SentDraft { axis: axis.name().to_owned(), step: step.to_string(), to });
    }
}

impl LevelDraft {
    fn of(level: &Level) -> Self {
        Self {
            name: level.name.clone(),
            tone: (level.tone as usize).to_string(),
            colour: level.colour.map(|colour| colour.to_string()).unwrap_or_default(),
            response: level.response.clone(),
            months: if level.review_months == 0 { String::new() } else { level.review_months.to_string() },
        }
    }
}

fn end(direction: Direction) -> &'static str {
    match direction {
        Direction::LowestFirst => LOWEST,
        Direction::HighestFirst => HIGHEST,
    }
}

fn direction(end: &str) -> Direction {
    if end == HIGHEST { Direction::HighestFirst } else { Direction::LowestFirst }
}

/// The field on the page that a fault is about.
fn field_of(fault: &Fault) -> String {
    let is_band = matches!(fault, Fault::Bands(_));
    match fault.place() {
        Place::Step(axis, at) => step_field(axis, at, if is_band { "from" } else { "label" }),
        Place::Level(at) => level_field(at, "name"),
        Place::Whole => "matrix-name".to_owned(),
    }
}

fn with_capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect()
}

#[cfg(test)]
mod tests;
