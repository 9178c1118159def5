//! The cost of risk: every figure on the screen is the core's, by an engine of its own, and what is switched, crossed or
//! bought is said in words.

use std::rc::Rc;

use partnership_risk_core::cost::{Costs, Slice};
use partnership_risk_core::example::{fife_council, marlshire};
use partnership_risk_core::loss::YearsLoss;
use partnership_risk_core::loss::sampling::Simulation;
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{Change, Control, Partnership, Register, Risk, TolerancePoint};
use partnership_risk_core::share::Share;

use crate::desk::Desk;
use crate::screen::{Screen, attribute, text};

const COST: &str = "#/cost";
const FIGURES: &str = "Figures of a year\u{2019}s loss";

fn council() -> Desk {
    Desk::with_register(marlshire())
}

/// Thousands and millions as the page says them, by another way than its own.
fn said(amount: f64) -> String {
    let scientific = format!("{amount:.2e}");
    let (digits, power) = scientific.split_once('e').expect("it has a power");
    let power: i32 = power.parse().expect("a power");
    let rounded: f64 = digits.parse::<f64>().expect("digits") * 10_f64.powi(power);
    if rounded >= 1e6 {
        let millions = format!("{:.2}", rounded / 1e6);
        return format!("\u{a3}{} million", millions.trim_end_matches('0').trim_end_matches('.'));
    }
    Pence::of_pounds(rounded.round() as i64).expect("small").to_string()
}

fn today(register: &Register, slice: &Slice) -> YearsLoss {
    YearsLoss::of(&Costs::of(register, slice).portfolio(Control::is_operating))
}

#[test]
fn the_figures_on_the_screen_are_the_cores() {
    let screen = Screen::at(&council(), COST);
    let register = marlshire();
    let costs = Costs::of(&register, &Slice::All);
    let (before, now) = (costs.portfolio(|_| false), today(&register, &Slice::All));
    let table = screen.table(FIGURES);
    let names = table.column("Figure");
    let row = |name: &str| names.iter().position(|other| other == name).expect("it is told");
    let shown = |name: &str, column: &str| table.column(column)[row(name)].clone();
    assert_eq!(shown("Expected loss", "Today"), said(now.mean()));
    assert_eq!(shown("Expected loss", "Before any control"), said(before.mean()));
    for (name, q) in [("Median (P50)", 0.5), ("P80", 0.8), ("Value at risk, 95 %", 0.95)] {
        assert_eq!(shown(name, "Today"), said(now.quantile(q).best), "{name}");
        assert_eq!(
            shown(name, "Before any control"),
            said(YearsLoss::of(&before).quantile(q).best),
            "{name}"
        );
    }
    assert_eq!(shown("Tail value at risk, 95 %", "Today"), said(now.tail_mean(0.95)));
    let worst = said(now.quantile(0.95).best);
    screen.shows(&format!("In one year of twenty you should expect to lose more than {worst}."));
}

#[test]
fn one_partnership_has_its_own_year_on_its_own_tab() {
    let register = marlshire();
    let risk = register.risks().iter().find(|risk| risk.quantification.is_some()).expect("one has");
    let slice = Slice::Partnership(risk.partnership);
    let expected = said(today(&register, &slice).mean());
    for place in [
        format!("#/partnerships/{}/cost", risk.partnership),
        format!("{COST}?of=partnership-{}", risk.partnership),
    ] {
        let screen = Screen::at(&council(), &place);
        let table = screen.table(FIGURES);
        assert_eq!(table.column("Today")[0], expected, "{place}");
    }
}

#[test]
fn one_risk_has_its_own_year_which_its_page_leads_to() {
    let register = marlshire();
    let risk = register.risks().iter().find(|risk| risk.quantification.is_some()).expect("one has");
    let screen = Screen::at(&council(), &format!("#/risks/{}", risk.id));
    let to = screen.link_to("What this risk costs in a year, with its controls");
    let screen = Screen::at(&council(), &to);
    let expected = said(today(&register, &Slice::Risk(risk.id)).mean());
    assert_eq!(screen.table(FIGURES).column("Today")[0], expected);
    assert_eq!(screen.filled("Risks that count"), format!("Risk: {}", risk.title));
    assert_eq!(screen.link_to("The risk, its figures and its controls"), format!("#/risks/{}", risk.id));
}

#[test]
fn a_risk_that_seldom_comes_about_costs_nothing_in_most_years() {
    let register = marlshire();
    let rare = |risk: &&Rc<Risk>| {
        risk.quantification.is_some() && today(&register, &Slice::Risk(risk.id)).quantile(0.95).best <= 0.0
    };
    let risk = register.risks().iter().find(rare).expect("one does");
    let screen = Screen::at(&council(), &format!("{COST}?of=risk-{}", risk.id));
    screen.shows("In most years you should expect to lose nothing: in ");
}

#[test]
fn a_control_that_is_switched_off_moves_every_figure_and_says_by_how_much() {
    let register = marlshire();
    let costs = Costs::of(&register, &Slice::All);
    let control = costs.controls().iter().find(|s| s.control.is_operating()).expect("one operates").control;
    let screen = Screen::at(&council(), &format!("{COST}?switched={}", control.id));
    let without = costs.portfolio(|other| other.is_operating() && other.id != control.id);
    let table = screen.table(FIGURES);
    assert_eq!(table.column("As switched")[0], said(without.mean()));
    assert_eq!(table.column("Today")[0], said(today(&register, &Slice::All).mean()));
    let more = said(without.mean() - today(&register, &Slice::All).mean());
    screen.shows(&format!("As switched, a year costs {more} more on average"));
    let ticks = screen.all(".switches input");
    let ticked = ticks.iter().filter(|tick| tick.attr("checked").is_some()).count();
    let operating = costs.controls().iter().filter(|serving| serving.control.is_operating()).count();
    assert_eq!((ticks.len(), ticked), (costs.controls().len(), operating - 1));
}

fn with_tolerance(loss: i64, chance: &str) -> Desk {
    let register = marlshire();
    let mut organisation = register.organisation().clone();
    let mut appetite = (*organisation.appetite).clone();
    let loss = Pence::of_pounds(loss).expect("small");
    appetite.tolerance = vec![TolerancePoint { loss, chance: Share::read(chance).expect("a share") }];
    organisation.appetite = appetite.into();
    Desk::with_register(register.apply(Change::OrganisationSet(organisation)).expect("sound"))
}

#[test]
fn what_is_tolerated_is_held_against_the_curve() {
    let crossed = Screen::at(&with_tolerance(1_000, "1"), COST);
    crossed.shows("More than you tolerate: a loss above £1,000 has a chance of");
    assert_eq!(
        crossed.table("What is tolerated, and what may happen").column("Result"),
        ["More than tolerated"]
    );
    let within = Screen::at(&with_tolerance(900_000_000, "1"), COST);
    within.heading("Losses stay within what you tolerate");
    let none = Screen::at(&Desk::with_register(fife_council()), COST);
    none.shows("To see what a year may cost, open a risk and say how often it could happen");
}

#[test]
fn parts_in_the_worst_years_add_up_and_lead_to_their_risks() {
    let screen = Screen::at(&council(), "#/cost/shares");
    let shares = screen.table("Parts in the losses").column("Share of that");
    let percent = |text: &String| text.trim_end_matches(" %").parse::<f64>().expect("a percentage");
    let sum: f64 = shares.iter().map(percent).sum();
    assert!((sum - 100.0).abs() <= shares.len() as f64 / 2.0, "{shares:?}");
    let links = screen.all("section[aria-labelledby=parts] tbody a");
    assert!(
        !links.is_empty() && links.iter().all(|link| attribute(*link, "href").starts_with("#/cost?of=risk-"))
    );
    let by = Screen::at(&council(), "#/cost/shares?by=partnership");
    let links = by.all("section[aria-labelledby=parts] tbody a");
    assert!(links.iter().all(|link| attribute(*link, "href").starts_with("#/partnerships/")));
}

#[test]
fn a_budget_buys_controls_within_it_and_says_how_they_were_found() {
    let nothing = Screen::at(&council(), "#/cost/controls");
    nothing.shows("Enter a budget to see which controls to buy.");
    let screen = Screen::at(&council(), "#/cost/controls?among=all&budget=60000");
    let lead = text(screen.all("section[aria-labelledby=budget] .lead")[0]);
    assert!(lead.contains("a year, which save"), "{lead}");
    screen.shows("All sets were weighed or ruled out");
    let unreadable = Screen::at(&council(), "#/cost/controls?budget=much");
    unreadable.shows("Enter an amount, such as 60,000 or 1.5m");
    assert_eq!(unreadable.filled("Budget a year in pounds"), "much");
    let worth = screen.table("What each control is worth");
    assert_eq!(worth.column("State").iter().filter(|state| *state == "Not operating").count(), 1);
}

#[test]
fn the_digits_of_a_million_years_are_those_that_browsers_must_show() {
    let register = marlshire();
    let portfolio = Costs::of(&register, &Slice::All).portfolio(Control::is_operating);
    let mut simulation = Simulation::new(&portfolio, 1, 1_000_000).expect("it is small");
    simulation.advance(1_000_000);
    let digest = format!("{:016x}", simulation.result().expect("it has years").digest);
    assert!(include_str!("../../e2e/cost.test.mjs").contains(&digest), "{digest}");
}

#[test]
fn a_simulation_can_be_asked_for_and_is_not_run_by_itself() {
    let screen = Screen::at(&council(), COST);
    screen.heading("Check the figures by simulation");
    screen.shows("Simulate a million years");
}

#[test]
fn what_drives_several_of_the_risks_is_named_and_where_nothing_does_that_is_said() {
    let screen = Screen::at(&council(), COST);
    screen.shows("Risks move together by 2 shared drivers: Funding squeeze and Crime and attacks.");
    assert_eq!(screen.link_to("Shared drivers"), "#/settings/drivers");
    let register = marlshire();
    let quantified = |p: &Partnership| register.risks_of(p.id).any(|risk| risk.quantification.is_some());
    let partnership = register.partnerships().iter().find(|p| quantified(p)).expect("one has figures");
    let alone = Screen::at(&council(), &format!("#/partnerships/{}/cost", partnership.id));
    alone.shows("Risks are taken to be independent of one another.");
}
