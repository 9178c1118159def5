//! Risks as a table, on every page that lists some.

use partnership_risk_core::decimal;
use partnership_risk_core::register::{Register, Risk, RiskId, Status};
use yew::prelude::{Callback, Html, html};

use super::shown::{category_name, entry_link, level};
use super::sorting::{self, sorting_heads};
use crate::app::queries::risk_table::{Column, Row};
use crate::app::queries::sort::Direction;
use crate::ui::components::{Head, disclosure, table_frame};
use crate::ui::route::{RiskView, Route};
use crate::ui::words::ordinal;

/// Which risks of a table are selected.
pub(super) struct Picking {
    /// Those that are.
    pub chosen: Vec<RiskId>,
    /// Called with a risk that is selected, or let go.
    pub on_pick: Callback<RiskId>,
}

/// Risks as a table. It can be sorted where the view that it is a part of is given.
pub(super) fn risk_table(register: &Register, rows: &[Row], view: Option<&RiskView>) -> Html {
    table_of(register, rows, view, None)
}

/// Risks as a table that can be sorted, and from which some can be selected.
pub(super) fn risk_table_to_pick(
    register: &Register,
    rows: &[Row],
    view: &RiskView,
    picking: &Picking,
) -> Html {
    table_of(register, rows, Some(view), Some(picking))
}

fn table_of(register: &Register, rows: &[Row], view: Option<&RiskView>, picking: Option<&Picking>) -> Html {
    let table = html! {
        <table class="table table--cards">
            <caption class="hidden">{ "Risks with their current score and level" }</caption>
            { head(view, picking.is_some()) }
            <tbody>
                for (place, row) in rows.iter().enumerate() {
                    { risk_row(register, place, row, picking) }
                }
            </tbody>
        </table>
    };
    table_frame("Register of risks", table)
}

/// The columns in order.
const COLUMNS: [sorting::Column<Column>; 8] = [
    (Head::text("Ref"), Some((Column::Reference, Direction::Ascending))),
    (Head::text("Risk"), Some((Column::Title, Direction::Ascending))),
    (Head::text("Partnership"), Some((Column::Partnership, Direction::Ascending))),
    (Head::text("Category"), Some((Column::Category, Direction::Ascending))),
    (Head::text("Owner"), Some((Column::Owner, Direction::Ascending))),
    (Head::number("Likelihood \u{d7} impact"), None),
    (Head::number("Score"), Some((Column::Score, Direction::Descending))),
    (Head::text("Level"), None),
];

fn head(view: Option<&RiskView>, to_pick: bool) -> Html {
    let heads = match view {
        None => COLUMNS.into_iter().map(|(head, _)| head).collect(),
        Some(view) => {
            let to = |sort| Route::Risks(RiskView { sort, page: 0, ..view.clone() });
            sorting_heads(COLUMNS, view.sort, to)
        }
    };
    html! {
        <thead>
            <tr>
                if to_pick {
                    <th scope="col"><span class="hidden">{ "Select" }</span></th>
                }
                { for heads.iter().map(Head::view) }
            </tr>
        </thead>
    }
}

/// A row is what stands at its place: another order or page changes words and builds nothing anew.
fn risk_row(register: &Register, place: usize, row: &Row, picking: Option<&Picking>) -> Html {
    let risk = &row.risk;
    let level = row.score.map(|score| level(register.matrix().level(score)));
    html! {
        <tr key={place}>
            if let Some(picking) = picking {
                <td class="table__pick">{ tick(risk, picking) }</td>
            }
            <td class="table__reference">{ &risk.reference }</td>
            <th scope="row">
                { entry_link(&Route::Risk(risk.id), risk.title.clone()) }
                if risk.status != Status::Open {
                    <span class="table__status">{ risk.status.name() }</span>
                }
            </th>
            <td data-label="Partnership">{ &row.partnership.name }</td>
            <td data-label="Category">{ risk.category.as_ref().map(|id| category_name(register, id)).unwrap_or_default() }</td>
            <td data-label="Owner">{ &risk.owner }</td>
            <td data-label="Likelihood \u{d7} impact" class="table__number">{ factors(row) }</td>
            <td data-label="Score" class="table__number">{ score(row) }</td>
            <td data-label="Level">{ level.unwrap_or_else(|| html! { "Not rated" }) }</td>
        </tr>
    }
}

/// The box that selects a risk.
fn tick(risk: &Risk, picking: &Picking) -> Html {
    let id = risk.id;
    let field = format!("pick-{id}");
    let on_change = picking.on_pick.reform(move |_| id);
    html! {
        <label class="table__tick" for={field.clone()}>
            <input type="checkbox" id={field} checked={picking.chosen.contains(&id)} onchange={on_change} />
            <span class="hidden">{ format!("Select {}", risk.title) }</span>
        </label>
    }
}

fn factors(row: &Row) -> String {
    let rating = row.risk.ratings.current;
    rating.map(|r| format!("{} \u{d7} {}", r.likelihood, r.impact)).unwrap_or_default()
}

/// The score and the place it gives.
fn score(row: &Row) -> Html {
    let score = row.score.map(|score| decimal::short(score.product(), 2)).unwrap_or_default();
    html! {
        <>
            { score }
            if let Some(place) = row.place {
                <span class="table__place">{ format!(" {}", ordinal(place)) }</span>
            }
        </>
    }
}

/// Where the figures in the table come from.
pub(super) fn how_scores_are() -> Html {
    let content = html! {
        <>
            <p>{ "The score is likelihood times impact, as rated after today\u{2019}s controls. The level is looked up in your risk matrix at the nearest steps; halfway counts as the worse step." }</p>
            <p>{ "Risks are ordered by level first and score second, so that the order never contradicts the matrix. The place is among all open risks; equal scores share the better place. Drafts and closed risks have none." }</p>
        </>
    };
    disclosure("Where these figures come from", content)
}
