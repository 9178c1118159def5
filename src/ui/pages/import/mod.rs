//! A spreadsheet on its way in: choose it, see what its columns and scales are taken to mean, correct
//! that, see what every row becomes, and agree.

mod columns;
mod fates;
mod scales;

use std::rc::Rc;

use partnership_risk_core::exchange::import::{Home, Mapping, Preview};
use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, SubmitEvent, html};

use super::form::go;
use super::heading;
use crate::app::event::Event;
use crate::app::model::Import;
use crate::app::queries::import::{into_register, preview_of};
use crate::app::tasks;
use crate::ui::components::{Button, ButtonKind, ChosenFile, FileInput, TextField};
use crate::ui::route::{RiskView, Route};
use crate::ui::session::Session;
use crate::ui::words::count;

use columns::columns;
use fates::fates;
use scales::scale_choices;

/// The largest file that is read, in bytes. A register of 10,000 risks has about 2 MB.
const MOST_BYTES: u32 = 10_000_000;

/// A spreadsheet on its way in.
pub(super) fn import(import: Option<&Import>, register: Option<&Rc<Register>>, session: &Session) -> Html {
    match import {
        None => choose_file(session),
        Some(import) => mapped(import, register, session),
    }
}

/// The first step.
fn choose_file(session: &Session) -> Html {
    let file = FileInput {
        id: "file".into(),
        label: "Choose a file, or drop it here".into(),
        hint: "CSV from Excel or any other program, up to 10 MB; or a copy saved by this page (.prisk.json)"
            .into(),
        accept: ".csv,.tsv,.txt,.json,text/csv".into(),
        most_bytes: MOST_BYTES,
        on_file: receiving(session),
    };
    html! {
        <>
            { heading("Import a spreadsheet") }
            <p class="lead">{ "Bring a register of risks as a CSV file. Nothing is changed until you have seen what every row becomes." }</p>
            { file.view() }
            <h2>{ "What is looked for" }</h2>
            <ul>
                <li>{ "One row for each risk, with the names of the columns above." }</li>
                <li>{ "Likelihood and impact as numbers (means such as 3.9 too), letters, words such as low and high, or a pair such as C1." }</li>
                <li>{ "Inherent, current (residual) and target ratings, as far as you have them." }</li>
                <li>{ "Reference, owner, category, partnership, status and treatment, if there are such columns." }</li>
            </ul>
        </>
    }
}

fn receiving(session: &Session) -> Callback<ChosenFile> {
    let session = session.clone();
    Callback::from(move |ChosenFile { name, content }| {
        let event = match content {
            Ok(bytes) => tasks::receive(&session.world, &name, &bytes),
            Err(reason) => Event::FileRefused { name, reason },
        };
        let is_register = matches!(event, Event::RegisterChosen { .. });
        session.tell(event);
        if is_register {
            go(&Route::Overview);
        }
    })
}

/// What the file is taken to mean, and what would come of it.
fn mapped(import: &Import, register: Option<&Rc<Register>>, session: &Session) -> Html {
    let preview = preview_of(import, register);
    let register = into_register(register);
    let telling = session.clone();
    let on_map = Callback::from(move |mapping| telling.tell(Event::MappingChanged(Box::new(mapping))));
    html! {
        <form onsubmit={confirming(session, &preview)} novalidate=true>
            { heading(&format!("Import {}", import.name)) }
            <p>{ what_was_read(import) }</p>
            { columns(import, &register, &on_map) }
            { scale_choices(import, &register, &on_map) }
            { home_field(import, &register, &on_map) }
            { fates(import, &preview) }
            <p class="actions">{ confirm_or_not(&preview, session) }</p>
        </form>
    }
}

fn what_was_read(import: &Import) -> String {
    let source = import.table.source();
    let rows = count(import.table.rows(), "row", "rows");
    format!(
        "{rows}, read as {}, parted by {}.",
        source.encoding.name(),
        source.delimiter.name().to_ascii_lowercase()
    )
}

fn confirm_or_not(preview: &Preview, session: &Session) -> Html {
    let confirm = Button {
        kind: ButtonKind::Submit,
        label: format!("Import {}", count(preview.added(), "risk", "risks")).into(),
        disabled: preview.change().is_none(),
        ..Button::default()
    };
    let on_press = session.telling(|| Event::ImportClosed);
    let again = Button { label: "Choose another file".into(), on_press, ..Button::default() };
    html! { <>{ confirm.view() }{ again.view() }</> }
}

fn confirming(session: &Session, preview: &Preview) -> Callback<SubmitEvent> {
    let (session, sound) = (session.clone(), preview.change().is_some());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        session.tell(Event::ImportConfirmed);
        if sound {
            go(&Route::Risks(RiskView::default()));
        }
    })
}

/// Where rows go that name no partnership.
fn home_field(import: &Import, register: &Register, on_map: &Callback<Mapping>) -> Html {
    let mapping = import.mapping.clone();
    let name = match &mapping.home {
        Home::Existing(id) => register.partnership(*id).map(|p| p.name.clone()).unwrap_or_default(),
        Home::Named(name) => name.clone(),
    };
    TextField {
        id: "home".into(),
        label: "Partnership for rows that name none".into(),
        hint: "One you have already, or a new name".into(),
        value: name.into(),
        on_input: on_map.reform(move |name| Mapping { home: Home::Named(name), ..(*mapping).clone() }),
        ..TextField::default()
    }
    .view()
}
