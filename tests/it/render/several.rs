//! Several surveys: every figure on the screen is the core's, and each survey leads to the comparison with it.

use std::rc::Rc;

use partnership_risk::app::queries::several::{Likeness, several_of};
use partnership_risk::app::queries::surveys::SurveyFilter;
use partnership_risk_core::decimal;
use partnership_risk_core::example::marlshire;
use partnership_risk_core::league::Measure;
use partnership_risk_core::register::{Organisation, Register};
use partnership_risk_core::scale::preset::PRESETS;

use super::surveys::with_own_survey;
use crate::desk::Desk;
use crate::screen::{Screen, text};

const SEVERAL: &str = "#/benchmark/several";
const TABLE: &str = "Surveys by how much your table resembles them";

fn figure(figure: Option<f64>) -> String {
    figure.map_or("\u{2013}".to_owned(), |figure| decimal::short(figure, 3))
}

/// What the row of a survey says behind its name and who was asked.
fn expected(likeness: &Likeness) -> Vec<String> {
    let found = &likeness.resemblance;
    let overlap = found.overlap.expect("what can be compared has an overlap");
    // From two in common, any order is perfect: nothing is claimed.
    let order = |told: Option<f64>| figure(told.filter(|_| found.correlation.n >= 3));
    vec![
        format!("{} of {}", found.coverage.with_counterpart, found.coverage.total),
        overlap.k.to_string(),
        figure(Some(overlap.rank_biased.extrapolated)),
        figure(Some(overlap.average_overlap)),
        figure(Some(overlap.jaccard)),
        found.correlation.n.to_string(),
        order(found.correlation.rho),
        order(found.correlation.tau_b),
    ]
}

#[test]
fn the_figures_on_the_screen_are_the_cores_by_every_measure() {
    for desk in [Desk::with_example(), Desk::with_register(marlshire())] {
        for (name, measure) in [("share-naming", Measure::ShareNaming), ("mean-score", Measure::MeanScore)] {
            let screen = Screen::at(&desk, &format!("{SEVERAL}?measure={name}"));
            let core = several_of(desk.shared(), Some(measure), &SurveyFilter::default());
            let rows = screen.table(TABLE).rows();
            assert_eq!(rows.len(), core.found.len());
            for (row, likeness) in rows.iter().zip(&core.found) {
                assert_eq!(row[2..], expected(likeness), "{}", likeness.survey.id());
                assert_eq!(row[1], likeness.survey.about().population.trim());
            }
        }
    }
}

#[test]
fn the_most_alike_is_named_with_its_figures_and_no_claim() {
    let screen = Screen::at(&Desk::with_example(), SEVERAL);
    assert_eq!(screen.title(), "Several surveys");
    let tabs = screen.all("nav[aria-label=Benchmark] a[aria-current]");
    assert_eq!(tabs.into_iter().map(text).collect::<Vec<_>>(), ["Several surveys"]);
    let first = &screen.table(TABLE).rows()[0];
    screen.heading(&format!("Your table is most like {}", first[0]));
    screen.shows(&format!("Rank-biased overlap {}; of all that stands in either top 5", first[4]));
    screen.shows("one is always the most alike: that alone proves nothing");
    screen.shows("nothing is said of significance");
    screen.does_not_show("Take care");
}

#[test]
fn each_survey_leads_to_the_comparison_with_it_by_the_same_measure() {
    let desk = Desk::with_example();
    let screen = Screen::at(&desk, &format!("{SEVERAL}?measure=highest-score"));
    for (name, to) in screen.table(TABLE).links().into_iter().take(3) {
        assert!(to.ends_with("&measure=highest-score"), "{to}");
        let alone = Screen::at(&desk, &to);
        assert_eq!(alone.filled("Published table"), name);
        assert_eq!(alone.filled("Your table is ranked by"), "Highest score");
    }
}

#[test]
fn what_rests_on_few_places_comes_with_a_caution() {
    let screen =
        Screen::at(&Desk::with_example(), &format!("{SEVERAL}?extent=partial&measure=highest-level"));
    assert_eq!(screen.filled("Completeness"), "Partial");
    screen.shows("Take care: only 1 place could be compared.");
}

#[test]
fn ones_own_survey_is_among_them_through_ones_own_lines() {
    let screen = Screen::at(&with_own_survey(), SEVERAL);
    let rows = screen.table(TABLE).rows();
    let own = rows.iter().find(|row| row[0] == "The county: County survey, 2027").expect("it is there");
    assert!(own[2].ends_with(" of 4"), "{own:?}");
    let of_its_sector = Screen::at(&with_own_survey(), &format!("{SEVERAL}?sector=health"));
    assert_eq!(of_its_sector.table(TABLE).rows(), std::slice::from_ref(own));
    of_its_sector.does_not_show("most alike: that alone");
}

#[test]
fn a_filter_that_nothing_passes_says_so() {
    let screen = Screen::at(&Desk::with_example(), &format!("{SEVERAL}?sector=not_said"));
    screen.shows("No survey that can be compared matches.");
}

#[test]
fn an_empty_register_has_nothing_to_compare_yet() {
    let empty = Register::new(Organisation::new("Avon", Rc::new(PRESETS[0].matrix())));
    Screen::at(&Desk::with_register(empty), SEVERAL).shows("Nothing can be compared yet");
}
