//! The organisation's rules: its matrix, its appetite, what makes a partnership matter, its own
//! categories, and what its risks have in common; all of them in a few words, and a form for each. Copies of the register
//! are here as well, and what the browser keeps.

mod appetite;
mod categories;
mod copies;
mod drivers;
mod matrix;
mod rules;
mod significance;
mod storage;

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, Properties, html};

use super::{Whereabouts, not_found, welcome};
use crate::app::model::Model;
use crate::ui::components::link;
use crate::ui::route::Route;
use crate::ui::session::Session;

use appetite::AppetiteForm;
use categories::CategoriesForm;
use copies::Copies;
use drivers::DriversForm;
use matrix::MatrixForm;
use significance::SignificanceForm;
use storage::{StoragePage, StorageProps};

/// Props of every form of the rules.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
}

/// The page at one of these places.
pub(in crate::ui) fn settings_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    let props = model.register.clone().map(|register| Props { register, session: session.clone() });
    match (&at.here, props) {
        (Route::Storage, _) => html! { <StoragePage ..StorageProps::of(model, session) /> },
        (_, None) => welcome::welcome(session),
        (Route::Settings, Some(props)) => rules::rules(&props.register, session),
        (Route::MatrixSettings, Some(props)) => html! { <MatrixForm ..props /> },
        (Route::AppetiteSettings, Some(props)) => html! { <AppetiteForm ..props /> },
        (Route::SignificanceSettings, Some(props)) => html! { <SignificanceForm ..props /> },
        (Route::CategorySettings, Some(props)) => html! { <CategoriesForm ..props /> },
        (Route::DriverSettings, Some(props)) => html! { <DriversForm ..props /> },
        (Route::Copies, Some(props)) => html! { <Copies ..props /> },
        (_, Some(_)) => not_found(),
    }
}

/// The way back to all the rules.
fn to_all() -> Html {
    html! { <p>{ link(Route::Settings.to_string(), "All settings") }</p> }
}
