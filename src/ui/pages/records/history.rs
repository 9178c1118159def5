//! What changed, when, from what to what, and why; newest first.

use partnership_risk_core::register::{Entry, FieldChange, Happened, Register, Subject};
use yew::prelude::{Html, html};

use crate::ui::components::{link, table_frame};
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
            if about.is_some() {
                <p>{ link(Route::History(None).to_string(), "The history of everything") }</p>
            }
            if entries.is_empty() {
                <p>{ "Nothing has changed since the register was started, opened or imported." }</p>
            } else {
                { table_frame("History", table(&entries, session)) }
            }
        </>
    }
}

fn table(entries: &[&Entry], session: &Session) -> Html {
    let more = entries.len().saturating_sub(MOST_LISTED);
    html! {
        <>
            <table class="table table--cards">
                <caption class="hidden">{ "What changed, newest first" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "What" }</th>
                        <th scope="col">{ "When" }</th>
                        <th scope="col">{ "Change" }</th>
                        <th scope="col">{ "Reason" }</th>
                    </tr>
                </thead>
                <tbody>{ for entries.iter().take(MOST_LISTED).map(|entry| row(entry, session)) }</tbody>
            </table>
            if more > 0 {
                <p>{ format!("And {} before.", count(more, "entry", "entries")) }</p>
            }
        </>
    }
}

fn row(entry: &Entry, session: &Session) -> Html {
    let clock = &session.world.clock;
    let name = if entry.what == Happened::Removed {
        html! { &entry.name }
    } else {
        link(Route::of(entry.subject).to_string(), entry.name.clone())
    };
    html! {
        <tr>
            <th scope="row">{ name }<span class="citation">{ format!(" {}", sentence_case(entry.subject.kind())) }</span></th>
            <td data-label="When">{ format!("{}, {}", clock.date(entry.at), clock.time_of_day(entry.at)) }</td>
            <td data-label="Change">{ happened(&entry.what) }</td>
            <td data-label="Reason">{ &entry.reason }</td>
        </tr>
    }
}

fn happened(what: &Happened) -> Html {
    match what {
        Happened::Added => html! { "Added" },
        Happened::Removed => html! { "Removed" },
        Happened::Changed(fields) if fields.is_empty() => html! { "Changed" },
        Happened::Changed(fields) => html! { <ul class="findings">{ for fields.iter().map(field) }</ul> },
    }
}

fn field(change: &FieldChange) -> Html {
    let said = match (change.from.as_str(), change.to.as_str()) {
        ("", to) => format!("{}: {to}", change.field),
        (from, "") => format!("{}: {from} taken out", change.field),
        (from, to) => format!("{}: {from} \u{2192} {to}", change.field),
    };
    html! { <li>{ said }</li> }
}
