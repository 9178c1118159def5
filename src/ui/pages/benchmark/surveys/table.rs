//! The table of a survey as it was printed, as far as it was seen.

use partnership_risk_core::catalogue::{Entry, Extent, Survey, Unit};
use partnership_risk_core::decimal;
use yew::prelude::{Html, html};

use crate::ui::components::{Head, TableRow, titled_table};
use crate::ui::words::count;

/// The table of a survey.
pub(super) fn printed(survey: &Survey) -> Html {
    html! {
        <section aria-labelledby="printed">
            <h2 id="printed">{ "The table" }</h2>
            { seen_of(survey).map(|said| html! { <p class="inset">{ said }</p> }).unwrap_or_default() }
            { entries(survey) }
        </section>
    }
}

/// Its entries, each with its place and its figure.
pub(in crate::ui::pages::benchmark) fn entries(survey: &Survey) -> Html {
    let rows = survey.entries().iter().map(|entry| row(survey, entry)).collect();
    titled_table("Entries as printed", &heads(survey.about().unit), rows)
}

/// How much of it can be relied on, where only a part was seen.
pub(in crate::ui::pages::benchmark) fn seen_of(survey: &Survey) -> Option<String> {
    (survey.about().extent == Extent::Partial).then(|| seen(survey))
}

fn seen(survey: &Survey) -> String {
    let rows = count(survey.entries().len(), "row was", "rows were");
    let below = match survey.known_depth() {
        0 => "Since its first place is not known, nothing can be said about what is not in it.".to_owned(),
        depth => format!(
            "It is known without a gap down to place {depth}; below, nothing can be said about what is not in it."
        ),
    };
    format!("Only a part of this table was seen: {rows}. {below}")
}

fn heads(unit: Unit) -> Vec<Head> {
    let figure = match unit {
        Unit::PercentNaming => Some("Named by"),
        Unit::Rank => None,
        Unit::MeanScore => Some("Mean score"),
    };
    let heads = [Head::text("Risk"), Head::number("Place")];
    heads.into_iter().chain(figure.map(Head::number)).collect()
}

fn row(survey: &Survey, entry: &Entry) -> TableRow {
    let unknown = || "\u{2013}".to_owned();
    let place = entry.rank().map_or_else(unknown, |rank| rank.to_string());
    let mut cells = vec![entry.label().to_string().into(), place.into()];
    match survey.about().unit {
        Unit::Rank => {}
        Unit::PercentNaming => cells.push(entry.value().map_or_else(unknown, percent).into()),
        Unit::MeanScore => {
            cells.push(entry.value().map_or_else(unknown, |value| decimal::short(value, 6)).into())
        }
    }
    TableRow::of(entry.id(), cells)
}

fn percent(value: f64) -> String {
    format!("{} %", decimal::short(value, 2))
}
