//! Other copies of the register: what a merge would bring, what is asked, and what differs between two.

use partnership_risk::app::event::Event;
use partnership_risk::app::model::{Keeping, Pen, Purpose};
use partnership_risk::app::queries::merging::{agreed, preview};
use partnership_risk::app::tasks::{self, CopyReason, open_copy};
use partnership_risk::app::world::memory::at_once;
use partnership_risk_core::document::{Header, Side, write};
use partnership_risk_core::register::{Change, Register, Risk};

use crate::desk::Desk;
use crate::screen::{Screen, accessible_name, attribute};

const SYSTEMS: &str = "Systems not uniform";

fn owned(register: &Register, place: usize, owner: &str) -> Register {
    let risk = Risk { owner: owner.into(), ..(*register.risks()[place]).clone() };
    register.amended(Change::RisksPut(vec![risk]), 5, "").expect("sound")
}

/// Somebody opens a copy of this register for a purpose.
fn opens(desk: Desk, copy: &Register, purpose: Purpose) -> Desk {
    let text = write(copy, &Header::new(3, 7, ""));
    let chosen = ("theirs.prisk.json".to_owned(), text.into_bytes().into());
    let event = at_once(open_copy(desk.world.clone(), desk.model.register.clone(), purpose, chosen));
    desk.after(event)
}

/// Both have changed the owner of one risk, and each that of one more.
fn divided() -> Desk {
    let desk = Desk::with_example();
    let base = desk.register().clone();
    let desk = desk.edits(SYSTEMS, |risk| risk.owner = "Mine".into());
    let at = base.risks().iter().position(|risk| risk.title == SYSTEMS).expect("it is there");
    let others: Vec<usize> = (0..base.risks().len()).filter(|place| *place != at).collect();
    let desk =
        desk.does(Change::RisksPut(vec![(*owned(&base, others[0], "Only mine").risks()[others[0]]).clone()]));
    opens(desk, &owned(&owned(&base, at, "Theirs"), others[1], "Only theirs"), Purpose::Merge)
}

/// The pages with copies open, for what holds of every page.
pub fn pages() -> Vec<(String, Screen)> {
    let desk = divided();
    let compared = opens(divided(), Desk::with_example().register(), Purpose::Earlier);
    let screen = |desk: &Desk, place: &str| (format!("copies {place}"), Screen::at(desk, place));
    let mut pages: Vec<(String, Screen)> =
        ["#/file/merge", "#/file/merge?list=theirs", "#/file/merge?list=ours"]
            .map(|place| screen(&desk, place))
            .into();
    pages.extend(
        ["#/file/compare", "#/file/compare?kind=risk&what=changed"].map(|place| screen(&compared, place)),
    );
    pages.push(screen(&Desk::new(), "#/file/compare"));
    pages
}

#[test]
fn the_other_copy_is_asked_for_first() {
    let screen = Screen::at(&Desk::with_example(), "#/file/merge");
    assert_eq!(screen.title(), "Merge two copies");
    screen.field("Choose the other copy, or drop it here");
}

#[test]
fn a_conflict_shows_both_values_and_where_both_copies_come_from() {
    let screen = Screen::at(&divided(), "#/file/merge");
    screen.shows("theirs.prisk.json, saved day 0, 00:00");
    screen.shows("a copy of this device, day 0, 00:00");
    screen.heading("The other copy brings 1 change; 1 to decide");
    let legend = format!("Risk \u{201c}{SYSTEMS}\u{201d}: Owner");
    for (label, value) in [("Yours", "Mine"), ("Theirs", "Theirs")] {
        let choice = screen.field_in(&legend, label);
        assert_eq!(choice.attr("checked"), None);
        let id = attribute(choice, "aria-describedby");
        assert_eq!(screen.all(&format!("#{id}"))[0].text().collect::<String>(), value);
    }
    screen.button("Keep all of yours");
    screen.button("Take all of theirs");
    screen.button("Merge");
}

#[test]
fn what_each_copy_has_alone_is_listed_with_its_fields() {
    let desk = divided();
    for (list, caption, owner) in [
        ("theirs", "What the other copy brings", "Only theirs"),
        ("ours", "What only your copy has, and keeps", "Only mine"),
    ] {
        let screen = Screen::at(&desk, &format!("#/file/merge?list={list}"));
        let table = screen.table(caption);
        let told = table.column("What");
        assert!(told.iter().any(|what| what.contains(owner)), "{told:?}");
        assert!(table.links().iter().all(|(_, to)| to.starts_with("#/risks/")));
    }
}

#[test]
fn a_merge_is_one_step_that_can_be_taken_back_and_is_preceded_by_a_copy() {
    let desk = divided();
    let merging = desk.model.copies.merging.clone().expect("it is open");
    let conflict = preview(desk.shared(), &merging).conflicts[0].0.clone();
    assert_eq!(agreed(desk.shared(), &merging).expect_err("one is open"), [0]);
    let desk = desk.after(Event::ConflictsDecided(vec![(conflict, Side::Theirs)]));
    let merging = desk.model.copies.merging.clone().expect("it is open");
    let event = agreed(desk.shared(), &merging).expect("all is decided");
    desk_is_merged(desk.after(event));
}

fn desk_is_merged(desk: Desk) {
    assert_eq!(desk.risk(SYSTEMS).owner, "Theirs");
    let owners: Vec<&str> = desk.register().risks().iter().map(|risk| &*risk.owner).collect();
    assert!(owners.contains(&"Only mine") && owners.contains(&"Only theirs"));
    let copies = at_once(tasks::copies(desk.world.clone())).expect("memory");
    assert!(copies.iter().any(|copy| copy.reason == CopyReason::BeforeChange));
    assert_eq!(desk.after(Event::Undone).risk(SYSTEMS).owner, "Mine");
}

#[test]
fn without_a_common_copy_everything_that_differs_is_asked() {
    let desk = Desk::with_example();
    let base = desk.register().clone();
    let copy = owned(&base, 0, "Theirs");
    let header = Header::new(1, 0, "");
    let other = tasks::read_copy("x.json", write(&copy, &header).as_bytes()).expect("a register");
    let copy = std::rc::Rc::new(other);
    let desk = desk
        .does(Change::RisksPut(vec![(*owned(&base, 0, "Mine").risks()[0]).clone()]))
        .after(Event::CopyOpened { purpose: Purpose::Merge, copy, base: None });
    let screen = Screen::at(&desk, "#/file/merge");
    screen.shows("No common earlier copy is known");
    screen.heading("The other copy brings nothing new; 1 to decide");
}

#[test]
fn two_copies_are_compared_and_the_list_can_be_filtered() {
    let desk = divided();
    let base = Desk::with_example().register().clone();
    let desk = opens(desk, &base, Purpose::Earlier);
    let screen = Screen::at(&desk, "#/file/compare");
    screen.heading("2 differences");
    assert_eq!(screen.table("What differs between both copies").column("Kind"), ["Risk", "Risk"]);
    screen.button("Save as CSV");
    screen.button("Save as Markdown");
    Screen::at(&desk, "#/file/compare?what=added").heading("0 differences");
    let other = owned(&base, 0, "Another");
    let screen = Screen::at(&opens(desk, &other, Purpose::Later), "#/file/compare");
    screen.heading("1 difference");
    screen.button("Compare with the register as it is now");
}

#[test]
fn where_another_tab_changed_the_same_thing_every_page_leads_to_the_choice() {
    let desk = divided();
    let (of, merging) = (desk.model.register.clone(), desk.model.copies.merging.clone().expect("it is open"));
    let mut desk = desk;
    desk.model = desk.model.after(Event::Divided { of, merging: (*merging).clone() });
    assert_eq!(desk.model.keeping, Keeping::Divided);
    let screen = Screen::at(&desk, "#/risks");
    assert!(screen.alerts().join("").contains("Another tab changed the same thing"));
    assert_eq!(screen.link_to("Choose what is right"), "#/file/merge");
}

#[test]
fn where_another_tab_writes_what_would_change_the_register_cannot_be_pressed() {
    let desk = Desk::with_example().edits(SYSTEMS, |risk| risk.owner = "Mine".into());
    let risk = format!("#/risks/{}", desk.risk(SYSTEMS).id);
    let states = |desk: &Desk| -> Vec<(String, bool)> {
        let buttons = Screen::at(desk, &risk);
        let state = |button: scraper::ElementRef<'_>| {
            (accessible_name(button), button.attr("aria-disabled").is_some())
        };
        buttons.all("button").into_iter().map(state).collect()
    };
    let is_off =
        |states: &[(String, bool)], name: &str| states.iter().any(|(known, off)| known == name && *off);
    let here = states(&desk);
    let away = states(&desk.after(Event::PenMoved(Pen::Elsewhere)));
    for name in ["Save", "Undo", "Delete"] {
        assert!(!is_off(&here, name) && is_off(&away, name), "{name} {away:?}");
    }
    assert!(!is_off(&away, "Work here instead"));
}
