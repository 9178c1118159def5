//! Both tables side by side, with a line between counterparts.

use std::rc::Rc;

use partnership_risk_core::catalogue::{Entry, EntryId};
use partnership_risk_core::league::table::TableEntry;
use yew::prelude::{Html, Properties, component, html};

use super::survey_facts::name;
use crate::app::queries::benchmark::Benchmark;
use crate::ui::charts::{End, Slope};
use crate::ui::pages::shown::category_name;
use crate::ui::words::count;

/// Props of [`SideBySide`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// What is compared.
    pub benchmark: Rc<Benchmark>,
}

/// Both tables side by side.
#[component]
pub fn SideBySide(props: &Props) -> Html {
    let benchmark = &props.benchmark;
    let finding = finding(benchmark);
    html! {
        <section aria-labelledby="side-by-side">
            <h2 id="side-by-side">{ &finding }</h2>
            <p class="note">
                { "Places, best first. A line joins a category to the entry that stands for it; grey has no counterpart." }
            </p>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="side-by-side">
                <Slope
                    name={finding} left_title="Your categories" right_title={name(&benchmark.survey)}
                    left={ours(benchmark)} right={theirs(benchmark)} links={links(benchmark)}
                />
            </div>
        </section>
    }
}

fn finding(benchmark: &Benchmark) -> String {
    let shared = benchmark.comparison.movements.len();
    let own = benchmark.ours.entries().len();
    format!(
        "{shared} of your {} also stand in {}",
        count(own, "category", "categories"),
        name(&benchmark.survey)
    )
}

fn ours(benchmark: &Benchmark) -> Vec<End> {
    let end = |e: &TableEntry| End { rank: e.rank, label: category_name(&e.category).into() };
    benchmark.ours.entries().iter().map(end).collect()
}

/// The survey's entries that have a place, best first.
fn placed(benchmark: &Benchmark) -> Vec<(u32, &Entry)> {
    let entries = benchmark.survey.entries().iter();
    let mut placed: Vec<_> = entries.filter_map(|entry| entry.rank().map(|rank| (rank, entry))).collect();
    placed.sort_by_key(|(rank, _)| *rank);
    placed
}

fn theirs(benchmark: &Benchmark) -> Vec<End> {
    placed(benchmark).into_iter().map(|(rank, entry)| End { rank, label: entry.label().clone() }).collect()
}

fn links(benchmark: &Benchmark) -> Vec<(usize, usize)> {
    let right: Vec<&EntryId> = placed(benchmark).into_iter().map(|(_, entry)| entry.id()).collect();
    let mut links = Vec::new();
    for (left, own) in benchmark.ours.entries().iter().enumerate() {
        let counterparts = benchmark.crosswalk.entries_of(&own.category);
        let best = counterparts.filter_map(|id| right.iter().position(|other| *other == id)).min();
        links.extend(best.map(|right| (left, right)));
    }
    links
}
