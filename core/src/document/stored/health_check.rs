//! Health checks in files: each answer under the name of its question.

use super::Reader;
use crate::choice::Choice;
use crate::date::Date;
use crate::health::{Answer, Answers, Given, QuestionId};
use crate::json::{Object, Value, Wrong};
use crate::register::HealthCheck;

pub(super) fn write(check: &HealthCheck) -> Value {
    let mut object = Object::default();
    object.text("id", &check.id.to_string());
    object.whole("created", check.created);
    object.whole("updated", check.updated);
    object.text("partnership", &check.partnership.to_string());
    object.text("respondent", &check.respondent);
    object.text_if_any("body", &check.body);
    object.text("date", &check.date.to_string());
    let answers: Vec<(&QuestionId, &Given)> = check.answers.iter().collect();
    object.list_if_any("answers", &answers, |(question, given)| answer(question, given));
    object.text_if_any("notes", &check.notes);
    object.end()
}

fn answer(question: &QuestionId, given: &Given) -> Value {
    let mut object = Object::default();
    object.text("question", question.as_str());
    object.text("answer", given.answer.key());
    object.text_if_any("evidence", &given.evidence);
    object.end()
}

pub(super) fn read(reader: &mut Reader, value: &Value) -> HealthCheck {
    let respondent = reader.picker.text(value, "respondent");
    reader.begin("health check of", &respondent);
    let date = reader.picker.text(value, "date");
    HealthCheck {
        id: reader.id(value, "id"),
        created: reader.picker.whole(value, "created"),
        updated: reader.picker.whole(value, "updated"),
        partnership: reader.id(value, "partnership"),
        respondent,
        body: reader.text(value, "body"),
        date: reader.sound(&date, Date::read(&date)).unwrap_or(Date::FIRST),
        answers: answers(reader, value),
        notes: reader.text(value, "notes"),
    }
}

fn answers(reader: &mut Reader, value: &Value) -> Answers {
    let given = reader.list_if_any(value, "answers", read_answer);
    match Answers::new(given) {
        Ok(answers) => answers,
        Err(error) => {
            reader.breaks_a_rule(&error);
            Answers::default()
        }
    }
}

fn read_answer(reader: &mut Reader, value: &Value) -> (QuestionId, Given) {
    let question = QuestionId::new(&reader.picker.text(value, "question"));
    let key = reader.picker.text(value, "answer");
    let answer = Answer::of_key(&key).unwrap_or_else(|| {
        reader.picker.note(Wrong::new(format!("unknown answer `{key}`")));
        Answer::DoNotKnow
    });
    (question, Given { answer, evidence: reader.text(value, "evidence") })
}
