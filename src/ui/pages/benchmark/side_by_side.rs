//! Both tables side by side, with a line between counterparts.

use partnership_risk_core::catalogue::{Entry, EntryId};
use partnership_risk_core::league::table::TableEntry;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::announced;
use super::survey_facts::short_name;
use super::surveys::{entries, seen_of};
use crate::app::queries::benchmark::Benchmark;
use crate::ui::charts::{End, Side, Slope};
use crate::ui::components::{disclosure, table_frame};
use crate::ui::pages::shown::category_name;
use crate::ui::words::count;

/// Both tables side by side.
pub(super) fn side_by_side(register: &Register, benchmark: &Benchmark) -> Html {
    let finding = finding(benchmark);
    let picture = Slope {
        name: finding.clone().into(),
        left: Side { title: "Your categories".into(), ends: ours(register, benchmark) },
        right: Side { title: short_name(&benchmark.survey), ends: theirs(benchmark) },
        links: links(benchmark),
    };
    html! {
        <section aria-labelledby="side-by-side">
            <h2 id="side-by-side">{ &finding }</h2>
            { announced(&finding) }
            <p class="note">
                { "Places, best first. A line joins a category to each entry that stands for it; what is grey stands for nothing in the other table." }
            </p>
            { seen_of(&benchmark.survey).map(|said| html! { <p class="inset">{ said }</p> }).unwrap_or_default() }
            { table_frame(finding, picture.view()) }
            { disclosure("The published table", entries(&benchmark.survey)) }
        </section>
    }
}

fn finding(benchmark: &Benchmark) -> String {
    let shared = benchmark.comparison.movements.len();
    let own = count(benchmark.ours.entries().len(), "category", "categories");
    format!("{shared} of your {own} also stand in {}", short_name(&benchmark.survey))
}

fn ours(register: &Register, benchmark: &Benchmark) -> Vec<End> {
    let entries = benchmark.ours.entries().iter();
    let end = |entry: &TableEntry| End { rank: entry.rank, label: category_name(register, &entry.category) };
    entries.map(end).collect()
}

/// The survey's entries that have a place, in the order in which it prints them.
fn placed(benchmark: &Benchmark) -> impl Iterator<Item = (u32, &Entry)> {
    benchmark.survey.entries().iter().filter_map(|entry| entry.rank().map(|rank| (rank, entry)))
}

fn theirs(benchmark: &Benchmark) -> Vec<End> {
    placed(benchmark).map(|(rank, entry)| End { rank, label: entry.label().clone() }).collect()
}

/// Every pair of places that stand for one another.
fn links(benchmark: &Benchmark) -> Vec<(usize, usize)> {
    let right: Vec<&EntryId> = placed(benchmark).map(|(_, entry)| entry.id()).collect();
    let mut links = Vec::new();
    for (left, own) in benchmark.ours.entries().iter().enumerate() {
        let counterparts = benchmark.crosswalk.entries_of(&own.category);
        let places = counterparts.filter_map(|id| right.iter().position(|other| *other == id));
        links.extend(places.map(|place| (left, place)));
    }
    links
}
