//! The partnerships as a table, each column of which sorts.

use partnership_risk_core::register::{PartnershipStatus, Register};
use yew::prelude::{Html, html};

use crate::app::queries::partnerships::{PartnershipColumn, PartnershipLine, PartnershipSort};
use crate::app::queries::sort::Direction;
use crate::ui::components::{Link, SortHeader, Sorted, disclosure, table_frame};
use crate::ui::pages::shown::{health, level};
use crate::ui::route::{PartnershipView, Route, link_id};

/// The partnerships as a table.
pub(super) fn table(register: &Register, view: &PartnershipView, lines: &[PartnershipLine]) -> Html {
    let table = html! {
        <table class="table table--cards">
            <caption class="hidden">{ "Partnerships, live ones first" }</caption>
            <thead><tr>{ for COLUMNS.into_iter().map(|column| head(view, column)) }</tr></thead>
            <tbody>{ for lines.iter().map(|line| row(register, line)) }</tbody>
        </table>
    };
    html! { <>{ table_frame("Partnerships", table) }{ how_columns_are() }</> }
}

/// The columns in order: the name, by what it sorts, and whether it holds numbers.
const COLUMNS: [(&str, PartnershipColumn, bool); 8] = [
    ("Partnership", PartnershipColumn::Name, false),
    ("Form", PartnershipColumn::Kind, false),
    ("Lead officer", PartnershipColumn::Lead, false),
    ("Significance", PartnershipColumn::Significance, false),
    ("Health", PartnershipColumn::Health, false),
    ("Cost a year", PartnershipColumn::Cost, true),
    ("Open risks", PartnershipColumn::Risks, true),
    ("Gravest", PartnershipColumn::Gravest, false),
];

fn head(view: &PartnershipView, (label, column, numeric): (&'static str, PartnershipColumn, bool)) -> Html {
    let sorted = match (view.sort.column == column, view.sort.direction) {
        (false, _) => Sorted::No,
        (true, Direction::Ascending) => Sorted::Ascending,
        (true, Direction::Descending) => Sorted::Descending,
    };
    SortHeader { label, to: sort_address(view, column).into(), sorted, numeric }.view()
}

/// The address at which the table is sorted by a column, or the other way round if it is already.
fn sort_address(view: &PartnershipView, column: PartnershipColumn) -> String {
    let first = match column {
        PartnershipColumn::Name
        | PartnershipColumn::Kind
        | PartnershipColumn::Lead
        | PartnershipColumn::Health => Direction::Ascending,
        PartnershipColumn::Significance
        | PartnershipColumn::Cost
        | PartnershipColumn::Risks
        | PartnershipColumn::Gravest => Direction::Descending,
    };
    let direction = if view.sort.column == column { view.sort.direction.reversed() } else { first };
    let sort = PartnershipSort { column, direction };
    Route::Partnerships(PartnershipView { sort, page: 0, ..view.clone() }).to_string()
}

fn row(register: &Register, line: &PartnershipLine) -> Html {
    let partnership = &line.partnership;
    let id = partnership.id.to_string();
    let lead = if partnership.lead_officer.is_empty() { "Nobody named" } else { &partnership.lead_officer };
    let gravest = line.worst.map(|score| level(register.matrix().level(score)));
    html! {
        <tr key={id}>
            <th scope="row">
                { name(line) }
                if partnership.status != PartnershipStatus::Active {
                    <span class="table__status">{ partnership.status.name() }</span>
                }
            </th>
            <td data-label="Form">{ partnership.kind.name() }</td>
            <td data-label="Lead officer">{ lead }</td>
            <td data-label="Significance">{ line.rank.name() }</td>
            <td data-label="Health">{ health(line.health) }</td>
            <td data-label="Cost a year" class="table__number">{ cost(line) }</td>
            <td data-label="Open risks" class="table__number">{ line.n_risks }</td>
            <td data-label="Gravest">{ gravest.unwrap_or_default() }</td>
        </tr>
    }
}

fn name(line: &PartnershipLine) -> Html {
    let id = line.partnership.id;
    Link {
        id: Some(link_id(&id.to_string()).into()),
        to: Route::Partnership(id).to_string().into(),
        text: line.partnership.name.clone().into(),
        ..Link::default()
    }
    .view()
}

fn cost(line: &PartnershipLine) -> String {
    line.cost().map_or_else(|| "Not known".to_owned(), |cost| cost.in_words())
}

fn how_columns_are() -> Html {
    let content = html! {
        <>
            <p>{ "Significance counts how many of your organisation\u{2019}s criteria a partnership meets; its own page says which. Health is the share of points that its latest health check reached; where several respondents answered, that of their median answers." }</p>
            <p>{ "The cost is our contribution a year, or the whole budget where that is not known. The gravest is the level of its worst open risk." }</p>
        </>
    };
    disclosure("Where these columns come from", content)
}
