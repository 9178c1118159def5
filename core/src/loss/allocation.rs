//! Whose part in the worst years is how great: the mean loss of the worst share of years, parted among the risks by what
//! each of them loses in these years on average (Euler's allocation: Tasche, 1999 and 2004). The parts sum to the whole,
//! and a risk's part is how fast the whole grows with its costs.
//!
//! What a risk loses on average in years of a loss s is a sum over its costs x: events a year x x f(x) x the probability of
//! s - x from all events but this one. For risks at a steady rate that is the year's loss itself; for those that a factor
//! makes come in clusters its exponent is raised by one (Tasche, 2004); for an event that comes once at most it is the
//! loss from the others.

use rustfft::num_complex::Complex;

use super::exact::{Group, Law, Product, Tables, groups, once};
use super::transform::Spectrum;
use super::years_loss::YearsLoss;
use super::{Engine, Portfolio};

impl Engine {
    /// The part of each risk, in pounds and in the order of the portfolio, in the mean of the worst share `1 - q` of years,
    /// 0 < q < 1, where `loss` is the year's loss of this portfolio; together they are [`YearsLoss::tail_mean`].
    #[must_use]
    pub fn tail_shares(&mut self, portfolio: &Portfolio, loss: &YearsLoss, q: f64) -> Vec<f64> {
        let tables = self.tables(loss.lattice.length);
        let groups = groups(portfolio, &loss.lattice, &mut self.shelf);
        let place = loss.place(q);
        let below = Below { place, part: loss.part_of_cell(place, q) };
        let mut left = vec![0.0; portfolio.exposures().len()];
        let pooled = groups.split_first().map_or(&[][..], |(pooled, others)| {
            take(&mut left, pooled, &below.weights(&loss.masses_up_to(place)));
            others
        });
        for (group, others) in pooled.iter().zip(without_one_event(&groups, &tables)) {
            take(&mut left, group, &below.weights(&others[..=place]));
        }
        let step = loss.lattice.step;
        let share = |(exposure, left): (&super::Exposure, f64)| (exposure.mean() - left * step) / (1.0 - q);
        portfolio.exposures().iter().zip(left).map(share).collect()
    }
}

/// The years up to the quantile: all with less than its place, and a part of those at it.
struct Below {
    place: usize,
    part: f64,
}

impl Below {
    /// How likely a year is to be one of them after a cost of 0, 1, 2, ... steps, from the masses of all but this cost.
    fn weights(&self, masses: &[f64]) -> Vec<f64> {
        let mut before = 0.0;
        let mut weights: Vec<f64> = masses
            .iter()
            .take(self.place + 1)
            .map(|mass| {
                let weight = before + self.part * mass;
                before += mass;
                weight
            })
            .collect();
        weights.reverse();
        weights
    }
}

/// Adds what each risk of a group loses in the years that are weighed, in steps.
fn take(left: &mut [f64], group: &Group, weights: &[f64]) {
    for part in &group.parts {
        let terms = part.masses.even.iter().zip(weights).enumerate();
        let lost: f64 = terms.map(|(amount, (mass, weight))| amount as f64 * mass * weight).sum();
        left[part.place] += part.events * lost;
    }
}

/// For each group but the first, the masses of the year's loss without one event of this group.
fn without_one_event(groups: &[Group], tables: &Tables) -> Vec<Vec<f64>> {
    let Some((pooled, others)) = groups.split_first().filter(|(_, others)| !others.is_empty()) else {
        return Vec::new();
    };
    let mut product = Product::new(tables.n_frequencies());
    Pair::of(std::slice::from_ref(pooled), tables).join(&mut product);
    others.chunks(2).for_each(|pair| Pair::of(pair, tables).join(&mut product));
    let product = product.finished();
    let quotients = |pair| Pair::of(pair, tables).divide(&product, tables);
    others.chunks(2).flat_map(quotients).collect()
}

/// One group or two, whose costs are transformed together.
struct Pair<'a> {
    groups: &'a [Group],
    /// The transform of the costs of each, less the number of its events.
    costs: [Spectrum; 2],
}

impl<'a> Pair<'a> {
    fn of(groups: &'a [Group], tables: &Tables) -> Self {
        let even = [groups.first(), groups.get(1)].map(|group| group.map(Group::even).unwrap_or_default());
        let mut costs = tables.spectra([&even[0].masses, &even[1].masses]);
        for (costs, even) in costs.iter_mut().zip(&even) {
            costs.iter_mut().for_each(|cost| *cost -= even.events);
        }
        Self { groups, costs }
    }

    fn join(&self, product: &mut Product) {
        self.groups.iter().zip(&self.costs).for_each(|(group, costs)| product.take(group.law, costs, 0.0));
    }

    /// The masses of the year's loss without one of the events of each.
    fn divide(mut self, product: &[Complex<f64>], tables: &Tables) -> Vec<Vec<f64>> {
        for (group, costs) in self.groups.iter().zip(&mut self.costs) {
            costs.iter_mut().zip(product).for_each(|(t, all)| *t = without_one(*t, *all, group.law));
        }
        let masses = tables.masses([&self.costs[0], &self.costs[1]]);
        masses.into_iter().take(self.groups.len()).collect()
    }
}

/// The transform of the year's loss without one event of a law, from that with all events and from t.
fn without_one(t: Complex<f64>, all: Complex<f64>, law: Law) -> Complex<f64> {
    match law {
        Law::Poisson => all,
        Law::Mixed { variance } => all / (Complex::from(1.0) - t * variance),
        Law::Once => all / once(t),
    }
}

#[cfg(test)]
mod tests;
