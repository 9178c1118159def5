//! The health check: all partnerships by theme, what is said about one of them, and answering question by
//! question. What answers come to is the domain's to say.

mod check;
mod details_form;
mod disagreement;
mod explained;
mod figures;
mod findings;
mod panel;
mod question_fields;
mod spectrum;
mod theme_form;
mod trend;

use std::rc::Rc;

use partnership_risk_core::health::Theme;
use partnership_risk_core::register::{HealthCheckId, Register};
use yew::prelude::{Html, html};

use super::form::{Edited, record_form};
use super::{Whereabouts, not_found, welcome};
use crate::app::model::Model;
use crate::ui::route::Route;
use crate::ui::session::Session;

pub(super) use figures::{answered, percent_or_none};
pub(super) use question_fields::QuestionFields;

use details_form::DetailsForm;
use theme_form::ThemeForm;

/// The page at one of the health check's places.
pub(in crate::ui) fn health_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match (&at.here, &model.register) {
        (_, None) => welcome::welcome(session),
        (Route::Health, Some(register)) => spectrum::spectrum(register),
        (Route::PartnershipHealth(id), Some(register)) => panel::panel(register, *id, session),
        (Route::NewHealthCheck(of), Some(register)) => {
            record_form::<DetailsForm, _>(register, session, at, Edited::New(*of))
        }
        (Route::EditHealthCheck(id), Some(register)) => {
            record_form::<DetailsForm, _>(register, session, at, Edited::Existing(*id))
        }
        (Route::HealthCheck(id, None), Some(register)) => check::check(register, *id, session),
        (Route::HealthCheck(id, Some(theme)), Some(register)) => theme_form(register, session, (*id, *theme)),
        (_, Some(_)) => not_found(),
    }
}

fn theme_form(register: &Rc<Register>, session: &Session, (id, theme): (HealthCheckId, Theme)) -> Html {
    let key = Route::HealthCheck(id, Some(theme)).to_string();
    html! { <ThemeForm {key} register={register.clone()} session={session.clone()} {id} {theme} /> }
}
