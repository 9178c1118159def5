//! A health check as one respondent answered it on a day. What the answers come to, and how respondents
//! compare, is next door in [`crate::health`].

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
}

impl Register {
    /// The checks of a partnership that stand today: of each respondent the last one, in the order in which
    /// they were entered.
    pub fn standing_checks(&self, partnership: PartnershipId) -> impl Iterator<Item = &HealthCheck> {
        let of_it = move || {
            self.health_checks().iter().map(|check| &**check).filter(move |c| c.partnership == partnership)
        };
        of_it().filter(move |check| {
            !of_it().any(|later| {
                later.is_by_the_same(check) && (later.date, later.created) > (check.date, check.created)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::register::{Change, Organisation, Partnership};
    use crate::scale::preset;

    #[test]
    fn of_each_respondent_the_last_check_stands() {
        let waste = PartnershipId::from_bits(1);
        let check = |bits, respondent: &str, body: &str, date: &str| {
            let date = Date::read(date).expect("a date");
            let check = HealthCheck::new(HealthCheckId::from_bits(bits), waste, respondent, date, 0);
            HealthCheck { body: body.into(), ..check }
        };
        let empty = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
        let change = Change::All(vec![
            Change::PartnershipsPut(vec![Partnership::new(waste, "Waste", 0)]),
            Change::HealthChecksPut(vec![
                check(1, "Head of waste", "", "1/4/2027"),
                check(2, "head of Waste", "", "1/4/2026"),
                check(3, "Head of waste", "Contractor", "1/5/2026"),
            ]),
        ]);
        let register = empty.apply(change).expect("sound parts");
        let standing: Vec<u64> = register.standing_checks(waste).map(|check| check.id.bits()).collect();
        assert_eq!(standing, [1, 3]);
    }
}
