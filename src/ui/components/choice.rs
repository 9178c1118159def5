//! One of a list.

use wasm_bindgen::JsValue;
use web_sys::HtmlSelectElement;
use yew::prelude::{AttrValue, Callback, Event, Html, TargetCast, html};

use super::field::Field;

/// One item of a list.
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

    /// The items of a list of names; each one's value is its place in the list.
    pub fn numbered(names: impl Iterator<Item = &'static str>) -> Vec<Self> {
        names.enumerate().map(|(place, name)| Self::new(place.to_string(), name)).collect()
    }
}

/// One of a list.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// The field's id.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// How to answer; may be empty.
    pub hint: AttrValue,
    /// The value that is chosen.
    pub value: AttrValue,
    /// What the first item says, whose value is empty; no such item where there is none.
    pub none: Option<AttrValue>,
    /// The list.
    pub items: Vec<ChoiceItem>,
    /// What is wrong with the choice.
    pub problem: Option<AttrValue>,
    /// Called with the value that was chosen.
    pub on_choose: Callback<String>,
}

impl Choice {
    /// The field.
    pub fn view(self) -> Html {
        let Self { id, label, hint, value, none, items, problem, on_choose } = self;
        let field = Field { id: id.clone(), label, hint, problem };
        let none = none.map(|label| ChoiceItem::new("", label));
        let select = Select {
            class: "input",
            id,
            value,
            items: none.into_iter().chain(items).collect(),
            described_by: field.described_by(),
            invalid: field.invalid(),
            on_choose,
        };
        field.around(select.view())
    }
}

/// The control of a choice, whatever stands around it.
pub(super) struct Select {
    pub class: &'static str,
    pub id: AttrValue,
    pub value: AttrValue,
    pub items: Vec<ChoiceItem>,
    pub described_by: Option<AttrValue>,
    pub invalid: Option<&'static str>,
    pub on_choose: Callback<String>,
}

impl Select {
    /// The control. A browser heeds `selected` no more in a list from which somebody has chosen, so the value
    /// is also set as such; and each item stays the element it is when others come and go around it.
    pub(super) fn view(self) -> Html {
        let Self { class, id, value, items, described_by, invalid, on_choose } = self;
        let on_change = on_choose.reform(|e: Event| e.target_unchecked_into::<HtmlSelectElement>().value());
        html! {
            <select
                {class} {id} onchange={on_change} ~value={in_the_browser(&value)}
                aria-describedby={described_by} aria-invalid={invalid}
            >
                for item in items {
                    <option key={item.value.to_string()} selected={item.value == value} value={&item.value}>
                        { item.label }
                    </option>
                }
            </select>
        }
    }
}

/// A text as the browser has it; there is none where the page is rendered for tests.
fn in_the_browser(text: &str) -> JsValue {
    if cfg!(target_arch = "wasm32") { JsValue::from_str(text) } else { JsValue::UNDEFINED }
}
