//! What belongs to risks: every field of the form, controls, actions, losses, and the bow tie.

use partnership_risk_core::catalogue::ControlType;
use partnership_risk_core::date::Date;
use partnership_risk_core::example::marlshire;
use partnership_risk_core::loss::{Frequency, FrequencyLaw, Millionths, Severity, SeverityLaw};
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{
    Action, ActionId, ActionState, Bearer, Change, Confidence, Control, ControlId, ControlState, Effect,
    Loss, LossId, Proximity, Quantification, RiskId, Serves,
};
use partnership_risk_core::share::Share;

use crate::desk::Desk;
use crate::screen::{Screen, accessible_name, attribute};

/// A desk where one risk has controls, actions and a loss.
fn furnished() -> Desk {
    let desk = Desk::with_example();
    let risk = desk.risk("Strategic").id;
    let partnership = desk.register().partnerships()[0].id;
    let control = |bits, name: &str, kind, state| Control {
        kind,
        state,
        effects: vec![Effect { likelihood_steps: 1, ..Effect::on(risk) }],
        ..Control::new(ControlId::from_bits(bits), name, 0)
    };
    let action = |bits, what: &str, due: &str, owner: &str| Action {
        due: Date::read(due).ok(),
        owner: owner.into(),
        ..Action::new(ActionId::from_bits(bits), what, Serves::Risk(risk), 0)
    };
    let loss = Loss {
        id: LossId::from_bits(1),
        created: 0,
        updated: 0,
        what: "Partner withdrew".into(),
        date: Date::new(2007, 4, 1).expect("a day"),
        partnership,
        risk: Some(risk),
        count: 41,
        cost: Pence::of_pounds(45_000).expect("an amount"),
        notes: String::new(),
    };
    desk.does(Change::All(vec![
        Change::ControlsPut(vec![
            control(1, "Signed agreement", ControlType::Preventive, ControlState::Operating),
            control(2, "Fallback plan", ControlType::Corrective, ControlState::Planned),
        ]),
        Change::ActionsPut(vec![
            action(1, "Agree an exit plan", "1/1/1960", "Solicitor"),
            action(2, "Test the fallback", "", ""),
        ]),
        Change::LossesPut(vec![loss]),
    ]))
}

fn strategic(desk: &Desk) -> RiskId {
    desk.risk("Strategic").id
}

#[test]
fn every_field_of_a_risk_is_in_its_form() {
    let other = Desk::with_example().risk("Systems").id;
    let desk = Desk::with_example().edits("Strategic", |risk| {
        risk.bearers = vec![Bearer { name: "NHS trust".into(), share: Share::read("40").expect("a share") }];
        risk.confidence = Confidence::High;
        risk.evidence = "Two audits".into();
        risk.proximity = Proximity::ThisYear;
        risk.treatment_reason = "Within appetite".into();
        risk.status_reason = "In force".into();
        risk.review = Date::new(2027, 3, 31).ok();
        risk.linked = vec![other];
    });
    let screen = Screen::at(&desk, &format!("#/risks/{}", strategic(&desk)));
    for (label, value) in [
        ("Body", "NHS trust"),
        ("Share in per cent", "40"),
        ("How sure are you of the current rating?", "High"),
        ("Evidence", "Two audits"),
        ("When could it come about?", "Within a year"),
        ("Reason for the treatment", "Within appetite"),
        ("Reason for the status", "In force"),
        ("Next review", "31/3/2027"),
        ("Why are you changing this?", ""),
    ] {
        assert_eq!(screen.filled(label), value, "{label}");
    }
    screen.shows("60 % is still to be shared out.");
    screen.button("Remove body 1");
    assert!(screen.link_to(&desk.risk("Systems").title).ends_with(&other.to_string()));
    for button in ["Add a body", "Close the risk", "Duplicate", "Delete"] {
        screen.button(button);
    }
}

#[test]
fn figures_are_asked_for_law_by_law_and_told_in_a_sentence() {
    let desk = Desk::with_example();
    let place = format!("#/risks/{}", strategic(&desk));
    let without = Screen::at(&desk, &place);
    assert_eq!(without.filled("How often could it happen?"), "No figures yet");
    without.does_not_show("What would it cost each time?");
    let amounts = [10_000, 100_000].map(|n| Pence::of_pounds(n).expect("an amount"));
    let law = SeverityLaw::Lognormal { low: amounts[0], high: amounts[1] };
    let desk = desk.edits("Strategic", |risk| {
        let rate = Millionths::read("2").expect("a number");
        risk.quantification = Some(Quantification {
            frequency: Frequency::new(FrequencyLaw::Poisson { rate }).expect("sound"),
            severity: Severity::new(law.clone()).expect("sound"),
            our_share: Share::read("50").expect("a share"),
            pulls: Vec::new(),
            basis: "Claims since 2019".into(),
        });
    });
    let screen = Screen::at(&desk, &place);
    for (label, value) in [
        ("How often could it happen?", "Any number of times, at a steady rate"),
        ("Times a year, on average", "2"),
        ("What would it cost each time?", "A range that nine in ten fall into (lognormal)"),
        ("Low end of the cost", "10000"),
        ("High end of the cost", "100000"),
        ("Your share of the cost in per cent", "50"),
        ("What the figures rest on", "Claims since 2019"),
    ] {
        assert_eq!(screen.filled(label), value, "{label}");
    }
    screen.shows("On average £80,800 a year, £40,400 of it yours; in 13.5 % of years it does not happen.");
}

#[test]
fn each_driver_is_asked_for_where_the_rate_is_steady_and_elsewhere_it_is_said_why_not() {
    let desk = Desk::with_register(marlshire());
    let at = |title: &str| Screen::at(&desk, &format!("#/risks/{}", desk.risk(title).id));
    let steady = at("Too few call takers");
    let shares = "What it has in common with other risks";
    assert_eq!(attribute(steady.field_in(shares, "Funding squeeze"), "value"), "40");
    assert_eq!(attribute(steady.field_in(shares, "Crime and attacks"), "value"), "");
    assert_eq!(steady.link_to("Shared drivers"), "#/settings/drivers");
    // exp(-1.5 x 0.6) x (1 + 0.562529 x 1.5 x 0.4)^(-1 / 0.562529); 22.3 % without the driver.
    steady.shows("in 24.2 % of years it does not happen");
    let once = at("The highways contractor fails");
    once.shows("this risk stands apart from them.");
    once.does_not_show(shares);
    Screen::at(&Desk::with_example(), "#/risks/new").does_not_show("Shared drivers");
}

#[test]
fn a_risk_shows_what_keeps_it_down_and_what_is_to_be_done() {
    let desk = furnished();
    let id = strategic(&desk);
    let screen = Screen::at(&desk, &format!("#/risks/{id}"));
    let controls = screen.table("Controls on this risk");
    assert_eq!(
        controls.rows(),
        [
            ["Signed agreement", "Preventive", "Operating", "", "Likelihood down 1 step"],
            ["Fallback plan", "Corrective", "Planned", "", "Likelihood down 1 step"],
        ]
    );
    assert_eq!(
        screen.table("Actions for this risk").column("Action"),
        ["Agree an exit plan", "Test the fallback"]
    );
    assert_eq!(screen.link_to("Add a control"), format!("#/controls/new?risk={id}"));
    assert_eq!(screen.link_to("Add an action"), format!("#/actions/new?risk={id}"));
    screen.shows("Only an operating control earns credit.");
}

#[test]
fn a_new_risk_has_nothing_below_its_form() {
    let screen = Screen::at(&Desk::with_example(), "#/risks/new");
    screen.does_not_show("Add a control");
    screen.does_not_show("Why are you changing this?");
}

#[test]
fn controls_are_listed_and_filtered_by_the_address() {
    let desk = furnished();
    let names = |address: &str| Screen::at(&desk, address).table("Controls by name").column("Control");
    assert_eq!(names("#/controls"), ["Fallback plan", "Signed agreement"]);
    assert_eq!(names("#/controls?state=operating"), ["Signed agreement"]);
    assert_eq!(names("#/controls?type=corrective&q=FALL"), ["Fallback plan"]);
    let screen = Screen::at(&desk, "#/controls?state=retired");
    screen.heading("0 controls found");
    assert_eq!(screen.filled("State"), "Retired");
    assert_eq!(screen.link_to("Show all controls"), "#/controls");
    Screen::at(&Desk::with_example(), "#/controls").shows("There are none yet.");
}

#[test]
fn the_form_of_a_control_has_its_effect_on_each_risk() {
    let desk = furnished();
    let screen = Screen::at(&desk, &format!("#/controls/{}", ControlId::from_bits(2)));
    assert_eq!(screen.title(), "Fallback plan");
    assert_eq!((screen.filled("Type"), screen.filled("State")), ("Corrective".into(), "Planned".into()));
    let title = desk.risk("Strategic").title;
    screen.link(&title);
    screen.button(&format!("Remove {title}"));
    assert_eq!(screen.filled("Likelihood, steps down"), "1");
    assert_eq!(screen.link_to("Add an action"), format!("#/actions/new?control={}", ControlId::from_bits(2)));
    let new = Screen::at(&desk, &format!("#/controls/new?risk={}", strategic(&desk)));
    new.link(&title);
}

#[test]
fn actions_are_grouped_by_when_they_are_due_and_counted_by_owner() {
    let desk = furnished();
    let screen = Screen::at(&desk, "#/actions");
    assert_eq!(screen.table("Overdue").column("Action"), ["Agree an exit plan"]);
    assert_eq!(screen.table("Overdue").column("Due"), ["1 January 1960, overdue"]);
    assert_eq!(screen.table("No date").column("Owner"), ["Nobody named"]);
    assert_eq!(
        screen.table("Actions by owner").rows(),
        [["Solicitor", "1", "1"], ["Nobody named", "1", "0"]]
    );
    screen.button("Mark as done: Agree an exit plan");
    assert_eq!(screen.link_to("Solicitor"), "#/actions?owner=Solicitor");
    let nobodys = Screen::at(&desk, "#/actions?owner=");
    nobodys.shows("1 action found");
    assert_eq!(nobodys.filled("Owner"), "Nobody named");
}

#[test]
fn the_form_of_an_action_says_what_it_is_for() {
    let desk = furnished();
    let screen = Screen::at(&desk, &format!("#/actions/{}", ActionId::from_bits(1)));
    assert_eq!(screen.filled("Due"), "1/1/1960");
    screen.link(&desk.risk("Strategic").title);
    screen.button("Mark as done");
    let done = desk.does(Change::ActionsPut(vec![Action {
        state: ActionState::Done,
        completed: Date::new(2026, 11, 1).ok(),
        ..Action::new(
            ActionId::from_bits(2),
            "Test",
            Serves::Partnership(furnished().register().partnerships()[0].id),
            0,
        )
    }]));
    let screen = Screen::at(&done, "#/actions?state=done");
    assert_eq!(screen.table("Done or dropped").column("State"), ["Done on 1 November 2026"]);
    let open = Screen::at(&done, "#/actions/new");
    open.field("What is it for?");
    open.button("Choose the partnership Council as a whole");
}

#[test]
fn losses_are_listed_and_add_up() {
    let desk = furnished();
    let screen = Screen::at(&desk, "#/losses");
    let rows = screen.table("Losses, newest first").rows();
    assert_eq!(rows[0][..3], ["Partner withdrew", "1 April 2007", "2007/08"]);
    assert_eq!(screen.table("Losses by financial year").rows(), [["2007/08", "41", "\u{a3}45,000"]]);
    assert_eq!(screen.table("Losses by partnership").rows(), [["Council as a whole", "41", "\u{a3}45,000"]]);
    let form = Screen::at(&desk, &screen.link_to("Partner withdrew"));
    assert_eq!((form.filled("When"), form.filled("Cost")), ("1/4/2007".into(), "45000".into()));
    assert_eq!(form.filled("Risk that came about"), desk.risk("Strategic").title);
    Screen::at(&Desk::with_example(), "#/losses").shows("There are none yet.");
}

#[test]
fn a_bow_tie_says_its_finding_and_has_its_content_as_lists() {
    let desk = furnished().edits("Strategic", |risk| risk.cause = "Budget cuts\nA rival contract".into());
    let screen = Screen::at(&desk, &format!("#/risks/{}/bow-tie", strategic(&desk)));
    screen.heading("1 of 2 controls operates");
    let pictures = screen.all("svg[role=img]");
    assert_eq!(attribute(pictures[0], "aria-label"), "1 of 2 controls operates");
    assert_eq!(screen.all("rect[class*=dashed]").len(), 1);
    let items: Vec<String> = screen.all("li").into_iter().map(crate::screen::text).collect();
    for item in ["Budget cuts", "A rival contract", "Signed agreement", "Fallback plan (planned)"] {
        assert!(items.iter().any(|found| found == item), "{item} is not among {items:?}");
    }
}

#[test]
fn the_way_to_controls_actions_and_losses_starts_at_the_risks() {
    let screen = Screen::at(&Desk::with_example(), "#/risks");
    for (name, to) in [("Controls", "#/controls"), ("Actions", "#/actions"), ("Losses", "#/losses")] {
        assert_eq!(screen.link_to(name), to);
    }
}

#[test]
fn what_was_deleted_says_so() {
    for place in ["controls", "actions", "losses"] {
        let screen = Screen::at(&Desk::with_example(), &format!("#/{place}/{}", RiskId::from_bits(77)));
        assert_eq!(screen.title(), "There is nothing at this address", "{place}");
    }
}

#[test]
fn a_risk_says_what_its_operating_controls_are_worth_beside_its_rating() {
    let desk = Desk::with_register(marlshire());
    let risk = desk.risk("The pooled budget overspends").id;
    let screen = Screen::at(&desk, &format!("#/risks/{risk}"));
    screen.shows(
        "bring it from 5 \u{d7} 5 Very high to 4 \u{d7} 4 Very high; you rate it 4 \u{d7} 4 Very high.",
    );
    screen.shows("How it has moved over time");
}

#[test]
fn a_long_list_shows_its_first_and_offers_the_rest() {
    let desk = Desk::with_example();
    let serves = Serves::Risk(desk.register().risks()[0].id);
    let action = |bits| Action::new(ActionId::from_bits(bits), "Write to the partner", serves, 0);
    let desk = desk.does(Change::ActionsPut((1..=60).map(action).collect()));
    let screen = Screen::at(&desk, "#/actions");
    assert_eq!(screen.table("No date").rows().len(), 50);
    screen.shows("10 more");
    screen.heading("No date (60)");
}

#[test]
fn everything_that_belongs_to_risks_can_be_copied_and_deleted() {
    let desk = Desk::with_register(marlshire());
    let register = desk.register();
    for place in [
        format!("#/risks/{}", register.risks()[0].id),
        format!("#/controls/{}", register.controls()[0].id),
        format!("#/actions/{}", register.actions()[0].id),
        format!("#/losses/{}", register.losses()[0].id),
    ] {
        let screen = Screen::at(&desk, &place);
        screen.button("Duplicate");
        let deletes = |button| accessible_name(button).starts_with("Delete");
        assert!(screen.all("button").into_iter().any(deletes), "{place}");
    }
}
