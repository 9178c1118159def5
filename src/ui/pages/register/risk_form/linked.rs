//! Risks that belong with a risk: those that are linked, and a way to find another.

use partnership_risk_core::register::{Register, RiskId};
use yew::prelude::{Html, html};

use super::super::finder::Finder;
use super::super::several::Several;
use crate::app::drafts::RiskDraft;
use crate::app::queries::seek::risks_like;
use crate::ui::components::link;
use crate::ui::focus;
use crate::ui::pages::form::{Form, Rows};
use crate::ui::route::Route;

/// Risks that belong with the one that the form is about.
pub(super) fn linked(form: &Form<RiskDraft>, register: &Register, own: Option<RiskId>) -> Html {
    let row = |id: &String| {
        let risk = id.parse().ok().and_then(|id| register.risk(id));
        risk.map(|risk| (risk.title.clone(), link(Route::Risk(risk.id).to_string(), risk.title.clone())))
            .unwrap_or_else(|| ("a risk that was deleted".to_owned(), html! { "A risk that was deleted" }))
    };
    Several {
        form,
        at: Rows { id: "linked", list: |d: &mut RiskDraft| &mut d.linked },
        legend: "Linked risks",
        hint: "Risks with the same cause, or that would follow from one another".into(),
        rows: form.draft().linked.iter().map(row).collect(),
        adding: finder(form, register, own),
    }
    .view()
}

fn finder(form: &Form<RiskDraft>, register: &Register, own: Option<RiskId>) -> Html {
    let draft = form.draft();
    let known: Vec<RiskId> = draft.linked.iter().filter_map(|id| id.parse().ok()).chain(own).collect();
    let found =
        if draft.sought.trim().is_empty() { Vec::new() } else { risks_like(register, &draft.sought, &known) };
    Finder {
        id: "sought",
        label: "Find a risk to link",
        hint: "Type a part of its title, or its reference",
        problem: None,
        typed: draft.sought.clone(),
        on_type: form.changing(|draft, typed| draft.sought = typed),
        found: ("Link", found.iter().map(|risk| (risk.title.clone(), risk.id.to_string())).collect()),
        on_choose: form.changing(|draft: &mut RiskDraft, id| {
            focus::after_render("sought");
            draft.linked.push(id);
            draft.sought.clear();
        }),
    }
    .view()
}
