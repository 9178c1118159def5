//! One module for each place, and the frame around them all. Pages read the model through queries and
//! say what happened; how a piece looks is the components' business. A page is a function of what it
//! shows; only a form, which remembers what is typed, is a yew component.

mod about;
mod attention;
mod benchmark;
mod form;
mod frame;
mod import;
mod organisation;
mod overview;
mod partnership;
mod partnership_form;
mod partnerships;
mod rating_fields;
mod risk_form;
mod risks;
mod shown;
mod welcome;

use std::rc::Rc;

use partnership_risk_core::register::{PartnershipId, Register};
use yew::prelude::{Html, html};

pub use frame::framed;

use super::components::link;
use super::route::Route;
use super::session::Session;
use crate::app::model::Model;
use organisation::OrganisationForm;
use partnership_form::PartnershipForm;
use risk_form::{RiskForm, Subject};

/// Where the person is and, once they have moved, where they came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Whereabouts {
    /// The place.
    pub here: Route,
    /// The place before, to go back to.
    pub from: Option<Route>,
}

/// The page at a place.
fn page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match (&at.here, &model.register) {
        (Route::About, _) => about::about(),
        (Route::NotFound, _) => not_found(),
        (Route::Import, register) => import::import(model.import.as_ref(), register.as_ref(), session),
        (Route::Organisation, register) => {
            html! { <OrganisationForm register={register.clone()} session={session.clone()} /> }
        }
        (_, None) => welcome::welcome(session),
        (_, Some(register)) => page_of_register(register, session, at),
    }
}

/// The page at a place that needs a register. Each form has its place as its key, so that nothing typed
/// for one subject is shown for another.
fn page_of_register(register: &Rc<Register>, session: &Session, at: &Whereabouts) -> Html {
    let key = at.here.to_string();
    let form = || (register.clone(), session.clone(), at.from.clone());
    match &at.here {
        Route::Overview | Route::Organisation | Route::Import | Route::About | Route::NotFound => {
            overview::overview(register)
        }
        Route::Partnerships => partnerships::partnerships(register),
        Route::Partnership(id) => partnership::partnership(register, *id, session),
        Route::Risks(view) => risks::risks(register, view),
        Route::Benchmark(view) => benchmark::benchmark(register, view),
        Route::NewPartnership => partnership_form(key, form(), None),
        Route::EditPartnership(id) => partnership_form(key, form(), Some(*id)),
        Route::NewRisk(partnership) => risk_form(key, form(), Subject::New(*partnership)),
        Route::Risk(id) => risk_form(key, form(), Subject::Existing(*id)),
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

/// The name of a place, for the browser's tab.
#[must_use]
pub fn title(route: &Route, register: Option<&Register>) -> String {
    let partnership = |id| register.and_then(|r| r.partnership(id)).map(|p| p.name.as_str());
    let risk = |id| register.and_then(|r| r.risk(id)).map(|r| r.title.as_str());
    let place = match route {
        Route::Overview => "Overview",
        Route::Organisation => "Your organisation",
        Route::Partnerships => "Partnerships",
        Route::NewPartnership => "New partnership",
        Route::Partnership(id) | Route::EditPartnership(id) => partnership(*id).unwrap_or("Partnership"),
        Route::Risks(_) => "Risks",
        Route::NewRisk(_) => "New risk",
        Route::Risk(id) => risk(*id).unwrap_or("Risk"),
        Route::Benchmark(_) => "Benchmark",
        Route::Import => "Import a spreadsheet",
        Route::About => "About",
        Route::NotFound => "Not found",
    };
    format!("{place} \u{2013} Partnership Risk Calculator")
}

/// An address that leads nowhere.
fn not_found() -> Html {
    html! {
        <>
            { heading("There is nothing at this address") }
            <p>{ "It may have been deleted, or the address is not complete." }</p>
            <p>{ link(Route::Overview.to_string(), "Go to the overview") }</p>
        </>
    }
}

/// The page's heading, to which the focus goes on arrival.
fn heading(text: &str) -> Html {
    html! { <h1 tabindex="-1">{ text }</h1> }
}
