//! Files of surveys: what is written reads back, and what cannot be read is all named.

use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq};

use super::*;
use crate::catalogue::surveys;

fn said(text: &str) -> Vec<String> {
    read(text.as_bytes()).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

fn rows(text: &str) -> Vec<(Option<u32>, String, Option<f64>)> {
    let read = read(text.as_bytes()).expect("a sound table");
    read.rows.into_iter().map(|row| (row.rank, row.label, row.value)).collect()
}

#[test]
fn every_shipped_survey_reads_back_in_either_form() {
    for survey in surveys().iter() {
        let table = read(write_table(survey).as_bytes()).expect("just written");
        assert_eq!((table.about, table.rows), (None, survey.rows()), "{}", survey.id());
        let whole = read(write(survey).as_bytes()).expect("just written");
        let about = About { id: SurveyId::new(""), ..survey.about().clone() };
        assert_eq!((whole.about, whole.rows), (Some(about), survey.rows()), "{}", survey.id());
    }
}

#[test]
fn a_table_is_read_as_people_write_it() {
    let cyber = || "Cyber attack".to_owned();
    for (text, expected) in [
        ("Rank,Risk,Value\n1,Cyber attack,44\n", (Some(1), cyber(), Some(44.0))),
        ("Top risks 2027\n\n% naming;Risk\n44,5 %; Cyber  attack\n", (Some(1), cyber(), Some(44.5))),
        ("Position\tName\n1=\tCyber attack\n", (Some(1), cyber(), None)),
        ("Risk\nCyber attack\n", (None, cyber(), None)),
        ("place,label,mean score\n1st,Cyber attack,-\n", (Some(1), cyber(), None)),
    ] {
        assert_eq!(rows(text), [expected], "{text}");
    }
}

#[test]
fn every_problem_is_named_with_its_line() {
    for (text, expected) in [
        ("", &["the file is empty"][..]),
        (
            "1,Flood,3\n",
            &[
                "no row names the columns; call the one with the risks \u{201c}Risk\u{201d}, the others \u{201c}Place\u{201d} and \u{201c}Figure\u{201d}",
            ],
        ),
        ("Rank,Risk\n", &["the table has no rows"]),
        (
            "Rank,Risk,Value\nfirst,Flood,NaN\n2,,1\n\n-1,Fire,\"1,234\"\n",
            &[
                "row 2: \u{201c}first\u{201d} is not a position such as 1, 2 or 2=",
                "row 2: \u{201c}NaN\u{201d} is not a number such as 44 or 3.75",
                "row 5: \u{201c}-1\u{201d} is not a position such as 1, 2 or 2=",
                "row 5: \u{201c}1,234\u{201d} is not a number such as 44 or 3.75",
            ],
        ),
        (
            "Rank,Risk,Value\n0,Flood,\n\n2,Fire,1\n2,fire,2\n",
            &[
                "row 2 (Flood) has place 0; places are counted from 1",
                "row 4 (Fire) has a figure that contradicts its place",
                "row 5 (fire) has the label of an earlier row",
                "row 5 (fire) has a figure that contradicts its place",
            ],
        ),
        (
            "Rank,Risk\n1,\"Flood\n2,Fire\n",
            &[
                "row 2: a quotation mark opens here and is never closed, so this row and all after it cannot be read",
            ],
        ),
        (
            r#"{"title":"x","publisher":"","question":"x","unit":"rank","source":"x","extent":"complete","origin":"publisher","rows":[[2,"a",null]]}"#,
            &["the publisher is missing", "row 1 (a) leaves a gap in a table said to be complete"],
        ),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
}

#[test]
fn a_flood_is_stopped_with_one_fault() {
    assert_eq!(
        said(&format!("Risk\n{}", "a\n".repeat(501))),
        ["the file has more than 500 rows; a league table has fewer"]
    );
    assert_eq!(said(&"a".repeat(MOST_BYTES + 1)), ["the file is larger than 1 MB; is this a league table?"]);
}

/// Labels that differ, with a value that falls from row to row.
fn any_survey() -> impl Strategy<Value = Survey> {
    let row = ("[a-zA-Z ,;\"'=\u{e9}-]{0,12}", 0_u32..1_000_000_000);
    (prop::collection::vec(row, 1..20), any::<bool>()).prop_map(|(rows, has_ranks)| {
        let n = rows.len() as u32;
        let row = |(i, (label, value)): (u32, (String, u32))| Row {
            rank: has_ranks.then_some(i + 1),
            label: letters_of(&format!("{label} {i}")),
            value: Some(f64::from(n - i) * 1000.0 + f64::from(value) / 1_000_000.0),
        };
        let rows: Vec<Row> = (0..).zip(rows).map(row).collect();
        Survey::new(any_description(&rows), rows).expect("labels differ and values fall")
    })
}

fn letters_of(label: &str) -> String {
    crate::letters::one_line(label)
}

proptest::proptest! {
    #[test]
    fn what_is_written_reads_back_in_either_form(survey in any_survey()) {
        prop_assert_eq!(&read(write_table(&survey).as_bytes()).map(|read| read.rows), &Ok(survey.rows()));
        prop_assert_eq!(read(write(&survey).as_bytes()).map(|read| read.rows), Ok(survey.rows()));
    }

    #[test]
    fn any_bytes_are_a_sound_table_or_refused_in_words(bytes: Vec<u8>, table in "(Risk|Rank|Value|,|\n|1|2|a|b|\"|-|=|%){0,40}") {
        for bytes in [&bytes[..], table.as_bytes()] {
            match read(bytes) {
                Ok(read) => prop_assert!(Survey::new(any_description(&read.rows), read.rows).is_ok()),
                Err(faults) => prop_assert!(!faults.is_empty() && faults.iter().all(|fault| !fault.to_string().is_empty())),
            }
        }
    }
}
