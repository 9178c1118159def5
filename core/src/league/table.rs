//! Our own league table: which categories of risk stand highest in the register, by a measure of choice. How it
//! compares with the tables of others is next door in [`super::comparison`]; how one risk scores is decided in
//! [`crate::scale`].

use std::cmp::Ordering;

use super::rank::Ranks;
use crate::catalogue::CategoryId;
use crate::order::ordered;
use crate::register::{InForce, PartnershipId, Register, Snapshot, Stage, Status};
use crate::scale::{Score, mean_product};

/// How many categories a partnership names, as in the surveys that ask for the top five risks.
pub const NAMED_PER_PARTNERSHIP: usize = 5;

/// What a category is ranked by. Only open risks of live partnerships with a category and a current rating count.
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

/// What the table rests on. Every open risk of a live partnership is in exactly one of the first three numbers, and
/// every live partnership in one of the last two.
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

/// One open risk as a table sees it, wherever it comes from.
#[derive(Clone, Copy)]
struct OpenRisk<'a> {
    partnership: PartnershipId,
    category: Option<&'a CategoryId>,
    /// Its score on the day, if it is rated.
    score: Option<Score>,
}

impl LeagueTable {
    /// The table of a register by one measure.
    #[must_use]
    pub fn new(register: &Register, measure: Measure) -> Self {
        let in_force = InForce::of(register);
        let open = in_force.risks().iter().map(|risk| OpenRisk {
            partnership: risk.partnership,
            category: risk.category.as_ref(),
            score: register.score(risk),
        });
        let open: Vec<OpenRisk<'_>> = open.collect();
        Self::of_risks(&open, in_force.partnerships().len(), register.matrix().levels().len(), measure)
    }

    /// The table of a snapshot by one measure, as it would have stood on that day.
    #[must_use]
    pub fn of_snapshot(snapshot: &Snapshot, measure: Measure) -> Self {
        let open = snapshot.risks.iter().filter(|risk| risk.status == Status::Open);
        let open: Vec<OpenRisk<'_>> = open
            .map(|risk| OpenRisk {
                partnership: risk.partnership,
                category: risk.category.as_ref(),
                score: snapshot.score(risk, Stage::Current),
            })
            .collect();
        let live = snapshot.partnerships.iter().filter(|partnership| partnership.is_live).count();
        Self::of_risks(&open, live, snapshot.matrix.levels().len(), measure)
    }

    /// The table of these open risks, where there are so many live partnerships and the matrix has so many levels.
    fn of_risks(open: &[OpenRisk<'_>], partnerships: usize, levels: usize, measure: Measure) -> Self {
        let count = Count::of(open, partnerships, levels);
        let entries = ranked(measure, &count.entries(measure));
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

/// One risk that counts, or the highest of several in one category of one partnership.
#[derive(Clone, Copy)]
struct Counted<'a> {
    category: &'a CategoryId,
    partnership: PartnershipId,
    score: Score,
}

/// What is known of one category, all measures at once.
struct Tally<'a> {
    category: &'a CategoryId,
    risks: usize,
    /// Of likelihood times impact.
    mean: f64,
    at_top_level: usize,
    highest: Score,
    partnerships: usize,
    naming: usize,
}

struct Count<'a> {
    /// In the order of their categories' ids.
    tallies: Vec<Tally<'a>>,
    basis: Basis,
}

impl<'a> Count<'a> {
    fn of(open: &[OpenRisk<'a>], partnerships: usize, levels: usize) -> Self {
        let mut basis = Basis::default();
        let counted: Vec<Counted<'a>> = open.iter().filter_map(|risk| counted(*risk, &mut basis)).collect();
        let counted = ordered(&counted, &|a, b| a.category.cmp(b.category));
        let top_level = levels.saturating_sub(1);
        let of_one = |risks: &[Counted<'a>]| Tally::of(risks, top_level);
        let mut tallies: Vec<Tally<'a>> =
            counted.chunk_by(|a, b| a.category == b.category).map(of_one).collect();
        let by_partnership = ordered(&counted, &|a, b| a.partnership.cmp(&b.partnership));
        for risks in by_partnership.chunk_by(|a, b| a.partnership == b.partnership) {
            basis.answering += 1;
            count_named(&mut tallies, risks);
        }
        basis.silent = partnerships.saturating_sub(basis.answering);
        Self { tallies, basis }
    }

    fn entries(&self, measure: Measure) -> Vec<TableEntry> {
        let entry = |tally: &Tally<'_>| TableEntry {
            category: tally.category.clone(),
            value: tally.value(measure, self.basis.answering),
            rank: 0,
            mid_rank: 0.0,
            risks: tally.risks,
            partnerships: tally.partnerships,
            highest: tally.highest,
        };
        self.tallies.iter().map(entry).collect()
    }
}

/// A risk as it counts; of one that does not, notes why.
fn counted<'a>(risk: OpenRisk<'a>, basis: &mut Basis) -> Option<Counted<'a>> {
    let Some(score) = risk.score else {
        basis.unrated += 1;
        return None;
    };
    let Some(category) = risk.category else {
        basis.uncategorised += 1;
        return None;
    };
    basis.counted += 1;
    Some(Counted { category, partnership: risk.partnership, score })
}

/// Counts the categories that one partnership names: those whose highest risk here scores no lower than
/// the fifth of them. Its risks come in the order of their categories.
fn count_named(tallies: &mut [Tally<'_>], risks: &[Counted<'_>]) {
    let categories = risks.chunk_by(|a, b| a.category == b.category);
    let highest: Vec<Counted<'_>> = categories.map(highest).collect();
    let falling = ordered(&highest, &|a, b| b.score.cmp(&a.score));
    let lowest_named = falling[falling.len().min(NAMED_PER_PARTNERSHIP) - 1].score;
    for here in highest {
        if let Some(tally) = tallies.iter_mut().find(|tally| tally.category == here.category) {
            tally.partnerships += 1;
            tally.naming += usize::from(here.score >= lowest_named);
        }
    }
}

/// The highest of risks, of which there is one at least.
fn highest<'a>(risks: &[Counted<'a>]) -> Counted<'a> {
    risks[1..].iter().fold(risks[0], |best, risk| if risk.score > best.score { *risk } else { best })
}

impl<'a> Tally<'a> {
    /// The tally of all risks of one category, of which there is one at least.
    fn of(risks: &[Counted<'a>], top_level: usize) -> Self {
        let scores: Vec<Score> = risks.iter().map(|risk| risk.score).collect();
        Self {
            category: risks[0].category,
            risks: risks.len(),
            mean: mean_product(&scores),
            at_top_level: risks.iter().filter(|risk| risk.score.level() == top_level).count(),
            highest: highest(risks).score,
            partnerships: 0,
            naming: 0,
        }
    }

    fn value(&self, measure: Measure, answering: usize) -> f64 {
        match measure {
            Measure::ShareNaming => self.naming as f64 / answering as f64,
            Measure::MeanScore => self.mean,
            Measure::HighestScore => self.highest.product(),
            Measure::TopLevelCount => self.at_top_level as f64,
        }
    }
}

/// The entries, which come in the order of their ids, with their ranks and in order of rank.
fn ranked(measure: Measure, entries: &[TableEntry]) -> Vec<TableEntry> {
    let ranks = Ranks::by(entries.len(), &|a, b| higher_first(measure, &entries[a], &entries[b]));
    let place = |(i, entry): (usize, &TableEntry)| TableEntry {
        rank: ranks.competition[i],
        mid_rank: ranks.mid[i],
        ..entry.clone()
    };
    let placed: Vec<TableEntry> = entries.iter().enumerate().map(place).collect();
    ordered(&placed, &|a, b| a.rank.cmp(&b.rank))
}

fn higher_first(measure: Measure, a: &TableEntry, b: &TableEntry) -> Ordering {
    match measure {
        Measure::HighestScore => b.highest.cmp(&a.highest),
        Measure::ShareNaming | Measure::MeanScore | Measure::TopLevelCount => b.value.total_cmp(&a.value),
    }
}

#[cfg(test)]
pub(in crate::league) mod tests;
