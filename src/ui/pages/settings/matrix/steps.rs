//! The steps of one axis: their names, and the figures they stand for where the body has declared them.

use partnership_risk_core::scale::edit::EditError;
use partnership_risk_core::scale::{Axis, Position, Scale};
use yew::prelude::{Callback, Html, MouseEvent, html};

use crate::app::drafts::{MatrixDraft, StepDraft, step_field};
use crate::ui::components::{Button, Head, TableField, TableRow, table};
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
        label: match axis {
            Axis::Likelihood => "Add a likelihood step".into(),
            Axis::Impact => "Add an impact step".into(),
        },
        on_press: changing(form, axis, n, move |draft| draft.add_step(axis, n)),
        disabled: n >= Position::MOST_STEPS,
        ..Button::default()
    };
    html! {
        <section aria-labelledby={format!("{name}-steps")}>
            <h3 id={format!("{name}-steps")}>{ sentence_case(name) }</h3>
            <p class="note">{ "Three to six steps, the lowest first. The figures may be left out; where they are given they rise from step to step." }</p>
            { step_table(form, axis) }
            <p>{ add.view() }</p>
        </section>
    }
}

fn step_table(form: &Form<MatrixDraft>, axis: Axis) -> Html {
    let (from, to) = heads(axis);
    let heads =
        [Head::text("Step"), Head::text("Name"), Head::text(from), Head::text(to), Head::buttons("Take out")];
    let steps = form.draft().steps(axis).iter().enumerate();
    let rows = steps.map(|(at, step)| row(form, axis, at, step)).collect();
    table(format!("Steps of {}", axis.name()), &heads, rows)
}

fn row(form: &Form<MatrixDraft>, axis: Axis, at: usize, step: &StepDraft) -> TableRow {
    let (from, to) = heads(axis);
    TableRow::new(vec![
        (at + 1).into(),
        field(form, (axis, at), ("label", "Name"), &step.label, |step| &mut step.label),
        field(form, (axis, at), ("from", from), &step.from, |step| &mut step.from),
        field(form, (axis, at), ("to", to), &step.to, |step| &mut step.to),
        remove(form, axis, at),
    ])
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
        long: false,
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
