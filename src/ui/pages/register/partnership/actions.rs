//! What can be done with a partnership as a whole. Each can be undone.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Partnership, PartnershipStatus, Register};
use yew::prelude::{Callback, Html, MouseEvent, html};

use crate::app::edits::partnership::{archived, belongings, copied, ended, restored};
use crate::app::tasks;
use crate::ui::components::{Button, ButtonKind};
use crate::ui::focus;
use crate::ui::pages::form::go;
use crate::ui::route::{PartnershipView, Route};
use crate::ui::session::Session;
use crate::ui::words::{count, in_a_row};

/// What can be done with a partnership as a whole.
pub(super) fn actions(register: &Rc<Register>, partnership: &Rc<Partnership>, session: &Session) -> Html {
    let is_archived = partnership.status == PartnershipStatus::Archived;
    html! {
        <section aria-labelledby="actions">
            <h2 id="actions" tabindex="-1">{ "What else you can do" }</h2>
            <p class="note">{ "A duplicate has all its details and none of its risks. Ending and archiving keep everything; a partnership in the archive is not listed until it is asked for. Everything here can be undone." }</p>
            <p class="actions">
                { duplicate(register, partnership, session) }
                if partnership.is_live() {
                    { end(partnership, session) }
                }
                { if is_archived { restore(partnership, session) } else { archive(partnership, session) } }
                { delete(register, partnership, session) }
            </p>
        </section>
    }
}

fn button(label: &'static str, on_press: impl Fn(MouseEvent) + 'static) -> Html {
    let on_press = Callback::from(on_press);
    Button { label: label.into(), on_press, changes: true, ..Button::default() }.view()
}

/// A button that puts another state of the partnership in the place of this one.
fn changing(
    label: &'static str,
    (partnership, session): (&Rc<Partnership>, &Session),
    after: fn(&Partnership, &Session) -> Partnership,
    said: String,
) -> Html {
    let (partnership, session) = (partnership.clone(), session.clone());
    button(label, move |_| {
        focus::after_render("actions");
        session.change(Change::PartnershipsPut(vec![after(&partnership, &session)]), said.clone());
    })
}

fn duplicate(register: &Rc<Register>, partnership: &Rc<Partnership>, session: &Session) -> Html {
    let (register, partnership, session) = (register.clone(), partnership.clone(), session.clone());
    button("Duplicate", move |_| {
        let world = &session.world;
        let copy = copied(&register, &partnership, world.fresh_id(), world.clock.now());
        let (id, said) = (copy.id, format!("Made \u{201c}{}\u{201d}. Give it a name of its own.", copy.name));
        session.change(Change::PartnershipsPut(vec![copy]), said);
        go(&Route::EditPartnership(id));
    })
}

fn end(partnership: &Rc<Partnership>, session: &Session) -> Html {
    let after = |p: &Partnership, s: &Session| ended(p, s.world.clock.today(), s.world.clock.now());
    let said = format!("Ended {}. Undo takes it back.", partnership.name);
    changing("End it", (partnership, session), after, said)
}

fn archive(partnership: &Rc<Partnership>, session: &Session) -> Html {
    let said = format!("Put {} into the archive. Undo takes it out again.", partnership.name);
    changing("Archive", (partnership, session), |p, s| archived(p, s.world.clock.now()), said)
}

fn restore(partnership: &Rc<Partnership>, session: &Session) -> Html {
    let after = |p: &Partnership, s: &Session| restored(p, s.world.clock.today(), s.world.clock.now());
    let said = format!("Took {} out of the archive", partnership.name);
    changing("Take out of the archive", (partnership, session), after, said)
}

fn delete(register: &Register, partnership: &Partnership, session: &Session) -> Html {
    let (session, id) = (session.clone(), partnership.id);
    let goes = what_goes(register, partnership);
    let (label, said) = if goes.is_empty() {
        ("Delete".to_owned(), format!("Deleted {}. Undo brings it back.", partnership.name))
    } else {
        let said = format!("Deleted {} and {goes}. Undo brings them back.", partnership.name);
        (format!("Delete with {goes}"), said)
    };
    let on_press = move |_| {
        tasks::forget_draft(&session.world, &Route::EditPartnership(id).to_string());
        session.change(Change::PartnershipRemoved(id), said.clone());
        go(&Route::Partnerships(PartnershipView::default()));
    };
    let (kind, label, on_press) = (ButtonKind::Warning, label.into(), on_press.into());
    Button { kind, label, on_press, changes: true, ..Button::default() }.view()
}

/// What goes with it when it is deleted, in words.
fn what_goes(register: &Register, partnership: &Partnership) -> String {
    let goes = belongings(register, partnership.id);
    let parts = [
        (goes.risks, "risk", "risks"),
        (goes.controls, "control", "controls"),
        (goes.actions, "action", "actions"),
        (goes.losses, "loss", "losses"),
        (goes.health_checks, "health check", "health checks"),
    ];
    let named: Vec<String> =
        parts.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(n, one, many)).collect();
    in_a_row(&named)
}
