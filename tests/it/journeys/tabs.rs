//! Two tabs with one register: the one that holds the pen changes it, the other shows what is kept and loses nothing.

use std::rc::Rc;

use partnership_risk::app::event::{Event, Opened};
use partnership_risk::app::model::{Keeping, Model, Notice, Pen};
use partnership_risk_core::example::{fife_council, marlshire};
use partnership_risk_core::register::Register;

use crate::desk::Desk;

fn kept(register: Register) -> Opened {
    Opened { register: Some(Rc::new(register)), keeping: Keeping::Kept(7), ..Opened::default() }
}

fn elsewhere() -> Model {
    Model::default().after(Event::Opened(kept(fife_council()))).after(Event::PenMoved(Pen::Elsewhere))
}

fn choice() -> Event {
    Event::RegisterChosen { register: Rc::new(marlshire()), said: "Opened".into() }
}

#[test]
fn a_tab_without_the_pen_changes_nothing_and_says_why() {
    let changes = [choice(), Event::RegisterCleared, Event::Undone, Event::Redone];
    for change in changes {
        let after = elsewhere().after(change.clone());
        assert_eq!(after.register.as_deref(), Some(&fife_council()), "{change:?}");
        let told = matches!(&after.notice, Some(Notice::Refused(why)) if why.contains("in another tab"));
        assert!(told, "{change:?}");
    }
}

#[test]
fn a_tab_without_the_pen_shows_what_the_other_keeps_and_cannot_take_it_back() {
    let after = elsewhere().after(Event::Followed(kept(marlshire())));
    assert_eq!(after.register.as_deref(), Some(&marlshire()));
    assert!(!after.history.can_undo());
    let back = after.after(Event::PenMoved(Pen::Here)).after(Event::RegisterCleared);
    assert_eq!(back.register, None);
}

#[test]
fn what_was_never_kept_is_not_replaced_by_what_another_tab_keeps() {
    let pending = Model::default().after(choice());
    assert_eq!(pending.keeping, Keeping::Pending);
    let lost = pending.after(Event::PenMoved(Pen::Elsewhere));
    assert!(
        matches!(&lost.keeping, Keeping::NotKept(error) if error.to_string().contains("another tab took over"))
    );
    let after = lost.after(Event::Followed(kept(fife_council())));
    assert_eq!(after.register.as_deref(), Some(&marlshire()));
}

#[test]
fn what_was_kept_counts_only_while_it_is_on_the_screen() {
    let desk = Desk::with_example();
    let before = desk.model.register.clone();
    let changed = desk.model.after(choice());
    let late = changed.clone().after(Event::Saved { at: 9, of: before, mark: 1 });
    assert_eq!(late.keeping, Keeping::Pending);
    let of = late.register.clone();
    assert_eq!(late.after(Event::Saved { at: 9, of, mark: 2 }).keeping, Keeping::Kept(9));
}
