//! The heat map: a real table, likelihood upwards and impact to the right, whose cells filter the
//! register.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, Properties, classes, component, html};

use crate::app::queries::heat_map::{HeatCell, HeatRow};
use crate::app::queries::risk_table::Filter;
use crate::ui::components::Link;
use crate::ui::pages::shown::shade;
use crate::ui::route::{RiskView, Route};
use crate::ui::words::count;

/// Props of [`HeatMap`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// The cells.
    pub rows: Rc<Vec<HeatRow>>,
    /// What is filtered now.
    pub view: RiskView,
}

/// The heat map.
#[component]
pub fn HeatMap(props: &Props) -> Html {
    let impact = props.register.matrix().impact();
    html! {
        <section class="heat-map" aria-labelledby="heat-map">
            <h2 id="heat-map">{ finding(props) }</h2>
            <p class="heat-map__note">{ "Current ratings. Choose a cell to see its risks." }</p>
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="heat-map">
                <table class="heat-map__table">
                    <caption class="hidden">{ "How many risks lie at each likelihood and impact" }</caption>
                    <tbody>
                        for row in props.rows.iter() {
                            { heat_row(props, row) }
                        }
                    </tbody>
                    <tfoot>
                        <tr>
                            <th scope="col" class="heat-map__corner">{ "Likelihood \u{2191} Impact \u{2192}" }</th>
                            for (step, label) in impact.labels().iter().enumerate() {
                                <th scope="col" key={step}>{ format!("{} {label}", step + 1) }</th>
                            }
                        </tr>
                    </tfoot>
                </table>
            </div>
        </section>
    }
}

/// The finding, as the map's title.
fn finding(props: &Props) -> String {
    let levels = props.register.matrix().levels();
    let cells = || props.rows.iter().flat_map(|row| &row.cells);
    let at = |level: usize| cells().filter(|c| c.level == level).map(|c| c.count).sum::<usize>();
    let worst = (0..levels.len()).rev().map(|level| (level, at(level))).find(|(_, n)| *n > 0);
    match worst {
        Some((level, n)) => {
            let verb = if n == 1 { "stands" } else { "stand" };
            format!(
                "{} {verb} at the level \u{201c}{}\u{201d}",
                count(n, "risk", "risks"),
                levels[level].name
            )
        }
        None => "No risk is rated yet".to_owned(),
    }
}

fn heat_row(props: &Props, row: &HeatRow) -> Html {
    let label = &props.register.matrix().likelihood().labels()[row.likelihood];
    html! {
        <tr key={row.likelihood}>
            <th scope="row">{ format!("{} {label}", row.likelihood + 1) }</th>
            for (impact, cell) in row.cells.iter().enumerate() {
                { heat_cell(props, (row.likelihood, impact), *cell) }
            }
        </tr>
    }
}

fn heat_cell(props: &Props, at: (usize, usize), cell: HeatCell) -> Html {
    let level = &props.register.matrix().levels()[cell.level];
    let chosen = props.view.filter.cell == Some(at);
    let filter = Filter { cell: (!chosen).then_some(at), ..props.view.filter.clone() };
    let to = Route::Risks(RiskView { filter, page: 0, ..props.view.clone() }).to_string();
    let name = format!(
        "{}, likelihood {}, impact {}, level {}{}",
        count(cell.count, "risk", "risks"),
        at.0 + 1,
        at.1 + 1,
        level.name,
        if chosen { ", chosen; choose again to see all" } else { "" }
    );
    let class =
        classes!("heat-map__cell", shade(level.tone).class(), chosen.then_some("heat-map__cell--chosen"));
    html! {
        <td key={at.1} {class}>
            if cell.count > 0 || chosen {
                <Link class="heat-map__count" {to} {name} current={chosen.then_some("true")}>{ cell.count }</Link>
            }
            <span class="heat-map__level">{ &level.name }</span>
        </td>
    }
}
