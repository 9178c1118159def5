//! What the register keeps about itself: checks and waivers, snapshots, duties, saved views.

use partnership_risk_core::date::Date;
use partnership_risk_core::example::marlshire;
use partnership_risk_core::register::{
    Action, ActionId, Change, Register, SavedView, Serves, Snapshot, SnapshotId, Status, Subject, Waiver,
};

use crate::desk::Desk;
use crate::screen::{Screen, attribute, text};

fn day(text: &str) -> Date {
    Date::read(text).expect("a day")
}

#[test]
fn the_header_counts_what_the_checks_found_and_the_page_lists_it_by_severity() {
    let desk = Desk::with_example();
    let screen = Screen::at(&desk, "#/checks");
    let findings = screen.all("main section li").len();
    assert_eq!(screen.link_to(&format!("Checks: {findings}")), "#/checks");
    let parts: Vec<String> = screen.all("main h2").into_iter().map(text).collect();
    assert_eq!(parts, ["Problems", "Warnings", "Reminders"][..parts.len()]);
    screen.heading("Risk without an owner (11)");
    screen.shows("A risk that nobody has is looked after by nobody.");
}

#[test]
fn a_finding_leads_to_the_field_to_put_right() {
    let desk = Desk::with_example();
    let risk = desk.risk("Systems not uniform");
    let screen = Screen::at(&desk, "#/checks");
    let name = format!("\u{201c}{}\u{201d} has no owner.", risk.title);
    assert_eq!(screen.link_to(&name), format!("#/risks/{}?field=owner", risk.id));
    Screen::at(&desk, &screen.link_to(&name)).field("Owner");
}

#[test]
fn findings_are_filtered_by_the_address() {
    let desk = Desk::with_example();
    let screen = Screen::at(&desk, "#/checks?severity=problem");
    assert_eq!(screen.filled("Severity"), "Problem");
    screen.does_not_show("Risk without an owner (11)");
    assert_eq!(screen.link_to("Show all findings"), "#/checks");
    let id = desk.register().partnerships()[0].id;
    let screen = Screen::at(&desk, &format!("#/checks?severity=warning&partnership={id}"));
    assert_eq!(screen.filled("Partnership"), "Council as a whole");
    screen.heading("Risk without an owner (11)");
}

#[test]
fn a_finding_that_is_let_pass_is_listed_apart_until_its_day() {
    let desk = Desk::with_example();
    let risk = desk.risk("Systems not uniform");
    let waive = format!("#/checks/waive?check=risk-without-owner&risk={}", risk.id);
    let form = Screen::at(&desk, &waive);
    form.shows("has no owner.");
    assert_eq!((form.filled("Why may it pass?"), form.filled("Until")), (String::new(), String::new()));
    let waiver = Waiver {
        check: "risk-without-owner".into(),
        subject: Subject::Risk(risk.id),
        reason: "Being recruited".into(),
        until: day("2/1/1970"),
    };
    let desk = desk.does(Change::WaiversSet(vec![waiver]));
    let screen = Screen::at(&desk, "#/checks");
    screen.heading("Risk without an owner (10)");
    screen.heading("Let pass");
    screen.shows("Until 2 January 1970: Being recruited");
    screen.button("Take the waiver back");
}

#[test]
fn a_waiver_of_nothing_is_not_offered() {
    let id = Desk::with_example().risk("Systems").id;
    for place in
        ["check=no-such&risk=".to_owned() + &id.to_string(), "check=money-shares&risk=zzz".to_owned()]
    {
        let screen = Screen::at(&Desk::with_example(), &format!("#/checks/waive?{place}"));
        assert_eq!(screen.title(), "There is nothing at this address");
    }
}

#[test]
fn where_nothing_is_found_the_page_says_what_would_be() {
    let empty = Register::new(Desk::with_example().register().organisation().clone());
    let desk = Desk::with_register(empty);
    let screen = Screen::at(&desk, "#/checks");
    assert_eq!(screen.link_to("Checks: 0"), "#/checks");
    screen.shows("Every check passes today.");
}

#[test]
fn the_overview_lists_the_most_pressing_findings() {
    let screen = Screen::at(&Desk::with_example(), "#/");
    screen.heading("What the checks found");
    assert_eq!(screen.all("[aria-labelledby=pressing] li").len(), 5);
    let all = Screen::at(&Desk::with_example(), "#/checks").all("main section li").len();
    assert_eq!(screen.link_to(&format!("All {all} findings")), "#/checks");
}

/// The example with a snapshot of its first day, after which one risk was closed.
fn with_snapshot() -> Desk {
    let desk = Desk::with_example();
    let id = SnapshotId::from_bits(1);
    let snapshot = Snapshot::of(desk.register(), id, "Board in January", day("1/1/1970"), 0);
    desk.does(Change::SnapshotsPut(vec![snapshot]))
        .edits("Systems", |risk| (risk.status, risk.status_reason) = (Status::Closed, "Replaced".into()))
}

/// The example with a snapshot, a waiver, actions and saved views.
pub fn with_everything_kept() -> Desk {
    let desk = with_snapshot();
    let partnership = desk.register().partnerships()[0].id;
    let risk = desk.risk("Incident").id;
    let action = |bits, serves| Action {
        due: Some(day("1/2/1970")),
        ..Action::new(ActionId::from_bits(bits), "Review the contract", serves, 0)
    };
    let waiver = Waiver {
        check: "risk-without-owner".into(),
        subject: Subject::Risk(risk),
        reason: "Being recruited".into(),
        until: day("2/1/1970"),
    };
    let view = |name: &str| SavedView { name: name.into(), address: "#/risks?q=a".into() };
    desk.does(Change::All(vec![
        Change::ActionsPut(vec![action(1, Serves::Risk(risk)), action(2, Serves::Partnership(partnership))]),
        Change::WaiversSet(vec![waiver]),
        Change::ViewsSet(vec![view("Mine"), view("Yours")]),
    ]))
}

#[test]
fn before_the_first_snapshot_the_page_says_what_one_is_for() {
    let screen = Screen::at(&Desk::with_example(), "#/snapshots");
    screen.field("Name of the snapshot");
    screen.button("Take a snapshot");
    screen.shows("There is none yet.");
}

#[test]
fn a_partnership_shows_how_its_own_risks_have_moved() {
    let desk = Desk::with_register(marlshire());
    let partnership = &desk.register().partnerships()[0];
    let screen = Screen::at(&desk, &format!("#/partnerships/{}/trend", partnership.id));
    screen.heading(&format!("Trend of {}", partnership.name));
    let rows = screen.table("Where each risk stood, day by day").rows();
    let own = desk.register().risks_of(partnership.id).filter(|risk| risk.ratings.current.is_some());
    assert_eq!(rows.len(), own.count());
    let overspend = rows.iter().find(|row| row[0] == "The pooled budget overspends").expect("it is listed");
    assert!(overspend[2].contains("Today Very high (16)"), "{overspend:?}");
}

#[test]
fn without_a_snapshot_the_trend_of_a_partnership_says_how_to_begin() {
    let desk = Desk::with_example();
    let trend = format!("#/partnerships/{}/trend", desk.register().partnerships()[0].id);
    Screen::at(&desk, &trend).shows("No snapshot has this partnership in it yet.");
}

#[test]
fn what_moved_since_a_snapshot_is_told_with_the_reason() {
    let screen = Screen::at(&with_snapshot(), "#/snapshots");
    screen.heading("From Board in January to Today");
    screen.shows("10 unchanged, 1 closed.");
    let rows = screen.table("Risks that moved between the two days").rows();
    assert_eq!(rows.len(), 1);
    assert_eq!((&*rows[0][1], &*rows[0][3], &*rows[0][4]), ("Closed", "\u{2013}", "Replaced"));
    let levels = screen.table("Open risks at each level, day by day").column("Snapshot");
    assert_eq!(levels, ["Board in January", "Today"]);
    assert!(!screen.table("Places of categories on both days").rows().is_empty());
    assert!(!screen.table("Mean score of each category, day by day").rows().is_empty());
    screen.button("Delete Board in January");
}

#[test]
fn any_two_days_can_be_compared_by_the_address() {
    let desk = with_snapshot();
    let id = desk.register().snapshots()[0].id;
    let screen = Screen::at(&desk, &format!("#/snapshots?from={id}&to={id}"));
    screen.shows("No risk has moved, appeared or gone.");
    assert_eq!(screen.filled("With"), "Board in January, 1 January 1970");
    let since = screen.link_to("Compare with today: Board in January");
    assert_eq!(since, format!("#/snapshots?from={id}"));
    assert_eq!(Screen::at(&desk, &since).filled("With"), "Today");
    let form = Screen::at(&desk, &screen.link_to("Rename Board in January"));
    assert_eq!(form.filled("Name of the snapshot"), "Board in January");
}

#[test]
fn duties_stand_by_owner_as_far_ahead_as_is_asked() {
    let desk = Desk::with_example();
    let serves = Serves::Partnership(desk.register().partnerships()[0].id);
    let action = |bits, due: &str| Action {
        owner: "Head of Legal".into(),
        due: Some(day(due)),
        ..Action::new(ActionId::from_bits(bits), &format!("Action {bits}"), serves, 0)
    };
    let desk = desk.does(Change::ActionsPut(vec![action(1, "20/1/1970"), action(2, "20/3/1970")]));
    let rows = |address: &str| Screen::at(&desk, address).table("What Head of Legal has to do").rows();
    assert_eq!(rows("#/duties"), [["Action 1", "Action", "20 January 1970", "To come"]]);
    assert_eq!(rows("#/duties?days=90").len(), 2);
    let screen = Screen::at(&desk, "#/duties?days=90");
    assert_eq!(screen.filled("Look ahead"), "The next 90 days");
    assert_eq!(screen.link_to("Duties"), "#/duties");
}

#[test]
fn where_nothing_is_due_the_page_says_what_a_duty_is() {
    let empty = Register::new(Desk::with_example().register().organisation().clone());
    let screen = Screen::at(&Desk::with_register(empty), "#/duties");
    screen.shows("0 overdue, 0 due in the next 30 days.");
    screen.shows("A duty is an action with a due date");
}

#[test]
fn views_are_saved_from_the_risks_and_listed_with_their_addresses() {
    let screen = Screen::at(&Desk::with_example(), "#/risks?q=a");
    screen.field("Name of the view");
    screen.button("Save the view");
    Screen::at(&Desk::with_example(), &screen.link_to("Saved views")).shows("None yet.");
    let view = |name: &str, address: &str| SavedView { name: name.into(), address: address.into() };
    let views = vec![view("Legal", "#/risks?q=legal"), view("Odd", "javascript:alert(1)")];
    let screen = Screen::at(&Desk::with_example().does(Change::ViewsSet(views)), "#/views");
    assert_eq!(screen.link_to("Legal"), "#/risks?q=legal");
    assert_eq!(screen.link_to("Odd"), "#/not-found");
    assert_eq!(attribute(screen.field("New name for Legal"), "value"), "Legal");
    screen.button("Delete Legal");
}

#[test]
fn the_page_of_a_risk_leads_to_its_own_history() {
    let desk = Desk::with_example()
        .edits("Systems not uniform", |risk| risk.owner = "Head of IT".into())
        .edits("Incident leading to prosecution", |risk| risk.owner = "Solicitor".into());
    let risk = desk.risk("Systems not uniform");
    let page = Screen::at(&desk, &format!("#/risks/{}", risk.id));
    let screen = Screen::at(&desk, &page.link_to("History of this risk"));
    let changes = screen.table("What changed, newest first").rows();
    assert_eq!(changes.len(), 1);
    screen.shows("Head of IT");
    screen.does_not_show("Solicitor");
    assert_eq!(screen.link_to("this risk"), format!("#/risks/{}", risk.id));
    let all = Screen::at(&desk, &screen.link_to("The history of everything"));
    assert_eq!(all.table("What changed, newest first").rows().len(), 2);
}
