//! A text that is there to be copied: it can be selected and not changed, and a button copies it.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::{AttrValue, Callback, Html, Properties, component, html, use_state};

use super::button::Button;
use super::field::Field;
use crate::ui::clipboard;

/// Props of [`CopyField`].
#[derive(Clone, PartialEq, Properties)]
pub struct CopyFieldProps {
    /// The field's id.
    pub id: AttrValue,
    /// What the text is.
    pub label: AttrValue,
    /// The text.
    pub text: AttrValue,
}

/// A text that is there to be copied.
#[component]
pub fn CopyField(props: &CopyFieldProps) -> Html {
    let CopyFieldProps { id, label, text } = props.clone();
    let was_copied = use_state(|| None::<bool>);
    let on_press = {
        let (id, text, was_copied) = (id.clone(), text.clone(), was_copied.setter());
        Callback::from(move |_| {
            let (id, text, was_copied) = (id.clone(), text.clone(), was_copied.clone());
            spawn_local(async move {
                let done = clipboard::copied(&text).await;
                if !done {
                    clipboard::select(&id);
                }
                was_copied.set(Some(done));
            });
        })
    };
    let said = match *was_copied {
        None => "",
        Some(true) => "Copied.",
        Some(false) => {
            "The browser does not let this page copy. It is selected: press Ctrl+C, or Cmd+C on a Mac."
        }
    };
    let field = Field { id: id.clone(), label: label.clone(), hint: AttrValue::default(), problem: None };
    let control = html! { <textarea class="input input--tall" {id} value={text} rows="3" readonly=true /> };
    html! {
        <>
            { field.around(control) }
            <p>
                { Button { label: "Copy".into(), about: label, on_press, ..Button::default() }.view() }
                <span role="status">{ " " }{ said }</span>
            </p>
        </>
    }
}
