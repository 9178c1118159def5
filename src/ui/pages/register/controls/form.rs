//! The form for a control, and below it its actions.

use partnership_risk_core::catalogue::ControlType;
use partnership_risk_core::register::{Change, Control, ControlState, Register, RiskId, Serves};
use yew::prelude::{Html, component, html};

use super::super::actions::table::action_table;
use super::effects::effects;
use crate::app::drafts::ControlDraft;
use crate::app::edits::control::copied;
use crate::app::queries::controls::ControlFilter;
use crate::ui::components::{button_link, disclosure};
use crate::ui::pages::form::{Edited, Editing, Form, Kind, Record, RecordProps, quoted, use_editing};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;

impl Record for Control {
    /// The risk that it is for.
    type About = Option<RiskId>;
    type Draft = ControlDraft;
    const KIND: Kind<Self> = Kind {
        find: Register::control,
        new: Route::NewControl,
        existing: Route::Control,
        above: |edited| match edited {
            Edited::New(Some(risk)) => Route::Risk(risk),
            Edited::New(None) | Edited::Existing(_) => Route::Controls(ControlFilter::default()),
        },
        begun: |risk, _, _| ControlDraft::new(risk),
        draft: |control, _| ControlDraft::of(control),
        check: |draft, register, id, (now, _)| draft.check(register, id, now),
        called: |control| quoted(&control.name),
        why: |_| "",
        put: |control| Change::ControlsPut(vec![control]),
        removed: Change::ControlRemoved,
        next: |_, _| None,
    };
}

/// The form for a control.
#[component]
pub(in crate::ui::pages::register) fn ControlForm(props: &RecordProps<Control>) -> Html {
    let Some(editing) = use_editing(props) else { return not_found() };
    let (form, known) = (&editing.form, editing.known.as_deref());
    let content = html! {
        <>
            { heading(known.map_or("New control", |control| &control.name)) }
            { fields(form) }
            { effects(form, &props.register) }
            { form.area("notes", "Notes", "", |d| &mut d.notes) }
        </>
    };
    html! {
        <>
            { editing.view(content, Html::default()) }
            { known.map(|control| around(&editing, control)).unwrap_or_default() }
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
fn around(editing: &Editing<Control>, control: &Control) -> Html {
    let serves = Serves::Control(control.id);
    let actions: Vec<_> = editing.props.register.actions_for(serves).cloned().collect();
    html! {
        <section aria-labelledby="actions">
            <h2 id="actions">{ "Actions" }</h2>
            if actions.is_empty() {
                <p>{ "Nothing is planned to build or mend this control." }</p>
            } else {
                { action_table("Actions for this control", &actions, None, &editing.props.session) }
            }
            <p class="actions">
                { button_link("Add an action", "button button--secondary", Route::NewAction(Some(serves)).to_string()) }
                { editing.duplicate(copied, " as planned") }
                { editing.delete("Delete the control", " and its actions") }
            </p>
        </section>
    }
}
