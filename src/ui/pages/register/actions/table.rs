//! Actions as a table, each with a button that says it is done.

use std::rc::Rc;

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Action, Change, Register};
use yew::prelude::{AttrValue, Html};

use super::served_link;
use crate::app::edits::action::done;
use crate::ui::components::{Button, Head, TableRow, table};
use crate::ui::focus;
use crate::ui::pages::shown::entry_link;
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Actions as a table, with what each serves where the register is given to look it up in.
pub(in crate::ui::pages::register) fn action_table(
    caption: impl Into<AttrValue>,
    actions: &[Rc<Action>],
    register: Option<&Register>,
    session: &Session,
) -> Html {
    let mut heads = vec![Head::text("Action")];
    heads.extend(register.map(|_| Head::text("For")));
    heads.extend([
        Head::text("Owner"),
        Head::text("Due"),
        Head::text("State"),
        Head::buttons("What you can do"),
    ]);
    table(caption, &heads, actions.iter().map(|action| row(action, register, session)).collect())
}

fn row(action: &Rc<Action>, register: Option<&Register>, session: &Session) -> TableRow {
    let owner = if action.owner.is_empty() { "Nobody named" } else { &action.owner };
    let mut cells = vec![entry_link(&Route::Action(action.id), action.what.clone())];
    cells.extend(register.map(|register| served_link(register, action.serves)));
    cells.extend([
        owner.into(),
        due(action, session.world.clock.today()).into(),
        state(action).into(),
        if action.is_open() { mark_as_done(action, session) } else { Html::default() },
    ]);
    TableRow::of(action.id, cells)
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
    let about = action.what.clone().into();
    let (action, session) = (action.clone(), session.clone());
    let on_press = move |_| {
        let world = &session.world;
        let done = done(&action, world.clock.today(), world.clock.now());
        let said = format!("Done: {}", action.what);
        focus::after_render(Route::Action(action.id).link_id().unwrap_or_default());
        session.change(Change::ActionsPut(vec![done]), said);
    };
    let (label, on_press) = ("Mark as done".into(), on_press.into());
    Button { label, about, on_press, changes: true, ..Button::default() }.view()
}
