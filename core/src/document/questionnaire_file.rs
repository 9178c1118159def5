//! A questionnaire, and the answers to one, as files of their own, so that somebody at a partner can answer without the
//! register. A checksum tells what was altered on its way; whether what is read can be used is decided in
//! [`crate::register`].

use std::fmt;

use super::checksum::Checksum;
use super::envelope::{Foreign, check_header};
use crate::choice::Choice;
use crate::date::Date;
use crate::health::{Answer, Answers, Given, QuestionId};
use crate::json::{self, Object, Pick, Picker, Value, Wrong};
use crate::register::{Id, Questionnaire, QuestionnaireError, Reply};

/// The schema that this version writes, and the newest that it reads.
pub const SCHEMA: u32 = 1;
/// The longest file that is read, in bytes.
pub const MOST_BYTES: usize = 1_000_000;

const QUESTIONNAIRE: &str = "partnership-risk-questionnaire";
const ANSWERS: &str = "partnership-risk-answers";

/// What such a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// Questions.
    Questionnaire(Questionnaire),
    /// Answers.
    Answers(Reply),
}

/// Why a file is neither a questionnaire nor answers that this version can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SentError {
    /// It has more bytes than are read.
    TooLong,
    /// Not JSON, cut short, or not of the form; where and what.
    Malformed(String),
    /// JSON, but neither of the two.
    SomethingElse,
    /// Written by a newer version; its schema.
    Newer(u32),
    /// It was altered after it was written.
    Altered,
    /// It can be read and not be used, and why.
    Unusable(QuestionnaireError),
}

impl fmt::Display for SentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(f, "it is larger than {} MB", MOST_BYTES / 1_000_000),
            Self::Malformed(place) => write!(f, "the text is damaged: {place}"),
            Self::SomethingElse => f.write_str("it is neither a questionnaire nor answers to one"),
            Self::Newer(schema) => {
                write!(f, "written by a newer version (schema {schema}; this version reads up to {SCHEMA})")
            }
            Self::Altered => f.write_str("the checksum does not match: something altered the text"),
            Self::Unusable(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for SentError {}

/// The text of a file.
#[must_use]
pub fn write(sent: &Sent) -> String {
    let (format, inside) = match sent {
        Sent::Questionnaire(questionnaire) => (QUESTIONNAIRE, write_questionnaire(questionnaire)),
        Sent::Answers(reply) => (ANSWERS, write_reply(reply)),
    };
    let mut file = Object::default();
    file.text("format", format);
    file.whole("schema", SCHEMA.into());
    file.text("checksum", &checksum(&inside));
    file.put("content", inside);
    file.end().to_string()
}

/// What the text of a file holds.
pub fn read(text: &str) -> Result<Sent, SentError> {
    if text.len() > MOST_BYTES {
        return Err(SentError::TooLong);
    }
    let file = json::read(text).map_err(malformed)?;
    let is_questionnaire = is_of(&file, QUESTIONNAIRE)?;
    if !is_questionnaire && !is_of(&file, ANSWERS)? {
        return Err(SentError::SomethingElse);
    }
    let content = file.member("content").map_err(malformed)?;
    if file.member("checksum").and_then(Pick::text).map_err(malformed)? != checksum(content) {
        return Err(SentError::Altered);
    }
    let mut picker = Picker::default();
    let sent = if is_questionnaire {
        read_questionnaire(&mut picker, content).sound().map(Sent::Questionnaire)
    } else {
        read_reply(&mut picker, content).sound().map(Sent::Answers)
    };
    picker.finish().map_err(malformed)?;
    sent.map_err(SentError::Unusable)
}

fn is_of(file: &Value, format: &str) -> Result<bool, SentError> {
    match check_header(file, format, SCHEMA) {
        Ok(_) => Ok(true),
        Err(Foreign::OfAnotherKind) => Ok(false),
        Err(Foreign::Newer(schema)) => Err(SentError::Newer(schema)),
    }
}

fn malformed(wrong: Wrong) -> SentError {
    SentError::Malformed(wrong.to_string())
}

fn checksum(inside: &Value) -> String {
    format!("crc32:{:08x}", Checksum::of(&inside.to_string()))
}

fn write_questionnaire(asked: &Questionnaire) -> Value {
    let mut object = Object::default();
    object.text("id", &asked.id.to_string());
    object.text("partnership", &asked.partnership.to_string());
    object.text("partnership_name", &asked.partnership_name);
    object.text("asked_by", &asked.asked_by);
    object.text("asked_on", &asked.asked_on.to_string());
    object.text_if_any("body", &asked.body);
    object.text_if_any("respondent", &asked.respondent);
    object.whole("edition", asked.edition.into());
    object.end()
}

fn read_questionnaire(picker: &mut Picker, value: &Value) -> Questionnaire {
    Questionnaire {
        id: id(picker, value, "id"),
        partnership: id(picker, value, "partnership"),
        partnership_name: picker.text(value, "partnership_name"),
        asked_by: picker.text(value, "asked_by"),
        asked_on: date(picker, value, "asked_on"),
        body: picker.text_if_any(value, "body"),
        respondent: picker.text_if_any(value, "respondent"),
        edition: picker.small(value, "edition"),
    }
}

fn write_reply(reply: &Reply) -> Value {
    let mut object = Object::default();
    object.put("to", write_questionnaire(&reply.to));
    object.text("respondent", &reply.respondent);
    object.text("date", &reply.date.to_string());
    let answers: Vec<(&QuestionId, &Given)> = reply.answers.iter().collect();
    object.put("answers", json::list(&answers, |(question, given)| write_answer(question, given)));
    object.text_if_any("notes", &reply.notes);
    object.end()
}

fn write_answer(question: &QuestionId, given: &Given) -> Value {
    let mut object = Object::default();
    object.text("question", question.as_str());
    object.choice("answer", given.answer);
    object.text_if_any("evidence", &given.evidence);
    object.end()
}

fn read_reply(picker: &mut Picker, value: &Value) -> Reply {
    let to = picker.member(value, "to");
    let given = picker.list(value, "answers").iter().map(|one| read_answer(picker, one)).collect();
    let answers = Answers::new(given).map_err(|twice| Wrong::new(twice.to_string()));
    Reply {
        to: read_questionnaire(picker, to),
        respondent: picker.text(value, "respondent"),
        date: date(picker, value, "date"),
        answers: picker.got(answers),
        notes: picker.text_if_any(value, "notes"),
    }
}

fn read_answer(picker: &mut Picker, value: &Value) -> (QuestionId, Given) {
    let question = QuestionId::new(&picker.text(value, "question"));
    let answer = picker.one_of(value, "answer", &Answer::ALL, Answer::key);
    (question, Given { answer, evidence: picker.text_if_any(value, "evidence") })
}

fn id<T>(picker: &mut Picker, value: &Value, name: &str) -> Id<T> {
    picker.text(value, name).parse().unwrap_or_else(|error| {
        picker.note(Wrong::new(format!("`{name}` is {error}")));
        Id::from_bits(0)
    })
}

fn date(picker: &mut Picker, value: &Value, name: &str) -> Date {
    Date::read(&picker.text(value, name)).unwrap_or_else(|error| {
        picker.note(Wrong::new(format!("`{name}`: {error}")));
        Date::FIRST
    })
}

#[cfg(test)]
mod tests;
