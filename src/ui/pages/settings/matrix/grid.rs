//! The level of each pair of steps: a table of choices, which can be filled by thresholds on the product or
//! the sum of both steps.

use partnership_risk_core::scale::{Axis, Cell};
use yew::prelude::{AttrValue, Callback, Html, MouseEvent, html};

use crate::app::drafts::{MatrixDraft, PRODUCT, SUM, threshold_field};
use crate::ui::components::{Button, Choice, ChoiceItem, TableChoice, TextField, disclosure, table_frame};
use crate::ui::pages::form::Form;

/// The level of each pair of steps.
pub(super) fn grid(form: &Form<MatrixDraft>) -> Html {
    html! {
        <section aria-labelledby="grid">
            <h3 id="grid">{ "Level of each cell" }</h3>
            { disclosure("Fill the whole grid by thresholds", filling(form)) }
            { table_frame("Level of each cell", table(form)) }
        </section>
    }
}

fn table(form: &Form<MatrixDraft>) -> Html {
    html! {
        <table class="table">
            <caption class="hidden">{ "Level of each likelihood and impact" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Likelihood \u{2193} Impact \u{2192}" }</th>
                    for (at, _) in form.draft().impact.iter().enumerate() {
                        <th scope="col">{ step_name(form, Axis::Impact, at) }</th>
                    }
                </tr>
            </thead>
            <tbody>{ for (0..form.draft().likelihood.len()).rev().map(|likelihood| row(form, likelihood)) }</tbody>
        </table>
    }
}

fn step_name(form: &Form<MatrixDraft>, axis: Axis, at: usize) -> String {
    let label = form.draft().steps(axis).get(at).map_or("", |step| &*step.label);
    format!("{} {label}", at + 1)
}

fn row(form: &Form<MatrixDraft>, likelihood: usize) -> Html {
    let cells = 0..form.draft().impact.len();
    html! {
        <tr>
            <th scope="row">{ step_name(form, Axis::Likelihood, likelihood) }</th>
            for impact in cells {
                <td>{ cell(form, Cell { likelihood, impact }) }</td>
            }
        </tr>
    }
}

fn cell(form: &Form<MatrixDraft>, cell: Cell) -> Html {
    let draft = form.draft();
    let chosen = draft.grid.get(cell.likelihood).and_then(|row| row.get(cell.impact));
    let (likelihood, impact) = (cell.likelihood + 1, cell.impact + 1);
    TableChoice {
        id: format!("cell-{likelihood}-{impact}").into(),
        label: format!("Level at likelihood {likelihood}, impact {impact}").into(),
        value: chosen.cloned().unwrap_or_default().into(),
        items: draft.levels.iter().enumerate().map(|(at, level)| item(at, &level.name)).collect(),
        on_choose: form.changing(move |draft: &mut MatrixDraft, level: String| {
            draft.set_cell(cell, level.parse().unwrap_or_default()).unwrap_or_default();
        }),
        ..TableChoice::default()
    }
    .view()
}

fn item(at: usize, name: &str) -> ChoiceItem {
    let label = if name.trim().is_empty() { format!("Level {}", at + 1) } else { name.to_owned() };
    ChoiceItem::new(at.to_string(), label)
}

/// Thresholds, and the button that fills the grid by them.
fn filling(form: &Form<MatrixDraft>) -> Html {
    let fill = Button { label: "Fill the grid".into(), on_press: pressed(form), ..Button::default() };
    let figure = if form.draft().fill == SUM { "sum" } else { "product" };
    html! {
        <>
            { by(form) }
            <div class="columns">
                { for (0..form.draft().thresholds.len()).map(|at| threshold(form, at, figure)) }
            </div>
            <p>{ "Whatever lies above the last figure has the highest level." }</p>
            { fill.view() }
        </>
    }
}

fn by(form: &Form<MatrixDraft>) -> Html {
    Choice {
        id: "fill".into(),
        label: "By which figure?".into(),
        value: form.draft().fill.clone().into(),
        items: vec![
            ChoiceItem::new(PRODUCT, "Likelihood \u{d7} impact"),
            ChoiceItem::new(SUM, "Likelihood + impact"),
        ],
        on_choose: form.changing(|draft: &mut MatrixDraft, fill| {
            draft.fill = fill;
            draft.suggest_thresholds();
        }),
        ..Choice::default()
    }
    .view()
}

fn threshold(form: &Form<MatrixDraft>, at: usize, figure: &str) -> Html {
    let name = form.draft().levels.get(at).map_or("", |level| &*level.name);
    let id: AttrValue = threshold_field(at).into();
    TextField {
        label: format!("Highest {figure} of level {} {name}", at + 1).into(),
        value: form.draft().thresholds[at].clone().into(),
        problem: form.problems().at(&id),
        id,
        number: true,
        on_input: form.changing(move |draft: &mut MatrixDraft, text| {
            if let Some(threshold) = draft.thresholds.get_mut(at) {
                *threshold = text;
            }
        }),
        ..TextField::default()
    }
    .view()
}

fn pressed(form: &Form<MatrixDraft>) -> Callback<MouseEvent> {
    let form = form.clone();
    Callback::from(move |_| {
        let mut draft = form.draft().clone();
        match draft.fill() {
            Ok(()) => {
                form.refuse(Vec::new());
                form.set(draft);
            }
            Err(found) => form.refuse(found),
        }
    })
}
