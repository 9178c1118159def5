//! The form for a risk, and below it what belongs to the risk.

mod around;
mod bearers;
mod fields;
mod linked;

use std::rc::Rc;

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::date::Date;
use partnership_risk_core::register::{
    Change, Partnership, PartnershipId, Register, Risk, RiskId, Status, Timestamp,
};
use yew::prelude::{Html, component, html};

use self::around::around;
use self::fields::{handling, people, ratings, what, why};
use crate::app::drafts::{Problem, RiskDraft};
use crate::app::queries::risk_table::Filter;
use crate::app::queries::seek::only_live;
use crate::ui::components::button_link;
use crate::ui::pages::form::{Edited, Editing, Record, RecordProps, partnership_first, use_editing};
use crate::ui::pages::shown::partnerships_offered;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;

impl Record for Risk {
    type About = Option<PartnershipId>;
    type Draft = RiskDraft;

    fn find(register: &Register, id: RiskId) -> Option<&Rc<Self>> {
        register.risk(id)
    }

    fn place(edited: Edited<Self>) -> Route {
        match edited {
            Edited::New(partnership) => Route::NewRisk(partnership),
            Edited::Existing(id) => Route::Risk(id),
        }
    }

    fn above(_: Edited<Self>) -> Route {
        Route::risks(Filter::default())
    }

    fn begun(partnership: Self::About, register: &Register, _: Date) -> RiskDraft {
        RiskDraft::new(partnership.or_else(|| only_live(register)))
    }

    fn draft(&self, _: &Register) -> RiskDraft {
        RiskDraft::of(self)
    }

    fn check(
        draft: &RiskDraft,
        register: &Register,
        id: RiskId,
        (now, _): (Timestamp, Date),
    ) -> Result<Self, Vec<Problem>> {
        draft.check(register, id, now)
    }

    fn called(&self) -> String {
        format!("\u{201c}{}\u{201d}", self.title)
    }

    fn put(self) -> Change {
        Change::RisksPut(vec![self])
    }

    fn removed(id: RiskId) -> Change {
        Change::RiskRemoved(id)
    }

    fn why(draft: &RiskDraft) -> &str {
        &draft.why
    }
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
