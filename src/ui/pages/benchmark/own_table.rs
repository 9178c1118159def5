//! The register's own league table, in full.

use partnership_risk_core::decimal;
use partnership_risk_core::league::Measure;
use partnership_risk_core::league::table::TableEntry;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use crate::app::queries::benchmark::Benchmark;
use crate::app::queries::risk_table::Filter;
use crate::ui::components::{disclosure, link, table_frame};
use crate::ui::pages::shown::{category_name, level};
use crate::ui::route::Route;
use crate::ui::words::count;

/// The register's own league table.
pub(super) fn own_table(register: &Register, benchmark: &Benchmark) -> Html {
    let ours = &benchmark.ours;
    let measure = ours.measure();
    let risks = count(ours.basis().counted, "risk", "risks");
    let partnerships = count(ours.basis().answering, "partnership", "partnerships");
    let source = html! {
        <>
            <p>{ explained(measure) }</p>
            <p>{ "Open risks with a category and a current rating count. Equal figures share the better place." }</p>
        </>
    };
    html! {
        <section aria-labelledby="own-table">
            <h2 id="own-table">{ "Your league table" }</h2>
            <p>{ format!("From {risks} in {partnerships}.") }</p>
            { table_frame("Your league table", table(register, measure, ours.entries())) }
            { disclosure("Where this table comes from", source) }
        </section>
    }
}

fn table(register: &Register, measure: Measure, entries: &[TableEntry]) -> Html {
    html! {
        <table class="table">
            <caption class="hidden">{ "Categories of risk in order" }</caption>
            <thead>
                <tr>
                    <th scope="col" class="table__number">{ "Place" }</th>
                    <th scope="col">{ "Category" }</th>
                    <th scope="col" class="table__number">{ measure.name() }</th>
                    <th scope="col" class="table__number">{ "Risks" }</th>
                    <th scope="col">{ "Gravest" }</th>
                </tr>
            </thead>
            <tbody>
                for entry in entries {
                    { line(register, measure, entry) }
                }
            </tbody>
        </table>
    }
}

fn line(register: &Register, measure: Measure, entry: &TableEntry) -> Html {
    let filter = Filter { category: Some(entry.category.clone()), ..Filter::default() };
    html! {
        <tr>
            <td class="table__number">{ entry.rank }</td>
            <th scope="row">{ category_name(register, &entry.category) }</th>
            <td class="table__number">{ figure(measure, entry.value) }</td>
            <td class="table__number">{ link(Route::risks(filter).to_string(), entry.risks.to_string()) }</td>
            <td>{ level(register.matrix().level(entry.highest)) }</td>
        </tr>
    }
}

fn figure(measure: Measure, value: f64) -> String {
    match measure {
        Measure::ShareNaming => format!("{} %", decimal::short(value * 100.0, 0)),
        Measure::MeanScore | Measure::HighestScore => decimal::short(value, 2),
        Measure::TopLevelCount | Measure::AboveAppetite => decimal::short(value, 0),
    }
}

fn explained(measure: Measure) -> &'static str {
    match measure {
        Measure::ShareNaming => {
            "The share of your partnerships that have the category among their five highest, as in surveys that ask for the top five. A category stands in a partnership at its highest risk there; ties for fifth place are all named."
        }
        Measure::MeanScore => "The mean of likelihood times impact over the risks of the category.",
        Measure::HighestScore => {
            "The highest risk of the category: its level first, then likelihood times impact."
        }
        Measure::TopLevelCount => "How many risks of the category stand at the highest level of your matrix.",
        Measure::AboveAppetite => "How many risks of the category stand above your appetite for it.",
    }
}
