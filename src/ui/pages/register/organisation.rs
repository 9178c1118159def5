//! The form that starts a register or describes its organisation.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Organisation, Register, Sector};
use partnership_risk_core::scale::preset::PRESETS;
use yew::prelude::{Callback, Html, Properties, SubmitEvent, UseStateHandle, component, html, use_state};

use crate::app::drafts::OrganisationDraft;
use crate::app::event::Event;
use crate::ui::components::{Choice, ChoiceItem, TextField};
use crate::ui::pages::form::{Problems, editing, go, save_or_cancel};
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Props of [`OrganisationForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register, or none yet.
    pub register: Option<Rc<Register>>,
    /// What it acts through.
    pub session: Session,
}

/// The form for the organisation.
#[component]
pub fn OrganisationForm(props: &Props) -> Html {
    let register = props.register.as_deref();
    let draft = use_state(|| OrganisationDraft::of(register));
    let problems = use_state(Problems::default);
    html! {
        <form onsubmit={submit(props, &draft, &problems)} novalidate=true>
            { problems.summary() }
            { heading(if register.is_some() { "Your organisation" } else { "Start a register" }) }
            { name_field(&draft, &problems) }
            { sector_choice(&draft, &problems) }
            { matrix_choice(register, &draft, &problems) }
            <p class="actions">{ save_or_cancel(&Route::Overview) }</p>
        </form>
    }
}

fn name_field(draft: &UseStateHandle<OrganisationDraft>, problems: &Problems) -> Html {
    TextField {
        id: "name".into(),
        label: "Name of your organisation".into(),
        value: draft.name.clone().into(),
        problem: problems.at("name"),
        on_input: editing(draft, |d| &mut d.name),
        ..TextField::default()
    }
    .view()
}

fn sector_choice(draft: &UseStateHandle<OrganisationDraft>, problems: &Problems) -> Html {
    Choice {
        id: "sector".into(),
        label: "What kind of body is it?".into(),
        value: draft.sector.clone().into(),
        none: Some("Choose one".into()),
        items: ChoiceItem::numbered(Sector::ALL.into_iter().map(Sector::name)),
        problem: problems.at("sector"),
        on_choose: editing(draft, |d| &mut d.sector),
        ..Choice::default()
    }
    .view()
}

fn matrix_choice(
    register: Option<&Register>,
    draft: &UseStateHandle<OrganisationDraft>,
    problems: &Problems,
) -> Html {
    let preset = |p: &partnership_risk_core::scale::preset::Preset| {
        ChoiceItem::new(p.id, format!("{} ({})", p.name, p.source))
    };
    Choice {
        id: "matrix".into(),
        label: "Which risk matrix do you use?".into(),
        hint: "The first number is the steps of likelihood, the second the steps of impact".into(),
        value: draft.matrix.clone().into(),
        none: register.map(|register| format!("Keep \u{201c}{}\u{201d}", register.matrix().name()).into()),
        items: PRESETS.iter().map(preset).collect(),
        problem: problems.at("matrix"),
        on_choose: editing(draft, |d| &mut d.matrix),
    }
    .view()
}

fn submit(
    props: &Props,
    draft: &UseStateHandle<OrganisationDraft>,
    problems: &UseStateHandle<Problems>,
) -> Callback<SubmitEvent> {
    let (props, draft, problems) = (props.clone(), draft.clone(), problems.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let register = props.register.as_deref();
        match draft.check(register.map(Register::organisation)) {
            Ok(organisation) => {
                props.session.tell(described(register, organisation));
                go(&Route::Overview);
            }
            Err(found) => problems.set(problems.found(found)),
        }
    })
}

fn described(register: Option<&Register>, organisation: Organisation) -> Event {
    let name = organisation.name.clone();
    match register {
        Some(_) => {
            Event::Changed { change: Change::OrganisationSet(organisation), said: format!("Saved {name}") }
        }
        None => Event::RegisterChosen {
            register: Rc::new(Register::new(organisation)),
            said: format!("Started a register for {name}"),
        },
    }
}
