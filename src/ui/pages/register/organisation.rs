//! The form that starts a register or describes its organisation.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Organisation, Register, Sector};
use partnership_risk_core::scale::preset::PRESETS;
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html};

use crate::app::drafts::OrganisationDraft;
use crate::app::event::Event;
use crate::ui::components::{Choice, ChoiceItem, link};
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::handling::handling_notice;
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
    let form = use_form(&props.session.world, &Route::Organisation, OrganisationDraft::of(register));
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { form.head() }
            { heading(if register.is_some() { "Your organisation" } else { "Start a register" }) }
            { handling_notice() }
            { form.line("name", "Name of your organisation", "", |d| &mut d.name) }
            { form.one_of::<Sector>(("sector", "What kind of body is it?", ""), Some("Choose one"), |d| &mut d.sector) }
            { register.map_or_else(|| matrix_choice(&form), rules) }
            { form.line("handling", "Handling marking", "For example OFFICIAL. It stands on every report.",
                |d| &mut d.handling) }
            <p class="actions">{ form.save_or_cancel(&Route::Overview) }</p>
        </form>
    }
}

/// Where a register's rules are changed: another matrix may move the ratings there are.
fn rules(register: &Register) -> Html {
    html! {
        <p>
            { format!("Your risk matrix is \u{201c}{}\u{201d}. ", register.matrix().name()) }
            { link(Route::Settings.to_string(), "Change the matrix and your other rules") }
        </p>
    }
}

fn matrix_choice(form: &Form<OrganisationDraft>) -> Html {
    let preset = |p: &partnership_risk_core::scale::preset::Preset| {
        ChoiceItem::new(p.id, format!("{} ({})", p.name, p.source))
    };
    Choice {
        id: "matrix".into(),
        label: "Which risk matrix do you use?".into(),
        hint: "The first number is the steps of likelihood, the second the steps of impact".into(),
        value: form.typed(|d| &mut d.matrix),
        none: None,
        items: PRESETS.iter().map(preset).collect(),
        problem: form.problems().at("matrix"),
        on_choose: form.changing(|draft, chosen| draft.matrix = chosen),
    }
    .view()
}

fn submit(props: &Props, form: &Form<OrganisationDraft>) -> Callback<SubmitEvent> {
    let (known, session) = (props.register.clone(), props.session.clone());
    let check = {
        let known = known.clone();
        move |draft: &OrganisationDraft| draft.check(known.as_deref().map(Register::organisation))
    };
    form.on_submit(check, move |organisation| {
        described(&session, known.as_deref(), organisation);
        go(&Route::Overview);
    })
}

fn described(session: &Session, register: Option<&Register>, organisation: Organisation) {
    let name = organisation.name.clone();
    match register {
        Some(_) => session.change(Change::OrganisationSet(organisation), format!("Saved {name}")),
        None => session.tell(Event::RegisterChosen {
            register: Rc::new(Register::new(organisation)),
            said: format!("Started a register for {name}"),
        }),
    }
}
