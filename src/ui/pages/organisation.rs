//! The form that starts a register or describes its organisation.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Organisation, Register, Sector};
use partnership_risk_core::scale::preset::PRESETS;
use yew::prelude::{
    Callback, Html, Properties, SubmitEvent, UseStateHandle, component, html, use_memo, use_state,
};

use super::form::{Problems, editing, go};
use crate::app::drafts::OrganisationDraft;
use crate::app::event::Event;
use crate::ui::components::{Button, ButtonKind, Choice, ChoiceItem, Link, TextField};
use crate::ui::route::Route;
use crate::ui::session::{Session, use_session};

/// Props of [`OrganisationPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The register, or none yet.
    pub register: Option<Rc<Register>>,
}

/// The form for the organisation.
#[component]
pub fn OrganisationPage(props: &Props) -> Html {
    let session = use_session();
    let register = props.register.clone();
    let draft = use_state(|| OrganisationDraft::of(register.as_deref()));
    let problems = use_state(Problems::default);
    let sectors = use_memo((), |()| sector_items());
    let matrices = use_memo(register.is_some(), |keep| matrix_items(*keep));
    let on_submit = submit(&session, register.clone(), &draft, &problems);
    let heading = if register.is_some() { "Your organisation" } else { "Start a register" };
    html! {
        <form onsubmit={on_submit} novalidate=true>
            { problems.summary() }
            <h1 tabindex="-1">{ heading }</h1>
            <TextField
                id="name" label="Name of your organisation" value={draft.name.clone()}
                problem={problems.at("name")} on_input={editing(&draft, |d| &mut d.name)}
            />
            <Choice
                id="sector" label="What kind of body is it?" value={draft.sector.clone()} items={(*sectors).clone()}
                problem={problems.at("sector")} on_choose={editing(&draft, |d| &mut d.sector)}
            />
            <Choice
                id="matrix" label="Which risk matrix do you use?"
                hint="Likelihood is the first number, impact the second."
                value={draft.matrix.clone()} items={(*matrices).clone()} problem={problems.at("matrix")}
                on_choose={editing(&draft, |d| &mut d.matrix)}
            />
            <p class="actions">
                <Button kind={ButtonKind::Submit} label="Save" />
                <Link to={Route::Overview.to_string()}>{ "Cancel" }</Link>
            </p>
        </form>
    }
}

fn sector_items() -> Rc<[ChoiceItem]> {
    let choose = ChoiceItem::new("", "Choose one");
    std::iter::once(choose).chain(ChoiceItem::numbered(&Sector::ALL, Sector::name)).collect()
}

fn matrix_items(keep: bool) -> Rc<[ChoiceItem]> {
    let keep = keep.then(|| ChoiceItem::new("", "Keep the matrix in use"));
    let preset = PRESETS.iter().map(|p| ChoiceItem::new(p.id, format!("{} ({})", p.name, p.source)));
    keep.into_iter().chain(preset).collect()
}

fn submit(
    session: &Session,
    register: Option<Rc<Register>>,
    draft: &UseStateHandle<OrganisationDraft>,
    problems: &UseStateHandle<Problems>,
) -> Callback<SubmitEvent> {
    let (session, draft, problems) = (session.clone(), draft.clone(), problems.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        match draft.check(register.as_deref().map(Register::organisation)) {
            Ok(organisation) => {
                session.tell(described(register.as_deref(), organisation));
                go(&Route::Overview);
            }
            Err(found) => problems.set(Problems(found)),
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
            said: format!("Started a register for {name}. Add your first partnership."),
        },
    }
}
