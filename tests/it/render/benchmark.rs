//! The benchmark: every figure on the screen is the core's.

use partnership_risk::app::queries::benchmark::{benchmark_of, comparable};
use partnership_risk_core::league::Measure;

use crate::desk::Desk;
use crate::screen::Screen;

const AGREEMENT: &str = "Measures of agreement, overlap first";
const OWN_TABLE: &str = "Categories of risk in order";
const MEASURES: [(&str, Measure); 5] = [
    ("share-naming", Measure::ShareNaming),
    ("mean-score", Measure::MeanScore),
    ("highest-score", Measure::HighestScore),
    ("highest-level", Measure::TopLevelCount),
    ("above-appetite", Measure::AboveAppetite),
];

/// Makes sure that a figure on the screen is a number, to as many decimals as are shown.
fn says(screen: &str, number: Option<f64>, half_of_the_last: f64, what: &str) {
    match number {
        Some(number) => {
            let shown: f64 = screen.trim_end_matches(" %").parse().unwrap_or(f64::NAN);
            assert!((shown - number).abs() <= half_of_the_last, "{what}: {screen} is not {number}");
        }
        None => assert_eq!(screen, "\u{2013}", "{what}"),
    }
}

#[test]
fn the_figures_on_the_screen_are_the_cores_for_every_survey_and_measure() {
    let desk = Desk::with_example();
    for survey in comparable(desk.register()) {
        for (name, measure) in MEASURES {
            let id = survey.id();
            let screen = Screen::at(&desk, &format!("#/benchmark?survey={id}&measure={name}"));
            let core = benchmark_of(desk.register(), Some(id), Some(measure)).expect("it is shipped");
            let correlation = &core.comparison.correlation;
            let mut expected = Vec::new();
            if let Some(overlap) = &core.comparison.overlap {
                expected.extend(
                    [overlap.jaccard, overlap.average_overlap, overlap.rank_biased.extrapolated].map(Some),
                );
            }
            // From two in common, any order is perfect: nothing is claimed.
            expected.extend([correlation.rho, correlation.tau_b].map(|f| f.filter(|_| correlation.n >= 3)));
            let figures = screen.table(AGREEMENT).column("Figure");
            assert_eq!(figures.len(), expected.len(), "{id}");
            for (shown, figure) in figures.iter().zip(expected) {
                says(shown, figure, 0.000_500_1, &format!("{id} by {name}"));
            }
        }
    }
}

#[test]
fn the_own_table_is_the_cores_by_every_measure() {
    let desk = Desk::with_example();
    for (name, measure) in MEASURES {
        let screen = Screen::at(&desk, &format!("#/benchmark?measure={name}"));
        let core = benchmark_of(desk.register(), None, Some(measure)).expect("a survey is shipped");
        let rows = screen.table(OWN_TABLE).rows();
        assert_eq!(rows.len(), core.ours.entries().len());
        let (times, half) = if measure == Measure::ShareNaming { (100.0, 0.5) } else { (1.0, 0.005_001) };
        for (row, entry) in rows.iter().zip(core.ours.entries()) {
            assert_eq!((&*row[0], &*row[3]), (&*entry.rank.to_string(), &*entry.risks.to_string()));
            says(&row[2], Some(entry.value * times), half, &row[1]);
        }
    }
}

#[test]
fn the_own_table_leads_to_the_risks_it_counts() {
    let desk = Desk::with_example();
    let screen = Screen::at(&desk, "#/benchmark");
    for (count, to) in screen.table(OWN_TABLE).links() {
        let risks = Screen::at(&desk, &to);
        assert_eq!(risks.table("Risks with their current score and level").rows().len().to_string(), count);
    }
}

#[test]
fn partnerships_rose_from_4th_to_2nd() {
    let screen = Screen::at(&Desk::with_example(), "#/benchmark");
    let trend = screen.all("h2").into_iter().map(crate::screen::text).find(|t| t.contains("rose from"));
    let trend = trend.expect("the trend is told");
    assert!(
        trend.contains("artnership") && trend.ends_with("rose from 4th to 2nd in the top five"),
        "{trend}"
    );
}

#[test]
fn a_survey_says_who_asked_whom_and_where_it_stands() {
    let screen = Screen::at(&Desk::with_example(), "#/benchmark");
    screen.heading("About the published table");
    for said in ["Publisher", "Who was asked", "Completeness", "To bear in mind", "have a counterpart here"] {
        screen.shows(said);
    }
    assert_eq!(screen.filled("Your table is ranked by"), "Mean score");
}

#[test]
fn what_the_table_leaves_out_is_counted_and_can_be_found() {
    let desk = Desk::with_example().edits("Systems", |risk| risk.category = None).edits("Members", |risk| {
        risk.ratings.current = None;
    });
    let screen = Screen::at(&desk, "#/benchmark");
    assert_eq!(screen.link_to("1 open risk has no category"), "#/risks?without=category");
    assert_eq!(screen.link_to("1 open risk has no current rating"), "#/risks?without=rating");
    screen.shows("From 9 risks in 1 partnership.");
}
