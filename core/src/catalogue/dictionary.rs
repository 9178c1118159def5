//! What the labels of published tables mean in our categories, once for every label rather than once for every
//! table: publishers keep their words from year to year, and so far no shipped table uses a label in a sense of
//! its own. Spellings that differ only in wording count as one label. Lines that a user draws stand in the place
//! of these for their survey.

use std::cell::OnceCell;
use std::rc::Rc;

use super::category::CategoryId;
use super::crosswalk::{Crosswalk, Line};
use super::data_file;
use super::survey::{EntryId, Survey};
use crate::json::{Pick, Picker, Value, Wrong};

const LINE_FILES: [&str; 3] = [
    include_str!("data/crosswalks/public-service.json"),
    include_str!("data/crosswalks/business.json"),
    include_str!("data/crosswalks/world.json"),
];

/// Some two hundred lines in all, so that looking through them takes no longer than a tree would.
struct Dictionary {
    /// Each under the first of several wordings.
    lines: Vec<Line>,
    /// Ways of wording one label, the first one first.
    wordings: Vec<Vec<EntryId>>,
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
        let known = dictionary.line(dictionary.canonical(entry.id()))?;
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
        self.wordings.iter().find(|wordings| wordings.contains(entry)).map_or(entry, |wordings| &wordings[0])
    }

    fn line(&self, entry: &EntryId) -> Option<&Line> {
        self.lines.iter().find(|line| line.entry == *entry)
    }
}

fn dictionary() -> Rc<Dictionary> {
    DICTIONARY.with(|cell| Rc::clone(cell.get_or_init(|| Rc::new(read()))))
}

fn read() -> Dictionary {
    let mut lines = Vec::new();
    for file in LINE_FILES {
        lines.append(&mut data_file::entries(file, read_line));
    }
    Dictionary { lines, wordings: data_file::entries(include_str!("data/wordings.json"), read_wordings) }
}

/// A line is a list of label, categories and reason.
fn read_line(picker: &mut Picker, value: &Value) -> Line {
    let [label, categories, reason] = picker.got(value.list()) else {
        picker.note(Wrong::new("a line has three parts"));
        return Line { entry: EntryId::new(""), categories: Vec::new(), reason: Rc::from("") };
    };
    let categories = picker.got(categories.list());
    Line {
        entry: read_label(picker, label),
        categories: categories.iter().map(|category| CategoryId::new(picker.got(category.text()))).collect(),
        reason: Rc::from(picker.got(reason.text())),
    }
}

fn read_wordings(picker: &mut Picker, value: &Value) -> Vec<EntryId> {
    picker.got(value.list()).iter().map(|label| read_label(picker, label)).collect()
}

fn read_label(picker: &mut Picker, value: &Value) -> EntryId {
    EntryId::of_label(picker.got(value.text()))
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
        for line in &dictionary().lines {
            assert!(line.reason.ends_with('.') && !line.reason.contains(". "), "{line:?}");
            assert!(line.categories.iter().all(|id| category(id).is_some()), "{line:?}");
        }
    }

    #[test]
    fn no_line_is_written_twice_or_for_nothing() {
        let dictionary = dictionary();
        let written: BTreeSet<_> = dictionary.lines.iter().map(|line| line.entry.clone()).collect();
        assert_eq!(written.len(), dictionary.lines.len());
        let surveys = surveys();
        let labels: BTreeSet<_> =
            surveys.iter().flat_map(|s| s.entries()).map(|e| dictionary.canonical(e.id()).clone()).collect();
        assert_eq!(written, labels);
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
        assert!(dictionary().line(&id).is_some_and(|line| line.categories.is_empty()));
    }
}
