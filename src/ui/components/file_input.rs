//! Files from the person's disk, chosen or dropped, read here and nowhere sent: one that is read at once, or any
//! number that are handed over to be read one after the other.

use std::future::Future;
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

/// Any number of files from the person's disk.
#[derive(Clone, Debug)]
pub struct FilesInput {
    /// The field's id.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// How to answer; may be empty.
    pub hint: AttrValue,
    /// The file types offered first.
    pub accept: AttrValue,
    /// Called with the files that were chosen at once, unread.
    pub on_files: Callback<Vec<PickedFile>>,
}

/// A file that was chosen and has yet to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct PickedFile(File);

impl FileInput {
    /// The field.
    pub fn view(self) -> Html {
        let Self { id, label, hint, accept, most_bytes, on_file } = self;
        let on_files = Callback::from(move |files: Vec<PickedFile>| {
            if let Some(file) = files.into_iter().next() {
                let on_file = on_file.clone();
                spawn_local(async move { on_file.emit(file.read(most_bytes).await) });
            }
        });
        Asked { id, label, hint, accept, on_files, several: false }.view()
    }
}

impl FilesInput {
    /// The field.
    pub fn view(self) -> Html {
        let Self { id, label, hint, accept, on_files } = self;
        Asked { id, label, hint, accept, on_files, several: true }.view()
    }
}

impl PickedFile {
    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// The file with what is in it. One with more bytes than these is refused unread. The browser begins to read it at
    /// once, whenever it is waited for.
    pub fn read(&self, most_bytes: u32) -> impl Future<Output = ChosenFile> + use<> {
        let name = self.0.name();
        let is_small = self.0.size() <= f64::from(most_bytes);
        let buffer = is_small.then(|| JsFuture::from(self.0.array_buffer()));
        async move {
            let content = match buffer {
                Some(buffer) => bytes(buffer).await,
                None => Err(format!("it is larger than {} MB", most_bytes / 1_000_000)),
            };
            ChosenFile { name, content }
        }
    }
}

/// What both kinds of field are made of.
struct Asked {
    id: AttrValue,
    label: AttrValue,
    hint: AttrValue,
    accept: AttrValue,
    on_files: Callback<Vec<PickedFile>>,
    several: bool,
}

impl Asked {
    fn view(self) -> Html {
        let Self { id, label, hint, accept, on_files, several } = self;
        let on_drop = {
            let on_files = on_files.clone();
            move |event: DragEvent| {
                event.prevent_default();
                on_files.emit(picked(event.data_transfer().and_then(|transfer| transfer.files())));
            }
        };
        let field = Field { id: id.clone(), label, hint, problem: None };
        let control = html! {
            <input
                class="file-input__control" type="file" {id} {accept} multiple={several}
                onchange={choosing(on_files)} aria-describedby={field.described_by()}
            />
        };
        html! {
            <div class="file-input" ondragover={|e: DragEvent| e.prevent_default()} ondrop={on_drop}>
                { field.around(control) }
            </div>
        }
    }
}

fn choosing(on_files: Callback<Vec<PickedFile>>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let files = picked(input.files());
        // So that the same file, put right, can be chosen again.
        input.set_value("");
        on_files.emit(files);
    })
}

/// The files of a list, unread.
pub(super) fn picked(files: Option<FileList>) -> Vec<PickedFile> {
    let of =
        |files: FileList| (0..files.length()).filter_map(|place| files.get(place)).map(PickedFile).collect();
    files.map(of).unwrap_or_default()
}

async fn bytes(buffer: JsFuture) -> Result<Rc<[u8]>, String> {
    let buffer = buffer.await;
    buffer
        .map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec().into())
        .map_err(|_| "the browser could not read it; is it open elsewhere, or was it moved?".to_owned())
}
