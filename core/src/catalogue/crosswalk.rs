//! From the entries of a survey to our categories and back, many to many, each line with its reason. An entry
//! may have no counterpart, which is a finding and carries a reason too; an entry without a line was not
//! looked at. The lines that are shipped come from [`super::dictionary`].

use std::fmt;
use std::rc::Rc;

use super::category::CategoryId;
use super::survey::{Entry, EntryId, MOST_ENTRIES, Survey};

/// One survey entry and the categories that mean the same or part of the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The entry.
    pub entry: EntryId,
    /// Its categories; none says that there is no counterpart.
    pub categories: Vec<CategoryId>,
    /// Why, in one sentence.
    pub reason: Rc<str>,
}

/// One thing that is wrong with a crosswalk. The entry is named by its label or, where that is not known, by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CrosswalkProblem {
    /// The survey has no such entry.
    UnknownEntry(String),
    /// The entry has two lines.
    RepeatedEntry(String),
    /// The line names a category twice.
    RepeatedCategory(String, CategoryId),
    /// The line gives no reason.
    NoReason(String),
    /// There are more lines, or more categories in one line, than a league table has entries.
    TooMany,
}

impl fmt::Display for CrosswalkProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownEntry(entry) => write!(f, "the survey has no entry \u{201c}{entry}\u{201d}"),
            Self::RepeatedEntry(entry) => write!(f, "\u{201c}{entry}\u{201d} has two lines"),
            Self::RepeatedCategory(entry, category) => {
                write!(f, "\u{201c}{entry}\u{201d} names \u{201c}{category}\u{201d} twice")
            }
            Self::NoReason(entry) => write!(f, "\u{201c}{entry}\u{201d} gives no reason"),
            Self::TooMany => write!(f, "it has more than {MOST_ENTRIES} lines, or categories in one line"),
        }
    }
}

impl std::error::Error for CrosswalkProblem {}

/// How far a crosswalk reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Entries with at least one category.
    pub with_counterpart: usize,
    /// Entries that were looked at and have none.
    pub without_counterpart: usize,
    /// Entries of the survey.
    pub total: usize,
}

/// The lines between one survey and our categories, shipped or edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crosswalk {
    lines: Vec<Line>,
    total: usize,
}

/// Everything that is wrong with lines by themselves, whichever entries the survey has; where it is known, it tells
/// what the entries are called.
#[must_use]
pub fn line_problems(lines: &[Line], survey: Option<&Survey>) -> Vec<CrosswalkProblem> {
    let is_flood = |line: &Line| line.categories.len() > MOST_ENTRIES;
    if lines.len() > MOST_ENTRIES || lines.iter().any(is_flood) {
        return vec![CrosswalkProblem::TooMany];
    }
    let mut problems = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        check(&lines[..i], line, &|| called(survey, &line.entry), &mut problems);
    }
    problems
}

impl Crosswalk {
    /// A crosswalk for `survey`, or everything that is wrong with its lines. Entries may be left out; categories
    /// need not be built in, since users add their own.
    pub fn new(survey: &Survey, lines: Vec<Line>) -> Result<Self, Vec<CrosswalkProblem>> {
        let mut problems = line_problems(&lines, Some(survey));
        let unknown = lines.iter().filter(|line| survey.entry(&line.entry).is_none());
        problems.extend(unknown.map(|line| CrosswalkProblem::UnknownEntry(line.entry.to_string())));
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self { lines, total: survey.entries().len() })
    }

    /// A crosswalk with one line for each entry on which `line` has something to say: reason and categories.
    pub(super) fn from_entries(survey: &Survey, line: impl Fn(&Entry) -> Option<Line>) -> Self {
        Self { lines: survey.entries().iter().filter_map(line).collect(), total: survey.entries().len() }
    }

    /// This crosswalk of a survey with lines of a body's own in the place of those of the same entries, or beside
    /// them; lines about entries that the survey does not have are passed over.
    #[must_use]
    pub fn with_own(&self, survey: &Survey, own: &[Line]) -> Self {
        let own = |entry: &Entry| own.iter().find(|line| line.entry == *entry.id());
        Self::from_entries(survey, |entry| own(entry).or_else(|| self.line(entry.id())).cloned())
    }

    /// The lines that are not those of this crosswalk: what of an edited one has to be kept.
    #[must_use]
    pub fn differing(&self, lines: &[Line]) -> Vec<Line> {
        lines.iter().filter(|line| self.line(&line.entry) != Some(line)).cloned().collect()
    }

    /// Every line.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The line of an entry, if it was looked at.
    #[must_use]
    pub fn line(&self, entry: &EntryId) -> Option<&Line> {
        self.lines.iter().find(|line| line.entry == *entry)
    }

    /// The categories of an entry; none where it has no counterpart or was not looked at.
    #[must_use]
    pub fn categories_of(&self, entry: &EntryId) -> &[CategoryId] {
        self.line(entry).map_or(&[], |line| &line.categories)
    }

    /// The entries of a category.
    pub fn entries_of<'a>(&'a self, category: &'a CategoryId) -> impl Iterator<Item = &'a EntryId> {
        self.lines.iter().filter(|line| line.categories.contains(category)).map(|line| &line.entry)
    }

    /// How far it reaches.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        let with_counterpart = self.lines.iter().filter(|line| !line.categories.is_empty()).count();
        let without_counterpart = self.lines.len() - with_counterpart;
        Coverage { with_counterpart, without_counterpart, total: self.total }
    }
}

/// What people call an entry: its label or, where that is not known, its id.
fn called(survey: Option<&Survey>, id: &EntryId) -> String {
    let entry = survey.and_then(|survey| survey.entry(id));
    entry.map_or_else(|| id.to_string(), |entry| entry.label().to_string())
}

fn check(earlier: &[Line], line: &Line, name: &dyn Fn() -> String, problems: &mut Vec<CrosswalkProblem>) {
    let Line { entry, categories, reason } = line;
    if earlier.iter().any(|other| other.entry == *entry) {
        problems.push(CrosswalkProblem::RepeatedEntry(name()));
    }
    for (i, category) in categories.iter().enumerate() {
        if categories[..i].contains(category) {
            problems.push(CrosswalkProblem::RepeatedCategory(name(), category.clone()));
        }
    }
    if reason.trim().is_empty() {
        problems.push(CrosswalkProblem::NoReason(name()));
    }
}

#[cfg(test)]
mod tests {
    use super::super::survey::tests::{about, rows};
    use super::super::survey::{Extent, Unit};
    use super::*;

    fn survey() -> Survey {
        let short = [(Some(1), "Storm and fire", None), (Some(2), "Money", None), (Some(3), "War", None)];
        Survey::new(about(Unit::Rank, Extent::Complete), rows(&short)).expect("a sound table")
    }

    fn line(entry: &str, categories: &[&str], reason: &str) -> Line {
        let categories = categories.iter().map(|slug| CategoryId::new(slug)).collect();
        Line { entry: EntryId::new(entry), categories, reason: Rc::from(reason) }
    }

    #[test]
    fn lines_are_found_from_either_side() {
        let lines = vec![
            line("storm-and-fire", &["weather", "loss"], "Both."),
            line("money", &["loss"], "Part."),
            line("war", &[], "Nothing like it."),
        ];
        let crosswalk = Crosswalk::new(&survey(), lines).expect("sound lines");
        let loss = CategoryId::new("loss");
        let entries: Vec<_> = crosswalk.entries_of(&loss).map(EntryId::as_str).collect();
        assert_eq!(entries, ["storm-and-fire", "money"]);
        assert_eq!(crosswalk.categories_of(&EntryId::new("money")), [loss]);
        assert!(crosswalk.categories_of(&EntryId::new("war")).is_empty());
        let expected = Coverage { with_counterpart: 2, without_counterpart: 1, total: 3 };
        assert_eq!(crosswalk.coverage(), expected);
    }

    #[test]
    fn own_lines_stand_in_the_place_of_shipped_ones_and_going_back_leaves_nothing() {
        let shipped = vec![line("storm-and-fire", &["weather"], "One."), line("money", &[], "None.")];
        let shipped = Crosswalk::new(&survey(), shipped).expect("sound lines");
        let own =
            [line("war", &["loss"], "Ours."), line("money", &["loss"], "Ours."), line("gone", &[], "x")];
        let both = shipped.with_own(&survey(), &own);
        let told: Vec<_> = both.lines().iter().map(|line| (line.entry.as_str(), &*line.reason)).collect();
        assert_eq!(told, [("storm-and-fire", "One."), ("money", "Ours."), ("war", "Ours.")]);
        assert_eq!(shipped.differing(both.lines()), [own[1].clone(), own[0].clone()]);
        assert!(shipped.differing(shipped.with_own(&survey(), &[]).lines()).is_empty());
    }

    #[test]
    fn a_flood_of_lines_or_categories_is_one_problem() {
        let id = CategoryId::new("a");
        let wide = Line { categories: vec![id; 100_000], ..line("money", &[], "x") };
        for flood in [vec![line("money", &[], "x"); 100_000], vec![wide]] {
            assert_eq!(line_problems(&flood, None), [CrosswalkProblem::TooMany]);
        }
    }

    #[test]
    fn every_problem_is_reported_with_its_entry() {
        let lines = vec![
            line("money", &["loss", "loss"], "x"),
            line("money", &[], " "),
            line("plague", &["health"], "x"),
        ];
        let problems = Crosswalk::new(&survey(), lines).err().unwrap_or_default();
        let messages: Vec<_> = problems.iter().map(ToString::to_string).collect();
        let expected = [
            "\u{201c}Money\u{201d} names \u{201c}loss\u{201d} twice",
            "\u{201c}Money\u{201d} has two lines",
            "\u{201c}Money\u{201d} gives no reason",
            "the survey has no entry \u{201c}plague\u{201d}",
        ];
        assert_eq!(messages, expected);
    }
}
