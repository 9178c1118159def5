//! Several lines of text.

use web_sys::HtmlTextAreaElement;
use yew::prelude::{AttrValue, Callback, Html, InputEvent, Properties, TargetCast, component, html};

use super::field::{Field, described_by, invalid};

/// Props of [`TextArea`].
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
    /// Called with the whole text at each keystroke.
    pub on_input: Callback<String>,
}

/// Several lines of text.
#[component]
pub fn TextArea(props: &Props) -> Html {
    let Props { id, label, hint, value, problem, on_input } = props;
    let on_input = on_input.reform(|e: InputEvent| e.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <Field {id} {label} {hint} {problem}>
            <textarea
                class="input input--tall" {id} {value} rows="3" oninput={on_input}
                aria-describedby={described_by(id, hint, problem.as_ref())}
                aria-invalid={invalid(problem.as_ref())}
            />
        </Field>
    }
}
