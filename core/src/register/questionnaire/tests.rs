//! What a reply must be, and what comes of it.

use super::*;
use crate::example::marlshire;
use crate::health::{Answer, Given, QuestionId};
use crate::register::Change;

fn reply() -> Reply {
    let register = marlshire();
    let partnership = &register.partnerships()[0];
    let to = Questionnaire {
        id: HealthCheckId::from_bits(7),
        partnership: partnership.id,
        partnership_name: partnership.name.clone(),
        asked_by: register.organisation().name.clone(),
        asked_on: Date::read("1/3/2027").expect("a date"),
        body: "Southmarl Borough Council".into(),
        respondent: String::new(),
        edition: EDITION,
    };
    let answers = Answers::new(vec![(QuestionId::new("tensions"), Answer::Partly.into())]).expect("once");
    let date = Date::read("8/3/2027").expect("a date");
    Reply { to, respondent: "Head of audit".into(), date, answers, notes: "By telephone".into() }
}

#[test]
fn what_is_no_sound_reply_is_refused_in_words() {
    type Spoiling = (fn(&mut Reply), &'static str);
    let cases: [Spoiling; 8] = [
        (|r| r.respondent = " ".into(), "the post that answered has no name"),
        (|r| r.to.asked_by.clear(), "the body that asks has no name"),
        (|r| r.to.partnership_name = "x".repeat(301), "the partnership is longer than any that is taken"),
        (|r| r.to.edition = 2, "it has the questions of edition 2, and this version asks those of edition 1"),
        (|r| r.answers = Answers::default(), "it answers nothing"),
        (|r| r.notes = "x".repeat(5_001), "the note is longer than any that is taken"),
        (
            |r| drop(r.answers.insert(QuestionId::new("of-tomorrow"), Answer::Fully.into())),
            "it answers \u{201c}of-tomorrow\u{201d}, which is not asked",
        ),
        (
            |r| {
                let given = Given { answer: Answer::Fully, evidence: "x".repeat(5_001) };
                r.answers.insert(QuestionId::new("tensions"), given);
            },
            "a piece of evidence is longer than any that is taken",
        ),
    ];
    assert_eq!(reply().sound(), Ok(reply()));
    for (spoil, said) in cases {
        let mut spoilt = reply();
        spoil(&mut spoilt);
        assert_eq!(spoilt.sound().map_err(|error| error.to_string()), Err(said.to_owned()));
    }
}

#[test]
fn a_reply_is_a_respondent_more_and_never_twice() {
    let register = marlshire();
    let fate = register.fate_of(&reply(), 5);
    let check = match &fate {
        Ok(ReplyFate::New(check)) => check.clone(),
        _ => unreachable!("nobody has answered: {fate:?}"),
    };
    assert_eq!((&*check.respondent, &*check.body), ("Head of audit", "Southmarl Borough Council"));
    let n_before = register.standing_checks(check.partnership).len();
    let with = register.apply(Change::HealthChecksPut(vec![check.clone()])).expect("it fits");
    assert_eq!(with.standing_checks(check.partnership).len(), n_before + 1);
    assert_eq!(with.fate_of(&reply(), 9), Ok(ReplyFate::Known));
    let second = Reply { notes: "By letter".into(), respondent: "head of  Audit".into(), ..reply() };
    let after = HealthCheck {
        updated: 9,
        notes: "By letter".into(),
        respondent: "head of  Audit".into(),
        ..check.clone()
    };
    assert_eq!(with.fate_of(&second, 9), Ok(ReplyFate::Replaces(check, after.clone())));
    let replaced = with.apply(Change::HealthChecksPut(vec![after])).expect("it fits");
    assert_eq!(replaced.health_checks().len(), with.health_checks().len());
}

#[test]
fn two_posts_that_answer_one_questionnaire_are_two_respondents() {
    let other = Reply { respondent: "Clerk".into(), ..reply() };
    assert_ne!(other.check_id(), reply().check_id());
    // The test vector of RFC 9923 for a lower-case a: the step is the usual one.
    assert_eq!(fnv_step(FNV_BASIS, b'a'), 0xaf63_dc4c_8601_ec8c);
}

#[test]
fn a_reply_about_a_partnership_that_is_not_here_is_refused() {
    let mut lost = reply();
    lost.to.partnership = PartnershipId::from_bits(99);
    let name = lost.to.partnership_name.clone();
    assert_eq!(marlshire().fate_of(&lost, 5), Err(QuestionnaireError::NoSuchPartnership(name)));
}
