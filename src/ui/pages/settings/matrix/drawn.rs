//! How the matrix is drawn: which axis goes upwards and which end comes first, the heat map as it will
//! look, and what about it could mislead.

use partnership_risk_core::scale::{Axis, Cell, ContrastWarning, Matrix};
use yew::prelude::{Html, classes, html};

use crate::app::drafts::MatrixDraft;
use crate::ui::components::{ChoiceItem, table_frame};
use crate::ui::pages::form::Form;
use crate::ui::pages::shown::paint;
use crate::ui::words::{sentence, sentence_case};

/// How the matrix is drawn.
pub(super) fn drawn(form: &Form<MatrixDraft>) -> Html {
    let sketch = form.draft().sketch();
    html! {
        <section aria-labelledby="drawn">
            <h3 id="drawn">{ "How it is drawn" }</h3>
            <div class="columns" key={form.draft().round.clone()}>
                { form.choice(("upwards", "Which axis goes upwards?", ""), None, axes(), |d| &mut d.upwards) }
                { form.choice(("likelihood-first", "Likelihood begins with", ""), None, ends(), |d| &mut d.likelihood_first) }
                { form.choice(("impact-first", "Impact begins with", ""), None, ends(), |d| &mut d.impact_first) }
            </div>
            <p class="note">{ "An axis begins at the left or at the bottom. How a matrix is drawn changes no rating." }</p>
            { sketch.as_ref().map(heat_map).unwrap_or_default() }
            <div role="status">{ sketch.as_ref().map(warnings).unwrap_or_default() }</div>
        </section>
    }
}

fn axes() -> Vec<ChoiceItem> {
    Axis::ALL.into_iter().map(|axis| ChoiceItem::new(axis.name(), sentence_case(axis.name()))).collect()
}

fn ends() -> Vec<ChoiceItem> {
    vec![ChoiceItem::new("lowest", "The lowest step"), ChoiceItem::new("highest", "The highest step")]
}

/// The heat map without risks.
fn heat_map(matrix: &Matrix) -> Html {
    let layout = matrix.layout();
    let (up, across) = (layout.upwards, layout.upwards.other());
    let axes = format!("{} \u{2191} {} \u{2192}", sentence_case(up.name()), sentence_case(across.name()));
    let steps = layout.steps(across, across.of(matrix).steps());
    let table = html! {
        <table class="heat-map__table">
            <caption>{ "Preview of the heat map" }</caption>
            <tbody>{ for layout.rows(matrix).iter().map(|row| heat_row(matrix, up, row)) }</tbody>
            <tfoot>
                <tr>
                    <td><span class="heat-map__axes">{ axes }</span></td>
                    for step in steps {
                        <th scope="col">{ step_name(matrix, across, step) }</th>
                    }
                </tr>
            </tfoot>
        </table>
    };
    table_frame("Preview of the heat map", table)
}

fn step_of(cell: &Cell, axis: Axis) -> usize {
    match axis {
        Axis::Likelihood => cell.likelihood,
        Axis::Impact => cell.impact,
    }
}

/// The number of a step and its name; a narrow screen has room for the number alone.
fn step_name(matrix: &Matrix, axis: Axis, step: usize) -> Html {
    let label = axis.of(matrix).labels()[step].clone();
    html! { <>{ step + 1 }<span class="heat-map__step">{ " " }{ label }</span></> }
}

fn heat_row(matrix: &Matrix, up: Axis, row: &[Cell]) -> Html {
    let step = row.first().map_or(0, |cell| step_of(cell, up));
    html! {
        <tr>
            <th scope="row">{ step_name(matrix, up, step) }</th>
            { for row.iter().map(|cell| heat_cell(matrix, cell)) }
        </tr>
    }
}

fn heat_cell(matrix: &Matrix, cell: &Cell) -> Html {
    let level = &matrix.levels()[matrix.level_at(cell.likelihood, cell.impact)];
    let paint = paint(level);
    html! {
        <td class={classes!("heat-map__cell", paint.class())}>
            { paint.behind() }
            <span class="heat-map__level">{ &level.name }</span>
        </td>
    }
}

/// What could mislead; a body may mean it.
fn warnings(matrix: &Matrix) -> Html {
    let contrast = ContrastWarning::all(matrix.levels());
    let contrast = contrast.into_iter().map(|warning| sentence(&warning.message(matrix.levels())));
    let falls = matrix.not_monotone().into_iter().map(|cell| falling(matrix, cell));
    let warnings: Vec<String> = contrast.chain(falls).collect();
    if warnings.is_empty() {
        return Html::default();
    }
    html! {
        <div class="inset">
            <p><b>{ "Worth a look" }</b></p>
            <ul>{ for warnings.into_iter().map(|warning| html! { <li>{ warning }</li> }) }</ul>
        </div>
    }
}

fn falling(matrix: &Matrix, cell: Cell) -> String {
    let level = &matrix.levels()[matrix.level_at(cell.likelihood, cell.impact)].name;
    let (likelihood, impact) = (cell.likelihood + 1, cell.impact + 1);
    format!(
        "Likelihood {likelihood}, impact {impact} is \u{201c}{level}\u{201d}, yet a cell that is at least as likely and as bad has a lower level."
    )
}
