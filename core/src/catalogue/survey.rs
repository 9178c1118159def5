//! A published league table of risks: who asked whom what and when, and the rows as far as they were seen.
//! A table with gaps stays a table with gaps. What is wrong with a table is worded in [`super::survey_check`];
//! how its rows relate to categories is the business of [`super::Crosswalk`].

use std::rc::Rc;

use super::slug::{slug, slug_id};
use super::survey_check::{self, SurveyProblem};
use crate::order::ordered;

slug_id! {
    /// The stable name of a survey, such as `aon-2025`.
    SurveyId
}

slug_id! {
    /// The stable name of an entry within its survey: the slug of its label.
    EntryId
}

impl EntryId {
    /// The id of the entry with this label; empty when the label holds no letter or digit.
    #[must_use]
    pub fn of_label(label: &str) -> Self {
        Self::new(&slug(label))
    }
}

/// What the values of a table are. Percentages are comparable only within one table, since the choices offered
/// and the number allowed differ; nothing here offers to compare them across tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// The share of respondents who named the risk, in per cent.
    PercentNaming,
    /// Places only.
    Rank,
    /// A mean score on the survey's own scale.
    MeanScore,
}

impl Unit {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::PercentNaming, Self::Rank, Self::MeanScore];
}

/// How much of the table was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Every row that was published, each with its rank.
    Complete,
    /// Some rows.
    Partial,
}

impl Extent {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Complete, Self::Partial];
}

/// On whose word the rows rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The publisher's own page or document, or a copy of it.
    Publisher,
    /// Somebody else's report of it, as in the press.
    Secondary,
}

impl Origin {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Publisher, Self::Secondary];
}

/// Everything about a survey except its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its name in links and files.
    pub id: SurveyId,
    /// What the publisher calls it.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The series it is an edition of, where the same question was asked of the same kind of people again; only
    /// editions of one series make a trend.
    pub series: Option<String>,
    /// The year it bears, where it bears one.
    pub year: Option<u16>,
    /// Who was asked.
    pub population: String,
    /// How many answered, where it is known; registers or reports read, where nobody was asked.
    pub respondents: Option<u32>,
    /// The sector and places it speaks of.
    pub scope: String,
    /// What was asked, in our words.
    pub question: String,
    /// How many risks one respondent may name, where it is known.
    pub choices: Option<u8>,
    /// What the values are.
    pub unit: Unit,
    /// Where it was read: an address, or a citation for a table entered by hand.
    pub source: String,
    /// How much of it was seen.
    pub extent: Extent,
    /// On whose word it rests.
    pub origin: Origin,
    /// What a reader must know before relying on it; may be empty.
    pub caveats: String,
}

/// One row as typed or read, unchecked.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its place, 1 for the first; equal places are ties, and the next place after a tie of two is two further.
    pub rank: Option<u32>,
    /// The risk in the survey's words.
    pub label: String,
    /// Its value in the survey's unit.
    pub value: Option<f64>,
}

/// One checked row of a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    id: EntryId,
    rank: Option<u32>,
    label: Rc<str>,
    value: Option<f64>,
}

impl Entry {
    /// Its name within the survey.
    #[must_use]
    pub fn id(&self) -> &EntryId {
        &self.id
    }

    /// Its place, 1 for the first, where it is known.
    #[must_use]
    pub fn rank(&self) -> Option<u32> {
        self.rank
    }

    /// The risk in the survey's words.
    #[must_use]
    pub fn label(&self) -> &Rc<str> {
        &self.label
    }

    /// Its value in the survey's unit, where it is known. Not comparable with another survey's.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        self.value
    }
}

/// A checked survey: ids are unique, ranks and values agree, and a complete table has no gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    about: About,
    entries: Vec<Entry>,
}

impl Survey {
    /// A survey from its description and rows, or everything that is wrong with them, rows named.
    /// Where every row has a value and none a rank, the ranks follow from the values.
    pub fn new(about: About, mut rows: Vec<Row>) -> Result<Self, Vec<SurveyProblem>> {
        rank_by_value(&mut rows);
        let problems = survey_check::problems(&about, &rows);
        if problems.is_empty() { Ok(Self::trusted(about, rows)) } else { Err(problems) }
    }

    /// A survey that the tests have checked, so that the page need not.
    pub(super) fn trusted(about: About, mut rows: Vec<Row>) -> Self {
        rank_by_value(&mut rows);
        Self { about, entries: rows.into_iter().map(entry).collect() }
    }

    /// Who asked whom what, and how it was read.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Its name.
    #[must_use]
    pub fn id(&self) -> &SurveyId {
        &self.about.id
    }

    /// The rows in the order of the table.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The row with this id.
    #[must_use]
    pub fn entry(&self, id: &EntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == *id)
    }

    /// How many rows are known from the first place on without a gap: 5 for the places 1, 2, 3, 4, 4, 10.
    /// Down to this place one can say that a risk is *not* in the table; below it one cannot.
    #[must_use]
    pub fn known_depth(&self) -> usize {
        let ranks: Vec<u32> = self.entries.iter().filter_map(Entry::rank).collect();
        let ranks = ordered(&ranks, &Ord::cmp);
        let mut better = 0;
        let mut depth = 0;
        for (i, &rank) in ranks.iter().enumerate() {
            if i > 0 && rank != ranks[i - 1] {
                better = i;
            }
            if rank as usize != better + 1 {
                break;
            }
            depth = i + 1;
        }
        depth
    }
}

fn entry(row: Row) -> Entry {
    let label = row.label.trim();
    Entry { id: EntryId::of_label(label), rank: row.rank, label: Rc::from(label), value: row.value }
}

/// Gives each row the place that its value implies, if no row has a place and every row a value.
fn rank_by_value(rows: &mut [Row]) {
    if rows.iter().any(|row| row.rank.is_some() || row.value.is_none()) {
        return;
    }
    let values: Vec<f64> = rows.iter().filter_map(|row| row.value).collect();
    for (row, value) in rows.iter_mut().zip(&values) {
        let better = values.iter().filter(|other| *other > value).count();
        row.rank = u32::try_from(better + 1).ok();
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A sound description to build a test's survey on.
    pub(in crate::catalogue) fn about(unit: Unit, extent: Extent) -> About {
        About {
            id: SurveyId::new("test"),
            title: "Test".into(),
            publisher: "Nobody".into(),
            series: None,
            year: Some(2020),
            population: "No one".into(),
            respondents: None,
            scope: "Nowhere".into(),
            question: "What".into(),
            choices: None,
            unit,
            source: "a test".into(),
            extent,
            origin: Origin::Publisher,
            caveats: String::new(),
        }
    }

    /// Rows in the short form `(rank, label, value)`.
    pub(in crate::catalogue) fn rows(short: &[(Option<u32>, &str, Option<f64>)]) -> Vec<Row> {
        short.iter().map(|&(rank, label, value)| Row { rank, label: label.into(), value }).collect()
    }

    fn ranked(ranks: &[u32]) -> Survey {
        let rows = ranks.iter().enumerate().map(|(i, &rank)| Row {
            rank: Some(rank),
            label: format!("row {i}"),
            value: None,
        });
        Survey::new(about(Unit::Rank, Extent::Partial), rows.collect()).expect("sound ranks")
    }

    #[test]
    fn the_known_depth_ends_at_the_first_gap() {
        for (ranks, depth) in [
            (&[1, 2, 3][..], 3),
            (&[1, 2, 3, 4, 4, 10], 5),
            (&[2], 0),
            (&[4, 1, 21], 1),
            (&[1, 1, 3], 3),
            (&[1, 1, 4], 2),
        ] {
            assert_eq!(ranked(ranks).known_depth(), depth, "{ranks:?}");
        }
    }

    #[test]
    fn ranks_follow_from_values_when_none_is_given() {
        let short = [(None, "a", Some(10.0)), (None, "b", Some(30.0)), (None, "c", Some(10.0))];
        let survey = Survey::new(about(Unit::PercentNaming, Extent::Partial), rows(&short)).expect("sound");
        let ranks: Vec<_> = survey.entries().iter().map(Entry::rank).collect();
        assert_eq!(ranks, [Some(2), Some(1), Some(2)]);
    }

    #[test]
    fn an_unranked_row_among_ranked_ones_stays_unranked() {
        let short = [(Some(1), "a", Some(30.0)), (None, "b", Some(10.0))];
        let survey = Survey::new(about(Unit::PercentNaming, Extent::Partial), rows(&short)).expect("sound");
        assert_eq!(survey.entries()[1].rank(), None);
        assert_eq!(survey.entry(&EntryId::of_label("B")).map(Entry::value), Some(Some(10.0)));
    }
}
