//! Where the ratings go: for each old step the new one, as proposed or as chosen, and every risk before and
//! after. Nothing is changed until the person applies it.

use partnership_risk_core::register::{AppetiteLevel, Stage};
use partnership_risk_core::scale::rebase::{Rebased, Rebasing};
use partnership_risk_core::scale::{Axis, Matrix, Rating};
use yew::prelude::{Callback, Html, MouseEvent, SubmitEvent, html};

use super::{Props, applied};
use crate::app::drafts::MatrixDraft;
use crate::app::queries::rebasing::{Move, Preview, preview};
use crate::ui::components::{
    Button, ButtonKind, ChoiceItem, Head, TableChoice, TableRow, link, table, titled_table,
};
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
        let name = format!("{} {label}", step + 1);
        TableRow::new(vec![name.into(), new_step(form, rebasing, axis, step)])
    };
    let rows = axis.of(rebasing.from()).labels().iter().enumerate().map(row).collect();
    titled_table(caption, &[Head::text("Old step"), Head::text("New step")], rows)
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
            { move_table(rebasing, preview) }
            if more > 0 {
                <p>{ format!("And {} more, which come last in this order.", grouped(more)) }</p>
            }
        </section>
    }
}

fn move_table(rebasing: &Rebasing, preview: &Preview) -> Html {
    let heads = ["Risk", "Before", "After", "What changes"].map(Head::text);
    let rows = preview.moves.iter().take(MOST_LISTED).map(|moved| move_row(rebasing, moved)).collect();
    table("Every risk before and after", &heads, rows)
}

fn move_row(rebasing: &Rebasing, moved: &Move) -> TableRow {
    let what = match (moved.changes_level(), moved.is_rewritten()) {
        (true, _) => "Level",
        (false, true) => "Number",
        (false, false) => "Nothing",
    };
    let rated = |matrix: &Matrix, of: fn(&Rebased<Stage>) -> (Rating, usize)| {
        let rating = |one: &Rebased<Stage>| rating(matrix, one.name, of(one));
        html! { <ul class="findings">{ for moved.ratings.iter().map(rating) }</ul> }
    };
    let cells = vec![
        link(Route::Risk(moved.risk.id).to_string(), moved.risk.title.clone()),
        rated(rebasing.from(), |one| (one.before, one.level_before)),
        rated(rebasing.to(), |one| (one.after, one.level_after)),
        what.into(),
    ];
    TableRow::of(moved.risk.id, cells)
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
        TableRow::new(vec![
            appetite.name().into(),
            band(&before.matrix, before.appetite.tolerated[place]),
            band(&after.matrix, after.appetite.tolerated[place]),
        ])
    };
    let heads = ["Appetite", "Before", "After"].map(Head::text);
    let rows = AppetiteLevel::ALL.into_iter().map(row).collect();
    titled_table("The highest level that each appetite tolerates", &heads, rows)
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
