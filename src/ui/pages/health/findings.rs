//! What is not known, what is open, and what is weakest with its next step.

use partnership_risk_core::health::{Answer, Line, Question, QuestionId, Theme, question};
use yew::prelude::{Html, html};

use super::figures::asked;
use crate::app::drafts::questions_of;
use crate::app::queries::health::Voices;
use crate::ui::components::{Head, TableRow, disclosure, table};
use crate::ui::words::count;

/// How many of the weakest questions are shown.
const MOST_WEAK: usize = 10;

/// From so many open questions on, their list is opened on demand.
const MANY_OPEN: u16 = 8;

/// What is not known, open or weak.
pub(super) fn findings(found: &Voices<'_>) -> Html {
    html! {
        <>
            { not_known(found) }
            { open(found) }
            { weakest(found) }
        </>
    }
}

fn not_known(found: &Voices<'_>) -> Html {
    let lines = found.not_known();
    if lines.is_empty() {
        return Html::default();
    }
    let item = |line: &&Line| {
        let who =
            found.to(line.question()).into_iter().filter(|voice| voice.answer == Some(Answer::DoNotKnow));
        let who: Vec<String> = who.map(|voice| voice.respondent).collect();
        html! { <li>{ asked(line.question()) }<span class="note">{ format!(" Not known to: {}", who.join("; ")) }</span></li> }
    };
    html! {
        <section aria-labelledby="not-known">
            <h2 id="not-known">{ format!("{} that somebody cannot answer", count(lines.len(), "question", "questions")) }</h2>
            <p>{ "Not to know counts as not in place. Find out, then answer again." }</p>
            <ul>{ for lines.iter().map(item) }</ul>
        </section>
    }
}

fn open(found: &Voices<'_>) -> Html {
    let score = found.panel.score();
    let n = score.overall().open();
    if n == 0 {
        return Html::default();
    }
    let title = count(usize::from(n), "open question", "open questions");
    let list: Html = Theme::ALL.into_iter().map(|theme| open_in(theme, score.open())).collect();
    html! {
        <section aria-labelledby="open">
            <h2 id="open">{ title }</h2>
            <p>{ "Nobody has answered these yet. They do not count, and the score is provisional until they are answered." }</p>
            if n > MANY_OPEN {
                { disclosure("Show the open questions", list) }
            } else {
                { list }
            }
        </section>
    }
}

fn open_in(theme: Theme, open: &[QuestionId]) -> Html {
    let questions: Vec<QuestionId> = questions_of(theme).filter(|question| open.contains(question)).collect();
    if questions.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <p>{ theme.name() }</p>
            <ul>
                for question in &questions {
                    <li>{ asked(question) }<span class="note">{ " Open" }</span></li>
                }
            </ul>
        </>
    }
}

fn weakest(found: &Voices<'_>) -> Html {
    let lines = found.weakest();
    if lines.is_empty() {
        return Html::default();
    }
    let title = match lines.len() {
        n if n > MOST_WEAK => format!("The {MOST_WEAK} weakest of {n} questions not in good order"),
        n => format!("{} not in good order", count(n, "question", "questions")),
    };
    let heads = ["Question", "Answer", "Next step"].map(Head::text);
    let rows = lines.iter().take(MOST_WEAK).filter_map(|line| weak_row(line)).collect();
    html! {
        <section aria-labelledby="weakest">
            <h2 id="weakest">{ title }</h2>
            <p class="note">{ "Partly or less, the weakest first; of equals, the key questions first." }</p>
            { table("Weakest questions with the next step", &heads, rows) }
        </section>
    }
}

fn weak_row(line: &Line) -> Option<TableRow> {
    let Question { text, improve, .. } = question(line.question())?;
    let key = if line.question().is_key() { " Key question" } else { "" };
    Some(TableRow::new(vec![
        html! { <>{ text }<span class="note">{ key }</span></> },
        line.median().map(Answer::name).unwrap_or_default().into(),
        improve.into(),
    ]))
}
