//! One partnership: all that is known of it, and its risks.

mod actions;
mod facts;
mod significance;

use std::rc::Rc;

use partnership_risk_core::register::{Partnership, PartnershipId, Register};
use yew::prelude::{Html, html};

use crate::app::queries::lack::lacks_of;
use crate::app::queries::risk_table::{Filter, Sort, rows};
use crate::ui::components::{button_link, link};
use crate::ui::pages::not_found;
use crate::ui::pages::partnership_head::partnership_head;
use crate::ui::pages::risk_table::{how_scores_are, risk_table};
use crate::ui::pages::shown::lack_name;
use crate::ui::route::Route;
use crate::ui::session::Session;

use actions::actions;
use facts::facts;
use significance::significance;

/// All that is known of one partnership, and what can be done with it.
pub(super) fn about(register: &Rc<Register>, id: PartnershipId, session: &Session) -> Html {
    let Some(partnership) = register.partnership(id) else { return not_found() };
    html! {
        <>
            { partnership_head(register, partnership, &Route::Partnership(id)) }
            { missing(register, partnership) }
            { facts(partnership) }
            { significance(register, partnership) }
            { actions(register, partnership, session) }
        </>
    }
}

/// The risks of one partnership.
pub(super) fn risks_of(register: &Rc<Register>, id: PartnershipId) -> Html {
    let Some(partnership) = register.partnership(id) else { return not_found() };
    html! {
        <>
            { partnership_head(register, partnership, &Route::PartnershipRisks(id)) }
            <h2>{ "Risks" }</h2>
            { risks(register, id) }
        </>
    }
}

/// What it still lacks, each in plain words.
fn missing(register: &Register, partnership: &Partnership) -> Html {
    let lacks = lacks_of(partnership, register);
    if lacks.is_empty() {
        return Html::default();
    }
    let edit = Route::EditPartnership(partnership.id).to_string();
    html! {
        <section aria-labelledby="missing">
            <h2 id="missing">{ "What is missing" }</h2>
            <ul>{ for lacks.into_iter().map(|lack| html! { <li>{ lack_name(lack) }</li> }) }</ul>
            <p>{ link(edit, "Fill in what you know") }</p>
        </section>
    }
}

fn risks(register: &Register, id: PartnershipId) -> Html {
    let filter = Filter { partnership: Some(id), ..Filter::default() };
    let rows = rows(register, &filter, Sort::default());
    if rows.is_empty() {
        let add = Route::NewRisk(Some(id)).to_string();
        return html! {
            <>
                <p>{ "It has no risk that is open or in draft. Ask what could go wrong, why, and what it would lead to." }</p>
                <p>{ button_link("Add the first risk", "button button--secondary", add) }</p>
            </>
        };
    }
    let all = Route::risks(filter).to_string();
    html! {
        <>
            { risk_table(register, &rows, None) }
            { how_scores_are() }
            <p>{ link(all, "Heat map and filters for these risks") }</p>
        </>
    }
}
