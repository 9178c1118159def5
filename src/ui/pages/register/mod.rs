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

/// The page at one of the register's places.
pub(in crate::ui) fn register_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match (&at.here, &model.register) {
        (Route::Organisation, register) => {
            html! { <OrganisationForm register={register.clone()} session={session.clone()} /> }
        }
        (_, None) => welcome::welcome(session),
        (_, Some(register)) => page_of(register, session, at),
    }
}

fn page_of(register: &Rc<Register>, session: &Session, at: &Whereabouts) -> Html {
    let key = at.here.to_string();
    let form = || (register.clone(), session.clone(), at.from.clone());
    match &at.here {
        Route::Risks(view) => risks::risks(register, view, session),
        Route::Partnerships(view) => partnerships::partnerships(register, view),
        Route::PartnershipAttention => partnerships::attention(register),
        Route::Partnership(id) => partnership::about(register, *id, session),
        Route::PartnershipRisks(id) => partnership::risks_of(register, *id),
        Route::NewPartnership => partnership_form(key, form(), None),
        Route::EditPartnership(id) => partnership_form(key, form(), Some(*id)),
        Route::NewRisk(partnership) => risk_form(key, form(), Subject::New(*partnership)),
        Route::Risk(id) => risk_form(key, form(), Subject::Existing(*id)),
        Route::BowTie(id) => risks::bow_tie(register, *id),
        Route::Controls(filter) => controls::controls(register, filter),
        Route::NewControl(risk) => control_form(key, form(), controls::Subject::New(*risk)),
        Route::Control(id) => control_form(key, form(), controls::Subject::Existing(*id)),
        Route::Actions(filter) => actions::actions(register, filter, session),
        Route::NewAction(serves) => action_form(key, form(), actions::Subject::New(*serves)),
        Route::Action(id) => action_form(key, form(), actions::Subject::Existing(*id)),
        Route::Losses => losses::losses(register),
        Route::NewLoss(partnership) => loss_form(key, form(), losses::Subject::New(*partnership)),
        Route::Loss(id) => loss_form(key, form(), losses::Subject::Existing(*id)),
        Route::Overview
        | Route::Organisation
        | Route::Health
        | Route::PartnershipHealth(_)
        | Route::NewHealthCheck(_)
        | Route::EditHealthCheck(_)
        | Route::HealthCheck(..)
        | Route::Settings
        | Route::MatrixSettings
        | Route::AppetiteSettings
        | Route::SignificanceSettings
        | Route::CategorySettings
        | Route::Benchmark(_)
        | Route::Search(_)
        | Route::History(_)
        | Route::Import
        | Route::About
        | Route::NotFound => not_found(),
    }
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
