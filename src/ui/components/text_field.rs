//! A line of text.

use web_sys::HtmlInputElement;
use yew::prelude::{AttrValue, Callback, Html, InputEvent, Properties, TargetCast, classes, component, html};

use super::field::{Field, described_by, invalid};

/// Props of [`TextField`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The field's id.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// How to answer.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What is typed.
    pub value: AttrValue,
    /// What is wrong with it.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// Whether a number is wanted: a short field, and a number keyboard on a telephone.
    #[prop_or_default]
    pub number: bool,
    /// Called with the whole text at each keystroke.
    pub on_input: Callback<String>,
}

/// A line of text.
#[component]
pub fn TextField(props: &Props) -> Html {
    let Props { id, label, hint, value, problem, number, on_input } = props;
    let on_input = on_input.reform(|e: InputEvent| e.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <Field {id} {label} {hint} {problem}>
            <input
                class={classes!("input", number.then_some("input--short"))} type="text" {id} {value}
                inputmode={number.then_some("decimal")} autocomplete="off" oninput={on_input}
                aria-describedby={described_by(id, hint, problem.as_ref())}
                aria-invalid={invalid(problem.as_ref())}
            />
        </Field>
    }
}
