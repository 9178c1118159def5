//! The register by hand: the organisation, its partnerships and its risks, as lists and as forms. Each
//! form has its place as its key, so that nothing typed for one subject is shown for another.

mod actions;
mod controls;
mod finder;
mod losses;
mod organisation;
mod owners;
mod partnership;
mod partnership_form;
mod partnerships;
mod rating_fields;
mod risk_form;
mod risks;
mod several;
mod way_back;

use std::rc::Rc;

use partnership_risk_core::register::{PartnershipId, Register};
use yew::prelude::{Html, html};

use super::{Whereabouts, not_found, welcome};
use crate::app::model::Model;
use crate::ui::route::Route;
use crate::ui::session::Session;

use actions::ActionForm;
use controls::ControlForm;
use losses::LossForm;
use organisation::OrganisationForm;
use partnership_form::PartnershipForm;
use risk_form::{RiskForm, Subject};

/// The page at one of the places of the organisation and its partnerships.
pub(in crate::ui) fn partnerships_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    if at.here == Route::Organisation {
        return html! { <OrganisationForm register={model.register.clone()} session={session.clone()} /> };
    }
    let page = |register: &Rc<Register>, at: &Route, form: FormParts| {
        let key = at.to_string();
        Some(match at {
            Route::Partnerships(view) => partnerships::partnerships(register, view),
            Route::PartnershipAttention => partnerships::attention(register),
            Route::Partnership(id) => partnership::about(register, *id, session),
            Route::PartnershipRisks(id) => partnership::risks_of(register, *id),
            Route::NewPartnership => partnership_form(key, form, None),
            Route::EditPartnership(id) => partnership_form(key, form, Some(*id)),
            _ => return None,
        })
    };
    page_of(model, session, at, &page)
}

/// The page at one of the places of the risks.
pub(in crate::ui) fn risks_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    let page = |register: &Rc<Register>, at: &Route, form: FormParts| {
        let key = at.to_string();
        Some(match at {
            Route::Risks(view) => risks::risks(register, view, session),
            Route::NewRisk(partnership) => risk_form(key, form, Subject::New(*partnership)),
            Route::Risk(id) => risk_form(key, form, Subject::Existing(*id)),
            Route::BowTie(id) => risks::bow_tie(register, *id),
            _ => return None,
        })
    };
    page_of(model, session, at, &page)
}

/// The page at one of the places of what is done about risks, and of what they have cost.
pub(in crate::ui) fn work_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    let page = |register: &Rc<Register>, at: &Route, form: FormParts| {
        let key = at.to_string();
        Some(match at {
            Route::Controls(filter) => controls::controls(register, filter),
            Route::NewControl(risk) => control_form(key, form, controls::Subject::New(*risk)),
            Route::Control(id) => control_form(key, form, controls::Subject::Existing(*id)),
            Route::Actions(filter) => actions::actions(register, filter, session),
            Route::NewAction(serves) => action_form(key, form, actions::Subject::New(*serves)),
            Route::Action(id) => action_form(key, form, actions::Subject::Existing(*id)),
            Route::Losses => losses::losses(register),
            Route::NewLoss(partnership) => loss_form(key, form, losses::Subject::New(*partnership)),
            Route::Loss(id) => loss_form(key, form, losses::Subject::Existing(*id)),
            _ => return None,
        })
    };
    page_of(model, session, at, &page)
}

/// The page of a place, if a part has it.
type PageOf<'a> = dyn Fn(&Rc<Register>, &Route, FormParts) -> Option<Html> + 'a;

/// The page of a place that needs a register, where one of the parts above has it.
fn page_of(model: &Model, session: &Session, at: &Whereabouts, page: &PageOf<'_>) -> Html {
    let Some(register) = &model.register else { return welcome::welcome(session) };
    let form = (register.clone(), session.clone(), at.from.clone());
    page(register, &at.here, form).unwrap_or_else(not_found)
}

/// What every form of the register is given: the register, what it acts through, and the way back.
type FormParts = (Rc<Register>, Session, Option<Route>);

fn partnership_form(key: String, (register, session, back): FormParts, id: Option<PartnershipId>) -> Html {
    html! { <PartnershipForm {key} {register} {session} {back} {id} /> }
}

fn risk_form(key: String, (register, session, back): FormParts, subject: Subject) -> Html {
    html! { <RiskForm {key} {register} {session} {back} {subject} /> }
}

fn control_form(key: String, (register, session, back): FormParts, subject: controls::Subject) -> Html {
    html! { <ControlForm {key} {register} {session} {back} {subject} /> }
}

fn action_form(key: String, (register, session, back): FormParts, subject: actions::Subject) -> Html {
    html! { <ActionForm {key} {register} {session} {back} {subject} /> }
}

fn loss_form(key: String, (register, session, back): FormParts, subject: losses::Subject) -> Html {
    html! { <LossForm {key} {register} {session} {back} {subject} /> }
}
