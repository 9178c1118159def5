//! A file from the person's disk, chosen or dropped, read here and nowhere sent.

use std::rc::Rc;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, FileList, HtmlInputElement};
use yew::prelude::{AttrValue, Callback, Event, Html, TargetCast, html};

use super::field::Field;

/// A file that was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// What is in it, or why it could not be read.
    pub content: Result<Rc<[u8]>, String>,
}

/// A file from the person's disk.
#[derive(Clone, Debug)]
pub struct FileInput {
    /// The field's id.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// How to answer; may be empty.
    pub hint: AttrValue,
    /// The file types offered first.
    pub accept: AttrValue,
    /// The most bytes that are read; larger files are refused unread.
    pub most_bytes: u32,
    /// Called when the file has been read.
    pub on_file: Callback<ChosenFile>,
}

impl FileInput {
    /// The field.
    pub fn view(self) -> Html {
        let Self { id, label, hint, accept, most_bytes, on_file } = self;
        let read = move |files: Option<FileList>| {
            if let Some(file) = files.and_then(|files| files.get(0)) {
                read(file, most_bytes, on_file.clone());
            }
        };
        let on_change = {
            let read = read.clone();
            move |event: Event| {
                let input: HtmlInputElement = event.target_unchecked_into();
                read(input.files());
                // So that the same file, put right, can be chosen again.
                input.set_value("");
            }
        };
        let on_drop = move |event: DragEvent| {
            event.prevent_default();
            read(event.data_transfer().and_then(|transfer| transfer.files()));
        };
        let field = Field { id: id.clone(), label, hint, problem: None };
        let control = html! {
            <input
                class="file-input__control" type="file" {id} {accept} onchange={on_change}
                aria-describedby={field.described_by()}
            />
        };
        html! {
            <div class="file-input" ondragover={|e: DragEvent| e.prevent_default()} ondrop={on_drop}>
                { field.around(control) }
            </div>
        }
    }
}

fn read(file: File, most_bytes: u32, on_file: Callback<ChosenFile>) {
    spawn_local(async move {
        let name = file.name();
        let content = if file.size() > f64::from(most_bytes) {
            Err(format!("it is larger than {} MB", most_bytes / 1_000_000))
        } else {
            bytes(&file).await
        };
        on_file.emit(ChosenFile { name, content });
    });
}

async fn bytes(file: &File) -> Result<Rc<[u8]>, String> {
    let buffer = JsFuture::from(file.array_buffer()).await;
    buffer
        .map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec().into())
        .map_err(|_| "the browser could not read it; is it open elsewhere, or was it moved?".to_owned())
}
