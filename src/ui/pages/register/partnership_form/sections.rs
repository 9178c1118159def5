//! The sections of the form of a partnership, but for its partners.

use partnership_risk_core::register::{
    AgreementForm, Criterion, Kind, Known, LifeStage, PartnershipStatus, Register, Test,
};
use yew::prelude::{Html, html};

use crate::app::drafts::PartnershipDraft;
use crate::ui::components::Tick;
use crate::ui::pages::form::Form;

type PartnershipFields = Form<PartnershipDraft>;

const AMOUNT: &str = "For example, 250,000 or 1.7m";

/// What everybody should know of a partnership.
pub(super) fn essentials(form: &PartnershipFields) -> Html {
    html! {
        <>
            { form.line("name", "Name of the partnership", "", |d| &mut d.name) }
            { form.one_of::<Kind>(("kind", "Which form does it take?", ""), Some("Choose one"), |d| &mut d.kind) }
            { form.one_of::<PartnershipStatus>(("status", "Status",
                "Ended and archived partnerships count in no figure"), None, |d| &mut d.status) }
            { form.area("purpose", "What is it for?", "What the partners want to achieve together", |d| &mut d.purpose) }
            { form.line("lead-officer", "Lead officer",
                "Who leads it for your organisation: a post, not a person\u{2019}s name", |d| &mut d.lead_officer) }
            { form.line("accountable-officer", "Who is in charge?",
                "The accountable officer: who answers for it, whoever does the work. A post, not a person\u{2019}s name",
                |d| &mut d.accountable_officer) }
        </>
    }
}

/// What it is to achieve, and how it adds value.
pub(super) fn value(form: &PartnershipFields) -> Html {
    html! {
        <>
            { form.area("objectives", "Objectives", "One a line, so that it can be told whether each was reached",
                |d| &mut d.objectives) }
            { form.area("value-inputs", "What is put in?", "Besides money: buildings, systems, expertise",
                |d| &mut d.value.inputs) }
            { form.short("value-staff-days", "Our staff days a year", "All that your own staff spend on it",
                |d| &mut d.value.staff_days) }
            { form.area("value-outputs", "What does it produce?", "For example, homes visited, tonnes collected",
                |d| &mut d.value.outputs) }
            { form.area("value-outcomes", "What changes for people?", "For example, fewer fires in homes",
                |d| &mut d.value.outcomes) }
            { form.area("value-alternatives", "What were the alternatives?",
                "What else could have been done, and what it would have cost", |d| &mut d.value.alternatives) }
        </>
    }
}

/// What flows through it.
pub(super) fn money(form: &PartnershipFields) -> Html {
    html! {
        <>
            <div class="columns">
                { form.short("funding-annual-budget", "Annual budget (\u{a3})", AMOUNT, |d| &mut d.funding.annual_budget) }
                { form.short("funding-our-contribution", "Our contribution a year (\u{a3})", AMOUNT,
                    |d| &mut d.funding.our_contribution) }
                { form.short("funding-streams", "Funding streams", "How many grants, budgets and payers",
                    |d| &mut d.funding.streams) }
            </div>
            { form.one_of::<Known>(("funding-pooled", "Is the money in one pooled budget?", ""), None,
                |d| &mut d.funding.pooled) }
            { form.one_of::<Known>(("funding-overspend-rules", "Are there rules for an overspend?",
                "Who pays when a pooled budget runs over"), None, |d| &mut d.funding.overspend_rules) }
        </>
    }
}

/// What the partners have agreed.
pub(super) fn agreement(form: &PartnershipFields) -> Html {
    html! {
        <>
            { form.one_of::<AgreementForm>(("agreement-form", "What form does the agreement take?", ""), None,
                |d| &mut d.agreement.form) }
            <div class="columns">
                { form.one_of::<Known>(("agreement-deliverables", "Does it say what each partner delivers?", ""), None,
                    |d| &mut d.agreement.deliverables) }
                { form.one_of::<Known>(("agreement-measures", "Does it say how performance is measured?", ""), None,
                    |d| &mut d.agreement.measures) }
                { form.one_of::<Known>(("agreement-risk-sharing", "Does it say who bears which risk?", ""), None,
                    |d| &mut d.agreement.risk_sharing) }
                { form.one_of::<Known>(("agreement-exit", "Does it say how a partner leaves and how it ends?", ""), None,
                    |d| &mut d.agreement.exit) }
            </div>
            <div class="columns">
                { form.date("agreement-signed", "Date signed", |d| &mut d.agreement.signed) }
                { form.date("agreement-refreshed", "Last refreshed", |d| &mut d.agreement.refreshed) }
                { form.date("agreement-review-due", "Review due", |d| &mut d.agreement.review_due) }
            </div>
        </>
    }
}

/// When it began and ends, and where it stands in its life.
pub(super) fn dates(form: &PartnershipFields) -> Html {
    html! {
        <>
            <div class="columns">
                { form.date("start", "Start", |d| &mut d.start) }
                { form.date("end", "End", |d| &mut d.end) }
                { form.date("next-review", "Next review", |d| &mut d.next_review) }
            </div>
            { form.one_of::<LifeStage>(("stage", "Stage of its life",
                "The eight stages of a collaboration, after ISO 44001"), Some("Not decided"), |d| &mut d.stage) }
        </>
    }
}

/// The criteria that somebody has to judge.
pub(super) fn significance(form: &PartnershipFields, register: &Register) -> Html {
    let criteria = &register.organisation().significance.criteria;
    let is_judged = |criterion: &&Criterion| criterion.test == Test::Judged;
    let others: Vec<&Criterion> = criteria.iter().filter(|criterion| !is_judged(criterion)).collect();
    html! {
        <>
            if criteria.iter().any(|criterion| is_judged(&criterion)) {
                <fieldset>
                    <legend>{ "Which of these are so?" }</legend>
                    { for (1..).zip(criteria.iter().filter(is_judged)).map(|judged| tick(form, judged)) }
                </fieldset>
            }
            if !others.is_empty() {
                <p>{ "The calculator works the other criteria out from the register:" }</p>
                <ul>{ for others.into_iter().map(|criterion| html! { <li>{ &criterion.name }</li> }) }</ul>
            }
        </>
    }
}

fn tick(form: &PartnershipFields, (place, criterion): (usize, &Criterion)) -> Html {
    let key = criterion.key.clone();
    Tick {
        id: format!("significant-{place}").into(),
        label: criterion.name.clone().into(),
        is_ticked: form.draft().significant_for.iter().any(|judged| **judged == *criterion.key),
        on_change: form.changing(move |draft: &mut PartnershipDraft, is_met| draft.judge(&key, is_met)),
        ..Tick::default()
    }
    .view()
}

/// Notes, and why a partnership that is there is changed.
pub(super) fn anything_else(form: &PartnershipFields, is_change: bool) -> Html {
    html! {
        <>
            { form.area("notes", "Notes", "", |d| &mut d.notes) }
            if is_change {
                { form.area("reason", "Why are you changing this?",
                    "You need not say. What you say is kept in the history beside the change", |d| &mut d.reason) }
            }
        </>
    }
}
