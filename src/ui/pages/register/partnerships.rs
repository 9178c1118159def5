//! All partnerships, those with the gravest risk first.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use crate::app::queries::partnerships::{PartnershipLine, partnership_lines};
use crate::ui::components::{Link, button_link, table_frame};
use crate::ui::pages::heading;
use crate::ui::pages::shown::level;
use crate::ui::route::{Route, link_id};

/// All partnerships.
pub(super) fn partnerships(register: &Rc<Register>) -> Html {
    let lines = partnership_lines(register);
    html! {
        <>
            <div class="page-head">
                { heading("Partnerships") }
                { button_link("Add a partnership", "button button--primary", Route::NewPartnership.to_string()) }
            </div>
            if lines.is_empty() {
                <p>{ "There are none yet. Add the first one, then its risks." }</p>
            } else {
                { table_frame("Partnerships", table(register, &lines)) }
            }
        </>
    }
}

fn table(register: &Register, lines: &[PartnershipLine]) -> Html {
    html! {
        <table class="table table--cards">
            <caption class="hidden">{ "Partnerships, gravest risk first" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Partnership" }</th>
                    <th scope="col">{ "Form" }</th>
                    <th scope="col">{ "Lead officer" }</th>
                    <th scope="col" class="table__number">{ "Open risks" }</th>
                    <th scope="col">{ "Gravest" }</th>
                </tr>
            </thead>
            <tbody>
                for line in lines {
                    { row(register, line) }
                }
            </tbody>
        </table>
    }
}

fn row(register: &Register, line: &PartnershipLine) -> Html {
    let PartnershipLine { partnership, n_risks, worst } = line;
    let id = partnership.id;
    let name = Link {
        id: Some(link_id(&id.to_string()).into()),
        to: Route::Partnership(id).to_string().into(),
        text: partnership.name.clone().into(),
        ..Link::default()
    };
    let lead = if partnership.lead_officer.is_empty() { "Nobody named" } else { &partnership.lead_officer };
    html! {
        <tr>
            <th scope="row">{ name.view() }</th>
            <td data-label="Form">{ partnership.kind.name() }</td>
            <td data-label="Lead officer">{ lead }</td>
            <td data-label="Open risks" class="table__number">{ n_risks }</td>
            <td data-label="Gravest">{ worst.map(|score| level(register.matrix().level(score))).unwrap_or_default() }</td>
        </tr>
    }
}
