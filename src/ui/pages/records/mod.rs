//! What the register keeps about itself: finding anything in it, what has changed, what the checks find, what is to
//! be done, earlier days to compare with, and views that have a name.

mod checks;
mod compared;
mod duties;
mod history;
mod over_time;
mod partnership_trend;
mod search;
mod snapshot_form;
mod snapshots;
mod view_form;
mod views;
mod waive_form;

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::form::way_back;
use super::{Whereabouts, not_found, welcome};
use crate::app::model::Model;
use crate::ui::route::{CheckView, Route};
use crate::ui::session::Session;

use snapshot_form::SnapshotForm;
use waive_form::WaiveForm;

/// The page at one of these places.
pub(in crate::ui) fn records_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match &model.register {
        None => welcome::welcome(session),
        Some(register) => page_of(register, session, at),
    }
}

fn page_of(register: &Rc<Register>, session: &Session, at: &Whereabouts) -> Html {
    let form = || (at.here.to_string(), register.clone(), session.clone());
    match &at.here {
        Route::Search(text) => search::search_page(register, text),
        Route::History(subject) => history::history(register, *subject, session),
        Route::Checks(view) => checks::checks(register, *view, session),
        Route::Waive(waiver) => {
            let (key, register, session) = form();
            let back = way_back(&at.here, &at.above, Route::Checks(CheckView::default()));
            html! { <WaiveForm {key} {register} {session} {back} waiver={waiver.clone()} /> }
        }
        Route::Snapshots(view) => snapshots::snapshots(register, *view, session),
        Route::PartnershipTrend(id) => partnership_trend::partnership_trend(register, *id, session),
        Route::Snapshot(id) => {
            let (key, register, session) = form();
            html! { <SnapshotForm {key} {register} {session} id={*id} /> }
        }
        Route::Duties(view) => duties::duties(register, *view, session),
        Route::Views => views::views(register, session),
        _ => not_found(),
    }
}
