//! Changes: what each makes of a register, what it takes along, and what is refused.

use super::*;
use crate::catalogue::CategoryId;
use crate::loss::{Driver, Frequency, FrequencyLaw, Millionths, Severity, SeverityLaw};
use crate::money::Pence;
use crate::register::{
    DriverId, Effect, MOST_DRIVERS, OwnCategory, OwnDriver, Quantification, Ratings, Significance, Subject,
    TolerancePoint,
};
use crate::scale::{Position, Rating, preset};
use crate::share::Share;

fn organisation(size: usize) -> Organisation {
    Organisation::new("Anytown Council", Rc::new(preset::of_size(size, size)))
}

fn partnership(bits: u64, name: &str) -> Partnership {
    Partnership::new(PartnershipId::from_bits(bits), name, 0)
}

fn risk(bits: u64, partnership: u64, step: usize) -> Risk {
    let place = Position::of_step(step);
    let current = Some(Rating { likelihood: place, impact: place });
    let partnership = PartnershipId::from_bits(partnership);
    Risk {
        reference: format!("R{bits}"),
        ratings: Ratings { current, ..Ratings::default() },
        ..Risk::new(RiskId::from_bits(bits), partnership, &format!("risk {bits}"), 0)
    }
}

fn register() -> Register {
    Register::new(organisation(5))
        .apply(Change::All(vec![
            Change::PartnershipsPut(vec![partnership(1, "Youth offending team"), partnership(2, "Waste")]),
            Change::RisksPut(vec![risk(1, 1, 4), risk(2, 1, 0), risk(3, 2, 2)]),
        ]))
        .expect("sound parts")
}

#[test]
fn putting_a_known_risk_replaces_it_in_its_place() {
    let mut changed = risk(2, 2, 3);
    changed.title = "renamed".into();
    let next = register().apply(Change::RisksPut(vec![changed.clone(), risk(9, 1, 1)])).expect("sound");
    let titles: Vec<&str> = next.risks().iter().map(|r| r.title.as_str()).collect();
    assert_eq!(titles, ["risk 1", "renamed", "risk 3", "risk 9"]);
}

#[test]
fn of_a_risk_put_twice_the_last_stands_in_the_place_of_the_first() {
    let named = |title: &str| Risk { title: title.into(), ..risk(9, 1, 0) };
    let put = vec![named("first"), risk(5, 2, 1), named("last"), risk(1, 1, 0)];
    let next = register().apply(Change::RisksPut(put)).expect("sound");
    let titles: Vec<&str> = next.risks().iter().map(|r| r.title.as_str()).collect();
    assert_eq!(titles, ["risk 1", "risk 2", "risk 3", "last", "risk 5"]);
}

#[test]
fn a_partnership_goes_with_its_risks() {
    let next = register().apply(Change::PartnershipRemoved(PartnershipId::from_bits(1))).expect("there");
    assert_eq!(next.partnerships().len(), 1);
    assert_eq!(next.risks().iter().map(|r| r.id).collect::<Vec<_>>(), [RiskId::from_bits(3)]);
}

#[test]
fn what_would_break_the_register_is_refused_and_leaves_it_alone() {
    let before = register();
    let untitled = Risk { title: " ".into(), ..risk(4, 1, 0) };
    for (change, error) in [
        (Change::RisksPut(vec![risk(4, 77, 0)]), ChangeError::NoSuchPartnership("risk 4".into())),
        (Change::RisksPut(vec![untitled]), ChangeError::UntitledRisk("R4".into())),
        (Change::RisksPut(vec![risk(4, 1, 5)]), ChangeError::OffTheMatrix("risk 4".into(), Stage::Current)),
        (
            Change::OrganisationSet(organisation(3)),
            ChangeError::OffTheMatrix("risk 1".into(), Stage::Current),
        ),
        (Change::PartnershipsPut(vec![partnership(3, "")]), ChangeError::Unnamed("a partnership")),
        (Change::RiskRemoved(RiskId::from_bits(77)), ChangeError::NothingToRemove),
        (
            Change::All(vec![
                Change::RiskRemoved(RiskId::from_bits(1)),
                Change::PartnershipRemoved(PartnershipId::from_bits(77)),
            ]),
            ChangeError::NothingToRemove,
        ),
    ] {
        assert_eq!(before.apply(change), Err(error));
    }
    assert_eq!(before, register());
}

#[test]
fn an_unchanged_part_is_shared_with_the_register_before() {
    let before = register();
    let after = before.apply(Change::RiskRemoved(RiskId::from_bits(1))).expect("there");
    assert!(Rc::ptr_eq(&before.risks()[1], &after.risks()[0]));
    assert!(Rc::ptr_eq(&before.organisation, &after.organisation));
}

/// The register with a control on every risk, an action for each kind of thing, and a loss.
fn furnished() -> Register {
    let mut control = Control::new(ControlId::from_bits(1), "Contract reviews", 0);
    control.effects = [1, 2, 3].map(|bits| Effect::on(RiskId::from_bits(bits))).to_vec();
    let action = |bits, serves| Action::new(ActionId::from_bits(bits), "do it", serves, 0);
    let mut linked = risk(3, 2, 2);
    linked.linked = vec![RiskId::from_bits(1), RiskId::from_bits(2)];
    let loss = Loss {
        id: LossId::from_bits(1),
        created: 0,
        updated: 0,
        what: "theft".into(),
        date: crate::date::Date::new(2027, 4, 1).expect("a day"),
        partnership: PartnershipId::from_bits(2),
        risk: Some(RiskId::from_bits(3)),
        count: 1,
        cost: crate::money::Pence::default(),
        notes: String::new(),
    };
    let change = Change::All(vec![
        Change::ControlsPut(vec![control]),
        Change::RisksPut(vec![linked]),
        Change::ActionsPut(vec![
            action(1, Serves::Risk(RiskId::from_bits(1))),
            action(2, Serves::Control(ControlId::from_bits(1))),
            action(3, Serves::Partnership(PartnershipId::from_bits(1))),
        ]),
        Change::LossesPut(vec![loss]),
    ]);
    register().apply(change).expect("sound parts")
}

#[test]
fn what_is_removed_is_let_go_of_everywhere() {
    let without = furnished().apply(Change::PartnershipRemoved(PartnershipId::from_bits(1))).expect("there");
    assert_eq!(without.controls()[0].effects, [Effect::on(RiskId::from_bits(3))]);
    assert_eq!(without.actions().iter().map(|a| a.id.bits()).collect::<Vec<_>>(), [2]);
    assert_eq!(without.risks()[0].linked, []);
    let without = without.apply(Change::RiskRemoved(RiskId::from_bits(3))).expect("there");
    assert_eq!((without.losses()[0].risk, without.controls()[0].effects.len()), (None, 0));
    let without = without.apply(Change::ControlRemoved(ControlId::from_bits(1))).expect("there");
    assert_eq!(without.actions().len(), 0);
}

#[test]
fn a_control_goes_with_the_partnership_whose_risks_alone_it_served() {
    let mut own = Control::new(ControlId::from_bits(2), "Site visits", 0);
    own.effects = [1, 2].map(|bits| Effect::on(RiskId::from_bits(bits))).to_vec();
    let idle = Control::new(ControlId::from_bits(3), "Audit", 0);
    let action = |bits, control| {
        Action::new(ActionId::from_bits(bits), "do it", Serves::Control(ControlId::from_bits(control)), 0)
    };
    let before = furnished()
        .apply(Change::All(vec![
            Change::ControlsPut(vec![own, idle]),
            Change::ActionsPut(vec![action(4, 2), action(5, 3)]),
        ]))
        .expect("sound parts");
    let first = PartnershipId::from_bits(1);
    assert_eq!(before.controls_only_in(first).map(|c| c.id.bits()).collect::<Vec<_>>(), [2]);
    let after = before.apply(Change::PartnershipRemoved(first)).expect("there");
    assert_eq!(after.controls().iter().map(|c| c.id.bits()).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(after.actions().iter().map(|a| a.id.bits()).collect::<Vec<_>>(), [2, 5]);
}

#[test]
fn a_waiver_goes_with_whatever_it_is_about() {
    let about = |subject| Waiver {
        check: "action-overdue".into(),
        subject,
        reason: "Agreed".into(),
        until: crate::date::Date::FIRST,
    };
    let (action, loss) = (ActionId::from_bits(1), LossId::from_bits(1));
    let waivers = vec![about(Subject::Action(action)), about(Subject::Loss(loss))];
    let mut register = furnished().apply(Change::WaiversSet(waivers)).expect("sound");
    for (change, left) in [(Change::ActionRemoved(action), 1), (Change::LossRemoved(loss), 0)] {
        register = register.apply(change).expect("there");
        assert_eq!(register.waivers().len(), left);
    }
}

#[test]
fn what_names_a_missing_part_is_refused() {
    let before = furnished();
    let action = Action::new(ActionId::from_bits(9), "do it", Serves::Risk(RiskId::from_bits(77)), 0);
    let mut control = Control::new(ControlId::from_bits(9), "audit", 0);
    control.effects = vec![Effect::on(RiskId::from_bits(77))];
    let linked = Risk { linked: vec![RiskId::from_bits(77)], ..risk(4, 1, 0) };
    for (change, kind) in [
        (Change::ActionsPut(vec![action]), "action"),
        (Change::ControlsPut(vec![control]), "control"),
        (Change::RisksPut(vec![linked]), "risk"),
    ] {
        match before.apply(change) {
            Err(ChangeError::NoSuchPart(found, _, "risk")) => assert_eq!(found, kind),
            other => unreachable!("{kind}: {other:?}"),
        }
    }
}

#[test]
fn rules_and_parts_that_contradict_themselves_are_refused() {
    let before = furnished();
    let ruled = |edit: fn(&mut Organisation)| {
        let mut organisation = before.organisation().clone();
        edit(&mut organisation);
        Change::OrganisationSet(organisation)
    };
    let owed = || Pence::new(-1).ok();
    let control = |edit: fn(&mut Control)| {
        let mut control = (*before.controls()[0]).clone();
        edit(&mut control);
        Change::ControlsPut(vec![control])
    };
    let mut partnership = partnership(2, "Waste");
    partnership.funding.our_contribution = owed();
    let action = Action { cost: owed(), ..(*before.actions()[0]).clone() };
    let loss = Loss { cost: owed().unwrap_or_default(), ..(*before.losses()[0]).clone() };
    let linked = Risk { linked: vec![RiskId::from_bits(1)], ..risk(1, 1, 0) };
    for (change, error) in [
        (ruled(|o| o.name = " ".into()), ChangeError::Unnamed("the organisation")),
        (ruled(|o| significance(o).moderate_from = 0), ChangeError::RanksOutOfOrder),
        (ruled(|o| significance(o).major_from = 2), ChangeError::RanksOutOfOrder),
        (
            ruled(|o| significance(o).criteria[1].key = "cost".into()),
            ChangeError::Repeated("criteria of significance", "cost".into()),
        ),
        (
            ruled(|o| o.categories = vec![own_category(), own_category()]),
            ChangeError::Repeated("categories of your own", "ferries".into()),
        ),
        (
            ruled(|o| Rc::make_mut(&mut o.appetite).tolerance = vec![point(5, 100), point(4, 50)]),
            ChangeError::ToleranceOutOfOrder,
        ),
        (
            ruled(|o| Rc::make_mut(&mut o.appetite).tolerance = vec![point(4, 50), point(5, 100)]),
            ChangeError::ToleranceOutOfOrder,
        ),
        (Change::RisksPut(vec![linked]), ChangeError::LinkedToItself("risk 1".into())),
        (
            control(|c| c.effects.push(Effect::on(RiskId::from_bits(2)))),
            ChangeError::ServesTwice("Contract reviews".into()),
        ),
        (
            control(|c| c.cost_per_year = Pence::new(-1).ok()),
            ChangeError::Negative("control", "Contract reviews".into()),
        ),
        (Change::PartnershipsPut(vec![partnership]), ChangeError::Negative("partnership", "Waste".into())),
        (Change::ActionsPut(vec![action]), ChangeError::Negative("action", "do it".into())),
        (Change::LossesPut(vec![loss]), ChangeError::Negative("loss", "theft".into())),
    ] {
        assert_eq!(before.apply(change), Err(error));
    }
}

/// Of a driver that is there, of one risk that it pulls and of what it must not pull.
#[test]
fn drivers_that_contradict_themselves_or_risks_are_refused() {
    let with = |drivers: Vec<OwnDriver>| Change::OrganisationSet(Organisation { drivers, ..organisation(5) });
    let steady = FrequencyLaw::Poisson { rate: Millionths::ONE };
    let once = FrequencyLaw::Bernoulli { probability: Millionths::ONE };
    let before = register()
        .apply(Change::All(vec![with(vec![driver("squeeze", "Squeeze")]), pulled(steady, &["squeeze"])]))
        .expect("sound");
    let many: Vec<OwnDriver> = (0..=MOST_DRIVERS).map(|n| driver(&format!("squeeze-{n}"), "x")).collect();
    let refused = |error| ChangeError::Pulls("risk 1".into(), error);
    let unknown = ChangeError::NoSuchPart("risk", "risk 1".into(), "driver");
    for (change, error) in [
        (with(vec![driver("squeeze", " ")]), ChangeError::Unnamed("a driver")),
        (
            with(vec![driver("squeeze", "a"), driver("squeeze", "b")]),
            ChangeError::Repeated("drivers", "squeeze".into()),
        ),
        (with(many), ChangeError::TooMany("drivers", MOST_DRIVERS)),
        (with(Vec::new()), unknown.clone()),
        (pulled(steady, &["gone"]), unknown),
        (pulled(steady, &["squeeze", "squeeze"]), refused(PullsError::Twice)),
        (pulled(once, &["squeeze"]), refused(PullsError::NotSteady)),
    ] {
        assert_eq!(before.apply(change), Err(error));
    }
}

fn driver(id: &str, name: &str) -> OwnDriver {
    let factor = Driver::new(Millionths::ONE).expect("sound");
    OwnDriver { id: DriverId::new(id), name: name.into(), factor }
}

/// Risk 1 at this frequency, half of it pulled by each of these drivers.
fn pulled(law: FrequencyLaw, drivers: &[&str]) -> Change {
    let half = Share::of_basis_points(5_000).expect("a share");
    let amount = Pence::of_pounds(1).expect("small");
    let figures = Quantification {
        frequency: Frequency::new(law).expect("sound"),
        severity: Severity::new(SeverityLaw::Fixed { amount }).expect("sound"),
        our_share: Share::WHOLE,
        pulls: drivers.iter().map(|id| (DriverId::new(id), half)).collect(),
        basis: String::new(),
    };
    Change::RisksPut(vec![Risk { quantification: Some(figures), ..risk(1, 1, 0) }])
}

fn significance(organisation: &mut Organisation) -> &mut Significance {
    Rc::make_mut(&mut organisation.significance)
}

fn own_category() -> OwnCategory {
    OwnCategory { id: CategoryId::new("ferries"), name: "Ferries".into(), definition: String::new() }
}

fn point(pounds: i64, points: i64) -> TolerancePoint {
    let loss = Pence::of_pounds(pounds).expect("an amount");
    TolerancePoint { loss, chance: Share::of_basis_points(points).expect("a share") }
}

#[test]
fn a_matrix_and_the_ratings_on_it_change_together() {
    let before = register();
    let smaller = Change::All(vec![
        Change::OrganisationSet(organisation(3)),
        Change::RisksPut(vec![risk(1, 1, 2), risk(2, 1, 0), risk(3, 2, 1)]),
    ]);
    let after = before.apply(smaller).expect("every rating is on the smaller matrix");
    assert_eq!(after.matrix().likelihood().steps(), 3);
}
