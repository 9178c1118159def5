//! Peers: what we would send them, read in full before it is saved; what they have sent, merged; and where we
//! stand among them. Nothing is sent from here: files are handed on by people.

mod export;
mod merge;
mod reading;
mod standing;
mod table;

use std::rc::Rc;

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::league::peers::{Cell, Submission};
use partnership_risk_core::register::{Register, Sector};
use yew::prelude::{Html, html};

use super::head::head;
use crate::app::model::Peers;
use crate::app::queries::peers::next_submission;
use crate::ui::components::disclosure;
use crate::ui::pages::filters::{Filters, choosing};
use crate::ui::pages::form::items_of;
use crate::ui::route::{PeersView, Route};
use crate::ui::session::Session;
use crate::ui::words::grouped;

/// What stands where a figure is not shown.
const NOT_SHOWN: &str = "not shown";

/// Peers.
pub(super) fn peers(register: &Rc<Register>, peers: &Rc<Peers>, view: PeersView, session: &Session) -> Html {
    let ours = next_submission(register, session.world.clock.today());
    html! {
        <>
            { head("Peers", &Route::Peers(view)) }
            <p class="lead">{ "Compare yourselves with other bodies. The file that you hand on does not name you." }</p>
            { export::export(register, &ours, session) }
            { merge::merge(peers, session) }
            if !peers.pool.is_empty() && !peers.are_on_their_way() {
                { where_we_stand(register, peers, view, ours.as_ref().as_ref().ok()) }
            }
        </>
    }
}

fn where_we_stand(register: &Register, peers: &Peers, view: PeersView, ours: Option<&Submission>) -> Html {
    html! {
        <>
            <h2>{ "3. See where you stand" }</h2>
            { choice(view) }
            <p>{ who(&peers.pool.bodies(view.sector), view.sector) }{ " " }{ ourselves(register, peers) }</p>
            { disclosure("What \u{201c}not shown\u{201d} means", what_is_not_shown()) }
            { table::table_of(&peers.pool, view.sector) }
            { standing::standing(&peers.pool, view.sector, ours) }
        </>
    }
}

/// Which peers are shown.
fn choice(view: PeersView) -> Html {
    let filters = Filters { view, to: Route::Peers };
    let sector = view.sector.map(|sector| sector.key()).unwrap_or_default();
    let field = filters.choice(
        ("sector", "Compare with"),
        sector,
        (Some("All bodies"), items_of::<Sector>()),
        |view, key| view.sector = Sector::of_key(key),
    );
    choosing("Which bodies are compared", field)
}

fn who(bodies: &Cell<u64>, sector: Option<Sector>) -> String {
    let number = match bodies {
        Cell::Shown(0) => "none".to_owned(),
        Cell::Shown(n) => grouped(usize::try_from(*n).unwrap_or(usize::MAX)),
        Cell::Suppressed => NOT_SHOWN.to_owned(),
    };
    match sector {
        None => format!("Bodies compared: {number}."),
        Some(sector) => format!("Bodies compared of the kind \u{201c}{}\u{201d}: {number}.", sector.name()),
    }
}

/// Whether our own figures are among those of the others.
fn ourselves(register: &Register, peers: &Peers) -> &'static str {
    let mark = register.organisation().peer;
    match mark.is_some_and(|mark| peers.pool.has(mark.id)) {
        true => "Your own submission is one of those merged.",
        false => "Your own submission is not one of those merged.",
    }
}

fn what_is_not_shown() -> Html {
    html! {
        <>
            <p>{ "A figure is shown only where it rests on ten bodies or partnerships at least, and where at least ten are on the other side of it: those who do not name a category, as well as those who do." }</p>
            <p>{ "It is also not shown where such a small number could be worked out from others. So where one kind of body has too few, another kind is not shown either: otherwise the first could be had by taking all others from the whole. Nought counts as fewer than ten." }</p>
            <p>{ "Each quartile is the figure of one body (nearest rank), rounded to whole per cent, and nothing is worked out between two; each body counts once, whatever its size." }</p>
        </>
    }
}
