//! The difference of two registers makes the one of the other, and is small where little changed.

use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::catalogue::{CategoryId, EntryId, Line, SurveyId};
use crate::date::Date;
use crate::register::{Entry, Id, Partnership, PartnershipId, Risk, RiskId, SavedView, Subject, Waiver};
use crate::scale::preset;

fn partnership(bits: u64) -> Partnership {
    Partnership::new(PartnershipId::from_bits(bits), &format!("Partnership {bits}"), 0)
}

fn risk(bits: u64, title: &str) -> Risk {
    Risk::new(RiskId::from_bits(bits), PartnershipId::from_bits(1 + bits % 3), title, 0)
}

fn register() -> Register {
    let empty = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
    let change = Change::All(vec![
        Change::PartnershipsPut((1..4).map(partnership).collect()),
        Change::RisksPut((10..16).map(|bits| risk(bits, "at first")).collect()),
    ]);
    empty.apply(change).expect("sound parts")
}

fn waiver(n: u64) -> Waiver {
    Waiver {
        check: format!("check-{}", n % 2).into(),
        subject: [Subject::Organisation, Subject::Risk(Id::from_bits(10 + n % 6))][(n % 2) as usize],
        reason: format!("reason {n}"),
        until: Date::FIRST,
    }
}

/// What people do, some of it to things that may be gone.
fn change(kind: u8, n: u64) -> Change {
    let bits = 10 + n % 9;
    match kind % 10 {
        0 => Change::RisksPut(vec![risk(bits, &format!("title {n}"))]),
        1 => Change::RiskRemoved(RiskId::from_bits(bits)),
        2 => Change::PartnershipRemoved(PartnershipId::from_bits(1 + n % 3)),
        3 => Change::PartnershipsPut(vec![partnership(1 + n % 5)]),
        4 => {
            let moved = vec![
                Change::RiskRemoved(RiskId::from_bits(bits)),
                Change::RisksPut(vec![risk(bits, "back")]),
            ];
            Change::All(moved)
        }
        5 => Change::WaiversSet((0..n % 4).map(|i| waiver(n + i)).collect()),
        6 => Change::ViewsSet(
            (0..n % 4)
                .map(|i| SavedView { name: format!("view {}", i % 2), address: format!("#{n}{i}") })
                .collect(),
        ),
        7 => Change::OrganisationSet(Organisation::new(&format!("Body {n}"), Rc::new(preset::of_size(5, 5)))),
        8 => {
            let line = |i: u64| Line {
                entry: EntryId::new(&format!("entry-{i}")),
                categories: vec![CategoryId::new("fraud")],
                reason: format!("line {n}").into(),
            };
            Change::CrosswalkSet(SurveyId::new("aon-2025"), (0..n % 3).map(line).collect())
        }
        _ => Change::RisksPut((0..n % 8).map(|i| risk(20 + i, "many")).collect()),
    }
}

/// A register and what came of it by changes, each told in its history.
pub fn any_two() -> impl Strategy<Value = (Register, Register)> {
    let changes = prop::collection::vec((any::<u8>(), 0_u64..64), 0..24);
    (changes, any::<prop::sample::Index>()).prop_map(|(changes, at)| {
        let mut all = vec![register()];
        for (kind, n) in changes {
            let next = all[all.len() - 1].amended(change(kind, n), all.len() as i64, "because");
            all.extend(next.ok());
        }
        let last = all[all.len() - 1].clone();
        (all[at.index(all.len())].clone(), last)
    })
}

proptest! {
    #[test]
    fn the_difference_of_two_registers_makes_the_one_of_the_other((a, b) in any_two()) {
        prop_assert_eq!(Delta::between(&a, &b).apply(&a), Ok(b.clone()));
        prop_assert_eq!(Delta::between(&b, &a).apply(&b), Ok(a.clone()));
        prop_assert_eq!(Delta::between(&a, &b).is_empty(), a == b);
    }
}

#[test]
fn a_small_change_is_a_small_difference() {
    let before = register();
    let after = before.amended(Change::RisksPut(vec![risk(12, "another")]), 1, "").expect("sound");
    let delta = Delta::between(&before, &after);
    assert_eq!((delta.n_parts(), delta.lists.len()), (1, 1));
    let undone = Delta::between(&after, &before);
    assert_eq!(undone.history, Some(HistoryDelta { front: vec![], from: 0, to: 0, back: vec![] }));
}

#[test]
fn what_comes_back_after_being_removed_stands_where_it_stood() {
    let before = register();
    let after = before.apply(Change::RiskRemoved(RiskId::from_bits(12))).expect("it is there");
    let back = Delta::between(&after, &before);
    assert_eq!(back.n_parts(), 1);
    assert_eq!(back.apply(&after), Ok(before));
}

#[test]
fn a_full_history_that_moves_on_is_a_small_difference() {
    let entry = |n: usize| Entry {
        at: n as i64,
        subject: Subject::Organisation,
        name: format!("entry {n}"),
        what: crate::register::Happened::Added,
        reason: String::new(),
    };
    let all: Vec<Rc<Entry>> = (0..9).map(|n| Rc::new(entry(n))).collect();
    let on = HistoryDelta::between(&all[..7], &all[2..]).expect("they differ");
    assert_eq!((on.front.len(), on.from, on.to, on.back.len()), (0, 2, 7, 2));
    let back = HistoryDelta::between(&all[2..], &all[..7]).expect("they differ");
    assert_eq!((back.front.len(), back.from, back.to, back.back.len()), (2, 0, 5, 0));
    assert_eq!(back.made(&all[2..]), all[..7]);
}

#[test]
fn a_difference_that_does_not_fit_is_refused() {
    let before = register();
    let after = before.apply(Change::RiskRemoved(RiskId::from_bits(12))).expect("it is there");
    let gone = Delta::between(&before, &after);
    assert_eq!(gone.apply(&after), Err(ChangeError::NothingToRemove));
    let back = Delta::between(&after, &before);
    assert!(matches!(back.apply(&before), Err(ChangeError::Repeated("parts", _))));
    let more = before.apply(Change::PartnershipRemoved(PartnershipId::from_bits(1))).expect("it is there");
    let partnership = Delta { lists: Delta::between(&before, &more).lists[..1].to_vec(), ..Delta::default() };
    assert!(matches!(partnership.apply(&before), Err(ChangeError::NoSuchPartnership(_))));
}

#[test]
fn a_part_that_is_put_twice_is_refused() {
    let before = register();
    let part = crate::register::Part::Risk(Rc::new(risk(99, "twice")));
    let put = vec![(None, part.clone()), (Some(2), part)];
    let lists = vec![(List::Risks, ListDelta { removed: Vec::new(), put })];
    let delta = Delta { lists, ..Delta::default() };
    assert!(matches!(delta.apply(&before), Err(ChangeError::Repeated("parts", _))));
}
