//! The register's own league table, in full.

use std::rc::Rc;

use partnership_risk_core::league::Measure;
use partnership_risk_core::league::table::TableEntry;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, Properties, component, html};

use crate::app::queries::benchmark::Benchmark;
use crate::app::queries::risk_table::Filter;
use crate::ui::components::{Disclosure, Link};
use crate::ui::pages::shown::{band, category_name};
use crate::ui::route::Route;
use crate::ui::words::{count, decimal};

/// Props of [`OwnTable`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// What is compared.
    pub benchmark: Rc<Benchmark>,
    /// The register.
    pub register: Rc<Register>,
}

/// The register's own league table.
#[component]
pub fn OwnTable(props: &Props) -> Html {
    let ours = &props.benchmark.ours;
    let measure = ours.measure();
    let basis = ours.basis();
    html! {
        <section aria-labelledby="own-table">
            <h2 id="own-table">{ "Your league table" }</h2>
            <p>
                { format!("From {} in {}.", count(basis.counted, "risk", "risks"), count(basis.answering, "partnership", "partnerships")) }
            </p>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="own-table">
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
                        for entry in ours.entries() {
                            { line(&props.register, measure, entry) }
                        }
                    </tbody>
                </table>
            </div>
            <Disclosure summary="Where this table comes from">
                <p>{ explained(measure) }</p>
                <p>{ "Open risks with a category and a current rating count. Equal figures share the better place." }</p>
            </Disclosure>
        </section>
    }
}

fn line(register: &Register, measure: Measure, entry: &TableEntry) -> Html {
    let filter = Filter { category: Some(entry.category.clone()), ..Filter::default() };
    html! {
        <tr key={entry.category.to_string()}>
            <td class="table__number">{ entry.rank }</td>
            <th scope="row">{ category_name(&entry.category) }</th>
            <td class="table__number">{ figure(measure, entry.value) }</td>
            <td class="table__number"><Link to={Route::risks(filter).to_string()}>{ entry.risks }</Link></td>
            <td>{ band(register.matrix().level(entry.highest)) }</td>
        </tr>
    }
}

fn figure(measure: Measure, value: f64) -> String {
    match measure {
        Measure::ShareNaming => format!("{} %", decimal(value * 100.0, 0)),
        Measure::MeanScore | Measure::HighestScore => decimal(value, 2),
        Measure::TopLevelCount => decimal(value, 0),
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
    }
}
