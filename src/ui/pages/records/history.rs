//! What changed, when, from what to what, and why; newest first.

use partnership_risk_core::register::{Entry, Happened, Register, Subject};
use yew::prelude::{Html, html};

use crate::ui::components::{Head, TableRow, link, table};
use crate::ui::pages::happened::happened;
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::{count, sentence_case};

/// The most entries that are listed.
const MOST_LISTED: usize = 200;

/// What changed: in everything, or in one entity.
pub(super) fn history(register: &Register, about: Option<Subject>, session: &Session) -> Html {
    let concerns = |entry: &&Entry| about.is_none_or(|subject| entry.subject == subject);
    let entries: Vec<&Entry> =
        register.history().iter().rev().map(|entry| &**entry).filter(concerns).collect();
    html! {
        <>
            { heading("History") }
            <p class="lead">{ "What changed, from what to what, and the reason that was given. Who changed it is not kept." }</p>
            { about.map(|subject| only(register, subject)).unwrap_or_default() }
            if entries.is_empty() {
                <p>{ "Nothing has changed since the register was started, opened or imported." }</p>
            } else {
                { entry_table(&entries, session) }
            }
        </>
    }
}

/// What the history is about, and the way to that of everything.
fn only(register: &Register, subject: Subject) -> Html {
    let this = format!("this {}", subject.kind());
    html! {
        <p>
            { "Here is only what concerns " }
            { if subject.is_in(register) { link(Route::of(subject).to_string(), this) } else { this.into() } }
            { ". " }
            { link(Route::History(None).to_string(), "The history of everything") }
        </p>
    }
}

fn entry_table(entries: &[&Entry], session: &Session) -> Html {
    let heads = ["What", "When", "Change", "Reason"].map(Head::text);
    let rows = entries.iter().take(MOST_LISTED).map(|entry| row(entry, session)).collect();
    let more = entries.len().saturating_sub(MOST_LISTED);
    html! {
        <>
            { table("What changed, newest first", &heads, rows) }
            if more > 0 {
                <p>{ format!("And {} before.", count(more, "entry", "entries")) }</p>
            }
        </>
    }
}

fn row(entry: &Entry, session: &Session) -> TableRow {
    let clock = &session.world.clock;
    let name = if entry.what == Happened::Removed {
        html! { &entry.name }
    } else {
        link(Route::of(entry.subject).to_string(), entry.name.clone())
    };
    let kind = format!(" {}", sentence_case(entry.subject.kind()));
    TableRow::new(vec![
        html! { <>{ name }<span class="citation">{ kind }</span></> },
        format!("{}, {}", clock.date(entry.at), clock.time_of_day(entry.at)).into(),
        happened(&entry.what),
        (&entry.reason).into(),
    ])
}
