//! A file from the person's disk, chosen or dropped, read here and nowhere sent.

use std::rc::Rc;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::{AttrValue, Callback, Event, Html, Properties, TargetCast, component, html};

use super::field::{Field, described_by};

/// A file that was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// What is in it, or why it could not be read.
    pub content: Result<Rc<[u8]>, String>,
}

/// Props of [`FileInput`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The field's id.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// How to answer.
    #[prop_or_default]
    pub hint: AttrValue,
    /// The file types offered first.
    pub accept: AttrValue,
    /// The most bytes that are read; larger files are refused unread.
    pub most_bytes: f64,
    /// Called when the file has been read.
    pub on_file: Callback<ChosenFile>,
}

/// A file from the person's disk.
#[component]
pub fn FileInput(props: &Props) -> Html {
    let Props { id, label, hint, accept, most_bytes, on_file } = props;
    let read = {
        let (most_bytes, on_file) = (*most_bytes, on_file.clone());
        move |file: Option<File>| file.into_iter().for_each(|f| read(f, most_bytes, on_file.clone()))
    };
    let on_change = Callback::from({
        let read = read.clone();
        move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            read(input.files().and_then(|files| files.get(0)));
            // So that the same file, put right, can be chosen again.
            input.set_value("");
        }
    });
    let on_drop = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        read(event.data_transfer().and_then(|t| t.files()).and_then(|files| files.get(0)));
    });
    html! {
        <div class="file-input" ondragover={|e: DragEvent| e.prevent_default()} ondrop={on_drop}>
            <Field {id} {label} {hint} problem={None}>
                <input
                    class="file-input__control" type="file" {id} {accept} onchange={on_change}
                    aria-describedby={described_by(id, hint, None)}
                />
            </Field>
        </div>
    }
}

fn read(file: File, most_bytes: f64, on_file: Callback<ChosenFile>) {
    spawn_local(async move {
        let name = file.name();
        let content = if file.size() > most_bytes {
            Err(format!("it is larger than {} MB", most_bytes / 1e6))
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
