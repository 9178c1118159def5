//! From a spreadsheet to a register that is found again, and back step by step.

use std::rc::Rc;

use partnership_risk::app::event::Event;
use partnership_risk::app::model::{Keeping, Notice, Unchangeable};
use partnership_risk::app::tasks;
use partnership_risk::app::world::memory::OfferedFiles;
use partnership_risk::app::world::{Store, StoreError, World};
use partnership_risk_core::register::{Change, Status};

use crate::desk::{Desk, FIFE_CSV};
use crate::screen::Screen;

const KEY: &str = "partnership-risk:register";

fn imported() -> Desk {
    Desk::new().chooses("fife-council.csv", FIFE_CSV.as_bytes()).agrees()
}

#[test]
fn an_imported_register_is_edited_undone_redone_kept_and_found_again() {
    let desk = imported();
    assert_eq!(desk.scores()[4], 15.99);
    let desk = desk.edits("Strategic", |risk| risk.owner = "Head of Finance".into());
    assert_eq!(desk.risk("Strategic").owner, "Head of Finance");
    let desk = desk.after(Event::Undone);
    assert_eq!(desk.risk("Strategic").owner, "");
    let desk = desk.after(Event::Redone);
    let before = desk.register().clone();
    let desk = desk.comes_back();
    assert_eq!(desk.register(), &before);
    assert_eq!(desk.risk("Strategic").owner, "Head of Finance");
    assert!(matches!(desk.model.keeping, Keeping::Kept(_)));
}

#[test]
fn nothing_is_applied_before_the_person_agrees() {
    let desk = Desk::new().chooses("fife-council.csv", FIFE_CSV.as_bytes());
    assert_eq!(desk.model.register, None);
    assert_eq!(desk.store.keys(""), Ok(Vec::new()));
    assert_eq!(desk.after(Event::ImportClosed).model.import, None);
}

#[test]
fn everything_can_be_undone_to_the_first_visit_and_redone_to_the_last_change() {
    let mut desk = imported();
    let mut states = vec![None, desk.model.register.clone()];
    for owner in ["one", "two", "three"] {
        desk = desk.edits("Systems", |risk| risk.owner = owner.into());
        states.push(desk.model.register.clone());
    }
    for state in states.iter().rev().skip(1) {
        desk = desk.after(Event::Undone);
        assert_eq!(&desk.model.register, state);
    }
    assert!(!desk.model.history.can_undo());
    for state in &states[1..] {
        desk = desk.after(Event::Redone);
        assert_eq!(&desk.model.register, state);
    }
    assert!(!desk.model.history.can_redo());
}

#[test]
fn undo_is_kept_too() {
    let desk = imported().edits("Systems", |risk| risk.owner = "Head of ICT".into());
    let desk = desk.after(Event::Undone).comes_back();
    assert_eq!(desk.risk("Systems").owner, "");
    let desk = imported().after(Event::Undone).comes_back();
    assert_eq!(desk.model.register, None, "an import taken back leaves nothing behind");
}

#[test]
fn a_change_after_an_undo_leaves_nothing_to_redo() {
    let desk = imported().after(Event::Undone);
    let desk = desk.chooses("fife-council.csv", FIFE_CSV.as_bytes()).agrees();
    assert!(!desk.model.history.can_redo());
    let before = desk.model.clone();
    assert_eq!(desk.after(Event::Redone).model, before);
}

#[test]
fn a_change_that_changes_nothing_is_no_step_to_undo() {
    let desk = imported().edits("Systems", |risk| risk.owner = "Head of ICT".into());
    let again = desk.risk("Systems");
    let before = desk.model.clone();
    let desk = desk.does(Change::RisksPut(vec![again]));
    assert_eq!(desk.model.history, before.history);
}

#[test]
fn a_change_that_breaks_a_rule_of_the_register_is_refused_in_words() {
    let desk = imported();
    let before = desk.model.register.clone();
    let mut untitled = desk.risk("Systems");
    untitled.title.clear();
    let desk = desk.does(Change::RisksPut(vec![untitled]));
    assert_eq!(desk.model.register, before);
    assert_eq!(desk.refusal().as_deref(), Some("Nothing was changed: risk \u{201c}9\u{201d} has no title"));
}

#[test]
fn the_same_file_read_twice_counts_once() {
    let desk = imported().chooses("fife-council.csv", FIFE_CSV.as_bytes());
    assert_eq!(desk.preview().added(), 0);
    let before = desk.model.register.clone();
    assert_eq!(desk.agrees().model.register, before);
}

#[test]
fn a_closed_risk_counts_in_no_figure_and_is_still_there() {
    let desk = imported().edits("Systems", |risk| risk.status = Status::Closed).comes_back();
    assert_eq!(desk.register().risks().len(), 11);
    let overview = partnership_risk::app::queries::overview::overview_of(desk.register());
    assert_eq!(overview.n_risks, 10);
}

#[test]
fn a_saved_copy_opens_as_the_same_register() {
    let desk = imported().edits("Systems", |risk| risk.notes = "\u{202e}<b>\0\n\"".into());
    let before = desk.register().clone();
    let files = Rc::new(OfferedFiles::default());
    tasks::offer_register(&World { files: files.clone(), ..desk.world.clone() }, &before);
    let (_, text) = files.0.borrow()[0].clone();
    let there = Desk::new().chooses("copy.prisk.json", text.as_bytes()).takes();
    assert_eq!(there.register(), &before);
    assert_eq!(there.model.notice, Some(Notice::Done("Opened copy.prisk.json".into())));
}

#[test]
fn an_altered_copy_is_refused_and_changes_nothing() {
    let desk = imported();
    let text = desk.store.read(KEY).expect("memory can be read").expect("it is kept");
    let before = desk.model.register.clone();
    for (altered, why) in [
        (text.replace("Systems", "Sistems"), "the checksum does not match"),
        (text[..text.len() - 9].to_owned(), "the text is damaged"),
        (text.replace("\"schema\":2", "\"schema\":99"), "a newer version of this page has written it"),
        ("{\"a\": 1}".to_owned(), "this is not a register"),
    ] {
        let there = imported().chooses("copy.prisk.json", altered.as_bytes()).takes();
        assert_eq!(there.model.register, before, "{why}");
        let said = there.refusal().unwrap_or_default();
        assert!(said.starts_with("copy.prisk.json cannot be used: ") && said.contains(why), "{said}");
    }
}

#[test]
fn storage_that_fills_up_keeps_what_it_had_and_says_so() {
    let desk = imported();
    let kept = desk.store.read(KEY);
    desk.store.refusal.replace(Some(StoreError::Full));
    let desk = desk.edits("Systems", |risk| risk.owner = "Head of ICT".into());
    assert_eq!(desk.model.keeping, Keeping::NotKept(StoreError::Full));
    assert_eq!(desk.store.read(KEY), kept);
}

#[test]
fn a_register_that_a_newer_version_kept_is_shown_and_never_changed() {
    let desk = imported();
    let text = desk.store.read(KEY).expect("memory can be read").expect("it is kept");
    let newer = text.replace("\"schema\":2", "\"schema\":3");
    desk.store.write(KEY, &newer).expect("memory has room");
    let desk = desk.comes_back();
    assert_eq!(desk.scores().len(), 11);
    assert_eq!(desk.model.unchangeable(), Some(Unchangeable::Newer));
    assert!(
        Screen::at(&desk, "#/risks")
            .reads()
            .contains("A newer version of the calculator saved this register")
    );
    let desk = desk.edits("Systems", |risk| risk.owner = "Somebody".into());
    assert!(desk.refusal().expect("it is told").contains("newer version"));
    let desk = desk.chooses("fife-council.csv", FIFE_CSV.as_bytes()).agrees();
    assert_eq!(desk.store.read(KEY), Ok(Some(newer)));
}

#[test]
fn what_a_newer_version_kept_and_this_one_cannot_read_is_put_aside_whole() {
    let desk = imported();
    let newer = r#"{"format":"partnership-risk","schema":99,"saved_at":1,"future":true}"#;
    desk.store.write(KEY, newer).expect("memory has room");
    let desk = desk.comes_back();
    assert_eq!(desk.model.register, None);
    assert_eq!(&*desk.model.damaged[0].text, newer);
    // Work that starts now does not touch it.
    let desk = desk.chooses("fife-council.csv", FIFE_CSV.as_bytes()).agrees().comes_back();
    assert_eq!(desk.scores().len(), 11);
    assert_eq!(&*desk.model.damaged[0].text, newer);
    let cleared = tasks::clear_damaged(&desk.world, &desk.model.damaged[0].key);
    assert!(desk.after(cleared).comes_back().model.damaged.is_empty());
}
