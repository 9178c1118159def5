//! How far the table rests on which partnerships there happen to be: they are drawn anew from themselves, whole, since
//! the risks of one partnership belong together, and each draw has its table by the same rule. What is drawn, and
//! how often, is next door in [`crate::league::resampling`].
//!
//! | measure | interval of the figure |
//! |---|---|
//! | share of partnerships | Wilson's, over the partnerships that answered |
//! | mean score | what lies between the 2.5th and the 97.5th per cent of the means in all draws that hold the category |
//! | any other | none: the highest of a draw is never more than the highest there is, and counts and sums grow with the register |
//!
//! Whatever the measure, a place has an interval: the printed places between the 2.5th and the 97.5th per cent of the
//! draws, where a category that is not in a draw stands behind all that are. It says how firm the order is, and not
//! how likely one place is.
//!
//! Only what is in the register can be drawn: where the few partnerships that have a category happen to agree, the
//! interval of its mean is a single point, and is too narrow in general where they are few.

use std::ops::RangeInclusive;

use super::measure::Measure;
use super::scope::Scope;
use super::tallies::Tallies;
use super::tally::Tally;
use crate::catalogue::CategoryId;
use crate::league::interval::Interval;
use crate::league::proportion::Proportion;
use crate::league::resampling::{Draws, draws_for};

/// The fewest partnerships from which anything can be said of others like them.
const FEWEST: usize = 2;

/// The intervals of one line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct EntrySpread {
    /// The category.
    pub category: CategoryId,
    /// The interval of the figure, by the table above; none of a mean that rests on a single partnership.
    pub value: Option<Interval>,
    /// The interval of the place as printed, from the best to the worst.
    pub places: RangeInclusive<u32>,
}

/// The intervals of a whole table, each of 95 per cent.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// How many times the partnerships were drawn anew: 2,000, and fewer for very large registers.
    pub draws: usize,
    /// One for each line of the table, in the order of the categories' ids.
    pub entries: Vec<EntrySpread>,
}

impl Spread {
    /// The intervals of [`super::LeagueTable::new`] with the same scope and measure. The same seed gives the same
    /// intervals ([`crate::league::USUAL_SEED`]). None where fewer than two partnerships answered, or where the
    /// measure cannot be told.
    #[must_use]
    pub fn of<'a>(scope: impl Into<Scope<'a>>, measure: Measure, seed: u64) -> Option<Self> {
        let tallies = Tallies::of(scope.into());
        if tallies.answering() < FEWEST || !tallies.measures().contains(&measure) {
            return None;
        }
        Some(Self::of_tallies(&tallies, measure, seed))
    }

    fn of_tallies(tallies: &Tallies, measure: Measure, seed: u64) -> Self {
        let n_draws = draws_for(tallies.size() + tallies.categories().len());
        let drawn = drawn(tallies, measure, n_draws, seed);
        let all = tallies.all();
        let entry = |(place, category): (usize, &CategoryId)| EntrySpread {
            category: category.clone(),
            value: value(tallies, measure, &all[place], &drawn[place].values),
            places: places(&drawn[place].places),
        };
        Self { draws: n_draws, entries: tallies.categories().iter().enumerate().map(entry).collect() }
    }

    /// The intervals of a category.
    #[must_use]
    pub fn entry(&self, category: &CategoryId) -> Option<&EntrySpread> {
        self.entries.iter().find(|entry| entry.category == *category)
    }
}

/// What became of one category in all draws.
#[derive(Clone, Default)]
struct Drawn {
    places: Vec<f64>,
    /// In the draws that hold it.
    values: Vec<f64>,
}

/// What became of each category.
fn drawn(tallies: &Tallies, measure: Measure, n_draws: usize, seed: u64) -> Vec<Drawn> {
    let mut found = vec![Drawn::default(); tallies.categories().len()];
    let mut sums = vec![Tally::default(); found.len()];
    let mut draws = Draws::new(tallies.answering(), seed);
    for _ in 0..n_draws {
        tallies.add_up(draws.draw(), &mut sums);
        let ranks = tallies.ranks(measure, &sums);
        for ((found, sum), rank) in found.iter_mut().zip(&sums).zip(ranks.competition) {
            found.places.push(f64::from(rank));
            found.values.extend(tallies.standing(measure, sum).map(|standing| standing.value));
        }
    }
    found
}

fn value(tallies: &Tallies, measure: Measure, tally: &Tally, drawn: &[f64]) -> Option<Interval> {
    match measure {
        Measure::ShareNaming => {
            Proportion::new(tally.naming(), tallies.answering()).ok().and_then(Proportion::interval)
        }
        Measure::MeanScore if tally.partnerships() < FEWEST => None,
        Measure::MeanScore => Interval::of_percentiles(drawn),
        Measure::HighestScore
        | Measure::TopLevelCount
        | Measure::AboveAppetite
        | Measure::ExpectedLoss
        | Measure::TailShare => None,
    }
}

/// The interval of a place, of which each draw gives one.
fn places(drawn: &[f64]) -> RangeInclusive<u32> {
    let found = Interval::of_percentiles(drawn).expect("every draw places every category");
    found.low() as u32..=found.high() as u32
}

#[cfg(test)]
mod tests;
