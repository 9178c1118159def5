//! What past losses say: year by year, how often they come, what one costs, and what has changed.

mod change;
mod choices;
mod years;

use std::rc::Rc;

use partnership_risk_core::cost::Slice;
use partnership_risk_core::decimal;
use partnership_risk_core::loss::evidence::{CostFit, FEW, RecordError, WhyNoLaw};
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::head;
use crate::app::queries::cost::CostView;
use crate::app::queries::past_losses::{LossesOf, LossesView, PastLosses, Told, Unseen, past_losses};
use crate::ui::components::link;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::{count, exact_pounds, pounds, sentence};

/// The page.
pub(super) fn past_page(register: &Rc<Register>, session: &Session, view: &LossesView) -> Html {
    let slice = match view.of {
        LossesOf::Partnership(id) => Slice::Partnership(id),
        LossesOf::Risk(id) => Slice::Risk(id),
        LossesOf::All => Slice::All,
    };
    let others = CostView { slice, ..CostView::default() };
    html! {
        <>
            { head::head("What past losses say", &Route::CostLosses(*view), &others) }
            if register.losses().is_empty() {
                { nothing_yet() }
            } else {
                { choices::choices(register, view) }
                { found(register, session, view) }
            }
        </>
    }
}

fn nothing_yet() -> Html {
    html! {
        <>
            <p>{ "No loss is entered yet. Losses of two years or more say how often things go wrong, what they cost each time, and whether what you do about it works. Begin with last year\u{2019}s claims." }</p>
            <p>{ link(Route::NewLoss(None).to_string(), "Add a loss") }</p>
        </>
    }
}

fn found(register: &Rc<Register>, session: &Session, view: &LossesView) -> Html {
    match &*past_losses(register, view) {
        Ok(past) => results(register, session, view, past),
        Err(RecordError::NoYears) => html! {
            <p>{ "No loss is entered for this. " }{ link(Route::NewLoss(None).to_string(), "Add a loss") }</p>
        },
        Err(error) => html! {
            <p>{ sentence(&error.to_string()) }{ " " }{ link(Route::Losses.to_string(), "Put it right among the losses") }</p>
        },
    }
}

fn results(register: &Register, session: &Session, view: &LossesView, past: &PastLosses) -> Html {
    html! {
        <>
            <p class="lead">{ lead(&past.told) }</p>
            { years::years(session, past) }
            { how_often(view.unseen, &past.told) }
            { what_one_costs(&past.cost) }
            { as_figures(register, view.of) }
            { change::change(view, past) }
        </>
    }
}

fn lead(told: &Told) -> String {
    let each = told.record.mean_cost().map_or_else(String::new, |cost| format!(" of {} each", pounds(cost)));
    format!("{} a year{each}, on average: {} a year.", events(told.rate.best), pounds(told.cost_per_year()))
}

fn events(rate: f64) -> String {
    let rate = per_year(rate);
    let name = if rate == "1" { "event" } else { "events" };
    format!("{rate} {name}")
}

/// A rate as people say it, with as many decimals as tell something.
fn per_year(rate: f64) -> String {
    let decimals = match rate {
        10.0.. => 1,
        1.0.. => 2,
        _ => 3,
    };
    decimal::short(rate, decimals)
}

fn how_often(unseen: Unseen, told: &Told) -> Html {
    let years = count(told.record.years() as usize, "financial year", "financial years");
    let which = match unseen {
        Unseen::LeftOut => {
            "Only years that have an entry count. If others were quiet, the true rate is lower"
        }
        Unseen::Quiet => "Years between the first and the last loss that have no entry count as quiet",
    };
    let rate = told.rate;
    html! {
        <section aria-labelledby="how-often">
            <h2 id="how-often">{ format!("How often: {} a year", events(rate.best)) }</h2>
            <p>{ format!(
                "{} in {years}. Chance alone makes years differ: the true rate lies between {} and {} a year, with a confidence of 95 % (exact Poisson interval).",
                count(told.record.count() as usize, "event", "events"), per_year(rate.low), per_year(rate.high),
            ) }</p>
            <p class="note">{ which }{ "." }</p>
        </section>
    }
}

fn what_one_costs(cost: &CostFit) -> Html {
    let mean = exact_pounds(cost.severity().mean());
    html! {
        <section aria-labelledby="what-one-costs">
            <h2 id="what-one-costs">{ format!("What one costs: {mean} on average") }</h2>
            <p>{ fitted(cost) }</p>
            if cost.is_scant() {
                <p class="inset">{ format!("These are fewer than {FEW} events. A figure from so few is a guess: ask people who know whether it could be much dearer.") }</p>
            }
        </section>
    }
}

fn fitted(cost: &CostFit) -> String {
    match cost {
        CostFit::Lognormal { n, severity, .. } => {
            let events = count(*n, "event", "events");
            format!("A lognormal law fitted to {events}, each entered by itself: {severity}.")
        }
        CostFit::Mean { events, why, .. } => {
            let events = count(*events as usize, "event", "events");
            format!("The average of {events}. No law is fitted: {}.", no_law(*why))
        }
    }
}

fn no_law(why: WhyNoLaw) -> &'static str {
    match why {
        WhyNoLaw::NotSingle => "of some, only what they cost together is entered",
        WhyNoLaw::CostNothing => "some cost nothing",
        WhyNoLaw::AllAlike => "there are no two that cost differently",
        WhyNoLaw::NoSuchLaw => "their costs lie too far apart or too close together",
    }
}

/// Where the figures can be taken into the form of a risk.
fn as_figures(register: &Register, of: LossesOf) -> Html {
    let risk = match of {
        LossesOf::Risk(id) => register.risk(id),
        LossesOf::All | LossesOf::Partnership(_) => None,
    };
    match risk {
        Some(risk) => html! {
            <p>{ "The form of the risk can take these as its figures: " }{ link(Route::Risk(risk.id).to_string(), risk.title.clone()) }</p>
        },
        None => {
            html! { <p class="note">{ "Choose one risk above to take what its losses say as its figures." }</p> }
        }
    }
}
