//! The form for a loss.

use partnership_risk_core::register::{Change, Loss, PartnershipId, Register};
use yew::prelude::{Html, component, html};

use crate::app::drafts::LossDraft;
use crate::app::edits::loss::copied;
use crate::app::queries::seek::{is_in_sight, only_live};
use crate::ui::components::ChoiceItem;
use crate::ui::pages::form::{Form, Kind, Record, RecordProps, partnership_first, quoted, use_editing};
use crate::ui::pages::shown::partnerships_offered;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;

impl Record for Loss {
    /// The partnership in which it happened.
    type About = Option<PartnershipId>;
    type Draft = LossDraft;
    const KIND: Kind<Self> = Kind {
        find: Register::loss,
        new: Route::NewLoss,
        existing: Route::Loss,
        above: |_| Route::Losses,
        begun: |partnership, register, _| LossDraft::new(partnership.or_else(|| only_live(register))),
        draft: |loss, _| LossDraft::of(loss),
        check: |draft, register, id, (now, _)| draft.check(register, id, now),
        called: |loss| quoted(&loss.what),
        why: |_| "",
        put: |loss| Change::LossesPut(vec![loss]),
        removed: Change::LossRemoved,
        next: |_, _| None,
    };
}

/// The form for a loss.
#[component]
pub(in crate::ui::pages::register) fn LossForm(props: &RecordProps<Loss>) -> Html {
    let Some(editing) = use_editing(props) else { return not_found() };
    let chosen = &editing.form.draft().partnership;
    let partnerships = partnerships_offered(&props.register, is_in_sight, chosen);
    if partnerships.is_empty() {
        return partnership_first("New loss", "A loss belongs to a partnership, and there is none yet.");
    }
    let content = html! {
        <>
            { heading(if editing.known.is_some() { "Change a loss" } else { "New loss" }) }
            { fields(&editing.form, &props.register, partnerships) }
        </>
    };
    let others = html! { <>{ editing.duplicate(copied, "") }{ editing.delete("Delete", "") }</> };
    editing.view(content, others)
}

fn fields(form: &Form<LossDraft>, register: &Register, partnerships: Vec<ChoiceItem>) -> Html {
    html! {
        <>
            { form.line("what", "What happened", "In a few words, such as theft of lead from school roofs", |d| &mut d.what) }
            { form.line("when", "When", "A day such as 31/3/2027, or a financial year such as 2026/27", |d| &mut d.when) }
            { form.partnership(partnerships, |d| &mut d.partnership, |d| &mut d.risk) }
            { form.choice(("risk", "Risk that came about", "The risks of the partnership you have chosen"),
                Some("None that we knew of"), risk_items(register, &form.draft().partnership), |d| &mut d.risk) }
            { form.short("count", "How many times", "1 for a single event, or the claims of a whole year", |d| &mut d.count) }
            { form.line("cost", "Cost", "What they cost together, in pounds, such as 12,500 or 12.5k", |d| &mut d.cost) }
            { form.area("notes", "Notes", "", |d| &mut d.notes) }
        </>
    }
}

/// The risks of the partnership that is chosen.
fn risk_items(register: &Register, partnership: &str) -> Vec<ChoiceItem> {
    let Ok(id) = partnership.parse() else { return Vec::new() };
    register.risks_of(id).map(|risk| ChoiceItem::new(risk.id.to_string(), risk.title.clone())).collect()
}
