//! Typical risks that a partnership may have overlooked: each with the reasons why it is worth a look and a box to
//! choose it. Nothing is added until somebody presses the button.

use std::rc::Rc;

use partnership_risk_core::catalogue::{TypicalRisk, TypicalRiskId};
use partnership_risk_core::register::{PartnershipId, Register};
use partnership_risk_core::suggestion::{Reason, Suggestion};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, UseStateHandle, component, html, use_state};

use super::category::{question_text, what_happens};
use crate::app::edits::suggestions::adopted;
use crate::app::queries::suggestions::suggestions;
use crate::ui::components::{Button, ButtonKind, Tick, disclosure, link};
use crate::ui::pages::form::go;
use crate::ui::pages::shown::category_name;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::count;

/// Props of [`Suggestions`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// The partnership.
    pub id: PartnershipId,
}

/// Which risks are chosen.
type Chosen = UseStateHandle<Vec<TypicalRiskId>>;

/// Typical risks that a partnership may have overlooked.
#[component]
pub fn Suggestions(props: &Props) -> Html {
    let chosen: Chosen = use_state(Vec::new);
    let Some(partnership) = props.register.partnership(props.id) else { return not_found() };
    let found = suggestions(&props.register, props.id);
    html! {
        <>
            <p>{ link(Route::Partnership(props.id).to_string(), partnership.name.clone()) }</p>
            { heading(&format!("Suggested risks for {}", partnership.name)) }
            if found.is_empty() {
                { nothing_left() }
            } else {
                { offered(props, &chosen, &found) }
            }
        </>
    }
}

fn nothing_left() -> Html {
    html! {
        <>
            <p>{ "The catalogue has nothing to add: the partnership has every risk that is typical of its form or that its weak answers point to." }</p>
            <p>{ link(Route::Catalogue.to_string(), "Look through the catalogue") }</p>
        </>
    }
}

fn offered(props: &Props, chosen: &Chosen, found: &[Suggestion]) -> Html {
    let add = Button {
        kind: ButtonKind::Submit,
        label: "Add the chosen risks as drafts".into(),
        disabled: chosen.is_empty(),
        ..Button::default()
    };
    let (pointed_to, others): (Vec<_>, Vec<_>) = found.iter().partition(|found| found.is_pointed_to());
    html! {
        <form onsubmit={submit(props, chosen, found)}>
            <p class="lead">{ "Risks that partnerships like this one typically run and that stand not yet in its register." }</p>
            <p>{ "Choose those that apply. They become drafts, which count in no figure until you rate and open them; their controls become planned ones." }</p>
            { lines(props, chosen, &pointed_to) }
            if !others.is_empty() {
                { disclosure(format!("{} more that every partnership may run", others.len()), lines(props, chosen, &others)) }
            }
            <p role="status">{ format!("{} chosen.", count(chosen.len(), "risk", "risks")) }</p>
            { add.view() }
        </form>
    }
}

fn lines(props: &Props, chosen: &Chosen, some: &[&Suggestion]) -> Html {
    let lines = some.iter().map(|suggestion| line(&props.register, chosen, suggestion));
    html! { <ul class="task-list">{ for lines }</ul> }
}

fn line(register: &Register, chosen: &Chosen, suggestion: &Suggestion) -> Html {
    let typical = &suggestion.typical;
    let tick = Tick {
        id: format!("risk-{}", typical.id).into(),
        label: typical.title.to_string().into(),
        is_ticked: chosen.contains(&typical.id),
        on_change: choosing(chosen, &typical.id),
        ..Tick::default()
    };
    html! {
        <li class="task-list__item">
            { tick.view() }
            <ul class="note">
                { for suggestion.reasons.iter().map(|reason| html! { <li>{ why(register, reason) }</li> }) }
            </ul>
            { disclosure(format!("More on: {}", typical.title), what_happens(typical)) }
        </li>
    }
}

fn choosing(chosen: &Chosen, id: &TypicalRiskId) -> Callback<bool> {
    let (chosen, id) = (chosen.clone(), id.clone());
    Callback::from(move |is_ticked: bool| {
        let others = chosen.iter().filter(|other| **other != id).cloned();
        chosen.set(others.chain(is_ticked.then(|| id.clone())).collect());
    })
}

/// Why a risk is worth a look, as a sentence.
fn why(register: &Register, reason: &Reason) -> String {
    match reason {
        Reason::WeakAnswer(slug) => format!("Weak answer in the health check: {}", question_text(slug)),
        Reason::TypicalOfKind(kind) => format!("Typical of this form of partnership: {}.", kind.name()),
        Reason::TypicalOfAll => "Typical of partnerships of every form.".to_owned(),
        Reason::NotCovered(id) => {
            format!("The partnership has no open risk in the category {}.", category_name(register, id))
        }
    }
}

fn submit(props: &Props, chosen: &Chosen, found: &[Suggestion]) -> Callback<SubmitEvent> {
    let (props, chosen) = (props.clone(), chosen.clone());
    let offered: Vec<TypicalRisk> = found.iter().map(|suggestion| suggestion.typical.clone()).collect();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let wanted: Vec<TypicalRisk> = offered.iter().filter(|t| chosen.contains(&t.id)).cloned().collect();
        if wanted.is_empty() {
            return;
        }
        let world = &props.session.world;
        let (risk, control) = (|| world.fresh_id(), || world.fresh_id());
        let change = adopted(&wanted, props.id, &risk, &control, world.clock.now());
        let drafts = count(wanted.len(), "risk as a draft", "risks as drafts");
        props.session.change(change, format!("Added {drafts}. Undo takes them out again."));
        go(&Route::Partnership(props.id));
    })
}
