//! All partnerships: the portfolio at a glance, the list with its filters in the address, and, at a place of
//! its own, where to look first.

mod attention;
mod filter_form;
mod glance;
mod table;

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use crate::app::queries::attention::attention_of;
use crate::app::queries::partnerships::{PartnershipLine, listed, partnership_lines};
use crate::ui::components::{Tab, button_link, pagination, tabs};
use crate::ui::pages::heading;
use crate::ui::route::{PartnershipView, Route};
use crate::ui::words::count;

use attention::attention_table;
use filter_form::filter_form;
use glance::glance;
use table::partnership_table;

/// How many partnerships stand on one page of the table.
const PAGE: usize = 50;

/// All partnerships.
pub(super) fn partnerships(register: &Rc<Register>, view: &PartnershipView) -> Html {
    let lines = partnership_lines(register);
    html! {
        <>
            { head("Partnerships", false) }
            if lines.is_empty() {
                { none_yet() }
            } else {
                { glance(register, &attention_of(&lines)) }
                { filter_form(view) }
                { results(register, view, &listed(register, &lines, &view.filter, view.sort)) }
            }
        </>
    }
}

/// Partnerships by how much they matter and how well they are run.
pub(super) fn attention(register: &Rc<Register>) -> Html {
    let lines = partnership_lines(register);
    html! {
        <>
            { head("Partnerships that need attention", true) }
            if lines.is_empty() {
                { none_yet() }
            } else {
                { attention_table(register, &attention_of(&lines)) }
            }
        </>
    }
}

fn head(title: &str, is_attention: bool) -> Html {
    let tab = |to: Route, text: &'static str, is_here| Tab {
        to: to.to_string().into(),
        text: text.into(),
        is_here,
    };
    let places = vec![
        tab(Route::Partnerships(PartnershipView::default()), "All partnerships", !is_attention),
        tab(Route::PartnershipAttention, "Where to look first", is_attention),
    ];
    html! {
        <>
            <div class="page-head">
                { heading(title) }
                { button_link("Add a partnership", "button button--primary", Route::NewPartnership.to_string()) }
            </div>
            { tabs("Views of the partnerships", places) }
        </>
    }
}

fn none_yet() -> Html {
    html! { <p>{ "There are none yet. Add the first one, then its risks." }</p> }
}

/// The partnerships found: one page of them, and the way to the others.
fn results(register: &Register, view: &PartnershipView, found: &[PartnershipLine]) -> Html {
    let pages = found.len().div_ceil(PAGE);
    let page = view.page.min(pages.saturating_sub(1));
    let shown = found.chunks(PAGE).nth(page).unwrap_or_default();
    let address = |page| Route::Partnerships(PartnershipView { page, ..view.clone() }).to_string();
    let n = count(found.len(), "partnership", "partnerships");
    let title = if view.filter.is_empty() { n } else { format!("{n} found") };
    html! {
        <section aria-labelledby="found">
            <div role="status"><h2 id="found" class="found">{ title }</h2></div>
            if found.is_empty() {
                <p>{ "No partnership matches. Take a part of the filter away. Those in the archive show when you choose that status." }</p>
            } else {
                { partnership_table(register, view, shown) }
                { pagination("Pages of partnerships", page, pages, &address) }
            }
        </section>
    }
}
