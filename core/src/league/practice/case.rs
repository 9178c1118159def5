//! One partnership as the indicators see it: what the register, its losses and its health checks say of it, read once.
//! What an indicator makes of it is next door in `indicator`.

use crate::date::Date;
use crate::health::{Answer, Answers, Panel, QuestionId};
use crate::letters;
use crate::order::ordered;
use crate::register::{AgreementForm, InForce, Partnership, PartnershipId, Register};

/// For how many months back a loss counts: three years.
const MONTHS_BACK: u16 = 36;

/// What an indicator says of a partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is so.
    Yes,
    /// It is not.
    No,
    /// What it takes to tell is missing.
    Unknown,
    /// The indicator is not about this partnership.
    Outside,
}

impl From<bool> for Verdict {
    fn from(is_so: bool) -> Self {
        if is_so { Self::Yes } else { Self::No }
    }
}

/// Which partnerships had a loss of late, if the register writes losses down.
pub(super) struct Losses {
    /// In order; none while the register holds no loss at all.
    with_one: Option<Vec<PartnershipId>>,
}

impl Losses {
    pub(super) fn of(register: &Register, today: Date) -> Self {
        let is_recent = |date: Date| date <= today && date.months_later(MONTHS_BACK) > today;
        let losses = register.losses().iter().filter(|loss| loss.count > 0 && is_recent(loss.date));
        let with_one: Vec<PartnershipId> = losses.map(|loss| loss.partnership).collect();
        Self { with_one: (!register.losses().is_empty()).then(|| ordered(&with_one, &Ord::cmp)) }
    }

    fn met_by(&self, id: PartnershipId) -> Option<bool> {
        self.with_one.as_ref().map(|with_one| with_one.binary_search(&id).is_ok())
    }
}

/// What is known of one partnership.
pub(super) struct Case<'r> {
    pub(super) partnership: &'r Partnership,
    /// Whether an open risk of it has a current rating and an owner.
    pub(super) has_owned_risk: bool,
    /// Whether a loss of it is on record within three years; none while no loss at all is.
    pub(super) met_problems: Option<bool>,
    /// What those who answered its health check say together.
    medians: Answers,
}

impl<'r> Case<'r> {
    pub(super) fn of(in_force: &InForce<'r>, losses: &Losses, partnership: &'r Partnership) -> Self {
        let id = partnership.id;
        let checks = in_force.standing_checks(id);
        let named: Vec<_> = checks.iter().map(|check| (&*check.respondent, &check.answers)).collect();
        Self {
            partnership,
            has_owned_risk: in_force
                .risks_of(id)
                .any(|risk| risk.ratings.current.is_some() && !letters::is_blank(&risk.owner)),
            met_problems: losses.met_by(id),
            medians: Panel::new(&named).medians().clone(),
        }
    }

    /// The points, from 0 to 4, that the health check gives at a question; none where nobody answered, nobody could,
    /// or the question does not arise.
    pub(super) fn points(&self, question: &str) -> Option<u8> {
        let answer = self.medians.get(&QuestionId::new(question))?.answer;
        answer.points().filter(|_| answer != Answer::DoNotKnow)
    }

    /// The form of the agreement or, where the partnership does not say, the one that the health check speaks of.
    pub(super) fn agreement(&self) -> AgreementForm {
        match (self.partnership.agreement.form, self.points(SIGNED_AGREEMENT)) {
            (AgreementForm::NotKnown, Some(0 | 1)) => AgreementForm::None,
            (AgreementForm::NotKnown, Some(2)) => AgreementForm::Written,
            (AgreementForm::NotKnown, Some(_)) => AgreementForm::SignedByAll,
            (form, _) => form,
        }
    }
}

/// The question whether the partners keep one risk register: from two points on it is at least partly in place.
pub(super) const JOINT_RISK_REGISTER: &str = "joint-risk-register";
/// The question on skills of working with others: from three points on those who lead were assessed.
pub(super) const COLLABORATION_SKILLS: &str = "collaboration-skills";
/// The question whether every partner has signed: at two points an agreement is written, from three on signed by all.
const SIGNED_AGREEMENT: &str = "signed-agreement";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_questions_are_asked() {
        assert_eq!(QuestionId::new(JOINT_RISK_REGISTER).short_name(), "Joint risk register");
        assert_eq!(QuestionId::new(COLLABORATION_SKILLS).short_name(), "Skills of collaboration");
        assert_eq!(QuestionId::new(SIGNED_AGREEMENT).short_name(), "Signed agreement");
    }
}
