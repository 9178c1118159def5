//! A run: years are simulated slice by slice, and however they are sliced the digits are the same.

use rand_core::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::super::Portfolio;
use super::cost::Cost;
use super::limit::{SimulationError, check_risks, check_years};
use super::sampled::Sampled;
use super::source::{Source, sources};

/// Years that are simulated together: their losses fit into the innermost memory of a processor, and twelve bits
/// choose one of them.
pub const BLOCK: usize = 4_096;

/// A number of years of a portfolio, as far as they have been simulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulation {
    sources: Vec<Source>,
    costs: Vec<Cost>,
    chance: Xoshiro256PlusPlus,
    seed: u64,
    /// The loss of each year in pounds, in whole blocks.
    losses: Vec<f64>,
    years: usize,
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Years simulated.
    pub done: usize,
    /// Years asked for.
    pub of: usize,
}

impl Progress {
    /// Whether all years have been simulated.
    #[must_use]
    pub fn is_done(self) -> bool {
        self.done == self.of
    }
}

impl Simulation {
    /// A run of so many years, none of them simulated yet. The same seed gives the same years on every machine.
    pub fn new(portfolio: &Portfolio, seed: u64, years: usize) -> Result<Self, SimulationError> {
        Self::check(portfolio, years)?;
        Ok(Self {
            sources: sources(portfolio),
            costs: portfolio.exposures().iter().map(Cost::of).collect(),
            chance: Xoshiro256PlusPlus::seed_from_u64(seed),
            seed,
            losses: Vec::with_capacity(years.next_multiple_of(BLOCK)),
            years,
        })
    }

    /// Whether so many years can be simulated.
    pub fn check(portfolio: &Portfolio, years: usize) -> Result<(), SimulationError> {
        check_years(years)?;
        check_risks(portfolio)
    }

    /// Simulates so many years more, rounded up to whole blocks of [`BLOCK`], as far as they were asked for.
    pub fn advance(&mut self, years: usize) -> Progress {
        let wanted = self.losses.len().saturating_add(years).min(self.years);
        while self.losses.len() < wanted {
            self.block();
        }
        self.progress()
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress { done: self.losses().len(), of: self.years }
    }

    /// What the years so far say; nothing before the first.
    #[must_use]
    pub fn result(&self) -> Option<Sampled> {
        Sampled::of(self.losses(), self.seed)
    }

    /// The loss in pounds of each year so far. A block's last years may be more than were asked for.
    pub(super) fn losses(&self) -> &[f64] {
        &self.losses[..self.losses.len().min(self.years)]
    }

    // A caller that is compiled for size would compile the inner loop for size as well, and it would take three times
    // as long.
    #[inline(never)]
    fn block(&mut self) {
        let from = self.losses.len();
        self.losses.resize(from + BLOCK, 0.0);
        if let Some(block) = self.losses[from..].first_chunk_mut() {
            self.sources.iter().for_each(|source| source.add_to(block, &self.costs, &mut self.chance));
        }
    }
}
