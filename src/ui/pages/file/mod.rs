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
use crate::app::model::Model;
use crate::ui::session::Session;

use open::open;
use preview::preview;
use save::SaveForm;
use status::status;
use unseal::UnsealForm;

/// The page.
pub(in crate::ui) fn file_page(model: &Model, session: &Session, _at: &Whereabouts) -> Html {
    html! {
        <>
            { heading("Register file") }
            <p class="lead">{ "Your register is kept in this browser. As a file it can be kept elsewhere too, moved to another computer and handed to a colleague." }</p>
            { found(model, session) }
            if let Some(register) = model.register.clone() {
                <h2>{ "Save" }</h2>
                { status(&register, model.own_file.as_ref(), session) }
                <SaveForm {register} own_file={model.own_file.clone()} session={session.clone()} />
            }
            { open(model, session) }
        </>
    }
}

/// What was read from a file.
fn found(model: &Model, session: &Session) -> Html {
    match (&model.incoming, model.sealed.clone()) {
        (Some(incoming), _) => preview(model, incoming, session),
        (None, Some(file)) => html! { <UnsealForm {file} session={session.clone()} /> },
        (None, None) => Html::default(),
    }
}
