//! What every form field has around it: a label, a hint, an error, and their ids.

use yew::prelude::{AttrValue, Html, Properties, classes, component, html};

/// Props of [`Field`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The id of the control inside.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// How to answer; may be empty.
    pub hint: AttrValue,
    /// What is wrong with the answer.
    pub problem: Option<AttrValue>,
    /// The control.
    pub children: Html,
}

/// A label, a hint and an error around one control.
#[component]
pub fn Field(props: &Props) -> Html {
    let Props { id, label, hint, problem, children } = props;
    html! {
        <div class={classes!("field", problem.as_ref().map(|_| "field--wrong"))}>
            <label class="field__label" for={id}>{ label }</label>
            if !hint.is_empty() {
                <p class="field__hint" id={format!("{id}-hint")}>{ hint }</p>
            }
            if let Some(problem) = problem {
                <p class="field__problem" id={format!("{id}-problem")}>
                    <span class="hidden">{ "Error: " }</span>{ problem }
                </p>
            }
            { children.clone() }
        </div>
    }
}

/// The ids that describe a control to screen readers, if any.
pub(super) fn described_by(id: &str, hint: &str, problem: Option<&AttrValue>) -> Option<AttrValue> {
    let hint = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let problem = problem.map(|_| format!("{id}-problem"));
    let ids: Vec<String> = hint.into_iter().chain(problem).collect();
    (!ids.is_empty()).then(|| ids.join(" ").into())
}

/// What `aria-invalid` says of a control.
pub(super) fn invalid(problem: Option<&AttrValue>) -> Option<&'static str> {
    problem.map(|_| "true")
}
