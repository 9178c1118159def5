//! A health check as one respondent answered it on a day. What the answers come to, and how respondents
//! compare, is next door in [`crate::health`]. Which checks of a partnership stand is decided here and nowhere else.

use std::rc::Rc;

use super::{HealthCheckId, PartnershipId, Register, Timestamp};
use crate::date::Date;
use crate::health::Answers;
use crate::letters::are_same;

/// The answers of one respondent about one partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HealthCheck {
    /// Its id.
    pub id: HealthCheckId,
    /// When it was entered.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// The partnership it is about.
    pub partnership: PartnershipId,
    /// Who answered: a post, not a person's name.
    pub respondent: String,
    /// The body for which they answered; empty for our own.
    pub body: String,
    /// The day for which the answers stand.
    pub date: Date,
    /// The answers.
    pub answers: Answers,
    /// Anything else.
    pub notes: String,
}

impl HealthCheck {
    /// A check that nobody has begun to answer.
    #[must_use]
    pub fn new(
        id: HealthCheckId,
        partnership: PartnershipId,
        respondent: &str,
        date: Date,
        created: Timestamp,
    ) -> Self {
        Self {
            id,
            created,
            updated: created,
            partnership,
            respondent: respondent.to_owned(),
            body: String::new(),
            date,
            answers: Answers::default(),
            notes: String::new(),
        }
    }

    /// Whether the same respondent answered both.
    #[must_use]
    pub fn is_by_the_same(&self, other: &Self) -> bool {
        are_same(&self.respondent, &other.respondent) && are_same(&self.body, &other.body)
    }

    /// Whether it answers anything. One that was begun and has no answer yet says nothing, and does not take the
    /// place of the one before it.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        !self.answers.is_empty()
    }
}

impl Register {
    /// All checks of a partnership, those without an answer and those that a later one has replaced too, in the
    /// order in which they were entered.
    pub fn checks_of(&self, partnership: PartnershipId) -> impl Iterator<Item = &Rc<HealthCheck>> {
        self.health_checks().iter().filter(move |check| check.partnership == partnership)
    }

    /// The checks of a partnership that stand today: of each respondent the last one that answers anything, in the
    /// order in which they were entered.
    #[must_use]
    pub fn standing_checks(&self, partnership: PartnershipId) -> Vec<&HealthCheck> {
        standing(self.checks_of(partnership))
    }

    /// The checks of a partnership that stood on a day.
    #[must_use]
    pub fn standing_checks_on(&self, partnership: PartnershipId, day: Date) -> Vec<&HealthCheck> {
        standing(self.checks_of(partnership).filter(|check| check.date <= day))
    }

    /// Whether anybody has answered anything about a partnership.
    #[must_use]
    pub fn is_checked(&self, partnership: PartnershipId) -> bool {
        self.checks_of(partnership).any(|check| check.is_answered())
    }
}

/// Of each respondent the last check that answers anything; of two that were begun at the same time the later in
/// the order in which they come.
pub(super) fn standing<'r>(checks: impl Iterator<Item = &'r Rc<HealthCheck>>) -> Vec<&'r HealthCheck> {
    let answered: Vec<&HealthCheck> = checks.map(|check| &**check).filter(|c| c.is_answered()).collect();
    let key = |place: usize| (answered[place].date, answered[place].created, place);
    let is_last = |place: &usize| {
        let mut others = 0..answered.len();
        !others.any(|other| key(other) > key(*place) && answered[other].is_by_the_same(answered[*place]))
    };
    (0..answered.len()).filter(is_last).map(|place| answered[place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::{Answer, QuestionId};
    use crate::register::{Change, InForce, Organisation, Partnership};
    use crate::scale::preset;

    const WASTE: PartnershipId = PartnershipId::from_bits(1);

    fn day(text: &str) -> Date {
        Date::read(text).expect("a date")
    }

    /// An answered check.
    fn check(bits: u64, respondent: &str, body: &str, date: &str) -> HealthCheck {
        let mut check = HealthCheck::new(HealthCheckId::from_bits(bits), WASTE, respondent, day(date), 0);
        check.body = body.into();
        check.answers.insert(QuestionId::new("tensions"), Answer::Partly.into());
        check
    }

    fn begun(check: HealthCheck) -> HealthCheck {
        HealthCheck { answers: Answers::default(), ..check }
    }

    fn register(checks: Vec<HealthCheck>) -> Register {
        let empty = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
        let waste = Partnership::new(WASTE, "Waste", 0);
        let change = Change::All(vec![Change::PartnershipsPut(vec![waste]), Change::HealthChecksPut(checks)]);
        empty.apply(change).expect("sound parts")
    }

    fn ids(checks: &[&HealthCheck]) -> Vec<u64> {
        checks.iter().map(|check| check.id.bits()).collect()
    }

    #[test]
    fn of_each_respondent_the_last_answered_check_stands() {
        let register = register(vec![
            check(1, "Head of waste", "", "1/4/2027"),
            check(2, "head of Waste", "", "1/4/2026"),
            check(3, "Head of waste", "Contractor", "1/5/2026"),
            begun(check(4, "Head of waste", "", "1/4/2028")),
            check(5, "Clerk", "", "1/4/2026"),
            check(6, "Clerk", "", "1/4/2026"),
        ]);
        assert_eq!(ids(&register.standing_checks(WASTE)), [1, 3, 6]);
        assert_eq!(ids(&InForce::of(&register).standing_checks(WASTE)), [1, 3, 6]);
        assert_eq!(ids(&register.standing_checks_on(WASTE, day("30/4/2026"))), [2, 6]);
        assert_eq!(register.checks_of(WASTE).count(), 6);
    }

    #[test]
    fn a_partnership_is_checked_from_its_first_answer() {
        let one = || check(1, "Clerk", "", "1/4/2026");
        for (checks, is_checked) in [(vec![], false), (vec![begun(one())], false), (vec![one()], true)] {
            let register = register(checks);
            assert_eq!(register.is_checked(WASTE), is_checked);
            assert_eq!(InForce::of(&register).is_checked(WASTE), is_checked);
        }
    }
}
