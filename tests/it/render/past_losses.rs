//! What past losses say on the screen, with Derbyshire's published figures read off it.

use partnership_risk_core::example::{fife_council, marlshire};
use partnership_risk_core::register::RiskId;

use crate::desk::Desk;
use crate::screen::Screen;

const LOSSES: &str = "#/cost/losses";

fn council() -> Desk {
    Desk::with_register(marlshire())
}

/// The risk of which Derbyshire's figures stand in the invented council's register.
fn break_ins() -> RiskId {
    let register = marlshire();
    let loss = register.losses().iter().find(|loss| loss.count == 128).expect("it is cited");
    loss.risk.expect("it came about")
}

/// Published: 128 claims of over 259,000 pounds in 2003/04, 41 of 45,000 in 2007/08.
#[test]
fn derbyshires_figures_are_read_off_the_page() {
    let screen = Screen::at(&council(), &format!("{LOSSES}?of=risk-{}&before=2003&after=2007", break_ins()));
    let table = screen.table("What the change is made of");
    assert_eq!(table.column("Figure"), ["Events a year", "Mean cost of an event", "Cost a year"]);
    assert_eq!(table.column("Before"), ["128", "£2,020", "£259,000"]);
    assert_eq!(table.column("After"), ["41", "£1,100", "£45,000"]);
    assert_eq!(table.column("Change"), ["-68.0 %", "-45.8 %", "-82.6 %"]);
    assert_eq!(table.column("Share of the change"), ["65 %", "35 %", "100 %"]);
    screen.heading("Losses cost 83 % less a year: 65 % of the change is fewer events");
    screen.shows("65 % of the change is fewer events, 35 % is cheaper ones.");
    screen.shows("2003/04: 128 events a year, 95 % interval 106.8 to 152.2.");
    screen.shows("2007/08: 41 events a year, 95 % interval 29.4 to 55.6.");
    screen.shows("chance alone hardly explains that");
}

#[test]
fn years_without_a_loss_can_be_counted_as_quiet() {
    let place = format!("{LOSSES}?of=risk-{}", break_ins());
    let entered = Screen::at(&council(), &place);
    entered.shows("195 events in 4 financial years.");
    assert_eq!(entered.filled("Years without a loss"), "Were not written down: leave them out");
    let quiet = Screen::at(&council(), &[&place, "&years=quiet"].concat());
    quiet.shows("195 events in 23 financial years.");
    let years = quiet.table("Past losses by financial year");
    assert_eq!(years.column("Financial year"), ["2003/04", "2007/08", "2022/23", "2025/26"]);
    assert_eq!(years.column("Events"), ["128", "41", "19", "7"]);
    quiet.shows("No law is fitted: of some, only what they cost together is entered.");
}

#[test]
fn periods_that_cannot_be_compared_say_so_and_few_losses_are_called_a_guess() {
    let screen = Screen::at(&council(), &format!("{LOSSES}?of=risk-{}&before=2007&after=2003", break_ins()));
    screen.shows("The earlier period does not end before the later one begins. Choose other years.");
    let register = marlshire();
    let single =
        register.losses().iter().find(|loss| loss.count == 1).and_then(|loss| loss.risk).expect("one");
    let one = Screen::at(&council(), &format!("{LOSSES}?of=risk-{single}"));
    one.shows("These are fewer than 5 events. A figure from so few is a guess");
    one.shows("These are losses of one year. Enter those of another one to see what has changed");
}

#[test]
fn a_place_without_losses_says_what_to_do_next() {
    let nothing = Screen::at(&Desk::with_register(fife_council()), LOSSES);
    nothing.shows("No loss is entered yet.");
    assert_eq!(nothing.link_to("Add a loss"), "#/losses/new");
    let none_of_it = Screen::at(&council(), &format!("{LOSSES}?of=risk-{}", RiskId::from_bits(77)));
    none_of_it.shows("No loss is entered for this.");
}

#[test]
fn the_way_there_starts_at_the_losses_and_at_the_cost_of_a_partnership() {
    let name = "What they say: how often, at what cost, and what has changed";
    assert_eq!(Screen::at(&council(), "#/losses").link_to(name), LOSSES);
    let partnership = marlshire().partnerships()[0].id;
    let tab = Screen::at(&council(), &format!("#/partnerships/{partnership}/cost"));
    assert_eq!(tab.link_to("What its past losses say"), format!("{LOSSES}?of=partnership-{partnership}"));
    let screen = Screen::at(&council(), &format!("#/cost?of=partnership-{partnership}"));
    assert_eq!(screen.link_to("Past losses"), format!("{LOSSES}?of=partnership-{partnership}"));
}
