//! The form for the risk matrix: where it starts from, its steps, levels and cells, how it is drawn, and,
//! where the register has ratings that must move, what becomes of each before anything is changed.

mod drawn;
mod grid;
mod levels;
mod ratings;
mod start;
mod steps;

use partnership_risk_core::register::Register;
use partnership_risk_core::scale::Axis;
use partnership_risk_core::scale::rebase::Rebasing;
use yew::prelude::{Callback, Html, SubmitEvent, component, html, use_state};

use super::{Props, to_all};
use crate::app::drafts::MatrixDraft;
use crate::app::queries::rebasing::{must_be_shown, preview};
use crate::ui::focus;
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::words::count;

pub(super) use start::downloads;

/// The form for the risk matrix.
#[component]
pub(super) fn MatrixForm(props: &Props) -> Html {
    let register = &*props.register;
    let form = use_form(&props.session.world, &Route::MatrixSettings, MatrixDraft::of(register.matrix()));
    let file = use_state(|| None);
    let matrix = form.draft().check().ok().filter(|_| form.draft().is_moving);
    if let Some(matrix) = &matrix {
        return ratings::moving(props, &form, matrix);
    }
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { to_all() }
            { form.head() }
            { heading("Risk matrix") }
            <p class="lead">{ "Your likelihood and impact scales, and the level that each pair of steps comes to. Nothing changes until you save." }</p>
            { start::start(&form, &file) }
            <h2>{ "The matrix" }</h2>
            { form.line("matrix-name", "Name of the matrix", "It stands on reports and in the history", |d| &mut d.name) }
            { steps::steps(&form, Axis::Likelihood) }
            { steps::steps(&form, Axis::Impact) }
            { levels::levels(&form) }
            { grid::grid(&form) }
            { drawn::drawn(&form) }
            { form.area("reason", "Why is it changed?", "The reason is kept in the history", |d| &mut d.reason) }
            <p class="actions">{ form.save_or_cancel(&Route::Settings) }</p>
        </form>
    }
}

/// Sends the form: to the ratings where some must move, and else to the register at once.
fn submit(props: &Props, form: &Form<MatrixDraft>) -> Callback<SubmitEvent> {
    let (props, form) = (props.clone(), form.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        match form.draft().check() {
            Ok(_) if !form.may_save() => {}
            Ok(matrix) => {
                form.refuse(Vec::new());
                let rebasing = Rebasing::propose(props.register.matrix(), &matrix);
                if must_be_shown(&props.register, &rebasing) {
                    focus::heading_after_render();
                    form.set(MatrixDraft { is_moving: true, sent: Vec::new(), ..form.draft().clone() });
                } else {
                    applied(&props, &form, &rebasing);
                }
            }
            Err(found) => form.refuse(found),
        }
    })
}

/// Makes the one change, and goes back to the rules.
fn applied(props: &Props, form: &Form<MatrixDraft>, rebasing: &Rebasing) {
    let (register, session) = (&props.register, &props.session);
    form.forget();
    let change = register.rebased(rebasing);
    session.change_because(change, said(register, rebasing), form.draft().reason.trim().to_owned());
    go(&Route::Settings);
}

fn said(register: &Register, rebasing: &Rebasing) -> String {
    let preview = preview(register, rebasing);
    let risks = match (preview.n_level, preview.n_rewritten) {
        (0, 0) => String::new(),
        (levels, rewritten) => format!(
            " {} moved to it, {levels} to a level of another name.",
            count(levels + rewritten, "risk was", "risks were")
        ),
    };
    format!("The matrix is now \u{201c}{}\u{201d}.{risks} Undo brings back what was.", rebasing.to().name())
}
