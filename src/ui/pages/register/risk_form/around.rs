//! What stands below the form of a risk that is there: its controls, its actions, and what can be done
//! with it as a whole.

use std::rc::Rc;

use partnership_risk_core::cost::Slice;
use partnership_risk_core::register::{Register, Risk, RiskId, Serves, Status};
use partnership_risk_core::scale::Rating;
use yew::prelude::{Callback, Html, html};

use super::super::actions::table::action_table;
use super::super::controls::table::control_table;
use super::close;
use crate::app::edits::risk::copied;
use crate::app::queries::cost::CostView;
use crate::app::queries::snapshots::{Days, as_of_today, day_by_day};
use crate::ui::charts::trend_line;
use crate::ui::components::{Button, Opening, TextField, button_link, link};
use crate::ui::pages::form::Editing;
use crate::ui::pages::shown::level;
use crate::ui::route::Route;
use crate::ui::session::Session;

/// What stands below the form.
pub(super) fn around(editing: &Editing<Risk>, risk: &Risk) -> Html {
    let (register, session) = (&editing.props.register, &editing.props.session);
    html! {
        <>
            { controls(register, risk) }
            { actions(register, session, risk) }
            { over_time(register, session, risk) }
            { as_a_whole(editing, risk) }
        </>
    }
}

fn controls(register: &Register, risk: &Risk) -> Html {
    let controls: Vec<_> =
        register.controls_on(risk.id).map(|(control, effect)| (control.clone(), Some(*effect))).collect();
    html! {
        <section aria-labelledby="controls">
            <h2 id="controls">{ "Controls" }</h2>
            if controls.is_empty() {
                <p>{ "No control keeps this risk down yet." }</p>
            } else {
                { control_table("Controls on this risk", &controls) }
                { credit(register, risk) }
            }
            { cost(risk) }
            <p>{ button_link("Add a control", "button button--secondary", Route::NewControl(Some(risk.id)).to_string()) }</p>
        </section>
    }
}

/// The way to what a risk costs with its controls, where it has figures.
fn cost(risk: &Risk) -> Html {
    if risk.quantification.is_none() {
        return Html::default();
    }
    let view = CostView { slice: Slice::Risk(risk.id), ..CostView::default() };
    html! { <p>{ link(Route::Cost(view).to_string(), "What this risk costs in a year, with its controls") }</p> }
}

/// What the operating controls are said to do to the inherent rating, beside what people rate today.
fn credit(register: &Register, risk: &Risk) -> Html {
    let (Some(inherent), Some(credited)) = (risk.ratings.inherent, register.credited(risk)) else {
        return html! { <p class="note">{ "Only an operating control earns credit. Rate the risk before any control to see how much." }</p> };
    };
    let rated = match risk.ratings.current {
        Some(current) => html! { <>{ "; you rate it " }{ rating(register, current) }</> },
        None => html! { "; you have not rated it" },
    };
    html! {
        <p>
            { "By their steps the operating controls bring it from " }{ rating(register, inherent) }{ " to " }
            { rating(register, credited) }{ rated }{ ". A control that does not operate earns no credit." }
        </p>
    }
}

fn rating(register: &Register, rating: Rating) -> Html {
    let score = register.matrix().score(rating);
    html! { <>{ format!("{} \u{d7} {} ", rating.likelihood, rating.impact) }{ level(register.matrix().level(score)) }</> }
}

/// Where it stood on the day of each snapshot and stands today, for those who ask.
fn over_time(register: &Rc<Register>, session: &Session, risk: &Risk) -> Html {
    if register.snapshots().is_empty() {
        return Html::default();
    }
    let (register, session, id) = (register.clone(), session.clone(), risk.id);
    let content = Callback::from(move |()| trend(&register, &session, id));
    html! { <Opening summary="How it has moved over time" {content} /> }
}

fn trend(register: &Register, session: &Session, id: RiskId) -> Html {
    let clock = &session.world.clock;
    let days = Days::of(register, &as_of_today(register, clock.today(), clock.now())).risk(id);
    if days.is_empty() {
        return html! { <p>{ "It was rated on none of the days of a snapshot, and is not today." }</p> };
    }
    let values: Vec<f64> = days.iter().map(|day| day.share).collect();
    html! { <>{ trend_line("Level of this risk over time", &values) }<p>{ day_by_day(&days) }</p></> }
}

fn actions(register: &Register, session: &Session, risk: &Risk) -> Html {
    let serves = Serves::Risk(risk.id);
    let actions: Vec<_> = register.actions_for(serves).cloned().collect();
    html! {
        <section aria-labelledby="actions">
            <h2 id="actions">{ "Actions" }</h2>
            if actions.is_empty() {
                <p>{ "Nothing is planned to bring this risk down yet." }</p>
            } else {
                { action_table("Actions for this risk", &actions, None, session) }
            }
            <p>{ button_link("Add an action", "button button--secondary", Route::NewAction(Some(serves)).to_string()) }</p>
        </section>
    }
}

/// Copying, closing and deleting it.
fn as_a_whole(editing: &Editing<Risk>, risk: &Risk) -> Html {
    html! {
        <section aria-labelledby="as-a-whole">
            <h2 id="as-a-whole">{ "Copy, close or delete" }</h2>
            if risk.status != Status::Closed {
                { closing(editing) }
            }
            <p class="actions">
                { editing.duplicate(copied, " as a draft") }
                { editing.delete("Delete", "") }
            </p>
        </section>
    }
}

/// The reason, and the button that closes the risk for it.
fn closing(editing: &Editing<Risk>) -> Html {
    let form = &editing.form;
    let reason = TextField {
        id: "closing".into(),
        label: "Why can this risk be closed?".into(),
        hint: "A closed risk is kept for the record and counts in no figure".into(),
        value: form.typed(|d| &mut d.closing),
        problem: form.problems().at("closing"),
        on_input: form.changing(|draft, typed| draft.closing = typed),
        ..TextField::default()
    };
    let closed = editing.clone();
    let on_press = (move |_| close(&closed)).into();
    let button = Button { label: "Close the risk".into(), on_press, changes: true, ..Button::default() };
    html! { <>{ reason.view() }{ button.view() }</> }
}
