//! The register: risks as a table and a heat map, filters in the address, partnerships, and the forms.

use partnership_risk::app::drafts::{RiskDraft, Typed};
use partnership_risk::app::queries::heat_map::heat_maps;
use partnership_risk::app::queries::risk_table::Filter;
use partnership_risk::app::tasks;
use partnership_risk_core::register::{Risk, Status, Treatment};

use crate::desk::Desk;
use crate::screen::{Screen, accessible_name, attribute, text};

/// What somebody typed into the form of a risk and did not save.
fn types(desk: &Desk, risk: &Risk, edit: impl FnOnce(&mut RiskDraft)) {
    let base = RiskDraft::of(risk);
    let mut draft = base.clone();
    edit(&mut draft);
    tasks::keep_draft(&desk.world, &format!("#/risks/{}", risk.id), &Typed { base, draft });
}

#[test]
fn a_draft_that_is_found_again_writes_back_nothing_that_nobody_typed() {
    let desk = Desk::with_example();
    let risk = desk.risk("Strategic");
    types(&desk, &risk, |draft| draft.notes = "Ask Legal".into());
    let place = format!("#/risks/{}", risk.id);
    let untouched = Screen::at(&desk, &place);
    untouched.shows("This is what you typed here earlier and did not save.");
    untouched.does_not_show("The register has changed since.");
    let screen = Screen::at(&desk.edits("Strategic", |risk| risk.owner = "Head of Law".into()), &place);
    assert_eq!((screen.filled("Notes"), screen.filled("Owner")), ("Ask Legal".into(), "Head of Law".into()));
    screen.shows("The register has changed since.");
    screen.button("Put it away and start afresh");
}

#[test]
fn a_draft_that_says_what_the_register_says_is_none() {
    let desk = Desk::with_example();
    let risk = desk.risk("Strategic");
    types(&desk, &risk, |draft| draft.owner = "Head of Law".into());
    let desk = desk.edits("Strategic", |risk| risk.owner = "Head of Law".into());
    let screen = Screen::at(&desk, &format!("#/risks/{}", risk.id));
    screen.does_not_show("This is what you typed here earlier");
}

const RISKS: &str = "Risks with their current score and level";
const HEAT_MAP: &str = "How many risks lie at each likelihood and impact now";
const STRATEGIC: &str = "Strategic partnerships (PPP/PFI, outsourcing)";

fn titles(screen: &Screen) -> Vec<String> {
    screen.table(RISKS).column("Risk")
}

#[test]
fn eleven_risks_stand_in_their_published_order() {
    let screen = Screen::at(&Desk::with_example(), "#/risks");
    screen.heading("11 risks");
    let rows = screen.table(RISKS).rows();
    assert_eq!(rows.len(), 11);
    let references: Vec<&str> = rows.iter().map(|row| &*row[1]).collect();
    assert_eq!(references, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]);
    assert_eq!(
        rows[4][1..],
        [
            "5",
            STRATEGIC,
            "Council as a whole",
            "Partner or supplier failure",
            "",
            "4.1 \u{d7} 3.9",
            "15.99 5th",
            "High"
        ]
    );
}

#[test]
fn the_heat_map_counts_the_risks_of_each_cell_and_leads_to_them() {
    let desk = Desk::with_example();
    let screen = Screen::at(&desk, "#/risks");
    let [_, map, _] = heat_maps(desk.register(), &Filter::default());
    let mut expected = Vec::new();
    for at in desk.register().matrix().layout().rows(desk.register().matrix()).concat() {
        let address = format!("#/risks?likelihood={}&impact={}", at.likelihood + 1, at.impact + 1);
        expected.extend(Some((map.count(at), address)).filter(|(count, _)| *count > 0));
    }
    let shown = screen.table(HEAT_MAP).links();
    assert_eq!(shown.len(), expected.len());
    let mut total = 0;
    for ((name, to), (count, address)) in shown.iter().zip(&expected) {
        assert!(name.starts_with(&format!("{count} risk")), "{name}");
        assert_eq!(to, address);
        total += count;
        assert_eq!(titles(&Screen::at(&desk, to)).len(), *count, "{to}");
    }
    assert_eq!(total, 11);
}

#[test]
fn the_heat_map_says_each_level_in_words() {
    let rows = Screen::at(&Desk::with_example(), "#/risks").table(HEAT_MAP).rows();
    assert_eq!(rows.len(), 6);
    for row in rows {
        assert!(row[1..].iter().all(|cell| cell.chars().any(char::is_alphabetic)), "{row:?}");
    }
}

#[test]
fn a_chosen_cell_is_marked_and_can_be_let_go() {
    let screen = Screen::at(&Desk::with_example(), "#/risks?likelihood=5&impact=4");
    screen.heading("2 risks found");
    let current = screen.all("td a[aria-current=true]");
    assert_eq!(current.len(), 1);
    assert!(accessible_name(current[0]).ends_with("chosen; choose again to see all"));
    assert_eq!(attribute(current[0], "href"), "#/risks");
}

#[test]
fn filters_stand_in_the_address_and_in_the_form() {
    let desk = Desk::with_example();
    for (address, label, value, found) in [
        ("#/risks?q=strategic", "Find", "strategic", 1),
        ("#/risks?category=legal-and-liability", "Category", "Legal and liability", 2),
        ("#/risks?level=4", "Level", "Very high", 2),
        ("#/risks?without=owner", "What is missing", "No owner", 11),
        ("#/risks?status=open", "Status", "Open", 11),
        ("#/risks?q=legislation&category=legal-and-liability", "Find", "legislation", 1),
    ] {
        let screen = Screen::at(&desk, address);
        assert_eq!(screen.filled(label), value, "{address}");
        assert_eq!(titles(&screen).len(), found, "{address}");
        screen.heading(&format!("{found} {} found", if found == 1 { "risk" } else { "risks" }));
        assert_eq!(screen.link_to("Show all risks"), "#/risks");
    }
}

#[test]
fn a_filter_that_nothing_passes_says_what_to_do() {
    let screen = Screen::at(&Desk::with_example(), "#/risks?q=unicorns");
    screen.heading("0 risks found");
    screen.shows("No risk matches. Take a part of the filter away.");
    screen.link("Show all risks");
}

#[test]
fn a_column_sorts_both_ways_and_says_so() {
    let desk = Desk::with_example();
    let by_title = Screen::at(&desk, "#/risks?sort=title");
    let shown = titles(&by_title);
    let mut sorted = shown.clone();
    sorted.sort();
    assert_eq!(shown, sorted);
    let head = by_title.all("th[aria-sort=ascending]");
    assert_eq!(head.iter().map(|h| text(*h)).collect::<Vec<_>>(), ["Risk"]);
    assert_eq!(by_title.link_to("Risk"), "#/risks?sort=-title");
    let reversed: Vec<String> = shown.into_iter().rev().collect();
    assert_eq!(titles(&Screen::at(&desk, "#/risks?sort=-title")), reversed);
}

#[test]
fn a_sorted_column_keeps_the_filter_and_a_filter_keeps_the_order() {
    let screen = Screen::at(&Desk::with_example(), "#/risks?without=owner&sort=title");
    assert_eq!(screen.link_to("Owner"), "#/risks?without=owner&sort=owner");
    let (_, to) = screen.table(HEAT_MAP).links().remove(0);
    assert!(to.contains("without=owner") && to.contains("sort=title"), "{to}");
}

#[test]
fn the_form_of_a_risk_is_filled_with_what_is_known() {
    let desk = Desk::with_example().edits("Strategic", |risk| {
        risk.owner = "Head of Finance".into();
        risk.cause = "A partner withdraws\nat short notice".into();
        risk.treatment = Treatment::Treat;
        risk.status = Status::Draft;
    });
    let id = desk.risk("Strategic").id;
    let screen = Screen::at(&desk, &format!("#/risks/{id}"));
    assert_eq!(screen.title(), STRATEGIC);
    for (label, value) in [
        ("The risk in a few words", STRATEGIC),
        ("Partnership", "Council as a whole"),
        ("Category", "Partner or supplier failure"),
        ("Cause", "A partner withdraws\nat short notice"),
        ("Owner", "Head of Finance"),
        ("Treatment", "Treat"),
        ("Status", "Draft"),
        ("Reference", "5"),
        ("Notes", ""),
    ] {
        assert_eq!(screen.filled(label), value, "{label}");
    }
    let current =
        |label| attribute(screen.field_in("Current: after today\u{2019}s controls", label), "value");
    assert_eq!((current("Likelihood"), current("Impact")), ("4.1".into(), "3.9".into()));
    screen.shows("High 15.99");
    screen.button("Delete");
}

#[test]
fn a_new_risk_belongs_to_the_partnership_it_was_asked_for() {
    let desk = Desk::with_example();
    let id = desk.register().partnerships()[0].id;
    let screen = Screen::at(&desk, &format!("#/risks/new?partnership={id}"));
    assert_eq!(screen.title(), "New risk");
    assert_eq!(screen.filled("Partnership"), "Council as a whole");
    assert_eq!(screen.filled("Status"), "Open");
}

#[test]
fn an_edit_form_is_filled_with_what_is_known() {
    let desk = Desk::with_example();
    let id = desk.register().partnerships()[0].id;
    let partnership = Screen::at(&desk, &format!("#/partnerships/{id}/edit"));
    assert_eq!(partnership.filled("Name of the partnership"), "Council as a whole");
    assert_eq!(partnership.filled("Which form does it take?"), "Other");
    let organisation = Screen::at(&desk, "#/organisation");
    assert_eq!(organisation.filled("Name of your organisation"), "Fife Council");
    assert_eq!(organisation.filled("What kind of body is it?"), "Council");
}

#[test]
fn what_was_deleted_leaves_an_address_that_says_so() {
    for place in [
        "#/risks/ffffffffffffffff",
        "#/partnerships/ffffffffffffffff",
        "#/partnerships/ffffffffffffffff/edit",
        "#/partnerships/ffffffffffffffff/risks",
    ] {
        let screen = Screen::at(&Desk::with_example(), place);
        assert_eq!(screen.title(), "There is nothing at this address", "{place}");
    }
}

#[test]
fn a_closed_risk_is_left_out_until_it_is_asked_for() {
    let desk = Desk::with_example().edits("Systems", |risk| risk.status = Status::Closed);
    Screen::at(&desk, "#/risks").heading("10 risks");
    let closed = titles(&Screen::at(&desk, "#/risks?status=closed"));
    assert_eq!(closed.len(), 1);
    assert!(closed[0].starts_with("Systems not uniform") && closed[0].ends_with("Closed"), "{closed:?}");
}

#[test]
fn each_rating_has_its_heat_map_whose_cells_lead_to_its_risks() {
    let desk = Desk::with_example().edits("Strategic", |risk| {
        risk.ratings.inherent = risk.ratings.current;
        risk.ratings.current = None;
    });
    let screen = Screen::at(&desk, "#/risks?map=inherent");
    let map = screen.table("How many risks lie at each likelihood and impact before any control");
    assert_eq!(
        map.links(),
        [(
            "1 risk, likelihood 4, impact 4, level High, inherent".to_owned(),
            "#/risks?rating=inherent&likelihood=4&impact=4&map=inherent".to_owned()
        )]
    );
    assert_eq!(titles(&Screen::at(&desk, &map.links()[0].1)), [STRATEGIC]);
    screen.shows("No risk shown here has a target rating yet.");
    assert_eq!(screen.link_to("Target"), "#/risks?map=target");
    assert_eq!(attribute(screen.link("Inherent"), "aria-current"), "true");
}

#[test]
fn how_risks_move_is_offered_where_one_does() {
    let desk = Desk::with_example();
    Screen::at(&desk, "#/risks").does_not_show("How these risks move");
    let desk = desk.edits("Strategic", |risk| {
        risk.ratings.target = risk.ratings.current.map(|mut rating| {
            rating.impact = partnership_risk_core::scale::Position::of_step(0);
            rating
        });
    });
    Screen::at(&desk, "#/risks").shows("How these risks move from rating to rating");
}

#[test]
fn risks_can_be_selected_by_name_and_none_is_at_first() {
    let screen = Screen::at(&Desk::with_example(), "#/risks");
    screen.field(&format!("Select {STRATEGIC}"));
    screen.button("Select all shown");
    screen.shows("No risk selected");
    screen.does_not_show("What to change");
}
