//! The first visit: what this is, and three ways to begin. The same words stand in `index.html`, so that
//! they are there before the program is.

use std::rc::Rc;

use partnership_risk_core::example::fife_council;
use yew::prelude::{Html, component, html};

use crate::app::event::Event;
use crate::ui::components::Button;
use crate::ui::route::Route;
use crate::ui::session::use_session;

/// The first visit.
#[component]
pub fn Welcome() -> Html {
    let session = use_session();
    let open_example = session.telling(|| Event::RegisterChosen {
        register: Rc::new(fife_council()),
        said: "Opened the worked example: Fife Council\u{2019}s published register of significant risks"
            .into(),
    });
    html! {
        <>
            <h1 tabindex="-1">{ "Know the risks of your partnerships" }</h1>
            <p class="lead">
                { "Score the risks of shared services, pooled budgets, outsourcing and joint working, and see how they compare with published surveys of top risks." }
            </p>
            <p>
                { "For councils, police, fire, NHS bodies and charities. It works in this browser alone: nothing you enter is sent anywhere." }
            </p>
            <h2>{ "Three ways to begin" }</h2>
            <ul class="ways">
                <li class="ways__way">
                    <h3>{ "Start a register" }</h3>
                    <p>{ "Name your organisation, choose your risk matrix, and add partnerships and risks." }</p>
                    <a class="button button--primary" href={Route::Organisation.to_string()}>{ "Start a register" }</a>
                </li>
                <li class="ways__way">
                    <h3>{ "Import a spreadsheet" }</h3>
                    <p>{ "Bring your Excel register as CSV. You see what every row becomes before anything is saved." }</p>
                    <a class="button button--secondary" href={Route::Import.to_string()}>{ "Import a spreadsheet" }</a>
                </li>
                <li class="ways__way">
                    <h3>{ "Open a worked example" }</h3>
                    <p>{ "Fife Council\u{2019}s register of significant risks, as it was published." }</p>
                    <Button label="Open the worked example" on_press={open_example} />
                </li>
            </ul>
        </>
    }
}
