//! Files handed to the person as downloads.

use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::app::world::Files;

pub(super) struct Downloads;

impl Files for Downloads {
    fn offer(&self, name: &str, media_type: &str, text: &str) {
        if let Err(error) = download(name, media_type, text) {
            web_sys::console::error_1(&error);
        }
    }
}

/// Clicks a link to the text that exists only for the moment.
fn download(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&JsString::from(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
