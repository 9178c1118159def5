//! Comparisons of the shipped surveys with one another and with small registers.

use super::super::table::tests::register;
use super::*;
use crate::catalogue::{CategoryId, SurveyId, shipped_crosswalk, survey, surveys};
use crate::example::fife_council;
use crate::league::{LeagueTable, Measure};
use crate::register::{Organisation, OwnCategory, Status};
use crate::scale::preset;

fn shipped(id: &str) -> Rc<Survey> {
    survey(&SurveyId::new(id)).expect("a shipped survey")
}

fn close(actual: Option<f64>, expected: f64) {
    assert!(actual.is_some_and(|actual| (actual - expected).abs() < 5e-7), "{actual:?}, not {expected}");
}

fn labels<'a>(places: impl Iterator<Item = &'a Place>) -> Vec<&'a str> {
    places.map(|place| &*place.label).collect()
}

/// Computed with SciPy 1.17.1 and from the definitions of Webber, Moffat and Zobel (2010).
#[test]
fn aon_2021_against_2025() {
    let comparison = Comparison::by_label(&shipped("aon-2021"), &shipped("aon-2025"), Depth::Ten);
    let overlap = comparison.overlap.expect("both are complete");
    assert_eq!((overlap.k, comparison.correlation.n), (10, 8));
    close(Some(overlap.jaccard), 2.0 / 3.0);
    close(Some(overlap.average_overlap), 0.846151);
    close(Some(overlap.rank_biased.extrapolated), 0.842260);
    close(comparison.correlation.rho, 0.690476);
    close(comparison.correlation.tau_b, 0.571429);
}

/// Drennan (2008): partnerships rose from fourth place to second.
#[test]
fn partnerships_rose_by_two_places_in_the_alarm_survey() {
    let comparison = Comparison::by_label(&shipped("alarm-2003"), &shipped("alarm-2006"), Depth::Five);
    let [partnerships] = &comparison.movements[..] else {
        unreachable!("one label is known of each year");
    };
    assert_eq!(partnerships.printed, (4, 2));
    assert_eq!(comparison.correlation, Correlation { n: 1, rho: None, tau_b: None });
    // The other four are unknown, so nothing can be said of overlap or of what came and went.
    assert_eq!(comparison.overlap, None);
    assert_eq!((comparison.entered().count(), comparison.left().count()), (0, 0));
}

#[test]
fn australian_councils_from_2016_to_2018() {
    let (earlier, later) = (shipped("aon-au-local-gov-2016"), shipped("aon-au-local-gov-2018"));
    let comparison = Comparison::by_label(&earlier, &later, Depth::Ten);
    assert_eq!(labels(comparison.entered()), ["Health and safety", "Cyber", "Planning decisions"]);
    assert_eq!(labels(comparison.left()), ["Population change", "Environmental", "Merger"]);
    let moved: Vec<_> = comparison
        .movements
        .iter()
        .map(|m| (&*m.labels.0, i64::from(m.printed.0) - i64::from(m.printed.1)))
        .collect();
    let expected = [
        ("Financial sustainability and stability", -1),
        ("Infrastructure", 1),
        ("Weather", -7),
        ("Asset protection", -2),
        ("Human resources", 0),
        ("Funding", -1),
        ("Reputation", 5),
    ];
    assert_eq!(moved, expected);
}

#[test]
fn a_table_with_a_gap_is_compared_down_to_the_gap_only() {
    // Ranks 6 and 8 of 2025 were not seen, nor 9 and 10 of 2024.
    let comparison = Comparison::by_label(&shipped("allianz-2024"), &shipped("allianz-2025"), Depth::Ten);
    assert_eq!(comparison.overlap.map(|overlap| overlap.k), Some(5));
    // Macroeconomic developments stood fifth and stand seventh; nobody can say that fire left the table.
    let [macroeconomic] = &comparison.high_only_in_first[..] else {
        unreachable!("four of the first five stayed among them");
    };
    assert_eq!(macroeconomic.elsewhere, Elsewhere::Lower(7));
    assert!(comparison.movements.iter().any(|m| m.printed == (5, 7)));
}

fn against(ours: &LeagueTable, survey: &Survey, depth: Depth) -> Comparison {
    let mut organisation = Organisation::new("Anytown", Rc::new(preset::of_size(5, 5)));
    let (id, name) = (CategoryId::new("ferries"), "Ferries and piers".to_owned());
    organisation.categories = vec![OwnCategory { id, name, definition: String::new() }];
    Comparison::with_survey((ours, &organisation), survey, &shipped_crosswalk(survey), depth)
}

/// Our risks: category and likelihood, in one partnership, impact 5.
fn ours(risks: &[(&str, usize)]) -> LeagueTable {
    let short: Vec<_> = risks.iter().map(|&(c, l)| (1, Some(c), Some((l, 5)), Status::Open)).collect();
    LeagueTable::new(&register(1, &short), Measure::MeanScore)
}

#[test]
fn our_table_shows_blind_spots_and_concerns_of_our_own() {
    let table = ours(&[("funding-and-finance", 5), ("service-gaps", 4), ("people-and-skills", 1)]);
    let survey = shipped("aon-au-local-gov-2018");
    let comparison = against(&table, &survey, Depth::Five);
    // The five: infrastructure (no counterpart), financial, health and safety, cyber, reputation.
    let blind = labels(comparison.high_only_in_second.iter().map(|spot| &spot.place));
    assert_eq!(blind, ["Health and safety", "Cyber", "Reputation"]);
    let own: Vec<_> =
        comparison.high_only_in_first.iter().map(|s| (&*s.place.label, s.place.rank, s.elsewhere)).collect();
    let expected = [("Service gaps", 2, Elsewhere::Absent), ("People and skills", 3, Elsewhere::Lower(6))];
    assert_eq!(own, expected);
    let unmatched: Vec<_> = comparison.second.unmatched.iter().map(|entry| &*entry.label).collect();
    assert_eq!(unmatched, ["Infrastructure", "Planning decisions"]);
    assert!(comparison.second.unmatched.iter().all(|entry| entry.reason.is_some()));
}

#[test]
fn a_category_of_our_own_is_called_by_its_name() {
    let comparison = against(&ours(&[("ferries", 5)]), &shipped("aon-au-local-gov-2018"), Depth::Five);
    assert_eq!(labels(comparison.high_only_in_first.iter().map(|spot| &spot.place)), ["Ferries and piers"]);
}

#[test]
fn the_best_placed_entry_stands_for_a_category() {
    let table = ours(&[("funding-and-finance", 5)]);
    let survey = shipped("aon-au-local-gov-2018");
    let comparison = against(&table, &survey, Depth::Ten);
    let [funding] = &comparison.movements[..] else {
        unreachable!("one category is ours");
    };
    // Financial sustainability is second and funding eighth; both are matters of funding and finance.
    assert_eq!((&*funding.labels.1, funding.printed), ("Financial sustainability and stability", (1, 2)));
    let merged: Vec<_> = comparison.second.merged.iter().map(|label| &**label).collect();
    assert_eq!(merged, ["Funding"]);
}

/// The worked example and the crosswalk read the same published rows, so they must not contradict each other.
#[test]
fn the_worked_example_is_categorised_as_its_survey_is() {
    let survey = shipped("fife-significant-risks");
    let crosswalk = shipped_crosswalk(&survey);
    let register = fife_council();
    assert_eq!(register.risks().len(), survey.entries().len());
    for (risk, entry) in register.risks().iter().zip(survey.entries()) {
        let categories = crosswalk.categories_of(entry.id());
        assert!(risk.category.as_ref().is_some_and(|id| categories.contains(id)), "{}", entry.label());
    }
}

#[test]
fn a_table_of_other_things_overlaps_with_nothing() {
    let table = ours(&[("funding-and-finance", 5), ("service-gaps", 4)]);
    let survey = shipped("wef-2026-2y");
    let comparison = against(&table, &survey, Depth::Ten);
    let overlap = comparison.overlap.expect("the ten are known");
    assert_eq!((overlap.k, overlap.jaccard, overlap.rank_biased.extrapolated), (2, 0.0, 0.0));
}

#[test]
fn a_list_without_ranks_is_listed_and_compares_to_nothing() {
    let table = ours(&[("funding-and-finance", 5)]);
    let survey = shipped("rsm-fire-register-themes");
    let comparison = against(&table, &survey, Depth::Ten);
    assert_eq!((comparison.second.unranked.len(), comparison.second.length), (13, 0));
    assert_eq!((comparison.overlap, comparison.correlation.n), (None, 0));
}

#[test]
fn an_empty_register_has_only_blind_spots() {
    let survey = shipped("aon-au-local-gov-2018");
    let comparison = against(&ours(&[]), &survey, Depth::Five);
    assert_eq!((comparison.overlap, comparison.movements.len()), (None, 0));
    assert_eq!((comparison.high_only_in_first.len(), comparison.high_only_in_second.len()), (0, 4));
}

#[test]
fn every_shipped_survey_agrees_with_itself_and_turns_round_with_any_other() {
    let surveys = surveys();
    for a in surveys.iter() {
        let itself = Comparison::by_label(a, a, Depth::Ten);
        assert!(
            itself
                .overlap
                .is_none_or(|o| (o.rank_biased.extrapolated - 1.0).abs() < 1e-12 && o.jaccard == 1.0)
        );
        assert!(itself.high_only_in_first.is_empty() && itself.correlation.rho.is_none_or(|rho| rho == 1.0));
        for b in surveys.iter() {
            let (walk_a, walk_b) = (shipped_crosswalk(a), shipped_crosswalk(b));
            for (there, back) in [
                (Comparison::by_label(a, b, Depth::Five), Comparison::by_label(b, a, Depth::Five)),
                (
                    Comparison::by_category((a, &walk_a), (b, &walk_b), Depth::Ten),
                    Comparison::by_category((b, &walk_b), (a, &walk_a), Depth::Ten),
                ),
            ] {
                assert_eq!((there.overlap, there.correlation.n), (back.overlap, back.correlation.n));
                assert_eq!(
                    (there.correlation.rho, there.correlation.tau_b),
                    (back.correlation.rho, back.correlation.tau_b)
                );
                assert_eq!(there.high_only_in_first, back.high_only_in_second);
            }
        }
    }
}
