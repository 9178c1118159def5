//! What a simulation refuses, since it would take too long or too much memory: each limit with the error that names it.

use std::fmt;

use super::super::count::Count;
use super::super::{Exposure, Portfolio};

/// The most years of a run: 32 megabytes.
pub const MOST_YEARS: usize = 4_000_000;

/// The most events a year that all risks may come to on average.
pub const MOST_EVENTS: f64 = 10_000.0;

/// The most by which the variance of a number of events may be greater than its mean, as a multiple of the mean: about
/// as many events come in one cluster.
pub const MOST_CLUSTERED: f64 = 10_000.0;

/// The most risks: each takes 17 kilobytes.
pub const MOST_RISKS: usize = 2_000;

/// Why a simulation is not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SimulationError {
    /// No years are asked for.
    NoYears,
    /// More than [`MOST_YEARS`] are asked for.
    TooManyYears,
    /// There are more than [`MOST_RISKS`].
    TooManyRisks,
    /// There are more than [`MOST_EVENTS`] a year.
    TooManyEvents,
    /// They vary by more than [`MOST_CLUSTERED`].
    TooClustered,
}

impl fmt::Display for SimulationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoYears => f.write_str("no years to simulate"),
            Self::TooManyYears => f.write_str("more than 4,000,000 years to simulate"),
            Self::TooManyRisks => f.write_str("more than 2,000 risks to simulate"),
            Self::TooManyEvents => f.write_str("more than 10,000 events a year to simulate"),
            Self::TooClustered => f.write_str(
                "a number of events whose variance is more than 10,000 times its mean to simulate",
            ),
        }
    }
}

impl std::error::Error for SimulationError {}

/// Whether the years can be simulated.
pub(super) fn check_years(years: usize) -> Result<(), SimulationError> {
    match years {
        0 => Err(SimulationError::NoYears),
        1..=MOST_YEARS => Ok(()),
        _ => Err(SimulationError::TooManyYears),
    }
}

/// Whether the risks can be simulated.
pub(super) fn check_risks(portfolio: &Portfolio) -> Result<(), SimulationError> {
    let risks = portfolio.exposures();
    if risks.len() > MOST_RISKS {
        return Err(SimulationError::TooManyRisks);
    }
    let events: f64 = risks.iter().map(|risk| risk.count.mean()).sum();
    if events > MOST_EVENTS || events.is_nan() {
        return Err(SimulationError::TooManyEvents);
    }
    let driven = portfolio.paced(|risk| risk.count.mean()).map(|(variance, rate)| variance * rate);
    if !risks.iter().map(clustered).chain(driven).all(|clustered| clustered <= MOST_CLUSTERED) {
        return Err(SimulationError::TooClustered);
    }
    Ok(())
}

/// By how many times its mean the variance of the number of events is greater than it.
fn clustered(risk: &Exposure) -> f64 {
    match risk.count {
        Count::NegativeBinomial { mean, shape } => mean / shape,
        Count::Poisson { .. } | Count::Bernoulli { .. } => 0.0,
    }
}
