//! Two copies are made one without anything being lost, whichever is whose.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::document::{Header, read, write};
use crate::example::marlshire;
use crate::register::{Change, Organisation, Partner, Risk, RiskId, SavedView};

/// What people do to the invented council's register, some of it to things that are gone by then.
fn edit(register: &Register, (kind, at, n): (u8, Index, u32)) -> Option<Change> {
    let risk = (!register.risks().is_empty()).then(|| (**at.get(register.risks())).clone())?;
    let partnership =
        (!register.partnerships().is_empty()).then(|| (**at.get(register.partnerships())).clone())?;
    let organisation = register.organisation().clone();
    let word = format!("word {}", n % 5);
    Some(match kind % 11 {
        0 => Change::RisksPut(vec![Risk { owner: word, updated: n.into(), ..risk }]),
        1 => Change::RisksPut(vec![Risk { notes: word, updated: n.into(), ..risk }]),
        2 => Change::RiskRemoved(risk.id),
        3 => Change::PartnershipRemoved(partnership.id),
        4 => Change::RisksPut(vec![Risk::new(RiskId::from_bits(n.into()), partnership.id, &word, n.into())]),
        5 => Change::OrganisationSet(Organisation { name: word, ..organisation }),
        6 => Change::OrganisationSet(Organisation { handling: word, ..organisation }),
        7 => Change::ViewsSet(vec![SavedView { name: word, address: format!("#{n}") }]),
        8 => {
            let mut partnership = partnership;
            for partner in &mut partnership.partners {
                partner.is_dominant = n.is_multiple_of(2);
            }
            Change::PartnershipsPut(vec![partnership])
        }
        9 => Change::ActionRemoved(register.actions().first()?.id),
        _ => Change::WaiversSet(Vec::new()),
    })
}

fn edited(register: &Register, edits: &[(u8, Index, u32)], at: i64) -> Register {
    edits.iter().fold(register.clone(), |register, what| {
        let after = edit(&register, *what).and_then(|change| register.amended(change, at, "why").ok());
        after.unwrap_or(register)
    })
}

fn any_edits() -> impl Strategy<Value = Vec<(u8, Index, u32)>> {
    prop::collection::vec(any::<(u8, Index, u32)>(), 0..8)
}

/// A register as a set: what is in it, whatever the order.
fn contents(register: &Register) -> Vec<String> {
    let mut all: Vec<String> = List::ALL
        .into_iter()
        .flat_map(|list| register.parts(list).into_iter().map(move |part| (list, part)))
        .map(|(list, part)| stored::write_part(register, list, &part).to_string())
        .collect();
    all.push(stored::write_organisation(register).to_string());
    all.sort();
    all
}

fn is_sound(register: &Register) {
    let header = Header::new(1, 1, "");
    let again = read(&write(register, &header)).map(|(again, _)| again);
    assert_eq!(again.as_ref(), Ok(register));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn where_one_copy_is_as_it_was_the_other_is_taken(edits in any_edits()) {
        let base = marlshire();
        let other = edited(&base, &edits, 5);
        for (mine, theirs) in [(&base, &other), (&other, &base), (&other, &other)] {
            let merged = merge(Some(&base), mine, theirs);
            prop_assert_eq!(&merged.register, &other);
            prop_assert!(merged.conflicts.is_empty() && merged.told.is_empty());
        }
    }

    #[test]
    fn which_copy_is_whose_makes_no_difference_but_for_the_order((a, b) in (any_edits(), any_edits())) {
        let base = marlshire();
        let (a, b) = (edited(&base, &a, 5), edited(&base, &b, 6));
        let one = merge(Some(&base), &a, &b);
        let other = merge(Some(&base), &b, &a);
        is_sound(&one.register);
        prop_assert_eq!(one.conflicts.len(), other.conflicts.len());
        let theirs = other.with(&vec![Side::Theirs; other.conflicts.len()]);
        is_sound(&theirs.register);
        if one.told.is_empty() && theirs.told.is_empty() {
            prop_assert_eq!(contents(&one.register), contents(&theirs.register));
        }
    }

    #[test]
    fn to_merge_once_more_changes_nothing((a, b) in (any_edits(), any_edits())) {
        let base = marlshire();
        let (a, b) = (edited(&base, &a, 5), edited(&base, &b, 6));
        let once = merge(Some(&base), &a, &b).register;
        prop_assert_eq!(&merge(Some(&b), &once, &b).register, &once);
    }

    #[test]
    fn whatever_is_in_either_copy_is_in_what_comes_of_them_or_is_told((a, b) in (any_edits(), any_edits())) {
        let base = marlshire();
        let (a, b) = (edited(&base, &a, 5), edited(&base, &b, 6));
        for merged in [merge(Some(&base), &a, &b), merge(None, &a, &b)] {
            is_sound(&merged.register);
            for list in List::ALL {
                let keys = |register: &Register| -> Vec<String> {
                    register.parts(list).iter().map(Part::key).collect()
                };
                let (here, before) = (keys(&merged.register), keys(&base));
                let new = [keys(&a), keys(&b)].concat().into_iter().filter(|key| !before.contains(key));
                for key in new {
                    prop_assert!(here.contains(&key) || !merged.told.is_empty(), "{key} of {list:?}");
                }
            }
        }
    }
}

fn with_risk(register: &Register, edit: impl Fn(Risk) -> Risk) -> Register {
    let risk = edit((*register.risks()[0]).clone());
    register.amended(Change::RisksPut(vec![risk]), 1, "").expect("sound")
}

#[test]
fn two_fields_of_one_risk_are_both_taken() {
    let base = marlshire();
    let mine = with_risk(&base, |risk| Risk { owner: "Mine".into(), updated: 5, ..risk });
    let theirs = with_risk(&base, |risk| Risk { notes: "Theirs".into(), updated: 9, ..risk });
    let merged = merge(Some(&base), &mine, &theirs);
    assert_eq!((&merged.conflicts[..], &merged.told[..]), (&[][..], &[][..]));
    let risk = &merged.register.risks()[0];
    assert_eq!((&*risk.owner, &*risk.notes, risk.updated), ("Mine", "Theirs", 9));
    assert_eq!(merged.register.history().len(), base.history().len() + 2);
}

#[test]
fn one_field_said_differently_is_a_conflict_in_the_words_of_the_page() {
    let base = marlshire();
    let mine = with_risk(&base, |risk| Risk { owner: "Mine".into(), ..risk });
    let theirs = with_risk(&base, |risk| Risk { owner: "Theirs".into(), ..risk });
    let merged = merge(Some(&base), &mine, &theirs);
    let [conflict] = &merged.conflicts[..] else { unreachable!("{:?}", merged.conflicts) };
    assert_eq!((conflict.kind, &*conflict.name), ("risk", &*base.risks()[0].title));
    assert_eq!((&*conflict.field, &*conflict.mine, &*conflict.theirs), ("Owner", "Mine", "Theirs"));
    assert_eq!(merged.register.risks()[0].owner, "Mine");
    assert_eq!(merged.with(&[Side::Theirs]).register.risks()[0].owner, "Theirs");
}

#[test]
fn what_one_copy_removed_and_the_other_changed_is_a_conflict() {
    let base = marlshire();
    let mine = with_risk(&base, |risk| Risk { owner: "Mine".into(), ..risk });
    let id = base.risks()[0].id;
    let theirs = base.apply(Change::RiskRemoved(id)).expect("it is there");
    let merged = merge(Some(&base), &mine, &theirs);
    let removal = merged.conflicts.iter().find(|conflict| conflict.field.is_empty()).expect("a conflict");
    assert_eq!((&*removal.mine, &*removal.theirs), ("changed", ""));
    assert!(merged.register.risk(id).is_some());
    let choices = vec![Side::Theirs; merged.conflicts.len()];
    assert!(merged.with(&choices).register.risk(id).is_none());
}

#[test]
fn a_partnership_that_one_copy_removed_and_the_other_used_is_kept_and_told() {
    let base = marlshire();
    let partnership = base.partnerships()[0].clone();
    let without = base.apply(Change::PartnershipRemoved(partnership.id)).expect("it is there");
    let new = Risk::new(RiskId::from_bits(7), partnership.id, "A new risk", 0);
    let with = base.apply(Change::RisksPut(vec![new])).expect("sound");
    for (mine, theirs) in [(&without, &with), (&with, &without)] {
        let merged = merge(Some(&base), mine, theirs);
        assert!(merged.register.risk(RiskId::from_bits(7)).is_some());
        assert!(
            merged.told.iter().any(|told| told.name == partnership.name && told.what.contains("is kept"))
        );
    }
}

#[test]
fn without_a_common_copy_everything_of_both_is_kept() {
    let base = marlshire();
    let id = base.risks()[0].id;
    let mine = base.apply(Change::RiskRemoved(id)).expect("it is there");
    let theirs = with_risk(&base, |risk| Risk { owner: "Theirs".into(), ..risk });
    let merged = merge(None, &mine, &theirs);
    assert_eq!(merged.register.risk(id).map(|risk| &*risk.owner), Some("Theirs"));
}

#[test]
fn partners_are_merged_one_by_one() {
    let base = marlshire();
    let with = |edit: fn(&mut Vec<Partner>)| {
        let mut partnership = (*base.partnerships()[0]).clone();
        edit(&mut partnership.partners);
        base.apply(Change::PartnershipsPut(vec![partnership])).expect("sound")
    };
    let mine = with(|partners| partners[0].is_dominant = !partners[0].is_dominant);
    let theirs = with(|partners| drop(partners.remove(1)));
    let merged = merge(Some(&base), &mine, &theirs);
    assert_eq!(merged.conflicts, []);
    let (partners, before) = (&merged.register.partnerships()[0].partners, &base.partnerships()[0].partners);
    assert_eq!(partners.len(), before.len() - 1);
    assert_ne!(partners[0].is_dominant, before[0].is_dominant);
}
