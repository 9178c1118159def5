//! One of a list.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::{AttrValue, Callback, Event, Html, Properties, TargetCast, component, html};

use super::field::{Field, described_by, invalid};

/// One item of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceItem {
    /// What is passed on when it is chosen.
    pub value: AttrValue,
    /// What it says.
    pub label: AttrValue,
}

impl ChoiceItem {
    /// An item.
    pub fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>) -> Self {
        Self { value: value.into(), label: label.into() }
    }

    /// The items of a list of named things; each one's value is its place in the list.
    pub fn numbered<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> Vec<Self> {
        all.iter().enumerate().map(|(place, &item)| Self::new(place.to_string(), name(item))).collect()
    }
}

/// Props of [`Choice`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The field's id.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// How to answer.
    #[prop_or_default]
    pub hint: AttrValue,
    /// The value that is chosen.
    pub value: AttrValue,
    /// The list.
    pub items: Rc<[ChoiceItem]>,
    /// What is wrong with the choice.
    #[prop_or_default]
    pub problem: Option<AttrValue>,
    /// Called with the value that was chosen.
    pub on_choose: Callback<String>,
}

/// One of a list.
#[component]
pub fn Choice(props: &Props) -> Html {
    let Props { id, label, hint, value, items, problem, on_choose } = props;
    let on_change = on_choose.reform(|e: Event| e.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <Field {id} {label} {hint} {problem}>
            <select
                class="input input--choice" {id} onchange={on_change}
                aria-describedby={described_by(id, hint, problem.as_ref())}
                aria-invalid={invalid(problem.as_ref())}
            >
                for item in items.iter() {
                    <option value={&item.value} selected={item.value == *value}>{ &item.label }</option>
                }
            </select>
        </Field>
    }
}
