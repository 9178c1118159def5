//! What a submission may not contradict, and its form as it is published for those who write a reader of their
//! own.

use std::fs;
use std::path::Path;

use super::super::fixtures;
use super::*;
use crate::catalogue::categories;

/// The published form, and how it is written anew: `WRITE_SCHEMA=1 cargo test -p partnership-risk-core schema`.
const SCHEMA: &str = "schema/submission-1.json";

#[test]
fn the_published_schema_is_the_one_that_the_types_give() {
    let schema = schemars::schema_for!(Submission);
    let given = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SCHEMA);
    if std::env::var_os("WRITE_SCHEMA").is_some() {
        fs::write(&path, &given).expect("the folder is there");
    }
    let published = fs::read_to_string(&path).expect("the schema is published");
    assert!(published == given, "{SCHEMA} is not what the types give; write it anew, as another version");
}

#[test]
fn lists_are_as_long_as_there_are_things_to_list() {
    let schema = schemars::schema_for!(Submission).to_value();
    let submission = &schema["properties"];
    assert_eq!(submission["categories"]["maxItems"], categories().len());
    assert_eq!(submission["practice"]["maxItems"], Indicator::COUNT);
    assert_eq!(submission["practice"]["minItems"], Indicator::COUNT);
    assert_eq!(schema["$defs"]["Health"]["properties"]["themes"]["maxItems"], Theme::COUNT);
}

#[test]
fn the_schema_has_the_version_in_its_name() {
    assert_eq!(SCHEMA, format!("schema/submission-{}.json", Schema::VERSION));
}

#[test]
fn what_contradicts_itself_is_refused() {
    let spoilt = |spoil: fn(&mut Submission)| {
        let mut submission = fixtures::submission(1);
        spoil(&mut submission);
        submission.sound().map(|_| ()).map_err(|unsound| unsound.to_string())
    };
    type Spoiling = (fn(&mut Submission), &'static str);
    let cases: [Spoiling; 14] = [
        (|s| s.matrix.levels = 7, "matrix: no matrix has this size"),
        (|s| s.matrix.impact = 2, "matrix: no matrix has this size"),
        (|s| s.partnerships = MOST_PARTNERSHIPS + 1, "partnerships: more than are accepted"),
        (|s| s.answering = 2, "answering: more than partnerships"),
        (
            |s| (s.partnerships, s.answering) = (10_000, 10_000),
            "answering: more than the risks listed and left out",
        ),
        (|s| s.answering = 0, "answering: no partnership has a rated risk"),
        (|s| s.categories.push(s.categories[0].clone()), "categories, entry 2: stands there twice"),
        (|s| s.categories[0].named = 2, "categories, entry 1: its counts contradict each other"),
        (|s| s.categories[0].ratings.clear(), "categories, entry 1: its counts contradict each other"),
        (
            |s| s.categories[0].ratings[0].1 = Thousandths::of(1, 6),
            "categories, entry 1, rating 1: below the lowest step",
        ),
        (|s| s.health.checked = 2, "health, checked: more than partnerships"),
        (|s| s.health.checked = 0, "health: themes have scores although nothing was checked"),
        (|s| s.practice.truncate(7), "practice: an indicator is missing"),
        (|s| s.practice[7] = s.practice[0], "practice, entry 8: stands there twice"),
    ];
    for (spoil, said) in cases {
        assert_eq!(spoilt(spoil), Err(said.to_owned()));
    }
    assert_eq!(spoilt(|_| ()), Ok(()));
}
