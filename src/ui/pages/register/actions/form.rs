//! The form for an action.

use std::rc::Rc;

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::register::{Action, ActionId, ActionState, Change, Register, Serves};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html};

use super::super::finder::Finder;
use super::super::way_back::way_back;
use super::{served_link, served_place};
use crate::app::drafts::{ActionDraft, read_serves, serves_text};
use crate::app::queries::actions::ActionFilter;
use crate::app::queries::seek::{served_like, served_name};
use crate::ui::components::{Button, ButtonKind};
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Which action the form is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A new one, for one thing where that is known.
    New(Option<Serves>),
    /// One that is there.
    Existing(ActionId),
}

/// Props of [`ActionForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which action.
    pub subject: Subject,
    /// Where the person came from.
    pub back: Option<Route>,
}

impl Props {
    fn place(&self) -> Route {
        match self.subject {
            Subject::New(serves) => Route::NewAction(serves),
            Subject::Existing(id) => Route::Action(id),
        }
    }

    /// Where the person came from, or else what it is for, or else all actions.
    fn back(&self) -> Route {
        let all = Route::Actions(ActionFilter::default());
        let list = match self.subject {
            Subject::New(serves) => serves.map_or(all, served_place),
            Subject::Existing(_) => all,
        };
        way_back(&self.place(), self.back.as_ref(), list)
    }
}

/// The form for an action.
#[component]
pub fn ActionForm(props: &Props) -> Html {
    let (known, first) = match props.subject {
        Subject::New(serves) => (None, ActionDraft::new(serves)),
        Subject::Existing(id) => {
            let known = props.register.action(id);
            (known, known.map(|action| ActionDraft::of(action)).unwrap_or_default())
        }
    };
    let form = use_form(&props.session.world, &props.place(), first);
    if known.is_none() && matches!(props.subject, Subject::Existing(_)) {
        return not_found();
    }
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { form.head() }
            { heading(known.map_or("New action", |action| &action.what)) }
            { form.line("what", "What is to be done", "", |d| &mut d.what) }
            { served(&form, &props.register) }
            { fields(&form) }
            <p class="actions">
                { form.save_or_cancel(&props.back()) }
                { known.map(|action| buttons(props, &form, action)).unwrap_or_default() }
            </p>
        </form>
    }
}

fn fields(form: &Form<ActionDraft>) -> Html {
    html! {
        <>
            { form.line("owner", "Owner", "Who does it: a post, not a person\u{2019}s name", |d| &mut d.owner) }
            { form.date("due", "Due", |d| &mut d.due) }
            { form.one_of::<ActionState>(("state", "State", ""), None, |d| &mut d.state) }
            { form.short("completed", "Done on", "If you leave it empty, what is done was done today", |d| &mut d.completed) }
            { form.line("cost", "Cost", "What it costs, in pounds, such as 12,500 or 12.5k", |d| &mut d.cost) }
            { form.area("notes", "Notes", "", |d| &mut d.notes) }
        </>
    }
}

/// What it serves: said where it is known, and otherwise looked for.
fn served(form: &Form<ActionDraft>, register: &Register) -> Html {
    let chosen = read_serves(&form.draft().serves).filter(|serves| served_name(register, *serves).is_some());
    match chosen {
        Some(serves) => {
            let another = Button {
                kind: ButtonKind::Quiet,
                label: "Choose something else".into(),
                on_press: form.changing(|draft, _| draft.serves.clear()),
                ..Button::default()
            };
            html! {
                <p>{ format!("For the {} ", kind_of(serves)) }{ served_link(register, serves) }{ " " }{ another.view() }</p>
            }
        }
        None => finder(form, register),
    }
}

fn finder(form: &Form<ActionDraft>, register: &Register) -> Html {
    let named = |serves: Serves| {
        let name = served_name(register, serves).unwrap_or_default();
        (format!("{} {name}", kind_of(serves)), serves_text(serves))
    };
    let found = served_like(register, &form.draft().sought).into_iter().map(named).collect();
    Finder {
        id: "serves",
        label: "What is it for?",
        hint: "Type a part of the name of a risk, a control or a partnership, and choose it",
        problem: form.problems().at("serves"),
        typed: form.draft().sought.clone(),
        on_type: form.changing(|draft, typed| draft.sought = typed),
        found: ("Choose the", found),
        on_choose: form.changing(|draft, chosen| {
            draft.serves = chosen;
            draft.sought.clear();
        }),
    }
    .view()
}

fn kind_of(serves: Serves) -> &'static str {
    match serves {
        Serves::Risk(_) => "risk",
        Serves::Control(_) => "control",
        Serves::Partnership(_) => "partnership",
    }
}

/// What else can be done with an action that is there.
fn buttons(props: &Props, form: &Form<ActionDraft>, action: &Action) -> Html {
    let done = {
        let (props, form) = (props.clone(), form.clone());
        let state = ActionState::Done.key().to_owned();
        move |_| save(&props, &form, &ActionDraft { state: state.clone(), ..form.draft().clone() })
    };
    let delete = {
        let (session, back, id) = (props.session.clone(), props.back(), action.id);
        let said = format!("Deleted \u{201c}{}\u{201d}. Undo brings it back.", action.what);
        move |_| {
            session.change(Change::ActionRemoved(id), said.clone());
            go(&back);
        }
    };
    let button = |kind, label: &'static str, on_press| {
        Button { kind, label: label.into(), on_press, ..Button::default() }.view()
    };
    html! {
        <>
            if action.is_open() {
                { button(ButtonKind::Secondary, "Mark as done", done.into()) }
            }
            { button(ButtonKind::Warning, "Delete", delete.into()) }
        </>
    }
}

fn submit(props: &Props, form: &Form<ActionDraft>) -> Callback<SubmitEvent> {
    let (props, form) = (props.clone(), form.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        save(&props, &form, form.draft());
    })
}

/// Saves what is typed, or says what is wrong with it.
fn save(props: &Props, form: &Form<ActionDraft>, draft: &ActionDraft) {
    let world = &props.session.world;
    let id = match props.subject {
        Subject::New(_) => world.fresh_id(),
        Subject::Existing(id) => id,
    };
    match draft.check(&props.register, id, (world.clock.now(), world.clock.today())) {
        Ok(action) => {
            form.forget();
            let said = format!("Saved \u{201c}{}\u{201d}", action.what);
            props.session.change(Change::ActionsPut(vec![action]), said);
            go(&props.back());
        }
        Err(found) => form.refuse(found),
    }
}
