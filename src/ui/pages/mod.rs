//! One module for each place, and the frame around them all. Pages read the model through queries and
//! say what happened; how a piece looks is the components' business. A page is a function of what it
//! shows; only a form, which remembers what is typed, is a yew component.

pub(super) mod about;
pub(super) mod benchmark;
pub(super) mod catalogue;
pub(super) mod copies;
pub(super) mod cost;
pub(super) mod file;
mod filters;
mod finding_address;
mod first_and_rest;
mod form;
mod frame;
mod handling;
mod happened;
pub(super) mod health;
mod heat_table;
pub(super) mod import;
mod messages;
pub(super) mod overview;
mod partnership_head;
mod receiving;
pub(super) mod records;
mod refused_file;
pub(super) mod register;
mod reminder;
mod risk_table;
mod save_view;
pub(super) mod settings;
pub(super) mod sharing;
mod shown;
mod sorting;
mod take_away;
mod welcome;

use std::rc::Rc;

use partnership_risk_core::register::Register;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, Html, MouseEvent, html};

pub use frame::framed;

use super::components::{Button, link};
use super::parts::{self, Arrival};
use super::route::Route;
use super::session::Session;
use crate::app::event::Event;
use crate::app::model::Model;

/// Where the person is and, once they have moved, where they came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Whereabouts {
    /// The place.
    pub here: Route,
    /// The place before.
    pub from: Option<Route>,
    /// The places on the way here, to go back to; who goes back to one leaves those after it.
    pub above: Vec<Route>,
}

impl Whereabouts {
    /// The first place of a visit.
    #[must_use]
    pub fn at(here: Route) -> Self {
        Self { here, from: None, above: Vec::new() }
    }

    /// The next place of a visit. Another filter of a page takes the place of the one before.
    #[must_use]
    pub fn moved_to(mut self, here: Route) -> Self {
        self.above.push(self.here.clone());
        let earlier = self.above.iter().position(|place| place.is_one_page_with(&here));
        self.above.truncate(earlier.unwrap_or(self.above.len()));
        Self { from: Some(self.here), here, above: self.above }
    }

    /// The page before; another filter of this one is none.
    #[must_use]
    pub fn came_from(&self) -> Option<&Route> {
        self.from.as_ref().filter(|from| !self.here.is_one_page_with(from))
    }
}

/// The page at a place. Most come from a part that may have yet to be fetched.
fn page(model: &Model, session: &Session, at: &Whereabouts, arrival: &Arrival) -> Html {
    match (arrival, &at.here) {
        (Arrival::AlwaysHere, Route::NotFound) => not_found(),
        (Arrival::AlwaysHere, _) => welcome::welcome(session),
        (Arrival::Here(page), _) => page(model, session, at),
        (Arrival::OnItsWay, _) => {
            html! { <p role="status">{ "Fetching this part of the calculator" }</p> }
        }
        (Arrival::Failed(again), _) => not_fetched(again),
    }
}

/// A part that could not be fetched.
fn not_fetched(again: &Callback<MouseEvent>) -> Html {
    let again = Button { label: "Try again".into(), on_press: again.clone(), ..Button::default() };
    html! {
        <>
            { heading("This part could not be fetched") }
            <p>{ "The calculator fetches each of its parts when it is first opened, and this one did not arrive. Your register is not affected." }</p>
            <p>{ "Check the connection, then try again." }</p>
            { again.view() }
        </>
    }
}

/// A callback that offers the register as a file.
fn offering(session: &Session, register: &Rc<Register>) -> Callback<MouseEvent> {
    let (session, register) = (session.clone(), register.clone());
    Callback::from(move |_| {
        let (session, register) = (session.clone(), register.clone());
        spawn_local(async move {
            match parts::desk().await {
                Ok(desk) => (desk.offer)(&session.world, &register),
                Err(error) => {
                    session.tell(Event::FileRefused { name: "A copy".into(), reason: error.to_string() });
                }
            }
        });
    })
}

/// The name of a place, for the browser's tab.
#[must_use]
pub fn title(route: &Route, register: Option<&Register>) -> String {
    let partnership = |id| register.and_then(|r| r.partnership(id)).map(|p| p.name.as_str());
    let risk = |id| register.and_then(|r| r.risk(id)).map(|r| r.title.as_str());
    let check = |id| register.and_then(|r| r.health_check(id));
    let of = |what: &str, id| format!("{what} of {}", partnership(id).unwrap_or("a partnership"));
    let owned;
    let place = match route {
        Route::Overview => "Overview",
        Route::Organisation => "Your organisation",
        Route::Partnerships(_) => "Partnerships",
        Route::PartnershipAttention => "Partnerships that need attention",
        Route::Settings => "Settings",
        Route::MatrixSettings => "Risk matrix",
        Route::AppetiteSettings => "Risk appetite",
        Route::SignificanceSettings => "Significance",
        Route::CategorySettings => "Your own categories",
        Route::DriverSettings => "Shared drivers",
        Route::Copies => "Copies of this register",
        Route::Storage => "What is kept in this browser",
        Route::NewPartnership => "New partnership",
        Route::Partnership(id) | Route::EditPartnership(id) => partnership(*id).unwrap_or("Partnership"),
        Route::PartnershipRisks(id) => partnership(*id).unwrap_or("Partnership"),
        Route::Risks(_) => "Risks",
        Route::NewRisk(_) => "New risk",
        Route::Risk(id) => risk(*id).unwrap_or("Risk"),
        Route::Health => "Health",
        Route::PartnershipHealth(id) => {
            owned = of("Health", *id);
            &owned
        }
        Route::PartnershipCost(id) => {
            owned = of("Cost", *id);
            &owned
        }
        Route::PartnershipTrend(id) => {
            owned = of("Trend", *id);
            &owned
        }
        Route::NewHealthCheck(_) => "Start a health check",
        Route::EditHealthCheck(_) => "Change a health check",
        Route::HealthCheck(_, Some(theme)) => theme.name(),
        Route::HealthCheck(id, None) => check(*id).map_or("Health check", |check| &check.respondent),
        Route::BowTie(id) => return title_of(&["Bow tie: ", risk(*id).unwrap_or("risk")].concat()),
        Route::Controls(_) => "Controls",
        Route::NewControl(_) => "New control",
        Route::Control(id) => {
            register.and_then(|r| r.control(*id)).map_or("Control", |control| &control.name)
        }
        Route::Actions(_) => "Actions",
        Route::NewAction(_) => "New action",
        Route::Action(id) => register.and_then(|r| r.action(*id)).map_or("Action", |action| &action.what),
        Route::Losses => "Losses",
        Route::NewLoss(_) => "New loss",
        Route::Loss(id) => register.and_then(|r| r.loss(*id)).map_or("Loss", |loss| &loss.what),
        Route::Cost(_) => "Cost of risk",
        Route::CostShares(_) => "What makes up the cost of risk",
        Route::CostControls(_) => "What controls are worth",
        Route::CostLosses(_) => "What past losses say",
        Route::Benchmark(_) => "Benchmark",
        Route::Several(_) => "Several surveys",
        Route::Practice => "Good practice",
        Route::Peers(_) => "Peers",
        Route::Surveys(_) => "Surveys",
        Route::Survey(..) => "Survey",
        Route::NewSurvey(_) => "New survey",
        Route::EditSurvey(_) => "Change a survey",
        Route::SurveyCrosswalk(_) => "Crosswalk of a survey",
        Route::Search(_) => "Search",
        Route::History(_) => "History",
        Route::Checks(_) => "Checks",
        Route::Waive(_) => "Let a finding pass",
        Route::Snapshots(_) => "Snapshots",
        Route::Snapshot(_) => "Rename a snapshot",
        Route::Duties(_) => "Duties",
        Route::Views => "Saved views",
        Route::Catalogue => "Catalogue of partnership risks",
        Route::Category(_) => "Category of risk",
        Route::Suggestions(_) => "Suggested risks",
        Route::File => "Register file",
        Route::Import => "Import a spreadsheet",
        Route::Export => "Export tables",
        Route::Share(_) => "Share by a link",
        Route::Shared(_) => "What you were sent",
        Route::NewQuestionnaire(_) => "Ask a partner",
        Route::Questionnaire(_) => "Answer a health check",
        Route::Answers(_) => "Answers from a partner",
        Route::Merge(_) => "Merge two copies",
        Route::CompareFiles(_) => "Compare two copies",
        Route::About => "About",
        Route::NotFound => "Not found",
    };
    title_of(place)
}

fn title_of(place: &str) -> String {
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

#[cfg(test)]
mod tests {
    use partnership_risk_core::register::RiskId;

    use super::*;
    use crate::app::queries::risk_table::Filter;

    #[test]
    fn the_way_here_grows_downwards_and_is_taken_back_upwards() {
        let risks = |text: &str| Route::risks(Filter { text: text.into(), ..Filter::default() });
        let risk = Route::Risk(RiskId::from_bits(1));
        let new = Route::NewControl(Some(RiskId::from_bits(1)));
        let mut at = Whereabouts::at(Route::Overview);
        for (here, above) in [
            (risks("a"), vec![Route::Overview]),
            (risks("ab"), vec![Route::Overview]),
            (risk.clone(), vec![Route::Overview, risks("ab")]),
            (new.clone(), vec![Route::Overview, risks("ab"), risk.clone()]),
            (risk, vec![Route::Overview, risks("ab")]),
            (risks(""), vec![Route::Overview]),
            (Route::Overview, vec![]),
        ] {
            let from = at.here.clone();
            at = at.moved_to(here.clone());
            assert_eq!((&at.here, &at.from, &at.above), (&here, &Some(from), &above), "{here}");
        }
    }
}
