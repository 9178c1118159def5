//! The first visit, and the overview that takes its place.

use partnership_risk::app::event::Event;
use partnership_risk_core::example::marlshire;
use partnership_risk_core::register::{Organisation, Register, Sector};
use partnership_risk_core::scale::preset::PRESETS;

use crate::desk::Desk;
use crate::screen::Screen;

#[test]
fn a_first_visit_explains_itself_and_offers_four_ways_to_begin() {
    let screen = Screen::at(&Desk::new(), "#/");
    assert_eq!(screen.title(), "Know the risks of your partnerships");
    screen.shows("nothing you enter is sent anywhere");
    assert_eq!(screen.link_to("Start a register"), "#/organisation");
    assert_eq!(screen.link_to("Import a spreadsheet"), "#/import");
    assert_eq!(screen.link_to("Open a register file"), "#/file");
    screen.button("Open an invented council");
    screen.button("Open the worked example");
    assert!(screen.alerts().is_empty());
}

#[test]
fn before_there_is_a_register_every_place_of_it_shows_the_way_to_begin() {
    for place in ["#/risks", "#/partnerships", "#/benchmark", "#/risks/new", "#/partnerships/new", "#/health"]
    {
        assert_eq!(Screen::at(&Desk::new(), place).title(), "Know the risks of your partnerships", "{place}");
    }
}

#[test]
fn an_empty_register_says_what_comes_next() {
    let register = Register::new(Organisation {
        sector: Sector::Council,
        ..Organisation::new("Avon", std::rc::Rc::new(PRESETS[0].matrix()))
    });
    let desk = Desk::with_register(register);
    let overview = Screen::at(&desk, "#/");
    assert_eq!(overview.title(), "Avon");
    assert_eq!(overview.link_to("Add your first partnership"), "#/partnerships/new");
    assert_eq!(overview.link_to("import the spreadsheet you have"), "#/import");
    Screen::at(&desk, "#/risks").shows("There are none yet.");
    Screen::at(&desk, "#/partnerships").shows("There are none yet.");
    Screen::at(&desk, "#/risks/new").link("Add a partnership first");
    Screen::at(&desk, "#/benchmark").shows("Nothing can be compared yet");
    Screen::at(&desk, "#/health").link("Add a partnership first");
    Screen::at(&desk, "#/health/new").link("Add a partnership first");
}

#[test]
fn the_overview_says_what_needs_attention_and_where() {
    let screen = Screen::at(&Desk::with_example(), "#/");
    assert_eq!(screen.title(), "Fife Council");
    screen.heading("What needs attention");
    for (what, to) in [
        ("2 risks at the highest level with no treatment decided", "#/risks?without=treatment&level=4"),
        ("11 risks without an owner", "#/risks?without=owner"),
        ("1 partnership that nobody leads", "#/partnerships?without=lead"),
    ] {
        assert_eq!(screen.link_to(what), to);
    }
}

#[test]
fn the_overview_shows_the_five_gravest_risks_and_the_register_at_a_glance() {
    let screen = Screen::at(&Desk::with_example(), "#/");
    let gravest = screen.table("Risks with their current score and level");
    assert_eq!(gravest.column("Score"), ["21.42 1st", "18.13 2nd", "17.22 3rd", "16.28 4th", "15.99 5th"]);
    let glance = screen.table("Open risks by level");
    let counts: Vec<String> = glance.column("Open risks");
    assert_eq!(counts, ["2 risks", "9 risks", "0 risks", "0 risks"]);
    screen.shows("11 risks in 1 partnership.");
}

#[test]
fn a_published_register_says_whose_it_is_and_where_it_was_published() {
    let screen = Screen::at(&Desk::with_example(), "#/");
    screen.shows("A published register, shown as a worked example.");
    assert!(screen.link_to("Source").starts_with("https://studylib.net/"));
}

#[test]
fn an_invented_register_says_that_it_is_one_and_can_be_cleared_and_had_back() {
    let desk = Desk::with_register(marlshire());
    let screen = Screen::at(&desk, "#/");
    assert_eq!(screen.title(), "Marlshire Council");
    screen.shows("This is a worked example with an invented council.");
    screen.button("Clear the example");
    let cleared = desk.after(Event::RegisterCleared);
    assert_eq!(cleared.model.register, None);
    let screen = Screen::at(&cleared, "#/");
    assert_eq!(screen.title(), "Know the risks of your partnerships");
    screen.shows("Cleared the register of Marlshire Council. Undo brings it back.");
    assert_eq!(screen.button("Undo").attr("aria-disabled"), None);
    let back = cleared.after(Event::Undone);
    assert_eq!(back.register(), &marlshire());
    assert_eq!(back.comes_back().register(), &marlshire());
}

#[test]
fn what_is_cleared_is_gone_at_the_next_visit_and_nothing_is_cleared_twice() {
    let cleared = Desk::with_example().after(Event::RegisterCleared);
    assert_eq!(cleared.model.clone().after(Event::RegisterCleared), cleared.model);
    assert_eq!(cleared.comes_back().model.register, None);
}

#[test]
fn ones_own_register_offers_nothing_to_clear() {
    let register = Register::new(Organisation::new("Avon", std::rc::Rc::new(PRESETS[0].matrix())));
    Screen::at(&Desk::with_register(register), "#/").does_not_show("Clear the example");
}

#[test]
fn about_names_its_sources() {
    let screen = Screen::at(&Desk::new(), "#/about");
    assert_eq!(screen.title(), "About the Partnership Risk Calculator");
    for said in
        ["Everything stays in this browser.", "Audit Commission", "Sources", env!("CARGO_PKG_VERSION")]
    {
        screen.shows(said);
    }
}
