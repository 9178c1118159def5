//! One of a few, all of them in sight, each with what it means.

use web_sys::HtmlInputElement;
use yew::prelude::{AttrValue, Callback, Event, Html, TargetCast, classes, html};

/// One of the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct RadioItem {
    /// What is passed on when it is chosen.
    pub value: AttrValue,
    /// What it says.
    pub label: AttrValue,
    /// What it means; may be empty.
    pub hint: AttrValue,
}

/// One of a few.
#[derive(Clone, Debug, Default)]
pub struct Radios {
    /// The id of the first radio button, and what those of the others begin with.
    pub id: AttrValue,
    /// What is asked.
    pub legend: AttrValue,
    /// How to answer; may be empty.
    pub hint: AttrValue,
    /// The value that is chosen; empty for none.
    pub value: AttrValue,
    /// The answers.
    pub items: Vec<RadioItem>,
    /// What is wrong with the choice.
    pub problem: Option<AttrValue>,
    /// Called with the value that was chosen.
    pub on_choose: Callback<String>,
    /// What else belongs to the answer, below it.
    pub more: Html,
}

impl Radios {
    /// The group.
    pub fn view(self) -> Html {
        let items: Html = (0..self.items.len()).map(|place| self.item(place)).collect();
        let (hint, problem) = (part(&self.id, "hint"), part(&self.id, "problem"));
        let Self { legend, hint: says, problem: wrong, more, .. } = self;
        let described: Vec<&str> = [(&hint, !says.is_empty()), (&problem, wrong.is_some())]
            .into_iter()
            .filter_map(|(id, is_there)| is_there.then_some(id.as_str()))
            .collect();
        let described = Some(described.join(" ")).filter(|ids| !ids.is_empty());
        html! {
            <fieldset class={classes!("radios", wrong.as_ref().map(|_| "radios--wrong"))} aria-describedby={described}>
                <legend class="radios__legend">{ legend }</legend>
                if !says.is_empty() {
                    <p class="radios__hint" id={hint}>{ says }</p>
                }
                if let Some(wrong) = wrong {
                    <p class="radios__problem" id={problem}><span class="hidden">{ "Error: " }</span>{ wrong }</p>
                }
                { items }
                { more }
            </fieldset>
        }
    }

    fn item(&self, place: usize) -> Html {
        let RadioItem { value, label, hint } = &self.items[place];
        let id = if place == 0 { self.id.to_string() } else { part(&self.id, &(place + 1).to_string()) };
        let hint_id = part(&id, "means");
        let described = (!hint.is_empty()).then(|| hint_id.clone());
        let on_change =
            self.on_choose.reform(|e: Event| e.target_unchecked_into::<HtmlInputElement>().value());
        html! {
            <div class="radios__item">
                <input
                    class="radios__input" type="radio" id={id.clone()} name={&self.id} value={value}
                    checked={*value == self.value} onchange={on_change} aria-describedby={described}
                />
                <label class="radios__label" for={id}>{ label }</label>
                if !hint.is_empty() {
                    <p class="radios__meaning" id={hint_id}>{ hint }</p>
                }
            </div>
        }
    }
}

fn part(id: &str, name: &str) -> String {
    [id, name].join("-")
}
