//! Sharing the register, or one of its partnerships: what is to be shared, what that means, and the link.

use std::rc::Rc;

use partnership_risk_core::register::{PartnershipId, Register};
use yew::prelude::{Callback, Html, html};

use super::sending::Sending;
use crate::app::queries::sharing::contents;
use crate::app::tasks::register_parcel;
use crate::ui::components::{Choice, link};
use crate::ui::location::refine;
use crate::ui::pages::shown::partnership_items;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::{count, in_a_row};

/// Sharing the register, or one of its partnerships.
pub(super) fn share(register: Option<&Rc<Register>>, one: Option<PartnershipId>, session: &Session) -> Html {
    let Some(register) = register else { return nothing() };
    let alone = one.map(|id| register.alone(id));
    let Some(shared) = alone.unwrap_or_else(|| Some((**register).clone())) else { return not_found() };
    let about = Route::Share(one).to_string();
    let parcel = {
        let (register, world) = (register.clone(), session.world.clone());
        Callback::from(move |()| register_parcel(&world, &register, one))
    };
    html! {
        <>
            { heading("Share by a link") }
            <p class="lead">{ "A link that holds the data itself. Whoever opens it sees it in their own browser, and nothing passes through anybody\u{2019}s server." }</p>
            { choice(register, one) }
            { what_it_holds(&shared, one.is_some()) }
            <Sending {about} session={session.clone()} {parcel} may_be_sealed=true />
        </>
    }
}

fn nothing() -> Html {
    html! {
        <>
            { heading("Share by a link") }
            <p>{ "There is nothing to share yet. " }{ link(Route::Overview.to_string(), "Begin a register") }</p>
        </>
    }
}

fn choice(register: &Register, one: Option<PartnershipId>) -> Html {
    Choice {
        id: "shared".into(),
        label: "What to share".into(),
        value: one.map(|id| id.to_string()).unwrap_or_default().into(),
        none: Some("Everything: the whole register".into()),
        items: partnership_items(register),
        on_choose: Callback::from(|chosen: String| refine(&Route::Share(chosen.parse().ok()))),
        ..Choice::default()
    }
    .view()
}

/// What is in it, and who can read that.
fn what_it_holds(shared: &Register, is_one: bool) -> Html {
    let counts: Vec<String> =
        contents(shared).into_iter().map(|(n, one, many)| count(n, one, many)).collect();
    let rest = if is_one {
        "Other partnerships, the history, snapshots and your rules stay here; the name of your organisation and the risk matrix go along."
    } else {
        "The history goes along."
    };
    html! {
        <ul>
            <li>{ format!("It holds {}. {rest}", in_a_row(&counts)) }</li>
            <li>{ "Whoever has the link can read all that is in it, now and later: a link cannot be taken back. A passphrase keeps out those who do not know it." }</li>
            <li>{ "Names of people that were entered, as owners for example, are in it." }</li>
            <li>{ "Nothing is sent anywhere by making it." }</li>
        </ul>
    }
}
