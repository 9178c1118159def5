//! The losses year by year: a picture of what they cost, and a table.

use partnership_risk_core::loss::evidence::Seen;
use yew::prelude::{Html, html};

use crate::app::queries::losses::year_name;
use crate::app::queries::past_losses::PastLosses;
use crate::app::tasks::{Entry, Figures};
use crate::ui::charts::{Span, Spans};
use crate::ui::components::{Head, TableRow, table, table_frame};
use crate::ui::pages::first_and_rest::first_and_rest;
use crate::ui::pages::take_away::TakeAway;
use crate::ui::session::Session;
use crate::ui::words::{count, grouped, percent, pounds};

/// How many years the picture shows: the latest.
const DRAWN: usize = 20;

/// The picture and the table.
pub(super) fn years(session: &Session, past: &PastLosses) -> Html {
    let title = title(&past.years);
    let first = past.years.len().saturating_sub(DRAWN);
    let spans = past.years[first..].iter().map(span).collect();
    let line = Some(past.told.cost_per_year());
    let picture = Spans { name: title.clone().into(), id: "years-picture", spans, line };
    let take_away = TakeAway {
        picture: picture.id,
        name: "past losses",
        stem: "past-losses",
        figures: behind(&past.years),
    };
    html! {
        <section aria-labelledby="years">
            <h2 id="years">{ &title }</h2>
            <p class="note">{ "What was lost in each financial year, from 1 April; the line is the average." }</p>
            { table_frame(title, picture.view()) }
            { take_away.view(session) }
            { first_and_rest("Past losses by financial year", &past.years, |name, some| {
                table(name, &HEADS, some.iter().map(row).collect())
            }) }
        </section>
    }
}

/// Each year with its events and what they cost.
fn behind(years: &[Seen]) -> Figures {
    let row = |year: &Seen| {
        let (name, cost) = (Entry::Text(year_name(year.year)), Entry::Number(year.cost.pounds()));
        vec![name, Entry::Number(f64::from(year.count)), cost]
    };
    let heads = vec!["Financial year", "Events", "Cost in pounds"];
    Figures { heads, rows: years.iter().map(row).collect() }
}

/// The year that cost most, where it stands out.
fn title(years: &[Seen]) -> String {
    let sum: f64 = years.iter().map(|year| year.cost.pounds()).sum();
    let dearest = years.iter().max_by_key(|year| year.cost);
    match dearest {
        Some(year) if years.len() > 1 && sum > 0.0 => format!(
            "{} cost most: {} of what was lost in {} years",
            year_name(year.year),
            percent(year.cost.pounds() / sum),
            years.len()
        ),
        Some(_) | None => "Losses by financial year".to_owned(),
    }
}

fn span(year: &Seen) -> Span {
    let cost = year.cost.pounds();
    let said = format!("{}, {}", pounds(cost), count(year.count as usize, "event", "events"));
    Span { label: year_name(year.year), from: 0.0, to: cost, said, is_sum: false }
}

const HEADS: [Head; 4] =
    [Head::text("Financial year"), Head::number("Events"), Head::number("Cost"), Head::number("Mean cost")];

fn row(year: &Seen) -> TableRow {
    let mean = year.cost.pounds() / f64::from(year.count);
    let mean = if year.count == 0 { "\u{2013}".to_owned() } else { pounds(mean) };
    let events = grouped(year.count as usize);
    TableRow::of(year.year, vec![year_name(year.year).into(), events.into(), year.cost.into(), mean.into()])
}
