//! Actions as a table, each with a button that says it is done.

use std::rc::Rc;

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Action, ActionState, Change, Register};
use yew::prelude::{Html, html};

use super::served_link;
use crate::ui::components::{Button, Link, table_frame};
use crate::ui::focus;
use crate::ui::route::{Route, link_id};
use crate::ui::session::Session;

/// Actions as a table, with what each serves where the register is given to look it up in.
pub(in crate::ui::pages::register) fn action_table(
    caption: &'static str,
    actions: &[Rc<Action>],
    register: Option<&Register>,
    session: &Session,
) -> Html {
    let table = html! {
        <table class="table table--cards">
            <caption class="hidden">{ caption }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Action" }</th>
                    if register.is_some() {
                        <th scope="col">{ "For" }</th>
                    }
                    <th scope="col">{ "Owner" }</th>
                    <th scope="col">{ "Due" }</th>
                    <th scope="col">{ "State" }</th>
                    <th scope="col"><span class="hidden">{ "What you can do" }</span></th>
                </tr>
            </thead>
            <tbody>
                for action in actions {
                    { row(action, register, session) }
                }
            </tbody>
        </table>
    };
    table_frame(caption, table)
}

fn row(action: &Rc<Action>, register: Option<&Register>, session: &Session) -> Html {
    let what = Link {
        id: Some(link_id(&action.id.to_string()).into()),
        to: Route::Action(action.id).to_string().into(),
        text: action.what.clone().into(),
        ..Link::default()
    };
    html! {
        <tr>
            <th scope="row">{ what.view() }</th>
            if let Some(register) = register {
                <td data-label="For">{ served_link(register, action.serves) }</td>
            }
            <td data-label="Owner">{ if action.owner.is_empty() { "Nobody named" } else { &action.owner } }</td>
            <td data-label="Due">{ due(action, session.world.clock.today()) }</td>
            <td data-label="State">{ state(action) }</td>
            <td>
                if action.is_open() {
                    { mark_as_done(action, session) }
                }
            </td>
        </tr>
    }
}

/// The day, and that it is past where it is.
fn due(action: &Action, today: Date) -> String {
    let day = action.due.map_or_else(|| "No date".to_owned(), Date::in_words);
    if action.is_overdue(today) { format!("{day}, overdue") } else { day }
}

fn state(action: &Action) -> String {
    let name = action.state.name();
    action.completed.map_or_else(|| name.to_owned(), |day| format!("{name} on {}", day.in_words()))
}

/// A button that says an action is done, today.
fn mark_as_done(action: &Rc<Action>, session: &Session) -> Html {
    let label = format!("Mark \u{201c}{}\u{201d} as done", action.what).into();
    let (action, session) = (action.clone(), session.clone());
    let on_press = move |_| {
        let world = &session.world;
        let done = Action {
            state: ActionState::Done,
            completed: Some(world.clock.today()),
            updated: world.clock.now(),
            ..(*action).clone()
        };
        let said = format!("Done: {}", action.what);
        focus::after_render(link_id(&action.id.to_string()));
        session.change(Change::ActionsPut(vec![done]), said);
    };
    Button { label, on_press: on_press.into(), ..Button::default() }.view()
}
