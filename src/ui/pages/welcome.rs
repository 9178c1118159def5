//! The first visit: what this is, and three ways to begin. The same words stand in `index.html`, so that
//! they are there before the program is.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, Html, MouseEvent, html};

use super::heading;
use crate::app::event::Event;
use crate::ui::components::{Button, button_link};
use crate::ui::parts;
use crate::ui::route::Route;
use crate::ui::session::Session;

/// The first visit.
pub(super) fn welcome(session: &Session) -> Html {
    let on_press = opening_example(session);
    let example = Button { label: "Open the worked example".into(), on_press, ..Button::default() };
    html! {
        <>
            { heading("Know the risks of your partnerships") }
            <p class="lead">
                { "Score the risks of shared services, pooled budgets, outsourcing and joint working, and see how they compare with published surveys of top risks." }
            </p>
            <p>
                { "For councils, police, fire, NHS bodies and charities. It works in this browser alone: nothing you enter is sent anywhere." }
            </p>
            <h2>{ "Three ways to begin" }</h2>
            <ul class="ways">
                { way("Start a register", "Name your organisation, choose your risk matrix, and add partnerships and risks.",
                    button_link("Start a register", "button button--primary", Route::Organisation.to_string())) }
                { way("Import a spreadsheet", "Bring your Excel register as CSV. You see what every row becomes before anything is saved.",
                    button_link("Import a spreadsheet", "button button--secondary", Route::Import.to_string())) }
                { way("Open a worked example", "Fife Council\u{2019}s register of significant risks, as it was published.",
                    example.view()) }
            </ul>
        </>
    }
}

fn opening_example(session: &Session) -> Callback<MouseEvent> {
    let session = session.clone();
    Callback::from(move |_| {
        let session = session.clone();
        spawn_local(async move { session.tell(example().await) });
    })
}

async fn example() -> Event {
    match parts::example().await {
        Ok(register) => Event::RegisterChosen {
            register: Rc::new(register),
            said: "Opened the worked example: Fife Council\u{2019}s published register of significant risks"
                .into(),
        },
        Err(_) => Event::FileRefused {
            name: "The worked example".into(),
            reason: "it could not be fetched. Check the connection and try again".into(),
        },
    }
}

fn way(title: &'static str, what: &'static str, how: Html) -> Html {
    html! {
        <li class="ways__way">
            <h3>{ title }</h3>
            <p>{ what }</p>
            { how }
        </li>
    }
}
