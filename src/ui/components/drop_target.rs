//! The whole window as a place for a file: while one is dragged over the page it says so, and takes what is dropped
//! anywhere. A field that takes files itself comes first.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{DragEvent, Event, Window};
use yew::prelude::{
    AttrValue, Callback, Html, Properties, UseStateSetter, component, html, use_effect_with, use_mut_ref,
    use_state_eq,
};

use super::file_input::{PickedFile, picked};

/// Props of [`DropTarget`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is said while a file is dragged over the page.
    pub says: AttrValue,
    /// Called with the file that was dropped, unread; the first where there are several.
    pub on_file: Callback<PickedFile>,
}

type Latest = Rc<RefCell<Callback<PickedFile>>>;

/// The whole window as a place for a file.
#[component]
pub fn DropTarget(props: &Props) -> Html {
    let is_over = use_state_eq(|| false);
    let latest = use_mut_ref(|| props.on_file.clone());
    latest.replace(props.on_file.clone());
    let setter = is_over.setter();
    use_effect_with((), move |()| {
        let listening = web_sys::window().map(|window| listening(&window, &setter, &latest));
        move || drop(listening)
    });
    html! {
        if *is_over {
            <div class="drop-target" role="status"><p class="drop-target__says">{ &props.says }</p></div>
        }
    }
}

fn listening(window: &Window, is_over: &UseStateSetter<bool>, latest: &Latest) -> [EventListener; 3] {
    let listen = |name: &'static str, heard: Box<dyn Fn(&DragEvent)>| {
        // Browsers go to a file that is dropped, unless they are told not to.
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(window, name, options, move |event: &Event| {
            if let Some(event) = event.dyn_ref::<DragEvent>().filter(|event| holds_files(event)) {
                heard(event);
            }
        })
    };
    let [over, left, dropped] = [is_over.clone(), is_over.clone(), is_over.clone()];
    let latest = latest.clone();
    [
        listen(
            "dragover",
            Box::new(move |event| {
                event.prevent_default();
                over.set(true);
            }),
        ),
        listen(
            "dragleave",
            Box::new(move |event| {
                if event.related_target().is_none() {
                    left.set(false);
                }
            }),
        ),
        listen(
            "drop",
            Box::new(move |event| {
                dropped.set(false);
                if !event.default_prevented() {
                    event.prevent_default();
                    let file = picked(event.data_transfer().and_then(|transfer| transfer.files()))
                        .into_iter()
                        .next();
                    let on_file = latest.borrow().clone();
                    file.into_iter().for_each(|file| on_file.emit(file));
                }
            }),
        ),
    ]
}

/// Whether what is dragged is files, and not a text or a link of the page.
fn holds_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| {
        transfer.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
    })
}
