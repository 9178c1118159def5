//! The heat maps of the three ratings beside each other: real tables, likelihood upwards and impact to the
//! right, whose cells filter the register. A narrow screen shows one, and tabs for the others.

use partnership_risk_core::register::{Register, Stage};
use yew::prelude::{Html, classes, html};

use crate::app::queries::heat_map::{HeatCell, HeatRow, heat_rows};
use crate::app::queries::risk_table::{Cell, Filter};
use crate::ui::components::{Link, table_frame};
use crate::ui::pages::shown::shade;
use crate::ui::route::{RiskView, Route};
use crate::ui::words::count;

/// The heat maps of the risks that a view shows, whichever cell it filters by.
pub(super) fn heat_maps(register: &Register, view: &RiskView) -> Html {
    let maps = Stage::ALL.map(|stage| (stage, heat_rows(register, &view.filter, stage)));
    let finding = maps.iter().find(|(stage, _)| *stage == Stage::Current);
    let finding = finding.map(|(_, rows)| finding_of(register, rows)).unwrap_or_default();
    html! {
        <section class="heat-map" aria-labelledby="heat-map">
            <h2 id="heat-map">{ finding }</h2>
            <p class="note">{ "Likelihood upwards, impact to the right. Choose a cell to see its risks." }</p>
            { tabs(view) }
            <div class="heat-map__maps">
                for (stage, rows) in &maps {
                    { one_map(register, view, *stage, rows) }
                }
            </div>
        </section>
    }
}

/// The map that a narrow screen shows.
fn on_top(view: &RiskView) -> Stage {
    view.map.or(view.filter.cell.map(|cell| cell.stage)).unwrap_or(Stage::Current)
}

/// The way from map to map, where there is room for one.
fn tabs(view: &RiskView) -> Html {
    let tab = |stage: Stage| {
        let to = Route::Risks(RiskView { map: Some(stage), ..view.clone() }).to_string().into();
        let current = (stage == on_top(view)).then(|| "true".into());
        let link = Link {
            to,
            text: stage.name().into(),
            current,
            class: Some("heat-map__tab".into()),
            ..Link::default()
        };
        html! { <li>{ link.view() }</li> }
    };
    html! {
        <nav class="heat-map__tabs" aria-label="Which rating the heat map shows">
            <ul>{ for Stage::ALL.into_iter().map(tab) }</ul>
        </nav>
    }
}

fn one_map(register: &Register, view: &RiskView, stage: Stage, rows: &[HeatRow]) -> Html {
    let n: usize = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.count).sum();
    let class = classes!("heat-map__map", (stage == on_top(view)).then_some("heat-map__map--top"));
    html! {
        <div {class}>
            <h3>{ title(stage) }</h3>
            if n == 0 && view.filter.cell.is_none_or(|cell| cell.stage != stage) {
                <p>{ format!("No risk shown here has {} rating yet.", with_article(stage)) }</p>
            } else {
                { table_frame(title(stage), table(register, view, stage, rows)) }
            }
        </div>
    }
}

fn title(stage: Stage) -> &'static str {
    match stage {
        Stage::Inherent => "Inherent: before any control",
        Stage::Current => "Current: after today\u{2019}s controls",
        Stage::Target => "Target: after everything planned",
    }
}

fn with_article(stage: Stage) -> &'static str {
    match stage {
        Stage::Inherent => "an inherent",
        Stage::Current => "a current",
        Stage::Target => "a target",
    }
}

fn caption(stage: Stage) -> String {
    let which = match stage {
        Stage::Inherent => "before any control",
        Stage::Current => "now",
        Stage::Target => "as aimed for",
    };
    format!("How many risks lie at each likelihood and impact {which}")
}

fn table(register: &Register, view: &RiskView, stage: Stage, rows: &[HeatRow]) -> Html {
    html! {
        <table class="heat-map__table">
            <caption class="hidden">{ caption(stage) }</caption>
            <tbody>
                for row in rows {
                    { heat_row(register, view, stage, row) }
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
fn finding_of(register: &Register, rows: &[HeatRow]) -> String {
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

fn heat_row(register: &Register, view: &RiskView, stage: Stage, row: &HeatRow) -> Html {
    let label = &register.matrix().likelihood().labels()[row.likelihood];
    html! {
        <tr>
            <th scope="row">{ step_name(row.likelihood, label) }</th>
            for (impact, cell) in row.cells.iter().enumerate() {
                { heat_cell(register, view, Cell { stage, likelihood: row.likelihood, impact }, *cell) }
            }
        </tr>
    }
}

fn heat_cell(register: &Register, view: &RiskView, at: Cell, cell: HeatCell) -> Html {
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
fn cell_link(view: &RiskView, at: Cell, cell: HeatCell, level: &str) -> Html {
    let chosen = view.filter.cell == Some(at);
    let filter = Filter { cell: (!chosen).then_some(at), ..view.filter.clone() };
    let name = format!(
        "{}, likelihood {}, impact {}, level {level}, {}{}",
        count(cell.count, "risk", "risks"),
        at.likelihood + 1,
        at.impact + 1,
        at.stage.name().to_ascii_lowercase(),
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
