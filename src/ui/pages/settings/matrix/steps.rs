//! The steps of one axis: their names, and the figures they stand for where the body has declared them.

use partnership_risk_core::scale::edit::EditError;
use partnership_risk_core::scale::{Axis, Position, Scale};
use yew::prelude::{Callback, Html, MouseEvent, html};

use crate::app::drafts::{MatrixDraft, StepDraft, step_field};
use crate::ui::components::{Button, TableField, table_frame};
use crate::ui::focus;
use crate::ui::pages::form::Form;
use crate::ui::words::sentence_case;

/// The heads of the figures of an axis.
fn heads(axis: Axis) -> (&'static str, &'static str) {
    match axis {
        Axis::Likelihood => ("From (% a year)", "Up to (% a year)"),
        Axis::Impact => ("From (\u{a3})", "Up to (\u{a3})"),
    }
}

/// The steps of one axis.
pub(super) fn steps(form: &Form<MatrixDraft>, axis: Axis) -> Html {
    let n = form.draft().steps(axis).len();
    let name = axis.name();
    let add = Button {
        label: format!("Add a {name} step").into(),
        on_press: changing(form, axis, n, move |draft| draft.add_step(axis, n)),
        disabled: n >= Position::MOST_STEPS,
        ..Button::default()
    };
    html! {
        <section aria-labelledby={format!("{name}-steps")}>
            <h3 id={format!("{name}-steps")}>{ sentence_case(name) }</h3>
            <p class="note">{ "Three to six steps, the lowest first. The figures may be left out; where they are given they rise from step to step." }</p>
            { table_frame(format!("Steps of {name}"), table(form, axis)) }
            <p>{ add.view() }</p>
        </section>
    }
}

fn table(form: &Form<MatrixDraft>, axis: Axis) -> Html {
    let (from, to) = heads(axis);
    html! {
        <table class="table table--cards">
            <caption class="hidden">{ format!("Steps of {}", axis.name()) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Step" }</th>
                    <th scope="col">{ "Name" }</th>
                    <th scope="col">{ from }</th>
                    <th scope="col">{ to }</th>
                    <th scope="col">{ "Take out" }</th>
                </tr>
            </thead>
            <tbody>{ for form.draft().steps(axis).iter().enumerate().map(|(at, step)| row(form, axis, at, step)) }</tbody>
        </table>
    }
}

fn row(form: &Form<MatrixDraft>, axis: Axis, at: usize, step: &StepDraft) -> Html {
    let (from, to) = heads(axis);
    html! {
        <tr>
            <th scope="row">{ at + 1 }</th>
            <td data-label="Name">{ field(form, (axis, at), ("label", "Name"), &step.label, |step| &mut step.label) }</td>
            <td data-label={from}>{ field(form, (axis, at), ("from", from), &step.from, |step| &mut step.from) }</td>
            <td data-label={to}>{ field(form, (axis, at), ("to", to), &step.to, |step| &mut step.to) }</td>
            <td>{ remove(form, axis, at) }</td>
        </tr>
    }
}

/// One text of a step: which step, the part with its name, what is typed, and where.
fn field(
    form: &Form<MatrixDraft>,
    (axis, at): (Axis, usize),
    (part, name): (&str, &str),
    value: &str,
    place: fn(&mut StepDraft) -> &mut String,
) -> Html {
    let id = step_field(axis, at, part);
    TableField {
        label: format!("{name}, {} {}", axis.name(), at + 1).into(),
        value: value.to_owned().into(),
        problem: form.problems().at(&id),
        id: id.into(),
        number: part != "label",
        on_input: form.changing(move |draft: &mut MatrixDraft, text| {
            if let Some(step) = draft.steps_mut(axis).get_mut(at) {
                *place(step) = text;
            }
        }),
    }
    .view()
}

fn remove(form: &Form<MatrixDraft>, axis: Axis, at: usize) -> Html {
    Button {
        label: format!("Remove {} {}", axis.name(), at + 1).into(),
        on_press: changing(form, axis, at.saturating_sub(1), move |draft| draft.remove_step(axis, at)),
        disabled: form.draft().steps(axis).len() <= Scale::FEWEST_STEPS,
        ..Button::default()
    }
    .view()
}

/// A callback that changes the steps, and then goes to the name of one of them. What is refused, which no
/// button that can be pressed asks for, changes nothing.
fn changing(
    form: &Form<MatrixDraft>,
    axis: Axis,
    then: usize,
    change: impl Fn(&mut MatrixDraft) -> Result<(), EditError> + 'static,
) -> Callback<MouseEvent> {
    let changing =
        form.changing(move |draft: &mut MatrixDraft, _: MouseEvent| change(draft).unwrap_or_default());
    Callback::from(move |event: MouseEvent| {
        changing.emit(event);
        focus::after_render(step_field(axis, then, "label"));
    })
}
