//! What is known of partnership risk before anybody writes a register: the categories with their guidance and
//! typical risks, and which of these a partnership may have overlooked.

mod category;
mod suggestions;

use std::rc::Rc;

use partnership_risk_core::catalogue::{Category, categories};
use partnership_risk_core::register::{PartnershipId, Register};
use yew::prelude::{Html, html};

use super::{Whereabouts, heading, not_found, welcome};
use crate::app::model::Model;
use crate::ui::components::link;
use crate::ui::route::Route;
use crate::ui::session::Session;

use suggestions::Suggestions;

/// The page at one of these places.
pub(in crate::ui) fn catalogue_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match (&at.here, &model.register) {
        (Route::Catalogue, _) => catalogue(),
        (Route::Category(id), _) => category::category_page(id),
        (Route::Suggestions(id), Some(register)) => suggested(register, *id, session),
        (Route::Suggestions(_), None) => welcome::welcome(session),
        (_, _) => not_found(),
    }
}

fn suggested(register: &Rc<Register>, id: PartnershipId, session: &Session) -> Html {
    let (key, register, session) = (id.to_string(), register.clone(), session.clone());
    html! { <Suggestions {key} {register} {session} {id} /> }
}

fn catalogue() -> Html {
    html! {
        <>
            { heading("Catalogue of partnership risks") }
            <p class="lead">{ "Seventeen kinds of risk that partnerships run, each with how it shows, what to ask, typical risks and controls to consider." }</p>
            <ul class="task-list">{ for categories().iter().map(line) }</ul>
        </>
    }
}

fn line(category: &Category) -> Html {
    html! {
        <li class="task-list__item">
            { link(Route::Category(category.id.clone()).to_string(), category.name.clone()) }
            <br />{ &category.definition }
        </li>
    }
}
