//! IndexedDB. It opens anew for every piece of work, so that nothing of it is held while it is not used, and gives up after
//! some seconds, since a browser whose profile is damaged may never answer.

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::storage::failure;
use crate::app::world::{Archive, Later, Shelf, StoreError};

pub(super) struct IndexedArchive;

const DATABASE: &str = "partnership-risk";
const VERSION: u32 = 1;

/// After how many milliseconds the browser is taken to answer no more.
const PATIENCE: u32 = 5_000;

impl Archive for IndexedArchive {
    fn numbers(&self, shelf: Shelf) -> Later<Result<Vec<u64>, StoreError>> {
        Box::pin(async move {
            let keys = asked(shelf, |store| store.get_all_keys()).await.map_err(failure)?;
            Ok(Array::from(&keys).iter().filter_map(|key| key.as_f64()).map(|key| key as u64).collect())
        })
    }

    fn read(&self, shelf: Shelf, number: u64) -> Later<Result<Option<String>, StoreError>> {
        Box::pin(async move {
            let found = asked(shelf, move |store| store.get(&key(number))).await.map_err(failure)?;
            Ok(found.as_string())
        })
    }

    fn write(
        &self,
        shelf: Shelf,
        puts: Vec<(u64, String)>,
        removes: Vec<u64>,
    ) -> Later<Result<(), StoreError>> {
        Box::pin(
            async move { within_patience(written(shelf, puts, removes)).await.map(drop).map_err(failure) },
        )
    }
}

fn key(number: u64) -> JsValue {
    JsValue::from_f64(number as f64)
}

fn name(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Journal => "journal",
        Shelf::Backups => "backups",
    }
}

/// The answer to one question about a shelf.
async fn asked(
    shelf: Shelf,
    ask: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue> + 'static,
) -> Result<JsValue, JsValue> {
    within_patience(async move {
        let database = opened().await?;
        let transaction = database.transaction_with_str(name(shelf))?;
        let answer = answered(&ask(&transaction.object_store(name(shelf))?)?).await;
        database.close();
        answer
    })
    .await
}

async fn written(shelf: Shelf, puts: Vec<(u64, String)>, removes: Vec<u64>) -> Result<JsValue, JsValue> {
    let database = opened().await?;
    let transaction = on_disk(&database, name(shelf))?;
    let store = transaction.object_store(name(shelf))?;
    for number in removes {
        store.delete(&key(number))?;
    }
    for (number, text) in puts {
        store.put_with_key(&text.into(), &key(number))?;
    }
    let done = completed(&transaction).await;
    database.close();
    done
}

/// A transaction that is complete once the disk has it; browsers that know no such wish overlook it.
fn on_disk(database: &IdbDatabase, shelf: &str) -> Result<IdbTransaction, JsValue> {
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let wish = Object::new();
    Reflect::set(&wish, &"durability".into(), &"strict".into())?;
    begin.call3(database, &shelf.into(), &"readwrite".into(), &wish)?.dyn_into()
}

/// The browser's databases.
pub(super) fn factory() -> Result<IdbFactory, JsValue> {
    Reflect::get(&js_sys::global(), &"indexedDB".into())?.dyn_into()
}

async fn opened() -> Result<IdbDatabase, JsValue> {
    let request = factory()?.open_with_u32(DATABASE, VERSION)?;
    let made = request.clone();
    let make = Closure::once_into_js(move || make_shelves(&made));
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    answered(&request).await?.dyn_into()
}

/// On the first visit there is no shelf yet. One that cannot be made shows when it is asked for.
fn make_shelves(request: &IdbOpenDbRequest) {
    let Some(database) = request.result().ok().and_then(|found| found.dyn_into::<IdbDatabase>().ok()) else {
        return;
    };
    for shelf in Shelf::ALL {
        database.create_object_store(name(shelf)).ok();
    }
}

/// What a request comes to.
pub(super) async fn answered(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let (ok, not_ok) = (request.clone(), request.clone());
    let promise = Promise::new(&mut |resolve, reject| {
        ok.set_onsuccess(Some(&resolve));
        not_ok.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error().ok().flatten().map_or(JsValue::NULL, Into::into)),
    }
}

pub(super) async fn completed(transaction: &IdbTransaction) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    });
    let done = JsFuture::from(promise).await;
    done.map_err(|_| transaction.error().map_or(JsValue::NULL, Into::into))
}

/// What comes of some work, or that nothing came of it in time.
pub(super) async fn within_patience(
    work: impl Future<Output = Result<JsValue, JsValue>> + 'static,
) -> Result<JsValue, JsValue> {
    let too_late = future_to_promise(async {
        TimeoutFuture::new(PATIENCE).await;
        Err(js_sys::Error::new("it does not answer").into())
    });
    JsFuture::from(Promise::race(&Array::of2(&future_to_promise(work), &too_late))).await
}
