//! A control in a cell of a table: to the eye its row and column say what it is, to the ear a label that is
//! not seen.

use web_sys::HtmlInputElement;
use yew::prelude::{AttrValue, Callback, Html, InputEvent, TargetCast, classes, html};

use super::choice::{ChoiceItem, Select};

/// A line of text in a cell.
#[derive(Clone, Debug, Default)]
pub struct TableField {
    /// The field's id.
    pub id: AttrValue,
    /// What is asked, row and column.
    pub label: AttrValue,
    /// What is typed.
    pub value: AttrValue,
    /// What is wrong with it.
    pub problem: Option<AttrValue>,
    /// Whether a number is wanted: a short field, and a number keyboard on a telephone.
    pub number: bool,
    /// Whether a sentence is wanted: a long field.
    pub long: bool,
    /// Called with the whole text at each keystroke.
    pub on_input: Callback<String>,
}

/// One of a list in a cell.
#[derive(Clone, Debug, Default)]
pub struct TableChoice {
    /// The field's id.
    pub id: AttrValue,
    /// What is asked, row and column.
    pub label: AttrValue,
    /// The value that is chosen.
    pub value: AttrValue,
    /// The list.
    pub items: Vec<ChoiceItem>,
    /// What is wrong with the choice.
    pub problem: Option<AttrValue>,
    /// Called with the value that was chosen.
    pub on_choose: Callback<String>,
}

impl TableField {
    /// The field.
    pub fn view(self) -> Html {
        let Self { id, label, value, problem, number, long, on_input } = self;
        let on_input = on_input.reform(|e: InputEvent| e.target_unchecked_into::<HtmlInputElement>().value());
        let class = classes!(
            "table-field__control",
            number.then_some("table-field__control--short"),
            long.then_some("table-field__control--long")
        );
        let control = html! {
            <input
                {class} type="text" id={&id} {value} inputmode={number.then_some("decimal")} autocomplete="off"
                oninput={on_input} aria-describedby={described_by(&id, &problem)} aria-invalid={invalid(&problem)}
            />
        };
        around(&id, label, problem, control)
    }
}

impl TableChoice {
    /// The field.
    pub fn view(self) -> Html {
        let Self { id, label, value, items, problem, on_choose } = self;
        let select = Select {
            class: "table-field__control",
            id: id.clone(),
            value,
            items,
            described_by: described_by(&id, &problem).map(AttrValue::from),
            invalid: invalid(&problem),
            on_choose,
        };
        around(&id, label, problem, select.view())
    }
}

fn around(id: &AttrValue, label: AttrValue, problem: Option<AttrValue>, control: Html) -> Html {
    html! {
        <div class={classes!("table-field", problem.as_ref().map(|_| "table-field--wrong"))}>
            <label class="hidden" for={id}>{ label }</label>
            { control }
            if let Some(problem) = problem {
                <p class="table-field__problem" id={problem_id(id)}>
                    <span class="hidden">{ "Error: " }</span>{ problem }
                </p>
            }
        </div>
    }
}

fn described_by(id: &AttrValue, problem: &Option<AttrValue>) -> Option<String> {
    problem.as_ref().map(|_| problem_id(id))
}

fn invalid(problem: &Option<AttrValue>) -> Option<&'static str> {
    problem.as_ref().map(|_| "true")
}

fn problem_id(id: &AttrValue) -> String {
    [id, "-problem"].concat()
}
