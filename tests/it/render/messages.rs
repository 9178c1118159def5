//! Messages above every page: what was done, what was not saved, what could not be read.

use std::rc::Rc;

use partnership_risk::app::event::Event;
use partnership_risk::app::world::memory::MemoryStore;
use partnership_risk::app::world::{Store, StoreError};
use partnership_risk_core::example::fife_council;

use crate::desk::Desk;
use crate::screen::Screen;

const KEY: &str = "partnership-risk:register";

fn at_every_place(desk: &Desk, check: impl Fn(&Screen)) {
    for place in ["#/", "#/risks", "#/about", "#/import", "#/nowhere"] {
        check(&Screen::at(desk, place));
    }
}

#[test]
fn a_text_that_cannot_be_read_is_offered_on_every_page() {
    let store = Rc::new(MemoryStore::default());
    store.write(KEY, "{\"format\":").expect("memory has room");
    at_every_place(&Desk::with_store(store), |screen| {
        let [alert] = &screen.alerts()[..] else { panic!("{:?}", screen.alerts()) };
        assert!(alert.contains("A saved register could not be read"), "{alert}");
        assert!(alert.contains("nothing was overwritten"), "{alert}");
        screen.button("Download what was found");
        screen.button("Delete it from this browser");
    });
}

#[test]
fn every_reason_why_work_is_not_saved_is_told_with_what_to_do() {
    for (error, said) in [
        (StoreError::Blocked, "Allow storage for this page"),
        (StoreError::Full, "What was saved before is untouched."),
        (StoreError::Failed("odd".into()), "the browser refused: odd"),
    ] {
        let desk = Desk::with_example().after(Event::SaveFailed(error));
        at_every_place(&desk, |screen| {
            let alerts = screen.alerts().join("\n");
            assert!(alerts.contains("Not saved") && alerts.contains(said), "{said}: {alerts}");
            screen.button("Save a file");
        });
    }
}

#[test]
fn while_storage_fails_work_goes_on_and_is_kept_once_there_is_room() {
    let desk = Desk::with_example();
    desk.store.refusal.replace(Some(StoreError::Full));
    let desk = desk.edits("Systems", |risk| risk.owner = "Head of ICT".into());
    assert!(Screen::at(&desk, "#/").alerts().join("").contains("Not saved"));
    assert_eq!(desk.risk("Systems").owner, "Head of ICT");
    desk.store.refusal.replace(None);
    let desk = desk.edits("Systems", |risk| risk.owner = "Director".into());
    assert!(Screen::at(&desk, "#/").alerts().is_empty());
    assert_eq!(desk.comes_back().risk("Systems").owner, "Director");
}

#[test]
fn what_was_done_is_said_and_can_be_hidden() {
    let desk = Desk::with_example();
    let screen = Screen::at(&desk, "#/");
    screen.shows("Opened");
    screen.button("Hide this message");
    Screen::at(&desk.after(Event::NoticeDismissed), "#/").does_not_show("Hide this message");
}

#[test]
fn undo_and_redo_can_be_pressed_when_there_is_something_to_undo() {
    let disabled = |screen: &Screen, name| screen.button(name).attr("aria-disabled").is_some();
    let desk = Desk::with_example().comes_back();
    let screen = Screen::at(&desk, "#/");
    assert_eq!((disabled(&screen, "Undo"), disabled(&screen, "Redo")), (true, true));
    let desk = desk.edits("Systems", |risk| risk.owner = "Head of ICT".into());
    let screen = Screen::at(&desk, "#/");
    assert_eq!((disabled(&screen, "Undo"), disabled(&screen, "Redo")), (false, true));
    let screen = Screen::at(&desk.after(Event::Undone), "#/");
    assert_eq!((disabled(&screen, "Undo"), disabled(&screen, "Redo")), (true, false));
}

#[test]
fn a_register_taken_back_whole_can_be_made_again() {
    let desk =
        Desk::new().chooses("fife.csv", crate::desk::FIFE_CSV.as_bytes()).agrees().after(Event::Undone);
    assert_eq!(desk.model.register, None);
    let screen = Screen::at(&desk, "#/");
    assert_eq!(screen.button("Redo").attr("aria-disabled"), None);
    assert!(screen.button("Undo").attr("aria-disabled").is_some());
}

#[test]
fn what_lies_in_the_way_and_cannot_be_read_is_never_written_over_and_says_so() {
    let store = Rc::new(MemoryStore::default());
    store.write(KEY, "damaged").expect("memory has room");
    store.refusal.replace(Some(StoreError::Full));
    let desk = Desk::with_store(store.clone()).after(Event::SaveFailed(StoreError::Full));
    store.refusal.replace(None);
    let chosen = Event::RegisterChosen { register: Rc::new(fife_council()), said: "Opened".into() };
    let desk = desk.after(chosen);
    let alerts = Screen::at(&desk, "#/").alerts().join("\n");
    assert!(alerts.contains("lies where your work is kept, and is not overwritten"), "{alerts}");
    assert!(alerts.contains("There was no room to put it aside"), "{alerts}");
    assert_eq!(store.read(KEY), Ok(Some("damaged".into())));
}
