//! The second step: files of others, chosen at once and merged one after the other.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, Html, html};

use super::reading::read_all;
use crate::app::event::Event;
use crate::app::model::{Peers, Refused};
use crate::ui::components::{Button, FilesInput, PickedFile};
use crate::ui::focus;
use crate::ui::session::Session;
use crate::ui::words::{count, grouped};

/// How many refused files are named.
const MOST_NAMED: usize = 50;

/// Files of others, and what has come of them.
pub(super) fn merge(peers: &Rc<Peers>, session: &Session) -> Html {
    let files = FilesInput {
        id: "submissions".into(),
        label: "Choose submissions, or drop them here".into(),
        hint: "Any number of .ndjson files at once; a file may hold many submissions. Of each body the newest counts"
            .into(),
        accept: ".ndjson,.jsonl,.json".into(),
        on_files: choosing(peers.round, session),
    };
    html! {
        <section aria-labelledby="merge">
            <h2 id="merge" tabindex="-1">{ "2. Merge what you were sent" }</h2>
            <p>{ "The files are read here, in this browser, and kept only until you close or reload this page." }</p>
            { files.view() }
            { progress(peers) }
            <p role="status">{ outcome(peers) }</p>
            { refused(&peers.refused) }
            if peers.chosen > 0 {
                <p class="actions">{ clear(session) }</p>
            }
        </section>
    }
}

fn choosing(round: u32, session: &Session) -> Callback<Vec<PickedFile>> {
    let session = session.clone();
    Callback::from(move |files: Vec<PickedFile>| {
        if !files.is_empty() {
            session.tell(Event::PeersChosen(files.len()));
            spawn_local(read_all(files, session.clone(), round));
        }
    })
}

fn clear(session: &Session) -> Html {
    let telling = session.telling(|| Event::PeersCleared);
    let on_press = Callback::from(move |click| {
        focus::after_render("merge");
        telling.emit(click);
    });
    Button {
        label: "Clear".into(),
        about: "all submissions merged here".into(),
        on_press,
        ..Button::default()
    }
    .view()
}

/// How far the reading is. Nothing of it is announced: it is told anew twenty times a second.
fn progress(peers: &Peers) -> Html {
    if !peers.are_on_their_way() {
        return Html::default();
    }
    let files = count(peers.chosen, "file", "files");
    html! {
        <p>
            <label for="merging">{ format!("{} of {files} looked at", grouped(peers.done)) }</label>
            { " " }
            <progress id="merging" value={peers.done.to_string()} max={peers.chosen.to_string()} />
        </p>
    }
}

/// What came of the reading, once it is over.
fn outcome(peers: &Peers) -> String {
    if peers.chosen == 0 {
        return "Nothing merged yet.".to_owned();
    }
    if peers.are_on_their_way() {
        return String::new();
    }
    let files = count(peers.chosen, "file", "files");
    let submissions = count(peers.submissions, "submission", "submissions");
    [format!("{files} looked at: {submissions}"), troubled(peers.refused.len()), repeated(peers.repeated)]
        .concat()
}

fn troubled(files: usize) -> String {
    match files {
        0 => ".".to_owned(),
        n => format!(", {} with problems.", count(n, "file", "files")),
    }
}

fn repeated(submissions: usize) -> String {
    match submissions {
        0 => String::new(),
        1 => " 1 was of a body that had another; the newest counts.".to_owned(),
        n => format!(" {} were of bodies that had another; the newest counts.", grouped(n)),
    }
}

fn refused(all: &[Refused]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    let rest = all.len().saturating_sub(MOST_NAMED);
    html! {
        <>
            <h3>{ format!("{} not read, or not all of it", count(all.len(), "file", "files")) }</h3>
            <ul>
                { for all.iter().take(MOST_NAMED).map(one_refused) }
                if rest > 0 {
                    <li>{ format!("and {}", count(rest, "other file", "other files")) }</li>
                }
            </ul>
        </>
    }
}

fn one_refused(Refused { file, reason, others }: &Refused) -> Html {
    let others = match others {
        0 => String::new(),
        1 => ", and 1 other line".to_owned(),
        n => format!(", and {} other lines", grouped(*n)),
    };
    html! { <li><b>{ file }</b>{ ": " }{ reason }{ others }</li> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_the_files_is_told_once_all_are_looked_at() {
        let bad = Refused { file: "bad.ndjson".to_owned(), reason: "it is empty".to_owned(), others: 0 };
        let peers = |chosen, done, submissions, repeated, troubled| Peers {
            chosen,
            done,
            submissions,
            repeated,
            refused: vec![bad.clone(); troubled],
            ..Peers::default()
        };
        for (peers, said) in [
            (peers(0, 0, 0, 0, 0), "Nothing merged yet."),
            (peers(2000, 312, 312, 0, 1), ""),
            (peers(1, 1, 50, 0, 0), "1 file looked at: 50 submissions."),
            (peers(1, 1, 0, 0, 1), "1 file looked at: 0 submissions, 1 file with problems."),
            (
                peers(2, 2, 2, 1, 0),
                "2 files looked at: 2 submissions. 1 was of a body that had another; the newest counts.",
            ),
            (peers(52, 52, 50, 0, 2), "52 files looked at: 50 submissions, 2 files with problems."),
        ] {
            assert_eq!(outcome(&peers), said);
        }
    }
}
