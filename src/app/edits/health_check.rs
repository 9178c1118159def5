//! A health check answered anew.

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{HealthCheck, HealthCheckId, Timestamp};

/// A new check of today in which a respondent finds the answers of an earlier one.
#[must_use]
pub fn answered_anew(check: &HealthCheck, id: HealthCheckId, today: Date, now: Timestamp) -> HealthCheck {
    let notes = String::new();
    HealthCheck { id, created: now, updated: now, date: today, notes, ..check.clone() }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::health::{Answer, Answers, QuestionId};
    use partnership_risk_core::register::PartnershipId;

    use super::*;

    #[test]
    fn to_answer_anew_is_a_new_check_of_today_with_the_old_answers() {
        let id = HealthCheckId::from_bits;
        let answers = Answers::new(vec![(QuestionId::new("tensions"), Answer::Fully.into())]).expect("once");
        let first = HealthCheck::new(id(1), PartnershipId::from_bits(1), "Manager", Date::FIRST, 3);
        let before = HealthCheck { answers, notes: "By telephone".into(), ..first };
        let today = Date::read("1/4/2027").expect("a date");
        let after = answered_anew(&before, id(2), today, 99);
        assert_eq!((&after.answers, after.notes.as_str()), (&before.answers, ""));
        assert!(after.is_by_the_same(&before) && after.id != before.id);
        assert_eq!((after.date, after.created, after.updated), (today, 99, 99));
    }
}
