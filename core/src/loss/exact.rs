//! The loss of a year worked out exactly, but for a lattice whose error is known: each cost is put on the lattice, its
//! transform taken and compounded by the number of events, the transforms of risks that are independent of one another
//! are multiplied, and the product is turned back. What is asked of the result is next door in `years_loss`, and whose
//! part in it is how great in `allocation`.
//!
//! Poisson risks are one Poisson risk whose cost is the mixture of theirs, so that any number of them takes one
//! transform (Klugman, Panjer and Willmot), and so are the parts of risks that one driver pulls (CreditRisk+, 1997).
//! Everything is damped by a factor that falls from amount to amount, so that what the end of the lattice would fold
//! back on to its beginning is made small (exponential tilting: Grübel and Hermesmeier, 1999).

mod group;
mod product;
mod rehearsal;
mod rounded;
mod shelf;
mod tables;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Portfolio;
use super::lattice::Lattice;
use super::years_loss::{Known, YearsLoss};

use group::Costs;
pub(super) use group::{Group, Law, groups};
pub(super) use product::{Product, once};
pub(super) use rounded::Rounded;
use shelf::Shelf;
pub(super) use tables::Tables;

/// How many steps a lattice has unless another number is asked for: enough for quantiles from the 5th to the 99th per
/// cent of twenty risks to be right to one part in 20,000.
pub const USUAL_LENGTH: usize = 1 << 13;

/// What works out losses of years. It keeps what the next one may need again: the tables of transforms, and the costs
/// that it has put on a lattice, so that after an edit only what depends on it is worked out anew.
#[derive(Debug, Default)]
pub struct Engine {
    tables: BTreeMap<usize, Rc<Tables>>,
    pub(super) shelf: Shelf,
}

impl Engine {
    /// The loss of a year from all of these risks, on the lattice of [`USUAL_LENGTH`] that suits them.
    #[must_use]
    pub fn year(&mut self, portfolio: &Portfolio) -> YearsLoss {
        self.year_on(portfolio, Lattice::fit(portfolio, USUAL_LENGTH))
    }

    /// The loss of a year from all of these risks on a lattice whose length is a power of two.
    pub(super) fn year_on(&mut self, portfolio: &Portfolio, lattice: Lattice) -> YearsLoss {
        let tables = self.tables(lattice.length);
        let groups = groups(portfolio, &lattice, &mut self.shelf);
        let (masses, rounded) = masses(&groups, &tables, lattice.is_aligned);
        let added = groups.iter().map(Group::added_variance).sum();
        self.shelf.close();
        YearsLoss::new(lattice, &masses, Known::of(portfolio, &lattice, added), rounded)
    }

    /// How many costs were put on a lattice since the engine was made; those that it still had are not counted.
    #[must_use]
    pub fn n_placed(&self) -> usize {
        self.shelf.n_placed()
    }

    pub(super) fn tables(&mut self, length: usize) -> Rc<Tables> {
        Rc::clone(self.tables.entry(length).or_insert_with(|| Rc::new(Tables::new(length))))
    }
}

impl YearsLoss {
    /// The loss of a year from all of these risks, by an [`Engine`] that is not kept.
    #[must_use]
    pub fn of(portfolio: &Portfolio) -> Self {
        Engine::default().year(portfolio)
    }
}

/// The probability of each amount, with costs put on the lattice so that their means stay, and what brackets it where
/// anything is rounded.
fn masses(groups: &[Group], tables: &Rc<Tables>, is_aligned: bool) -> (Vec<f64>, Option<Rounded>) {
    let [mut even, mut down, mut up] = [(); 3].map(|()| Product::new(tables.n_frequencies()));
    for group in groups {
        let (kept, rounded) = (group.even(), if is_aligned { Costs::default() } else { group.down() });
        let [stays, falls] = tables.spectra([&kept.masses, &rounded.masses]);
        even.take(group.law, &stays, kept.events);
        if !is_aligned {
            let rises = tables.one_up(&falls, rounded.at_nought);
            up.take(group.law, &rises, rounded.events + rounded.at_nought);
            down.take(group.law, &falls, rounded.events);
        }
    }
    let [masses, _] = tables.masses([&even.finished(), &[]]);
    (masses, (!is_aligned).then(|| Rounded { down, up, tables: Rc::clone(tables) }))
}

#[cfg(test)]
mod tests;
