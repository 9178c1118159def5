//! Where the events of a block of years come from: each source throws its events into years and adds up what they cost.

use rand_core::Rng;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::super::count::Count;
use super::super::{Exposure, Portfolio};
use super::clusters::ClusterSize;
use super::cost::{COST_BITS, Cost, one_of};
use super::lots::Lots;
use super::poisson::Poisson;
use super::simulation::BLOCK;

/// The loss in pounds of each year of a block.
pub(super) type Block = [f64; BLOCK];

/// Events of one law of their number.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Source {
    /// Each by itself, at a steady rate.
    Steady { events: Poisson, cost: usize },
    /// Once a year at most.
    Once { probability: f64, cost: usize },
    /// In clusters, all of one risk.
    Clustered { clusters: Clusters, cost: usize },
    /// In clusters, each event of one of several risks: costs by their places, each with its lot.
    Driven { clusters: Clusters, lots: Lots, costs: Vec<usize> },
}

/// Clusters in a block of years.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clusters {
    number: Poisson,
    size: ClusterSize,
}

/// Where the events of all risks come from, each with the place of its risk's cost; what never comes, or costs nothing,
/// has no source. An event at the pace of a driver is that of a risk with the share that the risk has in the rate.
pub(super) fn sources(portfolio: &Portfolio) -> Vec<Source> {
    let risks = || portfolio.exposures().iter().enumerate().filter(|(_, risk)| risk.scale > 0.0);
    let own = risks().filter_map(|(cost, risk)| own(risk, cost));
    let driven = portfolio.drivers().iter().enumerate().filter_map(|(place, driver)| {
        let pulls = risks().flat_map(|(cost, risk)| risk.pulls.iter().map(move |pull| (cost, risk, pull)));
        let pulls = pulls.filter(|(_, _, pull)| pull.driver == place);
        let rates = pulls.map(|(cost, risk, pull)| (risk.count.mean() * pull.share.fraction(), cost));
        driven(1.0 / driver.variance().value(), rates.filter(|(rate, _)| *rate > 0.0).unzip())
    });
    own.chain(driven).collect()
}

/// The events of one risk that come at its own pace.
fn own(risk: &Exposure, cost: usize) -> Option<Source> {
    let source = match risk.count {
        Count::Poisson { rate } => {
            let pulled: u64 = risk.pulls.iter().map(|pull| u64::from(pull.share.basis_points())).sum();
            let mean = rate * (WHOLE.saturating_sub(pulled) as f64 / WHOLE as f64) * BLOCK as f64;
            return (mean > 0.0).then(|| Source::Steady { events: Poisson::new(mean), cost });
        }
        Count::Bernoulli { probability } => Source::Once { probability, cost },
        Count::NegativeBinomial { mean, shape } => {
            Source::Clustered { clusters: Clusters::of(mean, shape), cost }
        }
    };
    (risk.count.mean() > 0.0).then_some(source)
}

/// A whole, in hundredths of one per cent.
const WHOLE: u64 = 10_000;

/// The events that come at the pace of a driver whose gamma law has this shape, from the rates of risks and the places
/// of their costs.
fn driven(shape: f64, (rates, costs): (Vec<f64>, Vec<usize>)) -> Option<Source> {
    let clusters = Clusters::of(rates.iter().sum(), shape);
    match costs[..] {
        [] => None,
        [cost] => Some(Source::Clustered { clusters, cost }),
        [..] => Some(Source::Driven { clusters, lots: Lots::new(&rates), costs }),
    }
}

impl Source {
    /// Adds the costs of its events to the years of a block.
    pub(super) fn add_to(&self, years: &mut Block, costs: &[Cost], chance: &mut Xoshiro256PlusPlus) {
        match self {
            Self::Steady { events, cost } => {
                let n = events.number(part(chance.next_u64()));
                match &costs[*cost] {
                    Cost::Spread(table) => throw(years, n, chance, |bits| table.amount(bits)),
                    Cost::Listed(amounts) => throw(years, n, chance, |bits| one_of(amounts, bits)),
                }
            }
            Self::Once { probability, cost } => once(years, *probability, &costs[*cost], chance),
            Self::Clustered { clusters, cost } => match &costs[*cost] {
                Cost::Spread(table) => clusters.throw(years, chance, |own| table.amount(own.next_u64())),
                Cost::Listed(amounts) => clusters.throw(years, chance, |own| one_of(amounts, own.next_u64())),
            },
            Self::Driven { clusters, lots, costs: places } => clusters.throw(years, chance, |chance| {
                let cost = &costs[places[lots.place(chance.next_u64())]];
                cost.amount(chance.next_u64())
            }),
        }
    }
}

impl Clusters {
    fn of(mean: f64, shape: f64) -> Self {
        let (number, size) = ClusterSize::of(mean, shape);
        Self { number: Poisson::new(number * BLOCK as f64), size }
    }

    /// Throws clusters into years alike; each of their events has an amount of its own.
    fn throw(
        &self,
        years: &mut Block,
        chance: &mut Xoshiro256PlusPlus,
        amount: impl Fn(&mut Xoshiro256PlusPlus) -> f64,
    ) {
        let mut own = chance.clone();
        for _ in 0..self.number.number(part(own.next_u64())) {
            let bits = own.next_u64();
            let year = &mut years[year(bits)];
            (0..self.size.number(part(bits))).for_each(|_| *year += amount(&mut own));
        }
        *chance = own;
    }
}

/// The year of an event, by the bits that do not say what it costs.
fn year(bits: u64) -> usize {
    (bits >> COST_BITS) as usize
}

/// A number between 0 and 1, both left out, by the bits that do not say the year.
fn part(bits: u64) -> f64 {
    let odd = (bits & ((1 << COST_BITS) - 1)) as i64 as f64 + 0.5;
    odd / (1_u64 << COST_BITS) as f64
}

/// Throws so many events into years alike. This is the inner loop: one random number an event.
fn throw(years: &mut Block, n: u64, chance: &mut Xoshiro256PlusPlus, amount: impl Fn(u64) -> f64) {
    // A generator of its own stays in registers.
    let mut own = chance.clone();
    for _ in 0..n {
        let bits = own.next_u64();
        years[year(bits)] += amount(bits);
    }
    *chance = own;
}

/// Lists the years with an event, without a branch, and then what they cost.
fn once(years: &mut Block, probability: f64, cost: &Cost, chance: &mut Xoshiro256PlusPlus) {
    let mut struck = [0_u16; BLOCK];
    let mut n = 0;
    for year in 0..BLOCK {
        struck[n] = year as u16;
        n += usize::from(part(chance.next_u64()) < probability);
    }
    for year in &struck[..n] {
        years[usize::from(*year)] += cost.amount(chance.next_u64());
    }
}
