//! What is handed to others and what comes from them: the register or one partnership by a link, questions of a health
//! check for a partner, and the answers. How these travel is [`crate::app::tasks`]'s business; nothing that comes in
//! touches what is here before somebody has seen it and agreed.

mod answering;
mod answers;
mod arriving;
mod asking;
mod sending;
mod share;
mod shared;

use std::rc::Rc;

use partnership_risk_core::exchange::link::LinkKind;
use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, html};

use super::{Whereabouts, not_found};
use crate::app::model::Model;
use crate::ui::route::Route;
use crate::ui::session::Session;

use answering::Answering;
use answers::Replied;
use arriving::{Arriving, Waiting};
use asking::asking;
use shared::Preview;

/// The page at one of the places at which things are handed on or arrive.
pub(in crate::ui) fn sharing_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    let register = model.register.as_ref();
    match &at.here {
        Route::Share(one) => share::share(register, *one, session),
        Route::Shared(link) => what_was_shared(register, link, session),
        Route::NewQuestionnaire(id) => asking(register, *id, session),
        Route::Questionnaire(link) => questionnaire(link, session),
        Route::Answers(link) => what_was_answered(register, link, session),
        _ => not_found(),
    }
}

fn what_was_shared(register: Option<&Rc<Register>>, link: &str, session: &Session) -> Html {
    let waiting = Waiting {
        title: "What you were sent",
        what: "Follow the link that you were sent, or choose the file. You see what it holds before anything is done with it.",
    };
    let shows = {
        let (session, register) = (session.clone(), register.cloned());
        Callback::from(move |(kind, text): (LinkKind, Rc<str>)| {
            let (session, register) = (session.clone(), register.clone());
            html! { <Preview {session} {register} {kind} {text} /> }
        })
    };
    let (link, without) = (link.to_owned(), Some(Route::Shared(String::new())));
    let (session, kind) = (session.clone(), LinkKind::Register);
    html! { <Arriving key="shared" {session} {link} {without} {kind} {waiting} {shows} /> }
}

fn questionnaire(link: &str, session: &Session) -> Html {
    let waiting = Waiting {
        title: "Answer a health check",
        what: "A partner has asked you to answer the health check of a partnership. Follow the link that you were sent, or choose the file.",
    };
    let shows = {
        let session = session.clone();
        Callback::from(move |(kind, text): (LinkKind, Rc<str>)| {
            html! { <Answering session={session.clone()} {kind} {text} /> }
        })
    };
    let (link, without) = (link.to_owned(), None::<Route>);
    let (session, kind) = (session.clone(), LinkKind::Questionnaire);
    html! { <Arriving key="questionnaire" {session} {link} {without} {kind} {waiting} {shows} /> }
}

fn what_was_answered(register: Option<&Rc<Register>>, link: &str, session: &Session) -> Html {
    let waiting = Waiting {
        title: "Answers from a partner",
        what: "Follow the link to the answers that a partner has sent you, or choose the file. You see them before they are added.",
    };
    let shows = {
        let (session, register) = (session.clone(), register.cloned());
        Callback::from(move |(kind, text): (LinkKind, Rc<str>)| {
            let (session, register) = (session.clone(), register.clone());
            html! { <Replied {session} {register} {kind} {text} /> }
        })
    };
    let (link, without) = (link.to_owned(), Some(Route::Answers(String::new())));
    let (session, kind) = (session.clone(), LinkKind::Answers);
    html! { <Arriving key="answers" {session} {link} {without} {kind} {waiting} {shows} /> }
}
