//! The page's entry point: looks at what is kept and mounts the application over the static first screen.

use std::rc::Rc;

use partnership_risk::app::tasks;
use partnership_risk::app::world::World;
use partnership_risk::browser;
use partnership_risk::ui::{App, AppProps, at_address, parts, rescue};
use wasm_bindgen::JsValue;
use web_sys::{Document, Window};

fn main() {
    let Some(window) = web_sys::window() else { return };
    let Some(document) = window.document() else { return };
    std::panic::set_hook(Box::new(stopped));
    wasm_bindgen_futures::spawn_local(start(window, document));
}

/// An error in the program stops it for good. `boot.js` says so, and shows what is told here.
fn stopped(error: &std::panic::PanicHookInfo<'_>) {
    rescue::keep_what_is_pending();
    let told = JsValue::from_str(&error.to_string());
    js_sys::Reflect::set(&js_sys::global(), &"partnershipRiskError".into(), &told).ok();
}

/// What is kept is read by a part that is fetched first; where nothing is kept, nothing is fetched. If the
/// part does not arrive, `boot.js` says so.
async fn start(window: Window, document: Document) {
    let world = browser::world();
    match tasks::begin(&world) {
        Some(opened) => mount(world, opened, &window, &document),
        None => {
            if let Ok(desk) = parts::desk().await {
                let opened = (desk.open)(world.clone()).await;
                mount(world, opened, &window, &document);
            }
        }
    }
}

fn mount(world: World, opened: partnership_risk::app::event::Opened, window: &Window, document: &Document) {
    let Some(root) = document.get_element_by_id("app") else { return };
    let props = AppProps { world, opened: Rc::new(opened), start: at_address(window) };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    if let Some(page) = document.document_element() {
        // Whoever waits for the calculator, as tests do, sees it by this.
        page.set_attribute("data-calculator", "ready").ok();
    }
}
