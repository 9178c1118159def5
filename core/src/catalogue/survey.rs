//! A published league table of risks: who asked whom what and when, and the rows as far as they were seen.
//! A table with gaps stays a table with gaps. What is wrong with a table is worded in [`super::survey_check`];
//! how its rows relate to categories is the business of [`super::Crosswalk`].

use std::rc::Rc;

use super::slug::{slug, slug_id};
use super::survey_check::{self, SurveyProblem};
use crate::choice::choices;
use crate::decimal;
use crate::order::ordered;

slug_id! {
    /// The stable name of a survey, such as `aon-2025`.
    SurveyId
}

slug_id! {
    /// The stable name of an entry within its survey: the slug of its label.
    EntryId
}

/// What the names of surveys begin with that a body has added: no shipped one ever does, in no version.
const OWN: &str = "own-";

impl SurveyId {
    /// The name of a survey that a body adds, made of its title; `is_taken` tells the names that are not free.
    /// It holds small letters from a to z, digits and hyphens, so that it can stand in an address as it is.
    #[must_use]
    pub fn own(title: &str, is_taken: impl Fn(&Self) -> bool) -> Self {
        let stem: String = slug(title).chars().filter(char::is_ascii).take(60).collect();
        let stem = [OWN, stem.trim_matches('-')].concat();
        let stem = if stem == OWN { [OWN, "survey"].concat() } else { stem };
        let numbered = (2_usize..).map(|n| Self::new(&format!("{stem}-{n}")));
        let mut ids = std::iter::once(Self::new(&stem)).chain(numbered);
        ids.find(|id| !is_taken(id)).unwrap_or_else(|| Self::new(&stem))
    }

    /// Whether it is the name of a survey that a body has added.
    #[must_use]
    pub fn is_own(&self) -> bool {
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        self.as_str().strip_prefix(OWN).is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_plain))
    }
}

impl EntryId {
    /// The id of the entry with this label; empty when the label holds no letter or digit.
    #[must_use]
    pub fn of_label(label: &str) -> Self {
        Self::new(&slug(label))
    }
}

choices! {
    /// What the values of a table are. Percentages are comparable only within one table, since the choices offered
    /// and the number allowed differ; nothing here offers to compare them across tables.
    Unit default PercentNaming {
        /// The share of respondents who named the risk, in per cent.
        PercentNaming = "percent_naming", "Per cent who named the risk";
        /// Places only.
        Rank = "rank", "Places only";
        /// A mean score on the survey's own scale.
        MeanScore = "mean_score", "Mean scores";
    }
}

choices! {
    /// How much of the table was seen.
    Extent default Complete {
        /// Every row that was published, each with its rank.
        Complete = "complete", "Complete";
        /// Some rows.
        Partial = "partial", "Partial";
    }
}

choices! {
    /// On whose word the rows rest.
    Origin default Publisher {
        /// The publisher's own page or document, or a copy of it.
        Publisher = "publisher", "The publisher\u{2019}s own page or document";
        /// Somebody else's report of it, as in the press.
        Secondary = "secondary", "Somebody else\u{2019}s report of it";
    }
}

choices! {
    /// What kind of bodies those belong to who were asked, or of whom the table speaks.
    SurveySector default NotSaid {
        /// Councils and their like.
        LocalGovernment = "local_government", "Local government";
        /// Police, fire and rescue, and ambulances.
        EmergencyServices = "emergency_services", "Emergency services";
        /// Bodies of health and care.
        Health = "health", "Health";
        /// Other public bodies, or public bodies of several kinds.
        PublicSector = "public_sector", "Wider public sector";
        /// Charities and other voluntary bodies.
        Charities = "charities", "Charities";
        /// Companies, perhaps with some public bodies and charities among them.
        Business = "business", "Mostly business";
        /// Companies, public bodies and others together.
        AcrossSectors = "across_sectors", "Across sectors";
        /// It was not said.
        NotSaid = "not_said", "Not said";
    }
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
    /// The bodies and places it speaks of, in words.
    pub scope: String,
    /// What kind of bodies these are.
    pub sector: SurveySector,
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

impl Row {
    /// Its value as people write it, to the sixth decimal at most; empty where it is not known.
    #[must_use]
    pub fn figure(&self) -> String {
        self.value.map(|value| decimal::short(value, DECIMALS)).unwrap_or_default()
    }
}

/// One checked row of a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    id: EntryId,
    rank: Option<u32>,
    label: Rc<str>,
    value: Option<f64>,
}

/// A checked value is never NaN.
impl Eq for Entry {}

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

/// To how many decimals a value is kept.
const DECIMALS: usize = 6;

/// The most rows of a table; published ones have at most some dozens.
pub const MOST_ENTRIES: usize = 500;

/// A checked survey: ids are unique, ranks and values agree, and a complete table has no gap. Values are kept to the
/// sixth decimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    about: About,
    entries: Vec<Entry>,
}

impl Survey {
    /// A survey from its description and rows, or everything that is wrong with them, rows named.
    /// Where every row has a value and none a rank, the ranks follow from the values.
    pub fn new(about: About, mut rows: Vec<Row>) -> Result<Self, Vec<SurveyProblem>> {
        if rows.len() > MOST_ENTRIES {
            return Err(vec![SurveyProblem::TooManyRows(rows.len())]);
        }
        complete(&mut rows);
        let problems = survey_check::problems(&about, &rows);
        if problems.is_empty() { Ok(Self::trusted(about, rows)) } else { Err(problems) }
    }

    /// A survey that the tests have checked, so that the page need not.
    pub(super) fn trusted(about: About, mut rows: Vec<Row>) -> Self {
        complete(&mut rows);
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

    /// The rows as they were entered, with the places that followed from their values.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let row =
            |entry: &Entry| Row { rank: entry.rank, label: entry.label.to_string(), value: entry.value };
        self.entries.iter().map(row).collect()
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

/// Rounds what is finer than is kept, and fills in the places that values imply.
fn complete(rows: &mut [Row]) {
    let unit = decimal::power_of_ten(DECIMALS);
    let kept = |value: f64| (value * unit).round() / unit;
    rows.iter_mut().for_each(|row| row.value = row.value.map(kept));
    rank_by_value(rows);
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
            sector: SurveySector::NotSaid,
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
    fn a_name_of_ones_own_is_free_plain_and_told_from_the_shipped_ones() {
        let taken = SurveyId::new("own-top-risks-2027");
        let named = |title: &str| SurveyId::own(title, |id| *id == taken).to_string();
        for (title, id) in [
            ("Top risks, 2027", "own-top-risks-2027-2"),
            ("Übersicht", "own-bersicht"),
            ("?!", "own-survey"),
            ("a/b?c", "own-a-b-c"),
        ] {
            assert_eq!(named(title), id);
            assert!(SurveyId::new(id).is_own(), "{id}");
        }
        for id in ["aon-2025", "own-", "own-a/b", "own-A", "own-\u{fc}"] {
            assert!(!SurveyId::new(id).is_own(), "{id}");
        }
    }

    #[test]
    fn values_are_kept_to_the_sixth_decimal_and_rows_come_back_as_they_were() {
        let short = [(Some(1), "a", Some(2.000_000_4)), (Some(1), "b", Some(2.0))];
        let survey = Survey::new(about(Unit::MeanScore, Extent::Complete), rows(&short)).expect("sound");
        assert_eq!(survey.entries()[0].value(), Some(2.0));
        assert_eq!(Survey::new(survey.about().clone(), survey.rows()), Ok(survey));
    }

    #[test]
    fn an_unranked_row_among_ranked_ones_stays_unranked() {
        let short = [(Some(1), "a", Some(30.0)), (None, "b", Some(10.0))];
        let survey = Survey::new(about(Unit::PercentNaming, Extent::Partial), rows(&short)).expect("sound");
        assert_eq!(survey.entries()[1].rank(), None);
        assert_eq!(survey.entry(&EntryId::of_label("B")).map(Entry::value), Some(Some(10.0)));
    }
}
