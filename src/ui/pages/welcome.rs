//! The first visit: what this is, and four ways to begin. The same words stand in `index.html`, so that
//! they are there before the program is.

use std::rc::Rc;

use partnership_risk_core::example::Example;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, Html, MouseEvent, html};

use super::handling::handling_notice;
use super::heading;
use crate::app::event::Event;
use crate::ui::components::{Button, button_link, link};
use crate::ui::parts;
use crate::ui::route::Route;
use crate::ui::session::Session;

/// The first visit.
pub(super) fn welcome(session: &Session) -> Html {
    let example = |label: &'static str, example| {
        let on_press = opening_example(session, example);
        Button { label: label.into(), on_press, changes: true, ..Button::default() }.view()
    };
    html! {
        <>
            { heading("Know the risks of your partnerships") }
            <p class="lead">
                { "Score the risks of shared services, pooled budgets, outsourcing and joint working, and see how they compare with published surveys of top risks." }
            </p>
            <p>
                { "For councils, police, fire, NHS bodies and charities. It works in this browser alone: nothing you enter is sent anywhere." }
            </p>
            { handling_notice() }
            <h2>{ "Four ways to begin" }</h2>
            <ul class="ways">
                { way("Start a register", "Name your organisation, choose your risk matrix, and add partnerships and risks.",
                    button_link("Start a register", "button button--primary", Route::Organisation.to_string())) }
                { way("Import a spreadsheet", "Bring your register from Excel, LibreOffice or CSV. You see what every row becomes before anything is saved.",
                    button_link("Import a spreadsheet", "button button--secondary", Route::Import.to_string())) }
                { way("Look around an invented council", "Marlshire Council does not exist. Its register is full: eight partnerships with risks, controls, actions, losses and health checks.",
                    example("Open an invented council", Example::Marlshire)) }
                { way("Look at a published register", "Fife Council\u{2019}s register of significant risks, as it was published.",
                    example("Open the worked example", Example::Fife)) }
            </ul>
            <p>{ "Do you have a register as a file already? " }{ link(Route::File.to_string(), "Open a register file") }</p>
        </>
    }
}

fn opening_example(session: &Session, example: Example) -> Callback<MouseEvent> {
    let session = session.clone();
    Callback::from(move |_| {
        let session = session.clone();
        spawn_local(async move { session.tell(opened(example).await) });
    })
}

async fn opened(example: Example) -> Event {
    match parts::examples().await {
        Ok(register_of) => Event::RegisterChosen {
            register: Rc::new(register_of(example)),
            said: ["Opened the worked example: ", what_it_is(example)].concat(),
        },
        Err(_) => Event::FileRefused {
            name: "The worked example".into(),
            reason: "it could not be fetched. Check the connection and try again".into(),
        },
    }
}

fn what_it_is(example: Example) -> &'static str {
    match example {
        Example::Marlshire => "the register of an invented council. You can change anything in it",
        Example::Fife => "Fife Council\u{2019}s published register of significant risks",
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
