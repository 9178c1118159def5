//! Where the ratings go: for each old step the new one, as proposed or as chosen, and every risk before and
//! after. Nothing is changed until the person applies it.

use partnership_risk_core::register::{AppetiteLevel, Stage};
use partnership_risk_core::scale::rebase::{Rebased, Rebasing};
use partnership_risk_core::scale::{Axis, Matrix, Rating};
use yew::prelude::{Callback, Html, MouseEvent, SubmitEvent, html};

use super::{Props, applied};
use crate::app::drafts::MatrixDraft;
use crate::app::queries::rebasing::{Move, Preview, preview};
use crate::ui::components::{Button, ButtonKind, ChoiceItem, TableChoice, link, table_frame};
use crate::ui::focus;
use crate::ui::pages::form::Form;
use crate::ui::pages::heading;
use crate::ui::pages::shown::level;
use crate::ui::route::Route;
use crate::ui::words::{count, grouped, sentence_case};

/// The most risks that are listed; those that change come first.
const MOST_LISTED: usize = 500;

/// The step in which the ratings move.
pub(super) fn moving(props: &Props, form: &Form<MatrixDraft>, matrix: &Matrix) -> Html {
    let rebasing = form.draft().rebasing(&props.register, matrix);
    let preview = preview(&props.register, &rebasing);
    html! {
        <form onsubmit={submit(props, form, &rebasing)} novalidate=true>
            { form.head() }
            { heading("Move your ratings to the new matrix") }
            <p class="lead">{ format!("{} rated by \u{201c}{}\u{201d}. See where each goes in \u{201c}{}\u{201d} before anything changes.",
                count(preview.moves.len(), "risk is", "risks are"), rebasing.from().name(), matrix.name()) }</p>
            <div class="columns">
                { for Axis::ALL.into_iter().map(|axis| steps(form, &rebasing, axis)) }
            </div>
            { moves(&rebasing, &preview) }
            { appetite(props, &rebasing) }
            { form.area("reason", "Why is the matrix changed?", "The reason is kept in the history", |d| &mut d.reason) }
            <p class="actions">{ actions(form, &preview) }</p>
        </form>
    }
}

/// Where each step of an axis goes.
fn steps(form: &Form<MatrixDraft>, rebasing: &Rebasing, axis: Axis) -> Html {
    let caption = format!("Where each step of {} goes", axis.name());
    let row = |(step, label): (usize, &String)| {
        html! {
            <tr>
                <th scope="row">{ format!("{} {label}", step + 1) }</th>
                <td data-label="New step">{ new_step(form, rebasing, axis, step) }</td>
            </tr>
        }
    };
    let table = html! {
        <table class="table table--cards">
            <caption>{ &caption }</caption>
            <thead><tr><th scope="col">{ "Old step" }</th><th scope="col">{ "New step" }</th></tr></thead>
            <tbody>{ for axis.of(rebasing.from()).labels().iter().enumerate().map(row) }</tbody>
        </table>
    };
    table_frame(caption, table)
}

/// The choice of a new step among those at which the steps stay in order.
fn new_step(form: &Form<MatrixDraft>, rebasing: &Rebasing, axis: Axis, step: usize) -> Html {
    let steps = rebasing.steps(axis);
    let lowest = step.checked_sub(1).map_or(0, |lower| steps[lower]);
    let highest = steps.get(step + 1).copied().unwrap_or(axis.of(rebasing.to()).steps() - 1);
    let labels = axis.of(rebasing.to()).labels();
    let item = |to: usize| ChoiceItem::new(to.to_string(), format!("{} {}", to + 1, labels[to]));
    TableChoice {
        id: format!("{}-{}-to", axis.name(), step + 1).into(),
        label: format!("New step for {} {}", axis.name(), step + 1).into(),
        value: steps[step].to_string().into(),
        items: (lowest..=highest).map(item).collect(),
        on_choose: form.changing(move |draft: &mut MatrixDraft, to| draft.send(axis, step, to)),
        ..TableChoice::default()
    }
    .view()
}

/// What becomes of every risk.
fn moves(rebasing: &Rebasing, preview: &Preview) -> Html {
    let same = preview.moves.len() - preview.n_level - preview.n_rewritten;
    let more = preview.moves.len().saturating_sub(MOST_LISTED);
    let finding = format!(
        "{} another level, {} the level under another number, {} as they are",
        count(preview.n_level, "risk comes to", "risks come to"),
        if preview.n_rewritten == 1 {
            "1 keeps".to_owned()
        } else {
            format!("{} keep", grouped(preview.n_rewritten))
        },
        if same == 1 { "1 stays".to_owned() } else { format!("{} stay", grouped(same)) },
    );
    html! {
        <section aria-labelledby="moves">
            <div role="status"><h2 id="moves">{ finding }</h2></div>
            { table_frame("Every risk before and after", move_table(rebasing, preview)) }
            if more > 0 {
                <p>{ format!("And {} more, which come last in this order.", grouped(more)) }</p>
            }
        </section>
    }
}

fn move_table(rebasing: &Rebasing, preview: &Preview) -> Html {
    html! {
        <table class="table table--cards">
            <caption class="hidden">{ "Every risk before and after" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Risk" }</th>
                    <th scope="col">{ "Before" }</th>
                    <th scope="col">{ "After" }</th>
                    <th scope="col">{ "What changes" }</th>
                </tr>
            </thead>
            <tbody>{ for preview.moves.iter().take(MOST_LISTED).map(|moved| move_row(rebasing, moved)) }</tbody>
        </table>
    }
}

fn move_row(rebasing: &Rebasing, moved: &Move) -> Html {
    let what = match (moved.changes_level(), moved.is_rewritten()) {
        (true, _) => "Level",
        (false, true) => "Number",
        (false, false) => "Nothing",
    };
    let rated = |matrix: &Matrix, of: fn(&Rebased<Stage>) -> (Rating, usize)| {
        let rating = |one: &Rebased<Stage>| rating(matrix, one.name, of(one));
        html! { <ul class="findings">{ for moved.ratings.iter().map(rating) }</ul> }
    };
    html! {
        <tr>
            <th scope="row">{ link(Route::Risk(moved.risk.id).to_string(), moved.risk.title.clone()) }</th>
            <td data-label="Before">{ rated(rebasing.from(), |one| (one.before, one.level_before)) }</td>
            <td data-label="After">{ rated(rebasing.to(), |one| (one.after, one.level_after)) }</td>
            <td data-label="What changes">{ what }</td>
        </tr>
    }
}

fn rating(matrix: &Matrix, stage: Stage, (rating, place): (Rating, usize)) -> Html {
    let numbers = format!("{} {} \u{d7} {} ", stage.name(), rating.likelihood, rating.impact);
    html! { <li>{ numbers }{ matrix.levels().get(place).map(level).unwrap_or_default() }</li> }
}

/// What each appetite would tolerate.
fn appetite(props: &Props, rebasing: &Rebasing) -> Html {
    let before = props.register.organisation();
    let after = before.rebased(rebasing);
    let row = |appetite: AppetiteLevel| {
        let band = |matrix: &Matrix, place: usize| matrix.levels().get(place).map(level).unwrap_or_default();
        let place = appetite as usize;
        html! {
            <tr>
                <th scope="row">{ appetite.name() }</th>
                <td data-label="Before">{ band(&before.matrix, before.appetite.tolerated[place]) }</td>
                <td data-label="After">{ band(&after.matrix, after.appetite.tolerated[place]) }</td>
            </tr>
        }
    };
    let table = html! {
        <table class="table table--cards">
            <caption>{ "The highest level that each appetite tolerates" }</caption>
            <thead>
                <tr><th scope="col">{ "Appetite" }</th><th scope="col">{ "Before" }</th><th scope="col">{ "After" }</th></tr>
            </thead>
            <tbody>{ for AppetiteLevel::ALL.into_iter().map(row) }</tbody>
        </table>
    };
    table_frame("The highest level that each appetite tolerates", table)
}

fn actions(form: &Form<MatrixDraft>, preview: &Preview) -> Html {
    let risks = count(preview.n_level + preview.n_rewritten, "risk", "risks");
    let label = sentence_case(&format!("apply and move {risks}")).into();
    let apply = Button { kind: ButtonKind::Submit, label, ..Button::default() };
    let back = Button {
        label: "Back to the matrix".into(),
        on_press: form.changing(|draft: &mut MatrixDraft, _: MouseEvent| {
            focus::heading_after_render();
            draft.is_moving = false;
        }),
        ..Button::default()
    };
    html! { <>{ apply.view() }{ back.view() }</> }
}

fn submit(props: &Props, form: &Form<MatrixDraft>, rebasing: &Rebasing) -> Callback<SubmitEvent> {
    let (props, form, rebasing) = (props.clone(), form.clone(), rebasing.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        applied(&props, &form, &rebasing);
    })
}
