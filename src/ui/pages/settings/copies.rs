//! Copies of the register as it was, each to be had back or saved as a file.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, Html, MouseEvent, component, html, use_effect_with, use_state};

use super::{Props, to_all};
use crate::app::event::Event;
use crate::app::model::Purpose;
use crate::app::tasks::{self, Copy, CopyReason};
use crate::app::world::StoreError;
use crate::ui::components::{Button, ButtonKind, Head, TableRow, table};
use crate::ui::pages::form::go;
use crate::ui::pages::heading;
use crate::ui::route::{CompareView, Route};
use crate::ui::session::Session;

/// The page. What there is is asked for when it is opened, and whenever the register has changed.
#[component]
pub(super) fn Copies(props: &Props) -> Html {
    let found = use_state(|| None);
    let (setter, world) = (found.setter(), props.session.world.clone());
    use_effect_with(props.register.clone(), move |_| {
        spawn_local(async move { setter.set(Some(tasks::copies(world).await)) });
    });
    html! {
        <>
            { to_all() }
            { heading("Copies of this register") }
            <p class="lead">{ "While you work, copies are made in this browser: up to three of today, one of each earlier day, and one before each great change, such as an import." }</p>
            <p>{ "A copy that you restore takes the place of the register. What is here now is copied first, and Undo brings it back." }</p>
            { list(&props.session, found.as_ref()) }
        </>
    }
}

fn list(session: &Session, found: Option<&Result<Vec<Copy>, StoreError>>) -> Html {
    match found {
        None => html! { <p>{ "Looking for copies" }</p> },
        Some(Err(error)) => {
            html! { <p>{ format!("No copies can be kept here: {error}. Save a file from time to time.") }</p> }
        }
        Some(Ok(all)) if all.is_empty() => html! { <p>{ "There is no copy yet." }</p> },
        Some(Ok(all)) => {
            let heads = [Head::text("Taken"), Head::text("Why"), Head::buttons("What you can do")];
            table("Copies, the newest first", &heads, all.iter().map(|copy| row(session, *copy)).collect())
        }
    }
}

fn row(session: &Session, copy: Copy) -> TableRow {
    let taken = tasks::taken(&session.world, copy);
    let why = match copy.reason {
        CopyReason::InTime => "Now and then",
        CopyReason::BeforeChange => "Before a great change",
    };
    let save = {
        let world = session.world.clone();
        Callback::from(move |_| spawn_local(tasks::offer_copy(world.clone(), copy)))
    };
    let button = |label: &'static str, changes, on_press| {
        let (kind, label, about) = (ButtonKind::Quiet, label.into(), taken.clone().into());
        Button { kind, label, about, changes, on_press, ..Button::default() }.view()
    };
    let buttons = html! {
        <>
            { button("Restore", true, restoring(session, copy)) }
            { " " }
            { button("Compare with now", false, comparing(session, copy)) }
            { " " }
            { button("Save as a file", false, save) }
        </>
    };
    TableRow::new(vec![taken.clone().into(), why.into(), buttons])
}

fn restoring(session: &Session, copy: Copy) -> Callback<MouseEvent> {
    let session = session.clone();
    Callback::from(move |_| {
        let session = session.clone();
        spawn_local(async move { session.tell(tasks::restore(session.world.clone(), copy).await) });
    })
}

fn comparing(session: &Session, copy: Copy) -> Callback<MouseEvent> {
    let session = session.clone();
    Callback::from(move |_| {
        let session = session.clone();
        spawn_local(async move {
            session.tell(Event::CopyClosed(Purpose::Later));
            session.tell(tasks::compare_with_copy(session.world.clone(), copy).await);
            go(&Route::CompareFiles(CompareView::default()));
        });
    })
}
