//! The whole page: it holds the model, follows the address, and starts the tasks.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement, Window};
use yew::prelude::{
    ContextProvider, Html, Properties, UseReducerHandle, UseStateHandle, component, hook, html,
    use_effect_with, use_memo, use_mut_ref, use_reducer, use_state,
};

use super::pages::{Frame, Page, title};
use super::route::{Route, link_id};
use super::session::Session;
use crate::app::event::{Event, Opened};
use crate::app::model::{Keeping, Model};
use crate::app::tasks;
use crate::app::world::World;

/// Props of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Everything outside.
    pub world: World,
    /// What was found at the start.
    pub opened: Rc<Opened>,
    /// Where the page starts.
    pub start: Route,
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let model = use_reducer(|| Model::default().after(Event::Opened((*props.opened).clone())));
    let whereabouts = use_state(|| Whereabouts { here: props.start.clone(), from: None });
    use_address(&whereabouts);
    use_tab_title(&whereabouts.here, &model);
    use_arrival(&whereabouts);
    use_keeping(&model, &props.world);
    let session = use_memo(props.world.clone(), |world| Session {
        world: world.clone(),
        dispatcher: model.dispatcher(),
    });
    let Whereabouts { here, from } = (*whereabouts).clone();
    html! {
        <ContextProvider<Session> context={(*session).clone()}>
            <ContextProvider<UseReducerHandle<Model>> context={model}>
                <Frame route={here.clone()}>
                    <Page route={here} {from} />
                </Frame>
            </ContextProvider<UseReducerHandle<Model>>>
        </ContextProvider<Session>>
    }
}

/// Where the person is and, once they have moved, where they came from.
#[derive(Clone, Debug, PartialEq)]
struct Whereabouts {
    here: Route,
    from: Option<Route>,
}

/// Follows the address for as long as the page is open.
#[hook]
fn use_address(whereabouts: &UseStateHandle<Whereabouts>) {
    let last = use_mut_ref(|| whereabouts.here.clone());
    let setter = whereabouts.setter();
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            let source = window.clone();
            let on_change = move |_: &web_sys::Event| {
                let here = at_address(&source);
                let from = Some(last.replace(here.clone()));
                setter.set(Whereabouts { here, from });
            };
            gloo_events::EventListener::new(&window, "hashchange", on_change)
        });
        move || drop(listener)
    });
}

/// Names the browser's tab after the place.
#[hook]
fn use_tab_title(here: &Route, model: &Model) {
    use_effect_with(title(here, model.register.as_deref()), |title| {
        if let Some(document) = web_sys::window().and_then(|w| w.document()) {
            document.set_title(title);
        }
    });
}

/// On arrival at another place, goes to where the person left off there, or else to its heading, so
/// that the eye and the screen reader both know. A changed filter is not an arrival.
#[hook]
fn use_arrival(whereabouts: &Whereabouts) {
    use_effect_with(whereabouts.clone(), |Whereabouts { here, from }| {
        let document = web_sys::window().and_then(|w| w.document());
        let (Some(document), Some(from)) = (document, from) else { return };
        if std::mem::discriminant(here) != std::mem::discriminant(from) {
            arrive(&document, from);
        }
    });
}

fn arrive(document: &Document, from: &Route) {
    let focusable = |element: Option<Element>| element.and_then(|e| e.dyn_into::<HtmlElement>().ok());
    let link_back = from.subject().and_then(|id| focusable(document.get_element_by_id(&link_id(&id))));
    let heading = || focusable(document.query_selector("h1").ok().flatten());
    match (&link_back, web_sys::window()) {
        (Some(link), _) => link.scroll_into_view_with_bool(false),
        (None, Some(window)) => window.scroll_to_with_x_and_y(0.0, 0.0),
        (None, None) => {}
    }
    if let Some(element) = link_back.or_else(heading) {
        element.focus().ok();
    }
}

/// Keeps the register whenever it has changed.
#[hook]
fn use_keeping(model: &UseReducerHandle<Model>, world: &World) {
    let (dispatcher, world) = (model.dispatcher(), world.clone());
    use_effect_with((model.register.clone(), model.keeping.clone()), move |(register, keeping)| {
        if *keeping == Keeping::Pending {
            dispatcher.dispatch(tasks::keep(&world, register.as_ref()));
        }
    });
}

/// The place at the window's address.
#[must_use]
pub fn at_address(window: &Window) -> Route {
    Route::at(&window.location().hash().unwrap_or_default())
}
