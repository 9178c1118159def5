//! What every form field has around it: a label, a hint, an error, and their ids.

use yew::prelude::{AttrValue, Html, classes, html};

/// The parts of a field that are the same whatever the control.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// The id of the control.
    pub id: AttrValue,
    /// What is asked.
    pub label: AttrValue,
    /// How to answer; may be empty.
    pub hint: AttrValue,
    /// What is wrong with the answer.
    pub problem: Option<AttrValue>,
}

impl Field {
    /// A label, a hint and an error around a control.
    pub fn around(self, control: Html) -> Html {
        let Self { id, label, hint, problem } = self;
        html! {
            <div class={classes!("field", problem.as_ref().map(|_| "field--wrong"))}>
                <label class="field__label" for={&id}>{ label }</label>
                if !hint.is_empty() {
                    <p class="field__hint" id={part(&id, "hint")}>{ hint }</p>
                }
                if let Some(problem) = problem {
                    <p class="field__problem" id={part(&id, "problem")}>
                        <span class="hidden">{ "Error: " }</span>{ problem }
                    </p>
                }
                { control }
            </div>
        }
    }

    /// The ids that describe the control to screen readers, if any.
    pub fn described_by(&self) -> Option<AttrValue> {
        match (self.hint.is_empty(), self.problem.is_some()) {
            (true, false) => None,
            (false, false) => Some(part(&self.id, "hint").into()),
            (true, true) => Some(part(&self.id, "problem").into()),
            (false, true) => Some([part(&self.id, "hint"), part(&self.id, "problem")].join(" ").into()),
        }
    }

    /// What `aria-invalid` says of the control.
    pub fn invalid(&self) -> Option<&'static str> {
        self.problem.as_ref().map(|_| "true")
    }
}

fn part(id: &str, name: &str) -> String {
    [id, name].join("-")
}
