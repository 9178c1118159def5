//! The browser's hands on files that were chosen, kept in a small database of their own, so that a file can be opened
//! again at the next visit. Only hands are kept, and nothing of what is in the files.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbTransactionMode};

use super::archive::{answered, completed, factory, within_patience};
use super::disk::asked;
use crate::app::world::MOST_RECENT;

const DATABASE: &str = "partnership-risk-files";
const STORE: &str = "handles";

/// All of them with their numbers, the last first.
pub(super) async fn all() -> Result<Vec<(u64, JsValue)>, JsValue> {
    let found = within_patience(async {
        let database = opened().await?;
        let store = database.transaction_with_str(STORE)?.object_store(STORE)?;
        let (keys, handles) = (store.get_all_keys()?, store.get_all()?);
        let keys = answered(&keys).await;
        let handles = answered(&handles).await;
        database.close();
        Ok(Array::of2(&keys?, &handles?).into())
    });
    let both = Array::from(&found.await?);
    let (keys, handles) = (Array::from(&both.get(0)), Array::from(&both.get(1)));
    let number = |key: JsValue| key.as_f64().unwrap_or_default() as u64;
    let mut all: Vec<_> = keys.iter().map(number).zip(handles.iter()).collect();
    all.reverse();
    Ok(all)
}

/// The one of a number.
pub(super) async fn one(number: u64) -> Result<Option<JsValue>, JsValue> {
    Ok(all().await?.into_iter().find(|(other, _)| *other == number).map(|(_, handle)| handle))
}

/// Keeps one more; the same file under an older number goes, and so do the oldest that are too many.
pub(super) async fn add(number: u64, handle: &JsValue) -> Result<(), JsValue> {
    let (mut others, mut removed) = (0, Vec::new());
    for (older, other) in all().await? {
        let is_same = asked(&other, "isSameEntry", &Array::of1(handle)).await?.is_truthy();
        others += usize::from(!is_same);
        if is_same || others >= MOST_RECENT {
            removed.push(older);
        }
    }
    changed(Some((number, handle.clone())), removed).await
}

/// Forgets some.
pub(super) async fn remove(numbers: Vec<u64>) -> Result<(), JsValue> {
    changed(None, numbers).await
}

async fn changed(added: Option<(u64, JsValue)>, removed: Vec<u64>) -> Result<(), JsValue> {
    let done = within_patience(async move {
        let database = opened().await?;
        let transaction = database.transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?;
        let store = transaction.object_store(STORE)?;
        for number in removed {
            store.delete(&JsValue::from_f64(number as f64))?;
        }
        if let Some((number, handle)) = added {
            store.put_with_key(&handle, &JsValue::from_f64(number as f64))?;
        }
        let done = completed(&transaction).await;
        database.close();
        done
    });
    done.await.map(drop)
}

async fn opened() -> Result<IdbDatabase, JsValue> {
    let request = factory()?.open(DATABASE)?;
    let made = request.clone();
    let make = Closure::once_into_js(move || make_store(&made));
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    answered(&request).await?.dyn_into()
}

fn make_store(request: &IdbOpenDbRequest) {
    if let Some(database) = request.result().ok().and_then(|found| found.dyn_into::<IdbDatabase>().ok()) {
        database.create_object_store(STORE).ok();
    }
}
