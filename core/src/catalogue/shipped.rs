//! The surveys that are shipped, read once and checked. Their form in files is next door in [`survey_json`]; what the
//! values mean stands with their types. The tests load every file, so that reading them cannot fail later.

use std::cell::OnceCell;
use std::rc::Rc;

use super::data_file;
use super::survey::{Survey, SurveyId};
use super::survey_json;
use crate::json::{Picker, Value};

const SURVEY_FILES: [&str; 9] = [
    include_str!("data/surveys/alarm.json"),
    include_str!("data/surveys/zurich.json"),
    include_str!("data/surveys/public-bodies.json"),
    include_str!("data/surveys/australian-councils.json"),
    include_str!("data/surveys/aon.json"),
    include_str!("data/surveys/allianz.json"),
    include_str!("data/surveys/internal-audit.json"),
    include_str!("data/surveys/protiviti.json"),
    include_str!("data/surveys/world-economic-forum.json"),
];

thread_local! {
    static SURVEYS: OnceCell<Rc<[Rc<Survey>]>> = const { OnceCell::new() };
}

/// Every survey that is shipped, by family and then by year.
#[must_use]
pub fn surveys() -> Rc<[Rc<Survey>]> {
    SURVEYS.with(|cell| Rc::clone(cell.get_or_init(read)))
}

/// The shipped survey with this id.
#[must_use]
pub fn survey(id: &SurveyId) -> Option<Rc<Survey>> {
    surveys().iter().find(|survey| survey.id() == id).cloned()
}

fn read() -> Rc<[Rc<Survey>]> {
    let mut surveys = Vec::new();
    for file in SURVEY_FILES {
        surveys.append(&mut data_file::entries(file, read_survey));
    }
    Rc::from(surveys)
}

fn read_survey(picker: &mut Picker, value: &Value) -> Rc<Survey> {
    let (about, rows) = survey_json::read(picker, value);
    Rc::new(Survey::trusted(about, rows))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalogue::{Entry, Extent, SurveySector};
    use crate::order::ordered;

    /// Fowler, Noll and Vo's 64-bit hash, variant 1a.
    fn fnv1a(hash: u64, text: &str) -> u64 {
        text.bytes().fold(hash, |h, byte| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }

    fn entries() -> Vec<Entry> {
        surveys().iter().flat_map(|survey| survey.entries().to_vec()).collect()
    }

    #[test]
    fn every_shipped_survey_passes_the_check_of_an_entered_one() {
        for survey in surveys().iter() {
            assert_eq!(Survey::new(survey.about().clone(), survey.rows()).as_ref(), Ok(&**survey));
        }
    }

    #[test]
    fn all_surveys_are_sound_and_have_ids_of_their_own() {
        let surveys = surveys();
        let ids: BTreeSet<_> = surveys.iter().map(|survey| survey.id().clone()).collect();
        assert_eq!((surveys.len(), ids.len()), (43, 43));
        assert!(surveys.iter().all(|s| survey(s.id()).is_some_and(|found| Rc::ptr_eq(&found, s))));
        assert!(!surveys.iter().any(|survey| survey.id().as_str().starts_with("own-")));
    }

    #[test]
    fn every_survey_names_its_page_and_says_what_was_not_seen() {
        for survey in surveys().iter() {
            let about = survey.about();
            assert!(about.source.starts_with("http"), "{}", about.id);
            assert!(!about.population.is_empty() && !about.scope.is_empty(), "{}", about.id);
            assert!(about.sector != SurveySector::NotSaid, "{}", about.id);
            assert!(about.extent == Extent::Complete || !about.caveats.is_empty(), "{}", about.id);
        }
    }

    /// Counted and summed in the notes that the tables were copied from, before any row was moved here.
    #[test]
    fn no_row_was_lost_or_invented() {
        let entries = entries();
        let ranks: Vec<u32> = entries.iter().filter_map(Entry::rank).collect();
        let values: Vec<f64> = entries.iter().filter_map(Entry::value).collect();
        assert_eq!(entries.len(), 290);
        assert_eq!((ranks.len(), ranks.iter().sum::<u32>()), (258, 1418));
        assert_eq!(values.len(), 108);
        assert!((values.iter().sum::<f64>() - 2893.14).abs() < 1e-9);
    }

    /// The hash runs over `id|rank|label|hundredths` of every row, surveys in the order of their ids.
    #[test]
    fn no_word_or_figure_was_changed() {
        let surveys = surveys();
        let mut by_id: Vec<_> = surveys.iter().collect();
        by_id.sort_by(|a, b| a.id().cmp(b.id()));
        let mut hash = 0xcbf2_9ce4_8422_2325;
        for survey in by_id {
            for entry in survey.entries() {
                let rank = entry.rank().map_or_else(String::new, |rank| rank.to_string());
                let value =
                    entry.value().map_or_else(String::new, |value| (value * 100.0).round().to_string());
                hash = fnv1a(hash, &format!("{}|{rank}|{}|{value}\n", survey.id(), entry.label()));
            }
        }
        assert_eq!(hash, 0xf421_24fb_4de4_09fe);
    }

    /// The other shipped editions of a survey's series, oldest first; none for a survey that stands alone.
    fn other_editions(survey: &Survey) -> Vec<Rc<Survey>> {
        let about = survey.about();
        let is_other = |other: &&Rc<Survey>| {
            about.series.is_some() && other.about().series == about.series && other.id() != &about.id
        };
        let editions: Vec<_> = surveys().iter().filter(is_other).cloned().collect();
        ordered(&editions, &|a, b| a.about().year.cmp(&b.about().year))
    }

    #[test]
    fn editions_of_a_series_have_years_of_their_own_and_come_in_order() {
        for (id, expected) in [
            ("alarm-2006", &["alarm-2003"][..]),
            ("wef-2024-2y", &["wef-2023-2y", "wef-2025-2y", "wef-2026-2y"]),
            ("allianz-2026-uk", &[]),
        ] {
            let survey = survey(&SurveyId::new(id)).expect("a shipped survey");
            let editions: Vec<_> =
                other_editions(&survey).iter().map(|other| other.id().to_string()).collect();
            assert_eq!(editions, expected);
        }
        for survey in surveys().iter() {
            let years: BTreeSet<_> = other_editions(survey).iter().map(|other| other.about().year).collect();
            assert_eq!(years.len(), other_editions(survey).len(), "{}", survey.id());
            assert!(!years.contains(&survey.about().year) || survey.about().series.is_none());
        }
    }

    #[test]
    fn the_ties_that_were_published_are_kept() {
        let expected = [
            ("zurich-building-resilience-downsizing", vec![1, 2, 2]),
            ("risk-in-focus-2026-europe", vec![1, 2, 3, 4, 4, 10]),
            ("risk-in-focus-2024-europe", vec![1, 2, 3, 3]),
        ];
        for (id, ranks) in expected {
            let survey = survey(&SurveyId::new(id)).expect("a shipped survey");
            assert_eq!(survey.entries().iter().filter_map(Entry::rank).collect::<Vec<_>>(), ranks);
        }
    }
}
