//! Any sequence of changes, undos and redos: the register stays whole, and every step back and forth leads
//! to exactly the register that was there.

use partnership_risk::app::event::Event;
use partnership_risk_core::catalogue::{
    About, CategoryId, EntryId, Line, Row, Survey, SurveyId, Unit, survey as shipped_survey,
};
use partnership_risk_core::document::{self, Header};
use partnership_risk_core::register::{
    Action, ActionId, Change, Control, ControlId, Effect, Partnership, PartnershipId, Register, Risk, RiskId,
    SavedView, Serves,
};
use partnership_risk_core::scale::{Position, Rating};
use proptest::prelude::*;

use crate::desk::Desk;

/// One thing that a person does; ids are few, so that changes meet each other.
#[derive(Clone, Debug)]
enum Step {
    Change(Change),
    Undo,
    Redo,
}

fn id() -> impl Strategy<Value = u64> {
    1_u64..5
}

fn partnership() -> impl Strategy<Value = Change> {
    (id(), "[a-c]{0,2}").prop_map(|(bits, name)| {
        Change::PartnershipsPut(vec![Partnership::new(PartnershipId::from_bits(bits), &name, 0)])
    })
}

fn risk() -> impl Strategy<Value = Change> {
    (id(), id(), "[a-c]{1,2}", 0_usize..7, prop::collection::vec(id(), 0..2)).prop_map(
        |(bits, home, title, step, linked)| {
            let mut risk = Risk::new(RiskId::from_bits(bits), PartnershipId::from_bits(home), &title, 0);
            let place = Position::of_step(step);
            risk.ratings.current = Some(Rating { likelihood: place, impact: place });
            risk.linked = linked.into_iter().map(RiskId::from_bits).collect();
            Change::RisksPut(vec![risk])
        },
    )
}

fn control() -> impl Strategy<Value = Change> {
    (id(), prop::collection::vec(id(), 0..3)).prop_map(|(bits, risks)| {
        let mut control = Control::new(ControlId::from_bits(bits), "audit", 0);
        control.effects = risks.into_iter().map(|bits| Effect::on(RiskId::from_bits(bits))).collect();
        Change::ControlsPut(vec![control])
    })
}

fn action() -> impl Strategy<Value = Change> {
    (id(), id(), 0..3).prop_map(|(bits, of, kind)| {
        let serves = match kind {
            0 => Serves::Risk(RiskId::from_bits(of)),
            1 => Serves::Control(ControlId::from_bits(of)),
            _ => Serves::Partnership(PartnershipId::from_bits(of)),
        };
        Change::ActionsPut(vec![Action::new(ActionId::from_bits(bits), "do it", serves, 0)])
    })
}

fn survey() -> impl Strategy<Value = Change> {
    let labels = prop::sample::subsequence(vec!["floods", "fire", "cyber"], 1..3);
    (id(), labels).prop_map(|(bits, labels)| {
        let shipped = shipped_survey(&SurveyId::new("aon-2025")).expect("it is shipped");
        let about = About { id: own_survey(bits), unit: Unit::Rank, ..shipped.about().clone() };
        let row = |(rank, label): (u32, &str)| Row { rank: Some(rank), label: label.into(), value: None };
        let rows = (1..).zip(labels).map(row).collect();
        Change::SurveysPut(vec![Survey::new(about, rows).expect("a sound table")])
    })
}

fn own_survey(bits: u64) -> SurveyId {
    SurveyId::own(&bits.to_string(), |_| false)
}

fn crosswalk() -> impl Strategy<Value = Change> {
    let entries = prop::sample::subsequence(vec!["floods", "fire", "cyber"], 0..3);
    (id(), entries).prop_map(|(bits, entries)| {
        let line = |entry: &str| Line {
            entry: EntryId::new(entry),
            categories: vec![CategoryId::new("service-gaps")],
            reason: "ours".into(),
        };
        Change::CrosswalkSet(own_survey(bits), entries.into_iter().map(line).collect())
    })
}

fn single() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => partnership(),
        4 => risk(),
        2 => control(),
        2 => action(),
        2 => survey(),
        1 => crosswalk(),
        1 => id().prop_map(|bits| Change::SurveyRemoved(own_survey(bits))),
        1 => id().prop_map(|bits| Change::PartnershipRemoved(PartnershipId::from_bits(bits))),
        1 => id().prop_map(|bits| Change::RiskRemoved(RiskId::from_bits(bits))),
        1 => id().prop_map(|bits| Change::ControlRemoved(ControlId::from_bits(bits))),
        1 => id().prop_map(|bits| Change::ActionRemoved(ActionId::from_bits(bits))),
        1 => "[a-c]".prop_map(|name| Change::ViewsSet(vec![SavedView { name, address: "#/risks".into() }])),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let several = prop::collection::vec(single(), 1..4).prop_map(Change::All);
    prop_oneof![
        4 => single().prop_map(Step::Change),
        1 => several.prop_map(Step::Change),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

/// Whether everything that the register says of itself holds: it can be kept and read again as it is, which
/// checks it by the rules of a change.
fn is_whole(register: &Register) -> bool {
    let header = Header::new(0, 0, "");
    document::read(&document::write(register, &header)).is_ok_and(|(again, _)| again == *register)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_step_back_and_forth_leads_to_the_register_that_was_there(
        steps in prop::collection::vec(step(), 1..30),
    ) {
        let mut desk = Desk::with_example();
        // What undo and redo must lead to, told independently of the page's own history.
        let (mut past, mut future) = (vec![desk.register().clone()], Vec::new());
        for step in steps {
            match step {
                Step::Change(change) => {
                    desk = desk.does(change);
                    if desk.register() != past.last().expect("there is always one") {
                        past.push(desk.register().clone());
                        future.clear();
                    }
                }
                Step::Undo if past.len() > 1 => {
                    desk = desk.after(Event::Undone);
                    future.extend(past.pop());
                }
                Step::Redo if !future.is_empty() => {
                    desk = desk.after(Event::Redone);
                    past.extend(future.pop());
                }
                Step::Undo | Step::Redo => {}
            }
            prop_assert_eq!(desk.register(), past.last().expect("there is always one"));
            prop_assert!(is_whole(desk.register()));
        }
    }
}
