//! Where respondents disagree, and who says what: what the partners most need to talk about.

use partnership_risk_core::health::{Answer, Line};
use yew::prelude::{Html, html};

use super::figures::asked;
use crate::app::queries::health::{Voice, Voices};
use crate::ui::components::{Head, TableRow, table};
use crate::ui::words::count;

/// Where respondents disagree; nothing where there is only one.
pub(super) fn disagreement(found: &Voices<'_>) -> Html {
    if !found.are_several() {
        return Html::default();
    }
    let (disputed, split) = (found.panel.disputed(), found.panel.split_on_applying());
    let title = match disputed.len() {
        0 => "The respondents agree within one step on every question".to_owned(),
        n => format!("The respondents disagree on {}", count(n, "question", "questions")),
    };
    html! {
        <section aria-labelledby="disagreement">
            <h2 id="disagreement">{ title }</h2>
            if !disputed.is_empty() {
                <p>{ "Their answers lie two steps or more apart. Talk about these first: somebody knows something that the others do not." }</p>
                { line_table("Disagreements, the widest first", &disputed, found) }
            }
            if !split.is_empty() {
                <h3>{ "Applicable to some and not to others" }</h3>
                { line_table("Questions that apply to some and not to others", &split, found) }
            }
        </section>
    }
}

fn line_table(caption: &'static str, lines: &[&Line], found: &Voices<'_>) -> Html {
    let heads = [
        Head::text("Question"),
        Head::text("Who says what"),
        Head::number("Steps apart"),
        Head::text("Median"),
    ];
    table(caption, &heads, lines.iter().map(|line| row(line, found)).collect())
}

fn row(line: &Line, found: &Voices<'_>) -> TableRow {
    TableRow::new(vec![
        asked(line.question()).into(),
        html! { <ul class="voices">{ for found.to(line.question()).iter().map(voice) }</ul> },
        line.spread().unwrap_or_default().into(),
        line.median().map(Answer::name).unwrap_or_default().into(),
    ])
}

fn voice(voice: &Voice) -> Html {
    html! {
        <li>
            { format!("{}: ", voice.respondent) }<strong>{ voice.answer.map_or("Open", Answer::name) }</strong>
            if !voice.evidence.is_empty() {
                { format!(" ({})", voice.evidence) }
            }
        </li>
    }
}
