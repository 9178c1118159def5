//! What is kept in the browser: measured, warned of, done without, removed.

use partnership_risk::app::event::Event;
use partnership_risk::app::tasks;
use partnership_risk::app::world::memory::at_once;
use partnership_risk::app::world::{Room, StoreError};

use crate::desk::Desk;
use crate::screen::Screen;

const PLACE: &str = "#/settings/storage";

/// A desk with the example, and so many characters that another page keeps beside it.
fn beside(others: usize) -> Desk {
    let desk = Desk::with_example();
    desk.world.store.write("another page", &"x".repeat(others)).expect("memory has room");
    desk
}

#[test]
fn ours_and_what_others_keep_are_told_apart() {
    let desk = beside(1_000_000);
    let room = tasks::room(&desk.world).expect("memory");
    let screen = Screen::at(&desk, PLACE);
    screen.shows("This calculator");
    screen.shows("1,000,012 characters");
    screen.shows("5,242,880 characters");
    assert_eq!(room.all - room.ours, 1_000_012);
    screen.does_not_show("nearly full");
}

#[test]
fn storage_that_is_nearly_full_is_told_on_every_page_with_whose_it_is() {
    let desk = beside(Room::LIMIT / 5 * 4);
    for place in ["#/", "#/risks", PLACE] {
        Screen::at(&desk, place).shows("most of it by other pages of the same address");
    }
}

#[test]
fn the_page_is_there_before_any_register_is() {
    let screen = Screen::at(&Desk::new(), PLACE);
    assert_eq!(screen.title(), "What is kept in this browser");
    screen.shows("0\u{a0}% of what browsers allow an address is taken.");
    screen.button("Work without saving in this browser");
    screen.button("Clear this device");
}

#[test]
fn who_works_without_saving_is_told_so_and_can_think_better_of_it() {
    let desk = Desk::with_example().after(Event::UnkeptWished(true));
    let screen = Screen::at(&desk, PLACE);
    screen.shows("Not kept in this browser");
    screen.button("Keep my work in this browser again");
}

#[test]
fn a_cleared_device_shows_the_first_visit_and_one_that_could_not_be_says_why() {
    let desk = Desk::with_example();
    let event = at_once(tasks::clear_device(desk.world.clone()));
    let cleared = desk.after(event);
    let screen = Screen::at(&cleared, "#/");
    screen.heading("Know the risks of your partnerships");
    screen.shows("All that this calculator kept in this browser was removed.");
    let refused = Desk::with_example().after(Event::DeviceCleared(Err(StoreError::Blocked)));
    assert_eq!(
        refused.refusal().as_deref(),
        Some("Not everything could be removed: this browser allows the page no storage.")
    );
    assert_eq!(refused.register().organisation().name, "Fife Council");
}
