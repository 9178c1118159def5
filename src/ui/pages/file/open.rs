//! The ways to a file that was saved before.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, Html, html};

use super::recent::RecentFiles;
use crate::app::model::Model;
use crate::app::tasks;
use crate::ui::components::{Button, FileInput};
use crate::ui::pages::receiving::{received, receiving};
use crate::ui::session::Session;

/// The ways to a file.
pub(super) fn open(model: &Model, session: &Session) -> Html {
    let register = model.register.as_ref();
    let file = FileInput {
        id: "register-file".into(),
        label: "Choose a register file, or drop it here".into(),
        hint: "A file that this page has saved (.prisk.json), encrypted or not. You see what is in it before it takes any place. A file can be dropped on every page; a spreadsheet goes to the import."
            .into(),
        accept: ".json,application/json".into(),
        most_bytes: tasks::MOST_BYTES,
        on_file: receiving(session, register),
    };
    html! {
        <>
            <h2>{ "Open" }</h2>
            if session.world.disk.is_there() {
                <p>{ "A file that you open with this button can be saved in its place again." }</p>
                <p>{ choosing(register, session).view() }</p>
            }
            { file.view() }
            if session.world.disk.is_there() {
                <RecentFiles register={model.register.clone()} own={model.own_file.clone()} session={session.clone()} />
            }
        </>
    }
}

fn choosing(register: Option<&Rc<Register>>, session: &Session) -> Button {
    let (register, session) = (register.cloned(), session.clone());
    let on_press = Callback::from(move |_| {
        let (register, session) = (register.clone(), session.clone());
        spawn_local(async move {
            if let Some(file) = tasks::choose_file(session.world.clone()).await {
                received(session, register, file).await;
            }
        });
    });
    Button { label: "Open a file".into(), on_press, ..Button::default() }
}
