//! What is asked about a risk, in the order in which people think of it: what, how grave, who, and what
//! is being done.

use partnership_risk_core::register::{Confidence, Proximity, Register, RiskId, Stage, Status, Treatment};
use yew::prelude::{Html, html};

use super::super::rating_fields::{RatingFields, scale_key};
use super::bearers::bearers;
use super::linked::linked;
use crate::app::drafts::{RatingDraft, RiskDraft};
use crate::ui::components::ChoiceItem;
use crate::ui::pages::form::Form;
use crate::ui::pages::shown::category_items;

/// What could happen, where, and why.
pub(super) fn what(form: &Form<RiskDraft>, register: &Register, partnerships: Vec<ChoiceItem>) -> Html {
    html! {
        <>
            { form.line("title", "The risk in a few words", "", |d| &mut d.title) }
            { form.choice(("partnership", "Partnership", ""), Some("Choose one"), partnerships, |d| &mut d.partnership) }
            { form.choice(("category", "Category", "The benchmark counts risks by category"), Some("Not decided"),
                category_items(register), |d| &mut d.category) }
            { form.area("cause", "Cause", "Why could it happen? One cause on each line", |d| &mut d.cause) }
            { form.area("event", "Event", "What would happen?", |d| &mut d.event) }
            { form.area("consequence", "Consequence", "What would it lead to? One consequence on each line",
                |d| &mut d.consequence) }
            { form.one_of::<Proximity>(("proximity", "When could it come about?", ""), None, |d| &mut d.proximity) }
        </>
    }
}

/// The three ratings, and what they rest on.
pub(super) fn ratings(form: &Form<RiskDraft>, register: &Register) -> Html {
    let matrix = register.matrix();
    let fields = |(place, stage): (usize, Stage)| {
        let on_input = form.changing(move |draft, rating: RatingDraft| draft.ratings[place] = rating);
        let draft = &form.draft().ratings[place];
        RatingFields { stage, matrix, draft, problems: form.problems(), on_input }.view()
    };
    html! {
        <section aria-labelledby="ratings">
            <h2 id="ratings">{ "Ratings" }</h2>
            { scale_key(matrix) }
            { for Stage::ALL.into_iter().enumerate().map(fields) }
            { form.one_of::<Confidence>(("confidence", "How sure are you of the current rating?", ""), None,
                |d| &mut d.confidence) }
            { form.area("evidence", "Evidence", "What does the rating rest on: figures, audits, people who know?",
                |d| &mut d.evidence) }
        </section>
    }
}

/// Who looks after it and who bears it.
pub(super) fn people(form: &Form<RiskDraft>) -> Html {
    html! {
        <section aria-labelledby="people">
            <h2 id="people">{ "Who" }</h2>
            { form.line("owner", "Owner", "Who looks after it: a post, not a person\u{2019}s name", |d| &mut d.owner) }
            { bearers(form) }
        </section>
    }
}

/// What is being done about it.
pub(super) fn handling(form: &Form<RiskDraft>, register: &Register, own: Option<RiskId>) -> Html {
    html! {
        <section aria-labelledby="handling">
            <h2 id="handling">{ "Handling" }</h2>
            { form.one_of::<Treatment>(("treatment", "Treatment",
                "Treat brings it down; tolerate accepts it; transfer passes it on; terminate ends the activity"),
                None, |d| &mut d.treatment) }
            { form.area("treatment-reason", "Reason for the treatment", "Above all where the risk is accepted",
                |d| &mut d.treatment_reason) }
            { form.one_of::<Status>(("status", "Status", "Drafts and closed risks count in no figure"), None,
                |d| &mut d.status) }
            { form.line("status-reason", "Reason for the status", "Needed when you close a risk",
                |d| &mut d.status_reason) }
            { form.date("review", "Next review", |d| &mut d.review) }
            { linked(form, register, own) }
            { form.line("reference", "Reference", "Your own number for it, if you have one", |d| &mut d.reference) }
            { form.area("notes", "Notes", "", |d| &mut d.notes) }
        </section>
    }
}

/// Why it is changed, where it is there already.
pub(super) fn why(form: &Form<RiskDraft>) -> Html {
    let hint = "You may leave this empty. It stands in the history of changes and in the report.";
    form.line("why", "Why are you changing this?", hint, |d| &mut d.why)
}
