//! What stands above every page of the cost of risk: its heading, the tabs of its places, and what is looked at.

use partnership_risk_core::cost::Slice;
use yew::prelude::{Html, html};

use crate::app::queries::cost::CostView;
use crate::app::queries::past_losses::{LossesOf, LossesView};
use crate::ui::components::{Tab, tabs};
use crate::ui::pages::heading;
use crate::ui::route::Route;

/// The heading and the tabs; `here` is the page, and the tabs keep what is looked at.
pub(super) fn head(title: &str, here: &Route, view: &CostView) -> Html {
    let of = match view.slice {
        Slice::Partnership(id) => LossesOf::Partnership(id),
        Slice::Risk(id) => LossesOf::Risk(id),
        Slice::All | Slice::Category(_) => LossesOf::All,
    };
    let losses = LossesView { of, ..LossesView::default() };
    let places = [
        (Route::Cost(view.clone()), "A year of losses"),
        (Route::CostShares(view.clone()), "What makes it up"),
        (Route::CostControls(view.clone()), "Controls"),
        (Route::CostLosses(losses), "Past losses"),
    ];
    let tab = |(to, text): (Route, &'static str)| Tab {
        is_here: to.is_one_page_with(here),
        to: to.to_string().into(),
        text: text.into(),
    };
    html! { <>{ heading(title) }{ tabs("Cost", places.into_iter().map(tab).collect()) }</> }
}
