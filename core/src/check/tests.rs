//! A register without fault, what each check finds when one thing in it is changed, and what holds of every
//! register.

use std::collections::BTreeSet;
use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::catalogue::CategoryId;
use crate::health::{Answer, Answers, QuestionId};
use crate::loss::{self, Frequency, FrequencyLaw, Millionths, SeverityLaw};
use crate::money::Pence;
use crate::register::{
    ActionId, ActionState, AgreementForm, Bearer, Change, ControlId, ControlState, Effect, HealthCheck,
    HealthCheckId, Known, Organisation, Partner, PartnershipId, PartnershipStatus, Quantification, RiskId,
    Role, Sector, Serves, Status, Treatment, Waiver,
};
use crate::scale::{Position, Rating, preset};
use crate::share::Share;

/// The parts of a register.
#[derive(Clone, Debug)]
struct Parts {
    partnerships: Vec<Partnership>,
    risks: Vec<Risk>,
    controls: Vec<Control>,
    actions: Vec<Action>,
    waivers: Vec<Waiver>,
    checks: Vec<HealthCheck>,
}

const PARTNERSHIP: Subject = Subject::Partnership(PartnershipId::from_bits(1));
const LOW: Subject = Subject::Risk(RiskId::from_bits(1));
const HIGH: Subject = Subject::Risk(RiskId::from_bits(2));
const ACTION: Subject = Subject::Action(ActionId::from_bits(1));
const TODAY: &str = "1/3/2027";
const YESTERDAY: &str = "28/2/2027";

fn date(text: &str) -> Date {
    Date::read(text).expect("a day")
}

fn rating(likelihood: usize, impact: usize) -> Option<Rating> {
    let place = |step: usize| Position::of_step(step - 1);
    Some(Rating { likelihood: place(likelihood), impact: place(impact) })
}

fn share(points: i64) -> Share {
    Share::of_basis_points(points).expect("a share")
}

fn partnership(bits: u64) -> Partnership {
    let third = Partner {
        name: "NHS trust".into(),
        sector: Sector::Health,
        role: Role::Member,
        is_dominant: false,
        money_share: Some(share(3333)),
        loss_share: Some(share(3333)),
    };
    let mut partnership = Partnership::new(PartnershipId::from_bits(bits), "Waste", 0);
    partnership.accountable_officer = "A Adams".into();
    partnership.partners = vec![third; 3];
    partnership.agreement.form = AgreementForm::SignedByAll;
    partnership.agreement.exit = Known::Yes;
    partnership.agreement.review_due = Some(date(TODAY));
    partnership.funding.pooled = Known::Yes;
    partnership.funding.overspend_rules = Known::Yes;
    partnership.end = Some(date(TODAY));
    partnership.next_review = Some(date(TODAY));
    partnership
}

fn risk(bits: u64, title: &str, current: Option<Rating>) -> Risk {
    let mut risk = Risk::new(RiskId::from_bits(bits), PartnershipId::from_bits(1), title, 0);
    risk.reference = format!("R{bits}");
    risk.owner = "B Brown".into();
    risk.category = Some(CategoryId::new("service-gaps"));
    risk.ratings.current = current;
    risk.review = Some(date(TODAY));
    risk.quantification = Some(quantified());
    risk
}

fn quantified() -> Quantification {
    let rate = Millionths::FOUR;
    Quantification {
        frequency: Frequency::new(FrequencyLaw::Poisson { rate }).expect("sound"),
        severity: loss::Severity::new(SeverityLaw::Fixed { amount: Pence::default() }).expect("sound"),
        our_share: Share::WHOLE,
        pulls: Vec::new(),
        basis: String::new(),
    }
}

fn control(bits: u64, state: ControlState, risks: &[u64]) -> Control {
    let effects = risks.iter().map(|risk| Effect::on(RiskId::from_bits(*risk))).collect();
    Control { state, effects, ..Control::new(ControlId::from_bits(bits), "Contract reviews", 0) }
}

/// A health check of a partnership with one answer.
fn check(bits: u64) -> HealthCheck {
    let partnership = PartnershipId::from_bits(bits);
    let mut check = HealthCheck::new(HealthCheckId::from_bits(bits), partnership, "Clerk", date(TODAY), 0);
    check.answers.insert(QuestionId::new("tensions"), Answer::Partly.into());
    check
}

/// A partnership with a low risk that an operating control keeps down, and a risk at the highest level for which
/// there is an action. Every day that could have passed is today.
fn sound() -> Parts {
    let mut low = risk(1, "Bins missed", rating(2, 2));
    (low.ratings.inherent, low.ratings.target) = (rating(4, 5), rating(1, 2));
    let mut high = risk(2, "Contractor fails", rating(5, 5));
    high.bearers = vec![Bearer { name: "The county".into(), share: share(3333) }; 3];
    let mut action =
        Action::new(ActionId::from_bits(1), "Find another", Serves::Risk(RiskId::from_bits(2)), 0);
    (action.owner, action.due) = ("C Cole".into(), Some(date(TODAY)));
    Parts {
        partnerships: vec![partnership(1)],
        risks: vec![low, high],
        controls: vec![control(1, ControlState::Operating, &[1])],
        actions: vec![action],
        waivers: Vec::new(),
        checks: vec![check(1)],
    }
}

fn run_on(parts: &Parts) -> Findings {
    let organisation = Organisation::new("Anytown", Rc::new(preset::of_size(5, 5)));
    let register = Register::new(organisation)
        .apply(Change::All(vec![
            Change::PartnershipsPut(parts.partnerships.clone()),
            Change::RisksPut(parts.risks.clone()),
            Change::ControlsPut(parts.controls.clone()),
            Change::ActionsPut(parts.actions.clone()),
            Change::HealthChecksPut(parts.checks.clone()),
            Change::WaiversSet(parts.waivers.clone()),
        ]))
        .expect("sound parts");
    run(&Context { register: &register, today: date(TODAY) })
}

/// What is found when the sound register is changed.
fn found(edit: impl Fn(&mut Parts)) -> Vec<Finding> {
    let mut parts = sound();
    edit(&mut parts);
    run_on(&parts).open
}

fn keys(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.check).collect()
}

#[test]
fn a_register_without_fault_has_no_findings() {
    assert_eq!(run_on(&sound()), Findings::default());
}

type Case = (&'static str, &'static str, &'static [Subject], fn(&mut Parts));

const MAJOR: [&str; 2] = ["priorities", "reliance"];

/// Check, field, subjects, and the change to the sound register that brings just this about.
const CASES: [Case; 31] = [
    ("above-appetite-without-action", "treatment", &[HIGH], |p| p.actions[0].state = ActionState::Done),
    ("accepted-without-reason", "treatment-reason", &[HIGH], |p| p.risks[1].treatment = Treatment::Tolerate),
    ("current-above-inherent", "current-likelihood", &[LOW], |p| p.risks[0].ratings.inherent = rating(1, 2)),
    ("current-above-inherent", "current-impact", &[LOW], |p| p.risks[0].ratings.inherent = rating(2, 1)),
    ("target-above-current", "target-impact", &[LOW], |p| p.risks[0].ratings.target = rating(2, 3)),
    ("not-rated", "current-likelihood", &[LOW], |p| p.risks[0].ratings.current = None),
    ("relied-on-control", "state", &[Subject::Control(ControlId::from_bits(2))], |p| {
        p.controls.push(control(2, ControlState::Degraded, &[1]));
    }),
    ("relied-on-control", "state", &[Subject::Control(ControlId::from_bits(3))], |p| {
        p.controls.push(control(3, ControlState::Retired, &[1, 2]));
    }),
    ("lowered-without-control", "current-likelihood", &[LOW], |p| {
        p.controls[0].state = ControlState::Planned
    }),
    ("no-accountable-officer", "accountable-officer", &[PARTNERSHIP], |p| {
        p.partnerships[0].accountable_officer = " ".into();
    }),
    ("major-without-risk", "risks", &[Subject::Partnership(PartnershipId::from_bits(2))], |p| {
        p.partnerships.push(partnership(2));
        p.checks.push(check(2));
        p.partnerships[1].significant_for = MAJOR.map(Rc::from).to_vec();
        p.partnerships[1].funding.our_contribution = Pence::of_pounds(100_000).ok();
    }),
    ("major-without-health-check", "health-check", &[PARTNERSHIP], |p| {
        p.partnerships[0].significant_for = MAJOR.map(Rc::from).to_vec();
        p.checks[0].answers = Answers::default();
    }),
    ("risk-without-owner", "owner", &[HIGH], |p| p.risks[1].owner = "\t".into()),
    ("risk-without-category", "category", &[LOW], |p| p.risks[0].category = None),
    ("no-figures", "frequency", &[HIGH], |p| p.risks[1].quantification = None),
    ("action-without-owner", "owner", &[ACTION], |p| p.actions[0].owner.clear()),
    ("action-without-due-date", "due", &[ACTION], |p| p.actions[0].due = None),
    ("agreement-missing", "agreement-form", &[PARTNERSHIP], |p| {
        p.partnerships[0].agreement.form = AgreementForm::Informal;
    }),
    ("agreement-expired", "agreement-review-due", &[PARTNERSHIP], |p| {
        p.partnerships[0].agreement.review_due = Some(date(YESTERDAY));
    }),
    ("agreement-without-exit", "agreement-exit", &[PARTNERSHIP], |p| {
        p.partnerships[0].agreement.exit = Known::NotKnown;
    }),
    ("agreement-not-known", "agreement-form", &[PARTNERSHIP], |p| {
        p.partnerships[0].agreement.form = AgreementForm::NotKnown;
    }),
    ("pooled-without-rules", "funding-overspend-rules", &[PARTNERSHIP], |p| {
        p.partnerships[0].funding.overspend_rules = Known::NotKnown;
    }),
    ("money-shares", "partners-money-share", &[PARTNERSHIP], |p| {
        p.partnerships[0].partners[0].money_share = Some(share(3343));
    }),
    ("loss-shares", "partners-loss-share", &[PARTNERSHIP], |p| {
        p.partnerships[0].partners[0].loss_share = Some(Share::NONE);
    }),
    ("bearer-shares", "bearers", &[HIGH], |p| p.risks[1].bearers.truncate(2)),
    ("duplicate-reference", "reference", &[LOW, Subject::Risk(RiskId::from_bits(3))], |p| {
        let mut draft = risk(3, "Missed again", None);
        (draft.reference, draft.status) = (" r1".into(), Status::Draft);
        p.risks.push(draft);
    }),
    ("risk-review-overdue", "review", &[LOW], |p| p.risks[0].review = Some(date(YESTERDAY))),
    // The low level is looked at again within a year, and nobody has looked at it since 1970.
    ("risk-review-overdue", "review", &[LOW], |p| p.risks[0].review = None),
    ("action-overdue", "due", &[ACTION], |p| p.actions[0].due = Some(date(YESTERDAY))),
    ("ended-but-active", "end", &[PARTNERSHIP], |p| p.partnerships[0].end = Some(date(YESTERDAY))),
    ("partnership-review-overdue", "next-review", &[PARTNERSHIP], |p| {
        p.partnerships[0].next_review = Some(date(YESTERDAY));
    }),
];

#[test]
fn each_check_finds_its_fault_and_no_other_does() {
    for (key, field, subjects, edit) in CASES.iter() {
        let found = found(edit);
        assert_eq!(keys(&found), vec![*key; subjects.len()], "{key}");
        assert_eq!(found.iter().map(|finding| finding.subject).collect::<Vec<_>>(), *subjects, "{key}");
        for finding in found {
            assert_eq!(finding.field, *field, "{key}");
            let text = finding.text;
            assert!(text.contains('\u{201c}') && text.ends_with('.') && !text.contains('\n'), "{text}");
        }
    }
}

#[test]
fn every_check_has_a_case_a_key_of_its_own_and_words() {
    let keys: BTreeSet<&str> = checks().iter().map(|check| check.key).collect();
    let tried: BTreeSet<&str> = CASES.iter().map(|(key, ..)| *key).collect();
    assert_eq!((keys.len(), keys), (checks().len(), tried));
    for check in checks() {
        let found = super::check(check.key).expect("it is in the table");
        assert_eq!(found.title, check.title);
        assert!(check.explains.ends_with('.') && !check.explains.contains("  "), "{}", check.explains);
        assert!(!check.title.ends_with('.') && check.title.starts_with(char::is_uppercase));
    }
    assert!(super::check("unknown").is_none());
}

#[test]
fn the_worst_comes_first_and_what_is_above_appetite_before_all_else() {
    // All of the faults at once, but that the action is open to be found at fault and serves something else.
    let found = found(|p| {
        CASES.iter().for_each(|(.., edit)| edit(p));
        p.actions[0].state = ActionState::ToDo;
        p.actions[0].serves = Serves::Risk(RiskId::from_bits(1));
    });
    assert!(found.len() > 15, "{found:?}");
    assert_eq!(found[0].check, "above-appetite-without-action");
    assert!(found.is_sorted_by_key(|finding| finding.severity));
    assert_eq!(found.last().map(|finding| finding.severity), Some(Severity::Reminder));
}

#[test]
fn findings_are_told_in_plain_sentences() {
    let text = |edit: fn(&mut Parts)| found(edit).swap_remove(0).text;
    for (edit, expected) in [
        (
            (|p: &mut Parts| p.actions.clear()) as fn(&mut Parts),
            "“Contractor fails” stands at “Very high”, above your appetite, and has no open action.",
        ),
        (
            |p| p.risks[0].ratings.inherent = rating(1, 2),
            "“Bins missed” is rated “Low” (4) today but only “Low” (2) before any control.",
        ),
        (
            |p| p.controls.push(control(3, ControlState::Retired, &[1, 2])),
            "“Contract reviews” is retired, and 2 open risks rely on it.",
        ),
        (
            |p| p.partnerships[0].partners[0].money_share = Some(share(2000)),
            "The partners in “Waste” put in 86.66 % of the money together.",
        ),
        (
            |p| p.risks[1].reference = "R1".into(),
            "“Bins missed” has the reference “R1”, which another risk has too.",
        ),
        (
            |p| p.risks[0].review = Some(date(YESTERDAY)),
            "“Bins missed” was to be reviewed by 28 February 2027.",
        ),
    ] {
        assert_eq!(text(edit), expected);
    }
}

#[test]
fn only_the_five_highest_risks_must_have_figures() {
    let without = found(|p| {
        let more = (3..9).map(|bits| risk(bits, "Strike", rating(if bits == 8 { 3 } else { 2 }, 3)));
        p.risks.extend(more);
        p.risks.iter_mut().for_each(|risk| risk.quantification = None);
    });
    let subjects: Vec<Subject> = without.iter().map(|finding| finding.subject).collect();
    assert_eq!(keys(&without), ["no-figures"; 5]);
    assert_eq!(subjects, [2, 3, 4, 5, 8].map(|bits| Subject::Risk(RiskId::from_bits(bits))));
}

#[test]
fn an_action_on_a_control_counts_for_the_risks_it_serves() {
    let serve = |bits: u64, state: ActionState| {
        keys(&found(|p| {
            p.controls.push(control(2, ControlState::Planned, &[2]));
            p.actions[0].serves = Serves::Control(ControlId::from_bits(bits));
            p.actions[0].state = state;
        }))
        .len()
    };
    let (to_do, done) = (ActionState::ToDo, ActionState::Done);
    assert_eq!((serve(2, to_do), serve(1, to_do), serve(2, done)), (0, 1, 1));
}

#[test]
fn shares_within_rounding_pass_and_unknown_ones_are_not_judged() {
    let n = |edit: fn(&mut Parts)| found(edit).len();
    assert_eq!(n(|p| p.partnerships[0].partners[0].money_share = Some(share(3339))), 0);
    assert_eq!(n(|p| p.partnerships[0].partners[0].money_share = Some(share(3340))), 1);
    assert_eq!(n(|p| p.partnerships[0].partners[0].money_share = Some(share(3329))), 0);
    assert_eq!(n(|p| p.partnerships[0].partners[0].money_share = Some(share(3328))), 1);
    assert_eq!(n(|p| p.partnerships[0].partners[0].money_share = None), 0);
    assert_eq!(
        n(|p| {
            p.partnerships[0].partners[0].money_share = None;
            p.partnerships[0].partners[1].money_share = Some(Share::WHOLE);
        }),
        1
    );
    assert_eq!(n(|p| p.partnerships[0].partners.clear()), 0);
}

#[test]
fn a_proposed_partnership_needs_no_agreement_yet_and_one_that_is_over_nothing() {
    let neglected = |status| {
        let mut bare = Partnership::new(PartnershipId::from_bits(1), "Waste", 0);
        (bare.status, bare.end) = (status, Some(date(YESTERDAY)));
        found(|p| p.partnerships[0] = bare.clone())
    };
    let active = ["no-accountable-officer", "ended-but-active", "agreement-not-known"];
    assert_eq!(keys(&neglected(PartnershipStatus::Active)), active);
    assert_eq!(keys(&neglected(PartnershipStatus::Proposed)), active[..1]);
    assert_eq!(keys(&neglected(PartnershipStatus::Ended)), [""; 0]);
}

#[test]
fn drafts_and_closed_risks_are_not_checked_but_for_the_references_of_drafts() {
    for (status, n) in [(Status::Draft, 2), (Status::Closed, 0)] {
        let mut bare = Risk::new(RiskId::from_bits(3), PartnershipId::from_bits(1), "Bare", 0);
        (bare.status, bare.reference) = (status, "R1".into());
        let found = found(|p| p.risks.push(bare.clone()));
        assert_eq!(keys(&found), vec!["duplicate-reference"; n], "{status:?}");
    }
}

#[test]
fn a_reference_is_used_once_in_a_partnership_and_may_be_used_again_in_another() {
    let found = found(|p| {
        p.partnerships.push(partnership(2));
        let mut other = p.risks[0].clone();
        (other.id, other.partnership) = (RiskId::from_bits(3), PartnershipId::from_bits(2));
        other.ratings.inherent = None;
        p.risks.push(other);
    });
    assert_eq!(keys(&found), [""; 0]);
}

fn waiver(check: &str, subject: Subject, until: &str) -> Waiver {
    Waiver { check: check.into(), subject, reason: "Agreed by the board".into(), until: date(until) }
}

#[test]
fn a_waiver_holds_through_its_last_day_for_its_check_and_subject_only() {
    let key = "risk-without-owner";
    for (waivers, n_waived) in [
        (vec![waiver(key, LOW, TODAY)], 1),
        (vec![waiver(key, LOW, YESTERDAY)], 0),
        (vec![waiver(key, HIGH, TODAY)], 0),
        (vec![waiver(key, PARTNERSHIP, TODAY)], 0),
        (vec![waiver("risk-without-category", LOW, TODAY)], 0),
        (vec![waiver(key, LOW, YESTERDAY), waiver(key, LOW, TODAY), waiver(key, LOW, "1/1/2028")], 1),
    ] {
        let mut parts = sound();
        parts.risks[0].owner.clear();
        parts.waivers = waivers;
        let findings = run_on(&parts);
        assert_eq!((findings.open.len(), findings.waived.len()), (1 - n_waived, n_waived));
        assert_eq!(findings.count(Severity::Warning), 1 - n_waived);
        assert_eq!(findings.about(LOW).count(), 1 - n_waived);
        let last = parts.waivers.iter().map(|waiver| waiver.until).max();
        assert!(findings.waived.iter().all(|(_, waiver)| Some(waiver.until) == last));
    }
}

/// The sound register with some of the cases brought about, and more risks that may lack anything.
fn any_parts() -> impl Strategy<Value = Parts> {
    let step = || 1..=5_usize;
    let risk = (0..4_u64, prop::option::of((step(), step())), prop::option::of((step(), step())), 0..3_usize);
    let edits = prop::sample::subsequence(CASES.iter().map(|case| case.3).collect::<Vec<_>>(), 0..6);
    (edits, prop::collection::vec(risk, 0..8)).prop_map(|(edits, risks)| {
        let mut parts = sound();
        edits.iter().for_each(|edit| edit(&mut parts));
        for (bits, (reference, inherent, current, status)) in (10..).zip(risks) {
            let mut more = risk_like(bits, reference);
            more.ratings.inherent = inherent.and_then(|(l, i)| rating(l, i));
            more.ratings.current = current.and_then(|(l, i)| rating(l, i));
            more.status = Status::ALL[status];
            parts.risks.push(more);
        }
        parts
    })
}

fn risk_like(bits: u64, reference: u64) -> Risk {
    let bare = Risk::new(RiskId::from_bits(bits), PartnershipId::from_bits(1), &format!("risk {bits}"), 0);
    Risk { reference: format!("R{reference}"), ..bare }
}

/// Findings without their order.
fn set(findings: &[Finding]) -> BTreeSet<String> {
    findings.iter().map(|finding| format!("{finding:?}")).collect()
}

proptest! {
    #[test]
    fn the_order_of_risks_changes_nothing_in_what_is_found(parts in any_parts(), turn in 0..9_usize) {
        let mut turned = parts.clone();
        turned.risks.reverse();
        let middle = turn % turned.risks.len();
        turned.risks.rotate_left(middle);
        prop_assert_eq!(set(&run_on(&parts).open), set(&run_on(&turned).open));
    }

    #[test]
    fn a_waiver_takes_away_exactly_its_finding(parts in any_parts(), which: prop::sample::Index) {
        let before = run_on(&parts).open;
        prop_assume!(!before.is_empty());
        let place = which.index(before.len());
        let mut waiving = parts.clone();
        waiving.waivers = vec![waiver(before[place].check, before[place].subject, TODAY)];
        let after = run_on(&waiving);
        prop_assert_eq!(&after.waived[0].0, &before[place]);
        prop_assert_eq!(after.waived.len(), 1);
        prop_assert_eq!(after.open, [&before[..place], &before[place + 1..]].concat());
    }

    #[test]
    fn findings_are_ordered_by_severity_then_check_then_register(parts in any_parts()) {
        let order: Vec<&str> = checks().iter().map(|check| check.key).collect();
        let place = |subject: Subject| parts.risks.iter().position(|risk| Subject::Risk(risk.id) == subject);
        let key = |f: &Finding| {
            (f.severity, order.iter().position(|key| *key == f.check), place(f.subject))
        };
        prop_assert!(run_on(&parts).open.is_sorted_by_key(key));
    }
}
