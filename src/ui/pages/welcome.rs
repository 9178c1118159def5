//! The first visit: what this is, and three ways to begin. The same words stand in `index.html`, so that
//! they are there before the program is.

use std::rc::Rc;

use partnership_risk_core::example::fife_council;
use yew::prelude::{Html, html};

use super::heading;
use crate::app::event::Event;
use crate::ui::components::{Button, Link};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// The first visit.
pub(super) fn welcome(session: &Session) -> Html {
    let on_press = session.telling(|| Event::RegisterChosen {
        register: Rc::new(fife_council()),
        said: "Opened the worked example: Fife Council\u{2019}s published register of significant risks"
            .into(),
    });
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
                    button_link("Start a register", "button button--primary", &Route::Organisation)) }
                { way("Import a spreadsheet", "Bring your Excel register as CSV. You see what every row becomes before anything is saved.",
                    button_link("Import a spreadsheet", "button button--secondary", &Route::Import)) }
                { way("Open a worked example", "Fife Council\u{2019}s register of significant risks, as it was published.",
                    example.view()) }
            </ul>
        </>
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

/// A link that looks like a button.
pub(super) fn button_link(text: &'static str, class: &'static str, to: &Route) -> Html {
    let to = to.to_string().into();
    Link { to, text: text.into(), class: Some(class.into()), ..Link::default() }.view()
}
