//! The form for a partnership.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Kind, PartnershipId, Register};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, UseStateHandle, component, html, use_state};

use crate::app::drafts::PartnershipDraft;
use crate::ui::components::{Choice, ChoiceItem, TextArea, TextField};
use crate::ui::pages::form::{Problems, editing, go, save_or_cancel};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Props of [`PartnershipForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which partnership, or a new one.
    pub id: Option<PartnershipId>,
    /// Where the person came from.
    pub back: Option<Route>,
}

/// The form for a partnership.
#[component]
pub fn PartnershipForm(props: &Props) -> Html {
    let known = props.id.and_then(|id| props.register.partnership(id));
    let draft = use_state(|| known.map(|p| PartnershipDraft::of(p)).unwrap_or_default());
    let problems = use_state(Problems::default);
    if props.id.is_some() && known.is_none() {
        return not_found();
    }
    html! {
        <form onsubmit={submit(props, &draft, &problems)} novalidate=true>
            { problems.summary() }
            { heading(&known.map_or_else(|| "New partnership".to_owned(), |p| format!("Change {}", p.name))) }
            { fields(&draft, &problems) }
            <p class="actions">{ save_or_cancel(props.back.as_ref().unwrap_or(&Route::Partnerships)) }</p>
        </form>
    }
}

fn fields(draft: &UseStateHandle<PartnershipDraft>, problems: &Problems) -> Html {
    let area = |id: &'static str, label: &'static str, hint: &'static str, value: &str, at| {
        let on_input = editing(draft, at);
        TextArea {
            id: id.into(),
            label: label.into(),
            hint: hint.into(),
            value: value.to_owned().into(),
            on_input,
        }
        .view()
    };
    html! {
        <>
            { name_field(draft, problems) }
            { kind_choice(draft, problems) }
            { area("purpose", "What is it for?", "What the partners want to achieve together", &draft.purpose,
                |d| &mut d.purpose) }
            { lead_field(draft) }
            { area("notes", "Notes", "", &draft.notes, |d| &mut d.notes) }
        </>
    }
}

fn name_field(draft: &UseStateHandle<PartnershipDraft>, problems: &Problems) -> Html {
    TextField {
        id: "name".into(),
        label: "Name of the partnership".into(),
        value: draft.name.clone().into(),
        problem: problems.at("name"),
        on_input: editing(draft, |d| &mut d.name),
        ..TextField::default()
    }
    .view()
}

fn kind_choice(draft: &UseStateHandle<PartnershipDraft>, problems: &Problems) -> Html {
    Choice {
        id: "kind".into(),
        label: "Which form does it take?".into(),
        value: draft.kind.clone().into(),
        none: Some("Choose one".into()),
        items: ChoiceItem::numbered(Kind::ALL.into_iter().map(Kind::name)),
        problem: problems.at("kind"),
        on_choose: editing(draft, |d| &mut d.kind),
        ..Choice::default()
    }
    .view()
}

fn lead_field(draft: &UseStateHandle<PartnershipDraft>) -> Html {
    TextField {
        id: "lead-officer".into(),
        label: "Lead officer".into(),
        hint: "Who leads it for your organisation: a post, not a person\u{2019}s name".into(),
        value: draft.lead_officer.clone().into(),
        on_input: editing(draft, |d| &mut d.lead_officer),
        ..TextField::default()
    }
    .view()
}

fn submit(
    props: &Props,
    draft: &UseStateHandle<PartnershipDraft>,
    problems: &UseStateHandle<Problems>,
) -> Callback<SubmitEvent> {
    let (props, draft, problems) = (props.clone(), draft.clone(), problems.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let world = &props.session.world;
        let id = props.id.unwrap_or_else(|| world.fresh_id());
        match draft.check(&props.register, id, world.clock.now()) {
            Ok(partnership) => {
                let said = format!("Saved {}", partnership.name);
                props.session.change(Change::PartnershipsPut(vec![partnership]), said);
                go(&Route::Partnership(id));
            }
            Err(found) => problems.set(problems.found(found)),
        }
    })
}
