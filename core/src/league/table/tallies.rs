//! What each partnership says of each category, counted once: the table by any measure is made of it, and so is the
//! table of any other draw of the same partnerships. Which risks may count is picked next door in `scope`.

use super::measure::{Measure, Standing, higher_first};
use super::scope::{Gathered, OpenRisk, Rated, Scope};
use super::tally::Tally;
use super::{Basis, LeagueTable, NAMED_PER_PARTNERSHIP, TableEntry};
use crate::catalogue::CategoryId;
use crate::league::rank::Ranks;
use crate::order::{order_by, ordered};
use crate::register::PartnershipId;

/// What one partnership says: the places of categories with its risks, and what these come to.
type Said = Vec<(usize, Tally)>;

/// What each partnership says of each category.
pub(in crate::league) struct Tallies {
    /// The categories with a counted risk, in the order of their ids.
    categories: Vec<CategoryId>,
    /// What each partnership that answered says, in the order of their ids.
    said: Vec<Said>,
    basis: Basis,
    /// The measures that can be told.
    measures: Vec<Measure>,
}

/// One risk that counts.
#[derive(Clone, Copy)]
struct Counted<'a> {
    category: &'a CategoryId,
    partnership: PartnershipId,
    rated: Rated,
}

impl Tallies {
    /// What the partnerships of a scope say.
    pub(in crate::league) fn of(scope: Scope<'_>) -> Self {
        let Gathered { risks, live, unplaced } = scope.gathered();
        let mut basis = Basis { unplaced, ..Basis::default() };
        let counted: Vec<Counted<'_>> = risks.iter().filter_map(|risk| counted(*risk, &mut basis)).collect();
        let counted =
            ordered(&counted, &|a, b| (a.partnership, a.category).cmp(&(b.partnership, b.category)));
        let categories = categories_of(&counted);
        let by_partnership = counted.chunk_by(|a, b| a.partnership == b.partnership);
        let said: Vec<Said> = by_partnership.map(|risks| said(risks, &categories)).collect();
        basis.answering = said.len();
        basis.silent = live.saturating_sub(said.len());
        Self { categories, said, basis, measures: scope.measures().collect() }
    }

    /// The measures that can be told, in the order they are offered.
    pub(in crate::league) fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The table by one measure; without a line where the measure cannot be told.
    pub(in crate::league) fn table(&self, measure: Measure) -> LeagueTable {
        let entries = if self.measures.contains(&measure) { self.entries(measure) } else { Vec::new() };
        LeagueTable { measure, entries, basis: self.basis }
    }

    fn entries(&self, measure: Measure) -> Vec<TableEntry> {
        let tallies = self.all();
        let ranks = self.ranks(measure, &tallies);
        let order = order_by(tallies.len(), &|a, b| ranks.competition[a].cmp(&ranks.competition[b]));
        let entry = |place: usize| {
            let tally = &tallies[place];
            let Standing { value, highest } = self.standing(measure, tally)?;
            Some(TableEntry {
                category: self.categories[place].clone(),
                value,
                rank: ranks.competition[place],
                mid_rank: ranks.mid[place],
                risks: tally.risks(),
                partnerships: tally.partnerships(),
                naming: tally.naming(),
                highest,
            })
        };
        order.into_iter().filter_map(entry).collect()
    }

    /// The categories, in the order of their ids.
    pub(super) fn categories(&self) -> &[CategoryId] {
        &self.categories
    }

    /// How many partnerships answered.
    pub(super) fn answering(&self) -> usize {
        self.said.len()
    }

    /// How many tallies there are in all: what it costs to add them up.
    pub(super) fn size(&self) -> usize {
        self.said.iter().map(Vec::len).sum()
    }

    /// What each category comes to.
    pub(super) fn all(&self) -> Vec<Tally> {
        let mut sums = vec![Tally::default(); self.categories.len()];
        self.add_up(&vec![1; self.said.len()], &mut sums);
        sums
    }

    /// What each category comes to where each partnership answers as often as `times` says.
    pub(super) fn add_up(&self, times: &[u32], sums: &mut [Tally]) {
        sums.fill(Tally::default());
        for (said, times) in self.said.iter().zip(times).filter(|(_, times)| **times > 0) {
            for (category, tally) in said {
                sums[*category].add(tally, *times);
            }
        }
    }

    /// Where a category stands, if as many answered as did.
    pub(super) fn standing(&self, measure: Measure, tally: &Tally) -> Option<Standing> {
        tally.standing(measure, self.said.len())
    }

    /// The places of the categories with these tallies; one without a risk stands behind all others.
    pub(super) fn ranks(&self, measure: Measure, tallies: &[Tally]) -> Ranks {
        let standings: Vec<_> = tallies.iter().map(|tally| self.standing(measure, tally)).collect();
        Ranks::by(standings.len(), &|a, b| higher_first(measure, standings[a], standings[b]))
    }
}

/// A risk as it counts; of one that does not, notes why.
fn counted<'a>(risk: OpenRisk<'a>, basis: &mut Basis) -> Option<Counted<'a>> {
    let Some(rated) = risk.rated else {
        basis.unrated += 1;
        return None;
    };
    let Some(category) = risk.category else {
        basis.uncategorised += 1;
        return None;
    };
    basis.counted += 1;
    Some(Counted { category, partnership: risk.partnership, rated })
}

/// The categories of risks, each once, in the order of their ids.
fn categories_of(risks: &[Counted<'_>]) -> Vec<CategoryId> {
    let all: Vec<&CategoryId> = risks.iter().map(|risk| risk.category).collect();
    ordered(&all, &Ord::cmp).chunk_by(|a, b| a == b).map(|same| same[0].clone()).collect()
}

/// What one partnership says with its risks, which come in the order of their categories.
fn said(risks: &[Counted<'_>], categories: &[CategoryId]) -> Said {
    let tally = |risks: &[Counted<'_>]| {
        let place = categories.binary_search(risks[0].category).ok()?;
        Some((place, Tally::of(risks.iter().map(|risk| risk.rated))))
    };
    let mut said: Said = risks.chunk_by(|a, b| a.category == b.category).filter_map(tally).collect();
    name_the_highest(&mut said);
    said
}

/// Names the categories whose highest risk scores no lower here than the fifth of them.
fn name_the_highest(said: &mut Said) {
    let falling = order_by(said.len(), &|a, b| said[b].1.highest().cmp(&said[a].1.highest()));
    let Some(last) = falling.get(falling.len().min(NAMED_PER_PARTNERSHIP).saturating_sub(1)) else { return };
    let lowest_named = said[*last].1.highest();
    for (_, tally) in said.iter_mut().filter(|(_, tally)| tally.highest() >= lowest_named) {
        tally.name();
    }
}
