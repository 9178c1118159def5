//! A register as a file: saving it, and opening one that was saved. What is in a file is shown before it takes any
//! place.

mod open;
mod preview;
mod recent;
mod save;
mod status;
mod unseal;

use yew::prelude::{Html, html};

use super::{Whereabouts, heading};
use crate::app::event::Event;
use crate::app::model::Model;
use crate::ui::components::{Button, link};
use crate::ui::focus;
use crate::ui::route::{CompareView, MergeView, Route};
use crate::ui::session::Session;

use open::open;
use preview::preview;
use save::SaveForm;
use status::status;
use unseal::UnsealForm;

/// The id of the heading above what was read from a file.
pub(super) const FOUND: &str = "found";

/// Puts away what was read from a file.
fn put_aside(session: &Session) -> Button {
    let on_press = session.telling(|| {
        focus::heading_after_render();
        Event::FilePutAway
    });
    Button { label: "Put it aside".into(), on_press, ..Button::default() }
}

/// The page.
pub(in crate::ui) fn file_page(model: &Model, session: &Session, _at: &Whereabouts) -> Html {
    html! {
        <>
            { heading("Register file") }
            <p class="lead">{ "Your register is kept in this browser. As a file it can be kept elsewhere too, moved to another computer and handed to a colleague." }</p>
            { found(model, session) }
            if let Some(register) = model.register.clone().filter(|_| !model.is_newer) {
                <h2>{ "Save" }</h2>
                { status(&register, model.own_file.as_ref(), session) }
                <SaveForm {register} own_file={model.own_file.clone()} session={session.clone()} />
            }
            { open(model, session) }
            { copies(model.register.is_some()) }
        </>
    }
}

/// What can be done with several copies of a register, and other ways to hand it on.
fn copies(has_register: bool) -> Html {
    html! {
        <>
            <h2>{ "Two copies" }</h2>
            <ul>
                if has_register {
                    <li>{ link(Route::Merge(MergeView::default()).to_string(), "Merge a copy") }{ ", such as one that a colleague has worked in." }</li>
                }
                <li>{ link(Route::CompareFiles(CompareView::default()).to_string(), "Compare two copies") }{ ": what was added, changed and removed." }</li>
                if has_register {
                    <li>{ link(Route::Share(None).to_string(), "Share by a link") }{ ": the whole register, or one partnership." }</li>
                }
            </ul>
        </>
    }
}

/// What was read from a file.
fn found(model: &Model, session: &Session) -> Html {
    match (&model.incoming, model.sealed.clone()) {
        (Some(incoming), _) => preview(model, incoming, session),
        // Another file begins with an empty field.
        (None, Some(file)) => {
            let key = file.name.clone();
            html! { <UnsealForm {key} {file} session={session.clone()} /> }
        }
        (None, None) => Html::default(),
    }
}
