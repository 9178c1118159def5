//! All risks: a heat map and a table that filter each other through the address.

mod filter_form;
mod heat_map;

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use crate::app::queries::risk_table::{Row, rows};
use crate::ui::components::{button_link, pagination};
use crate::ui::pages::heading;
use crate::ui::pages::risk_table::{how_scores_are, risk_table};
use crate::ui::route::{RiskView, Route};
use crate::ui::words::count;

use filter_form::filter_form;
use heat_map::heat_map;

/// How many risks stand on one page of the table: what a person can look through, and what a browser
/// lays out in a moment.
const PAGE: usize = 100;

/// All risks.
pub(super) fn risks(register: &Rc<Register>, view: &RiskView) -> Html {
    html! {
        <>
            <div class="page-head">
                { heading("Risks") }
                { button_link("Add a risk", "button button--primary", Route::NewRisk(view.filter.partnership).to_string()) }
                { button_link("Import a spreadsheet", "button button--secondary", Route::Import.to_string()) }
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
