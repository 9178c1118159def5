//! What controls take away from a portfolio, one by one and together. A control makes events rarer, or cheaper, or
//! both; several on one risk multiply. What that is worth is said in `return_on_spend`, which of them to buy in `budget`.

use std::fmt;

use super::figures::{Figures, Measure, Years, changed};
use super::return_on_spend::Spend;
use super::{Exposure, Portfolio};
use crate::money::Pence;
use crate::share::Share;

/// What a control takes away from one risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The place of the risk in the portfolio, from 0; where it holds no such place, nothing is taken away.
    pub exposure: usize,
    /// The share of events that no longer happen.
    pub events: Share,
    /// The share of the cost of each of the others that is no longer lost.
    pub cost: Share,
}

/// A control with what it does and what it costs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CostedControl {
    cuts: Vec<Cut>,
    yearly_cost: Option<Pence>,
}

/// A control is said to cost less than nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NegativeCost;

impl fmt::Display for NegativeCost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the cost of a control is below nought")
    }
}

impl std::error::Error for NegativeCost {}

impl CostedControl {
    /// A control that takes these away, for so much a year where that is known.
    pub fn new(cuts: Vec<Cut>, yearly_cost: Option<Pence>) -> Result<Self, NegativeCost> {
        if yearly_cost.is_some_and(|cost| cost < Pence::default()) {
            return Err(NegativeCost);
        }
        Ok(Self { cuts, yearly_cost })
    }

    /// What it takes away.
    #[must_use]
    pub fn cuts(&self) -> &[Cut] {
        &self.cuts
    }

    /// What it costs a year, where that is known.
    #[must_use]
    pub fn yearly_cost(&self) -> Option<Pence> {
        self.yearly_cost
    }
}

/// What is left of a portfolio under controls.
#[must_use]
pub fn under<'a>(portfolio: &Portfolio, controls: impl IntoIterator<Item = &'a CostedControl>) -> Portfolio {
    let mut exposures = portfolio.exposures().to_vec();
    for cut in controls.into_iter().flat_map(CostedControl::cuts) {
        if let Some(exposure) = exposures.get_mut(cut.exposure) {
            *exposure = cut.applied(exposure);
        }
    }
    changed(portfolio, exposures)
}

impl Cut {
    fn applied(&self, exposure: &Exposure) -> Exposure {
        exposure.left(self.events.rest(), self.cost.rest())
    }
}

/// What a portfolio loses without controls, with each of them, and with all.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlEffects {
    /// Without any of them.
    pub before: Figures,
    /// With all of them.
    pub after: Figures,
    /// Each by itself, in the order in which they were given.
    pub each: Vec<ControlEffect>,
}

/// What one control does, seen from both ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ControlEffect {
    /// The figures with this control and no other.
    pub alone: Figures,
    /// The figures with all controls but this one.
    pub without: Figures,
    /// What it costs a year, where that is known.
    pub yearly_cost: Option<Pence>,
}

impl ControlEffects {
    /// What these controls do to a portfolio that has none of them yet: two runs of the engine, and two more for each
    /// control.
    #[must_use]
    pub fn of(portfolio: &Portfolio, controls: &[&CostedControl], years: &mut Years<'_>) -> Self {
        let before = Figures::of(portfolio, years);
        let mut under = |controls: &[&CostedControl]| {
            Figures::of(&under(portfolio, controls.iter().copied()), years).no_more_than(before)
        };
        let after = under(controls);
        let each = (0..controls.len()).map(|place| {
            let others = [&controls[..place], &controls[place + 1..]].concat();
            ControlEffect {
                alone: under(&controls[place..=place]),
                without: under(&others).no_less_than(after),
                yearly_cost: controls[place].yearly_cost(),
            }
        });
        Self { before, after, each: each.collect() }
    }

    /// What all of them save together; what they cost is known where it is known of each.
    #[must_use]
    pub fn of_all(&self, measure: Measure) -> Spend {
        let costs: Option<Vec<Pence>> = self.each.iter().map(|effect| effect.yearly_cost).collect();
        let yearly_cost = costs.map(|costs| Pence::sum(costs.into_iter()));
        Spend { before: self.before.by(measure), after: self.after.by(measure), yearly_cost }
    }

    /// What the control at a place would save if it were the only one; none where there is no such place.
    #[must_use]
    pub fn of_one_alone(&self, place: usize, measure: Measure) -> Option<Spend> {
        let effect = self.each.get(place)?;
        let (before, after) = (self.before.by(measure), effect.alone.by(measure));
        Some(Spend { before, after, yearly_cost: effect.yearly_cost })
    }

    /// What the control at a place saves beside all the others, which is what would be lost by giving it up.
    #[must_use]
    pub fn of_one_beside_the_others(&self, place: usize, measure: Measure) -> Option<Spend> {
        let effect = self.each.get(place)?;
        let (before, after) = (effect.without.by(measure), self.after.by(measure));
        Some(Spend { before, after, yearly_cost: effect.yearly_cost })
    }
}

#[cfg(test)]
pub(super) mod fixtures;
#[cfg(test)]
mod tests;
