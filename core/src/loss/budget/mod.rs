//! Which controls to buy for a yearly budget: those that leave the most of what they save when they are paid for,
//!
//! saving - yearly cost, with a yearly cost within the budget,
//!
//! where the saving is that of the expected loss or of the mean of the worst twentieth of years. Controls on one risk
//! multiply, so that what one saves depends on the others: sets are searched (`search`), not lists. What a candidate is
//! to the search stands in `candidate`, what controls do otherwise next door in `controls`.

mod candidate;
mod search;

use super::controls::{CostedControl, under};
use super::return_on_spend::Spend;
use super::{Engine, Exposure, Portfolio, TAIL_FROM};
use crate::money::Pence;
use candidate::{Candidate, candidates};
use search::Search;

/// How often the figure of a set is asked for by [`BestSet::by_tail`]: some seconds of the engine's time.
const MOST_ASKED: usize = 2_000;

/// The controls to buy for a budget.
#[derive(Clone, Debug, PartialEq)]
pub struct BestSet {
    /// Their places among the candidates, in order.
    pub places: Vec<usize>,
    /// What they save by the figure that was asked for, and what they cost together.
    pub spend: Spend,
    /// How they were found.
    pub method: Method,
    /// The places of candidates of which nobody knows what they cost: they were not looked at.
    pub without_cost: Vec<usize>,
}

/// How a set was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// No set within the budget is better.
    Exact,
    /// The search ended before all sets were ruled out: the best of those that it came to, those with the best returns
    /// first.
    CutOff,
}

/// A figure of the loss of a year with the part of each risk in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Parted {
    /// The figure in pounds.
    pub figure: f64,
    /// The part of each risk in pounds, in the order of the portfolio; they sum to the figure.
    pub parts: Vec<f64>,
}

impl Parted {
    /// The expected loss.
    #[must_use]
    pub fn mean(portfolio: &Portfolio) -> Self {
        let parts: Vec<f64> = portfolio.exposures().iter().map(Exposure::mean).collect();
        Self { figure: parts.iter().sum(), parts }
    }

    /// The mean of the worst twentieth of years, by an engine.
    #[must_use]
    pub fn tail(engine: &mut Engine, portfolio: &Portfolio) -> Self {
        let loss = engine.year(portfolio);
        let parts = engine.tail_shares(portfolio, &loss, TAIL_FROM);
        Self { figure: loss.tail_mean(TAIL_FROM), parts }
    }
}

impl BestSet {
    /// The best set by the expected loss for a portfolio that has none of the candidates yet: exact for up to twenty of
    /// them, and for most longer lists.
    #[must_use]
    pub fn by_mean(portfolio: &Portfolio, controls: &[&CostedControl], budget: Pence) -> Self {
        let before = Parted::mean(portfolio);
        let candidates = candidates(controls, &before.parts, budget);
        let (places, is_whole) = Search::run(candidates, &before, budget, None);
        let after = Parted::mean(&under(portfolio, at(controls, &places))).figure;
        Self::found(controls, places, (before.figure, after), is_whole)
    }

    /// The best set by the mean of the worst years, where `parted` works it out with the part of each risk in it (Euler's
    /// allocation). It is exact unless it says otherwise, up to what the engine rounds.
    #[must_use]
    pub fn by_tail(
        portfolio: &Portfolio,
        controls: &[&CostedControl],
        budget: Pence,
        parted: &mut dyn FnMut(&Portfolio) -> Parted,
    ) -> Self {
        let before = parted(portfolio);
        let candidates = candidates(controls, &before.parts, budget);
        let mut n_left = MOST_ASKED;
        let mut ask = |places: &[usize]| {
            n_left = n_left.checked_sub(1)?;
            Some(parted(&under(portfolio, at(controls, places))))
        };
        let (places, is_whole) = Search::run(candidates, &before, budget, Some(&mut ask));
        let after = parted(&under(portfolio, at(controls, &places))).figure.min(before.figure);
        Self::found(controls, places, (before.figure, after), is_whole)
    }

    fn found(
        controls: &[&CostedControl],
        mut places: Vec<usize>,
        (before, after): (f64, f64),
        is_whole: bool,
    ) -> Self {
        places.sort_unstable();
        let costs = at(controls, &places).filter_map(CostedControl::yearly_cost);
        let yearly_cost = Some(Pence::sum(costs));
        let without_cost = (0..controls.len()).filter(|place| controls[*place].yearly_cost().is_none());
        Self {
            spend: Spend { before, after, yearly_cost },
            method: if is_whole { Method::Exact } else { Method::CutOff },
            without_cost: without_cost.collect(),
            places,
        }
    }
}

/// The controls at these places.
fn at<'a>(
    controls: &'a [&'a CostedControl],
    places: &'a [usize],
) -> impl Iterator<Item = &'a CostedControl> + 'a {
    places.iter().map(|place| controls[*place])
}

#[cfg(test)]
mod tests;
