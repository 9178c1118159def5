//! Good practice: the shares on the screen are the core's, and whose turn it is can be reached from there.

use std::cell::Cell;
use std::rc::Rc;

use partnership_risk::app::queries::practice::practice_lines;
use partnership_risk::app::world::memory::SetClock;
use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::example::marlshire;
use partnership_risk_core::league::practice::{Indicator, practices};
use partnership_risk_core::register::{Change, Organisation, PartnershipStatus, Register};
use partnership_risk_core::scale::preset::PRESETS;
use scraper::ElementRef;

use crate::desk::Desk;
use crate::screen::{Screen, accessible_name, attribute, text};

const PRACTICE: &str = "#/benchmark/practice";
const TABLE: &str = "Your practice beside published figures";

/// 31 March 2027, in milliseconds.
const MARCH_2027: i64 = 1_806_451_200_000;

/// The invented council on a day on which the losses of its past three years are some.
fn council() -> Desk {
    let mut desk = Desk::with_register(marlshire());
    desk.world.clock = Rc::new(SetClock(Cell::new(MARCH_2027)));
    desk
}

/// Links in the section of an indicator: name and address.
fn links(screen: &Screen, indicator: Indicator) -> Vec<(String, String)> {
    let links = screen.all(&format!("section[aria-labelledby={}] a", indicator.key()));
    links.into_iter().map(|link| (accessible_name(link), attribute(link, "href"))).collect()
}

fn texts(elements: Vec<ElementRef<'_>>) -> Vec<String> {
    elements.into_iter().map(text).collect()
}

#[test]
fn the_page_begins_with_the_finding() {
    let screen = Screen::at(&council(), PRACTICE);
    assert_eq!(screen.title(), "Good practice");
    screen.shows("Risk management is in place in 6 of the 7 partnerships of which it is known, 86 %; the Alarm and Audit Commission survey of 2006 found it in 44 % of bodies.");
    assert_eq!(texts(screen.all("nav[aria-label=Benchmark] a[aria-current]")), ["Good practice"]);
}

#[test]
fn every_share_is_the_cores_with_its_interval_and_those_of_which_it_is_not_known() {
    let desk = council();
    let screen = Screen::at(&desk, PRACTICE);
    let table = screen.table(TABLE);
    let core = practices(desk.register(), desk.world.clock.today());
    let rows = table.rows();
    assert_eq!(rows.len(), Indicator::ALL.len());
    for (row, practice) in rows.iter().zip(core) {
        assert_eq!(row[0], practice.indicator.name());
        let known = practice.found.proportion();
        let percent = |share: f64| format!("{:.0}", (share * 100.0).round());
        let share = percent(known.share().expect("some are known"));
        assert_eq!(row[1], format!("{share} % ({} of {})", known.count(), known.of()));
        let interval = known.interval().expect("some are known");
        assert_eq!(row[2], format!("{} to {} %", percent(interval.low()), percent(interval.high())));
        assert_eq!(row[3], practice.found.unknown.len().to_string());
    }
}

#[test]
fn a_published_figure_stands_with_its_year_its_source_and_how_it_differs() {
    let screen = Screen::at(&council(), PRACTICE);
    let published = screen.table(TABLE).column("Published");
    assert_eq!(
        published,
        [
            "44 % (2006)",
            "27 % (2005, of something else)",
            "\u{2013}",
            "29 % (2011, of something else)",
            "33 % (2005, of something else)",
            "60 % (2005, of something else)",
            "22 % (2005, of something else)"
        ]
    );
    for line in practice_lines(&marlshire(), council().world.clock.today()) {
        if let Some((published, fact)) = line.practice.indicator.published().zip(line.fact.as_ref()) {
            screen.shows(published.difference);
            screen.shows(&fact.statement);
            screen.shows(&fact.source);
        }
        screen.shows(line.practice.indicator.counts());
    }
    screen.shows("44 % (2006); the same survey found 75 to 95 % in other places than partnerships");
    screen.shows("No published figure has been found to set beside this one.");
}

#[test]
fn the_picture_says_its_finding_and_how_sure_it_is_in_words() {
    let screen = Screen::at(&council(), PRACTICE);
    let [picture] = screen.all("[role=img]")[..] else { panic!("not one picture") };
    screen.heading(&accessible_name(picture));
    screen.shows("Chance plays a part: with 7 partnerships, anything from 49 to 97 % would be no surprise (95 % interval).");
    screen.shows("Higher than the published 44 %, by more than chance would bring among so few partnerships; both were not counted in the same way.");
}

#[test]
fn recorded_losses_are_held_against_no_judgement_of_auditors() {
    let screen = Screen::at(&council(), PRACTICE);
    let beside = screen.table(TABLE).column("Side by side");
    assert_eq!(beside, ["Higher", "\u{2013}", "\u{2013}", "\u{2013}", "\u{2013}", "\u{2013}", "\u{2013}"]);
    screen.shows("Auditors judged whole bodies");
    screen.shows("would have to go three years without a loss.");
    screen.shows("3 partnerships would have to change.");
    screen.shows("Nothing: your share is level with the published figure, or higher.");
}

#[test]
fn whose_turn_it_is_leads_to_the_field_of_the_form() {
    let desk = council();
    let screen = Screen::at(&desk, PRACTICE);
    let unsigned = links(&screen, Indicator::SignedAgreement);
    let named: Vec<&str> = unsigned.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(named, ["School security partnership", "Housing-related support", "Visitor economy forum"]);
    for (name, to) in unsigned {
        let id = desk.register().partnerships().iter().find(|p| p.name == name).expect("it is there").id;
        assert_eq!(to, format!("#/partnerships/{id}/edit?field=agreement-form"));
        Screen::at(&desk, &to).field("What form does the agreement take?");
    }
    let [(name, to)] = &links(&screen, Indicator::AccountableOfficer)[..] else { panic!("not one") };
    assert_eq!(name, "Housing-related support");
    Screen::at(&desk, to).field("Who is in charge?");
}

#[test]
fn those_of_which_nobody_has_said_are_listed_apart() {
    let screen = Screen::at(&council(), PRACTICE);
    screen.shows("Would have to change: 1 partnership (risk management in place)");
    screen.shows("Nobody has said: 1 partnership (risk management in place)");
    let found = links(&screen, Indicator::RiskManagement);
    assert!(found[0].1.starts_with("#/partnerships/") && found[1].1.ends_with("/health"), "{found:?}");
}

#[test]
fn without_any_loss_on_record_problems_are_not_known_and_one_can_be_written_down() {
    let desk = Desk::with_example();
    let screen = Screen::at(&desk, PRACTICE);
    let id = desk.register().partnerships()[0].id;
    let expected = ("Council as a whole".to_owned(), format!("#/losses/new?partnership={id}"));
    assert_eq!(links(&screen, Indicator::ProblemsMet), [expected]);
    screen.shows("The register holds no loss of any partnership.");
    screen.shows("33 % (2005)");
    screen.shows("1 partnership more.");
}

#[test]
fn leaders_are_told_from_the_health_check_and_the_survey_asked_something_else() {
    let screen = Screen::at(&council(), PRACTICE);
    screen.heading("Leaders able to work with others");
    screen.shows("here each partnership counts whose leaders were assessed for it, whatever they feel.");
    let found = links(&screen, Indicator::AbleLeaders);
    assert!(!found.is_empty() && found.iter().all(|(_, to)| to.ends_with("/health")), "{found:?}");
}

#[test]
fn problems_without_and_with_an_agreement_stand_side_by_side_below_their_fact() {
    let screen = Screen::at(&council(), PRACTICE);
    let columns = screen.all("section[aria-labelledby=agreements-help] h3");
    let both = ["Problems met without a written agreement", "Problems met with a written agreement"];
    assert_eq!(texts(columns), both);
    screen.shows(
        "Problems of governance were met by 60 per cent without an agreement and by 22 per cent with one.",
    );
}

#[test]
fn an_empty_register_and_one_whose_partnerships_have_ended_say_what_comes_next() {
    let empty = Register::new(Organisation::new("Avon", Rc::new(PRESETS[0].matrix())));
    let council_then = marlshire();
    let ended = council_then.partnerships().iter().map(|partnership| {
        let mut partnership = (**partnership).clone();
        partnership.status = PartnershipStatus::Ended;
        partnership
    });
    let ended = council().does(Change::PartnershipsPut(ended.collect()));
    for desk in [Desk::with_register(empty), ended] {
        let screen = Screen::at(&desk, PRACTICE);
        screen.shows("There is no practice to look at yet");
        assert_eq!(screen.link_to("Add a partnership first"), "#/partnerships/new");
        assert!(screen.all("main svg").is_empty());
    }
}

#[test]
fn no_loss_of_late_is_no_reason_to_praise() {
    // On the first day there is, nothing has happened yet.
    let screen = Screen::at(&Desk::with_register(marlshire()), PRACTICE);
    screen.shows("0 of 8 partnerships, 0 %");
    screen.shows("Leaving losses out of the register would lower it too, and tell nobody anything.");
}
