//! One of a list.

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
        let on_change = on_choose.reform(|e: Event| e.target_unchecked_into::<HtmlSelectElement>().value());
        let field = Field { id: id.clone(), label, hint, problem };
        let none = none.map(|label| ChoiceItem::new("", label));
        let control = html! {
            <select
                class="input" {id} onchange={on_change}
                aria-describedby={field.described_by()} aria-invalid={field.invalid()}
            >
                for item in none.into_iter().chain(items) {
                    <option selected={item.value == value} value={&item.value}>{ item.label }</option>
                }
            </select>
        };
        field.around(control)
    }
}
