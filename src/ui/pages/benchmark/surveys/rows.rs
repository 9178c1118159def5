//! The rows of the table in the form for a survey.

use yew::prelude::{Html, html};

use crate::app::drafts::{SurveyDraft, SurveyRowDraft, survey_row_field};
use crate::ui::components::{TextField, problem_id, problem_of};
use crate::ui::pages::form::{Form, Rows};

const ROWS: Rows<SurveyDraft, SurveyRowDraft> = Rows { id: "rows", list: |d| &mut d.rows };

/// The rows of the table.
pub(super) fn rows(form: &Form<SurveyDraft>) -> Html {
    let problem = form.problems().at(ROWS.id);
    let described_by = problem.as_ref().map(|_| problem_id(ROWS.id));
    let drafts = form.draft().rows.iter().enumerate();
    html! {
        <>
            <h2>{ "The table" }</h2>
            <p class="note">{ "Give the place of each risk, its figure, or both. Where every row has a figure and none a place, the places follow from the figures. Risks with equal places are ties. Empty rows are left out." }</p>
            <div id={ROWS.id} tabindex="-1" role="group" aria-label="Rows of the table" aria-describedby={described_by}>
                { problem_of(ROWS.id, problem) }
                { for drafts.map(|(at, draft)| row(form, at, draft)) }
            </div>
            <p>{ ROWS.add(form, "Add a row", SurveyRowDraft::default, |at| survey_row_field(at, "rank")) }</p>
        </>
    }
}

fn row(form: &Form<SurveyDraft>, at: usize, draft: &SurveyRowDraft) -> Html {
    html! {
        <fieldset class="rule" key={at}>
            <legend>{ format!("Row {}", at + 1) }</legend>
            <div class="columns">
                { field(form, at, ("rank", "Place", true), &draft.rank, |row, typed| row.rank = typed) }
                { field(form, at, ("label", "Risk", false), &draft.label, |row, typed| row.label = typed) }
                { field(form, at, ("value", "Figure", true), &draft.value, |row, typed| row.value = typed) }
            </div>
            { ROWS.remove(form, at, &format!("row {}", at + 1)) }
        </fieldset>
    }
}

fn field(
    form: &Form<SurveyDraft>,
    at: usize,
    (part, label, number): (&str, &'static str, bool),
    value: &str,
    set: fn(&mut SurveyRowDraft, String),
) -> Html {
    let id = survey_row_field(at, part);
    TextField {
        problem: form.problems().at(&id),
        id: id.into(),
        label: label.into(),
        value: value.to_owned().into(),
        number,
        on_input: ROWS.changing(form, at, set),
        ..TextField::default()
    }
    .view()
}
