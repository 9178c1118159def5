//! Something that is so or is not: a box to tick.

use web_sys::HtmlInputElement;
use yew::prelude::{AttrValue, Callback, Event, Html, TargetCast, html};

/// A box to tick.
#[derive(Clone, Debug, Default)]
pub struct Tick {
    /// The field's id.
    pub id: AttrValue,
    /// What is so when it is ticked.
    pub label: AttrValue,
    /// Whether it is ticked.
    pub is_ticked: bool,
    /// Called with whether it is ticked now.
    pub on_change: Callback<bool>,
}

impl Tick {
    /// The box and its label.
    pub fn view(self) -> Html {
        let Self { id, label, is_ticked, on_change } = self;
        let on_change = on_change.reform(|e: Event| e.target_unchecked_into::<HtmlInputElement>().checked());
        html! {
            <div class="tick">
                <input class="tick__box" type="checkbox" id={&id} checked={is_ticked} onchange={on_change} />
                <label class="tick__label" for={id}>{ label }</label>
            </div>
        }
    }
}
