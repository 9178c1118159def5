//! A spreadsheet on its way in: choose it, see what its columns and scales are taken to mean, correct
//! that, see what every row becomes, and agree.

mod columns;
mod fates;
mod scales;

use std::rc::Rc;

use partnership_risk_core::exchange::import::{Home, Mapping, Preview};
use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html, use_memo};

use super::form::go;
use crate::app::event::Event;
use crate::app::model::Import;
use crate::app::queries::import::{into_register, preview_of};
use crate::app::tasks;
use crate::ui::components::{Button, ButtonKind, ChosenFile, FileInput, TextField};
use crate::ui::route::{RiskView, Route};
use crate::ui::session::{Session, use_model, use_session};
use crate::ui::words::count;

use columns::Columns;
use fates::Fates;
use scales::ScaleChoices;

/// The largest file that is read, in bytes. A register of 10,000 risks has about 2 MB.
const MOST_BYTES: f64 = 10e6;

/// A spreadsheet on its way in.
#[component]
pub fn ImportPage() -> Html {
    let model = use_model();
    match model.import.clone() {
        None => html! { <ChooseFile /> },
        Some(import) => html! { <Mapped {import} register={into_register(model.register.as_ref())} /> },
    }
}

/// The first step.
#[component]
fn ChooseFile() -> Html {
    let session = use_session();
    let on_file = Callback::from(move |ChosenFile { name, content }| {
        let event = match content {
            Ok(bytes) => tasks::receive(&session.world, &name, &bytes),
            Err(reason) => Event::FileRefused { name, reason },
        };
        let is_register = matches!(event, Event::RegisterChosen { .. });
        session.tell(event);
        if is_register {
            go(&Route::Overview);
        }
    });
    html! {
        <>
            <h1 tabindex="-1">{ "Import a spreadsheet" }</h1>
            <p class="lead">{ "Bring a register of risks as a CSV file. Nothing is changed until you have seen what every row becomes." }</p>
            <FileInput
                id="file" label="Choose a file, or drop it here"
                hint="CSV from Excel or any other program, up to 10 MB; or a copy saved by this page (.prisk.json)"
                accept=".csv,.tsv,.txt,.json,text/csv" most_bytes={MOST_BYTES} {on_file}
            />
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

#[derive(Clone, PartialEq, Properties)]
struct MappedProps {
    import: Import,
    register: Rc<Register>,
}

/// What the file is taken to mean, and what would come of it.
#[component]
fn Mapped(props: &MappedProps) -> Html {
    let MappedProps { import, register } = props;
    let session = use_session();
    let model_register = crate::ui::session::use_register();
    let preview = use_memo((import.clone(), model_register), |(import, register)| {
        preview_of(import, register.as_ref())
    });
    let on_map = Callback::from({
        let session = session.clone();
        move |mapping: Mapping| session.tell(Event::MappingChanged(Box::new(mapping)))
    });
    let source = import.table.source();
    html! {
        <form onsubmit={confirm(&session, &preview)} novalidate=true>
            <h1 tabindex="-1">{ format!("Import {}", import.name) }</h1>
            <p>
                { format!("{} below the names of the columns; parted by {}; {}.", count(import.table.rows(), "row", "rows"),
                    source.delimiter.name(), source.encoding.name()) }
            </p>
            <Columns import={import.clone()} register={register.clone()} on_map={on_map.clone()} />
            <ScaleChoices import={import.clone()} register={register.clone()} on_map={on_map.clone()} />
            { home_field(import, register, &on_map) }
            <Fates table={import.table.clone()} mapping={import.mapping.clone()} preview={preview.clone()} />
            <p class="actions">
                <Button
                    kind={ButtonKind::Submit} disabled={preview.change().is_none()}
                    label={format!("Import {}", count(preview.added(), "risk", "risks"))}
                />
                <Button label="Choose another file" on_press={session.telling(|| Event::ImportClosed)} />
            </p>
        </form>
    }
}

fn confirm(session: &Session, preview: &Rc<Preview>) -> Callback<SubmitEvent> {
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
    let on_input = on_map.reform(move |name| Mapping { home: Home::Named(name), ..(*mapping).clone() });
    html! {
        <TextField
            id="home" label="Partnership for rows that name none" value={name} {on_input}
            hint="One you have already, or a new name"
        />
    }
}
