//! What the register keeps about itself: finding anything in it, and what has changed.

mod history;
mod search;

use yew::prelude::Html;

use super::{Whereabouts, not_found, welcome};
use crate::app::model::Model;
use crate::ui::route::Route;
use crate::ui::session::Session;

/// The page at one of these places.
pub(in crate::ui) fn records_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match (&at.here, &model.register) {
        (_, None) => welcome::welcome(session),
        (Route::Search(text), Some(register)) => search::search_page(register, text),
        (Route::History(subject), Some(register)) => history::history(register, subject.as_deref(), session),
        (_, Some(_)) => not_found(),
    }
}
