//! What is kept in this browser: how much of the room it takes, that it need not be kept, and how to remove it.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{
    Callback, Html, MouseEvent, Properties, UseStateHandle, component, html, use_memo, use_state,
};

use crate::app::event::Event;
use crate::app::model::{Keeping, Model};
use crate::app::tasks;
use crate::app::world::{Room, StoreError};
use crate::ui::components::{Button, ButtonKind, SummaryRow, link, summary_list};
use crate::ui::focus;
use crate::ui::pages::handling::handling_notice;
use crate::ui::pages::{heading, offering};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::{grouped, percent};

/// Props of [`StoragePage`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct StorageProps {
    register: Option<Rc<Register>>,
    keeping: Keeping,
    is_unkept: bool,
    is_newer: bool,
    session: Session,
}

impl StorageProps {
    pub(super) fn of(model: &Model, session: &Session) -> Self {
        let (register, keeping) = (model.register.clone(), model.keeping.clone());
        Self {
            register,
            keeping,
            is_unkept: model.is_unkept,
            is_newer: model.is_newer,
            session: session.clone(),
        }
    }
}

/// The page. It measures anew whenever something was kept.
#[component]
pub(super) fn StoragePage(props: &StorageProps) -> Html {
    let depends_on = (props.keeping.clone(), props.is_unkept);
    let room = use_memo(depends_on, |_| tasks::room(&props.session.device));
    let is_asking = use_state(|| false);
    html! {
        <>
            { heading("What is kept in this browser") }
            <p class="lead">{ "Your register is kept by this browser, on this device, for this address alone, and nowhere else unless you save it as a file." }</p>
            { handling_notice() }
            <p>{ "Whoever can use this browser can read it, and who clears the browser\u{2019}s data deletes it. Browsers may also delete what was not used for a long time. So save a file from time to time." }</p>
            <p>{ saving(props) }{ link(Route::Copies.to_string(), "Copies made while you work") }</p>
            <h2>{ "Room" }</h2>
            { self::room(&room) }
            <h2>{ "Working without saving" }</h2>
            { without(props) }
            <h2>{ "Clearing this device" }</h2>
            { clearing(props, &is_asking) }
        </>
    }
}

fn saving(props: &StorageProps) -> Html {
    let Some(register) = props.register.as_ref().filter(|_| !props.is_newer) else { return Html::default() };
    let on_press = offering(&props.session, register);
    html! { <>{ Button { label: "Save a file".into(), on_press, ..Button::default() }.view() }{ " " }</> }
}

fn room(room: &Result<Room, StoreError>) -> Html {
    let room = match room {
        Ok(room) => room,
        Err(error) => return html! { <p>{ format!("Nothing is kept here: {error}.") }</p> },
    };
    let [ours, others] = [room.ours, room.all - room.ours];
    let taken = format!("{} of what browsers allow an address is taken.", percent(share(room.all)));
    let row = |name, size| SummaryRow::text(name, &format!("{} characters", grouped(size)));
    html! {
        <>
            <p>
                <meter class="meter" aria-label="Room taken" min="0" max="1" high="0.8" value={share(room.all).to_string()}>{ &taken }</meter>
                { " " }{ &taken }
            </p>
            { summary_list(vec![
                row("This calculator", ours),
                row("Other pages of this address", others),
                row("Allowed", Room::LIMIT),
            ]) }
            <p class="note">{ "A register of many risks is kept packed, in few characters. Copies lie apart and have room of their own." }</p>
        </>
    }
}

fn share(size: usize) -> f64 {
    size as f64 / Room::LIMIT as f64
}

fn without(props: &StorageProps) -> Html {
    let wish = |is_unkept| props.session.telling(move || Event::UnkeptWished(is_unkept));
    let button =
        |label: &'static str, on_press| Button { label: label.into(), on_press, ..Button::default() }.view();
    if props.is_unkept {
        html! {
            <>
                <p>{ "Nothing you do is kept in this browser now. Once you close or reload the page it is gone, unless you have saved a file. What was kept before is still here; if you choose to keep your work again, it takes the place of that, and a copy of that is made." }</p>
                { button("Keep my work in this browser again", wish(false)) }
            </>
        }
    } else {
        html! {
            <>
                <p>{ "On a computer that others use too, you can work without anything being kept: open a register from a file, work, and save a file before you leave. It lasts until you reload or close the page." }</p>
                { button("Work without saving in this browser", wish(true)) }
            </>
        }
    }
}

/// What is gone for ever is asked about twice.
fn clearing(props: &StorageProps, is_asking: &UseStateHandle<bool>) -> Html {
    let ask = |asks: bool| {
        let asking = is_asking.clone();
        Callback::from(move |_| {
            // Pressing twice by mistake must not answer the question.
            focus::after_render("really");
            asking.set(asks);
        })
    };
    let (label, on_press) = match **is_asking {
        true => ("Clear everything", clear(&props.session)),
        false => ("Clear this device", ask(true)),
    };
    let button = Button { kind: ButtonKind::Warning, label: label.into(), on_press, ..Button::default() };
    let keep = Button {
        kind: ButtonKind::Secondary,
        label: "Keep everything".into(),
        on_press: ask(false),
        ..Button::default()
    };
    html! {
        <>
            <p>{ "This removes the register, its copies, what is typed and not saved, and remembered answers from this browser. It cannot be undone: save a file first." }</p>
            <p class="actions">
                if **is_asking {
                    <span id="really" tabindex="-1">{ "Really clear everything? Nothing of it can be had back." }</span>
                    { keep.view() }
                }
                { button.view() }
            </p>
        </>
    }
}

fn clear(session: &Session) -> Callback<MouseEvent> {
    let session = session.clone();
    Callback::from(move |_| {
        let session = session.clone();
        spawn_local(async move {
            focus::after_render("main");
            session.tell(tasks::clear_device(session.device.clone()).await);
        });
    })
}
