//! What the invented register must hold, so that every page has something to show, and what it must not.

use std::collections::BTreeSet;

use super::marlshire;
use crate::catalogue::{CategoryId, ControlType, categories};
use crate::check::{self, Context};
use crate::date::Date;
use crate::document::{self, Header};
use crate::health::Panel;
use crate::register::{
    ActionState, ControlState, Happened, Partnership, Register, Risk, RiskThen, Serves, Snapshot, Stage,
    Status, Treatment,
};

/// The day on which the register is looked at.
fn today() -> Date {
    Date::new(2026, 11, 22).expect("a day")
}

fn header() -> Header {
    Header::new(0, 0, "0")
}

/// How many things there are of each kind that a property tells apart.
fn n_kinds<T, K: Ord>(things: impl IntoIterator<Item = T>, kind: impl Fn(T) -> K) -> usize {
    things.into_iter().map(kind).collect::<BTreeSet<K>>().len()
}

fn served(serves: Serves) -> &'static str {
    match serves {
        Serves::Risk(_) => "risk",
        Serves::Control(_) => "control",
        Serves::Partnership(_) => "partnership",
    }
}

fn partnership(register: &Register, name: &str) -> Partnership {
    let found = register.partnerships().iter().find(|p| p.name.starts_with(name));
    (**found.expect("a partnership of the example")).clone()
}

#[test]
fn it_reads_and_is_marked_as_an_example() {
    document::read_register(include_str!("data/marlshire.json")).expect("the shipped register is sound");
    let organisation = marlshire().organisation().clone();
    assert_eq!((organisation.name.as_str(), organisation.is_example), ("Marlshire Council", true));
    assert_eq!(organisation.published_source, "");
}

#[test]
fn it_survives_being_kept() {
    let register = marlshire();
    assert_eq!(document::read(&document::write(&register, &header())), Ok((register, header())));
}

#[test]
fn there_is_some_of_everything() {
    let register = marlshire();
    let organisation = register.organisation();
    for (what, n, at_least) in [
        ("partnerships", register.partnerships().len(), 8),
        ("risks", register.risks().len(), 40),
        ("controls", register.controls().len(), 25),
        ("actions", register.actions().len(), 20),
        ("losses", register.losses().len(), 5),
        ("health checks", register.health_checks().len(), 9),
        ("snapshots", register.snapshots().len(), 2),
        ("waivers", register.waivers().len(), 1),
        ("views", register.views().len(), 1),
        ("history", register.history().len(), 3),
        ("own categories", organisation.categories.len(), 1),
        ("appetites by category", organisation.appetite.by_category.len(), 3),
        ("points of tolerance", organisation.appetite.tolerance.len(), 3),
    ] {
        assert!(n >= at_least, "{n} {what}");
    }
}

#[test]
fn every_kind_of_thing_is_there() {
    let register = marlshire();
    let (risks, controls) = (register.risks(), register.controls());
    assert_eq!(n_kinds(controls, |c| c.kind), ControlType::ALL.len());
    assert_eq!(n_kinds(controls, |c| c.state), ControlState::ALL.len());
    assert_eq!(n_kinds(register.actions(), |a| a.state), ActionState::ALL.len());
    assert_eq!(n_kinds(register.actions(), |a| served(a.serves)), 3);
    assert_eq!(n_kinds(risks, |r| r.status), Status::ALL.len());
    assert!(Treatment::ALL.iter().filter(|t| risks.iter().any(|r| r.treatment == **t)).count() >= 4);
    assert!(n_kinds(register.partnerships(), |p| p.kind) >= 6);
    assert!(register.history().iter().any(|entry| matches!(entry.what, Happened::Changed(_))));
}

#[test]
fn thirteen_categories_and_more_are_used_and_each_is_known() {
    let register = marlshire();
    let used: BTreeSet<CategoryId> = register.risks().iter().filter_map(|r| r.category.clone()).collect();
    let own: Vec<CategoryId> = register.organisation().categories.iter().map(|c| c.id.clone()).collect();
    let is_known = |id: &CategoryId| own.contains(id) || categories().iter().any(|c| c.id == *id);
    assert!(used.iter().all(is_known), "{used:?}");
    assert!(used.len() >= 13 && own.iter().all(|id| used.contains(id)), "{used:?}");
}

#[test]
fn most_risks_are_told_in_full() {
    let register = marlshire();
    let is_full = |risk: &&Risk| {
        let texts = [&risk.cause, &risk.event, &risk.consequence, &risk.owner, &risk.evidence];
        let is_rated = Stage::ALL.iter().all(|stage| risk.ratings.at(*stage).is_some());
        texts.iter().all(|text| !text.is_empty()) && is_rated
    };
    let full = register.risks().iter().map(|risk| &**risk).filter(is_full).count();
    assert!(full * 10 >= register.risks().len() * 9, "{full}");
    let is_closed = |risk: &&Risk| risk.status == Status::Closed && !risk.status_reason.is_empty();
    assert_eq!(register.risks().iter().map(|risk| &**risk).filter(is_closed).count(), 2);
}

#[test]
fn controls_bring_risks_down_to_where_they_stand_today() {
    let register = marlshire();
    let operates = |risk: &&Risk| register.controls_on(risk.id).any(|(control, _)| control.is_operating());
    for risk in register.risks().iter().map(|risk| &**risk).filter(operates) {
        assert_eq!(register.credited(risk), risk.ratings.current, "{}", risk.reference);
    }
    assert!(register.controls().iter().filter(|control| control.effects.len() > 1).count() >= 5);
}

#[test]
fn the_checks_have_much_to_find_and_something_is_let_pass() {
    let register = marlshire();
    let findings = check::run(&Context { register: &register, today: today() });
    let keys: BTreeSet<&str> = findings.open.iter().map(|finding| finding.check).collect();
    for key in [
        "above-appetite-without-action",
        "accepted-without-reason",
        "action-overdue",
        "action-without-due-date",
        "action-without-owner",
        "agreement-expired",
        "agreement-missing",
        "agreement-without-exit",
        "ended-but-active",
        "lowered-without-control",
        "major-without-health-check",
        "no-accountable-officer",
        "no-figures",
        "not-rated",
        "partnership-review-overdue",
        "pooled-without-rules",
        "relied-on-control",
        "risk-review-overdue",
        "risk-without-category",
        "risk-without-owner",
    ] {
        assert!(keys.contains(key), "{key} finds nothing");
    }
    assert_eq!(findings.waived.len(), register.waivers().len());
    assert!(findings.open.len() <= 60, "{} findings are more than anybody reads", findings.open.len());
}

#[test]
fn two_partnerships_have_three_respondents_who_disagree() {
    let register = marlshire();
    for name in ["Adult social care", "Shared back office"] {
        let checks = register.standing_checks(partnership(&register, name).id);
        assert_eq!(checks.len(), 3, "{name}");
        let panel: Vec<_> = checks.iter().map(|check| (check.respondent.as_str(), &check.answers)).collect();
        let disputed = Panel::new(&panel).lines().iter().filter(|line| line.is_disputed()).count();
        assert!((8..32).contains(&disputed), "{name}: {disputed}");
    }
    let n_checks = |p: &Partnership| register.standing_checks(p.id).len();
    let counts: Vec<usize> = register.partnerships().iter().map(|p| n_checks(p)).collect();
    assert!(counts.iter().filter(|n| **n == 1).count() >= 3 && counts.contains(&0), "{counts:?}");
}

#[test]
fn every_health_check_answers_every_question_that_there_is() {
    for check in marlshire().health_checks() {
        let known = check.answers.iter().filter(|(question, _)| question.theme().is_some()).count();
        assert_eq!((known, check.answers.len()), (40, 40), "{}", check.respondent);
    }
}

#[test]
fn between_two_snapshots_half_a_year_apart_risks_rose_fell_came_and_went() {
    let register = marlshire();
    let [first, last]: [&Snapshot; 2] = [&register.snapshots()[0], &register.snapshots()[1]];
    assert_eq!((first.date.months_later(6), register.snapshots().len()), (last.date, 2));
    let before = |now: &RiskThen| first.risks.iter().find(|then| then.id == now.id);
    let is_open = |risk: &RiskThen| risk.status == Status::Open;
    let (mut rose, mut fell, mut came, mut went) = (0, 0, 0, 0);
    for now in &last.risks {
        let Some(then) = before(now) else {
            came += usize::from(is_open(now));
            continue;
        };
        went += usize::from(is_open(then) && !is_open(now));
        let scores = (first.score(then, Stage::Current), last.score(now, Stage::Current));
        rose += usize::from(scores.1 > scores.0);
        fell += usize::from(scores.1 < scores.0);
    }
    assert!(rose >= 4 && fell >= 6 && came >= 1 && went >= 1, "{rose} {fell} {came} {went}");
    assert!(last.partnerships.len() > first.partnerships.len());
}

/// Every body that may be named: all are invented, and none is a real one.
const INVENTED: [&str; 14] = [
    "Marlshire Council",
    "Marlshire Integrated Care Board",
    "Marlshire Police",
    "Marlshire Fire and Rescue Service",
    "Marlshire Schools Forum",
    "Marlshire Carers\u{2019} Group",
    "Wendbrook District Council",
    "Ottermarsh Borough Council",
    "Quillmere Highways Ltd",
    "Lantern Row Housing Charity",
    "Harbour Steps Charity",
    "Marl Vale Visitor Association",
    // What a body is called for short.
    "Quillmere Highways",
    "Lantern Row",
];

#[test]
fn only_invented_bodies_take_part() {
    let register = marlshire();
    let partners = register.partnerships().iter().flat_map(|p| p.partners.iter().map(|p| p.name.clone()));
    let bearers = register.risks().iter().flat_map(|r| r.bearers.iter().map(|b| b.name.clone()));
    let respondents = register.health_checks().iter().map(|check| check.body.clone());
    for name in partners.chain(bearers).chain(respondents).filter(|name| !name.is_empty()) {
        assert!(INVENTED.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn what_is_said_names_no_real_body_but_derbyshire_and_the_source() {
    const BODIES: [&str; 12] = [
        " Council",
        " Police",
        " Constabulary",
        " Ltd",
        " plc",
        " Charity",
        " Board",
        " Trust",
        " Fire and Rescue",
        " Ambulance",
        " Hospital",
        " Authority",
    ];
    let mut text = include_str!("data/marlshire.json").to_owned();
    for name in INVENTED {
        text = text.replace(name, "");
    }
    for body in BODIES {
        let is_whole = |at: &usize| !text[at + body.len()..].starts_with(char::is_alphanumeric);
        for at in text.match_indices(body).map(|(at, _)| at).filter(is_whole) {
            let before = text[..at].rsplit([' ', '"']).next().unwrap_or_default();
            assert!(!before.starts_with(char::is_uppercase), "{before}{body}");
        }
    }
}

#[test]
fn derbyshires_published_figures_stand_as_published_with_their_source() {
    let register = marlshire();
    let published = || register.losses().iter().filter(|loss| loss.what.contains("Derbyshire"));
    let found: Vec<_> = published().map(|l| (l.count, l.cost.to_string(), l.date.year())).collect();
    // Lynn Drennan, A risky business, Public Finance, 2008: over 259,000 pounds, and 45,000 pounds.
    assert_eq!(found, [(128, "\u{a3}259,000".to_owned(), 2003), (41, "\u{a3}45,000".to_owned(), 2007)]);
    for loss in published() {
        assert!(loss.notes.contains("not of Marlshire") && loss.notes.contains("Public Finance"));
    }
    // Beside these, Derbyshire is named only where the partnership explains them and its check refers to them.
    let elsewhere = include_str!("data/marlshire.json").lines().filter(|line| line.contains("Derbyshire"));
    assert_eq!(elsewhere.count(), 4);
}
