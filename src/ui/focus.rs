//! Where the keyboard and the screen reader are. Focus is a courtesy: an element that is not there or
//! refuses it is left alone.

use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, HtmlElement};

/// Takes the focus to an element.
pub fn focus(element: Option<&HtmlElement>) {
    if let Some(element) = element {
        element.focus().ok();
    }
}

/// Takes the focus to the element with this id.
pub fn focus_id(id: &str) {
    focus(by_id(id).as_ref());
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    focusable(document()?.get_element_by_id(id))
}

/// The page's heading.
pub fn heading() -> Option<HtmlElement> {
    focusable(document()?.query_selector("h1").ok()?)
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn focusable(element: Option<Element>) -> Option<HtmlElement> {
    element?.dyn_into().ok()
}
