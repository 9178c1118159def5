//! Practice in registers small enough to be judged by hand, and what holds of every one.

use std::rc::Rc;

use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

use super::*;
use crate::catalogue::facts;
use crate::example::{fife_council, marlshire};
use crate::health::{Answer, QuestionId};
use crate::money::Pence;
use crate::register::{
    Agreement, AgreementForm, Change, HealthCheck, HealthCheckId, Loss, LossId, Organisation, Partnership,
    PartnershipStatus, Ratings, Risk, RiskId,
};
use crate::scale::{Position, Rating, preset};

fn day(text: &str) -> Date {
    Date::read(text).expect("a date")
}

fn today() -> Date {
    day("31/3/2027")
}

fn id(bits: u64) -> PartnershipId {
    PartnershipId::from_bits(bits)
}

fn register(changes: Vec<Change>) -> Register {
    let empty = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
    empty.apply(Change::All(changes)).expect("sound parts")
}

fn partnerships(forms: &[AgreementForm]) -> Change {
    let partnership = |(bits, form): (u64, &AgreementForm)| Partnership {
        agreement: Agreement { form: *form, ..Agreement::default() },
        ..Partnership::new(id(bits), &format!("partnership {bits}"), 0)
    };
    Change::PartnershipsPut((1..).zip(forms).map(partnership).collect())
}

fn risk(bits: u64, owner: &str, is_rated: bool) -> Risk {
    let rating = Rating { likelihood: Position::of_step(1), impact: Position::of_step(1) };
    Risk {
        owner: owner.to_owned(),
        ratings: Ratings { current: is_rated.then_some(rating), ..Ratings::default() },
        ..Risk::new(RiskId::from_bits(bits), id(bits), &format!("risk {bits}"), 0)
    }
}

fn check(bits: u64, question: &str, answer: Answer) -> HealthCheck {
    let mut check = HealthCheck::new(HealthCheckId::from_bits(bits), id(bits), "Clerk", today(), 0);
    check.answers.insert(QuestionId::new(question), answer.into());
    check
}

fn loss(bits: u64, partnership: u64, date: &str, count: u32) -> Loss {
    Loss {
        id: LossId::from_bits(bits),
        created: 0,
        updated: 0,
        what: "thefts".to_owned(),
        date: day(date),
        partnership: id(partnership),
        risk: None,
        count,
        cost: Pence::default(),
        notes: String::new(),
    }
}

/// Yes, no and unknown by an indicator.
fn told(register: &Register, indicator: Indicator) -> [Vec<u64>; 3] {
    let practices = practices(register, today());
    let found = practices.into_iter().find(|p| p.indicator == indicator).map(|p| p.found);
    let Found { yes, no, unknown } = found.expect("every indicator is there");
    [yes, no, unknown].map(|ids| ids.iter().map(|id| id.bits()).collect())
}

#[test]
fn risk_is_managed_where_a_rated_risk_has_an_owner_and_the_register_is_joint() {
    const JOINT: &str = "joint-risk-register";
    let register = register(vec![
        partnerships(&[AgreementForm::NotKnown; 8]),
        Change::RisksPut(vec![
            risk(1, "Head of waste", true),
            risk(2, " ", true),
            risk(3, "Head of waste", false),
            risk(5, "Head of waste", true),
            risk(6, "Head of waste", true),
            risk(7, "Head of waste", true),
            risk(8, "Head of waste", true),
        ]),
        Change::HealthChecksPut(vec![
            check(1, JOINT, Answer::Partly),
            check(2, JOINT, Answer::Fully),
            check(3, JOINT, Answer::Fully),
            check(4, JOINT, Answer::Fully),
            check(5, JOINT, Answer::Planned),
            check(6, JOINT, Answer::DoNotKnow),
            check(7, JOINT, Answer::NotApplicable),
        ]),
    ]);
    assert_eq!(told(&register, Indicator::RiskManagement), [vec![1], vec![2, 3, 4, 5], vec![6, 7, 8]]);
}

#[test]
fn the_health_check_tells_of_an_agreement_where_the_partnership_does_not() {
    const SIGNED: &str = "signed-agreement";
    use AgreementForm::{Informal, None, NotKnown, SignedByAll, Written};
    let register = register(vec![
        partnerships(&[SignedByAll, Written, Informal, None, NotKnown, NotKnown, NotKnown, NotKnown]),
        Change::HealthChecksPut(vec![
            check(1, SIGNED, Answer::NotInPlace),
            check(4, SIGNED, Answer::Fully),
            check(5, SIGNED, Answer::Largely),
            check(6, SIGNED, Answer::Partly),
            check(7, SIGNED, Answer::DoNotKnow),
        ]),
        Change::LossesPut(vec![loss(1, 4, "1/4/2026", 1), loss(2, 6, "1/4/2026", 2)]),
    ]);
    assert_eq!(told(&register, Indicator::SignedAgreement), [vec![1, 5], vec![2, 3, 4, 6], vec![7, 8]]);
    assert_eq!(told(&register, Indicator::ProblemsWithoutAgreement), [vec![4], vec![3], vec![7, 8]]);
    assert_eq!(told(&register, Indicator::ProblemsWithAgreement), [vec![6], vec![1, 2, 5], vec![7, 8]]);
}

#[test]
fn losses_of_three_years_count_once_losses_are_written_down() {
    let partnerships = || partnerships(&[AgreementForm::NotKnown; 5]);
    assert_eq!(told(&register(vec![partnerships()]), Indicator::ProblemsMet)[2], [1, 2, 3, 4, 5]);
    let losses = Change::LossesPut(vec![
        loss(1, 1, "1/4/2024", 1),
        loss(2, 2, "31/3/2024", 1),
        loss(3, 3, "1/4/2027", 1),
        loss(4, 4, "1/4/2026", 0),
        loss(5, 1, "31/3/2027", 7),
    ]);
    let register = register(vec![partnerships(), losses]);
    assert_eq!(told(&register, Indicator::ProblemsMet), [vec![1], vec![2, 3, 4, 5], vec![]]);
}

#[test]
fn an_officer_without_a_name_is_none_and_a_partnership_that_is_over_does_not_count() {
    let named = |bits, officer: &str| Partnership {
        accountable_officer: officer.to_owned(),
        ..Partnership::new(id(bits), "Waste", 0)
    };
    let over = Partnership { status: PartnershipStatus::Ended, ..named(3, "Head of waste") };
    let register =
        register(vec![Change::PartnershipsPut(vec![named(1, "Head of waste"), named(2, " "), over])]);
    assert_eq!(told(&register, Indicator::AccountableOfficer), [vec![1], vec![2], vec![]]);
}

#[test]
fn leaders_are_able_where_they_were_assessed_for_working_with_others() {
    const SKILLS: &str = "collaboration-skills";
    let register = register(vec![
        partnerships(&[AgreementForm::NotKnown; 6]),
        Change::HealthChecksPut(vec![
            check(1, SKILLS, Answer::Fully),
            check(2, SKILLS, Answer::Largely),
            check(3, SKILLS, Answer::Partly),
            check(4, SKILLS, Answer::DoNotKnow),
            check(5, SKILLS, Answer::NotApplicable),
        ]),
    ]);
    assert_eq!(told(&register, Indicator::AbleLeaders), [vec![1, 2], vec![3], vec![4, 5, 6]]);
}

/// A practice that so many of so many partnerships have.
fn practice(indicator: Indicator, yes: u64, of: u64) -> Practice {
    let found = Found {
        yes: (0..yes).map(id).collect(),
        no: (yes..of).map(id).collect(),
        unknown: vec![id(1_000_000)],
    };
    Practice { indicator, found }
}

#[test]
fn what_it_takes_to_be_level_with_the_published_figure() {
    for (indicator, yes, of, to_published, to_all) in [
        // 44 per cent of 10 is 4.4, so five have to have it.
        (Indicator::RiskManagement, 2, 10, Some(3), 8),
        (Indicator::RiskManagement, 44, 100, Some(0), 56),
        (Indicator::RiskManagement, 0, 0, None, 0),
        // Bodies with problems that auditors found are nothing to hold partnerships with a loss against.
        (Indicator::ProblemsMet, 5, 9, None, 5),
        (Indicator::ProblemsWithAgreement, 3, 10, None, 3),
        (Indicator::ProblemsWithoutAgreement, 6, 10, None, 6),
        (Indicator::SignedAgreement, 1, 10, None, 9),
        (Indicator::AccountableOfficer, 1, 10, None, 9),
    ] {
        let practice = practice(indicator, yes, of);
        let to_move = practice.to_move();
        assert_eq!(
            (to_move.to_published, to_move.partnerships.len()),
            (to_published, to_all),
            "{indicator:?}"
        );
    }
}

#[test]
fn every_published_figure_is_a_fact_and_stands_in_its_words() {
    for indicator in Indicator::ALL {
        assert!(indicator.counts().ends_with('.'), "{indicator:?}");
        let Some(published) = indicator.published() else { continue };
        let facts = facts();
        let fact = facts.iter().find(|fact| fact.id == published.fact).expect("a shipped fact");
        let per_cent = format!("{:.0} %", published.share * 100.0);
        let is_said = fact.figure.contains(&per_cent) || (fact.figure == "a third" && per_cent == "33 %");
        assert!(is_said && published.difference.ends_with('.'), "{indicator:?}: {}", fact.figure);
    }
}

#[test]
fn every_live_partnership_of_the_examples_is_in_one_list() {
    for register in [fife_council(), marlshire()] {
        let live = InForce::of(&register).partnerships().len();
        let lists = |indicator| told(&register, indicator).iter().map(Vec::len).sum::<usize>();
        for indicator in [
            Indicator::RiskManagement,
            Indicator::SignedAgreement,
            Indicator::AccountableOfficer,
            Indicator::ProblemsMet,
        ] {
            assert_eq!(lists(indicator), live, "{indicator:?}");
        }
        // With and without share only those of which nothing is known.
        let parted = lists(Indicator::ProblemsWithAgreement) + lists(Indicator::ProblemsWithoutAgreement);
        assert!(parted >= live);
    }
}

#[test]
fn whatever_is_a_yardstick_is_better_the_more_there_is_of_it() {
    let is_a_yardstick = |indicator: &Indicator| indicator.published().is_some_and(|p| p.is_a_yardstick);
    let yardsticks: Vec<Indicator> = Indicator::ALL.into_iter().filter(is_a_yardstick).collect();
    assert_eq!(yardsticks, [Indicator::RiskManagement]);
    assert!(yardsticks.iter().all(|indicator| indicator.better() == Better::More));
}

fn any_practice() -> impl Strategy<Value = Practice> {
    (0_u64..60, 0_u64..60).prop_map(|(yes, no)| practice(Indicator::RiskManagement, yes, yes + no))
}

proptest! {
    #[test]
    fn to_move_as_many_as_said_is_enough_and_one_fewer_is_not(practice in any_practice()) {
        let to_move = practice.to_move();
        let ours = practice.found.proportion();
        let Some(needed) = to_move.to_published else { return Ok(()) };
        prop_assert!(needed <= to_move.partnerships.len());
        let share = practice.indicator.published().expect("there is one to be level with").share;
        let is_level = |moved: usize| {
            let by = moved as f64 / ours.of() as f64;
            let now = ours.share().expect("there are some");
            now + by >= share - 1e-9
        };
        prop_assert_eq!(is_level(needed), true);
        prop_assert!(needed == 0 || !is_level(needed - 1));
    }
}
