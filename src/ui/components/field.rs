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
                { problem_of(&id, problem) }
                { control }
            </div>
        }
    }

    /// The ids that describe the control to screen readers, if any.
    pub fn described_by(&self) -> Option<AttrValue> {
        match (self.hint.is_empty(), self.problem.is_some()) {
            (true, false) => None,
            (false, false) => Some(part(&self.id, "hint").into()),
            (true, true) => Some(problem_id(&self.id).into()),
            (false, true) => Some([part(&self.id, "hint"), problem_id(&self.id)].join(" ").into()),
        }
    }

    /// What `aria-invalid` says of the control.
    pub fn invalid(&self) -> Option<&'static str> {
        self.problem.as_ref().map(|_| "true")
    }
}

/// What is wrong with the field or the group of this id, above its control; nothing where nothing is. The control is
/// described by the paragraph's id, [`problem_id`].
pub fn problem_of(id: &str, problem: Option<AttrValue>) -> Html {
    let Some(problem) = problem else { return Html::default() };
    html! {
        <p class="field__problem" id={problem_id(id)}>
            <span class="hidden">{ "Error: " }</span>{ problem }
        </p>
    }
}

/// The id of what is told to be wrong with the field or the group of this id.
pub fn problem_id(id: &str) -> String {
    part(id, "problem")
}

fn part(id: &str, name: &str) -> String {
    [id, name].join("-")
}
