//! How the figures of a risk may begin, and what they look like while they are typed.

use partnership_risk_core::example::{fife_council, marlshire};
use partnership_risk_core::loss::{Frequency, FrequencyLaw, Millionths, Severity, SeverityLaw};
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{Quantification, Risk, Stage};
use partnership_risk_core::share::Share;

use crate::desk::Desk;
use crate::screen::Screen;

fn form(desk: &Desk, risk: &Risk) -> Screen {
    Screen::at(desk, &format!("#/risks/{}", risk.id))
}

fn council() -> Desk {
    Desk::with_register(marlshire())
}

/// The risk of which Derbyshire's figures stand in the invented council's register.
fn break_ins() -> Risk {
    let register = marlshire();
    let id = register.losses().iter().find(|loss| loss.count == 128).and_then(|loss| loss.risk);
    (**register.risk(id.expect("it came about")).expect("it is there")).clone()
}

/// So many events a year of so many pounds each, all ours.
fn figures(rate: &str, pounds: i64) -> Quantification {
    let rate = Millionths::read(rate).expect("a rate");
    let amount = Pence::of_pounds(pounds).expect("small");
    Quantification {
        frequency: Frequency::new(FrequencyLaw::Poisson { rate }).expect("sound"),
        severity: Severity::new(SeverityLaw::Fixed { amount }).expect("sound"),
        our_share: Share::WHOLE,
        basis: String::new(),
        pulls: Vec::new(),
    }
}

#[test]
fn past_losses_can_be_taken_with_years_between_left_out_or_quiet() {
    let risk = break_ins();
    let screen = form(&council(), &risk);
    screen.shows("This risk has come about before.");
    screen.button("Take these as figures, years without a loss left out");
    screen.button("Take these as figures, years without a loss counted as quiet");
    assert_eq!(screen.link_to("What its past losses say"), format!("#/cost/losses?of=risk-{}", risk.id));
    let register = marlshire();
    let single =
        register.losses().iter().find(|loss| loss.count == 1).and_then(|loss| loss.risk).expect("one");
    form(&council(), register.risk(single).expect("it is there")).button("Take these as figures");
}

#[test]
fn what_is_derived_is_called_so_until_it_is_changed() {
    let risk = break_ins();
    // 195 events in 4 years, £375,000 in all: £1,923.08 each.
    let amount = Pence::new(192_308).expect("small");
    let derived = Quantification {
        severity: Severity::new(SeverityLaw::Fixed { amount }).expect("sound"),
        ..figures("48.75", 0)
    };
    let with = |figures: Quantification| {
        form(&council().edits(&risk.title, |risk| risk.quantification = Some(figures)), &risk)
    };
    with(derived).shows("These figures are derived from past losses.");
    with(figures("48", 1_923)).does_not_show("These figures are derived");
}

#[test]
fn figures_can_begin_with_the_rating_where_the_matrix_has_numbers() {
    let rated = marlshire().risks().iter().find(|r| r.ratings.at(Stage::Inherent).is_some()).cloned();
    form(&council(), &rated.expect("one is rated")).button("Begin with figures from the rating");
    Screen::at(&council(), "#/risks/new").shows("Rate the risk before any control above");
    let fife = fife_council();
    let screen = form(&Desk::with_example(), &fife.risks()[0]);
    screen.shows("Figures could begin with the rating if your matrix said which chances a year each step of likelihood means.");
    assert_eq!(screen.link_to("Say so in the matrix"), "#/settings/matrix");
    screen.does_not_show("This risk has come about before.");
}

/// By hand: with half an event a year, no year of 0.607 has one, and one of 0.910 no more than one.
#[test]
fn the_year_of_a_risk_is_drawn_below_its_figures_and_said_in_words() {
    let risk = marlshire().risks()[0].clone();
    let desk = council().edits(&risk.title, |risk| risk.quantification = Some(figures("0.5", 10_000)));
    let screen = form(&desk, &risk);
    screen.shows("Every second year costs you no more than £0 (P50), four years of five no more than £10,000 (P80); in one year of twenty it is more than £20,000 (P95).");
    assert_eq!(screen.all("svg#figures-picture").len(), 1);
    assert_eq!(screen.table("Share of years in each range of your loss").column("Share of years")[0], "61 %");
    let rare = council().edits(&risk.title, |risk| risk.quantification = Some(figures("0.005", 10_000)));
    form(&rare, &risk).shows("In ninety-nine years of a hundred it costs nothing");
}
