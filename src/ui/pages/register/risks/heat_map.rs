//! The heat map: a real table, likelihood upwards and impact to the right, whose cells filter the
//! register.

use partnership_risk_core::register::Register;
use yew::prelude::{Html, classes, html};

use crate::app::queries::heat_map::{HeatCell, HeatRow, heat_rows};
use crate::app::queries::risk_table::Filter;
use crate::ui::components::{Link, table_frame};
use crate::ui::pages::shown::shade;
use crate::ui::route::{RiskView, Route};
use crate::ui::words::count;

/// The heat map of the risks that a view shows, whichever cell it filters by.
pub(super) fn heat_map(register: &Register, view: &RiskView) -> Html {
    let rows = heat_rows(register, &view.filter);
    let finding = finding(register, &rows);
    html! {
        <section class="heat-map" aria-labelledby="heat-map">
            <h2 id="heat-map">{ &finding }</h2>
            <p class="note">{ "Current ratings: likelihood upwards, impact to the right. Choose a cell to see its risks." }</p>
            { table_frame(finding, table(register, view, &rows)) }
        </section>
    }
}

fn table(register: &Register, view: &RiskView, rows: &[HeatRow]) -> Html {
    html! {
        <table class="heat-map__table">
            <caption class="hidden">{ "How many risks lie at each likelihood and impact" }</caption>
            <tbody>
                for row in rows {
                    { heat_row(register, view, row) }
                }
            </tbody>
            <tfoot>
                <tr>
                    <td><span class="heat-map__axes">{ "Likelihood \u{2191} Impact \u{2192}" }</span></td>
                    for (step, label) in register.matrix().impact().labels().iter().enumerate() {
                        <th scope="col">{ step_name(step, label) }</th>
                    }
                </tr>
            </tfoot>
        </table>
    }
}

/// The number of a step and its name; a narrow screen has room for the number alone.
fn step_name(step: usize, label: &str) -> Html {
    html! { <>{ step + 1 }<span class="heat-map__step">{ " " }{ label }</span></> }
}

/// The finding, as the map's title.
fn finding(register: &Register, rows: &[HeatRow]) -> String {
    let levels = register.matrix().levels();
    let mut counts = vec![0; levels.len()];
    for cell in rows.iter().flat_map(|row| &row.cells) {
        counts[cell.level] += cell.count;
    }
    match counts.iter().rposition(|&n| n > 0) {
        Some(level) => {
            let verb = if counts[level] == 1 { "stands" } else { "stand" };
            let risks = count(counts[level], "risk", "risks");
            format!("{risks} {verb} at the level \u{201c}{}\u{201d}", levels[level].name)
        }
        None => "No risk is rated yet".to_owned(),
    }
}

fn heat_row(register: &Register, view: &RiskView, row: &HeatRow) -> Html {
    let label = &register.matrix().likelihood().labels()[row.likelihood];
    html! {
        <tr>
            <th scope="row">{ step_name(row.likelihood, label) }</th>
            for (impact, cell) in row.cells.iter().enumerate() {
                { heat_cell(register, view, (row.likelihood, impact), *cell) }
            }
        </tr>
    }
}

fn heat_cell(register: &Register, view: &RiskView, at: (usize, usize), cell: HeatCell) -> Html {
    let level = &register.matrix().levels()[cell.level];
    let chosen = view.filter.cell == Some(at);
    let class =
        classes!("heat-map__cell", shade(level.tone).class(), chosen.then_some("heat-map__cell--chosen"));
    html! {
        <td {class}>
            if cell.count > 0 || chosen {
                { cell_link(view, at, cell, &level.name) }
            }
            <span class="heat-map__level">{ &level.name }</span>
        </td>
    }
}

/// The way to the risks of one cell, or back to all of them from the cell that is chosen.
fn cell_link(view: &RiskView, at: (usize, usize), cell: HeatCell, level: &str) -> Html {
    let chosen = view.filter.cell == Some(at);
    let filter = Filter { cell: (!chosen).then_some(at), ..view.filter.clone() };
    let name = format!(
        "{}, likelihood {}, impact {}, level {level}{}",
        count(cell.count, "risk", "risks"),
        at.0 + 1,
        at.1 + 1,
        if chosen { ", chosen; choose again to see all" } else { "" }
    );
    Link {
        to: Route::Risks(RiskView { filter, page: 0, ..view.clone() }).to_string().into(),
        text: cell.count.to_string().into(),
        class: Some("heat-map__count".into()),
        current: chosen.then(|| "true".into()),
        name: Some(name.into()),
        id: None,
    }
    .view()
}
