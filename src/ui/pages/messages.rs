//! Messages above every page: what was just done, what could not be saved, and texts that could not be
//! read, which stay here until the person has them or lets them go.

use yew::prelude::{Callback, Html, Properties, component, html, use_memo};

use super::offering;
use super::reminder::FileReminder;
use crate::app::event::Event;
use crate::app::model::{Damaged, Keeping, Model, Notice, Unchangeable};
use crate::app::tasks;
use crate::app::world::StoreError;
use crate::ui::components::{BannerKind, Button, ButtonKind, banner, link};
use crate::ui::focus;
use crate::ui::route::{MergeView, Route};
use crate::ui::session::Session;

/// The id of the message that says why nothing can be changed.
pub(super) const UNCHANGEABLE: &str = "unchangeable";

/// Messages above every page.
pub(super) fn messages(model: &Model, session: &Session) -> Html {
    html! {
        <>
            { model.unchangeable().map(|why| unchangeable(why, session)).unwrap_or_default() }
            { not_kept(model, session) }
            if let Some(register) = &model.register {
                <FileReminder register={register.clone()} keeping={model.keeping.clone()} session={session.clone()} />
            }
            <ScarceRoom keeping={model.keeping.clone()} session={session.clone()} />
            for text in &model.damaged {
                { damaged(text, session, model.keeping == Keeping::Withheld && tasks::SLOTS.contains(&&*text.key)) }
            }
            { notice(model, session) }
        </>
    }
}

fn notice(model: &Model, session: &Session) -> Html {
    let (kind, title, said) = match &model.notice {
        None => return Html::default(),
        Some(Notice::Done(said)) => (BannerKind::Done, "Done", said),
        Some(Notice::Refused(said)) => (BannerKind::Trouble, "There is a problem", said),
    };
    let hide = Button {
        kind: ButtonKind::Quiet,
        label: "Hide this message".into(),
        on_press: session.telling(|| {
            focus::after_render("main");
            Event::NoticeDismissed
        }),
        ..Button::default()
    };
    banner(kind, title, html! { <><p>{ said }</p>{ hide.view() }</> })
}

/// Why nothing can be changed here, and what can be done about it.
fn unchangeable(why: Unchangeable, session: &Session) -> Html {
    match why {
        Unchangeable::Elsewhere => elsewhere(session),
        Unchangeable::Newer => newer(),
    }
}

/// A newer version has written what is shown.
fn newer() -> Html {
    let content = html! {
        <p id={UNCHANGEABLE}>{ "You can read it here, and nothing of it is changed, since this version may not know all that is in it. Reload the page to get the newest version." }</p>
    };
    banner(BannerKind::Done, "A newer version of the calculator saved this register", content)
}

/// Another tab writes.
fn elsewhere(session: &Session) -> Html {
    let world = session.world.clone();
    let on_press = Callback::from(move |_| world.tabs.take_over());
    let button = Button { label: "Work here instead".into(), on_press, ..Button::default() };
    let content = html! {
        <>
            <p id={UNCHANGEABLE}>{ "It is being worked on there. This tab shows what is saved there, as it is saved, and changes nothing." }</p>
            { button.view() }
        </>
    };
    banner(BannerKind::Done, "This register is open in another tab", content)
}

fn not_kept(model: &Model, session: &Session) -> Html {
    let (why, what_to_do) = match &model.keeping {
        Keeping::Nothing | Keeping::Pending | Keeping::Kept(_) => return Html::default(),
        Keeping::Divided => return divided(),
        Keeping::NotKept(error) => (error.to_string(), what_helps_against(error)),
        Keeping::Withheld => (
            "the text that could not be read lies where your work is kept, and is not overwritten".to_owned(),
            "Download that text and delete it from this browser. Until then, save a file before you leave.",
        ),
    };
    let save = model.register.as_ref().map(|register| {
        let on_press = offering(session, register);
        Button { label: "Save a file".into(), on_press, ..Button::default() }.view()
    });
    let content = html! {
        <>
            <p>{ format!("Your work is in this page only: {why}.") }</p>
            <p>{ what_to_do }</p>
            { save.unwrap_or_default() }
        </>
    };
    banner(BannerKind::Trouble, "Not saved", content)
}

/// Another tab has saved something that does not go together with what is here.
fn divided() -> Html {
    let content = html! {
        <>
            <p>{ "Another tab changed the same thing, and neither was written over. What you did is in this page only until you choose." }</p>
            <p>{ link(Route::Merge(MergeView::default()).to_string(), "Choose what is right") }</p>
        </>
    };
    banner(BannerKind::Trouble, "Not saved", content)
}

/// Props of [`ScarceRoom`].
#[derive(Clone, PartialEq, Properties)]
struct ScarceRoomProps {
    keeping: Keeping,
    session: Session,
}

/// Says in time that there will be no more room; measured whenever something was kept.
#[component]
fn ScarceRoom(props: &ScarceRoomProps) -> Html {
    let world = props.session.device.clone();
    let room = use_memo(props.keeping.clone(), |_| tasks::room(&world));
    let Some(room) = (*room).as_ref().ok().filter(|room| room.is_scarce()) else { return Html::default() };
    let whose = if room.ours * 2 > room.all { "this register" } else { "other pages of the same address" };
    let content = html! {
        <>
            <p>{ format!("More than four fifths of what the browser keeps for this address is taken, most of it by {whose}. Everything is still saved; when no room is left, nothing more will be.") }</p>
            <p>{ link(Route::Storage.to_string(), "See what is kept in this browser") }</p>
        </>
    };
    banner(BannerKind::Done, "The browser\u{2019}s storage is nearly full", content)
}

fn what_helps_against(error: &StoreError) -> &'static str {
    match error {
        StoreError::Blocked => {
            "Allow storage for this page in the browser\u{2019}s settings, or save a file before you leave."
        }
        StoreError::Full => {
            "What was saved before is untouched. Save a file before you leave, and make room in the browser."
        }
        StoreError::TakenOver | StoreError::Unusable(_) | StoreError::Failed(_) => {
            "Save a file before you leave."
        }
    }
}

/// One text that could not be read; it has been put aside, or lies where it was.
fn damaged(damaged: &Damaged, session: &Session, is_in_the_way: bool) -> Html {
    let offer = {
        let (world, damaged) = (session.world.clone(), damaged.clone());
        move |_| tasks::offer_damaged(&world, &damaged)
    };
    let clear = {
        let (session, key) = (session.clone(), damaged.key.clone());
        move |_| {
            focus::after_render("main");
            session.tell(tasks::clear_damaged(&session.device, &key));
        }
    };
    let where_it_is = if is_in_the_way {
        "There was no room to put it aside, and nothing is written over it"
    } else {
        "It has been put aside and nothing was overwritten"
    };
    let button = |kind, label: &'static str, on_press| Button {
        kind,
        label: label.into(),
        on_press,
        ..Button::default()
    };
    let content = html! {
        <>
            <p>{ format!("{where_it_is}: {}.", damaged.reason) }</p>
            <p>{ "Download it before you delete it: the text may still be mended." }</p>
            { button(ButtonKind::Secondary, "Download what was found", offer.into()).view() }
            { button(ButtonKind::Warning, "Delete it from this browser", clear.into()).view() }
        </>
    };
    banner(BannerKind::Trouble, "A saved register could not be read", content)
}
