//! How scores, levels and answers are put into words on every page of the health check.

use partnership_risk_core::health::{
    Answer, Maturity, MaturityLevel, Question, QuestionId, Tally, WeakKey, question,
};
use partnership_risk_core::share::Share;
use yew::prelude::{Html, html};

use crate::ui::charts::bar;
use crate::ui::words::count;

/// A share in whole per cent, rounded down, as levels are reached: 54 %.
pub(super) fn percent(share: Share) -> String {
    format!("{} %", share.basis_points() / 100)
}

/// A share in whole per cent, or that there is none.
pub(in crate::ui::pages) fn percent_or_none(share: Option<Share>) -> String {
    share.map_or_else(|| "No score".to_owned(), percent)
}

/// A share as a small bar and its number; a dash where there is none.
pub(super) fn barred(share: Option<Share>) -> Html {
    match share {
        Some(share) => html! { <>{ bar(share.fraction()) }{ percent(share) }</> },
        None => html! { "\u{2013}" },
    }
}

/// A level with its number: level 2, Developing.
pub(super) fn level(level: MaturityLevel) -> String {
    format!("level {}, {}", level.number(), level.name())
}

/// How many of the questions have an answer.
pub(in crate::ui::pages) fn answered(tally: Tally) -> String {
    format!("{} of {}", tally.answered(), tally.answered() + tally.open())
}

/// That answers to come may change a score, and how many; nothing where none are to come.
pub(super) fn provisional(tally: Tally) -> String {
    if !tally.is_provisional() {
        return String::new();
    }
    let open = count(usize::from(tally.open()), "question is", "questions are");
    format!("Provisional: {open} still open.")
}

/// What holds a partnership back, each key question named.
pub(super) fn cap(maturity: &Maturity) -> Html {
    if maturity.weak_keys().is_empty() {
        return Html::default();
    }
    let held = level(MaturityLevel::CAP);
    let why = if maturity.is_capped() {
        let by_score = level(maturity.without_cap());
        format!("By its score it would be {by_score}. It is held at {held}, because of:")
    } else {
        format!("It cannot go beyond {held}, while a key question is open or stands at planned or below:")
    };
    html! {
        <div class="inset">
            <p>{ why }</p>
            <ul>{ for maturity.weak_keys().iter().map(weak_key) }</ul>
        </div>
    }
}

fn weak_key(weak: &WeakKey) -> Html {
    let Some(question) = question(&weak.question) else { return Html::default() };
    let answer = weak.answer.map_or("Open", Answer::name);
    html! {
        <li>
            { &question.text }<strong>{ format!(" {answer}. ") }</strong>
            { question.cap_reason.as_deref().unwrap_or_default() }
        </li>
    }
}

/// What a question asks; one that this version does not know is shown by its id.
pub(super) fn asked(id: &QuestionId) -> String {
    question(id).map_or_else(|| id.to_string(), |question| question.text.to_string())
}

/// The number of a question in the check, from 1.
pub(super) fn number(question: &Question) -> usize {
    QuestionId::standard().position(|id| id == question.id).map_or(0, |place| place + 1)
}
