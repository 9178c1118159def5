//! Our own league table: which categories of risk stand highest in the register, by a measure of choice. How it
//! compares with the tables of others is next door in [`super::comparison`]; how one risk scores is decided in
//! [`crate::scale`].

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::rank::Ranks;
use crate::catalogue::CategoryId;
use crate::register::{PartnershipId, Register, Risk, Status};
use crate::scale::Score;

/// How many categories a partnership names, as in the surveys that ask for the top five risks.
pub const NAMED_PER_PARTNERSHIP: usize = 5;

/// What a category is ranked by. Only open risks with a category and a current rating count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The share of partnerships, from 0 to 1, that have the category among their top five. A category scores in a
    /// partnership as its highest risk there, and is named if fewer than five categories of that partnership
    /// score higher: ties for fifth place are all named. Partnerships without a counted risk did not answer.
    ShareNaming,
    /// The mean of likelihood times impact over the category's risks.
    MeanScore,
    /// The category's highest risk, by level first and then by likelihood times impact, which is the value.
    HighestScore,
    /// How many of the category's risks stand at the highest level of the matrix.
    TopLevelCount,
}

impl Measure {
    /// Every measure, in the order it is offered.
    pub const ALL: [Self; 4] = [Self::ShareNaming, Self::MeanScore, Self::HighestScore, Self::TopLevelCount];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ShareNaming => "Share of partnerships naming it in their top five",
            Self::MeanScore => "Mean score",
            Self::HighestScore => "Highest score",
            Self::TopLevelCount => "Risks at the highest level",
        }
    }
}

/// One line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableEntry {
    /// The category.
    pub category: CategoryId,
    /// What the measure comes to.
    pub value: f64,
    /// The place as printed: 1 for the highest, ties sharing the best place.
    pub rank: u32,
    /// The place as reckoned with: ties sharing the mean place.
    pub mid_rank: f64,
    /// How many risks were counted.
    pub risks: usize,
    /// In how many partnerships.
    pub partnerships: usize,
    /// The highest of their scores.
    pub highest: Score,
}

/// What the table rests on. Every open risk is in exactly one of the first three numbers, and every partnership
/// in one of the last two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// Open risks with a current rating and a category.
    pub counted: usize,
    /// Open risks without a current rating.
    pub unrated: usize,
    /// Open risks with a current rating but no category.
    pub uncategorised: usize,
    /// Partnerships with at least one counted risk.
    pub answering: usize,
    /// Partnerships with none.
    pub silent: usize,
}

/// The categories of a register in order, highest first; ties in the order of their ids. A category without a
/// counted risk has no line.
#[derive(Clone, Debug, PartialEq)]
pub struct LeagueTable {
    measure: Measure,
    entries: Vec<TableEntry>,
    basis: Basis,
}

impl LeagueTable {
    /// The table of a register by one measure.
    #[must_use]
    pub fn new(register: &Register, measure: Measure) -> Self {
        let count = Count::of(register);
        let entries = ranked(measure, count.entries(measure));
        Self { measure, entries, basis: count.basis }
    }

    /// What it is ranked by.
    #[must_use]
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// The lines, highest first.
    #[must_use]
    pub fn entries(&self) -> &[TableEntry] {
        &self.entries
    }

    /// What it rests on.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The line of a category.
    #[must_use]
    pub fn entry(&self, category: &CategoryId) -> Option<&TableEntry> {
        self.entries.iter().find(|entry| entry.category == *category)
    }
}

/// What is known of one category, all measures at once.
struct Tally {
    risks: usize,
    /// Of likelihood times impact, in millionths: whole numbers, so that equal means are equal.
    sum_millionths: f64,
    at_top_level: usize,
    highest: Score,
    partnerships: BTreeSet<PartnershipId>,
    naming: usize,
}

struct Count<'a> {
    categories: BTreeMap<&'a CategoryId, Tally>,
    basis: Basis,
}

impl<'a> Count<'a> {
    fn of(register: &'a Register) -> Self {
        let mut count = Self { categories: BTreeMap::new(), basis: Basis::default() };
        let mut profiles: BTreeMap<PartnershipId, BTreeMap<&'a CategoryId, Score>> = BTreeMap::new();
        let top_level = register.matrix().levels().len() - 1;
        for risk in register.risks().iter().filter(|risk| is_open(risk)) {
            let Some((category, score)) = count.counted(register, risk) else {
                continue;
            };
            count.add(category, risk.partnership, score, score.level() == top_level);
            let best = profiles.entry(risk.partnership).or_default().entry(category).or_insert(score);
            *best = score.max(*best);
        }
        profiles.values().for_each(|profile| count.name_the_top(profile));
        count.basis.answering = profiles.len();
        count.basis.silent = register.partnerships().len().saturating_sub(profiles.len());
        count
    }

    /// The category and score of a risk that counts; otherwise notes why it does not.
    fn counted(&mut self, register: &Register, risk: &'a Risk) -> Option<(&'a CategoryId, Score)> {
        let Some(score) = register.score(risk) else {
            self.basis.unrated += 1;
            return None;
        };
        let Some(category) = &risk.category else {
            self.basis.uncategorised += 1;
            return None;
        };
        self.basis.counted += 1;
        Some((category, score))
    }

    fn add(&mut self, category: &'a CategoryId, partnership: PartnershipId, score: Score, at_top: bool) {
        let tally = self.categories.entry(category).or_insert_with(|| Tally::empty(score));
        tally.risks += 1;
        tally.sum_millionths += (score.product() * 1e6).round();
        tally.at_top_level += usize::from(at_top);
        tally.highest = score.max(tally.highest);
        tally.partnerships.insert(partnership);
    }

    fn name_the_top(&mut self, profile: &BTreeMap<&'a CategoryId, Score>) {
        let mut scores: Vec<Score> = profile.values().copied().collect();
        scores.sort_unstable_by(|a, b| b.cmp(a));
        let lowest_named = scores[scores.len().min(NAMED_PER_PARTNERSHIP) - 1];
        for (category, _) in profile.iter().filter(|(_, score)| **score >= lowest_named) {
            if let Some(tally) = self.categories.get_mut(category) {
                tally.naming += 1;
            }
        }
    }

    fn entries(&self, measure: Measure) -> Vec<TableEntry> {
        let entry = |(&category, tally): (&&CategoryId, &Tally)| TableEntry {
            category: category.clone(),
            value: tally.value(measure, self.basis.answering),
            rank: 0,
            mid_rank: 0.0,
            risks: tally.risks,
            partnerships: tally.partnerships.len(),
            highest: tally.highest,
        };
        self.categories.iter().map(entry).collect()
    }
}

impl Tally {
    fn empty(score: Score) -> Self {
        Self {
            risks: 0,
            sum_millionths: 0.0,
            at_top_level: 0,
            highest: score,
            partnerships: BTreeSet::new(),
            naming: 0,
        }
    }

    fn value(&self, measure: Measure, answering: usize) -> f64 {
        match measure {
            Measure::ShareNaming => self.naming as f64 / answering as f64,
            Measure::MeanScore => self.sum_millionths / (self.risks as f64 * 1e6),
            Measure::HighestScore => self.highest.product(),
            Measure::TopLevelCount => self.at_top_level as f64,
        }
    }
}

fn is_open(risk: &Risk) -> bool {
    match risk.status {
        Status::Open => true,
        Status::Draft | Status::Closed => false,
    }
}

/// Gives the entries, which come in the order of their ids, their ranks and puts them in order.
fn ranked(measure: Measure, mut entries: Vec<TableEntry>) -> Vec<TableEntry> {
    let ranks = Ranks::by(entries.len(), &|a, b| higher_first(measure, &entries[a], &entries[b]));
    for (i, entry) in entries.iter_mut().enumerate() {
        entry.rank = ranks.competition[i];
        entry.mid_rank = ranks.mid[i];
    }
    entries.sort_by_key(|entry| entry.rank);
    entries
}

fn higher_first(measure: Measure, a: &TableEntry, b: &TableEntry) -> Ordering {
    match measure {
        Measure::HighestScore => b.highest.cmp(&a.highest),
        Measure::ShareNaming | Measure::MeanScore | Measure::TopLevelCount => b.value.total_cmp(&a.value),
    }
}

#[cfg(test)]
pub(in crate::league) mod tests;
