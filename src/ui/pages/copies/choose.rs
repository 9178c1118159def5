//! Choosing a file that holds another copy of a register.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, Html};

use crate::app::event::Event;
use crate::app::model::{OtherCopy, Purpose};
use crate::app::tasks;
use crate::ui::components::{ChosenFile, FileInput, SummaryRow};
use crate::ui::session::Session;

/// The field by which a file is chosen for a purpose: its id, label and hint.
pub(super) fn choose(
    purpose: Purpose,
    (id, label, hint): (&'static str, &'static str, &'static str),
    register: Option<&Rc<Register>>,
    session: &Session,
) -> Html {
    FileInput {
        id: id.into(),
        label: label.into(),
        hint: hint.into(),
        accept: ".json".into(),
        most_bytes: tasks::MOST_BYTES,
        on_file: opening(purpose, register.cloned(), session.clone()),
    }
    .view()
}

fn opening(purpose: Purpose, register: Option<Rc<Register>>, session: Session) -> Callback<ChosenFile> {
    Callback::from(move |ChosenFile { name, content }| {
        let (register, session) = (register.clone(), session.clone());
        spawn_local(async move {
            session.tell(match content {
                Ok(bytes) => tasks::open_copy(session.world.clone(), register, purpose, (name, bytes)).await,
                Err(reason) => Event::FileRefused { name, reason },
            });
        });
    })
}

/// Which copy it is and when it was saved.
pub(super) fn copy_row(name: &'static str, copy: &OtherCopy, session: &Session) -> SummaryRow {
    let (clock, at) = (&session.world.clock, copy.header.saved_at);
    // What never was in a file has no time of its own.
    let saved = if at == 0 {
        String::new()
    } else {
        format!(", saved {}, {}", clock.date(at), clock.time_of_day(at))
    };
    SummaryRow::text(name, &[copy.name.as_str(), &saved].concat())
}
