//! A health check that somebody at a partner answers who has no part in the register: what they are given, which is names
//! and nothing else, what they give back, and what comes of that here. How both are written is next door in
//! [`crate::document`]; a check that is part of the register is in `health_check`.

use std::fmt;

use super::{HealthCheck, HealthCheckId, PartnershipId, Register, Timestamp};
use crate::date::Date;
use crate::health::{Answers, EDITION};
use crate::letters::{folded, is_blank};

/// The most characters of a name.
const MOST_IN_NAME: usize = 300;
/// The most characters of evidence or notes.
const MOST_IN_TEXT: usize = 5_000;

/// The questions of a health check, put to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    /// By which its answers are known again.
    pub id: HealthCheckId,
    /// The partnership that it is about, by the id that it has where the question comes from.
    pub partnership: PartnershipId,
    /// What that is called.
    pub partnership_name: String,
    /// The body that asks.
    pub asked_by: String,
    /// When it asked.
    pub asked_on: Date,
    /// The body that is asked; empty for somebody at the asking body itself.
    pub body: String,
    /// Which post is asked; empty where that is left to those who answer.
    pub respondent: String,
    /// The edition of the questions: [`EDITION`] of the version that asked.
    pub edition: u32,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// What was asked.
    pub to: Questionnaire,
    /// Who answered: a post, not a person's name.
    pub respondent: String,
    /// The day for which the answers stand.
    pub date: Date,
    /// The answers, at least one.
    pub answers: Answers,
    /// Anything else.
    pub notes: String,
}

/// Why a questionnaire cannot be put, or a reply not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionnaireError {
    /// Something has no name; what it is.
    Unnamed(&'static str),
    /// A text is longer than any that is taken; what it is.
    TooLong(&'static str),
    /// It has questions of another edition, which is given.
    AnotherEdition(u32),
    /// It answers a question that is not asked.
    NotAsked(String),
    /// It answers nothing.
    NoAnswers,
    /// The partnership of this name is not in the register.
    NoSuchPartnership(String),
}

impl fmt::Display for QuestionnaireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unnamed(what) => write!(f, "{what} has no name"),
            Self::TooLong(what) => write!(f, "{what} is longer than any that is taken"),
            Self::AnotherEdition(n) => {
                write!(
                    f,
                    "it has the questions of edition {n}, and this version asks those of edition {EDITION}"
                )
            }
            Self::NotAsked(question) => {
                write!(f, "it answers \u{201c}{question}\u{201d}, which is not asked")
            }
            Self::NoAnswers => f.write_str("it answers nothing"),
            Self::NoSuchPartnership(name) => {
                write!(f, "it is about \u{201c}{name}\u{201d}, and that partnership is not in this register")
            }
        }
    }
}

impl std::error::Error for QuestionnaireError {}

impl Questionnaire {
    /// The same, if it can be put to somebody by this version.
    pub fn sound(self) -> Result<Self, QuestionnaireError> {
        if self.edition != EDITION {
            return Err(QuestionnaireError::AnotherEdition(self.edition));
        }
        required(&self.partnership_name, "the partnership")?;
        required(&self.asked_by, "the body that asks")?;
        at_most(MOST_IN_NAME, &self.body, "the body that is asked")?;
        at_most(MOST_IN_NAME, &self.respondent, "the post that is asked")?;
        Ok(self)
    }
}

impl Reply {
    /// The same, if it answers what was asked.
    pub fn sound(self) -> Result<Self, QuestionnaireError> {
        let to = self.to.sound()?;
        required(&self.respondent, "the post that answered")?;
        at_most(MOST_IN_TEXT, &self.notes, "the note")?;
        if self.answers.is_empty() {
            return Err(QuestionnaireError::NoAnswers);
        }
        for (question, given) in self.answers.iter() {
            if question.theme().is_none() {
                let slug = question.as_str().chars().take(MOST_IN_NAME).collect();
                return Err(QuestionnaireError::NotAsked(slug));
            }
            at_most(MOST_IN_TEXT, &given.evidence, "a piece of evidence")?;
        }
        Ok(Self { to, ..self })
    }

    /// The id of the check that comes of it: the same whenever the same post answers the same questionnaire, so that a
    /// reply that arrives twice is one check, and another for anybody else.
    #[must_use]
    pub fn check_id(&self) -> HealthCheckId {
        let who = [folded(&self.respondent), folded(&self.to.body)].join("\n");
        let bytes = self.to.id.bits().to_be_bytes();
        HealthCheckId::from_bits(bytes.into_iter().chain(who.bytes()).fold(FNV_BASIS, fnv_step))
    }

    fn check(&self, now: Timestamp) -> HealthCheck {
        let id = self.check_id();
        HealthCheck {
            body: self.to.body.clone(),
            answers: self.answers.clone(),
            notes: self.notes.clone(),
            ..HealthCheck::new(id, self.to.partnership, &self.respondent, self.date, now)
        }
    }
}

/// FNV-1a with 64 bits (Fowler, Noll and Vo; RFC 9923).
const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;

fn fnv_step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
}

/// What a reply is to a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyFate {
    /// A respondent more, with this check.
    New(HealthCheck),
    /// It is here already, and says the same.
    Known,
    /// The same post has answered before; that check, and what it becomes.
    Replaces(HealthCheck, HealthCheck),
}

impl Register {
    /// What a reply is to this register.
    pub fn fate_of(&self, reply: &Reply, now: Timestamp) -> Result<ReplyFate, QuestionnaireError> {
        if self.partnership(reply.to.partnership).is_none() {
            return Err(QuestionnaireError::NoSuchPartnership(reply.to.partnership_name.clone()));
        }
        let check = reply.check(now);
        let Some(before) = self.health_check(check.id) else { return Ok(ReplyFate::New(check)) };
        if before.partnership != check.partnership {
            return Err(QuestionnaireError::NoSuchPartnership(reply.to.partnership_name.clone()));
        }
        let after = HealthCheck { created: before.created, ..check };
        let says_the_same = HealthCheck { updated: before.updated, ..after.clone() } == **before;
        Ok(if says_the_same { ReplyFate::Known } else { ReplyFate::Replaces((**before).clone(), after) })
    }
}

fn required(text: &str, what: &'static str) -> Result<(), QuestionnaireError> {
    if is_blank(text) { Err(QuestionnaireError::Unnamed(what)) } else { at_most(MOST_IN_NAME, text, what) }
}

fn at_most(most: usize, text: &str, what: &'static str) -> Result<(), QuestionnaireError> {
    if text.chars().count() > most { Err(QuestionnaireError::TooLong(what)) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
