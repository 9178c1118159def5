//! Risks that are compounded together, since their costs come by one law: all that come by themselves at a steady rate,
//! all that one driver pulls, and each of the others alone.

use std::rc::Rc;

use super::shelf::Shelf;
use crate::loss::count::Count;
use crate::loss::lattice::{Lattice, Masses};
use crate::loss::{Driver, Exposure, Portfolio};

/// The law of the number of events of a group: what makes of t, which is the transform of their costs less the number of
/// events a year, the transform of the loss of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::loss) enum Law {
    /// exp(t).
    Poisson,
    /// (1 - variance t)^(-1 / variance): a steady rate that is multiplied by a gamma factor of mean 1.
    Mixed { variance: f64 },
    /// 1 + t.
    Once,
}

/// The costs of a group's events, each with how often a year it comes. Those at nought are told apart: where they are
/// nearly all, the others would drown in their rounding.
#[derive(Clone, Debug, Default)]
pub(in crate::loss) struct Costs {
    /// By whole steps; nothing at nought.
    pub(in crate::loss) masses: Vec<f64>,
    /// How many events a year are not at nought, also those that cost more than the lattice reaches.
    pub(in crate::loss) events: f64,
    /// How many are.
    pub(in crate::loss) at_nought: f64,
}

/// What one risk gives to a group.
#[derive(Clone, Debug)]
pub(in crate::loss) struct Part {
    /// The place of the risk in its portfolio.
    pub(in crate::loss) place: usize,
    /// How many of its events a year are in the group, on average.
    pub(in crate::loss) events: f64,
    /// The cost of one of them.
    pub(in crate::loss) masses: Rc<Masses>,
}

/// Risks, or parts of them, that are compounded together.
#[derive(Clone, Debug)]
pub(in crate::loss) struct Group {
    pub(in crate::loss) law: Law,
    pub(in crate::loss) parts: Vec<Part>,
}

/// The groups of a portfolio: first what comes by itself at a steady rate, then what each driver pulls, then the others.
pub(in crate::loss) fn groups(portfolio: &Portfolio, lattice: &Lattice, shelf: &mut Shelf) -> Vec<Group> {
    let mixed = |driver: &Driver| Law::Mixed { variance: driver.variance().value() };
    let pooled = [Law::Poisson].into_iter().chain(portfolio.drivers().iter().map(mixed));
    let mut groups: Vec<_> = pooled.map(|law| Group { law, parts: Vec::new() }).collect();
    for (place, exposure) in portfolio.exposures().iter().enumerate() {
        let masses = shelf.masses(lattice, exposure);
        let part =
            |share: f64| Part { place, events: exposure.count.mean() * share, masses: Rc::clone(&masses) };
        match own_law(exposure.count) {
            Some(law) => groups.push(Group { law, parts: vec![part(1.0)] }),
            None => join(&mut groups, exposure, part),
        }
    }
    groups
}

fn own_law(count: Count) -> Option<Law> {
    match count {
        Count::Poisson { .. } => None,
        Count::Bernoulli { .. } => Some(Law::Once),
        Count::NegativeBinomial { shape, .. } => Some(Law::Mixed { variance: 1.0 / shape }),
    }
}

/// Puts what comes by itself with the first group and what is pulled with those of its drivers.
fn join(groups: &mut [Group], exposure: &Exposure, part: impl Fn(f64) -> Part) {
    groups[0].parts.push(part(exposure.unpulled()));
    for pull in &exposure.pulls {
        groups[1 + pull.driver].parts.push(part(pull.share.fraction()));
    }
}

impl Group {
    /// The costs so that their means stay.
    pub(in crate::loss) fn even(&self) -> Costs {
        self.costs(|masses| &masses.even, |masses| masses.above_nought)
    }

    /// The costs rounded down.
    pub(in crate::loss) fn down(&self) -> Costs {
        self.costs(|masses| &masses.down, |masses| 1.0 - masses.down[0])
    }

    fn costs(&self, column: fn(&Masses) -> &Vec<f64>, above_nought: fn(&Masses) -> f64) -> Costs {
        let mut masses = self.sum(column);
        let at_nought = masses.first_mut().map(std::mem::take).unwrap_or_default();
        let events = self.parts.iter().map(|part| part.events * above_nought(&part.masses)).sum();
        Costs { masses, events, at_nought }
    }

    /// The variance that the lattice adds to its loss of a year, in square steps.
    pub(in crate::loss) fn added_variance(&self) -> f64 {
        self.parts.iter().map(|part| part.events * part.masses.added_variance).sum()
    }

    fn sum(&self, column: fn(&Masses) -> &Vec<f64>) -> Vec<f64> {
        let reach = self.parts.iter().map(|part| column(&part.masses).len()).max();
        let mut sum = vec![0.0; reach.unwrap_or(0)];
        for part in self.parts.iter().filter(|part| part.events > 0.0) {
            let masses = column(&part.masses);
            sum.iter_mut().zip(masses).for_each(|(all, mass)| *all += part.events * mass);
        }
        sum
    }
}

#[cfg(test)]
mod tests;
