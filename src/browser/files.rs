//! Files handed to the person as downloads.

use js_sys::{Array, JsString, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::app::world::Files;

pub(super) struct Downloads;

impl Files for Downloads {
    fn offer(&self, name: &str, media_type: &str, text: &str) {
        if let Err(error) = offer_text(name, media_type, text) {
            web_sys::console::error_1(&error);
        }
    }

    fn offer_bytes(&self, name: &str, media_type: &str, bytes: &[u8]) {
        if let Err(error) = offer_file(name, media_type, bytes) {
            web_sys::console::error_1(&error);
        }
    }
}

/// Offers a text as a file.
pub(super) fn offer_text(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let parts = Array::of1(&JsString::from(text));
    offer_blob(name, &Blob::new_with_str_sequence_and_options(&parts, &of_type(media_type))?)
}

/// Offers bytes as a file.
fn offer_file(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    offer_blob(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &of_type(media_type))?)
}

fn of_type(media_type: &str) -> BlobPropertyBag {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    options
}

/// Clicks a link to what exists only for the moment.
pub(super) fn offer_blob(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}
