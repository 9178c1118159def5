//! What is written is read again, and what was damaged is refused.

use proptest::prelude::{any, prop_assert_eq, proptest};

use super::*;
use crate::health::EDITION;

fn questionnaire() -> Questionnaire {
    Questionnaire {
        id: Id::from_bits(7),
        partnership: Id::from_bits(8),
        partnership_name: "Waste".into(),
        asked_by: "Anytown".into(),
        asked_on: Date::read("1/3/2027").expect("a date"),
        body: "Southtown".into(),
        respondent: "Head of waste".into(),
        edition: EDITION,
    }
}

fn reply() -> Reply {
    let given = Given { answer: Answer::Partly, evidence: "Minutes of May".into() };
    let answers = vec![
        (QuestionId::new("tensions"), given),
        (QuestionId::new("right-route"), Answer::DoNotKnow.into()),
    ];
    Reply {
        to: questionnaire(),
        respondent: "Clerk".into(),
        date: Date::read("8/3/2027").expect("a date"),
        answers: Answers::new(answers).expect("once each"),
        notes: "By telephone".into(),
    }
}

/// Content in a file whose checksum is right.
fn around(format: &str, content: &str) -> String {
    let content = json::read(content).expect("JSON");
    let sum = checksum(&content);
    format!(r#"{{"format":"{format}","schema":1,"checksum":"{sum}","content":{content}}}"#)
}

#[test]
fn questions_and_answers_come_back() {
    for sent in [Sent::Questionnaire(questionnaire()), Sent::Answers(reply())] {
        assert_eq!(read(&write(&sent)), Ok(sent));
    }
}

#[test]
fn a_questionnaire_holds_names_and_nothing_else() {
    let text = write(&Sent::Questionnaire(questionnaire()));
    assert!(text.len() < 400, "{text}");
}

#[test]
fn a_file_that_cannot_be_used_says_why() {
    let answers = |with: &str| {
        let sound = write_reply(&reply()).to_string();
        around(ANSWERS, &sound.replace(r#""answer":"partly""#, with))
    };
    for (text, said) in [
        (String::new(), "the text is damaged: EOF while parsing a value at line 1 column 0"),
        ("{}".into(), "it is neither a questionnaire nor answers to one"),
        (
            format!(r#"{{"format":"{ANSWERS}","schema":2}}"#),
            "written by a newer version (schema 2; this version reads up to 1)",
        ),
        (format!(r#"{{"format":"{ANSWERS}","schema":1}}"#), "the text is damaged: missing field `content`"),
        (" ".repeat(MOST_BYTES + 1), "it is larger than 1 MB"),
        ("[".repeat(10_000), "the text is damaged: recursion limit exceeded at line 1 column 128"),
        (
            write(&Sent::Answers(reply())).replace("Minutes", "Hours"),
            "the checksum does not match: something altered the text",
        ),
        (around(QUESTIONNAIRE, "{}"), "the text is damaged: missing field `id`"),
        (answers(r#""answer":"partly","question":"tensions""#), ""),
    ] {
        match read(&text) {
            Ok(sent) => assert_eq!((said, sent), ("", Sent::Answers(reply()))),
            Err(error) => assert_eq!(error.to_string(), said),
        }
    }
    let unknown = read(&answers(r#""answer":"perhaps""#)).expect_err("no such answer").to_string();
    assert!(unknown.starts_with("the text is damaged: unknown variant `perhaps`"), "{unknown}");
}

#[test]
fn a_file_cut_anywhere_is_refused_and_one_with_any_byte_altered_refused_or_the_same() {
    let sent = Sent::Answers(reply());
    let text = write(&sent);
    for at in 0..text.len() {
        assert!(read(&text[..at]).is_err(), "cut at {at}");
        for other in ["x", "7", "\"", " ", "}"] {
            let found = read(&[&text[..at], other, &text[at + 1..]].concat());
            assert!(found.is_err() || found.as_ref() == Ok(&sent), "{at} {other}");
        }
    }
}

proptest! {
    #[test]
    fn any_names_come_back(name in "[^ ]\\PC{0,40}", notes in any::<String>(), bits: u64) {
        let to = Questionnaire { id: Id::from_bits(bits), partnership_name: format!("x{name}"), ..questionnaire() };
        let sent = Sent::Answers(Reply { to, respondent: format!("{name}x"), notes, ..reply() });
        prop_assert_eq!(read(&write(&sent)), Ok(sent));
    }
}
