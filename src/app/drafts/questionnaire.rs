//! The forms of a questionnaire: whom we ask, and what somebody at a partner answers.

use partnership_risk_core::date::Date;
use partnership_risk_core::health::{Answers, EDITION, Theme};
use partnership_risk_core::register::{HealthCheckId, Partnership, Questionnaire, Register, Reply};

use super::checks::{Checks, tidy};
use super::health_check::bodies;
use super::kept::draft;
use super::{Problem, ThemeDraft};

draft! {
    /// What is typed about who is asked.
    AskDraft {
        /// The partner that is asked: its name; empty for our own body.
        body: String,
        /// Which post there; may be empty.
        respondent: String,
    }
}

impl AskDraft {
    /// The bodies that can be asked besides our own.
    #[must_use]
    pub fn bodies(partnership: &Partnership, register: &Register) -> Vec<String> {
        bodies(partnership, register)
    }

    /// The questionnaire: the names in it, and nothing else of the register. `id` is a fresh one.
    #[must_use]
    pub fn questionnaire(
        &self,
        register: &Register,
        partnership: &Partnership,
        id: HealthCheckId,
        today: Date,
    ) -> Questionnaire {
        Questionnaire {
            id,
            partnership: partnership.id,
            partnership_name: partnership.name.clone(),
            asked_by: register.organisation().name.clone(),
            asked_on: today,
            body: self.body.clone(),
            respondent: tidy(&self.respondent),
            edition: EDITION,
        }
    }
}

draft! {
    /// What is chosen and typed by somebody who answers a questionnaire.
    ReplyDraft {
        /// Who answers.
        respondent: String,
        /// The answers, theme by theme.
        themes: [ThemeDraft; Theme::COUNT],
        /// Anything else.
        notes: String,
    }
}

impl ReplyDraft {
    /// The form for a questionnaire.
    #[must_use]
    pub fn new(asked: &Questionnaire) -> Self {
        Self { respondent: asked.respondent.clone(), ..Self::default() }
    }

    /// The answers so far.
    #[must_use]
    pub fn answers(&self) -> Answers {
        let themes = Theme::ALL.into_iter().zip(&self.themes);
        themes.fold(Answers::default(), |answers, (theme, draft)| draft.applied(&answers, theme))
    }

    /// The first theme at which something must be put right, and what.
    #[must_use]
    pub fn unsound(&self) -> Option<(Theme, Vec<Problem>)> {
        let themes = Theme::ALL.into_iter().zip(&self.themes);
        themes.map(|(theme, draft)| (theme, draft.problems(theme))).find(|(_, found)| !found.is_empty())
    }

    /// What is answered, or everything that is wrong with what is said about it.
    pub fn check(&self, asked: &Questionnaire, today: Date) -> Result<Reply, Vec<Problem>> {
        let mut checks = Checks::default();
        let who = "Enter who answers: a post, not a person\u{2019}s name";
        let respondent = checks.required(&self.respondent, "respondent", who);
        let answers = self.answers();
        if answers.is_empty() {
            checks.note("respondent", "Answer one question at least");
        }
        let notes = tidy(&self.notes);
        let reply = checks.finish(|| Reply { to: asked.clone(), respondent, date: today, answers, notes })?;
        reply.sound().map_err(|error| {
            vec![Problem { field: "respondent".to_owned(), message: format!("This cannot be sent: {error}") }]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::marlshire;

    fn asked() -> Questionnaire {
        let register = marlshire();
        let draft = AskDraft { body: "NHS".into(), respondent: " Head of care ".into() };
        let today = Date::read("1/3/2027").expect("a date");
        draft.questionnaire(&register, &register.partnerships()[0], HealthCheckId::from_bits(7), today)
    }

    #[test]
    fn a_questionnaire_holds_names_and_can_be_put() {
        let asked = asked();
        assert_eq!((&*asked.body, &*asked.respondent), ("NHS", "Head of care"));
        assert_eq!(asked.clone().sound(), Ok(asked));
    }

    #[test]
    fn a_reply_has_a_respondent_and_an_answer() {
        let empty = ReplyDraft::default().check(&asked(), Date::FIRST).expect_err("nothing typed");
        assert_eq!(empty.len(), 2);
        let mut draft = ReplyDraft::new(&asked());
        draft.themes[1].answers[0].answer = "planned".into();
        let reply = draft.check(&asked(), Date::FIRST).expect("sound");
        assert_eq!((&*reply.respondent, reply.answers.len()), ("Head of care", 1));
        draft.themes[2].answers[1].evidence = "Minutes".into();
        let (theme, problems) = draft.unsound().expect("evidence without an answer");
        assert_eq!((theme, problems.len()), (Theme::ALL[2], 1));
    }

    #[test]
    fn a_text_that_nobody_takes_is_told_before_it_is_sent() {
        let mut draft = ReplyDraft::new(&asked());
        draft.themes[1].answers[0].answer = "planned".into();
        draft.notes = "x".repeat(5_001);
        let problems = draft.check(&asked(), Date::FIRST).expect_err("too long");
        assert_eq!(problems[0].message, "This cannot be sent: the note is longer than any that is taken");
    }
}
