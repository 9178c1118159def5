//! The register as a file.

use std::rc::Rc;

use partnership_risk::app::event::Event;
use partnership_risk::app::tasks::{self, Saving, Way};
use partnership_risk::app::world::World;
use partnership_risk::app::world::memory::{GlassCipher, MemoryDisk, OfferedFiles, SetClock, at_once};
use partnership_risk_core::document::{self, Header};
use partnership_risk_core::example::{fife_council, marlshire};

use crate::desk::Desk;
use crate::screen::Screen;

/// The page in each state that looks different, with what it is for a failing test.
pub(super) fn states() -> Vec<(&'static str, Desk)> {
    let disk = Rc::new(MemoryDisk::default());
    disk.chooses.replace(Some("ours.prisk.json".into()));
    let saved = saves(lent(Desk::with_example(), &disk), Way::NewFile);
    let (name, text) = sealed();
    vec![
        ("read", Desk::with_example().chooses("theirs.prisk.json", written().as_bytes())),
        ("sealed", Desk::new().chooses(&name, text.as_bytes())),
        ("saved", Desk { model: saved.model.clone(), ..lent(Desk::new(), &disk) }),
        ("overtaken", saved.after(Event::FileOvertaken)),
    ]
}

fn written() -> String {
    document::write(&marlshire(), &Header::new(3, 90_000_000, ""))
}

/// The worked example, sealed: the name of the file and its text.
fn sealed() -> (String, String) {
    let files = Rc::new(OfferedFiles::default());
    let desk = Desk::with_example();
    let world = World { files: files.clone(), ..desk.world.clone() };
    let saving = Saving {
        register: desk.shared().clone(),
        way: Way::Download,
        passphrase: Some("four plain words here".into()),
    };
    at_once(tasks::save_file(world, saving));
    files.0.borrow()[0].clone()
}

/// A desk in a browser that lends files.
fn lent(desk: Desk, disk: &Rc<MemoryDisk>) -> Desk {
    disk.is_lent.set(true);
    Desk { world: World { disk: Rc::clone(disk) as _, ..desk.world.clone() }, ..desk }
}

/// The register is saved in one way.
fn saves(desk: Desk, way: Way) -> Desk {
    let saving = Saving { register: desk.shared().clone(), way, passphrase: None };
    let event = at_once(tasks::save_file(desk.world.clone(), saving));
    desk.after(event.expect("it came to something"))
}

#[test]
fn a_register_can_be_downloaded_and_encrypted_and_another_opened() {
    let screen = Screen::at(&Desk::with_example(), "#/file");
    assert_eq!(screen.title(), "Register file");
    screen.shows("This register has not been saved as a file yet.");
    screen.button("Download a copy");
    screen.field("Encrypt the file with a passphrase");
    screen.field("Choose a register file, or drop it here");
    assert_eq!(screen.all("button").iter().filter(|b| b.attr("type") == Some("submit")).count(), 1);
    let stranger = Screen::at(&Desk::new(), "#/file");
    stranger.field("Choose a register file, or drop it here");
    stranger.does_not_show("Download a copy");
}

#[test]
fn an_address_without_encryption_says_so_and_offers_the_plain_file() {
    let cipher = Rc::new(GlassCipher::default());
    cipher.is_absent.set(true);
    let desk = Desk::with_example();
    let desk = Desk { world: World { cipher, ..desk.world.clone() }, ..desk };
    let screen = Screen::at(&desk, "#/file");
    screen.shows("The file cannot be encrypted here");
    screen.does_not_show("Encrypt the file");
    screen.button("Download a copy");
}

#[test]
fn what_is_in_a_file_is_shown_beside_what_is_here_before_it_takes_its_place() {
    let desk = Desk::with_example().chooses("theirs.prisk.json", written().as_bytes());
    assert_eq!(desk.register(), &fife_council());
    let screen = Screen::at(&desk, "#/file");
    screen.heading("What is in theirs.prisk.json");
    let facts = screen.table("The register in the file");
    assert_eq!(facts.column("In the file")[..3], ["Marlshire Council", "day 1, 01:00", "8"]);
    assert_eq!(facts.column("In this browser")[..3], ["Fife Council", "day 0, 00:00", "1"]);
    screen.button("Open in place of what is here");
    screen.button("Merge with what is here");
    screen.button("Put it aside");
    let desk = desk.takes();
    assert_eq!(desk.register(), &marlshire());
    assert_eq!(desk.after(Event::Undone).register(), &fife_council());
}

#[test]
fn where_there_is_nothing_yet_a_file_is_only_opened() {
    let desk = Desk::new().chooses("theirs.prisk.json", written().as_bytes());
    let screen = Screen::at(&desk, "#/file");
    screen.button("Open this register");
    screen.does_not_show("Merge");
}

#[test]
fn a_file_of_a_newer_version_takes_no_place() {
    let newer = written().replace("\"schema\":2", "\"schema\":99");
    let desk = Desk::with_example().chooses("newer.prisk.json", newer.as_bytes());
    let screen = Screen::at(&desk, "#/file");
    screen.shows("A newer version of this page has written the file.");
    screen.does_not_show("Open in place of what is here");
    screen.does_not_show("Merge with what is here");
    assert_eq!(desk.takes().register(), &fife_council());
}

#[test]
fn a_sealed_file_asks_for_its_passphrase() {
    let (name, text) = sealed();
    let screen = Screen::at(&Desk::new().chooses(&name, text.as_bytes()), "#/file");
    screen.heading(&format!("{name} is encrypted"));
    assert_eq!(screen.field("Passphrase of the file").attr("type"), Some("password"));
    screen.field("Show the passphrase of the file");
    screen.button("Open");
    screen.button("Put it aside");
}

#[test]
fn a_file_that_the_browser_lends_is_written_in_place_and_says_what_is_in_it() {
    let disk = Rc::new(MemoryDisk::default());
    let desk = lent(Desk::with_example(), &disk);
    let screen = Screen::at(&desk, "#/file");
    screen.button("Save as a file");
    screen.button("Open a file");
    disk.chooses.replace(Some("ours.prisk.json".into()));
    let desk = saves(desk, Way::NewFile);
    let screen = Screen::at(&desk, "#/file");
    screen.button("Save to ours.prisk.json");
    screen.shows("This register belongs to ours.prisk.json, last written 00:00. Everything here is in it.");
    let desk = desk.edits("Systems", |risk| risk.owner = "Head of ICT".into());
    Screen::at(&desk, "#/file").shows("What you have changed since is not in it yet.");
    // Somebody else writes to it.
    disk.files.borrow_mut().insert("ours.prisk.json".into(), written().into_bytes());
    let seen = desk.model.own_file.clone().expect("it was written").seen;
    let desk = saves(desk, Way::Again(seen));
    let screen = Screen::at(&desk, "#/file");
    assert!(screen.alerts()[0].contains("Nothing was overwritten."), "{:?}", screen.alerts());
    screen.button("See what is in it now");
    screen.button("Overwrite ours.prisk.json");
    screen.button("Save as another file");
}

#[test]
fn the_header_says_when_the_register_was_last_saved_as_a_file() {
    let desk = Desk::with_example();
    assert_eq!(Screen::at(&desk, "#/").link_to("File"), "#/file");
    tasks::offer_register(&desk.world, desk.register());
    assert_eq!(Screen::at(&desk, "#/").link_to("File: saved today"), "#/file");
    let clock = Rc::new(SetClock::default());
    clock.0.set(3 * 24 * 3_600_000);
    let later = Desk { world: World { clock, ..desk.world.clone() }, ..desk };
    Screen::at(&later, "#/").link("File: saved 3 days ago");
    Screen::at(&later, "#/file").shows("File saved 3 days ago.");
}
