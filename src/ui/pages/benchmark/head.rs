//! What stands above every page of the benchmark: its heading and the tabs of its places.

use yew::prelude::{Html, html};

use crate::app::queries::benchmark::Compared;
use crate::app::queries::surveys::SurveyFilter;
use crate::ui::components::{Tab, tabs};
use crate::ui::pages::heading;
use crate::ui::route::{PeersView, Route, SeveralView};

/// The places of the benchmark, in order.
fn places() -> Vec<(Route, &'static str)> {
    vec![
        (Route::Benchmark(Compared::default()), "Compare"),
        (Route::Several(SeveralView::default()), "Several surveys"),
        (Route::Surveys(SurveyFilter::default()), "Surveys"),
        (Route::Practice, "Good practice"),
        (Route::Peers(PeersView::default()), "Peers"),
    ]
}

/// What stands above a page of the benchmark; `here` is that page.
pub(super) fn head(title: &str, here: &Route) -> Html {
    html! { <>{ heading(title) }{ benchmark_tabs(here) }</> }
}

/// The tabs alone, below a heading with something to do beside it; `here` is the place, or the one above it.
pub(super) fn benchmark_tabs(here: &Route) -> Html {
    let tab = |(to, text): (Route, &'static str)| Tab {
        is_here: to.is_one_page_with(here),
        to: to.to_string().into(),
        text: text.into(),
    };
    tabs("Benchmark", places().into_iter().map(tab).collect())
}
