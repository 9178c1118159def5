//! The form for an action.

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::register::{Action, ActionState, Change, Register, Serves};
use yew::prelude::{Html, component, html};

use super::super::finder::Finder;
use super::{served_link, served_place};
use crate::app::drafts::{ActionDraft, read_serves, serves_text};
use crate::app::edits::action::copied;
use crate::app::queries::actions::ActionFilter;
use crate::app::queries::seek::{served_like, served_name};
use crate::ui::components::{Button, ButtonKind};
use crate::ui::focus;
use crate::ui::pages::form::{Edited, Editing, Form, Kind, Record, RecordProps, quoted, use_editing};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;

impl Record for Action {
    /// What it is for.
    type About = Option<Serves>;
    type Draft = ActionDraft;
    const KIND: Kind<Self> = Kind {
        find: Register::action,
        new: Route::NewAction,
        existing: Route::Action,
        above: |edited| match edited {
            Edited::New(Some(serves)) => served_place(serves),
            Edited::New(None) | Edited::Existing(_) => Route::Actions(ActionFilter::default()),
        },
        begun: |serves, _, _| ActionDraft::new(serves),
        draft: |action, _| ActionDraft::of(action),
        check: ActionDraft::check,
        called: |action| quoted(&action.what),
        why: |_| "",
        put: |action| Change::ActionsPut(vec![action]),
        removed: Change::ActionRemoved,
        next: |_, _| None,
    };
}

/// The form for an action.
#[component]
pub(in crate::ui::pages::register) fn ActionForm(props: &RecordProps<Action>) -> Html {
    let Some(editing) = use_editing(props) else { return not_found() };
    let (form, known) = (&editing.form, editing.known.as_deref());
    let content = html! {
        <>
            { heading(known.map_or("New action", |action| &action.what)) }
            { form.line("what", "What is to be done", "", |d| &mut d.what) }
            { served(form, &props.register) }
            { fields(form) }
        </>
    };
    let others = html! {
        <>
            if known.is_some_and(Action::is_open) {
                { mark_as_done(&editing) }
            }
            { editing.duplicate(copied, "") }
            { editing.delete("Delete", "") }
        </>
    };
    editing.view(content, others)
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
                on_press: form.changing(|draft: &mut ActionDraft, _| {
                    focus::after_render("serves");
                    draft.serves.clear();
                }),
                ..Button::default()
            };
            html! {
                <p id="served" tabindex="-1">{ format!("For the {} ", kind_of(serves)) }{ served_link(register, serves) }{ " " }{ another.view() }</p>
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
        on_choose: form.changing(|draft: &mut ActionDraft, chosen| {
            focus::after_render("served");
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

/// Saves what is typed, and that it is done.
fn mark_as_done(editing: &Editing<Action>) -> Html {
    let editing = editing.clone();
    let on_press = move |_| {
        let state = ActionState::Done.key().to_owned();
        editing.save(&ActionDraft { state, ..editing.form.draft().clone() });
    };
    let (label, on_press) = ("Mark as done".into(), on_press.into());
    Button { label, on_press, changes: true, ..Button::default() }.view()
}
