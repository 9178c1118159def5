//! One partnership and its risks.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Partnership, PartnershipId, Register};
use yew::prelude::{Html, Properties, component, html};

use super::form::go;
use super::risks::RiskTable;
use crate::app::queries::risk_table::{Filter, Sort, rows};
use crate::ui::components::{Button, ButtonKind, Link, SummaryList, SummaryRow};
use crate::ui::route::Route;
use crate::ui::session::use_session;
use crate::ui::words::count;

/// Props of [`PartnershipPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// Which partnership.
    pub id: PartnershipId,
}

/// One partnership and its risks.
#[component]
pub fn PartnershipPage(props: &Props) -> Html {
    let Props { register, id } = props;
    let session = use_session();
    let Some(partnership) = register.partnership(*id) else {
        return html! { <super::NotFound /> };
    };
    let n_risks = register.risks_of(*id).count();
    let delete = {
        let (id, name) = (*id, partnership.name.clone());
        move |_| {
            session.change(Change::PartnershipRemoved(id), deleted(&name, n_risks));
            go(&Route::Partnerships);
        }
    };
    html! {
        <>
            <p><Link to={Route::Partnerships.to_string()}>{ "All partnerships" }</Link></p>
            <div class="page-head">
                <h1 tabindex="-1">{ &partnership.name }</h1>
                <Link class="button button--secondary" to={Route::EditPartnership(*id).to_string()}>
                    { "Change details" }
                </Link>
            </div>
            { facts(partnership) }
            <h2>{ "Risks" }</h2>
            { risks(register, *id) }
            <p class="actions">
                <Link class="button button--primary" to={Route::NewRisk(Some(*id)).to_string()}>{ "Add a risk" }</Link>
                <Button
                    kind={ButtonKind::Warning} on_press={delete}
                    label={format!("Delete with {}", count(n_risks, "risk", "risks"))}
                />
            </p>
        </>
    }
}

fn deleted(name: &str, n_risks: usize) -> String {
    format!("Deleted {name} and {}. Undo brings them back.", count(n_risks, "risk", "risks"))
}

fn facts(partnership: &Partnership) -> Html {
    let rows = vec![
        SummaryRow::text("Form", partnership.kind.name()),
        SummaryRow::text("Purpose", &partnership.purpose),
        SummaryRow::text("Lead officer", &partnership.lead_officer),
        SummaryRow::text("Notes", &partnership.notes),
    ];
    html! { <SummaryList {rows} /> }
}

fn risks(register: &Rc<Register>, id: PartnershipId) -> Html {
    let filter = Filter { partnership: Some(id), ..Filter::default() };
    let rows: Rc<[_]> = rows(register, &filter, Sort::default()).into();
    if rows.is_empty() {
        return html! { <p>{ "No open risk yet. Add the first one." }</p> };
    }
    html! { <RiskTable register={register.clone()} {rows} /> }
}
