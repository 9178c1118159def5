//! The figures of the benchmark as the core has them, written down for the journeys in real browsers:
//! what stands on the screen must be what the core says. After a change that is meant, write them anew:
//! `UPDATE_FIGURES=1 cargo test --test it figures`.

use std::fs;
use std::path::Path;

use partnership_risk_core::catalogue::{SurveyId, category, shipped_crosswalk, survey};
use partnership_risk_core::example::fife_council;
use partnership_risk_core::league::{Comparison, Depth, LeagueTable, Measure};
use serde_json::{Value, json};

const FILE: &str = "tests/e2e/expected-benchmark.json";

/// Surveys and measures: the survey shown first, another with more in common, and a register like ours.
const CASES: [(&str, &str, Measure, Depth); 4] = [
    ("fife-significant-risks", "highest-score", Measure::HighestScore, Depth::Five),
    ("aon-au-local-gov-2018", "mean-score", Measure::MeanScore, Depth::Five),
    ("aon-2025", "mean-score", Measure::MeanScore, Depth::Five),
    ("aon-au-local-gov-2018", "highest-level", Measure::TopLevelCount, Depth::Five),
];

fn figures() -> Value {
    let case = |(id, address, measure, depth): &(&str, &str, Measure, Depth)| {
        let survey = survey(&SurveyId::new(id)).unwrap_or_else(|| panic!("no survey {id}"));
        let ours = LeagueTable::new(&fife_council(), *measure);
        let compared = Comparison::with_survey(
            (&ours, fife_council().organisation()),
            &survey,
            &shipped_crosswalk(&survey),
            *depth,
        );
        let overlap = compared.overlap.as_ref();
        // From two in common, any order is perfect: the page shows no figure then.
        let in_order = |_: &f64| compared.correlation.n >= 3;
        let table: Vec<Value> = ours
            .entries()
            .iter()
            .map(|entry| {
                let name = category(&entry.category).map(|c| c.name.to_string());
                json!({ "place": entry.rank, "category": name, "figure": entry.value, "risks": entry.risks })
            })
            .collect();
        json!({
            "address": format!("#/benchmark?survey={id}&measure={address}"),
            "measures": {
                "Jaccard index": overlap.map(|o| o.jaccard),
                "Average overlap": overlap.map(|o| o.average_overlap),
                "Rank-biased overlap": overlap.map(|o| o.rank_biased.extrapolated),
                "Spearman\u{2019}s rho": compared.correlation.rho.filter(in_order),
                "Kendall\u{2019}s tau-b": compared.correlation.tau_b.filter(in_order),
            },
            "table": table,
        })
    };
    CASES.iter().map(case).collect()
}

#[test]
fn the_figures_that_journeys_expect_are_the_cores() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let wanted = format!("{:#}\n", figures());
    if std::env::var_os("UPDATE_FIGURES").is_some() {
        fs::write(&path, &wanted).expect("the house can be written to");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    // By value: the order of names is not what the journeys look at.
    let value = |text: &str| serde_json::from_str::<Value>(text).ok();
    assert!(value(&written) == value(&wanted), "{FILE} is out of date; see the top of tests/it/figures.rs");
}
