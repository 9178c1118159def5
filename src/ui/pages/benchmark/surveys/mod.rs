//! Surveys: the library of all of them, one with everything that is known of it, its other editions and its
//! crosswalk, and the forms by which a body adds its own and draws its own lines.

mod crosswalk;
mod crosswalk_form;
mod editions;
mod file;
mod form;
mod library;
mod one;
mod rows;
mod table;

use std::rc::Rc;

use partnership_risk_core::catalogue::{Survey, SurveyId};
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use crate::app::queries::surveys::find_survey;
use crate::ui::pages::form::way_back;
use crate::ui::pages::{Whereabouts, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

use crosswalk_form::CrosswalkForm;
use form::{Begun, SurveyForm};

pub(super) use table::{entries, seen_of};

/// The page at one of these places.
pub(super) fn survey_page(register: &Rc<Register>, session: &Session, at: &Whereabouts) -> Html {
    let known = |id: &SurveyId| find_survey(register, id);
    match &at.here {
        Route::Surveys(filter) => Some(library::library(register, filter)),
        Route::Survey(id, with) => {
            known(id).map(|survey| one::survey(register, session, &survey, with.as_ref()))
        }
        Route::NewSurvey(from) => {
            Some(form(register, session, Begun::New(from.as_ref().and_then(known)), at))
        }
        Route::EditSurvey(id) => {
            register.survey(id).map(|survey| form(register, session, Begun::Known(survey.clone()), at))
        }
        Route::SurveyCrosswalk(id) => known(id).map(|survey| crosswalk_form(register, session, survey, at)),
        _ => None,
    }
    .unwrap_or_else(not_found)
}

fn form(register: &Rc<Register>, session: &Session, begun: Begun, at: &Whereabouts) -> Html {
    let back = way_back(&at.here, &at.above, begun.list());
    let (register, session) = (register.clone(), session.clone());
    html! { <SurveyForm key={at.here.to_string()} {register} {session} {begun} {back} /> }
}

fn crosswalk_form(register: &Rc<Register>, session: &Session, survey: Rc<Survey>, at: &Whereabouts) -> Html {
    let back = way_back(&at.here, &at.above, Route::Survey(survey.id().clone(), None));
    let (register, session) = (register.clone(), session.clone());
    html! { <CrosswalkForm key={at.here.to_string()} {register} {session} {survey} {back} /> }
}
