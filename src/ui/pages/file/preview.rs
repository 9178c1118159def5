//! What is in a file, beside what is here, and what can be done with it.

use std::rc::Rc;

use partnership_risk_core::register::{Register, Timestamp};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, Html, SubmitEvent, html};

use super::{FOUND, put_aside};
use crate::app::event::Event;
use crate::app::model::{Incoming, Keeping, Model};
use crate::app::tasks;
use crate::app::world::World;
use crate::ui::components::{Button, ButtonKind, Head, TableRow, table};
use crate::ui::pages::form::go;
use crate::ui::route::{MergeView, Route};
use crate::ui::session::Session;
use crate::ui::words::grouped;

/// What is in a file, and what can be done with it.
pub(super) fn preview(model: &Model, incoming: &Incoming, session: &Session) -> Html {
    let here = model.register.as_ref();
    let world = &session.world;
    html! {
        <form onsubmit={taking(incoming, session)} novalidate=true>
            <h2 id={FOUND} tabindex="-1">{ format!("What is in {}", incoming.name) }</h2>
            { facts(incoming, here.map(|register| (register, kept_at(model))), world) }
            { explained(incoming, here.is_some()) }
            <p class="actions">
                if !incoming.header.is_newer() {
                    { take(here.is_some()).view() }
                    if let Some(register) = here {
                        { merge(register, incoming, session).view() }
                    }
                }
                { put_aside(session).view() }
            </p>
        </form>
    }
}

fn kept_at(model: &Model) -> Option<Timestamp> {
    match model.keeping {
        Keeping::Kept(at) => Some(at),
        Keeping::Nothing | Keeping::Pending | Keeping::NotKept(_) | Keeping::Divided | Keeping::Withheld => {
            None
        }
    }
}

fn facts(incoming: &Incoming, here: Option<(&Rc<Register>, Option<Timestamp>)>, world: &World) -> Html {
    let mut heads = vec![Head::text("What"), Head::text("In the file")];
    let mut columns = vec![facts_of(&incoming.register, Some(incoming.header.saved_at), world)];
    if let Some((register, at)) = here {
        heads.push(Head::text("In this browser"));
        columns.push(facts_of(register, at, world));
    }
    let row = |(place, name): (usize, &&str)| {
        let cells = columns.iter().map(|column| Html::from(column[place].clone()));
        TableRow::new(std::iter::once(Html::from(*name)).chain(cells).collect())
    };
    let names = ["Register", "Last saved", "Partnerships", "Risks"];
    table("The register in the file", &heads, names.iter().enumerate().map(row).collect())
}

fn facts_of(register: &Register, saved_at: Option<Timestamp>, world: &World) -> [String; 4] {
    let saved = saved_at.map(|at| format!("{}, {}", world.clock.date(at), world.clock.time_of_day(at)));
    [
        register.organisation().name.clone(),
        saved.unwrap_or_else(|| "Not saved yet".to_owned()),
        grouped(register.partnerships().len()),
        grouped(register.risks().len()),
    ]
}

fn explained(incoming: &Incoming, has_register: bool) -> Html {
    let said = if incoming.header.is_newer() {
        "A newer version of this page has written the file. It cannot be opened in place of anything here, since part of it could be lost. Reload the page to get the newest version."
    } else if has_register {
        "Nothing has been changed. If you open it in place of what is here, what is here is copied first, and Undo brings it back."
    } else {
        "It will be kept in this browser. The file stays as it is."
    };
    html! { <p>{ said }</p> }
}

fn take(has_register: bool) -> Button {
    let label = if has_register { "Open in place of what is here" } else { "Open this register" };
    Button { kind: ButtonKind::Submit, label: label.into(), ..Button::default() }
}

/// Goes to where both are made one; nothing is changed by that.
fn merge(register: &Rc<Register>, incoming: &Incoming, session: &Session) -> Button {
    let (register, incoming, session) = (register.clone(), incoming.clone(), session.clone());
    let on_press = Callback::from(move |_| {
        let (register, incoming, session) = (register.clone(), incoming.clone(), session.clone());
        spawn_local(async move {
            session.tell(tasks::merge_incoming(session.world.clone(), register, incoming).await);
            go(&Route::Merge(MergeView::default()));
        });
    });
    Button { label: "Merge with what is here".into(), on_press, ..Button::default() }
}

fn taking(incoming: &Incoming, session: &Session) -> Callback<SubmitEvent> {
    let (incoming, session) = (incoming.clone(), session.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let taken = tasks::take(&session.world, &incoming);
        let is_taken = matches!(taken, Event::RegisterChosen { .. });
        session.tell(taken);
        if is_taken {
            go(&Route::Overview);
        }
    })
}
