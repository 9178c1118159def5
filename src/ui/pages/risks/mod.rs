//! All risks: a heat map and a table that filter each other through the address.

mod filter_form;
mod heat_map;
mod table;

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::heading;
use super::welcome::button_link;
use crate::app::queries::risk_table::{Row, rows};
use crate::ui::components::{disclosure, pagination};
use crate::ui::route::{RiskView, Route};
use crate::ui::words::count;

use filter_form::filter_form;
use heat_map::heat_map;
pub(super) use table::risk_table;

/// How many risks stand on one page of the table: what a person can look through, and what a browser
/// lays out in a moment.
const PAGE: usize = 100;

/// All risks.
pub(super) fn risks(register: &Rc<Register>, view: &RiskView) -> Html {
    html! {
        <>
            <div class="page-head">
                { heading("Risks") }
                { button_link("Add a risk", "button button--primary", &Route::NewRisk(view.filter.partnership)) }
                { button_link("Import a spreadsheet", "button button--secondary", &Route::Import) }
            </div>
            if register.risks().is_empty() {
                <p>{ "There are none yet. Add the first one, or import the spreadsheet you have." }</p>
            } else {
                { heat_map(register, view) }
                { filter_form(register, view) }
                { results(register, view, &rows(register, &view.filter, view.sort)) }
            }
        </>
    }
}

/// The risks found: one page of them, and the way to the others.
fn results(register: &Register, view: &RiskView, found: &[Row]) -> Html {
    let pages = found.len().div_ceil(PAGE);
    let page = view.page.min(pages.saturating_sub(1));
    let shown = found.chunks(PAGE).nth(page).unwrap_or_default();
    let address = |page| Route::Risks(RiskView { page, ..view.clone() }).to_string();
    html! {
        <section aria-labelledby="found">
            <div role="status"><h2 id="found" class="found">{ title(found.len(), view) }</h2></div>
            if shown.is_empty() {
                <p>{ "No risk matches. Take a part of the filter away." }</p>
            } else {
                { risk_table(register, shown, Some(view)) }
                { pagination("Pages of risks", page, pages, &address) }
                { how_scores_are() }
            }
        </section>
    }
}

fn title(n: usize, view: &RiskView) -> String {
    let found = count(n, "risk", "risks");
    if view.filter.is_empty() { found } else { format!("{found} found") }
}

/// Where the figures in the table come from.
pub(super) fn how_scores_are() -> Html {
    let content = html! {
        <>
            <p>{ "The score is likelihood times impact, as rated after today\u{2019}s controls. The level is looked up in your risk matrix at the nearest steps; halfway counts as the worse step." }</p>
            <p>{ "Risks are ordered by level first and score second, so that the order never contradicts the matrix. The place is among all open risks; equal scores share the better place. Drafts and closed risks have none." }</p>
        </>
    };
    disclosure("Where these figures come from", content)
}
