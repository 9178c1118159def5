//! The partnerships as a table, each column of which sorts.

use partnership_risk_core::register::{Partnership, PartnershipStatus, Register};
use yew::prelude::{Html, html};

use crate::app::queries::partnerships::{PartnershipColumn, PartnershipLine};
use crate::app::queries::sort::Direction;
use crate::ui::components::{Head, TableRow, disclosure, table};
use crate::ui::pages::shown::{entry_link, health, level};
use crate::ui::pages::sorting::{Column, sorting_heads};
use crate::ui::route::{PartnershipView, Route};

/// The partnerships as a table.
pub(super) fn partnership_table(
    register: &Register,
    view: &PartnershipView,
    lines: &[PartnershipLine],
) -> Html {
    let to = |sort| Route::Partnerships(PartnershipView { sort, page: 0, ..view.clone() });
    let heads = sorting_heads(COLUMNS, view.sort, to);
    let rows = lines.iter().map(|line| row(register, line)).collect();
    html! { <>{ table("Partnerships, live ones first", &heads, rows) }{ how_columns_are() }</> }
}

/// The columns in order.
const COLUMNS: [Column<PartnershipColumn>; 8] = [
    (Head::text("Partnership"), Some((PartnershipColumn::Name, Direction::Ascending))),
    (Head::text("Form"), Some((PartnershipColumn::Kind, Direction::Ascending))),
    (Head::text("Lead officer"), Some((PartnershipColumn::Lead, Direction::Ascending))),
    (Head::text("Significance"), Some((PartnershipColumn::Significance, Direction::Descending))),
    (Head::text("Health"), Some((PartnershipColumn::Health, Direction::Ascending))),
    (Head::number("Cost a year"), Some((PartnershipColumn::Cost, Direction::Descending))),
    (Head::number("Open risks"), Some((PartnershipColumn::Risks, Direction::Descending))),
    (Head::text("Gravest"), Some((PartnershipColumn::Gravest, Direction::Descending))),
];

fn row(register: &Register, line: &PartnershipLine) -> TableRow {
    let partnership = &line.partnership;
    let lead = if partnership.lead_officer.is_empty() { "Nobody named" } else { &partnership.lead_officer };
    let gravest = line.worst.map(|score| level(register.matrix().level(score)));
    let cells = vec![
        name(line),
        partnership.kind.name().into(),
        lead.into(),
        line.rank.name().into(),
        health(line.health).into(),
        cost(line).into(),
        line.n_risks.into(),
        gravest.unwrap_or_default(),
    ];
    TableRow::of(partnership.id, cells)
}

/// The name, and where it stands in its life if it is not active.
fn name(line: &PartnershipLine) -> Html {
    let Partnership { id, name, status, .. } = &*line.partnership;
    html! {
        <>
            { entry_link(&Route::Partnership(*id), name.clone()) }
            if *status != PartnershipStatus::Active {
                <span class="table__status">{ status.name() }</span>
            }
        </>
    }
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
