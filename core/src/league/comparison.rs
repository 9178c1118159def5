//! Our league table against a survey, or one survey against another: how much the tops overlap, how far the order
//! of what both hold agrees, what moved, and what one holds high that the other does not. Which thing matches which
//! is settled in [`super::ranking`]; the measures themselves are in [`super::overlap`] and [`super::rank`].
//!
//! The first table is ours, or the earlier one; the second is theirs, or the later one. Of a table that was seen in
//! part, only the places down to its first gap take part in overlap and in "not in the table"; order and movement
//! use every place that is known.
//!
//! How a comparison changes with measure and depth is told by [`sensitivity`], and which of several surveys a table
//! resembles by [`resemblance`].

pub mod resemblance;
pub mod sensitivity;

use std::rc::Rc;

use super::overlap::{PairedLists, Persistence, RankBiasedOverlap};
use super::rank::{Ranks, kendall_tau_b, spearman_rho};
use super::ranking::Ranking;
pub use super::ranking::{Item, Place, Unmatched};
use super::table::LeagueTable;
use crate::catalogue::{Crosswalk, Survey};
use crate::register::Organisation;

/// How deep the tops of two tables are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The top three.
    Three,
    /// The top five.
    Five,
    /// The top ten.
    Ten,
}

impl Depth {
    /// Every depth, the shallowest first.
    pub const ALL: [Self; 3] = [Self::Three, Self::Five, Self::Ten];

    /// The depth to which our table and a survey are compared where nobody chooses one: ten places where both have
    /// them, else five.
    #[must_use]
    pub fn usual(ours: &LeagueTable, survey: &Survey) -> Self {
        let has_ten = ours.entries().len().min(survey.known_depth()) >= Self::Ten.places();
        if has_ten { Self::Ten } else { Self::Five }
    }

    /// The number of places.
    #[must_use]
    pub fn places(self) -> usize {
        match self {
            Self::Three => 3,
            Self::Five => 5,
            Self::Ten => 10,
        }
    }

    /// The persistence that lays some 86 % of the weight on these places.
    #[must_use]
    pub fn persistence(self) -> Persistence {
        match self {
            Self::Three => Persistence::FOR_THREE,
            Self::Five => Persistence::FOR_FIVE,
            Self::Ten => Persistence::FOR_TEN,
        }
    }
}

/// How much the tops of both tables hold the same things.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overlap {
    /// Down to which place: the depth asked for, or the length of the shorter table if that is less.
    pub k: usize,
    /// Things in the top `k` of both over things in the top `k` of either.
    pub jaccard: f64,
    /// Mean agreement at places 1 to `k`.
    pub average_overlap: f64,
    /// Rank-biased overlap of both tables down to the depth asked for.
    pub rank_biased: RankBiasedOverlap,
}

/// How far the order of what both tables hold agrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// How many things both hold; shown beside every figure.
    pub n: usize,
    /// Spearman's rho; none where it means nothing.
    pub rho: Option<f64>,
    /// Kendall's tau-b; none where it means nothing.
    pub tau_b: Option<f64>,
}

/// One thing in both tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Movement {
    /// The thing.
    pub item: Item,
    /// What the first and the second table call it.
    pub labels: (Rc<str>, Rc<str>),
    /// Its places as the first and the second table print them; their difference is fit for two tables of one series.
    pub printed: (u32, u32),
    /// Its mid-ranks among the things that both tables hold, which is what the correlations see. Fit for tables that
    /// hold different numbers of things, such as ours and a survey's.
    pub among_shared: (f64, f64),
}

/// Where a thing that is high in one table stands in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// Below the depth that is compared, at this place as printed.
    Lower(u32),
    /// Nowhere.
    Absent,
}

/// A thing that is high in one table and not in the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The thing, with its place and its label where it is high.
    pub place: Place,
    /// Where it stands in the other table.
    pub elsewhere: Elsewhere,
}

/// What one table brought to the comparison, and what of it could not take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// How many things it places.
    pub length: usize,
    /// Entries for which we have no category; empty when labels are compared.
    pub unmatched: Vec<Unmatched>,
    /// Entries whose categories are all stood for by better-placed entries.
    pub merged: Vec<Rc<str>>,
    /// Entries without a place.
    pub unranked: Vec<Rc<str>>,
}

/// Two tables side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The depth that was asked for.
    pub depth: Depth,
    /// The first table: ours, or the earlier.
    pub first: Side,
    /// The second table: theirs, or the later.
    pub second: Side,
    /// Overlap of the tops; none if one table has no place that is known without a gap.
    pub overlap: Option<Overlap>,
    /// Agreement of the order.
    pub correlation: Correlation,
    /// Everything that both hold, in the order of the first table.
    pub movements: Vec<Movement>,
    /// High in the first and not in the second: our own concerns, where the first is ours.
    pub high_only_in_first: Vec<Spot>,
    /// High in the second and not in the first: our blind spots, where the first is ours. Entries without a counterpart
    /// are not among them, but in [`Side::unmatched`].
    pub high_only_in_second: Vec<Spot>,
}

impl Comparison {
    /// Our table, with whose it is, against a survey, by category.
    #[must_use]
    pub fn with_survey(
        (ours, organisation): (&LeagueTable, &Organisation),
        survey: &Survey,
        crosswalk: &Crosswalk,
        depth: Depth,
    ) -> Self {
        Self::of(Ranking::of_table(ours, organisation), Ranking::of_categories(survey, crosswalk), depth)
    }

    /// Two surveys by category, each through its crosswalk.
    #[must_use]
    pub fn by_category(first: (&Survey, &Crosswalk), second: (&Survey, &Crosswalk), depth: Depth) -> Self {
        let ranking = |(survey, crosswalk)| Ranking::of_categories(survey, crosswalk);
        Self::of(ranking(first), ranking(second), depth)
    }

    /// Two surveys by the labels of their entries, as for two years of one series.
    #[must_use]
    pub fn by_label(first: &Survey, second: &Survey, depth: Depth) -> Self {
        Self::of(Ranking::of_labels(first), Ranking::of_labels(second), depth)
    }

    /// Things high in the second table that the first does not have at all: new entries, where the second is later.
    pub fn entered(&self) -> impl Iterator<Item = &Place> {
        absent(&self.high_only_in_second)
    }

    /// Things high in the first table that the second does not have at all: entries gone, where the second is later.
    pub fn left(&self) -> impl Iterator<Item = &Place> {
        absent(&self.high_only_in_first)
    }

    fn of(first: Ranking, second: Ranking, depth: Depth) -> Self {
        let movements = movements(&first, &second);
        let top = (depth.places() as u32).min(first.known_to).min(second.known_to);
        Self {
            depth,
            overlap: overlap(&first, &second, depth),
            correlation: correlation(&movements),
            movements,
            high_only_in_first: spots(&first, &second, top),
            high_only_in_second: spots(&second, &first, top),
            first: side(first),
            second: side(second),
        }
    }
}

fn absent(spots: &[Spot]) -> impl Iterator<Item = &Place> {
    spots.iter().filter(|spot| spot.elsewhere == Elsewhere::Absent).map(|spot| &spot.place)
}

fn side(ranking: Ranking) -> Side {
    let Ranking { places, known_to: _, unmatched, merged, unranked } = ranking;
    Side { length: places.len(), unmatched, merged, unranked }
}

fn overlap(first: &Ranking, second: &Ranking, depth: Depth) -> Option<Overlap> {
    let known = |ranking: &Ranking, item| ranking.rank(item).filter(|&rank| rank <= ranking.known_to);
    let only_second = second.places.iter().filter(|place| first.rank(&place.item).is_none());
    let items = first.places.iter().chain(only_second).map(|place| &place.item);
    let lists =
        PairedLists::new(&items.map(|item| (known(first, item), known(second, item))).collect::<Vec<_>>());
    let (a, b) = lists.lengths();
    let k = depth.places().min(a).min(b);
    Some(Overlap {
        k,
        jaccard: lists.jaccard_at(k)?,
        average_overlap: lists.average_overlap_at(k)?,
        rank_biased: lists.top(depth.places()).rank_biased_overlap(depth.persistence())?,
    })
}

fn movements(first: &Ranking, second: &Ranking) -> Vec<Movement> {
    let shared = |place: &Place| {
        let other = second.places.iter().find(|other| other.item == place.item)?;
        Some(Movement {
            item: place.item.clone(),
            labels: (Rc::clone(&place.label), Rc::clone(&other.label)),
            printed: (place.rank, other.rank),
            among_shared: (0.0, 0.0),
        })
    };
    let mut movements: Vec<Movement> = first.places.iter().filter_map(shared).collect();
    let printed = |side: fn(&Movement) -> u32| {
        Ranks::by(movements.len(), &|a, b| side(&movements[a]).cmp(&side(&movements[b]))).mid
    };
    let (in_first, in_second) = (printed(|m| m.printed.0), printed(|m| m.printed.1));
    for (movement, among_shared) in movements.iter_mut().zip(in_first.into_iter().zip(in_second)) {
        movement.among_shared = among_shared;
    }
    movements
}

fn correlation(movements: &[Movement]) -> Correlation {
    let (x, y): (Vec<f64>, Vec<f64>) = movements.iter().map(|movement| movement.among_shared).unzip();
    Correlation { n: movements.len(), rho: spearman_rho(&x, &y), tau_b: kendall_tau_b(&x, &y) }
}

/// What stands in the top of `here` and not in the top of `there`, both known so far. An entry without a counterpart
/// is no such thing: it could not stand there.
fn spots(here: &Ranking, there: &Ranking, top: u32) -> Vec<Spot> {
    let spot = |place: &Place| {
        let elsewhere = match there.rank(&place.item) {
            Some(rank) if rank <= top => return None,
            Some(rank) => Elsewhere::Lower(rank),
            None => Elsewhere::Absent,
        };
        Some(Spot { place: place.clone(), elsewhere })
    };
    let unmatched = |place: &&Place| here.unmatched.iter().any(|entry| entry.label == place.label);
    let high = here.places.iter().filter(|place| place.rank <= top);
    high.filter(|place| !unmatched(place)).filter_map(spot).collect()
}

#[cfg(test)]
mod tests;
