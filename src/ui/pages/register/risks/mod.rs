//! All risks: a heat map and a table that filter each other through the address.

mod bow_tie;
mod bulk;
mod cell_risks;
mod filter_form;
mod heat_map;
mod list;
mod movement;

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use crate::app::queries::actions::ActionFilter;
use crate::app::queries::controls::ControlFilter;
use crate::ui::components::{button_link, link};
use crate::ui::pages::heading;
use crate::ui::pages::save_view::save_view;
use crate::ui::route::{RiskView, Route};
use crate::ui::session::Session;

pub(super) use bow_tie::bow_tie;

use filter_form::filter_form;
use heat_map::RiskHeatMaps;
use list::RiskList;

/// All risks.
pub(super) fn risks(register: &Rc<Register>, view: &RiskView, session: &Session) -> Html {
    html! {
        <>
            <div class="page-head">
                { heading("Risks") }
                { button_link("Add a risk", "button button--primary", Route::NewRisk(view.filter.partnership).to_string()) }
                { button_link("Import a spreadsheet", "button button--secondary", Route::Import.to_string()) }
                { button_link("Export tables", "button button--secondary", Route::Export.to_string()) }
                { button_link("Share by a link", "button button--secondary", Route::Share(None).to_string()) }
            </div>
            { beside() }
            if register.risks().is_empty() {
                <p>{ "There are none yet. Add the first one, or import the spreadsheet you have." }</p>
            } else {
                <RiskHeatMaps register={register.clone()} view={view.clone()} />
                { filter_form(register, view) }
                { save_view(register, Route::Risks(view.clone()).to_string(), session) }
                <RiskList register={register.clone()} session={session.clone()} view={view.clone()} />
            }
        </>
    }
}

/// The way to what keeps risks down, and to what has gone wrong.
fn beside() -> Html {
    html! {
        <ul class="beside" aria-label="What belongs to the risks">
            <li>{ link(Route::Controls(ControlFilter::default()).to_string(), "Controls") }</li>
            <li>{ link(Route::Actions(ActionFilter::default()).to_string(), "Actions") }</li>
            <li>{ link(Route::Losses.to_string(), "Losses") }</li>
        </ul>
    }
}
