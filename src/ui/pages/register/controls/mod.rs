//! Controls: all of them as a list, and the form for one. A control may serve many risks; on the page of
//! each risk it is shown with what it does there.

mod effect;
mod effects;
mod filter_form;
mod form;
pub(super) mod table;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use crate::app::queries::controls::{ControlFilter, controls_found};
use crate::ui::components::{button_link, link};
use crate::ui::pages::first_and_rest::first_and_rest;
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::words::count;

pub(super) use form::ControlForm;

use filter_form::filter_form;
use table::control_table;

/// All controls.
pub(super) fn controls(register: &Register, filter: &ControlFilter) -> Html {
    html! {
        <>
            <p>{ link(Route::Risks(Default::default()).to_string(), "All risks") }</p>
            <div class="page-head">
                { heading("Controls") }
                { button_link("Add a control", "button button--primary", Route::NewControl(None).to_string()) }
            </div>
            <p>{ "A control keeps one or more risks down. Only an operating control earns credit: one that is planned, degraded or retired lowers no figure." }</p>
            if register.controls().is_empty() {
                <p>{ "There are none yet. Add what keeps your gravest risk down, and say whether it works." }</p>
            } else {
                { filter_form(register, filter) }
                { results(register, filter) }
            }
        </>
    }
}

fn results(register: &Register, filter: &ControlFilter) -> Html {
    let found: Vec<_> = controls_found(register, filter).into_iter().map(|control| (control, None)).collect();
    let n = count(found.len(), "control", "controls");
    let title = if filter.is_empty() { n } else { format!("{n} found") };
    html! {
        <section aria-labelledby="found">
            <div role="status"><h2 id="found" class="found">{ title }</h2></div>
            if found.is_empty() {
                <p>{ "No control matches. Take a part of the filter away." }</p>
            } else {
                { first_and_rest("Controls by name", &found, control_table) }
            }
        </section>
    }
}
