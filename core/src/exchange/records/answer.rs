//! Health checks as rows, one for each answer. A check without answers has one row that says so by its
//! empty question.

use std::collections::BTreeMap;

use super::{Record, Slot};
use crate::date::Date;
use crate::health::{Answer, QuestionId};
use crate::letters;
use crate::register::{HealthCheck, Register};

/// One answer of one respondent about one partnership on one day.
#[derive(Clone)]
pub(in crate::exchange) struct AnswerRow {
    pub(in crate::exchange) partnership: String,
    pub(in crate::exchange) respondent: String,
    pub(in crate::exchange) body: String,
    pub(in crate::exchange) date: Option<Date>,
    pub(in crate::exchange) question: String,
    pub(in crate::exchange) answer: Option<Answer>,
    pub(in crate::exchange) evidence: String,
    pub(in crate::exchange) notes: String,
}

impl Record for AnswerRow {
    const SLOTS: &'static [Slot<Self>] = &[
        Slot::<Self>::new("Partnership", "partnership name, name of partnership, collaboration", |r| {
            &mut r.partnership
        }),
        Slot::<Self>::new("Respondent", "answered by, completed by, your name, name", |r| &mut r.respondent)
            .needed(),
        Slot::<Self>::new("Body", "organisation, your organisation, respondent body", |r| &mut r.body),
        Slot::<Self>::new(
            "Date",
            "date of check, date answered, completed, timestamp, completion time",
            |r| &mut r.date,
        )
        .needed()
        .date(),
        Slot::<Self>::new("Question", "health question, criterion, statement", |r| &mut r.question).wanted(),
        Slot::<Self>::new("Answer", "response, rating, score, level", |r| &mut r.answer).wanted(),
        Slot::<Self>::new("Evidence", "proof, what proves it, comment, comments", |r| &mut r.evidence),
    ];

    fn blank() -> Self {
        Self {
            partnership: String::new(),
            respondent: String::new(),
            body: String::new(),
            date: None,
            question: String::new(),
            answer: None,
            evidence: String::new(),
            notes: String::new(),
        }
    }

    fn notes(&mut self) -> &mut String {
        &mut self.notes
    }

    fn all(register: &Register) -> Vec<Self> {
        register.health_checks().iter().flat_map(|check| Self::of(register, check)).collect()
    }
}

impl AnswerRow {
    /// The rows of one check; its notes stand in the first.
    fn of(register: &Register, check: &HealthCheck) -> Vec<Self> {
        let head = Self {
            partnership: register.partnership(check.partnership).map(|p| p.name.clone()).unwrap_or_default(),
            respondent: check.respondent.clone(),
            body: check.body.clone(),
            date: Some(check.date),
            ..Self::blank()
        };
        let row = |(question, given): (&QuestionId, &crate::health::Given)| Self {
            question: name_of(question),
            answer: Some(given.answer),
            evidence: given.evidence.clone(),
            ..head.clone()
        };
        let mut rows: Vec<Self> = check.answers.iter().map(row).collect();
        if rows.is_empty() {
            rows.push(head.clone());
        }
        if let Some(first) = rows.first_mut() {
            first.notes.clone_from(&check.notes);
        }
        rows
    }
}

/// A question in a few words; one that this version does not know by its slug.
fn name_of(question: &QuestionId) -> String {
    let name = question.short_name();
    if name.is_empty() { question.as_str().to_owned() } else { name.to_owned() }
}

/// The questions of the standard check by all their names.
pub(in crate::exchange) struct Questions {
    by_name: BTreeMap<String, usize>,
    standard: Vec<QuestionId>,
}

impl Questions {
    pub(in crate::exchange) fn new() -> Self {
        let standard: Vec<QuestionId> = QuestionId::standard().collect();
        let mut by_name = BTreeMap::new();
        for (place, question) in standard.iter().enumerate() {
            let number = (place + 1).to_string();
            for name in [question.short_name(), question.as_str(), &number] {
                by_name.insert(letters::folded(name), place);
            }
        }
        Self { by_name, standard }
    }

    /// The question that a cell names, in a few words, by its number from 1 or by its slug. Other slugs are
    /// kept, since a check may hold answers to questions of another version.
    pub(in crate::exchange) fn find(&self, cell: &str) -> Option<QuestionId> {
        let folded = letters::folded(&cell.replace('\'', "\u{2019}"));
        let number = folded.strip_prefix('q').unwrap_or(&folded).trim_end_matches('.');
        let place = self.by_name.get(&folded).or_else(|| self.by_name.get(number));
        let is_slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let other = || cell.trim_matches('-').contains('-') && cell.chars().all(is_slug);
        match place {
            Some(place) => self.standard.get(*place).cloned(),
            None => other().then(|| QuestionId::new(cell)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_is_found_by_its_name_its_number_and_its_slug() {
        let questions = Questions::new();
        for (place, question) in QuestionId::standard().enumerate() {
            for cell in [name_of(&question), question.as_str().to_owned(), format!("Q{}.", place + 1)] {
                assert_eq!(questions.find(&cell).as_ref(), Some(&question), "{cell}");
            }
        }
        assert_eq!(questions.find("Partners' strategies"), Some(QuestionId::new("partner-strategies")));
        assert_eq!(questions.find("of-another-version"), Some(QuestionId::new("of-another-version")));
        for cell in ["", "0", "41", "Is it good?", "-", "tensions of mine"] {
            assert_eq!(questions.find(cell), None, "{cell}");
        }
    }
}
