//! The league table of the peers.

use partnership_risk_core::league::peers::{Cell, Part, PeerEntry, PeerPool};
use partnership_risk_core::register::Sector;
use yew::prelude::{Html, html};

use super::NOT_SHOWN;
use crate::app::queries::peers::category_name;
use crate::ui::components::{Head, TableRow, table};
use crate::ui::words::{grouped, percent};

/// The league table of the peers, or of those of one sector.
pub(super) fn table_of(pool: &PeerPool, whose: Option<Sector>) -> Html {
    let found = pool.table(whose);
    let heads = [
        Head::text("Category"),
        Head::number("Partnerships naming it in their top five"),
        Head::number("Bodies in whose top five it is"),
        Head::number("Mean score"),
    ];
    html! {
        <section aria-labelledby="peer-table">
            <h3 id="peer-table">{ title(found.entries.first()) }</h3>
            <p class="note">{ "A mean score is in per cent of the highest that a body\u{2019}s matrix can give, and each body counts once." }</p>
            { table("League table of your peers", &heads, found.entries.iter().map(row).collect()) }
        </section>
    }
}

fn title(first: Option<&PeerEntry>) -> String {
    match first.and_then(|entry| entry.naming.shown().map(|part| (entry, part))) {
        Some((entry, part)) => format!(
            "{} is named most: by {} of partnerships",
            category_name(&entry.category),
            percent(part.share())
        ),
        None => "No category can be shown".to_owned(),
    }
}

fn row(entry: &PeerEntry) -> TableRow {
    let mean = match entry.mean_score {
        Cell::Shown(mean) => format!("{mean} %"),
        Cell::Suppressed => NOT_SHOWN.to_owned(),
    };
    let cells = vec![
        category_name(&entry.category).into(),
        part(&entry.naming).into(),
        part(&entry.bodies).into(),
        mean.into(),
    ];
    TableRow::of(&entry.category, cells)
}

fn part(cell: &Cell<Part>) -> String {
    let number = |n: u64| grouped(usize::try_from(n).unwrap_or(usize::MAX));
    match cell {
        Cell::Shown(part) => {
            format!("{} ({} of {})", percent(part.share()), number(part.count), number(part.of))
        }
        Cell::Suppressed => NOT_SHOWN.to_owned(),
    }
}
