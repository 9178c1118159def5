//! What stands above every page of the benchmark: its heading and the tabs of its places.

use yew::prelude::{Html, html};

use crate::ui::components::{Tab, tabs};
use crate::ui::pages::heading;
use crate::ui::route::{BenchmarkView, PeersView, Route};

/// The places of the benchmark, in order.
fn places() -> Vec<(Route, &'static str)> {
    vec![
        (Route::Benchmark(BenchmarkView::default()), "Compare"),
        (Route::Peers(PeersView::default()), "Peers"),
    ]
}

/// What stands above a page of the benchmark; `here` is that page.
pub(super) fn head(title: &str, here: &Route) -> Html {
    let tab = |(to, text): (Route, &'static str)| Tab {
        is_here: to.is_one_page_with(here),
        to: to.to_string().into(),
        text: text.into(),
    };
    html! { <>{ heading(title) }{ tabs("Benchmark", places().into_iter().map(tab).collect()) }</> }
}
