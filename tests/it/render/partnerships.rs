//! Partnerships: the list with its filters, the portfolio at a glance, and where to look first.

use partnership_risk_core::date::Date;
use partnership_risk_core::health::{Answer, Answers, QuestionId};
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{
    AgreementForm, Change, HealthCheck, HealthCheckId, Kind, Known, LifeStage, Partner, Partnership,
    PartnershipId, PartnershipStatus, Register, Role, Sector,
};
use partnership_risk_core::share::Share;

use crate::desk::Desk;
use crate::screen::Screen;

const LIST: &str = "Partnerships, live ones first";

pub(super) fn id(bits: u64) -> PartnershipId {
    PartnershipId::from_bits(bits)
}

/// A shared service of which much is known; three of five criteria are met.
fn waste() -> Partnership {
    let mut waste = Partnership::new(id(12), "Joint waste service", 0);
    waste.kind = Kind::SharedService;
    waste.status = PartnershipStatus::Proposed;
    waste.stage = Some(LifeStage::WorkingTogether);
    waste.purpose = "Recover more".into();
    waste.objectives = "Recycle 60 %\nOne depot".into();
    waste.lead_officer = "Head of waste".into();
    waste.accountable_officer = "Director of place".into();
    waste.value.outcomes = "Cleaner streets".into();
    waste.value.staff_days = Some(1200);
    waste.partners = vec![Partner {
        name: "County council".into(),
        sector: Sector::Council,
        role: Role::AccountableBody,
        is_dominant: true,
        money_share: Share::read("60").ok(),
        loss_share: None,
    }];
    waste.funding.annual_budget = Pence::read("1.7m").ok();
    waste.funding.our_contribution = Pence::read("250,000").ok();
    waste.funding.pooled = Known::No;
    waste.agreement.form = AgreementForm::SignedByAll;
    waste.agreement.signed = Date::read("1/4/2025").ok();
    waste.start = Date::read("1/4/2025").ok();
    waste.significant_for = vec!["priorities".into(), "reliance".into()];
    waste
}

fn over(bits: u64, name: &str, status: PartnershipStatus) -> Partnership {
    Partnership { status, ..Partnership::new(id(bits), name, 0) }
}

/// Fife's register, the shared service, and two partnerships that are over.
pub(super) fn desk() -> Desk {
    let partnerships = vec![
        waste(),
        over(13, "Baths", PartnershipStatus::Ended),
        over(14, "Attic", PartnershipStatus::Archived),
    ];
    Desk::with_example().does(Change::PartnershipsPut(partnerships))
}

fn names(screen: &Screen) -> Vec<String> {
    screen.table(LIST).column("Partnership")
}

#[test]
fn the_list_says_how_much_each_matters_how_it_is_run_what_it_costs_and_who_leads() {
    let rows = Screen::at(&desk(), "#/partnerships").table(LIST).rows();
    assert_eq!(
        rows,
        [
            [
                "Council as a whole",
                "Other",
                "Nobody named",
                "Limited",
                "Not checked",
                "Not known",
                "11",
                "Very high"
            ],
            [
                "Joint waste serviceProposed",
                "Shared service",
                "Head of waste",
                "Major",
                "Not checked",
                "\u{a3}250,000",
                "0",
                ""
            ],
            ["BathsEnded", "Other", "Nobody named", "Limited", "Not checked", "Not known", "0", ""],
        ]
    );
}

#[test]
fn filters_of_partnerships_stand_in_the_address_and_in_the_form() {
    let desk = desk();
    for (address, label, value, found) in [
        ("#/partnerships?q=WASTE", "Find", "WASTE", &["Joint waste serviceProposed"][..]),
        ("#/partnerships?q=county", "Find", "county", &["Joint waste serviceProposed"]),
        ("#/partnerships?status=archived", "Status", "Archived", &["AtticArchived"]),
        (
            "#/partnerships?status=live",
            "Status",
            "Live: proposed or active",
            &["Council as a whole", "Joint waste serviceProposed"],
        ),
        ("#/partnerships?form=shared-service", "Form", "Shared service", &["Joint waste serviceProposed"]),
        ("#/partnerships?significance=major", "Significance", "Major", &["Joint waste serviceProposed"]),
        (
            "#/partnerships?health=not-checked",
            "Health",
            "Not checked",
            &["Council as a whole", "Joint waste serviceProposed", "BathsEnded"],
        ),
        ("#/partnerships?without=lead", "What is missing", "No lead officer", &["Council as a whole"]),
    ] {
        let screen = Screen::at(&desk, address);
        assert_eq!(screen.filled(label), value, "{address}");
        assert_eq!(names(&screen), found, "{address}");
        let n = found.len();
        screen.heading(&format!("{n} {} found", if n == 1 { "partnership" } else { "partnerships" }));
        assert_eq!(screen.link_to("Show all partnerships"), "#/partnerships");
    }
}

#[test]
fn a_long_list_comes_in_pages() {
    let many = (100..250).map(|n| over(n, &format!("Forum {n}"), PartnershipStatus::Active)).collect();
    let desk = desk().does(Change::PartnershipsPut(many));
    let first = Screen::at(&desk, "#/partnerships?sort=name");
    assert_eq!(names(&first).len(), 50);
    let second = Screen::at(&desk, &first.link_to("Next"));
    second.shows("Page 2 of 4");
    assert_eq!(names(&second).len(), 50);
    assert_eq!(first.link_to("Partnership"), "#/partnerships?sort=-name");
}

#[test]
fn a_filter_that_no_partnership_passes_says_what_to_do() {
    let screen = Screen::at(&desk(), "#/partnerships?q=unicorns");
    screen.heading("0 partnerships found");
    screen.shows("No partnership matches. Take a part of the filter away.");
}

#[test]
fn a_column_of_partnerships_sorts_both_ways_and_keeps_the_filter() {
    let desk = desk();
    let screen = Screen::at(&desk, "#/partnerships?status=live&sort=name");
    assert_eq!(screen.link_to("Partnership"), "#/partnerships?status=live&sort=-name");
    assert_eq!(screen.link_to("Cost a year"), "#/partnerships?status=live&sort=-cost");
    assert_eq!(screen.all("th[aria-sort=ascending]").len(), 1);
    let forwards = names(&screen);
    let mut backwards = names(&Screen::at(&desk, "#/partnerships?status=live&sort=-name"));
    backwards.reverse();
    assert_eq!(forwards, backwards);
}

#[test]
fn the_portfolio_at_a_glance_counts_live_partnerships_and_leads_to_each_count() {
    let desk = desk();
    let screen = Screen::at(&desk, "#/partnerships");
    for figure in [
        "Live partnerships 2 Proposed or active",
        "Annual budget \u{a3}1.7 million 1 of 2 say",
        "Our contribution a year \u{a3}250,000 1 of 2 say",
        "Our staff days a year 1,200 1 of 2 say",
        "Funding streams Not known",
    ] {
        screen.shows(figure);
    }
    assert_eq!(screen.link_to("2"), "#/partnerships?status=live");
    for (text, address, n) in [
        ("1 partnership that nobody leads", "#/partnerships?status=live&without=lead", 1),
        (
            "1 partnership without an agreement known to be signed by all",
            "#/partnerships?status=live&without=agreement",
            1,
        ),
        ("1 partnership without an accountable officer", "#/partnerships?status=live&without=accountable", 1),
        ("1 partnership without a word on how they add value", "#/partnerships?status=live&without=value", 1),
        ("1 partnership, Shared service", "#/partnerships?status=live&form=shared-service", 1),
    ] {
        assert_eq!(screen.link_to(text), address);
        assert_eq!(names(&Screen::at(&desk, address)).len(), n, "{address}");
    }
    assert_eq!(
        screen.table("Live partnerships by form").rows(),
        [
            ["Shared service", "1", "\u{a3}1,700,000", "\u{a3}250,000"],
            ["Other", "1", "Not known", "Not known"]
        ]
    );
}

#[test]
fn an_empty_portfolio_says_what_to_do_next() {
    let organisation = Desk::with_example().register().organisation().clone();
    let desk = Desk::with_register(Register::new(organisation));
    for place in ["#/partnerships", "#/partnerships/attention"] {
        let screen = Screen::at(&desk, place);
        screen.shows("There are none yet. Add the first one, then its risks.");
        assert_eq!(screen.link_to("Add a partnership"), "#/partnerships/new");
    }
}

/// A check of a partnership in which three questions are answered.
fn check(bits: u64, partnership: PartnershipId, answer: Answer) -> HealthCheck {
    let day = Date::read("1/4/2027").expect("a date");
    let mut answers = Answers::default();
    for question in ["right-route", "joint-objectives", "signed-agreement"] {
        answers.insert(QuestionId::new(question), answer.into());
    }
    let check = HealthCheck::new(HealthCheckId::from_bits(bits), partnership, "Head of waste", day, 0);
    HealthCheck { answers, ..check }
}

#[test]
fn where_to_look_first_is_the_corner_of_significance_and_health() {
    let council = desk().register().partnerships()[0].id;
    let checks = vec![check(1, id(12), Answer::Planned), check(2, council, Answer::Fully)];
    let desk = desk().does(Change::HealthChecksPut(checks));
    let screen = Screen::at(&desk, "#/partnerships/attention");
    screen.heading("1 major partnership is weak or was never checked");
    assert_eq!(
        screen.table("Major partnerships that are weak or were never checked").rows(),
        [["Joint waste service", "25 % so far, weak", "Director of place", "None rated"]]
    );
    let table = screen.table("Live partnerships by significance and health");
    assert_eq!(
        table.rows(),
        [["Major", "1", "0", "0", "0"], ["Moderate", "0", "0", "0", "0"], ["Limited", "0", "0", "1", "0"]]
    );
    for (name, to) in table.links() {
        assert!(name.starts_with("1 partnership, significance "), "{name}");
        assert_eq!(names(&Screen::at(&desk, &to)).len(), 1, "{to}");
    }
    let list = Screen::at(&desk, "#/partnerships");
    assert_eq!(list.link_to("1 major partnership is weak or never checked"), "#/partnerships/attention");
    assert_eq!(list.table(LIST).column("Health")[0], "100 % so far, good");
}

#[test]
fn where_no_partnership_is_major_nothing_comes_first() {
    Screen::at(&Desk::with_example(), "#/partnerships/attention")
        .heading("No partnership is major by your criteria");
}
