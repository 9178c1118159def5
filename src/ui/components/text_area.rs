//! Several lines of text.

use web_sys::HtmlTextAreaElement;
use yew::prelude::{AttrValue, Callback, Html, InputEvent, TargetCast, html};

use super::field::Field;

/// Several lines of text.
#[derive(Clone, Debug, Default)]
pub struct TextArea {
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
    /// Called with the whole text at each keystroke.
    pub on_input: Callback<String>,
}

impl TextArea {
    /// The field.
    pub fn view(self) -> Html {
        let Self { id, label, hint, value, problem, on_input } = self;
        let on_input =
            on_input.reform(|e: InputEvent| e.target_unchecked_into::<HtmlTextAreaElement>().value());
        let field = Field { id: id.clone(), label, hint, problem };
        let control = html! {
            <textarea
                class="input input--tall" {id} {value} rows="3" oninput={on_input}
                aria-describedby={field.described_by()} aria-invalid={field.invalid()}
            />
        };
        field.around(control)
    }
}
