//! Where we stand: for each theme, indicator and category the middle half of the bodies and our own mark, as a
//! picture and as the table behind it.

use partnership_risk_core::league::peers::{Cell, PeerLine, PeerPool, Quartiles, Submission};
use partnership_risk_core::register::Sector;
use yew::prelude::{Html, html};

use super::NOT_SHOWN;
use crate::app::queries::peers::{extremes, standings};
use crate::ui::charts::{Range, Strip, StripRow};
use crate::ui::components::{Head, TableRow, disclosure, table};
use crate::ui::words::sentence_case;

/// One picture: its id, what it is about, and what its figures are.
struct Subject {
    id: &'static str,
    about: &'static str,
    figures: &'static str,
}

const THEMES: Subject = Subject {
    id: "peer-themes",
    about: "themes of health",
    figures: "The mean health of a body\u{2019}s partnerships, in per cent of the points that could be reached. Higher is better.",
};
const PRACTICE: Subject = Subject {
    id: "peer-practice",
    about: "good practices",
    figures: "The share of a body\u{2019}s partnerships that have it. Higher is better.",
};
const CATEGORIES: Subject = Subject {
    id: "peer-categories",
    about: "categories of risk",
    figures: "The mean score of a body\u{2019}s risks, in per cent of the highest that its matrix can give. Higher is riskier.",
};

/// Where we stand.
pub(super) fn standing(pool: &PeerPool, whose: Option<Sector>, ours: Option<&Submission>) -> Html {
    let found = standings(pool, whose, ours);
    html! {
        <>
            { picture(&THEMES, &found.themes) }
            { picture(&PRACTICE, &found.practice) }
            { picture(&CATEGORIES, &found.categories) }
        </>
    }
}

fn picture(subject: &Subject, lines: &[PeerLine]) -> Html {
    let Subject { id, about, figures } = *subject;
    let finding = finding(about, lines);
    let strip = Strip { name: finding.clone().into(), rows: lines.iter().map(strip_row).collect() };
    html! {
        <section aria-labelledby={id}>
            <h3 {id}>{ &finding }</h3>
            <p class="note">{ figures }{ " The box is the middle half of bodies, the line in it their median, the dot your own figure." }</p>
            { strip.view() }
            { disclosure(format!("The figures: {about}"), figures_of(about, lines)) }
        </section>
    }
}

/// What the picture shows, in one sentence.
fn finding(about: &str, lines: &[PeerLine]) -> String {
    let is_shown = |line: &PeerLine| line.quartiles.shown().is_some();
    match extremes(lines) {
        _ if !lines.iter().any(is_shown) => {
            format!("{} cannot be compared: too few bodies to show", sentence_case(about))
        }
        (0, ..) => format!("Your peers\u{2019} {about}; you have no figures of your own to compare"),
        (n, 0, 0) => format!("You stand in the middle half in all {n} {about} compared"),
        (n, above, below) => {
            format!(
                "Of {n} {about}, you stand above the upper quartile in {above} and below the lower in {below}"
            )
        }
    }
}

fn strip_row(line: &PeerLine) -> StripRow {
    let part = |percent: u8| f64::from(percent) / 100.0;
    let middle = |q: &Quartiles| Range { from: part(q.lower), to: part(q.upper) };
    let quartiles = line.quartiles.shown();
    StripRow {
        label: line.aspect.name(),
        range: quartiles.map(middle),
        line: quartiles.map(|q| part(q.median)),
        mark: line.ours.map(part),
        said: said(line),
    }
}

fn said(line: &PeerLine) -> String {
    let ours = line.ours.map_or_else(|| "No figure".to_owned(), |ours| format!("{ours} %"));
    match &line.quartiles {
        Cell::Shown(quartiles) => format!("{ours}; median {} %", quartiles.median),
        Cell::Suppressed => format!("{ours}; peers: {NOT_SHOWN}"),
    }
}

fn figures_of(about: &str, lines: &[PeerLine]) -> Html {
    let heads = [
        Head::text("Compared"),
        Head::number("Yours"),
        Head::number("Lower quartile"),
        Head::number("Median"),
        Head::number("Upper quartile"),
        Head::text("Where you stand"),
    ];
    table(format!("Where you stand: {about}"), &heads, lines.iter().map(row).collect())
}

fn row(line: &PeerLine) -> TableRow {
    let percent = |n: u8| format!("{n} %");
    let [lower, median, upper] = match &line.quartiles {
        Cell::Shown(q) => [q.lower, q.median, q.upper].map(percent),
        Cell::Suppressed => [NOT_SHOWN; 3].map(str::to_owned),
    };
    let ours = line.ours.map_or_else(|| "\u{2013}".to_owned(), percent);
    let place = line.place().map_or("\u{2013}", |place| place.name());
    TableRow::new(vec![
        line.aspect.name().into(),
        ours.into(),
        lower.into(),
        median.into(),
        upper.into(),
        place.into(),
    ])
}
