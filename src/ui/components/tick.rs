//! Something that is so or is not: a box to tick.

use web_sys::HtmlInputElement;
use yew::prelude::{AttrValue, Callback, Event, Html, TargetCast, html};

use super::field::{problem_id, problem_of};

/// A box to tick.
#[derive(Clone, Debug, Default)]
pub struct Tick {
    /// The field's id.
    pub id: AttrValue,
    /// What is so when it is ticked.
    pub label: AttrValue,
    /// Whether it is ticked.
    pub is_ticked: bool,
    /// What is wrong with it.
    pub problem: Option<AttrValue>,
    /// Called with whether it is ticked now.
    pub on_change: Callback<bool>,
}

impl Tick {
    /// What is wrong, the box and its label.
    pub fn view(self) -> Html {
        let Self { id, label, is_ticked, problem, on_change } = self;
        let on_change = on_change.reform(|e: Event| e.target_unchecked_into::<HtmlInputElement>().checked());
        let described_by = problem.as_ref().map(|_| problem_id(&id));
        let invalid = problem.as_ref().map(|_| "true");
        html! {
            <>
                { problem_of(&id, problem) }
                <div class="tick">
                    <input
                        class="tick__box" type="checkbox" id={&id} checked={is_ticked} onchange={on_change}
                        aria-describedby={described_by} aria-invalid={invalid}
                    />
                    <label class="tick__label" for={id}>{ label }</label>
                </div>
            </>
        }
    }
}
