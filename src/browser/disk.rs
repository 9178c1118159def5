//! Files that the browser lends (File System Access), in Chromium and its kin. The crate that binds the rest of the
//! browser holds these calls back as unstable, so they are asked for by name here. The hands on files that were chosen
//! are kept next door in `handles`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Date, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, File};

use super::handles;
use crate::app::world::{Disk, DiskError, DiskFile, Later};

const CHOOSE: &str = "showOpenFilePicker";
const PLACE: &str = "showSaveFilePicker";

/// The files of this visit, by number.
#[derive(Clone, Default)]
pub(super) struct LentDisk(Rc<RefCell<BTreeMap<u64, JsValue>>>);

impl Disk for LentDisk {
    fn is_there(&self) -> bool {
        [CHOOSE, PLACE].iter().all(|name| method(&js_sys::global(), name).is_ok())
    }

    fn choose(&self) -> Later<Result<Option<DiskFile>, DiskError>> {
        let own = self.clone();
        Box::pin(async move {
            let chosen = picked(CHOOSE, None).await.map(|found| Array::from(&found).get(0));
            own.taken(chosen)
        })
    }

    fn place(&self, name: &str) -> Later<Result<Option<DiskFile>, DiskError>> {
        let (own, name) = (self.clone(), name.to_owned());
        Box::pin(async move { own.taken(picked(PLACE, Some(&name)).await) })
    }

    fn read(&self, file: &DiskFile, most_bytes: u32) -> Later<Result<Rc<[u8]>, DiskError>> {
        let (own, number) = (self.clone(), file.number);
        Box::pin(async move {
            let handle = own.handle(number).await?;
            allowed(&handle, "read").await?;
            let file = asked(&handle, "getFile", &Array::new()).await.map_err(failure)?;
            let file: File = file.dyn_into().map_err(failure)?;
            if file.size() > f64::from(most_bytes) {
                return Err(DiskError::TooLarge(most_bytes));
            }
            let buffer = JsFuture::from(file.array_buffer()).await.map_err(failure)?;
            Ok(Uint8Array::new(&buffer).to_vec().into())
        })
    }

    fn write(&self, file: &DiskFile, text: String) -> Later<Result<(), DiskError>> {
        let (own, number) = (self.clone(), file.number);
        Box::pin(async move {
            let handle = own.handle(number).await?;
            allowed(&handle, "readwrite").await?;
            written(&handle, &text).await.map_err(failure)
        })
    }

    fn remember(&self, file: &DiskFile) -> Later<Result<(), DiskError>> {
        let (own, number) = (self.clone(), file.number);
        Box::pin(async move {
            let handle = own.handle(number).await?;
            handles::add(number, &handle).await.map_err(failure)
        })
    }

    fn recent(&self) -> Later<Result<Vec<DiskFile>, DiskError>> {
        Box::pin(async move {
            let all = handles::all().await.map_err(failure)?;
            Ok(all.into_iter().map(|(number, handle)| named(number, &handle)).collect())
        })
    }

    fn forget(&self, file: &DiskFile) -> Later<Result<(), DiskError>> {
        let number = file.number;
        Box::pin(async move { handles::remove(vec![number]).await.map_err(failure) })
    }
}

impl LentDisk {
    /// A file that was just chosen; none where the person chose none.
    fn taken(&self, chosen: Result<JsValue, JsValue>) -> Result<Option<DiskFile>, DiskError> {
        let handle = match chosen {
            Ok(handle) => handle,
            Err(error) if name_of(&error) == "AbortError" => return Ok(None),
            Err(error) => return Err(failure(error)),
        };
        let number = Date::now() as u64;
        self.0.borrow_mut().insert(number, handle.clone());
        Ok(Some(named(number, &handle)))
    }

    async fn handle(&self, number: u64) -> Result<JsValue, DiskError> {
        let known = self.0.borrow().get(&number).cloned();
        match known {
            Some(handle) => Ok(handle),
            None => handles::one(number).await.map_err(failure)?.ok_or(DiskError::Gone),
        }
    }
}

/// What the person picked.
async fn picked(picker: &str, suggested: Option<&str>) -> Result<JsValue, JsValue> {
    let wish = Object::new();
    let set = |to: &Object, name: &str, value: &JsValue| Reflect::set(to, &name.into(), value);
    if let Some(name) = suggested {
        set(&wish, "suggestedName", &name.into())?;
        let (kind, endings) = (Object::new(), Object::new());
        set(&endings, "application/json", &Array::of1(&".json".into()))?;
        set(&kind, "description", &"A register".into())?;
        set(&kind, "accept", &endings)?;
        set(&wish, "types", &Array::of1(&kind))?;
    }
    asked(&js_sys::global(), picker, &Array::of1(&wish)).await
}

/// Asks the person for leave to use a file, where the browser wants that.
async fn allowed(handle: &JsValue, mode: &str) -> Result<(), DiskError> {
    if method(handle, "requestPermission").is_err() {
        return Ok(());
    }
    let wish = Object::new();
    Reflect::set(&wish, &"mode".into(), &mode.into()).map_err(failure)?;
    let answer = asked(handle, "requestPermission", &Array::of1(&wish)).await.map_err(failure)?;
    if answer.as_string().as_deref() == Some("granted") { Ok(()) } else { Err(DiskError::Refused) }
}

/// The browser writes beside the file and puts that in its place when it is closed.
async fn written(handle: &JsValue, text: &str) -> Result<(), JsValue> {
    let writing = asked(handle, "createWritable", &Array::new()).await?;
    let done = async {
        asked(&writing, "write", &Array::of1(&text.into())).await?;
        asked(&writing, "close", &Array::new()).await
    };
    if let Err(error) = done.await {
        asked(&writing, "abort", &Array::new()).await.ok();
        return Err(error);
    }
    Ok(())
}

fn method(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &name.into())?.dyn_into()
}

/// Calls a method and waits for what it promises.
pub(super) async fn asked(of: &JsValue, name: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let promise: Promise = method(of, name)?.apply(of, arguments)?.dyn_into()?;
    JsFuture::from(promise).await
}

fn named(number: u64, handle: &JsValue) -> DiskFile {
    let name = Reflect::get(handle, &"name".into()).ok().and_then(|name| name.as_string());
    DiskFile { number, name: name.unwrap_or_default() }
}

fn name_of(error: &JsValue) -> String {
    error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
}

fn failure(error: JsValue) -> DiskError {
    let message = error.dyn_ref::<DomException>().map(DomException::message).unwrap_or_default();
    match name_of(&error).as_str() {
        "NotAllowedError" | "SecurityError" => DiskError::Refused,
        "NotFoundError" => DiskError::Gone,
        "" => DiskError::Failed("without a reason".to_owned()),
        name => DiskError::Failed(format!("{name}: {message}")),
    }
}
