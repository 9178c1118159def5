//! The form for a risk, and below it what belongs to the risk.

mod around;
mod bearers;
mod fields;
mod linked;

use std::rc::Rc;

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::register::{Change, PartnershipId, Register, Risk, RiskId, Status};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html};

use self::around::around;
use self::fields::{handling, people, ratings, what, why};
use super::way_back::way_back;
use crate::app::drafts::{Problem, RiskDraft};
use crate::app::queries::risk_table::Filter;
use crate::ui::components::button_link;
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Which risk the form is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A new one, of one partnership where that is known.
    New(Option<PartnershipId>),
    /// One that is there.
    Existing(RiskId),
}

/// Props of [`RiskForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which risk.
    pub subject: Subject,
    /// Where the person came from.
    pub back: Option<Route>,
}

impl Props {
    fn known(&self) -> Option<&Rc<Risk>> {
        match self.subject {
            Subject::New(_) => None,
            Subject::Existing(id) => self.register.risk(id),
        }
    }

    fn place(&self) -> Route {
        match self.subject {
            Subject::New(partnership) => Route::NewRisk(partnership),
            Subject::Existing(id) => Route::Risk(id),
        }
    }

    fn back(&self) -> Route {
        way_back(&self.place(), self.back.as_ref(), Route::risks(Filter::default()))
    }

    fn first_draft(&self) -> RiskDraft {
        let only = match self.register.partnerships() {
            [only] => Some(only.id),
            _ => None,
        };
        match self.subject {
            Subject::New(partnership) => RiskDraft::new(partnership.or(only)),
            Subject::Existing(_) => self.known().map(|risk| RiskDraft::of(risk)).unwrap_or_default(),
        }
    }
}

/// The form for a risk.
#[component]
pub fn RiskForm(props: &Props) -> Html {
    let form = use_form(&props.session.world, &props.place(), props.first_draft());
    let known = props.known();
    if known.is_none() && matches!(props.subject, Subject::Existing(_)) {
        return not_found();
    }
    if props.register.partnerships().is_empty() {
        return no_partnership_yet();
    }
    html! {
        <>
            <form onsubmit={submit(props, &form)} novalidate=true>
                { form.head() }
                <div class="page-head">
                    { heading(known.map_or("New risk", |risk| &risk.title)) }
                    { known.map(|risk| bow_tie_link(risk)).unwrap_or_default() }
                </div>
                { what(&form, &props.register) }
                { ratings(&form, &props.register) }
                { people(&form) }
                { handling(&form, &props.register, known.map(|risk| risk.id)) }
                if known.is_some() {
                    { why(&form) }
                }
                <p class="actions">{ form.save_or_cancel(&props.back()) }</p>
            </form>
            { known.map(|risk| around(props, &form, risk)).unwrap_or_default() }
        </>
    }
}

fn bow_tie_link(risk: &Risk) -> Html {
    button_link("See it as a bow tie", "button button--secondary", Route::BowTie(risk.id).to_string())
}

fn submit(props: &Props, form: &Form<RiskDraft>) -> Callback<SubmitEvent> {
    let (props, form) = (props.clone(), form.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        save(&props, &form, form.draft());
    })
}

/// Saves what is typed, or says what is wrong with it.
fn save(props: &Props, form: &Form<RiskDraft>, draft: &RiskDraft) {
    let world = &props.session.world;
    let id = match props.subject {
        Subject::New(_) => world.fresh_id(),
        Subject::Existing(id) => id,
    };
    match draft.check(&props.register, id, world.clock.now()) {
        Ok(risk) => {
            form.forget();
            let said = format!("Saved \u{201c}{}\u{201d}", risk.title);
            let why = draft.why.trim().to_owned();
            props.session.change_because(Change::RisksPut(vec![risk]), said, why);
            go(&props.back());
        }
        Err(found) => form.refuse(found),
    }
}

/// Saves what is typed, and that the risk is closed.
fn close(props: &Props, form: &Form<RiskDraft>) {
    let reason = form.draft().closing.trim().to_owned();
    if reason.is_empty() {
        let message = "Say why the risk can be closed".to_owned();
        return form.refuse(vec![Problem { field: "closing".to_owned(), message }]);
    }
    let mut draft = form.draft().clone();
    draft.status = Status::Closed.key().to_owned();
    draft.status_reason = reason.clone();
    if draft.why.trim().is_empty() {
        draft.why = reason;
    }
    save(props, form, &draft);
}

/// A risk belongs to a partnership, so the first partnership comes first.
fn no_partnership_yet() -> Html {
    html! {
        <>
            { heading("New risk") }
            <p>{ "A risk belongs to a partnership, and there is none yet." }</p>
            <p>{ button_link("Add a partnership first", "button button--primary", Route::NewPartnership.to_string()) }</p>
        </>
    }
}
