//! Other copies of the register: one is merged with it through a preview, or two are compared. Copies that this device made
//! by itself are listed with the settings, next door in `settings/copies.rs`.

mod choose;
mod compare;
mod conflicts;
mod differences;
mod merge;
mod preview;

use yew::prelude::{Html, html};

use super::{Whereabouts, not_found, welcome};
use crate::app::model::Model;
use crate::ui::route::Route;
use crate::ui::session::Session;

use merge::{MergeForm, choose_copy};

/// The page at one of these places.
pub(in crate::ui) fn copies_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match (&at.here, &model.register, &model.copies.merging) {
        (Route::CompareFiles(view), register, _) => {
            compare::compare(register.as_ref(), &model.copies, view, session)
        }
        (Route::Merge(_), None, _) => welcome::welcome(session),
        (Route::Merge(_), Some(register), None) => choose_copy(register, session),
        (Route::Merge(view), Some(register), Some(merging)) => {
            let (register, merging, session) = (register.clone(), merging.clone(), session.clone());
            html! { <MergeForm {register} {merging} view={*view} {session} /> }
        }
        _ => not_found(),
    }
}
