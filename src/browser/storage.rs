//! localStorage. It can be absent (null), blocked (reading the property throws) or full; each is told
//! apart here, before gloo-storage is asked, because gloo-storage panics on the first two.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{JsString, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DomException, Storage};

use crate::app::world::{Room, Store, StoreError};

pub(super) struct LocalStore;

impl Store for LocalStore {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        storage()?.get_item(key).map_err(failure)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(key, text).map_err(failure)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage()?.remove_item(key).map_err(failure)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let storage = storage()?;
        let mut keys = Vec::new();
        for index in 0..storage.length().map_err(failure)? {
            keys.extend(storage.key(index).map_err(failure)?.filter(|key| key.starts_with(prefix)));
        }
        keys.sort_unstable();
        Ok(keys)
    }

    /// Texts are measured where they are, not brought here.
    fn room(&self, prefix: &str) -> Result<Room, StoreError> {
        let storage = storage()?;
        let mut room = Room::default();
        for key in self.keys("")? {
            let text = Reflect::get(&storage, &key.as_str().into()).map_err(failure)?;
            let text = text.dyn_ref::<JsString>().map_or(0, JsString::length);
            let size = key.encode_utf16().count() + text as usize;
            room.all += size;
            room.ours += if key.starts_with(prefix) { size } else { 0 };
        }
        Ok(room)
    }
}

/// The browser's storage for this page, if it allows any.
fn storage() -> Result<Storage, StoreError> {
    let window = web_sys::window().ok_or(StoreError::Blocked)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) | Err(_) => Err(StoreError::Blocked),
    }
}

/// What the browser's own error comes to.
pub(super) fn failure(error: JsValue) -> StoreError {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        return StoreError::Failed("without a reason".to_owned());
    };
    match exception.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Full,
        "SecurityError" => StoreError::Blocked,
        name => StoreError::Failed(format!("{name}: {}", exception.message())),
    }
}
