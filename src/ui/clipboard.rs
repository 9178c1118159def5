//! Copying a text for the person. Browsers withhold the clipboard from pages that came over an insecure connection, and
//! may ask or refuse elsewhere; whoever calls this has another way ready.

use js_sys::Reflect;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlTextAreaElement;

/// Copies a text; whether the browser did.
pub async fn copied(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    // Where it is withheld it is undefined, whatever its type says.
    let is_there = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|found| found.is_object());
    is_there && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Selects all that stands in the field with this id, so that one key copies it.
pub fn select(id: &str) {
    if let Some(field) =
        super::focus::by_id(id).and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok())
    {
        field.focus().ok();
        field.select();
    }
}
