//! The form for a risk, and below it what belongs to the risk.

mod around;
mod bearers;
mod beginnings;
mod fields;
mod figures;
mod linked;
mod picture;
mod pulls;

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::register::{Change, Partnership, PartnershipId, Register, Risk, Status};
use yew::prelude::{Html, component, html};

use self::around::around;
use self::beginnings::beginnings;
use self::fields::{handling, people, ratings, what, why};
use self::figures::figures;
use crate::app::drafts::{Problem, RiskDraft};
use crate::app::queries::risk_table::Filter;
use crate::app::queries::seek::only_live;
use crate::ui::components::button_link;
use crate::ui::pages::form::{Editing, Kind, Record, RecordProps, partnership_first, quoted, use_editing};
use crate::ui::pages::shown::partnerships_offered;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;

impl Record for Risk {
    /// The partnership that runs it.
    type About = Option<PartnershipId>;
    type Draft = RiskDraft;
    const KIND: Kind<Self> = Kind {
        find: Register::risk,
        new: Route::NewRisk,
        existing: Route::Risk,
        above: |_| Route::risks(Filter::default()),
        begun: |partnership, register, _| RiskDraft::new(partnership.or_else(|| only_live(register))),
        draft: |risk, _| RiskDraft::of(risk),
        check: |draft, register, id, (now, _)| draft.check(register, id, now),
        called: |risk| quoted(&risk.title),
        why: |draft| &draft.why,
        put: |risk| Change::RisksPut(vec![risk]),
        removed: Change::RiskRemoved,
        next: |_, _| None,
    };
}

/// The form for a risk.
#[component]
pub(super) fn RiskForm(props: &RecordProps<Risk>) -> Html {
    let Some(editing) = use_editing(props) else { return not_found() };
    let (form, known, register) = (&editing.form, editing.known.as_deref(), &props.register);
    let partnerships = partnerships_offered(register, Partnership::is_live, &form.draft().partnership);
    if partnerships.is_empty() {
        return partnership_first("New risk", "A risk belongs to a partnership, and none is under way yet.");
    }
    let content = html! {
        <>
            <div class="page-head">
                { heading(known.map_or("New risk", |risk| &risk.title)) }
                { known.map(bow_tie_link).unwrap_or_default() }
            </div>
            { what(form, register, partnerships) }
            { ratings(form, register) }
            { figures(form, props, beginnings(form, register, known.map(|risk| risk.id))) }
            { people(form) }
            { handling(form, register, known.map(|risk| risk.id)) }
            if known.is_some() {
                { why(form) }
            }
        </>
    };
    html! {
        <>
            { editing.view(content, Html::default()) }
            { known.map(|risk| around(&editing, risk)).unwrap_or_default() }
        </>
    }
}

fn bow_tie_link(risk: &Risk) -> Html {
    button_link("See it as a bow tie", "button button--secondary", Route::BowTie(risk.id).to_string())
}

/// Saves what is typed, and that the risk is closed.
fn close(editing: &Editing<Risk>) {
    let draft = editing.form.draft();
    let reason = draft.closing.trim().to_owned();
    if reason.is_empty() {
        let message = "Say why the risk can be closed".to_owned();
        return editing.form.refuse(vec![Problem { field: "closing".to_owned(), message }]);
    }
    let why = if draft.why.trim().is_empty() { reason.clone() } else { draft.why.clone() };
    let status = Status::Closed.key().to_owned();
    editing.save(&RiskDraft { status, status_reason: reason, why, ..draft.clone() });
}
