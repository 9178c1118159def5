//! The form for the criteria by which partnerships matter, and how many would matter how much.

use partnership_risk_core::register::{Change, Organisation, Register, Significance};
use yew::prelude::{Callback, Html, MouseEvent, SubmitEvent, component, html};

use super::{Props, to_all};
use crate::app::drafts::{CriterionDraft, SignificanceDraft, TESTS, criterion_field};
use crate::app::queries::significance::{RankCount, rank_counts};
use crate::ui::components::{Button, Choice, ChoiceItem, TextField, table_frame};
use crate::ui::focus;
use crate::ui::pages::form::{Form, Rows, go, use_form};
use crate::ui::pages::heading;
use crate::ui::route::Route;

type Draft = SignificanceDraft;

const ROWS: Rows<Draft, CriterionDraft> = Rows { id: "criteria", list: |d| &mut d.criteria };

/// The form for the criteria.
#[component]
pub(super) fn SignificanceForm(props: &Props) -> Html {
    let significance = &props.register.organisation().significance;
    let form = use_form(&props.session.world, &Route::SignificanceSettings, Draft::of(significance));
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { to_all() }
            { form.head() }
            { heading("Significance") }
            <p class="lead">{ "Which partnerships matter most? Each is held against these criteria, and the number it meets says how much it matters." }</p>
            <div id={ROWS.id} tabindex="-1">
                { for form.draft().criteria.iter().enumerate().map(|(at, draft)| criterion(&form, at, draft)) }
            </div>
            <p>{ add(props, &form) }</p>
            <h2>{ "From how many criteria?" }</h2>
            { form.short("moderate-from", "Moderate from", "So many criteria met make a partnership moderate", |d| &mut d.moderate_from) }
            { form.short("major-from", "Major from", "So many make it major; with fewer than either it is limited", |d| &mut d.major_from) }
            { preview(&props.register, form.draft().check().ok()) }
            <p class="actions">{ form.save_or_cancel(&Route::Settings) }</p>
        </form>
    }
}

fn criterion(form: &Form<Draft>, at: usize, draft: &CriterionDraft) -> Html {
    let name = TextField {
        id: criterion_field(at, "name").into(),
        label: "What is asked".into(),
        value: draft.name.clone().into(),
        problem: form.problems().at(&criterion_field(at, "name")),
        on_input: ROWS.changing(form, at, |row, text| row.name = text),
        ..TextField::default()
    };
    let test = Choice {
        id: criterion_field(at, "test").into(),
        label: "How it is told".into(),
        value: draft.test.clone().into(),
        items: TESTS.iter().map(|(key, name)| ChoiceItem::new(*key, *name)).collect(),
        on_choose: ROWS.changing(form, at, |row, key| row.test = key),
        ..Choice::default()
    };
    html! {
        <fieldset class="rule">
            <legend>{ format!("Criterion {}", at + 1) }</legend>
            { name.view() }
            { test.view() }
            { figure(form, at, draft) }
            <p class="rule__tools">
                { moving(form, at, at.wrapping_sub(1), "up") }
                { moving(form, at, at + 1, "down") }
                { ROWS.remove(form, at, &format!("criterion {}", at + 1)) }
            </p>
        </fieldset>
    }
}

fn figure(form: &Form<Draft>, at: usize, draft: &CriterionDraft) -> Html {
    let Some(name) = draft.figure_name() else { return Html::default() };
    TextField {
        id: criterion_field(at, "figure").into(),
        label: name.into(),
        value: draft.figure.clone().into(),
        problem: form.problems().at(&criterion_field(at, "figure")),
        number: true,
        on_input: ROWS.changing(form, at, |row, text| row.figure = text),
        ..TextField::default()
    }
    .view()
}

/// The button that moves a criterion to another place, to which the focus follows it.
fn moving(form: &Form<Draft>, at: usize, to: usize, way: &'static str) -> Html {
    let on_press = form.changing(move |draft: &mut Draft, _: MouseEvent| {
        draft.swap(at, to);
        focus::after_render(criterion_field(to, "name"));
    });
    let disabled = to >= form.draft().criteria.len();
    let label = format!("Move criterion {} {way}", at + 1).into();
    Button { label, on_press, disabled, ..Button::default() }.view()
}

fn add(props: &Props, form: &Form<Draft>) -> Html {
    let chance = props.session.world.chance.clone();
    let row = move || CriterionDraft::new(format!("own-{}", chance.bits()));
    ROWS.add(form, "Add a criterion", row, |at| criterion_field(at, "name"))
}

/// How many partnerships would come to each rank.
fn preview(register: &Register, significance: Option<Significance>) -> Html {
    let Some(significance) = significance else {
        return html! { <p class="inset">{ "Once the criteria are complete you see here how many partnerships would matter how much." }</p> };
    };
    let counts = rank_counts(register, &significance);
    let line = |count: &RankCount| {
        html! {
            <tr>
                <th scope="row">{ count.rank.name() }</th>
                <td class="table__number">{ count.now }</td>
                <td class="table__number">{ count.then }</td>
            </tr>
        }
    };
    let table = html! {
        <table class="table">
            <caption>{ "How many partnerships would matter how much" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Significance" }</th>
                    <th scope="col" class="table__number">{ "Now" }</th>
                    <th scope="col" class="table__number">{ "By these criteria" }</th>
                </tr>
            </thead>
            <tbody>{ for counts.iter().rev().map(line) }</tbody>
        </table>
    };
    html! {
        <>
            { table_frame("How many partnerships would matter how much", table) }
            <p class="note">{ "Partnerships that are over are not counted. What a partnership does not say meets no criterion." }</p>
        </>
    }
}

fn submit(props: &Props, form: &Form<Draft>) -> Callback<SubmitEvent> {
    let (before, session) = (props.register.organisation().clone(), props.session.clone());
    form.on_submit(Draft::check, move |significance| {
        let after = Organisation { significance: significance.into(), ..before.clone() };
        session.change(Change::OrganisationSet(after), "Saved the criteria of significance".into());
        go(&Route::Settings);
    })
}
