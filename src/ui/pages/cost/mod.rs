//! The cost of risk: what a year of losses may come to, worked out exactly from the figures put to risks, before
//! controls, today, and as it would be if controls were switched.

mod choices;
mod controls;
mod cross_check;
mod curve;
mod exactness;
mod figures;
mod finding;
mod head;
mod partnership;
mod past;
mod shares;
mod spread;
mod switches;
mod together;

use std::rc::Rc;

use partnership_risk_core::cost::Slice;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::{Whereabouts, welcome};
use crate::app::model::Model;
use crate::app::queries::cost::{CostView, YearOfLosses, year_of_losses};
use crate::ui::components::link;
use crate::ui::route::Route;
use crate::ui::session::Session;
use cross_check::CrossCheck;

/// What the risks cost in a year.
pub(in crate::ui) fn cost_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match (&model.register, &at.here) {
        (Some(register), Route::Cost(view)) => cost(register, session, view),
        (Some(register), Route::CostShares(view)) => shares::shares_page(register, session, view),
        (Some(register), Route::CostControls(view)) => controls::controls_page(register, view),
        (Some(register), Route::CostLosses(view)) => past::past_page(register, session, view),
        (Some(register), Route::PartnershipCost(id)) => partnership::partnership_cost(register, session, *id),
        (_, _) => welcome::welcome(session),
    }
}

fn cost(register: &Rc<Register>, session: &Session, view: &CostView) -> Html {
    let year = year_of_losses(register, view);
    html! {
        <>
            { head::head("Cost of risk", &Route::Cost(view.clone()), view) }
            <p class="lead">{ finding::lead(&year) }</p>
            { record(&view.slice) }
            { choices::choices(register, view) }
            { choices::left_out(&year) }
            if year.risks.is_empty() {
                { nothing_yet() }
            } else {
                { results(register, session, view, &year) }
            }
        </>
    }
}

/// The way to the record of the risk that alone is looked at.
fn record(slice: &Slice) -> Html {
    match slice {
        Slice::Risk(id) => {
            let to = Route::Risk(*id).to_string();
            html! { <p>{ link(to, "The risk, its figures and its controls") }</p> }
        }
        Slice::All | Slice::Partnership(_) | Slice::Category(_) => Html::default(),
    }
}

fn results(register: &Register, session: &Session, view: &CostView, year: &YearOfLosses) -> Html {
    html! {
        <>
            { figures::at_a_glance(year) }
            { curve::curve(register, session, view, year) }
            { switches::switches(view, year) }
            { figures::in_words(year) }
            { together::together(register.organisation(), year) }
            { spread::spread(session, year) }
            { exactness::exactness(year) }
            <CrossCheck session={session.clone()} state={year.shown().clone()} />
        </>
    }
}

fn nothing_yet() -> Html {
    let to = Route::risks(Default::default()).to_string();
    html! {
        <p>{ "To see what a year may cost, open a risk and say how often it could happen and what it would cost each time. Three risks with wide ranges tell more than none. " }{ link(to, "All risks") }</p>
    }
}
