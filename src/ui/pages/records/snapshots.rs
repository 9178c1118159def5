//! Snapshots: taking one, the list of them, and which two days are compared.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Register, Snapshot, Status};
use yew::prelude::{Html, html};

use super::compared::comparison;
use super::over_time::over_time;
use super::snapshot_form::SnapshotForm;
use crate::app::queries::snapshots::{Compared, as_of_today, compared, is_today};
use crate::ui::components::{Button, ButtonKind, ChoiceItem, Head, Link, TableRow, table};
use crate::ui::focus;
use crate::ui::pages::filters::{Filters, choosing};
use crate::ui::pages::heading;
use crate::ui::route::{Route, SnapshotView};
use crate::ui::session::Session;

/// Snapshots, and what has moved between two days.
pub(super) fn snapshots(register: &Rc<Register>, view: SnapshotView, session: &Session) -> Html {
    let clock = &session.world.clock;
    let today = as_of_today(register, clock.today(), clock.now());
    let found = compared(register, (view.from, view.to), &today);
    html! {
        <>
            { heading("Snapshots") }
            <p class="lead">{ "A snapshot keeps how everything is rated today, so that you can show what has moved since." }</p>
            <SnapshotForm register={register.clone()} session={session.clone()} />
            if let Some(found) = found {
                { list(register, session) }
                { choices(register, view, &found) }
                { comparison(register, &found) }
                { over_time(register, &today) }
            } else {
                <p>{ "There is none yet. Take the first one now and another before each board meeting: the page then shows which risks rose, fell, appeared and closed between them, and why." }</p>
            }
        </>
    }
}

fn list(register: &Register, session: &Session) -> Html {
    let heads =
        [Head::text("Name"), Head::text("Day"), Head::number("Open risks"), Head::buttons("What you can do")];
    let rows = register.snapshots().iter().rev().map(|snapshot| line(snapshot, session)).collect();
    let table = table("Snapshots, the last one first", &heads, rows);
    html! { <><h2 id="snapshots" tabindex="-1">{ "All snapshots" }</h2>{ table }</> }
}

fn line(snapshot: &Rc<Snapshot>, session: &Session) -> TableRow {
    let open = snapshot.risks.iter().filter(|risk| risk.status == Status::Open).count();
    let to = |route: Route, text: &'static str, name: String| {
        let (to, text) = (route.to_string().into(), text.into());
        Link { to, text, name: Some(name.into()), ..Link::default() }.view()
    };
    let since = Route::Snapshots(SnapshotView { from: Some(snapshot.id), to: None });
    let acts = html! {
        <>
            { to(since, "Compare with today", format!("Compare with today: {}", snapshot.name)) }
            { " " }
            { to(Route::Snapshot(snapshot.id), "Rename", format!("Rename {}", snapshot.name)) }
            { " " }
            { delete(snapshot, session) }
        </>
    };
    let cells = vec![(&snapshot.name).into(), snapshot.date.in_words().into(), open.into(), acts];
    TableRow::of(snapshot.id, cells)
}

fn delete(snapshot: &Snapshot, session: &Session) -> Html {
    let (session, id) = (session.clone(), snapshot.id);
    let said = format!("Deleted the snapshot {}. Undo brings it back.", snapshot.name);
    let on_press = move |_| {
        focus::after_render("snapshots");
        session.change(Change::SnapshotRemoved(id), said.clone());
    };
    let label = format!("Delete {}", snapshot.name).into();
    Button { kind: ButtonKind::Quiet, label, on_press: on_press.into(), changes: true, ..Button::default() }
        .view()
}

/// Which two days are compared.
fn choices(register: &Register, view: SnapshotView, found: &Compared) -> Html {
    let item = |snapshot: &Rc<Snapshot>| {
        let label = format!("{}, {}", snapshot.name, snapshot.date.in_words());
        ChoiceItem::new(snapshot.id.to_string(), label)
    };
    let items: Vec<ChoiceItem> = register.snapshots().iter().map(item).collect();
    let today = is_today(&found.before) || is_today(&found.after);
    let first = if is_today(&found.before) { &found.after } else { &found.before };
    let second = if today { String::new() } else { found.after.id.to_string() };
    let filters = Filters { view, to: Route::Snapshots };
    let fields = html! {
        <>
            { filters.choice(("from", "Compare"), first.id.to_string(), (None, items.clone()),
                |view, id| view.from = id.parse().ok()) }
            { filters.choice(("to", "With"), second, (Some("Today"), items), |view, id| view.to = id.parse().ok()) }
        </>
    };
    choosing("Which days are compared", fields)
}
