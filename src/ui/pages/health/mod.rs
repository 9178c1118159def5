//! The health check: all partnerships by theme, what is said about one of them, and answering question by
//! question. What answers come to is the domain's to say.

mod check;
mod details_form;
mod disagreement;
mod explained;
mod figures;
mod findings;
mod panel;
mod spectrum;
mod theme_form;
mod trend;

use std::rc::Rc;

use partnership_risk_core::health::Theme;
use partnership_risk_core::register::{HealthCheckId, Register};
use yew::prelude::{Html, html};

use super::{Whereabouts, not_found, welcome};
use crate::app::drafts::{Kept, ThemeDraft};
use crate::app::model::Model;
use crate::ui::route::Route;
use crate::ui::session::Session;

use details_form::{DetailsForm, Subject};
use theme_form::ThemeForm;

/// The page at one of the health check's places.
pub(in crate::ui) fn health_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match (&at.here, &model.register) {
        (_, None) => welcome::welcome(session),
        (Route::Health, Some(register)) => spectrum::spectrum(register),
        (Route::PartnershipHealth(id), Some(register)) => panel::panel(register, *id, session),
        (Route::NewHealthCheck(of), Some(register)) => details_form(register, session, at, Subject::New(*of)),
        (Route::EditHealthCheck(id), Some(register)) => {
            details_form(register, session, at, Subject::Existing(*id))
        }
        (Route::HealthCheck(id, None), Some(register)) => check::check(register, *id, session),
        (Route::HealthCheck(id, Some(theme)), Some(register)) => theme_form(register, session, (*id, *theme)),
        (_, Some(_)) => not_found(),
    }
}

/// The form is begun afresh when the answers that it shows were changed elsewhere, as by undo.
fn theme_form(register: &Rc<Register>, session: &Session, (id, theme): (HealthCheckId, Theme)) -> Html {
    let saved = register.health_check(id).map(|check| ThemeDraft::of(&check.answers, theme).as_text());
    let key = [Route::HealthCheck(id, Some(theme)).to_string(), saved.unwrap_or_default()].concat();
    html! { <ThemeForm {key} register={register.clone()} session={session.clone()} {id} {theme} /> }
}

fn details_form(register: &Rc<Register>, session: &Session, at: &Whereabouts, subject: Subject) -> Html {
    let (register, session, back) = (register.clone(), session.clone(), at.from.clone());
    html! { <DetailsForm key={at.here.to_string()} {register} {session} {subject} {back} /> }
}
