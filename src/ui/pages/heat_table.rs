//! The matrix as a table, drawn the way the body draws it and in its colours, wherever one is shown.

use partnership_risk_core::scale::{Axis, Cell, Level, Matrix};
use yew::prelude::{Callback, FocusEvent, Html, MouseEvent, classes, html};

use super::shown::paint;
use crate::ui::components::table_frame;
use crate::ui::words::sentence_case;

/// What stands in one cell beside the name of its level.
#[derive(Default)]
pub(super) struct Inside {
    /// Whether the cell is marked.
    pub is_chosen: bool,
    /// What stands there.
    pub content: Html,
    /// Called when it is pointed at, or the keyboard comes to it.
    pub on_point: Option<Callback<()>>,
}

/// The matrix as a table with a name, which is shown above it unless it is hidden.
pub(super) fn heat_table(
    matrix: &Matrix,
    (name, is_hidden): (&str, bool),
    inside: &dyn Fn(Cell, &Level) -> Inside,
) -> Html {
    let layout = matrix.layout();
    let (up, across) = (layout.upwards, layout.upwards.other());
    let steps = layout.steps(across, across.of(matrix).steps());
    let table = html! {
        <table class="heat-map__table">
            <caption class={is_hidden.then_some("hidden")}>{ name }</caption>
            <tbody>
                for row in layout.rows(matrix) {
                    <tr>
                        <th scope="row">{ row.first().map(|cell| step_name(matrix, up, up.step(*cell))) }</th>
                        { for row.iter().map(|cell| heat_cell(matrix, *cell, inside)) }
                    </tr>
                }
            </tbody>
            <tfoot>
                <tr>
                    <td><span class="heat-map__axes">{ axes(up, across) }</span></td>
                    for step in steps {
                        <th scope="col">{ step_name(matrix, across, step) }</th>
                    }
                </tr>
            </tfoot>
        </table>
    };
    table_frame(name.to_owned(), table)
}

fn axes(up: Axis, across: Axis) -> String {
    format!("{} \u{2191} {} \u{2192}", sentence_case(up.name()), sentence_case(across.name()))
}

/// The number of a step and its name; a narrow screen has room for the number alone.
fn step_name(matrix: &Matrix, axis: Axis, step: usize) -> Html {
    let label = axis.of(matrix).labels()[step].clone();
    html! { <>{ step + 1 }<span class="heat-map__step">{ " " }{ label }</span></> }
}

fn heat_cell(matrix: &Matrix, cell: Cell, inside: &dyn Fn(Cell, &Level) -> Inside) -> Html {
    let level = &matrix.levels()[matrix.level_at(cell.likelihood, cell.impact)];
    let paint = paint(level);
    let Inside { is_chosen, content, on_point } = inside(cell, level);
    let onmouseover = on_point.as_ref().map(|on_point| on_point.reform(|_: MouseEvent| ()));
    let onfocusin = on_point.as_ref().map(|on_point| on_point.reform(|_: FocusEvent| ()));
    let class = classes!("heat-map__cell", paint.class(), is_chosen.then_some("heat-map__cell--chosen"));
    html! {
        <td {class} {onmouseover} {onfocusin}>
            { paint.behind() }
            { content }
            <span class="heat-map__level">{ &level.name }</span>
        </td>
    }
}
