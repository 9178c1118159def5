//! The league table of all bodies, or of one sector: which categories their partnerships name, which stand high
//! among bodies, and how high they score. What of it may be shown is decided next door in `veil`.

use std::cmp::Reverse;

use super::body::{Body, Counts};
use super::cell::Cell;
use super::pool::PeerPool;
use super::veil::{BySector, SECTORS, Veil};
use crate::catalogue::{CategoryId, categories};
use crate::order::ordered;
use crate::register::Sector;

/// A part of a whole, both counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How many.
    pub count: u64,
    /// Of how many.
    pub of: u64,
}

impl Part {
    /// The part as a share from 0 to 1; of nothing it is 0.
    #[must_use]
    pub fn share(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.count as f64 / self.of as f64 }
    }
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct PeerEntry {
    /// The category.
    pub category: CategoryId,
    /// How many partnerships name it among their top five, of those that name any.
    pub naming: Cell<Part>,
    /// How many bodies have it among the five that most of their partnerships name.
    pub bodies: Cell<Part>,
    /// The mean score over bodies that have the category, each body counting once: in per cent of the highest
    /// score that its matrix can give, rounded to whole ones.
    pub mean_score: Cell<u8>,
}

/// The league table of many bodies. Lines whose share is shown come first, the highest on top; the others follow
/// in the usual order of categories, so that their order tells nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct PeerTable {
    /// How many bodies there are.
    pub bodies: Cell<u64>,
    /// The lines, one for each built-in category.
    pub entries: Vec<PeerEntry>,
}

/// All that a table of any sector rests on.
struct Base<'p> {
    pool: &'p PeerPool,
    bodies: BySector,
    partnerships: BySector,
    of_bodies: Veil,
    of_partnerships: Veil,
}

impl PeerPool {
    /// How many bodies there are, or how many of one sector.
    #[must_use]
    pub fn bodies(&self, whose: Option<Sector>) -> Cell<u64> {
        let bodies = self.by_sector(|_| 1);
        let veil = Veil::of_bodies(&bodies);
        Cell::shown_if(veil.shows(whose) || veil.is_empty(whose), || within(&bodies, whose))
    }

    /// The league table of all bodies, or of one sector.
    #[must_use]
    pub fn table(&self, whose: Option<Sector>) -> PeerTable {
        let base = Base::of(self);
        let all = categories();
        let entries = all.iter().enumerate().map(|(place, of)| base.entry(place, of.id.clone(), whose));
        PeerTable { bodies: self.bodies(whose), entries: in_order(&entries.collect::<Vec<_>>()) }
    }

    /// The sum of something over the bodies of each sector.
    pub(super) fn by_sector(&self, count: impl Fn(&Body) -> u64) -> BySector {
        let mut sums = [0; SECTORS];
        for body in self.of(None) {
            sums[body.sector as usize] += count(body);
        }
        sums
    }
}

/// The sum over all sectors, or the part of one.
fn within(counts: &BySector, whose: Option<Sector>) -> u64 {
    whose.map_or_else(|| counts.iter().sum(), |sector| counts[sector as usize])
}

/// What is left in each sector when a part is taken away.
fn without(whole: &BySector, part: &BySector) -> BySector {
    std::array::from_fn(|sector| whole[sector].saturating_sub(part[sector]))
}

fn in_order(entries: &[PeerEntry]) -> Vec<PeerEntry> {
    let share = |entry: &PeerEntry| entry.naming.shown().map(|part| part.count);
    ordered(entries, &|a, b| Reverse(share(a)).cmp(&Reverse(share(b))))
}

impl<'p> Base<'p> {
    fn of(pool: &'p PeerPool) -> Self {
        let bodies = pool.by_sector(|_| 1);
        let partnerships = pool.by_sector(|body| body.answering.into());
        let of_bodies = Veil::of_bodies(&bodies);
        let of_partnerships = of_bodies.over(&[partnerships]);
        Self { pool, bodies, partnerships, of_bodies, of_partnerships }
    }

    fn entry(&self, place: usize, category: CategoryId, whose: Option<Sector>) -> PeerEntry {
        PeerEntry {
            category,
            naming: self.naming(place, whose),
            bodies: self.having_it_on_top(place, whose),
            mean_score: self.mean_score(place, whose),
        }
    }

    /// Rests on the partnerships that name it, on those that do not, and on the bodies behind either, so that no
    /// body is shown through the number of its partnerships.
    fn naming(&self, place: usize, whose: Option<Sector>) -> Cell<Part> {
        let named = |body: &Body| body.category(place).named;
        let naming = self.pool.by_sector(|body| named(body).into());
        let behind = self.pool.by_sector(|body| (named(body) > 0).into());
        let behind_the_rest = self.pool.by_sector(|body| (named(body) < body.answering).into());
        let rest = without(&self.partnerships, &naming);
        let veil = self.of_partnerships.over(&[naming, rest, behind, behind_the_rest]);
        let part = || Part { count: within(&naming, whose), of: within(&self.partnerships, whose) };
        Cell::shown_if(veil.shows(whose), part)
    }

    fn having_it_on_top(&self, place: usize, whose: Option<Sector>) -> Cell<Part> {
        let top = self.pool.by_sector(|body| body.category(place).is_top.into());
        let veil = self.of_bodies.over(&[top, without(&self.bodies, &top)]);
        let part = || Part { count: within(&top, whose), of: within(&self.bodies, whose) };
        Cell::shown_if(veil.shows(whose), part)
    }

    fn mean_score(&self, place: usize, whose: Option<Sector>) -> Cell<u8> {
        let mean = |body: &Body| {
            let Counts { mean, .. } = body.category(place);
            mean.map(|mean| u64::from(mean.get()))
        };
        let having = self.pool.by_sector(|body| mean(body).is_some().into());
        let veil = self.of_bodies.over(&[having]);
        Cell::shown_if(veil.shows(whose), || {
            let sum: u64 = self.pool.of(whose).filter_map(mean).sum();
            percent(sum as f64 / within(&having, whose) as f64)
        })
    }
}

/// Thousandths in whole per cent, a half rounded up.
pub(super) fn percent(thousandths: f64) -> u8 {
    (thousandths / 10.0 + 0.5).floor().clamp(0.0, 100.0) as u8
}

#[cfg(test)]
mod tests;
