//! Whatever is altered in a register as it is stored, its history tells that something was changed.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use super::write;
use crate::date::Date;
use crate::document::read_register;
use crate::example::{fife_council, marlshire};
use crate::register::{Change, Register};

/// What is not told: when something was changed, saved views, and what was told before.
const NOT_TOLD: [&str; 3] = ["updated", "views", "history"];

/// Alters the text or number at a place among all of them; what is left of the place, if there are not so many.
fn alter(value: &mut Value, place: usize) -> Option<usize> {
    match value {
        Value::Object(members) => {
            let told = members.iter_mut().filter(|(name, _)| !NOT_TOLD.contains(&name.as_str()));
            told.map(|(_, member)| member).try_fold(place, |place, member| alter(member, place))
        }
        Value::Array(items) => items.iter_mut().try_fold(place, |place, item| alter(item, place)),
        Value::Null | Value::Bool(_) => Some(place),
        Value::String(_) | Value::Number(_) if place > 0 => Some(place - 1),
        Value::String(text) => {
            *text = if Date::read(text).is_ok() { "2031-05-06".into() } else { format!("{text}x") };
            None
        }
        Value::Number(number) => {
            let before = number.as_i64().unwrap_or(2);
            *value = Value::from(if before == 0 { 1 } else { before - 1 });
            None
        }
    }
}

/// The change by which a register with the same parts becomes this one.
fn becoming(register: &Register) -> Change {
    fn all<T: Clone>(parts: &[std::rc::Rc<T>]) -> Vec<T> {
        parts.iter().map(|part| (**part).clone()).collect()
    }
    Change::All(vec![
        Change::OrganisationSet(register.organisation().clone()),
        Change::PartnershipsPut(all(register.partnerships())),
        Change::RisksPut(all(register.risks())),
        Change::ControlsPut(all(register.controls())),
        Change::ActionsPut(all(register.actions())),
        Change::LossesPut(all(register.losses())),
        Change::HealthChecksPut(all(register.health_checks())),
        Change::SnapshotsPut(all(register.snapshots())),
        Change::SurveysPut(all(register.surveys())),
        Change::WaiversSet(register.waivers().to_vec()),
    ])
}

/// The example as it is stored, altered in one place.
fn altered(alter: impl Fn(&mut Value)) -> Result<Register, String> {
    let mut inside = write(&marlshire());
    alter(&mut inside);
    read_register(&inside.to_string()).map_err(|error| error.to_string())
}

#[test]
fn two_things_of_one_kind_with_one_id_are_refused_by_name() {
    for (list, kind) in [("risks", "risks"), ("health_checks", "health checks"), ("snapshots", "snapshots")] {
        let refused = altered(|inside| {
            let first = inside[list][0]["id"].clone();
            inside[list][1]["id"] = first;
        });
        let said = refused.expect_err("one of them would be lost");
        assert!(said.starts_with(&format!("the register: two {kind} have the id ")), "{said}");
    }
}

#[test]
fn two_surveys_or_crosswalks_of_one_name_are_refused_and_a_faulty_one_by_its_title() {
    let survey = |label: &str| {
        serde_json::json!({
            "id": "own-county", "title": "County", "publisher": "x", "question": "x", "unit": "rank",
            "source": "x", "extent": "complete", "origin": "publisher", "rows": [[1, label, null]],
        })
    };
    let crosswalk = serde_json::json!({ "survey": "aon-2025", "lines": [{ "entry": "a", "reason": "x" }] });
    for (member, parts, said) in [
        ("surveys", vec![survey("a"), survey("b")], "the register: two surveys have the id own-county"),
        ("surveys", vec![survey("?")], "survey \u{201c}County\u{201d}: row 1 (?) has no label"),
        (
            "crosswalks",
            vec![crosswalk.clone(), crosswalk.clone()],
            "the register: two crosswalks have the id aon-2025",
        ),
        ("crosswalks", vec![crosswalk; 20_000], "the register: more than 1000 crosswalks"),
    ] {
        let refused = altered(|inside| inside[member] = Value::from(parts.clone()));
        assert_eq!(refused.err().as_deref(), Some(said));
    }
}

#[test]
fn as_many_surveys_and_crosswalks_are_read_back_as_a_register_holds() {
    let survey = |i: usize| {
        serde_json::json!({
            "id": format!("own-{i}"), "title": "County", "publisher": "x", "question": "x", "unit": "rank",
            "source": "x", "extent": "complete", "origin": "publisher", "rows": [[1, "a", null]],
        })
    };
    let crosswalk = |i: usize| {
        let lines = [serde_json::json!({ "entry": "a", "reason": "x" })];
        serde_json::json!({ "survey": format!("own-{i}"), "lines": lines })
    };
    let read = |n: usize| {
        altered(|inside| {
            inside["surveys"] = (0..n).map(survey).collect();
            inside["crosswalks"] = (0..n).map(crosswalk).collect();
        })
    };
    let full = read(1_000).expect("as many as a register holds");
    assert_eq!((full.surveys().len(), full.crosswalks().len()), (1_000, 1_000));
    assert_eq!(read_register(&write(&full).to_string()), Ok(full));
    let refused = read(1_000 + 1).err();
    assert_eq!(refused.as_deref(), Some("the register: more than 1000 surveys"));
}

#[test]
fn rules_are_stored_though_they_are_the_usual_ones_and_older_files_need_not_have_them() {
    let stored = write(&fife_council());
    assert!(stored["organisation"].get("appetite").is_some());
    assert!(stored["organisation"].get("significance").is_some());
    let without = |name: &str| {
        let mut older = stored.clone();
        older["organisation"].as_object_mut().expect("an object").shift_remove(name);
        read_register(&older.to_string())
    };
    assert_eq!((without("appetite"), without("significance")), (Ok(fife_council()), Ok(fife_council())));
}

#[test]
fn an_entry_of_the_history_that_cannot_be_read_is_passed_over() {
    let n = marlshire().history().len();
    for (member, value) in [("kind", "prophecy"), ("what", "foreseen"), ("subject", "nobody")] {
        let read = altered(|inside| {
            inside["history"][0]["kind"] = Value::from("risk");
            inside["history"][0][member] = Value::from(value);
        });
        assert_eq!(read.map(|register| register.history().len()), Ok(n - 1), "{member}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_global_rejects: 4_000, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_altered_in_what_is_stored_the_history_tells_it(which: Index) {
        let before = marlshire();
        let mut inside = write(&before);
        let n_leaves = usize::MAX - alter(&mut inside, usize::MAX).expect("there are not so many");
        prop_assert_eq!(alter(&mut inside, which.index(n_leaves)), None);
        let altered = read_register(&inside.to_string());
        prop_assume!(altered.is_ok());
        let change = becoming(&altered.expect("just seen"));
        let after = before.amended(change, 7, "").expect("it was read");
        prop_assert_ne!(&after, &before);
        prop_assert!(after.history().len() > before.history().len());
    }
}
