//! What is being done beside the page with a spreadsheet, and a way to give it up.

use yew::prelude::{Callback, Html, html};

use crate::app::model::Model;
use crate::app::tasks;
use crate::ui::components::Button;
use crate::ui::session::Session;

/// What is being done; nothing most of the time. It is announced when it begins.
pub(super) fn at_work(model: &Model, session: &Session) -> Html {
    let what = model.at_work.as_ref();
    html! {
        <>
            <p role="status">{ for what.map(|what| format!("{what}\u{2026}")) }</p>
            { for what.map(|_| giving_up(session)) }
        </>
    }
}

fn giving_up(session: &Session) -> Html {
    let session = session.clone();
    let on_press = Callback::from(move |_| session.tell(tasks::stop_sheets(&session.world)));
    Button { label: "Stop".into(), on_press, ..Button::default() }.view()
}
