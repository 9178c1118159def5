//! The heat maps of the three ratings beside each other: real tables, whose cells filter the register. A
//! narrow screen shows one, and tabs for the others.

use std::rc::Rc;

use partnership_risk_core::register::{Register, Stage};
use partnership_risk_core::scale::{self, Level, Matrix};
use yew::prelude::{Callback, Html, Properties, classes, component, html, use_memo, use_state_eq};

use crate::app::queries::heat_map::{HeatMap, heat_maps};
use crate::app::queries::risk_table::{Cell, Filter};
use crate::ui::components::Link;
use crate::ui::pages::heat_table::{Inside, heat_table};
use crate::ui::route::{RiskView, Route};
use crate::ui::words::count;

use super::super::rating_fields::{scale_key, stage_title};
use super::cell_risks::cell_risks;

/// Props of [`RiskHeatMaps`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// Which risks are shown.
    pub view: RiskView,
}

/// The heat maps of the risks that a view shows, whichever cell it filters by. The cell that is pointed at, or
/// that the keyboard is at, tells its risks.
#[component]
pub fn RiskHeatMaps(props: &Props) -> Html {
    let Props { register, view } = props;
    let pointed_at = use_state_eq(|| None::<Cell>);
    let maps =
        use_memo((register.clone(), view.filter.clone()), |(register, filter)| heat_maps(register, filter));
    let current = maps.iter().find(|map| map.stage == Stage::Current);
    let point = {
        let pointed_at = pointed_at.setter();
        Callback::from(move |cell| pointed_at.set(Some(cell)))
    };
    html! {
        <section class="heat-map" aria-labelledby="heat-map">
            <h2 id="heat-map">{ current.map(|map| finding(register.matrix(), map)) }</h2>
            { tabs(view) }
            <div class="heat-map__maps">
                for map in maps.iter() {
                    { one_map(register.matrix(), view, map, &point) }
                }
            </div>
            { scale_key(register.matrix()) }
            { cell_risks(register, view, *pointed_at) }
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

fn one_map(matrix: &Matrix, view: &RiskView, map: &HeatMap, point: &Callback<Cell>) -> Html {
    let stage = map.stage;
    let class = classes!("heat-map__map", (stage == on_top(view)).then_some("heat-map__map--top"));
    html! {
        <div {class}>
            <h3>{ stage_title(stage) }</h3>
            if map.n_rated() == 0 && view.filter.cell.is_none_or(|cell| cell.stage != stage) {
                <p>{ format!("No risk shown here has {} rating yet.", with_article(stage)) }</p>
            } else {
                { heat_table(matrix, (&caption(stage), true), &|at, level| inside(view, map, at, level, point)) }
            }
        </div>
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

/// The finding, as the map's title.
fn finding(matrix: &Matrix, map: &HeatMap) -> String {
    match map.highest(matrix) {
        Some((level, n)) => {
            let verb = if n == 1 { "stands" } else { "stand" };
            let risks = count(n, "risk", "risks");
            format!("{risks} {verb} at the level \u{201c}{}\u{201d}", matrix.levels()[level].name)
        }
        None => "No risk is rated yet".to_owned(),
    }
}

/// How many risks lie in a cell, as the way to them.
fn inside(view: &RiskView, map: &HeatMap, at: scale::Cell, level: &Level, point: &Callback<Cell>) -> Inside {
    let n = map.count(at);
    let at = Cell { stage: map.stage, likelihood: at.likelihood, impact: at.impact };
    let is_chosen = view.filter.cell == Some(at);
    if n == 0 && !is_chosen {
        return Inside::default();
    }
    let on_point = Some(point.reform(move |()| at));
    Inside { is_chosen, content: cell_link(view, at, n, &level.name), on_point }
}

/// The way to the risks of one cell, or back to all of them from the cell that is chosen.
fn cell_link(view: &RiskView, at: Cell, n: usize, level: &str) -> Html {
    let chosen = view.filter.cell == Some(at);
    let filter = Filter { cell: (!chosen).then_some(at), ..view.filter.clone() };
    let name = format!(
        "{}, likelihood {}, impact {}, level {level}, {}{}",
        count(n, "risk", "risks"),
        at.likelihood + 1,
        at.impact + 1,
        at.stage.name().to_ascii_lowercase(),
        if chosen { ", chosen; choose again to see all" } else { "" }
    );
    Link {
        to: Route::Risks(RiskView { filter, page: 0, ..view.clone() }).to_string().into(),
        text: n.to_string().into(),
        class: Some("heat-map__count".into()),
        current: chosen.then(|| "true".into()),
        name: Some(name.into()),
        id: None,
    }
    .view()
}
