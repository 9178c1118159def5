//! All risks: a heat map and a table that filter each other through the address.

mod filter_form;
mod heat_map;
mod table;

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{AttrValue, Callback, Html, Properties, component, html, use_memo};

use crate::app::queries::heat_map::heat_map;
use crate::app::queries::risk_table::{Row, rows};
use crate::ui::components::{Disclosure, Link, Pagination};
use crate::ui::route::{RiskView, Route};
use crate::ui::words::count;

use filter_form::FilterForm;
use heat_map::HeatMap;
pub(super) use table::RiskTable;

/// How many risks stand on one page of the table: what a person can look through, and what a browser
/// lays out in a moment.
const PAGE: usize = 100;

/// Props of [`RisksPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// Which risks, in which order.
    pub view: RiskView,
}

/// All risks.
#[component]
pub fn RisksPage(props: &Props) -> Html {
    let Props { register, view } = props;
    let found = use_memo((register.clone(), view.clone()), |(register, view)| {
        Rc::<[Row]>::from(rows(register, &view.filter, view.sort))
    });
    let map = use_memo((register.clone(), view.clone()), |(register, view)| heat_map(register, &view.filter));
    html! {
        <>
            <div class="page-head">
                <h1 tabindex="-1">{ "Risks" }</h1>
                <Link class="button button--primary" to={Route::NewRisk(view.filter.partnership).to_string()}>
                    { "Add a risk" }
                </Link>
                <Link class="button button--secondary" to={Route::Import.to_string()}>{ "Import a spreadsheet" }</Link>
            </div>
            if register.risks().is_empty() {
                <p>{ "There are none yet. Add the first one, or import the spreadsheet you have." }</p>
            } else {
                <HeatMap register={register.clone()} rows={map} view={view.clone()} />
                <FilterForm register={register.clone()} view={view.clone()} />
                { results(register, view, &found) }
            }
        </>
    }
}

/// The risks found: one page of them, and the way to the others.
fn results(register: &Rc<Register>, view: &RiskView, found: &Rc<[Row]>) -> Html {
    let pages = found.len().div_ceil(PAGE);
    let page = view.page.min(pages.saturating_sub(1));
    let shown: Rc<[Row]> = found.iter().skip(page * PAGE).take(PAGE).cloned().collect();
    let address = {
        let view = view.clone();
        Callback::from(move |page| {
            AttrValue::from(Route::Risks(RiskView { page, ..view.clone() }).to_string())
        })
    };
    html! {
        <section aria-labelledby="found">
            <h2 id="found" class="found" role="status">{ heading(found.len(), view) }</h2>
            if shown.is_empty() {
                <p>{ "No risk matches. Take a part of the filter away." }</p>
            } else {
                <RiskTable register={register.clone()} rows={shown} sort={Some(view.clone())} />
                <Pagination name="Pages of risks" {page} {pages} {address} />
                <HowScoresAre />
            }
        </section>
    }
}

fn heading(n: usize, view: &RiskView) -> String {
    let found = count(n, "risk", "risks");
    if view.filter.is_empty() { found } else { format!("{found} found") }
}

/// Where the figures in the table come from.
#[component]
fn HowScoresAre() -> Html {
    html! {
        <Disclosure summary="Where these figures come from">
            <p>{ "The score is likelihood times impact, as rated after today\u{2019}s controls. The level is looked up in your risk matrix at the nearest steps; halfway counts as the worse step." }</p>
            <p>{ "Risks are ordered by level first and score second, so that the order never contradicts the matrix. The place is among all open risks; equal scores share the better place. Drafts and closed risks have none." }</p>
        </Disclosure>
    }
}
