//! The shape of a matrix that is being typed. The core's draft refuses what would break it: steps, levels
//! and cells are put into it one by one, and what does not fit, as in a text that was kept by another
//! version, is passed over.

use partnership_risk_core::scale::edit::{Draft, Edit, EditError, Place, Problem as Fault};
use partnership_risk_core::scale::{Axis, Cell, Layout, Level, Tone, preset};

use super::{LevelDraft, MatrixDraft, PRODUCT, SUM, StepDraft, figures, level_field};
use crate::app::drafts::Problem;
use crate::app::drafts::checks::{Checks, tidy};

/// A draft with so many steps and levels, as near as there may be.
pub(super) fn of_size(likelihood: usize, impact: usize, levels: usize) -> Draft {
    let mut draft = Draft::of(&preset::of_size(likelihood, impact));
    while draft.levels().len() < levels {
        let (at, name) = (draft.levels().len(), String::new());
        if draft.apply(Edit::AddLevel { at, name }).is_err() {
            break;
        }
    }
    while draft.levels().len() > levels {
        if draft.apply(Edit::RemoveLevel { at: 0 }).is_err() {
            break;
        }
    }
    draft
}

/// Does an edit that is passed over where it does not fit.
fn put(draft: &mut Draft, edit: Edit) {
    draft.apply(edit).unwrap_or_default();
}

pub(super) fn name(draft: &mut Draft, name: String) {
    put(draft, Edit::Rename(name));
}

pub(super) fn layout(draft: &mut Draft, layout: Layout) {
    put(draft, Edit::Layout(layout));
}

pub(super) fn step(draft: &mut Draft, axis: Axis, at: usize, step: &StepDraft, checks: &mut Checks) {
    put(draft, Edit::RenameStep { axis, at, label: tidy(&step.label) });
    match axis {
        Axis::Likelihood => {
            put(draft, Edit::Probability { at, band: figures::probability(at, step, checks) });
        }
        Axis::Impact => put(draft, Edit::Money { at, band: figures::money(at, step, checks) }),
    }
}

pub(super) fn level(draft: &mut Draft, at: usize, level: &LevelDraft, checks: &mut Checks) {
    let tone = level.tone.parse().ok().and_then(|place: usize| Tone::ALL.get(place).copied());
    let colour = Some(tidy(&level.colour)).filter(|text| !text.is_empty()).and_then(|text| {
        text.parse()
            .map_err(|error| {
                checks.note(&level_field(at, "colour"), format!("\u{201c}{text}\u{201d} is {error}"))
            })
            .ok()
    });
    let months = checks.whole(&level.months, &level_field(at, "months"), "Months");
    let level = Level {
        name: tidy(&level.name),
        tone: tone.unwrap_or(Tone::Middle),
        colour,
        response: tidy(&level.response),
        review_months: months.unwrap_or_default(),
    };
    put(draft, Edit::Level { at, level });
}

pub(super) fn grid(draft: &mut Draft, grid: &[Vec<String>]) {
    for (likelihood, row) in grid.iter().enumerate() {
        for (impact, level) in row.iter().enumerate() {
            if let Ok(level) = level.parse() {
                put(draft, Edit::Cell { cell: Cell { likelihood, impact }, level });
            }
        }
    }
}

/// Puts something in the place of what keeps a draft from being drawn.
pub(super) fn mend(draft: &mut Draft, fault: &Fault) {
    match (fault.place(), fault) {
        (Place::Step(Axis::Likelihood, at), Fault::Bands(_)) => {
            put(draft, Edit::Probability { at, band: None })
        }
        (Place::Step(Axis::Impact, at), Fault::Bands(_)) => put(draft, Edit::Money { at, band: None }),
        (Place::Step(axis, at), Fault::Scale(..) | Fault::Matrix(_)) => {
            put(draft, Edit::RenameStep { axis, at, label: format!("Step {}", at + 1) });
        }
        (Place::Level(at), Fault::Scale(..) | Fault::Bands(_) | Fault::Matrix(_)) => {
            put(draft, Edit::RenameLevel { at, name: format!("Level {}", at + 1) });
        }
        (Place::Whole, Fault::Scale(..) | Fault::Bands(_) | Fault::Matrix(_)) => {}
    }
}

impl MatrixDraft {
    /// Puts a step at a place; its cells are those of the step below it.
    pub fn add_step(&mut self, axis: Axis, at: usize) -> Result<(), EditError> {
        self.edit(Edit::AddStep { axis, at, label: String::new() })?;
        self.steps_mut(axis).insert(at, StepDraft::default());
        self.suggest_thresholds();
        Ok(())
    }

    /// Takes a step and its cells away.
    pub fn remove_step(&mut self, axis: Axis, at: usize) -> Result<(), EditError> {
        self.edit(Edit::RemoveStep { axis, at })?;
        self.steps_mut(axis).remove(at);
        self.suggest_thresholds();
        Ok(())
    }

    /// Puts a level, which has no cell yet, at a place.
    pub fn add_level(&mut self, at: usize) -> Result<(), EditError> {
        let draft = self.edit(Edit::AddLevel { at, name: String::new() })?;
        self.levels.insert(at, LevelDraft::default());
        self.spread_tones(&draft);
        Ok(())
    }

    /// Takes a level away; its cells go to the level below it, or above it at the low end.
    pub fn remove_level(&mut self, at: usize) -> Result<(), EditError> {
        let draft = self.edit(Edit::RemoveLevel { at })?;
        self.levels.remove(at);
        self.spread_tones(&draft);
        Ok(())
    }

    /// Gives a cell a level, which was chosen by hand.
    pub fn set_cell(&mut self, cell: Cell, level: usize) -> Result<(), EditError> {
        self.edit(Edit::Cell { cell, level }).map(|_| ())
    }

    /// Fills the grid by the thresholds that are typed, or says what is wrong with them.
    pub fn fill(&mut self) -> Result<(), Vec<Problem>> {
        let mut checks = Checks::default();
        let mut thresholds = Vec::new();
        for (at, text) in self.thresholds.iter().enumerate() {
            let (field, message) = (threshold_field(at), "Enter the highest figure of this level");
            let text = checks.required(text, &field, message);
            thresholds.extend(checks.whole::<usize>(&text, &field, "Highest figure"));
        }
        let thresholds = checks.finish(|| thresholds)?;
        let by_sum = self.fill == SUM;
        let fill = if by_sum { Edit::FillBySum(thresholds) } else { Edit::FillByProduct(thresholds) };
        self.edit(fill).map(|_| ()).map_err(|error| vec![refused(&error)])
    }

    /// Does an edit to the shape, and takes the grid that comes of it.
    fn edit(&mut self, edit: Edit) -> Result<Draft, EditError> {
        let mut draft = self.drafted(&mut Checks::default());
        draft.apply(edit)?;
        self.grid = draft.grid().iter().map(|row| row.iter().map(ToString::to_string).collect()).collect();
        Ok(draft)
    }

    fn spread_tones(&mut self, draft: &Draft) {
        for (typed, level) in self.levels.iter_mut().zip(draft.levels()) {
            typed.tone = (level.tone as usize).to_string();
        }
        self.suggest_thresholds();
    }

    /// Types the thresholds that give the grid there is, where some do: the highest figure of each level.
    pub fn suggest_thresholds(&mut self) {
        let by_product = self.fill == PRODUCT;
        let figure = |l: usize, i: usize| if by_product { (l + 1) * (i + 1) } else { l + i + 2 };
        let cells = |level: usize| {
            let grid = self.grid.iter().enumerate();
            grid.flat_map(|(l, row)| row.iter().enumerate().map(move |(i, cell)| (l, i, cell)))
                .filter(move |(_, _, cell)| cell.parse().is_ok_and(|found: usize| found <= level))
                .map(|(l, i, _)| figure(l, i))
                .max()
        };
        let last = self.levels.len().saturating_sub(1);
        self.thresholds =
            (0..last).map(|level| cells(level).map(|n| n.to_string()).unwrap_or_default()).collect();
    }
}

/// The id on the page of the threshold of a level, counted from 0.
#[must_use]
pub fn threshold_field(at: usize) -> String {
    format!("threshold-{}", at + 1)
}

fn refused(error: &EditError) -> Problem {
    let at = match error {
        EditError::ThresholdNotAbove(n) => n - 1,
        EditError::NoRoomForStep(_)
        | EditError::StepNeeded(..)
        | EditError::NoSuchStep(..)
        | EditError::NoRoomForLevel
        | EditError::LevelNeeded(_)
        | EditError::NoSuchLevel(_)
        | EditError::ThresholdCount(..) => 0,
    };
    Problem { field: threshold_field(at), message: super::with_capital(&error.to_string()) }
}
