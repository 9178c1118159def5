//! The forms of a health check: who answers it and when, and the answers to the four questions of a theme.

use partnership_risk_core::choice::Choice;
use partnership_risk_core::date::Date;
use partnership_risk_core::health::{Answer, Answers, Given, QuestionId, Theme};
use partnership_risk_core::letters::are_same;
use partnership_risk_core::register::{
    HealthCheck, HealthCheckId, Partnership, PartnershipId, Register, Timestamp,
};

use super::Problem;
use super::checks::{Checks, tidy, typed};
use super::kept::draft;

draft! {
    /// What is typed about who answers a health check.
    HealthCheckDraft {
        /// The id of the partnership.
        partnership: String,
        /// Who answers.
        respondent: String,
        /// For which of the partners: its name, [`HealthCheckDraft::OTHER`], or empty for our own body.
        body: String,
        /// The name of another body.
        other: String,
        /// The day for which the answers stand.
        date: String,
        /// Anything else.
        notes: String,
    }
}

impl HealthCheckDraft {
    /// What stands for a body that is not among the partners; no body has this name.
    pub const OTHER: &str = "\u{2026}";

    /// The form for a new check.
    #[must_use]
    pub fn new(partnership: Option<PartnershipId>, today: Date) -> Self {
        Self {
            partnership: typed(partnership, |id| id.to_string()),
            date: today.as_typed(),
            ..Self::default()
        }
    }

    /// The form for a check that is there.
    #[must_use]
    pub fn of(check: &HealthCheck, register: &Register) -> Self {
        let partners = register.partnership(check.partnership).map(|p| bodies(p, register));
        let partner = partners.unwrap_or_default().into_iter().find(|name| are_same(name, &check.body));
        let (body, other) = match partner {
            Some(name) => (name, String::new()),
            None if check.body.is_empty() => (String::new(), String::new()),
            None => (Self::OTHER.to_owned(), check.body.clone()),
        };
        Self {
            partnership: check.partnership.to_string(),
            respondent: check.respondent.clone(),
            body,
            other,
            date: check.date.as_typed(),
            notes: check.notes.clone(),
        }
    }

    /// The bodies to choose from besides our own: the partners of the partnership that is chosen.
    #[must_use]
    pub fn bodies(&self, register: &Register) -> Vec<String> {
        self.chosen(register).map(|p| bodies(p, register)).unwrap_or_default()
    }

    /// The check described, its answers as they were, or everything that is wrong with the description.
    /// `id` is the one to change, or a fresh one.
    pub fn check(
        &self,
        register: &Register,
        id: HealthCheckId,
        now: Timestamp,
    ) -> Result<HealthCheck, Vec<Problem>> {
        let mut checks = Checks::default();
        let partnership = self.chosen(register).map(|p| p.id);
        if partnership.is_none() {
            checks.note("partnership", "Choose the partnership that the check is about");
        }
        let who = "Enter who answers: a post, not a person\u{2019}s name";
        let respondent = checks.required(&self.respondent, "respondent", who);
        let body = self.body(&mut checks);
        if tidy(&self.date).is_empty() {
            checks.note("date", "Enter the day for which the answers stand");
        }
        let date = checks.date(&self.date, "date", "Date");
        let (Some(partnership), Some(date)) = (partnership, date) else { return Err(checks.problems) };
        let before = register.health_check(id).map(|check| (**check).clone());
        checks.finish(|| HealthCheck {
            updated: now,
            partnership,
            respondent: respondent.clone(),
            body,
            date,
            notes: tidy(&self.notes),
            ..before.unwrap_or_else(|| HealthCheck::new(id, partnership, &respondent, date, now))
        })
    }

    fn body(&self, checks: &mut Checks) -> String {
        if self.body == Self::OTHER {
            checks.required(&self.other, "other", "Enter the name of the other body")
        } else {
            self.body.clone()
        }
    }

    fn chosen<'r>(&self, register: &'r Register) -> Option<&'r Partnership> {
        self.partnership.parse().ok().and_then(|id| register.partnership(id)).map(|p| &**p)
    }
}

/// The partners other than ourselves, each once.
pub(super) fn bodies(partnership: &Partnership, register: &Register) -> Vec<String> {
    let ours = &register.organisation().name;
    let names = partnership.partners.iter().map(|partner| &partner.name);
    let mut bodies: Vec<String> = Vec::new();
    for name in names.filter(|name| !name.is_empty() && !are_same(name, ours)) {
        if !bodies.iter().any(|known| are_same(known, name)) {
            bodies.push(name.clone());
        }
    }
    bodies
}

/// How many questions a theme has.
const PER_THEME: usize = 4;

draft! {
    /// What is chosen and typed at one question.
    AnswerDraft {
        /// The key of the answer; empty while the question is open.
        answer: String,
        /// What proves it.
        evidence: String,
    }
}

draft! {
    /// What is chosen and typed at the questions of a theme.
    ThemeDraft {
        /// The answers, in the order in which they are asked.
        answers: [AnswerDraft; PER_THEME],
    }
}

/// The questions of a theme, in the order in which they are asked.
pub fn questions_of(theme: Theme) -> impl Iterator<Item = QuestionId> {
    QuestionId::standard().filter(move |question| question.theme() == Some(theme))
}

/// The id of the field of a question.
#[must_use]
pub fn answer_field(question: &QuestionId) -> String {
    format!("answer-{question}")
}

impl ThemeDraft {
    /// The form for the answers that are there.
    #[must_use]
    pub fn of(answers: &Answers, theme: Theme) -> Self {
        let mut draft = Self::default();
        for (typed, question) in draft.answers.iter_mut().zip(questions_of(theme)) {
            if let Some(given) = answers.get(&question) {
                let answer = given.answer.key().to_owned();
                *typed = AnswerDraft { answer, evidence: given.evidence.clone() };
            }
        }
        draft
    }

    /// The check with these answers in the place of those it had to the theme, or everything that is wrong
    /// with them.
    pub fn check(
        &self,
        before: &HealthCheck,
        theme: Theme,
        now: Timestamp,
    ) -> Result<HealthCheck, Vec<Problem>> {
        let problems = self.problems(theme);
        let answers = self.applied(&before.answers, theme);
        if problems.is_empty() {
            Ok(HealthCheck { updated: now, answers, ..before.clone() })
        } else {
            Err(problems)
        }
    }

    /// Everything that is wrong with what is typed.
    #[must_use]
    pub fn problems(&self, theme: Theme) -> Vec<Problem> {
        let mut checks = Checks::default();
        for (typed, question) in self.answers.iter().zip(questions_of(theme)) {
            if typed.given().is_none() && !tidy(&typed.evidence).is_empty() {
                let wrong = "Choose the answer that your evidence proves, or take the evidence out";
                checks.note(&answer_field(&question), wrong);
            }
        }
        checks.problems
    }

    /// Answers with these in the place of those to the theme.
    #[must_use]
    pub fn applied(&self, answers: &Answers, theme: Theme) -> Answers {
        let mut answers = answers.clone();
        for (typed, question) in self.answers.iter().zip(questions_of(theme)) {
            match typed.given() {
                Some(given) => answers.insert(question, given),
                None => answers.remove(&question),
            };
        }
        answers
    }
}

impl AnswerDraft {
    fn given(&self) -> Option<Given> {
        let answer = Answer::of_key(&self.answer)?;
        Some(Given { answer, evidence: tidy(&self.evidence) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Change, Partner, Role, Sector};

    const ID: HealthCheckId = HealthCheckId::from_bits(9);

    fn today() -> Date {
        Date::read("1/5/2027").expect("a date")
    }

    /// The example, with ourselves and two others in its partnership.
    fn register() -> Register {
        let fife = fife_council();
        let partner = |name: &str| Partner {
            name: name.to_owned(),
            sector: Sector::default(),
            role: Role::default(),
            is_dominant: false,
            money_share: None,
            loss_share: None,
        };
        let partners = ["Fife Council", "NHS Fife", "Police Scotland"].map(partner).to_vec();
        let partnership = Partnership { partners, ..(*fife.partnerships()[0]).clone() };
        fife.apply(Change::PartnershipsPut(vec![partnership])).expect("sound parts")
    }

    fn started(register: &Register) -> HealthCheckDraft {
        let draft = HealthCheckDraft::new(Some(register.partnerships()[0].id), today());
        HealthCheckDraft { respondent: " Head of care ".into(), ..draft }
    }

    fn fields(problems: Vec<Problem>) -> Vec<String> {
        problems.into_iter().map(|problem| problem.field).collect()
    }

    #[test]
    fn an_empty_form_names_every_field_at_once() {
        let problems = HealthCheckDraft::default().check(&register(), ID, 5).expect_err("nothing typed");
        assert_eq!(fields(problems), ["partnership", "respondent", "date"]);
    }

    #[test]
    fn a_new_check_is_of_today_and_for_our_own_body() {
        let register = register();
        let check = started(&register).check(&register, ID, 5).expect("nothing wrong");
        assert_eq!((&*check.respondent, &*check.body, check.date), ("Head of care", "", today()));
        assert_eq!((check.id, check.created, check.answers.len()), (ID, 5, 0));
    }

    #[test]
    fn the_partners_but_not_ourselves_are_offered_as_bodies_and_another_must_be_named() {
        let register = register();
        let draft = started(&register);
        assert_eq!(draft.bodies(&register), ["NHS Fife", "Police Scotland"]);
        let partner = HealthCheckDraft { body: "NHS Fife".into(), ..draft.clone() };
        assert_eq!(partner.check(&register, ID, 5).map(|check| check.body), Ok("NHS Fife".to_owned()));
        let other = HealthCheckDraft { body: HealthCheckDraft::OTHER.into(), ..draft };
        assert_eq!(fields(other.check(&register, ID, 5).expect_err("no name")), ["other"]);
        let named = HealthCheckDraft { other: "Scottish Fire ".into(), ..other };
        assert_eq!(named.check(&register, ID, 5).map(|check| check.body), Ok("Scottish Fire".to_owned()));
    }

    #[test]
    fn an_unchanged_form_gives_the_check_back_with_its_answers_and_a_new_date() {
        let register = register();
        for body in ["", "NHS Fife", "Somebody else"] {
            let mut check = started(&register).check(&register, ID, 5).expect("nothing wrong");
            check.body = body.to_owned();
            check.answers.insert(QuestionId::new("tensions"), Answer::Partly.into());
            let register = register.apply(Change::HealthChecksPut(vec![check.clone()])).expect("sound");
            let after = HealthCheckDraft::of(&check, &register).check(&register, ID, 8);
            assert_eq!(after, Ok(HealthCheck { updated: 8, ..check }), "{body}");
        }
    }

    #[test]
    fn the_answers_of_a_theme_take_the_place_of_those_before_and_of_no_others() {
        let register = register();
        let mut check = started(&register).check(&register, ID, 5).expect("nothing wrong");
        check.answers.insert(QuestionId::new("tensions"), Answer::Partly.into());
        check.answers.insert(QuestionId::new("deliverables"), Answer::Fully.into());
        let mut draft = ThemeDraft::of(&check.answers, Theme::Agreement);
        assert_eq!(draft.answers[1].answer, "fully");
        draft.answers[0] = AnswerDraft { answer: "planned".into(), evidence: " Draft of May ".into() };
        draft.answers[1] = AnswerDraft::default();
        let after = draft.check(&check, Theme::Agreement, 6).expect("nothing wrong");
        let told: Vec<_> = after.answers.iter().map(|(q, g)| (q.as_str(), g.answer, &*g.evidence)).collect();
        assert_eq!(
            told,
            [("signed-agreement", Answer::Planned, "Draft of May"), ("tensions", Answer::Partly, "")]
        );
        assert_eq!(
            ThemeDraft::of(&after.answers, Theme::Agreement).applied(&after.answers, Theme::Agreement),
            after.answers
        );
    }

    #[test]
    fn evidence_without_an_answer_is_not_dropped_in_silence() {
        let register = register();
        let check = started(&register).check(&register, ID, 5).expect("nothing wrong");
        let mut draft = ThemeDraft::default();
        draft.answers[2].evidence = "The insurers\u{2019} letter".into();
        let problems = draft.check(&check, Theme::Agreement, 6).expect_err("no answer");
        assert_eq!(fields(problems), ["answer-liabilities"]);
    }

    #[test]
    fn every_theme_has_as_many_questions_as_its_form() {
        for theme in Theme::ALL {
            assert_eq!(questions_of(theme).count(), PER_THEME, "{theme:?}");
        }
    }
}
