//! A spreadsheet on its way in: choose it, see what its columns and scales are taken to mean, correct
//! that, see what every row becomes, and agree.

mod at_work;
mod columns;
mod export;
mod fates;
mod questions;
mod scales;
mod sheets;

use std::rc::Rc;

use partnership_risk_core::exchange::import::{Home, Mapping, Preview};
use partnership_risk_core::exchange::kind::Kind;
use partnership_risk_core::exchange::table::Source;
use partnership_risk_core::letters::small;
use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html, use_memo};

use super::form::go;
use super::receiving::{MOST_BYTES_OF_A_TABLE, receiving};
use super::{Whereabouts, heading};
use crate::app::event::Event;
use crate::app::model::{Import, Model};
use crate::app::queries::import::{agreed, into_register, preview_of};
use crate::app::tasks;
use crate::ui::components::{Button, ButtonKind, FileInput, TextField};
use crate::ui::route::{RiskView, Route};
use crate::ui::session::Session;
use crate::ui::words::count;

use at_work::at_work;
use columns::columns;
use export::export;
use fates::fates;
use questions::{kind_choice, questions};
use scales::scale_choices;
use sheets::sheet_choice;

/// A spreadsheet on its way in.
pub(in crate::ui) fn import_page(model: &Model, session: &Session, whereabouts: &Whereabouts) -> Html {
    if whereabouts.here == Route::Export {
        return export(model, session);
    }
    let (session, register) = (session.clone(), model.register.clone());
    match &model.import {
        None => choose_file(model, &session, register),
        Some(import) => html! { <Mapped import={import.clone()} {register} {session} /> },
    }
}

/// The first step.
fn choose_file(model: &Model, session: &Session, register: Option<Rc<Register>>) -> Html {
    let file = FileInput {
        id: "file".into(),
        label: "Choose a file, or drop it here".into(),
        hint: "Excel (.xlsx, .xlsm), LibreOffice (.ods) or CSV, up to 10 MB; or a copy saved by this page (.prisk.json)"
            .into(),
        accept: ".xlsx,.xlsm,.ods,.csv,.tsv,.txt,.json,text/csv".into(),
        most_bytes: MOST_BYTES_OF_A_TABLE,
        on_file: receiving(session, register.as_ref()),
    };
    html! {
        <>
            { heading("Import a spreadsheet") }
            <p class="lead">{ "Bring a register of risks, or another table, from a spreadsheet. Nothing is changed until you have seen what every row becomes." }</p>
            { file.view() }
            { at_work(model, session) }
            <h2>{ "What is looked for" }</h2>
            <ul>
                <li>{ "One row for each risk, with the names of the columns above." }</li>
                <li>{ "Likelihood and impact as numbers (means such as 3.9 too), letters, words such as low and high, or a pair such as C1." }</li>
                <li>{ "Inherent, current (residual) and target ratings, as far as you have them." }</li>
                <li>{ "Reference, owner, category, partnership, status and treatment, if there are such columns." }</li>
                <li>{ "Partnerships, health check answers, losses, actions and controls are read too, each from a table of its own." }</li>
            </ul>
        </>
    }
}

/// Props of [`Mapped`].
#[derive(Clone, PartialEq, Properties)]
struct MappedProps {
    import: Import,
    register: Option<Rc<Register>>,
    session: Session,
}

/// What the file is taken to mean, and what would come of it. A component, so that ten thousand rows are
/// not weighed again whenever something else on the page changes.
#[component]
fn Mapped(props: &MappedProps) -> Html {
    let MappedProps { import, register, session } = props;
    let preview = use_memo((import.clone(), register.clone()), |(import, register)| {
        preview_of(import, register.as_ref())
    });
    let confirming = confirming(props, &preview);
    let register = into_register(register.as_ref());
    let telling = session.clone();
    let on_map = Callback::from(move |mapping| telling.tell(Event::MappingChanged(Box::new(mapping))));
    html! {
        <form onsubmit={confirming} novalidate=true>
            { heading(&format!("Import {}", import.name)) }
            <p>{ what_was_read(import) }</p>
            { sheet_choice(import, props.register.as_ref(), session) }
            { kind_choice(import, &register, &on_map) }
            { columns(import, &register, &on_map) }
            { questions(import, &register, &on_map) }
            if import.mapping.kind == Kind::Risks {
                { scale_choices(import, &register, &on_map) }
            }
            if import.mapping.kind.has_home() {
                { home_field(import, &register, &on_map) }
            }
            { fates(import, &preview) }
            <p class="actions">{ confirm_or_not(import, &preview, session) }</p>
        </form>
    }
}

fn what_was_read(import: &Import) -> String {
    let rows = count(import.table.rows(), "row", "rows");
    match import.table.source() {
        Source::Sheet(name) => format!("{rows}, read from the sheet \u{201c}{name}\u{201d}."),
        Source::Text(encoding, delimiter) => {
            format!("{rows}, read as {}, parted by {}.", encoding.name(), small(delimiter.name()))
        }
    }
}

fn confirm_or_not(import: &Import, preview: &Preview, session: &Session) -> Html {
    let (one, many) = import.mapping.kind.nouns();
    let confirm = Button {
        kind: ButtonKind::Submit,
        label: format!("Import {}", count(preview.added(), one, many)).into(),
        disabled: preview.change().is_none(),
        ..Button::default()
    };
    let on_press = session.telling(|| Event::ImportClosed);
    let again = Button { label: "Choose another file".into(), on_press, ..Button::default() };
    html! { <>{ confirm.view() }{ again.view() }</> }
}

fn confirming(props: &MappedProps, preview: &Rc<Preview>) -> Callback<SubmitEvent> {
    let (MappedProps { import, register, session }, preview) = (props.clone(), preview.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let outcome = agreed(&import, &preview, register.as_ref());
        let imported = matches!(outcome, Event::ImportConfirmed { .. });
        session.tell(outcome);
        if imported {
            tasks::keep_mapping(&session.world, &import, register.as_ref());
            go(&list_of(import.mapping.kind));
        }
    })
}

/// Where what was imported is listed.
fn list_of(kind: Kind) -> Route {
    match kind {
        Kind::Risks => Route::Risks(RiskView::default()),
        Kind::Partnerships => Route::Partnerships(Default::default()),
        Kind::HealthAnswers => Route::Health,
        Kind::Losses => Route::Losses,
        Kind::Actions => Route::Actions(Default::default()),
        Kind::Controls => Route::Controls(Default::default()),
    }
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
