//! Where the keyboard and the screen reader are. Focus is a courtesy: an element that is not there or
//! refuses it is left alone.

use std::cell::RefCell;

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

thread_local! {
    /// The id of what takes the focus once the page is drawn anew.
    static NEXT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Asks that the focus go to the element with this id once the page is drawn anew, for where what was pressed
/// goes or what is to be filled in is not there yet.
pub fn after_render(id: impl Into<String>) {
    NEXT.set(Some(id.into()));
}

/// Asks that the focus go to the page's heading once the page is drawn anew.
pub fn heading_after_render() {
    after_render(String::new());
}

/// Takes the focus to where it was asked for, now that the page is drawn; to its heading where that is gone.
pub fn follow() {
    if let Some(id) = NEXT.take() {
        focus(by_id(&id).or_else(heading).as_ref());
    }
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    focusable(document()?.get_element_by_id(id))
}

/// The field that the address asks for, unfolded where it is folded away.
pub fn asked_for() -> Option<HtmlElement> {
    let address = web_sys::window()?.location().hash().ok()?;
    let field = by_id(&field_asked_for(&address)?)?;
    if let Some(folded) = field.closest("details").ok().flatten() {
        folded.set_attribute("open", "").ok();
    }
    Some(field)
}

/// The field that an address asks for: `#/risks/7?field=owner`.
fn field_asked_for(address: &str) -> Option<String> {
    let (_, query) = address.split_once('?')?;
    let found = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "field");
    found.map(|(_, field)| field.into_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_can_ask_for_a_field() {
        for (address, field) in [
            ("#/risks/7?field=owner", Some("owner")),
            ("#/risks/7?a=b&field=current-impact", Some("current-impact")),
            ("#/risks/7", None),
            ("#/risks/7?a=field", None),
        ] {
            assert_eq!(field_asked_for(address).as_deref(), field, "{address}");
        }
    }
}
