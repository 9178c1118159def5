//! One partnership and its risks.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Partnership, PartnershipId, Register};
use yew::prelude::{Html, html};

use crate::app::queries::risk_table::{Filter, Sort, rows};
use crate::ui::components::{Button, ButtonKind, SummaryRow, button_link, link, summary_list};
use crate::ui::pages::form::go;
use crate::ui::pages::risk_table::{how_scores_are, risk_table};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::count;

/// One partnership and its risks.
pub(super) fn partnership(register: &Rc<Register>, id: PartnershipId, session: &Session) -> Html {
    let Some(partnership) = register.partnership(id) else { return not_found() };
    html! {
        <>
            <p>{ link(Route::Partnerships.to_string(), "All partnerships") }</p>
            <div class="page-head">
                { heading(&partnership.name) }
                { button_link("Change details", "button button--secondary", Route::EditPartnership(id).to_string()) }
            </div>
            { facts(partnership) }
            <h2>{ "Risks" }</h2>
            { risks(register, id) }
            <p class="actions">
                { button_link("Add a risk", "button button--primary", Route::NewRisk(Some(id)).to_string()) }
                { delete(register, partnership, session) }
            </p>
        </>
    }
}

fn facts(partnership: &Partnership) -> Html {
    summary_list(vec![
        SummaryRow::text("Form", partnership.kind.name()),
        SummaryRow::text("Purpose", &partnership.purpose),
        SummaryRow::text("Lead officer", &partnership.lead_officer),
        SummaryRow::text("Notes", &partnership.notes),
    ])
}

fn risks(register: &Register, id: PartnershipId) -> Html {
    let filter = Filter { partnership: Some(id), ..Filter::default() };
    let rows = rows(register, &filter, Sort::default());
    if rows.is_empty() {
        return html! { <p>{ "No open risk yet. Add the first one." }</p> };
    }
    html! { <>{ risk_table(register, &rows, None) }{ how_scores_are() }</> }
}

fn delete(register: &Register, partnership: &Partnership, session: &Session) -> Html {
    let (session, id) = (session.clone(), partnership.id);
    let risks = count(register.risks_of(id).count(), "risk", "risks");
    let said = format!("Deleted {} and {risks}. Undo brings them back.", partnership.name);
    let on_press = move |_| {
        session.change(Change::PartnershipRemoved(id), said.clone());
        go(&Route::Partnerships);
    };
    let label = format!("Delete with {risks}").into();
    Button { kind: ButtonKind::Warning, label, on_press: on_press.into(), ..Button::default() }.view()
}
