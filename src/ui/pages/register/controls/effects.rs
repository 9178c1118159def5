//! What a control does to each risk that it serves: one row for each, and a way to find another risk.

use partnership_risk_core::register::{Register, RiskId};
use yew::prelude::{Html, html};

use super::super::finder::Finder;
use super::super::several::{Several, row_field};
use crate::app::drafts::{ControlDraft, EffectDraft, effect_field};
use crate::app::queries::seek::risks_like;
use crate::ui::components::link;
use crate::ui::focus;
use crate::ui::pages::form::{Form, Rows};
use crate::ui::route::Route;

const ROWS: Rows<ControlDraft, EffectDraft> = Rows { id: "effects", list: |d| &mut d.effects };

/// What a control does to each risk that it serves.
pub(super) fn effects(form: &Form<ControlDraft>, register: &Register) -> Html {
    let rows = form.draft().effects.iter().enumerate();
    Several {
        form,
        at: ROWS,
        legend: "Risks it serves",
        hint: "For each risk, say how much rarer or cheaper the control makes it, or by how many steps it lowers the rating. Leave empty what you do not know.".into(),
        rows: rows.map(|(place, row)| fields(form, register, place, row)).collect(),
        adding: finder(form, register),
    }
    .view()
}

/// One row, and what it is called.
fn fields(form: &Form<ControlDraft>, register: &Register, place: usize, row: &EffectDraft) -> (String, Html) {
    let Some(risk) = row.risk.parse().ok().and_then(|id| register.risk(id)) else {
        return ("a risk that was deleted".to_owned(), html! { "A risk that was deleted" });
    };
    let id = |field| effect_field(place, field);
    let fields = html! {
        <>
            <p class="several__name">{ link(Route::Risk(risk.id).to_string(), risk.title.clone()) }</p>
            { row_field(form, (id("frequency"), "Fewer events, in per cent", "How much rarer it makes them"), (&row.frequency_cut, true),
                ROWS.changing(form, place, |row, typed| row.frequency_cut = typed)) }
            { row_field(form, (id("severity"), "Smaller loss, in per cent", "How much cheaper each becomes"), (&row.severity_cut, true),
                ROWS.changing(form, place, |row, typed| row.severity_cut = typed)) }
            { row_field(form, (id("likelihood"), "Likelihood, steps down", ""), (&row.likelihood_steps, true),
                ROWS.changing(form, place, |row, typed| row.likelihood_steps = typed)) }
            { row_field(form, (id("impact"), "Impact, steps down", ""), (&row.impact_steps, true),
                ROWS.changing(form, place, |row, typed| row.impact_steps = typed)) }
        </>
    };
    (risk.title.clone(), fields)
}

fn finder(form: &Form<ControlDraft>, register: &Register) -> Html {
    let draft = form.draft();
    let known: Vec<RiskId> = draft.effects.iter().filter_map(|row| row.risk.parse().ok()).collect();
    let found = if draft.sought.trim().is_empty() && !known.is_empty() {
        Vec::new()
    } else {
        risks_like(register, &draft.sought, &known)
    };
    Finder {
        id: "sought",
        label: "Find a risk that it serves",
        hint: "Type a part of its title, or its reference",
        problem: None,
        typed: draft.sought.clone(),
        on_type: form.changing(|draft, typed| draft.sought = typed),
        found: ("Add", found.iter().map(|risk| (risk.title.clone(), risk.id.to_string())).collect()),
        on_choose: form.changing(|draft: &mut ControlDraft, risk| {
            focus::after_render(effect_field(draft.effects.len(), "frequency"));
            draft.effects.push(EffectDraft { risk, ..EffectDraft::default() });
            draft.sought.clear();
        }),
    }
    .view()
}
