//! The page's entry point: looks at what is kept and mounts the application over the static first screen.

use std::rc::Rc;

use partnership_risk::app::tasks;
use partnership_risk::browser;
use partnership_risk::ui::{App, AppProps, at_address};

fn main() {
    let Some(window) = web_sys::window() else { return };
    let Some(root) = window.document().and_then(|document| document.get_element_by_id("app")) else { return };
    let world = browser::world();
    let opened = Rc::new(tasks::open(&world));
    let start = at_address(&window);
    yew::Renderer::<App>::with_root_and_props(root, AppProps { world, opened, start }).render();
}
