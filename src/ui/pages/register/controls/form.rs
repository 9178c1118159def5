//! The form for a control, and below it its actions.

use std::rc::Rc;

use partnership_risk_core::catalogue::ControlType;
use partnership_risk_core::register::{Change, Control, ControlId, ControlState, Register, RiskId, Serves};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html};

use super::super::actions::table::action_table;
use super::super::way_back::way_back;
use super::effects::effects;
use crate::app::drafts::ControlDraft;
use crate::app::queries::controls::ControlFilter;
use crate::ui::components::{Button, ButtonKind, button_link, disclosure};
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Which control the form is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A new one, on one risk where that is known.
    New(Option<RiskId>),
    /// One that is there.
    Existing(ControlId),
}

/// Props of [`ControlForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which control.
    pub subject: Subject,
    /// Where the person came from.
    pub back: Option<Route>,
}

impl Props {
    fn place(&self) -> Route {
        match self.subject {
            Subject::New(risk) => Route::NewControl(risk),
            Subject::Existing(id) => Route::Control(id),
        }
    }

    /// Where the person came from, or else the risk it is for, or else all controls.
    fn back(&self) -> Route {
        let all = Route::Controls(ControlFilter::default());
        let list = match self.subject {
            Subject::New(risk) => risk.map_or(all, Route::Risk),
            Subject::Existing(_) => all,
        };
        way_back(&self.place(), self.back.as_ref(), list)
    }
}

/// The form for a control.
#[component]
pub fn ControlForm(props: &Props) -> Html {
    let (known, first) = match props.subject {
        Subject::New(risk) => (None, ControlDraft::new(risk)),
        Subject::Existing(id) => {
            let known = props.register.control(id);
            (known, known.map(|control| ControlDraft::of(control)).unwrap_or_default())
        }
    };
    let form = use_form(&props.session.world, &props.place(), first);
    if known.is_none() && matches!(props.subject, Subject::Existing(_)) {
        return not_found();
    }
    html! {
        <>
            <form onsubmit={submit(props, &form)} novalidate=true>
                { form.head() }
                { heading(known.map_or("New control", |control| &control.name)) }
                { fields(&form) }
                { effects(&form, &props.register) }
                { form.area("notes", "Notes", "", |d| &mut d.notes) }
                <p class="actions">{ form.save_or_cancel(&props.back()) }</p>
            </form>
            { known.map(|control| around(props, control)).unwrap_or_default() }
        </>
    }
}

fn fields(form: &Form<ControlDraft>) -> Html {
    html! {
        <>
            { form.line("name", "What the control is, in a few words", "", |d| &mut d.name) }
            { form.one_of::<ControlType>(("kind", "Type", ""), None, |d| &mut d.kind) }
            { disclosure("What the types mean", types()) }
            { form.one_of::<ControlState>(("state", "State", "Only an operating control earns credit, in every figure"),
                None, |d| &mut d.state) }
            { form.line("owner", "Owner", "Who looks after it: a post, not a person\u{2019}s name", |d| &mut d.owner) }
            { form.line("cost-to-build", "Cost to build", "What it costs once, in pounds, such as 12,500 or 12.5k",
                |d| &mut d.cost_to_build) }
            { form.line("cost-per-year", "Cost a year", "What it costs to run for a year, in pounds", |d| &mut d.cost_per_year) }
            { form.short("lasts-years", "Years it lasts", "The cost to build is spread over them", |d| &mut d.lasts_years) }
        </>
    }
}

fn types() -> Html {
    html! {
        <ul>
            for kind in ControlType::ALL {
                <li><b>{ kind.name() }{ ": " }</b>{ kind.description() }</li>
            }
        </ul>
    }
}

/// What stands below the form of a control that is there.
fn around(props: &Props, control: &Control) -> Html {
    let serves = Serves::Control(control.id);
    let actions: Vec<_> = props.register.actions_for(serves).cloned().collect();
    html! {
        <section aria-labelledby="actions">
            <h2 id="actions">{ "Actions" }</h2>
            if actions.is_empty() {
                <p>{ "Nothing is planned to build or mend this control." }</p>
            } else {
                { action_table("Actions for this control", &actions, None, &props.session) }
            }
            <p class="actions">
                { button_link("Add an action", "button button--secondary", Route::NewAction(Some(serves)).to_string()) }
                { delete(props, control) }
            </p>
        </section>
    }
}

fn delete(props: &Props, control: &Control) -> Html {
    let (session, back) = (props.session.clone(), props.back());
    let said = format!("Deleted \u{201c}{}\u{201d} and its actions. Undo brings it back.", control.name);
    let id = control.id;
    let on_press = move |_| {
        session.change(Change::ControlRemoved(id), said.clone());
        go(&back);
    };
    let label = "Delete the control".into();
    Button { kind: ButtonKind::Warning, label, on_press: on_press.into(), disabled: false }.view()
}

fn submit(props: &Props, form: &Form<ControlDraft>) -> Callback<SubmitEvent> {
    let (props, form) = (props.clone(), form.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let world = &props.session.world;
        let id = match props.subject {
            Subject::New(_) => world.fresh_id(),
            Subject::Existing(id) => id,
        };
        match form.draft().check(&props.register, id, world.clock.now()) {
            Ok(control) => {
                form.forget();
                let said = format!("Saved \u{201c}{}\u{201d}", control.name);
                props.session.change(Change::ControlsPut(vec![control]), said);
                go(&props.back());
            }
            Err(found) => form.refuse(found),
        }
    })
}
