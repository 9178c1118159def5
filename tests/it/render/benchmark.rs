//! The benchmark: every figure on the screen is the core's.

use partnership_risk::app::queries::benchmark::{Compared, benchmark_of, comparable};
use partnership_risk_core::example::marlshire;
use partnership_risk_core::league::{Measure, Spread, USUAL_SEED};
use partnership_risk_core::register::{Kind, RiskThen, Status};

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
            let (survey, measure) = (Some(id.clone()), Some(measure));
            let compared = Compared { survey, measure, ..Compared::default() };
            let core = benchmark_of(desk.shared(), &compared).expect("it is shipped");
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
        let compared = Compared { measure: Some(measure), ..Compared::default() };
        let core = benchmark_of(desk.shared(), &compared).expect("a survey is shipped");
        let rows = screen.table(OWN_TABLE).rows();
        assert_eq!(rows.len(), core.ours.entries().len());
        let (times, half) = if measure == Measure::ShareNaming { (100.0, 0.5) } else { (1.0, 0.005_001) };
        for (row, entry) in rows.iter().zip(core.ours.entries()) {
            assert_eq!((&*row[1], &*row[3]), (&*entry.rank.to_string(), &*entry.risks.to_string()));
            says(&row[2], Some(entry.value * times), half, &row[0]);
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

#[test]
fn a_part_of_the_register_has_a_table_of_its_own_at_any_snapshot() {
    let desk = Desk::with_register(marlshire());
    let snapshot = desk.register().snapshots()[0].clone();
    let place = format!("#/benchmark?part=form-pooled-budget&snapshot={}", snapshot.id);
    let screen = Screen::at(&desk, &place);
    assert_eq!(screen.filled("Partnerships that count"), "Form: Pooled budget");
    assert!(screen.filled("As of").starts_with(&snapshot.name));
    let pooled = |id| desk.register().partnership(id).is_some_and(|p| p.kind == Kind::PooledBudget);
    let counts = |risk: &&RiskThen| {
        pooled(risk.partnership)
            && risk.status == Status::Open
            && risk.category.is_some()
            && risk.ratings.current.is_some()
    };
    let counted = snapshot.risks.iter().filter(counts).count();
    screen.shows(&format!("From {counted} risks in 1 partnership."));
    // Of one partnership nothing can be said about others, and the risks of that day are no longer there to lead to.
    screen.shows("nothing can be said about how firm the places are");
    assert!(screen.table(OWN_TABLE).links().is_empty());
}

#[test]
fn figures_and_places_have_their_ranges() {
    let desk = Desk::with_register(marlshire());
    let rows = Screen::at(&desk, "#/benchmark?measure=share-naming").table(OWN_TABLE).rows();
    let compared = Compared { measure: Some(Measure::ShareNaming), ..Compared::default() };
    let ours = benchmark_of(desk.shared(), &compared).expect("a survey is shipped").ours;
    let spread = Spread::of(desk.register(), Measure::ShareNaming, USUAL_SEED).expect("seven partnerships");
    assert_eq!(rows.len(), ours.entries().len());
    for (row, entry) in rows.iter().zip(ours.entries()) {
        let spread = spread.entry(&entry.category).expect("each has one");
        let (low, high) = row[3].split_once(" to ").expect("two ends");
        let interval = spread.value.expect("a share has one");
        says(low, Some(interval.low() * 100.0), 0.5, &row[0]);
        says(high, Some(interval.high() * 100.0), 0.5, &row[0]);
        assert!(row[4].starts_with(&spread.places.start().to_string()), "{}", row[4]);
    }
}

#[test]
fn what_both_hold_is_listed_with_its_places() {
    let desk = Desk::with_example();
    let core = benchmark_of(desk.shared(), &Compared::default()).expect("a survey is shipped");
    let rows = Screen::at(&desk, "#/benchmark").table("Places of what both tables hold").rows();
    assert_eq!(rows.len(), core.comparison.movements.len());
    for movement in &core.comparison.movements {
        let places = [movement.printed.0.to_string(), movement.printed.1.to_string()];
        assert!(rows.iter().any(|row| row[0] == *movement.labels.0 && row[1..3] == places), "{movement:?}");
    }
}
