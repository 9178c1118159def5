//! Finding anything: one field, and what was found under it as it is typed.

use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, SubmitEvent, html};

use crate::app::queries::search::{Hit, search};
use crate::ui::components::{TextField, link};
use crate::ui::location::refine;
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::words::{count, sentence_case};

/// The most that is listed; the rest is counted.
const MOST_LISTED: usize = 100;
/// How much of a field is shown around what was found.
const EXCERPT: usize = 160;

/// Finding anything.
pub(super) fn search_page(register: &Register, text: &str) -> Html {
    let hits = search(register, text);
    let field = TextField {
        id: "search".into(),
        label: "Find in the whole register".into(),
        hint: "Words that stand anywhere: in a title, a note, an owner, a reason".into(),
        value: text.to_owned().into(),
        on_input: Callback::from(|text: String| refine(&Route::Search(text))),
        ..TextField::default()
    };
    html! {
        <>
            { heading("Search") }
            <form role="search" aria-label="Search the register" onsubmit={|e: SubmitEvent| e.prevent_default()}>{ field.view() }</form>
            <p role="status">{ said(text, hits.len()) }</p>
            <ul class="task-list">{ for hits.iter().take(MOST_LISTED).map(hit) }</ul>
        </>
    }
}

fn said(text: &str, n: usize) -> String {
    match (text.trim().is_empty(), n) {
        (true, _) => String::new(),
        (false, 0) => "Nothing has all of these words.".to_owned(),
        (false, n) if n > MOST_LISTED => {
            format!("{} found; the first {MOST_LISTED} are listed.", count(n, "entry", "entries"))
        }
        (false, n) => format!("{} found.", count(n, "entry", "entries")),
    }
}

fn hit(hit: &Hit) -> Html {
    let found_in = hit.field.as_ref().map(|(name, text)| format!("{name}: {}", excerpt(text)));
    html! {
        <li class="task-list__item">
            { link(Route::of(hit.subject).to_string(), hit.title.clone()) }
            <span class="citation">{ format!(" {}", sentence_case(hit.subject.kind())) }</span>
            if let Some(found_in) = found_in {
                <br />{ found_in }
            }
        </li>
    }
}

/// The beginning of a text, cut at a letter.
fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}\u{2026}", &text[..end]),
        None => text.to_owned(),
    }
}
