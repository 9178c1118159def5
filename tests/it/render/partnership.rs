//! One partnership: its page with its tabs, and the form with every field.

use std::rc::Rc;

use partnership_risk::app::drafts::{Kept, PartnerDraft, PartnershipDraft, Typed};
use partnership_risk::app::tasks;
use partnership_risk_core::register::{Change, Partnership, PartnershipStatus};
use scraper::Selector;

use super::partnerships::{desk, id};
use crate::desk::Desk;
use crate::screen::{Screen, attribute, text};

#[test]
fn the_tabs_of_a_partnership_have_addresses_and_say_where_one_is() {
    let desk = desk();
    let council = desk.register().partnerships()[0].id;
    for (tab, title, here) in [
        ("", "Council as a whole", "About"),
        ("/risks", "Council as a whole", "Risks (11)"),
        ("/health", "Health of Council as a whole", "Health"),
        ("/cost", "Cost of Council as a whole", "Cost"),
        ("/trend", "Trend of Council as a whole", "Trend"),
    ] {
        let screen = Screen::at(&desk, &format!("#/partnerships/{council}{tab}"));
        assert_eq!(screen.title(), title);
        let tabs = screen.all("nav[aria-label='This partnership'] a");
        let current = tabs.iter().filter(|link| link.attr("aria-current") == Some("page"));
        assert_eq!(current.map(|link| text(*link)).collect::<Vec<_>>(), [here]);
        let to: Vec<String> = tabs.into_iter().map(|link| attribute(link, "href")).collect();
        assert_eq!(
            to,
            ["", "/risks", "/health", "/cost", "/trend"].map(|tab| format!("#/partnerships/{council}{tab}"))
        );
    }
    for tab in ["", "/risks", "/cost", "/trend", "/suggestions"] {
        let screen = Screen::at(&desk, &format!("#/partnerships/{council}{tab}"));
        let here = screen.all("nav[aria-label='Places'] a[aria-current=page]");
        assert_eq!(here.into_iter().map(text).collect::<Vec<_>>(), ["Partnerships"], "{tab}");
    }
    let add = Screen::at(&desk, &format!("#/partnerships/{council}")).link_to("Add a risk");
    assert_eq!(add, format!("#/risks/new?partnership={council}"));
    let risks = Screen::at(&desk, &format!("#/partnerships/{council}/risks"));
    assert_eq!(risks.table("Risks with their current score and level").rows().len(), 11);
    let none = Screen::at(&desk, &format!("#/partnerships/{}/risks", id(12)));
    none.shows("It has no risk that is open or in draft.");
    assert_eq!(none.link_to("Add the first risk"), format!("#/risks/new?partnership={}", id(12)));
}

#[test]
fn a_partnership_shows_all_that_is_known_of_it() {
    let screen = Screen::at(&desk(), &format!("#/partnerships/{}", id(12)));
    for fact in [
        "Form Shared service",
        "Status Proposed",
        "Purpose Recover more",
        "Lead officer Head of waste",
        "Who is in charge Director of place",
        "Objectives Recycle 60 % One depot",
        "Our staff days a year 1,200",
        "What changes for people Cleaner streets",
        "What it produces \u{2013}",
        "Annual budget \u{a3}1,700,000",
        "Our contribution a year \u{a3}250,000",
        "In one pooled budget No",
        "Rules for an overspend Not known",
        "Form of the agreement Signed by all partners",
        "How a partner leaves Not known",
        "Signed 1 April 2025",
        "Next review \u{2013}",
        "Stage of its life Working together",
    ] {
        screen.shows(fact);
    }
    assert_eq!(
        screen.table("Partners").rows(),
        [["County councildominant", "Council", "Accountable body", "60 %", "\u{2013}"]]
    );
}

#[test]
fn what_is_missing_is_named_plainly_and_not_asked_of_what_is_over() {
    let desk = desk();
    let screen = Screen::at(&desk, &format!("#/partnerships/{}", id(12)));
    screen.heading("What is missing");
    screen.shows("No date for the next review No risk written down Fill in what you know");
    screen.does_not_show("No lead officer");
    assert_eq!(screen.link_to("Fill in what you know"), format!("#/partnerships/{}/edit", id(12)));
    Screen::at(&desk, &format!("#/partnerships/{}", id(13))).does_not_show("What is missing");
}

#[test]
fn significance_says_which_criteria_are_met_which_not_which_are_not_known_and_why() {
    let screen = Screen::at(&desk(), &format!("#/partnerships/{}", id(12)));
    screen.heading("Significance: Major");
    screen.shows("It meets 3 of 5 criteria.");
    screen.shows("1 criterion cannot be told yet and counts as not met.");
    assert_eq!(
        screen.table("Criteria of significance").rows(),
        [
            ["It costs us \u{a3}100,000 a year or more", "Met", "Our contribution is \u{a3}250,000 a year"],
            ["It has a significant effect on our priorities", "Met", "Somebody has judged that it does"],
            [
                "It carries a risk at the highest level",
                "Not met",
                "No open risk stands at \u{201c}Very high\u{201d}"
            ],
            [
                "It lasts for five years or longer",
                "Not known",
                "It began on 1 April 2025; its end is not known"
            ],
            ["We rely heavily on the partner", "Met", "Somebody has judged that it does"],
        ]
    );
}

#[test]
fn what_can_be_done_with_a_partnership_fits_where_it_stands() {
    let desk = desk();
    let buttons = |bits: u64| -> Vec<String> {
        let screen = Screen::at(&desk, &format!("#/partnerships/{}", id(bits)));
        screen.all("main button").into_iter().map(text).filter(|name| name != "Hide this message").collect()
    };
    assert_eq!(buttons(12), ["Duplicate", "End it", "Archive", "Delete"]);
    assert_eq!(buttons(13), ["Duplicate", "Archive", "Delete"]);
    assert_eq!(buttons(14), ["Duplicate", "Take out of the archive", "Delete"]);
    let council = desk.register().partnerships()[0].id;
    Screen::at(&desk, &format!("#/partnerships/{council}")).button("Delete with 11 risks");
    Screen::at(&desk, &format!("#/partnerships/{}", id(14))).shows("Archived: it is put away");
}

#[test]
fn the_form_of_a_partnership_is_filled_with_all_that_is_known() {
    let screen = Screen::at(&desk(), &format!("#/partnerships/{}/edit", id(12)));
    assert_eq!(screen.title(), "Change Joint waste service");
    for (label, value) in [
        ("Name of the partnership", "Joint waste service"),
        ("Which form does it take?", "Shared service"),
        ("Status", "Proposed"),
        ("What is it for?", "Recover more"),
        ("Lead officer", "Head of waste"),
        ("Who is in charge?", "Director of place"),
        ("Objectives", "Recycle 60 %\nOne depot"),
        ("What is put in?", ""),
        ("Our staff days a year", "1200"),
        ("What does it produce?", ""),
        ("What changes for people?", "Cleaner streets"),
        ("What were the alternatives?", ""),
        ("Annual budget (\u{a3})", "1700000"),
        ("Our contribution a year (\u{a3})", "250000"),
        ("Funding streams", ""),
        ("Is the money in one pooled budget?", "No"),
        ("Are there rules for an overspend?", "I do not know"),
        ("What form does the agreement take?", "Signed by all partners"),
        ("Does it say what each partner delivers?", "I do not know"),
        ("Does it say how performance is measured?", "I do not know"),
        ("Does it say who bears which risk?", "I do not know"),
        ("Does it say how a partner leaves and how it ends?", "I do not know"),
        ("Date signed", "1/4/2025"),
        ("Last refreshed", ""),
        ("Review due", ""),
        ("Start", "1/4/2025"),
        ("End", ""),
        ("Next review", ""),
        ("Stage of its life", "Working together"),
        ("Notes", ""),
        ("Why are you changing this?", ""),
    ] {
        assert_eq!(screen.filled(label), value, "{label}");
    }
    let partner = |label| screen.field_in("Partner 1", label);
    assert_eq!(attribute(partner("Name of the partner"), "value"), "County council");
    assert_eq!(attribute(partner("Share of the money"), "value"), "60");
    let dominant = partner("It dominates the others: in size, in money or in what is decided");
    assert!(dominant.attr("checked").is_some());
    screen.button("Remove partner 1");
    screen.shows("Shares of the money add up to 60 %; 40 % to go");
    screen.shows("Shares of a loss: none given");
}

#[test]
fn a_new_partnership_starts_with_honest_answers_and_links_to_every_section() {
    let screen = Screen::at(&desk(), "#/partnerships/new");
    assert_eq!(screen.filled("Status"), "Active");
    assert_eq!(screen.filled("Which form does it take?"), "Choose one");
    assert_eq!(screen.filled("Is the money in one pooled budget?"), "I do not know");
    assert_eq!(screen.filled("What form does the agreement take?"), "I do not know");
    screen.does_not_show("Why are you changing this?");
    screen.button("Add a partner");
    let links = screen.all("nav[aria-label='Sections of this form'] a");
    assert_eq!(links.len(), 8);
    for link in links {
        let heading = screen.heading(&text(link));
        assert_eq!(attribute(link, "href"), format!("#{}", attribute(heading, "id")));
        assert_eq!(heading.attr("tabindex"), Some("-1"), "it takes the focus");
    }
}

#[test]
fn the_criteria_that_somebody_has_to_judge_are_asked_and_the_others_named() {
    let screen = Screen::at(&desk(), &format!("#/partnerships/{}/edit", id(12)));
    let ticks: Vec<(String, bool)> =
        ["It has a significant effect on our priorities", "We rely heavily on the partner"]
            .map(|label| {
                (label.to_owned(), screen.field_in("Which of these are so?", label).attr("checked").is_some())
            })
            .to_vec();
    assert!(ticks.iter().all(|(_, is_ticked)| *is_ticked), "{ticks:?}");
    screen.shows("The calculator works the other criteria out from the register: It costs us");
}

#[test]
fn what_was_typed_about_partners_survives_a_reload() {
    let desk = desk();
    let mut draft = PartnershipDraft::new();
    draft.name = "Pool".into();
    for (name, share) in [("NHS trust", "70"), ("County", "40")] {
        let (name, money_share) = (name.into(), share.into());
        draft.partners.push(PartnerDraft { name, money_share, ..PartnerDraft::new() });
    }
    assert_eq!(PartnershipDraft::of_text(&draft.as_text()), Some(draft.clone()));
    let typed = Typed { base: PartnershipDraft::new(), draft };
    tasks::keep_draft(&desk.world, "#/partnerships/new", &typed);
    let screen = Screen::at(&desk, "#/partnerships/new");
    screen.shows("This is what you typed here earlier and did not save.");
    assert_eq!(attribute(screen.field_in("Partner 2", "Name of the partner"), "value"), "County");
    screen.shows("Shares of the money add up to 110 %; 10 % too much");
}

#[test]
fn a_criterion_of_ones_own_is_asked_too() {
    let mut organisation = desk().register().organisation().clone();
    let mut rules = (*organisation.significance).clone();
    rules.criteria.truncate(2);
    rules.criteria[1].name = "Councillors ask about it".into();
    organisation.significance = Rc::new(rules);
    let desk = desk().does(Change::OrganisationSet(organisation));
    let form = Screen::at(&desk, "#/partnerships/new");
    form.field_in("Which of these are so?", "Councillors ask about it");
    let page = Screen::at(&desk, &format!("#/partnerships/{}", id(12)));
    page.heading("Significance: Moderate");
    page.shows("It meets 2 of 2 criteria.");
}

#[test]
fn what_is_in_the_archive_is_offered_in_no_form_but_its_own() {
    let desk = Desk::with_example();
    let archived =
        Partnership { status: PartnershipStatus::Archived, ..(*desk.register().partnerships()[0]).clone() };
    let (old, risk) = (archived.clone(), desk.risk("Strategic").id);
    let other = Partnership { id: id(77), name: "Harbour trust".into(), ..archived.clone() };
    let live = Partnership { status: PartnershipStatus::Active, ..other.clone() };
    let offered = |desk: &Desk, place: &str| -> Vec<String> {
        let choices = Selector::parse("option").expect("a selector");
        Screen::at(desk, place).field("Partnership").select(&choices).map(text).collect()
    };
    let both = desk.does(Change::PartnershipsPut(vec![archived, live]));
    for place in ["#/risks/new", "#/losses/new", "#/health/new"] {
        assert_eq!(offered(&both, place), ["Choose one", "Harbour trust"], "{place}");
        assert_eq!(Screen::at(&both, place).filled("Partnership"), "Harbour trust", "{place}");
    }
    assert_eq!(offered(&both, &format!("#/risks/{risk}")), ["Choose one", &old.name, "Harbour trust"]);
    assert_eq!(offered(&both, "#/risks"), ["All partnerships", &old.name, "Harbour trust"]);
    let none = both.does(Change::PartnershipsPut(vec![other]));
    for place in ["#/risks/new", "#/losses/new", "#/health/new"] {
        Screen::at(&none, place).link("Add a partnership first");
    }
    Screen::at(&none, &format!("#/risks/{risk}")).field("Partnership");
}
