//! The risks of the cell of the heat map that is pointed at: which they are, and how each moves from rating to
//! rating. The place for them is always there, so that nothing else moves.

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::movement::ratings;
use crate::app::queries::risk_table::{Cell, Filter, Row, Sort, rows};
use crate::ui::components::link;
use crate::ui::route::{RiskView, Route};
use crate::ui::words::{count, sentence_case};

/// How many are told before the rest is counted.
const TOLD: usize = 4;

/// The risks of a cell, or how to see them.
pub(super) fn cell_risks(register: &Register, view: &RiskView, cell: Option<Cell>) -> Html {
    html! {
        <div class="heat-map__risks" role="status">
            { cell.map_or_else(how_to, |cell| told(register, view, cell)) }
        </div>
    }
}

fn how_to() -> Html {
    html! { <p class="note">{ "Point at a cell, or go to it by keyboard, to see its risks here; choose it to see only them." }</p> }
}

fn told(register: &Register, view: &RiskView, cell: Cell) -> Html {
    let filter = Filter { cell: Some(cell), ..view.filter.clone() };
    let found = rows(register, &filter, Sort::default());
    html! {
        <>
            <p><b>{ title(register, cell, &found) }</b></p>
            <ul>
                for row in found.iter().take(TOLD) {
                    <li>
                        { link(Route::Risk(row.risk.id).to_string(), row.risk.title.clone()) }
                        <span class="note">{ format!(": {}", ratings(register, &row.risk)) }</span>
                    </li>
                }
                if let Some(more) = found.len().checked_sub(TOLD).filter(|more| *more > 0) {
                    <li>{ format!("and {more} more") }</li>
                }
            </ul>
        </>
    }
}

fn title(register: &Register, cell: Cell, found: &[Row]) -> String {
    let matrix = register.matrix();
    let level = &matrix.levels()[matrix.level_at(cell.likelihood, cell.impact)].name;
    let risks = count(found.len(), "risk", "risks");
    let stage = sentence_case(cell.stage.name());
    format!("{stage}, likelihood {}, impact {}, {level}: {risks}", cell.likelihood + 1, cell.impact + 1)
}
