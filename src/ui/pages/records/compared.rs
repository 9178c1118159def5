//! What moved between two days: the counts first, then risk by risk with the reason, then the league table.

use partnership_risk_core::decimal;
use partnership_risk_core::league::LeagueTable;
use partnership_risk_core::register::{Register, Snapshot};
use partnership_risk_core::trend::{CategoryMovement, CategoryPlace, Moved, RiskMovement, Standing};
use yew::prelude::{Html, html};

use crate::app::queries::snapshots::Compared;
use crate::ui::charts::{End, Side, Slope};
use crate::ui::components::{Head, TableRow, link, table, table_frame};
use crate::ui::pages::shown::{category_name, level};
use crate::ui::route::Route;
use crate::ui::words::{count, ordinal};

/// What moved between two days.
pub(super) fn comparison(register: &Register, found: &Compared) -> Html {
    let moved: Vec<&RiskMovement> =
        found.movements.risks.iter().filter(|risk| risk.moved != Moved::Same).collect();
    html! {
        <>
            <section aria-labelledby="moved">
                <h2 id="moved">{ format!("From {} to {}", found.before.name, found.after.name) }</h2>
                <p class="lead">{ counts(found) }</p>
                if found.movements.matrix_changed {
                    <p class="inset">{ "The matrix changed between these days. Risks are compared by how high their level stands among the levels of its own matrix, not by their scores." }</p>
                }
                if moved.is_empty() {
                    <p>{ "No risk has moved, appeared or gone." }</p>
                } else {
                    { move_table(register, found, &moved) }
                }
            </section>
            { league(register, found) }
        </>
    }
}

fn counts(found: &Compared) -> String {
    if found.counts.is_empty() {
        return "No risk was open on either day.".to_owned();
    }
    let told: Vec<String> = found.counts.iter().map(|(moved, n)| told(*moved, *n)).collect();
    format!("{}.", told.join(", "))
}

fn told(moved: Moved, n: usize) -> String {
    let words = match moved {
        Moved::Rose => "rose",
        Moved::Fell => "fell",
        Moved::Same => return format!("{n} unchanged"),
        Moved::Rated => "newly rated",
        Moved::Unrated => "no longer rated",
        Moved::Appeared => "appeared",
        Moved::Reopened => "reopened",
        Moved::Closed => "closed",
        Moved::Withdrawn => "back to draft",
        Moved::Removed => "removed",
    };
    format!("{n} {words}")
}

fn move_table(register: &Register, found: &Compared, moved: &[&RiskMovement]) -> Html {
    let heads = ["Risk", "What became of it", "Before", "After", "Why"].map(Head::text);
    let rows = moved.iter().map(|risk| row(register, found, risk)).collect();
    table("Risks that moved between the two days", &heads, rows)
}

fn row(register: &Register, found: &Compared, risk: &RiskMovement) -> TableRow {
    let title = match register.risk(risk.risk) {
        Some(known) => link(Route::Risk(known.id).to_string(), risk.title.clone()),
        None => html! { &risk.title },
    };
    let cells = vec![
        title,
        risk.moved.name().into(),
        standing(&found.before, risk.before),
        standing(&found.after, risk.after),
        risk.reason.as_deref().unwrap_or("No reason given").into(),
    ];
    TableRow::of(risk.risk, cells)
}

fn standing(day: &Snapshot, standing: Option<Standing>) -> Html {
    let Some(standing) = standing else { return html! { "\u{2013}" } };
    let score = decimal::short(standing.score.product(), 2);
    html! { <>{ level(day.matrix.level(standing.score)) }{ " " }{ score }</> }
}

/// How categories moved in the own league table.
fn league(register: &Register, found: &Compared) -> Html {
    if found.league.is_empty() {
        return Html::default();
    }
    let finding = finding(found);
    let [before, after] = &found.tables;
    let side = |title: &str, table: &LeagueTable| Side {
        title: title.to_owned(),
        ends: table
            .entries()
            .iter()
            .map(|entry| End { rank: entry.rank, label: category_name(register, &entry.category) })
            .collect(),
    };
    let picture = Slope {
        name: finding.clone().into(),
        left: side(&found.before.name, before),
        right: side(&found.after.name, after),
        links: links(before, after),
    };
    html! {
        <section aria-labelledby="league">
            <h2 id="league">{ &finding }</h2>
            <p class="note">{ format!("Your own league table on both days, ranked by: {}. What is grey stands on one day only.", after.measure().name()) }</p>
            { table_frame(finding.clone(), picture.view()) }
            { places(register, &found.league) }
        </section>
    }
}

/// The places in both tables of what stands in both.
fn links(before: &LeagueTable, after: &LeagueTable) -> Vec<(usize, usize)> {
    let places = before.entries().iter().enumerate();
    let link = places.filter_map(|(from, entry)| {
        let to = after.entries().iter().position(|other| other.category == entry.category)?;
        Some((from, to))
    });
    link.collect()
}

fn finding(found: &Compared) -> String {
    let moved = found.league.iter().filter(|category| category.places_up() != Some(0)).count();
    match moved {
        0 => "No category changed its place".to_owned(),
        n => format!("{} changed place", count(n, "category", "categories")),
    }
}

fn places(register: &Register, league: &[CategoryMovement]) -> Html {
    let heads = ["Category", "Place before", "Place after", "Moved"].map(Head::text);
    let row = |movement: &CategoryMovement| {
        let cells = vec![
            category_name(register, &movement.category).into(),
            place(movement.before).into(),
            place(movement.after).into(),
            places_up(movement).into(),
        ];
        TableRow::of(&movement.category, cells)
    };
    table("Places of categories on both days", &heads, league.iter().map(row).collect())
}

fn place(place: Option<CategoryPlace>) -> String {
    place.map_or_else(|| "\u{2013}".to_owned(), |place| ordinal(place.rank as usize))
}

fn places_up(movement: &CategoryMovement) -> String {
    match (movement.places_up(), movement.before.is_some()) {
        (Some(0), _) => "unchanged".to_owned(),
        (Some(up @ 1..), _) => format!("up {up}"),
        (Some(down), _) => format!("down {}", down.unsigned_abs()),
        (None, true) => "left the table".to_owned(),
        (None, false) => "new in the table".to_owned(),
    }
}
