//! The figures of a matrix as they are typed: percentages and pounds from which and up to which a step
//! counts. What makes a band is the core's to say.

use partnership_risk_core::decimal;
use partnership_risk_core::money::Pence;
use partnership_risk_core::scale::{Axis, Matrix, MoneyBand, ProbabilityBand};

use super::{StepDraft, step_field};
use crate::app::drafts::checks::{Checks, tidy};

/// Millionths in one per cent.
const PERCENT: f64 = 1e4;

/// The steps of likelihood as they are typed.
pub(super) fn likelihood(matrix: &Matrix) -> Vec<StepDraft> {
    let step = |(label, band): (&String, &Option<ProbabilityBand>)| {
        let typed = |millionths: u32| decimal::short(f64::from(millionths) / PERCENT, 4);
        step(label, band.map(|band| (typed(band.from()), typed(band.to()))))
    };
    matrix.likelihood().labels().iter().zip(matrix.probability_bands()).map(step).collect()
}

/// The steps of impact as they are typed.
pub(super) fn impact(matrix: &Matrix) -> Vec<StepDraft> {
    let step = |(label, band): (&String, &Option<MoneyBand>)| {
        let typed = |pence: i64| Pence::new(pence).map(Pence::as_typed).unwrap_or_default();
        step(label, band.map(|band| (typed(band.from()), band.to().map(typed).unwrap_or_default())))
    };
    matrix.impact().labels().iter().zip(matrix.money_bands()).map(step).collect()
}

fn step(label: &str, figures: Option<(String, String)>) -> StepDraft {
    let (from, to) = figures.unwrap_or_default();
    StepDraft { label: label.to_owned(), from, to }
}

/// The band of a step of likelihood; none where neither figure is typed. Without a lower figure it begins
/// at nought, without an upper one it ends at 100 %.
pub(super) fn probability(at: usize, step: &StepDraft, checks: &mut Checks) -> Option<ProbabilityBand> {
    let mut read = |text: &str, part: &str, otherwise: u32| match tidy(text).trim_end_matches('%').trim_end()
    {
        "" => Some(otherwise),
        text => percent(text).or_else(|| {
            let message = format!("\u{201c}{text}\u{201d} is not a percentage from 0 to 100");
            checks.note(&step_field(Axis::Likelihood, at, part), message);
            None
        }),
    };
    let (from, to) = (read(&step.from, "from", 0), read(&step.to, "to", ProbabilityBand::CERTAIN));
    let (from, to) = (from?, to?);
    if is_blank(step) {
        return None;
    }
    ProbabilityBand::new(from, to)
        .map_err(|error| {
            checks.note(&step_field(Axis::Likelihood, at, "to"), format!("Step {}: {error}", at + 1))
        })
        .ok()
}

/// The band of a step of impact; none where neither figure is typed. Without a lower figure it begins at
/// nought, without an upper one it has no end.
pub(super) fn money(at: usize, step: &StepDraft, checks: &mut Checks) -> Option<MoneyBand> {
    let n_before = checks.problems.len();
    let from = checks.pence(&step.from, &step_field(Axis::Impact, at, "from"), "From");
    let to = checks.pence(&step.to, &step_field(Axis::Impact, at, "to"), "Up to");
    if is_blank(step) || checks.problems.len() > n_before {
        return None;
    }
    MoneyBand::new(from.unwrap_or_default().pence(), to.map(Pence::pence))
        .map_err(|error| {
            checks.note(&step_field(Axis::Impact, at, "to"), format!("Step {}: {error}", at + 1))
        })
        .ok()
}

fn is_blank(step: &StepDraft) -> bool {
    step.from.trim().is_empty() && step.to.trim().is_empty()
}

/// A percentage in millionths.
fn percent(text: &str) -> Option<u32> {
    let millionths = (decimal::read(text)? * PERCENT).round();
    (0.0..=f64::from(ProbabilityBand::CERTAIN)).contains(&millionths).then_some(millionths as u32)
}
