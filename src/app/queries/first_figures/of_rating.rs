//! Figures from the rating before controls, by what the matrix says of its steps.

use std::fmt::Display;

use partnership_risk_core::loss::StandIn;
use partnership_risk_core::register::Derived;
use partnership_risk_core::scale::{Axis, Matrix, Position, Rating};
use partnership_risk_core::share::Share;

use super::Begun;

/// Why a rating gives no figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoFigures {
    /// The matrix has no figures for the steps of an axis.
    NoScale(Axis),
    /// The risk is not rated before controls.
    NotRated,
    /// The matrix has no figures to begin with for this step.
    NoBand(Axis, String),
}

const FROM: &str = "From the rating before controls: ";

/// Figures from a rating before controls. A scale says what the body itself loses, so that all of it is its own to bear.
pub fn of_rating(matrix: &Matrix, rating: Option<Rating>) -> Result<Begun, NoFigures> {
    if matrix.probability_bands().iter().all(Option::is_none) {
        return Err(NoFigures::NoScale(Axis::Likelihood));
    }
    if matrix.money_bands().iter().all(Option::is_none) {
        return Err(NoFigures::NoScale(Axis::Impact));
    }
    let rating = rating.ok_or(NoFigures::NotRated)?;
    let named = |axis: Axis, position: Position| axis.of(matrix).label(position).to_owned();
    let likelihood = named(Axis::Likelihood, rating.likelihood);
    let impact = named(Axis::Impact, rating.impact);
    let often = Derived::of_likelihood(matrix, rating.likelihood)
        .ok_or_else(|| NoFigures::NoBand(Axis::Likelihood, likelihood.clone()))?;
    let cost = Derived::of_impact(matrix, rating.impact)
        .ok_or_else(|| NoFigures::NoBand(Axis::Impact, impact.clone()))?;
    let basis = [
        step("likelihood", &likelihood, &often.band, often.first.stand_in),
        step("impact", &impact, &cost.band, cost.first.stand_in),
    ];
    Ok(Begun {
        frequency: often.first.frequency,
        severity: cost.first.severity,
        our_share: Some(Share::WHOLE),
        basis: [FROM, &basis.join(", ")].concat(),
    })
}

/// likelihood Likely (30 % to 70 % a year).
fn step(axis: &str, name: &str, band: &dyn Display, stand_in: Option<StandIn>) -> String {
    let taken = match stand_in {
        None => "",
        Some(StandIn::Low) => "; low end taken as a tenth of the high one",
        Some(StandIn::High) => "; high end taken as ten times the low one",
    };
    format!("{axis} {name} ({band}{taken})")
}

/// Whether a line is such a basis.
pub(super) fn is_basis(line: &str) -> bool {
    line.starts_with(FROM)
}
