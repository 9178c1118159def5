//! Risks as a table.

use std::rc::Rc;

use partnership_risk_core::register::{Register, Status};
use yew::prelude::{AttrValue, Html, Properties, component, html};

use crate::app::queries::risk_table::{Column, Direction, Row, Sort};
use crate::ui::components::{Link, SortHeader, Sorted};
use crate::ui::pages::shown::{band, category_name};
use crate::ui::route::{RiskView, Route, link_id};
use crate::ui::words::{decimal, ordinal};

/// Props of [`RiskTable`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// The risks, in order.
    pub rows: Rc<[Row]>,
    /// How the table is sorted, where it can be sorted.
    #[prop_or_default]
    pub sort: Option<RiskView>,
}

/// Risks as a table.
#[component]
pub fn RiskTable(props: &Props) -> Html {
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Register of risks">
            <table class="table table--risks">
                <caption class="hidden">{ "Risks with their current score and level" }</caption>
                { head(props.sort.as_ref()) }
                <tbody>
                    for row in props.rows.iter() {
                        <RiskRow key={row.risk.id.to_string()} register={props.register.clone()} row={row.clone()} />
                    }
                </tbody>
            </table>
        </div>
    }
}

/// The columns in order: the name, by what it sorts, and whether it holds numbers.
const COLUMNS: [(&str, Option<Column>, bool); 8] = [
    ("Ref", Some(Column::Reference), false),
    ("Risk", Some(Column::Title), false),
    ("Partnership", Some(Column::Partnership), false),
    ("Category", Some(Column::Category), false),
    ("Owner", Some(Column::Owner), false),
    ("Likelihood \u{d7} impact", None, true),
    ("Score", Some(Column::Score), true),
    ("Level", None, false),
];

fn head(sort: Option<&RiskView>) -> Html {
    let cell = |(label, column, numeric): (&'static str, Option<Column>, bool)| match (sort, column) {
        (Some(view), Some(column)) => html! {
            <SortHeader {label} to={sort_address(view, column)} sorted={sorted(view.sort, column)} {numeric} />
        },
        (None, _) | (_, None) => html! {
            <th scope="col" class={numeric.then_some("table__number")}>{ label }</th>
        },
    };
    html! { <thead><tr>{ for COLUMNS.into_iter().map(cell) }</tr></thead> }
}

fn sorted(sort: Sort, column: Column) -> Sorted {
    match (sort.column == column, sort.direction) {
        (false, _) => Sorted::No,
        (true, Direction::Ascending) => Sorted::Ascending,
        (true, Direction::Descending) => Sorted::Descending,
    }
}

/// The address at which the table is sorted by a column, or the other way round if it is already.
fn sort_address(view: &RiskView, column: Column) -> AttrValue {
    let first = match column {
        Column::Score => Direction::Descending,
        Column::Reference | Column::Title | Column::Partnership | Column::Category | Column::Owner => {
            Direction::Ascending
        }
    };
    let direction = if view.sort.column == column { view.sort.direction.reversed() } else { first };
    let sort = Sort { column, direction };
    Route::Risks(RiskView { sort, page: 0, ..view.clone() }).to_string().into()
}

#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    register: Rc<Register>,
    row: Row,
}

/// One risk; a component of its own, so that an unchanged row is not drawn again.
#[component]
fn RiskRow(props: &RowProps) -> Html {
    let RowProps { register, row } = props;
    let risk = &row.risk;
    let id = risk.id.to_string();
    let level = row.score.map(|score| band(register.matrix().level(score)));
    html! {
        <tr>
            <td class="table__reference">{ &risk.reference }</td>
            <th scope="row">
                <Link id={link_id(&id)} to={Route::Risk(risk.id).to_string()}>{ &risk.title }</Link>
                if risk.status != Status::Open {
                    <span class="table__status">{ risk.status.name() }</span>
                }
            </th>
            <td data-label="Partnership">{ &*row.partnership }</td>
            <td data-label="Category">{ risk.category.as_ref().map(category_name).unwrap_or_default() }</td>
            <td data-label="Owner">{ &risk.owner }</td>
            <td data-label="Likelihood \u{d7} impact" class="table__number">{ factors(row) }</td>
            <td data-label="Score" class="table__number">{ score(row) }</td>
            <td data-label="Level">{ level.unwrap_or_else(|| html! { "Not rated" }) }</td>
        </tr>
    }
}

fn factors(row: &Row) -> String {
    let rating = row.risk.ratings.current;
    rating.map(|r| format!("{} \u{d7} {}", r.likelihood, r.impact)).unwrap_or_default()
}

/// The score and the place it gives.
fn score(row: &Row) -> Html {
    let score = row.score.map(|score| decimal(score.product(), 2)).unwrap_or_default();
    html! {
        <>
            { score }
            if let Some(place) = row.place {
                <span class="table__place">{ format!(" {}", ordinal(place)) }</span>
            }
        </>
    }
}
