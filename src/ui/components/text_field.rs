//! A line of text.

use web_sys::HtmlInputElement;
use yew::prelude::{AttrValue, Callback, Html, InputEvent, TargetCast, classes, html};

use super::field::Field;

/// A line of text.
#[derive(Clone, Debug, Default)]
pub struct TextField {
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
    /// Whether a number is wanted: a short field, and a number keyboard on a telephone.
    pub number: bool,
    /// Called with the whole text at each keystroke.
    pub on_input: Callback<String>,
}

impl TextField {
    /// The field.
    pub fn view(self) -> Html {
        let Self { id, label, hint, value, problem, number, on_input } = self;
        let on_input = on_input.reform(|e: InputEvent| e.target_unchecked_into::<HtmlInputElement>().value());
        let field = Field { id: id.clone(), label, hint, problem };
        let control = html! {
            <input
                class={classes!("input", number.then_some("input--short"))} type="text" {id} {value}
                inputmode={number.then_some("decimal")} autocomplete="off" oninput={on_input}
                aria-describedby={field.described_by()} aria-invalid={field.invalid()}
            />
        };
        field.around(control)
    }
}
