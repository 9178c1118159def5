//! What stands high in only one of the two tables, and what of the survey has no counterpart here.

use partnership_risk_core::catalogue::Extent;
use partnership_risk_core::league::comparison::{Elsewhere, Spot};
use partnership_risk_core::league::ranking::Unmatched;
use yew::prelude::{Html, html};

use crate::app::queries::benchmark::{Benchmark, unmatched_in_top};
use crate::ui::components::{disclosure, link};
use crate::ui::route::Route;
use crate::ui::words::{count, ordinal};

/// What stands high in only one of the two tables.
pub(super) fn spots(benchmark: &Benchmark) -> Html {
    let comparison = &benchmark.comparison;
    let absent_there = match benchmark.survey.about().extent {
        Extent::Complete => "not in the survey",
        Extent::Partial => "not in the part of the survey that was seen",
    };
    html! {
        <section aria-labelledby="spots">
            <h2 id="spots">{ "High in one of them only" }</h2>
            <div class="columns">
                { listed("Blind spots", "High in the survey, low or missing in your register. Have you looked?",
                    no_blind_spot(benchmark), &comparison.high_only_in_second, "not named in your register") }
                { listed("Your own", "High in your register, low or missing in the survey.",
                    "None: what is high here is high there.".into(), &comparison.high_only_in_first, absent_there) }
            </div>
            { unmatched(&comparison.second.unmatched) }
        </section>
    }
}

/// What an empty list of blind spots means: nothing, where little of the survey could be compared at all.
fn no_blind_spot(benchmark: &Benchmark) -> Html {
    if benchmark.crosswalk.coverage().with_counterpart == 0 {
        let to = Route::SurveyCrosswalk(benchmark.survey.id().clone()).to_string();
        return html! { <>{ "Nothing of the survey has been matched to your categories yet. " }{ link(to, "Match its labels") }</> };
    }
    match unmatched_in_top(benchmark) {
        0 => "None: what is high there is high here.".into(),
        n => format!(
            "None among what has a counterpart; {} of the top of the survey {} none here.",
            count(n, "entry", "entries"),
            if n == 1 { "has" } else { "have" }
        )
        .into(),
    }
}

fn listed(title: &'static str, meaning: &'static str, none: Html, spots: &[Spot], absent: &str) -> Html {
    html! {
        <div>
            <h3>{ title }</h3>
            <p class="note">{ meaning }</p>
            if spots.is_empty() {
                <p>{ none }</p>
            }
            <ul>
                for spot in spots {
                    <li>{ told(spot, absent) }</li>
                }
            </ul>
        </div>
    }
}

fn told(spot: &Spot, absent: &str) -> String {
    let here = format!("{}: {}", spot.place.label, ordinal(spot.place.rank as usize));
    match spot.elsewhere {
        Elsewhere::Lower(rank) => format!("{here}, and {} in the other table", ordinal(rank as usize)),
        Elsewhere::Absent => format!("{here}, and {absent}"),
    }
}

fn unmatched(entries: &[Unmatched]) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    let reason = |entry: &Unmatched| {
        let reason = entry.reason.as_deref().unwrap_or("nobody has matched it yet");
        html! { <li><b>{ &*entry.label }</b>{ ": " }{ reason }</li> }
    };
    let title =
        format!("{} of the survey without a counterpart here", count(entries.len(), "entry", "entries"));
    disclosure(title, html! { <ul>{ for entries.iter().map(reason) }</ul> })
}
