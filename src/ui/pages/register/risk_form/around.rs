//! What stands below the form of a risk that is there: its controls, its actions, and what can be done
//! with it as a whole.

use partnership_risk_core::register::{Change, Register, Risk, Serves, Status};
use yew::prelude::{Html, html};

use super::super::actions::table::action_table;
use super::super::controls::table::control_table;
use super::{Props, close};
use crate::app::drafts::{RiskDraft, copy_of};
use crate::ui::components::{Button, ButtonKind, TextField, button_link};
use crate::ui::pages::form::{Form, go};
use crate::ui::route::Route;

/// What stands below the form.
pub(super) fn around(props: &Props, form: &Form<RiskDraft>, risk: &Risk) -> Html {
    html! {
        <>
            { controls(&props.register, risk) }
            { actions(props, risk) }
            { as_a_whole(props, form, risk) }
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
                <p class="note">{ "Only an operating control earns credit." }</p>
            }
            <p>{ button_link("Add a control", "button button--secondary", Route::NewControl(Some(risk.id)).to_string()) }</p>
        </section>
    }
}

fn actions(props: &Props, risk: &Risk) -> Html {
    let serves = Serves::Risk(risk.id);
    let actions: Vec<_> = props.register.actions_for(serves).cloned().collect();
    html! {
        <section aria-labelledby="actions">
            <h2 id="actions">{ "Actions" }</h2>
            if actions.is_empty() {
                <p>{ "Nothing is planned to bring this risk down yet." }</p>
            } else {
                { action_table("Actions for this risk", &actions, None, &props.session) }
            }
            <p>{ button_link("Add an action", "button button--secondary", Route::NewAction(Some(serves)).to_string()) }</p>
        </section>
    }
}

/// Copying, closing and deleting it.
fn as_a_whole(props: &Props, form: &Form<RiskDraft>, risk: &Risk) -> Html {
    html! {
        <section aria-labelledby="as-a-whole">
            <h2 id="as-a-whole">{ "Copy, close or delete" }</h2>
            if risk.status != Status::Closed {
                { closing(props, form) }
            }
            <p class="actions">
                { duplicate(props, risk) }
                { delete(props, risk) }
            </p>
        </section>
    }
}

/// The reason, and the button that closes the risk for it.
fn closing(props: &Props, form: &Form<RiskDraft>) -> Html {
    let reason = TextField {
        id: "closing".into(),
        label: "Why can this risk be closed?".into(),
        hint: "A closed risk is kept for the record and counts in no figure".into(),
        value: form.typed(|d| &mut d.closing),
        problem: form.problems().at("closing"),
        on_input: form.changing(|draft, typed| draft.closing = typed),
        ..TextField::default()
    };
    let on_press = {
        let (props, form) = (props.clone(), form.clone());
        move |_| close(&props, &form)
    };
    let button = Button { label: "Close the risk".into(), on_press: on_press.into(), ..Button::default() };
    html! { <>{ reason.view() }{ button.view() }</> }
}

fn duplicate(props: &Props, risk: &Risk) -> Html {
    let (session, risk) = (props.session.clone(), risk.clone());
    let on_press = move |_| {
        let copy = copy_of(&risk, session.world.fresh_id(), session.world.clock.now());
        let (place, said) =
            (Route::Risk(copy.id), format!("Added \u{201c}{}\u{201d} as a draft", copy.title));
        session.change(Change::RisksPut(vec![copy]), said);
        go(&place);
    };
    Button { label: "Duplicate".into(), on_press: on_press.into(), ..Button::default() }.view()
}

fn delete(props: &Props, risk: &Risk) -> Html {
    let (session, back) = (props.session.clone(), props.back());
    let (id, said) = (risk.id, format!("Deleted \u{201c}{}\u{201d}. Undo brings it back.", risk.title));
    let on_press = move |_| {
        session.change(Change::RiskRemoved(id), said.clone());
        go(&back);
    };
    Button { kind: ButtonKind::Warning, label: "Delete".into(), on_press: on_press.into(), disabled: false }
        .view()
}
