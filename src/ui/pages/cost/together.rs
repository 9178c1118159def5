//! Whether the risks that are looked at have their bad years together.

use partnership_risk_core::register::{Organisation, OwnDriver};
use yew::prelude::{Html, html};

use crate::app::queries::cost::YearOfLosses;
use crate::app::queries::drivers::shared;
use crate::ui::components::link;
use crate::ui::route::Route;
use crate::ui::words::{count, in_a_row};

/// The drivers that two or more of the risks share, and the way to them.
pub(super) fn together(organisation: &Organisation, year: &YearOfLosses) -> Html {
    let said = said(&shared(organisation, &year.risks));
    html! { <p>{ said }{ " " }{ link(Route::DriverSettings.to_string(), "Shared drivers") }</p> }
}

fn said(shared: &[&OwnDriver]) -> String {
    if shared.is_empty() {
        return "Risks are taken to be independent of one another.".to_owned();
    }
    let names: Vec<String> = shared.iter().map(|driver| driver.name.clone()).collect();
    let n = count(shared.len(), "shared driver", "shared drivers");
    format!("Risks move together by {n}: {}.", in_a_row(&names))
}
