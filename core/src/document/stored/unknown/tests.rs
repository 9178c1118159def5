//! Members of a newer version are read, kept through edits and written again.

use proptest::prelude::*;
use proptest::sample::Index;

use super::super::{slices, write};
use crate::document::{read_delta, read_register, write_delta};
use crate::example::marlshire;
use crate::json::{Picker, Value};
use crate::register::{Change, Delta, Part, Register, Risk};

/// Every object in a value but those of the history that would be no entry any more, by way of a counter.
fn add_to_object(value: &mut Value, place: &mut usize, member: (&str, &Value)) -> bool {
    match value {
        Value::Object(members) => {
            if *place == 0 {
                members.insert(member.0.to_owned(), member.1.clone());
                return true;
            }
            *place -= 1;
            members.values_mut().any(|value| add_to_object(value, place, member))
        }
        Value::Array(items) => items.iter_mut().any(|item| add_to_object(item, place, member)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

fn n_objects(value: &Value) -> usize {
    match value {
        Value::Object(members) => 1 + members.values().map(n_objects).sum::<usize>(),
        Value::Array(items) => items.iter().map(n_objects).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

/// The example as a newer version may have stored it, with members at some of its objects.
fn newer(places: &[(Index, Value)]) -> Value {
    let mut stored = write(&marlshire());
    let n = n_objects(&stored);
    for (nth, (place, value)) in places.iter().enumerate() {
        let added = add_to_object(&mut stored, &mut place.index(n), (&format!("new_{nth}"), value));
        assert!(added || !value.is_null(), "there are so many objects");
    }
    stored
}

fn opened(stored: &Value) -> Register {
    read_register(&stored.to_string()).expect("more members do no harm")
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<i32>().prop_map(Value::from),
        "[a-z]{0,6}".prop_map(Value::from),
        Just(serde_json::json!({ "a": [1, { "b": null }] })),
        Just(Value::Null),
    ]
}

fn any_places() -> impl Strategy<Value = Vec<(Index, Value)>> {
    prop::collection::vec((any::<Index>(), any_value()), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn members_that_this_version_does_not_know_are_written_again(places in any_places()) {
        let stored = newer(&places);
        let register = opened(&stored);
        prop_assert_eq!(write(&register), stored);
    }

    #[test]
    fn they_survive_edits_of_everything_else(places in any_places()) {
        let stored = newer(&places);
        let register = opened(&stored);
        let edited = |risk: &Risk| Risk { owner: "Somebody else".into(), notes: "x".into(), ..risk.clone() };
        let risks = register.risks().iter().map(|risk| edited(risk)).collect();
        let after = register.apply(Change::RisksPut(risks)).expect("sound");
        let again = opened(&write(&after));
        prop_assert_eq!(again.unknown(), register.unknown());
        let delta = Delta::between(&marlshire(), &after);
        let read = read_delta(&write_delta(&delta), &marlshire());
        prop_assert_eq!(read.as_ref(), Ok(&delta));
        prop_assert_eq!(delta.apply(&marlshire()), Ok(after));
    }
}

#[test]
fn where_nothing_is_unknown_nothing_is_looked_for() {
    let register = marlshire();
    assert!(register.unknown().is_empty());
    let stored = write(&register);
    for risk in stored["risks"].as_array().expect("a list") {
        let mut reader = super::super::Reader::default();
        super::super::risk::read(&mut reader, risk, register.matrix());
        assert!(reader.picker.has_picked_all(risk), "{risk}");
    }
    assert!(slices(&register).len() > register.risks().len());
    assert!(Picker::default().has_picked_all(&Value::Null));
}

#[test]
fn they_go_with_the_part_they_belong_to_and_come_back_with_it() {
    let mut stored = write(&marlshire());
    stored["risks"][3]["novelty"] = Value::from("x");
    stored["organisation"]["matrix"]["levels"][1]["icon"] = Value::from("y");
    stored["plans"] = serde_json::json!([1, 2]);
    let register = opened(&stored);
    let gone = register.apply(Change::RiskRemoved(register.risks()[3].id)).expect("it is there");
    let text = write(&gone).to_string();
    assert!(!text.contains("novelty") && text.contains("icon") && text.contains("plans"));
    assert_eq!(Delta::between(&gone, &register).apply(&gone), Ok(register));
}

#[test]
fn those_of_an_item_follow_it_by_its_name() {
    let mut stored = write(&marlshire());
    stored["partnerships"][0]["partners"][1]["number"] = Value::from(7);
    let register = opened(&stored);
    let with = |edit: fn(&mut Vec<crate::register::Partner>)| {
        let mut partnership = (*register.partnerships()[0]).clone();
        edit(&mut partnership.partners);
        let after = register.apply(Change::PartnershipsPut(vec![partnership])).expect("sound");
        let stored = write(&after);
        let partners = stored["partnerships"][0]["partners"].as_array().expect("a list").clone();
        partners.iter().position(|partner| partner.get("number").is_some())
    };
    assert_eq!(with(|partners| partners.swap(0, 1)), Some(0));
    assert_eq!(with(|partners| partners[1].name = "Renamed".into()), Some(1));
    assert_eq!(with(|partners| drop(partners.remove(1))), None);
    assert_eq!(with(|partners| drop(partners.remove(0))), Some(0));
}

#[test]
fn those_of_an_object_that_would_be_left_out_are_kept() {
    let mut stored = write(&marlshire());
    stored["partnerships"][0]["funding"] = serde_json::json!({ "levy": 3 });
    let register = opened(&stored);
    assert_eq!(write(&register)["partnerships"][0]["funding"], serde_json::json!({ "levy": 3 }));
    assert!(matches!(&register.parts(crate::register::List::Partnerships)[0], Part::Partnership(_)));
}
