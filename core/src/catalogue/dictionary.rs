//! What the labels of published tables mean in our categories, once for every label rather than once for every
//! table: publishers keep their words from year to year, and so far no shipped table uses a label in a sense of
//! its own. Spellings that differ only in wording count as one label. A crosswalk edited by a user replaces all
//! of this for its survey.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::category::CategoryId;
use super::crosswalk::{Crosswalk, Line};
use super::survey::{EntryId, Survey};

const LINE_FILES: [&str; 3] = [
    include_str!("data/crosswalks/public-service.json"),
    include_str!("data/crosswalks/business.json"),
    include_str!("data/crosswalks/world.json"),
];

/// Label, categories, reason.
type StoredLine = (String, Vec<String>, String);

struct Dictionary {
    /// By the first of several wordings.
    lines: BTreeMap<EntryId, Line>,
    /// From every further wording to the first.
    wordings: BTreeMap<EntryId, EntryId>,
}

thread_local! {
    static DICTIONARY: OnceCell<Rc<Dictionary>> = const { OnceCell::new() };
}

/// The crosswalk of a survey as far as its labels are known: all of them for a shipped survey, and a proposal for
/// a survey that a user adds.
#[must_use]
pub fn shipped_crosswalk(survey: &Survey) -> Crosswalk {
    let dictionary = dictionary();
    Crosswalk::from_entries(survey, |entry| {
        let known = dictionary.lines.get(dictionary.canonical(entry.id()))?;
        Some(Line { entry: entry.id().clone(), ..known.clone() })
    })
}

/// The id under which an entry is the same from survey to survey, whatever its wording.
#[must_use]
pub fn canonical(entry: &EntryId) -> EntryId {
    dictionary().canonical(entry).clone()
}

impl Dictionary {
    fn canonical<'a>(&'a self, entry: &'a EntryId) -> &'a EntryId {
        self.wordings.get(entry).unwrap_or(entry)
    }
}

fn dictionary() -> Rc<Dictionary> {
    DICTIONARY.with(|cell| Rc::clone(cell.get_or_init(|| Rc::new(read()))))
}

fn read() -> Dictionary {
    let lines = LINE_FILES.into_iter().flat_map(read_lines).map(|line| (line.entry.clone(), line)).collect();
    let wordings: Vec<Vec<String>> =
        serde_json::from_str(include_str!("data/wordings.json")).expect("a test reads the wordings");
    Dictionary { lines, wordings: wordings.iter().flat_map(|row| to_the_first(row)).collect() }
}

fn read_lines(file: &str) -> Vec<Line> {
    let stored: Vec<StoredLine> = serde_json::from_str(file).expect("a test reads every crosswalk file");
    stored.into_iter().map(line).collect()
}

fn line((label, categories, reason): StoredLine) -> Line {
    let categories = categories.iter().map(|slug| CategoryId::new(slug)).collect();
    Line { entry: EntryId::of_label(&label), categories, reason: Rc::from(reason) }
}

fn to_the_first(row: &[String]) -> Vec<(EntryId, EntryId)> {
    let Some((first, others)) = row.split_first() else {
        return Vec::new();
    };
    others.iter().map(|label| (EntryId::of_label(label), EntryId::of_label(first))).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::category::category;
    use super::super::shipped::surveys;
    use super::*;

    #[test]
    fn every_entry_of_every_shipped_survey_has_a_sound_line() {
        for survey in surveys().iter() {
            let crosswalk = shipped_crosswalk(survey);
            assert_eq!(crosswalk.lines().len(), survey.entries().len(), "{}", survey.id());
            assert_eq!(Crosswalk::new(survey, crosswalk.lines().to_vec()).as_ref(), Ok(&crosswalk));
        }
    }

    #[test]
    fn every_line_gives_one_sentence_and_known_categories() {
        for line in dictionary().lines.values() {
            assert!(line.reason.ends_with('.') && !line.reason.contains(". "), "{line:?}");
            assert!(line.categories.iter().all(|id| category(id).is_some()), "{line:?}");
        }
    }

    #[test]
    fn no_line_is_written_twice_or_for_nothing() {
        let dictionary = dictionary();
        let written: usize = LINE_FILES.iter().map(|file| read_lines(file).len()).sum();
        assert_eq!(written, dictionary.lines.len());
        let surveys = surveys();
        let labels: BTreeSet<_> =
            surveys.iter().flat_map(|s| s.entries()).map(|e| dictionary.canonical(e.id()).clone()).collect();
        assert_eq!(dictionary.lines.keys().cloned().collect::<BTreeSet<_>>(), labels);
    }

    #[test]
    fn a_survey_never_holds_two_wordings_of_one_label() {
        for survey in surveys().iter() {
            let labels: BTreeSet<_> = survey.entries().iter().map(|entry| canonical(entry.id())).collect();
            assert_eq!(labels.len(), survey.entries().len(), "{}", survey.id());
        }
    }

    #[test]
    fn partnerships_as_a_whole_have_no_single_category() {
        let id = EntryId::of_label("Partnerships");
        assert!(dictionary().lines.get(&id).is_some_and(|line| line.categories.is_empty()));
    }
}
