//! One thing among many: a few letters are typed, and what they may mean is offered as buttons, so that
//! ten thousand risks need no list of ten thousand lines.

use web_sys::HtmlInputElement;
use yew::prelude::{AttrValue, Callback, Html, KeyboardEvent, TargetCast, html};

use crate::ui::components::{Button, TextField};

/// One thing among many.
pub(super) struct Finder {
    /// The field's id.
    pub id: &'static str,
    /// What is asked.
    pub label: &'static str,
    /// How to answer.
    pub hint: &'static str,
    /// What is wrong with the answer.
    pub problem: Option<AttrValue>,
    /// What is typed.
    pub typed: String,
    /// Called with the whole text at each keystroke.
    pub on_type: Callback<String>,
    /// What it may mean: what a button does to it ("Link", "Choose"), and each name with its value.
    pub found: (&'static str, Vec<(String, String)>),
    /// Called with the value that was chosen.
    pub on_choose: Callback<String>,
}

impl Finder {
    /// The field and the buttons.
    pub(super) fn view(self) -> Html {
        let (verb, found) = self.found;
        let is_sought = !self.typed.trim().is_empty();
        let nothing = found.is_empty() && is_sought;
        let field = TextField {
            id: self.id.into(),
            label: self.label.into(),
            hint: self.hint.into(),
            value: self.typed.into(),
            problem: self.problem,
            number: false,
            on_input: self.on_type,
        };
        let on_choose = self.on_choose;
        let on_key =
            choosing(found.first().filter(|_| is_sought).map(|(_, value)| value.clone()), on_choose.clone());
        let button = |(name, value): (String, String)| {
            let on_press = on_choose.reform(move |_| value.clone());
            html! { <li>{ Button { label: format!("{verb} {name}").into(), on_press, ..Button::default() }.view() }</li> }
        };
        html! {
            <div class="finder" onkeydown={on_key}>
                { field.view() }
                if nothing {
                    <p role="status">{ "Nothing is called so. Type less of it." }</p>
                }
                <ul class="finder__found">{ for found.into_iter().map(button) }</ul>
            </div>
        }
    }
}

/// What Enter does in the field: it chooses the first of what is found for what is typed. The form around it
/// is not sent.
fn choosing(first: Option<String>, on_choose: Callback<String>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let is_in_field = event.target_dyn_into::<HtmlInputElement>().is_some();
        if is_in_field && event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            first.iter().for_each(|first| on_choose.emit(first.clone()));
        }
    })
}
