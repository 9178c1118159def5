//! A passphrase, hidden unless it is asked to be seen. Browsers are asked to keep it nowhere.

use web_sys::HtmlInputElement;
use yew::prelude::{AttrValue, Callback, Html, InputEvent, TargetCast, html};

use super::field::Field;

/// A passphrase.
#[derive(Clone, Default)]
pub struct PassphraseField {
    /// The field's id.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// How to answer; may be empty.
    pub hint: AttrValue,
    /// What is typed.
    pub value: AttrValue,
    /// What is wrong with it.
    pub problem: Option<AttrValue>,
    /// Whether what is typed can be read on the screen.
    pub is_shown: bool,
    /// Called with the whole text at each keystroke.
    pub on_input: Callback<String>,
}

impl PassphraseField {
    /// The field.
    pub fn view(self) -> Html {
        let Self { id, label, hint, value, problem, is_shown, on_input } = self;
        let on_input = on_input.reform(|e: InputEvent| e.target_unchecked_into::<HtmlInputElement>().value());
        let kind = if is_shown { "text" } else { "password" };
        let field = Field { id: id.clone(), label, hint, problem };
        let control = html! {
            <input
                class="input" type={kind} {id} {value} oninput={on_input}
                autocomplete="off" autocapitalize="none" spellcheck="false"
                aria-describedby={field.described_by()} aria-invalid={field.invalid()}
            />
        };
        field.around(control)
    }
}
