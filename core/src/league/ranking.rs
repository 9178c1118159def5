//! A table reduced to what can be compared: things in order. Values are left behind here, so that no percentage of
//! one survey ever meets that of another. What is made of two rankings is next door in [`super::comparison`].
//!
//! **A survey in our categories.** Each category stands where its best-placed entry stands and bears that entry's
//! label. An entry with several categories places them all, tied. An entry all of whose categories are placed
//! already by better entries adds nothing and is listed as merged. An entry without a counterpart stands for
//! itself: it takes up a place that nothing of ours can share, so that a table which speaks of other things
//! scores low, as it should.

use std::rc::Rc;

use super::table::{LeagueTable, TableEntry};
use crate::catalogue::{CategoryId, Crosswalk, Entry, EntryId, Survey, canonical};
use crate::order::ordered;
use crate::register::Organisation;

/// One thing that a ranking places: a category of ours, or a survey's entry under its usual wording.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A category.
    Category(CategoryId),
    /// An entry that is matched by its label.
    Entry(EntryId),
}

/// A thing at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The thing.
    pub item: Item,
    /// What the table calls it.
    pub label: Rc<str>,
    /// The place as the table prints it, 1 for the first.
    pub rank: u32,
}

/// An entry of a survey for which there is no category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// What the survey calls it.
    pub label: Rc<str>,
    /// Its place.
    pub rank: u32,
    /// Why there is none; absent where nobody has looked yet.
    pub reason: Option<Rc<str>>,
}

/// The things of a table in order, each once.
pub(super) struct Ranking {
    pub(super) places: Vec<Place>,
    /// Down to which place, as printed, one can say that a thing is not in the table.
    pub(super) known_to: u32,
    pub(super) unmatched: Vec<Unmatched>,
    pub(super) merged: Vec<Rc<str>>,
    pub(super) unranked: Vec<Rc<str>>,
}

impl Ranking {
    /// Our own table, which is known to its end; categories are called as the body calls them. What comes to nought
    /// where things are counted is not in it, as a survey does not list what nobody has named.
    pub(super) fn of_table(table: &LeagueTable, organisation: &Organisation) -> Self {
        let is_named = |entry: &&TableEntry| entry.value > 0.0 || !table.measure().counts();
        let place = |entry: &TableEntry| Place {
            item: Item::Category(entry.category.clone()),
            label: organisation.category_name(&entry.category),
            rank: entry.rank,
        };
        let places = table.entries().iter().filter(is_named).map(place).collect();
        Self { places, known_to: u32::MAX, unmatched: Vec::new(), merged: Vec::new(), unranked: Vec::new() }
    }

    /// A survey by its labels.
    pub(super) fn of_labels(survey: &Survey) -> Self {
        let (mut ranking, entries) = Self::begin(survey);
        for (entry, rank) in entries {
            ranking.place(Item::Entry(canonical(entry.id())), entry, rank);
        }
        ranking
    }

    /// A survey in our categories, by the rule at the top of this module.
    pub(super) fn of_categories(survey: &Survey, crosswalk: &Crosswalk) -> Self {
        let (mut ranking, entries) = Self::begin(survey);
        for (entry, rank) in entries {
            let categories = crosswalk.categories_of(entry.id());
            let before = ranking.places.len();
            for category in categories {
                ranking.place(Item::Category(category.clone()), entry, rank);
            }
            if categories.is_empty() {
                ranking.place(Item::Entry(canonical(entry.id())), entry, rank);
                let reason = crosswalk.line(entry.id()).map(|line| Rc::clone(&line.reason));
                ranking.unmatched.push(Unmatched { label: Rc::clone(entry.label()), rank, reason });
            } else if ranking.places.len() == before {
                ranking.merged.push(Rc::clone(entry.label()));
            }
        }
        ranking
    }

    /// An empty ranking of a survey, and its ranked entries, best first.
    fn begin(survey: &Survey) -> (Self, Vec<(&Entry, u32)>) {
        let entries = survey.entries();
        let unranked = entries.iter().filter(|e| e.rank().is_none()).map(|e| Rc::clone(e.label())).collect();
        let ranked: Vec<_> = entries.iter().filter_map(|e| e.rank().map(|rank| (e, rank))).collect();
        let ranked = ordered(&ranked, &|a, b| a.1.cmp(&b.1));
        let known_to = survey.known_depth() as u32;
        let ranking =
            Self { places: Vec::new(), known_to, unmatched: Vec::new(), merged: Vec::new(), unranked };
        (ranking, ranked)
    }

    fn place(&mut self, item: Item, entry: &Entry, rank: u32) {
        if self.rank(&item).is_none() {
            self.places.push(Place { item, label: Rc::clone(entry.label()), rank });
        }
    }

    /// The printed place of a thing.
    pub(super) fn rank(&self, item: &Item) -> Option<u32> {
        self.places.iter().find(|place| place.item == *item).map(|place| place.rank)
    }
}
