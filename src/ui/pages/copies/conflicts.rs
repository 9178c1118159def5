//! What two copies say differently: both values beside each other, and the choice between them.

use partnership_risk_core::document::{Conflict, Side};
use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, html};

use super::differences::named;
use crate::app::event::Event;
use crate::ui::components::{Button, RadioItem, Radios, pagination};
use crate::ui::pages::form::Problems;
use crate::ui::route::{MergeList, MergeView, Route};
use crate::ui::session::Session;
use crate::ui::words::sentence_case;

/// How many conflicts stand on one page.
pub(super) const PAGE: usize = 20;

const MINE: &str = "mine";
const THEIRS: &str = "theirs";

/// The id of the choice about the conflict at a place.
pub(super) fn conflict_field(place: usize) -> String {
    format!("conflict-{}", place + 1)
}

/// What a conflict is about.
pub(super) fn title(conflict: &Conflict) -> String {
    let what = if conflict.field.is_empty() { "removed or kept" } else { &conflict.field };
    format!("{} \u{201c}{}\u{201d}: {what}", sentence_case(conflict.kind), conflict.name)
}

/// One page of conflicts, each with its choice.
pub(super) fn conflict_list(
    register: &Register,
    all: &[(Conflict, Option<Side>)],
    page: usize,
    problems: &Problems,
    session: &Session,
) -> Html {
    let pages = all.len().div_ceil(PAGE);
    let page = page.min(pages.saturating_sub(1));
    let shown = all.iter().enumerate().skip(page * PAGE).take(PAGE);
    let to = |page| Route::Merge(MergeView { list: Some(MergeList::Conflicts), page }).to_string();
    html! {
        <>
            <p>{ "Both copies changed the same thing in different ways. Choose which is right." }</p>
            <p class="actions">
                { all_of(all, "Keep all of yours", Side::Mine, session) }
                { all_of(all, "Take all of theirs", Side::Theirs, session) }
            </p>
            for (place, (conflict, side)) in shown {
                <div class="conflict">{ choice(register, place, conflict, *side, problems, session) }</div>
            }
            { pagination("Pages of conflicts", page, pages, &to) }
        </>
    }
}

fn all_of(all: &[(Conflict, Option<Side>)], label: &'static str, side: Side, session: &Session) -> Html {
    let decided: Vec<(Conflict, Side)> = all.iter().map(|(conflict, _)| (conflict.clone(), side)).collect();
    let on_press = session.telling(move || Event::ConflictsDecided(decided.clone()));
    Button { label: label.into(), on_press, ..Button::default() }.view()
}

fn choice(
    register: &Register,
    place: usize,
    conflict: &Conflict,
    side: Option<Side>,
    problems: &Problems,
    session: &Session,
) -> Html {
    let id = conflict_field(place);
    let item = |value: &'static str, label: &str, says: &str| RadioItem {
        value: value.into(),
        label: label.to_owned().into(),
        hint: if says.is_empty() { nothing(conflict).into() } else { says.to_owned().into() },
    };
    Radios {
        problem: problems.at(&id),
        id: id.into(),
        legend: title(conflict).into(),
        value: side.map_or("", key).into(),
        items: vec![item(MINE, "Yours", &conflict.mine), item(THEIRS, "Theirs", &conflict.theirs)],
        on_choose: deciding(conflict, session),
        more: own_page(register, conflict),
        ..Radios::default()
    }
    .view()
}

/// What stands for a value that is not there.
fn nothing(conflict: &Conflict) -> &'static str {
    if conflict.field.is_empty() { "removed" } else { "empty" }
}

fn key(side: Side) -> &'static str {
    match side {
        Side::Mine => MINE,
        Side::Theirs => THEIRS,
    }
}

fn deciding(conflict: &Conflict, session: &Session) -> Callback<String> {
    let (conflict, session) = (conflict.clone(), session.clone());
    Callback::from(move |chosen: String| {
        let side = if chosen == THEIRS { Side::Theirs } else { Side::Mine };
        session.tell(Event::ConflictsDecided(vec![(conflict.clone(), side)]));
    })
}

/// The way to what it is about.
fn own_page(register: &Register, conflict: &Conflict) -> Html {
    let name = named(conflict.subject, conflict.kind, &conflict.name, Some(register));
    html! { <p class="conflict__more">{ "About: " }{ name }</p> }
}
