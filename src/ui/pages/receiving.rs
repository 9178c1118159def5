//! Files that were chosen on a page or dropped on any: they are read, and the person is taken to where it is shown what
//! they are. Nothing is changed by that.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::Callback;

use super::file::FOUND;
use super::form::go;
use crate::app::event::Event;
use crate::app::tasks::{self, Received};
use crate::ui::components::{ChosenFile, PickedFile};
use crate::ui::focus;
use crate::ui::parts;
use crate::ui::route::Route;
use crate::ui::session::Session;

/// The largest spreadsheet that is read, in bytes. A register of 10,000 risks has about 2 MB.
pub(super) const MOST_BYTES_OF_A_TABLE: u32 = 10_000_000;

/// What takes a file that was read.
pub(super) fn receiving(session: &Session, into: Option<&Rc<Register>>) -> Callback<ChosenFile> {
    let (session, into) = (session.clone(), into.cloned());
    Callback::from(move |ChosenFile { name, content }| {
        let file = match content {
            Ok(bytes) => Ok(Received { name, bytes, on_disk: None }),
            Err(reason) => Err(Event::FileRefused { name, reason }),
        };
        spawn_local(received(session.clone(), into.clone(), file));
    })
}

/// What takes a file that was dropped, unread.
pub(super) fn dropping(session: &Session, into: Option<&Rc<Register>>) -> Callback<PickedFile> {
    let taking = receiving(session, into);
    Callback::from(move |file: PickedFile| {
        let is_register = file.name().ends_with(".json");
        let reading = file.read(if is_register { tasks::MOST_BYTES } else { MOST_BYTES_OF_A_TABLE });
        let taking = taking.clone();
        spawn_local(async move { taking.emit(reading.await) });
    })
}

/// Tells what a file is, and goes to where that is shown.
pub(super) async fn received(session: Session, into: Option<Rc<Register>>, file: Result<Received, Event>) {
    let file = match file {
        Ok(file) => file,
        Err(refused) => return session.tell(refused),
    };
    // The code for it comes with the part that imports.
    match parts::receiver().await {
        Ok(receive) => {
            let telling = session.clone();
            receive(&session.world, into.as_ref(), file, Rc::new(move |event| recognised(&telling, event)));
        }
        Err(error) => session.tell(Event::FileRefused { name: file.name, reason: error.to_string() }),
    }
}

fn recognised(session: &Session, event: Event) {
    let to = match &event {
        Event::SheetsBegun(_) | Event::TableRead(_) => Some(Route::Import),
        Event::FileOpened(_) | Event::SealedFileFound(_) => Some(Route::File),
        _ => None,
    };
    match &event {
        Event::FileOpened(_) => focus::after_render(FOUND),
        Event::SealedFileFound(_) => focus::after_render("file-passphrase"),
        _ => {}
    }
    session.tell(event);
    to.iter().for_each(go);
}
