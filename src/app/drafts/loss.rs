//! The form for a loss: when, where, which risk, how often, and at what cost.

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Loss, LossId, PartnershipId, Register, Timestamp};

use super::Problem;
use super::checks::{Checks, tidy, typed};
use super::kept::draft;

draft! {
    /// What is typed about a loss.
    LossDraft {
        /// What happened.
        what: String,
        /// A day, or a financial year.
        when: String,
        /// The partnership's id.
        partnership: String,
        /// The risk's id; empty where it was not known as one.
        risk: String,
        /// How many events.
        count: String,
        /// What they cost together.
        cost: String,
        /// Anything else.
        notes: String,
    }
}

impl LossDraft {
    /// The form for a new loss in one partnership, or in none yet.
    #[must_use]
    pub fn new(partnership: Option<PartnershipId>) -> Self {
        Self {
            partnership: typed(partnership, |id| id.to_string()),
            count: "1".to_owned(),
            ..Self::default()
        }
    }

    /// The form for a loss that is there.
    #[must_use]
    pub fn of(loss: &Loss) -> Self {
        Self {
            what: loss.what.clone(),
            when: loss.date.as_typed(),
            partnership: loss.partnership.to_string(),
            risk: typed(loss.risk, |id| id.to_string()),
            count: loss.count.to_string(),
            cost: loss.cost.as_typed(),
            notes: loss.notes.clone(),
        }
    }

    /// The loss described, or everything that is wrong with the description. `id` is the one to change,
    /// or a fresh one.
    pub fn check(&self, register: &Register, id: LossId, now: Timestamp) -> Result<Loss, Vec<Problem>> {
        let mut checks = Checks::default();
        let what = checks.required(&self.what, "what", "Enter what happened");
        let date = self.check_when(&mut checks);
        let partnership = self.partnership.parse().ok().filter(|&id| register.partnership(id).is_some());
        if partnership.is_none() {
            checks.note("partnership", "Choose the partnership in which it happened");
        }
        let count = checks.whole::<u32>(&self.count, "count", "How many times");
        if tidy(&self.count).is_empty() || count == Some(0) {
            checks.note("count", "Enter how many times it happened: 1 or more");
        }
        checks.required(&self.cost, "cost", "Enter what it cost; 0 where it cost nothing");
        let cost = checks.pence(&self.cost, "cost", "Cost");
        let (Some(date), Some(partnership), true) = (date, partnership, checks.problems.is_empty()) else {
            return Err(checks.problems);
        };
        let risk = self
            .risk
            .parse()
            .ok()
            .filter(|&id| register.risk(id).is_some_and(|risk| risk.partnership == partnership));
        Ok(Loss {
            id,
            created: register.loss(id).map_or(now, |before| before.created),
            updated: now,
            what,
            date,
            partnership,
            risk,
            count: count.unwrap_or(1),
            cost: cost.unwrap_or_default(),
            notes: tidy(&self.notes),
        })
    }

    fn check_when(&self, checks: &mut Checks) -> Option<Date> {
        let when = checks.required(&self.when, "when", "Enter the day or the financial year it happened in");
        let found = read_when(&when);
        if found.is_none() && !when.is_empty() {
            let wanted = "a day such as 31/3/2027 nor a financial year such as 2026/27";
            checks.note("when", format!("When: \u{201c}{when}\u{201d} is neither {wanted}"));
        }
        found
    }
}

/// A day, or the first day of a financial year such as 2026/27.
fn read_when(text: &str) -> Option<Date> {
    let year = text.split_once(['/', '-']).and_then(|(first, second)| {
        let starts: i32 = first.trim().parse().ok().filter(|_| first.trim().len() == 4)?;
        let ends: i32 = second.trim().parse().ok().filter(|_| second.trim().len() == 2)?;
        ((starts + 1) % 100 == ends).then_some(starts)
    });
    match year {
        Some(year) => Date::new(year, 4, 1).ok(),
        None => Date::read(text).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::RiskId;

    /// A loss with nothing wrong.
    fn sound(register: &Register) -> LossDraft {
        LossDraft {
            what: "Theft of lead".into(),
            when: "2026/27".into(),
            risk: register.risks()[0].id.to_string(),
            cost: "45k".into(),
            ..LossDraft::new(Some(register.partnerships()[0].id))
        }
    }

    #[test]
    fn a_day_or_a_financial_year_is_read_and_nothing_that_could_be_either() {
        for (typed, first_day) in [
            ("31/3/2027", Some("31 March 2027")),
            ("2026/27", Some("1 April 2026")),
            ("1999-00", Some("1 April 1999")),
            ("2026/28", None),
            ("2026", None),
            ("", None),
        ] {
            assert_eq!(read_when(typed).map(Date::in_words).as_deref(), first_day, "{typed}");
        }
    }

    #[test]
    fn an_unchanged_form_gives_the_loss_back() {
        let register = fife_council();
        let loss = sound(&register).check(&register, LossId::from_bits(1), 5).expect("nothing wrong");
        assert_eq!((loss.count, loss.cost.pence(), loss.risk.is_some()), (1, 4_500_000, true));
        assert_eq!(LossDraft::of(&loss).check(&register, loss.id, 5), Ok(loss));
    }

    #[test]
    fn every_problem_is_told_at_once_and_names_its_field() {
        let draft =
            LossDraft { count: "0".into(), cost: "-5".into(), when: "2026".into(), ..LossDraft::default() };
        let problems = draft.check(&fife_council(), LossId::from_bits(1), 5).expect_err("much is wrong");
        let fields: Vec<&str> = problems.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(fields, ["what", "when", "partnership", "count", "cost"]);
    }

    #[test]
    fn a_risk_of_another_partnership_is_let_go() {
        let register = fife_council();
        let draft = LossDraft { risk: RiskId::from_bits(77).to_string(), ..sound(&register) };
        let loss = draft.check(&register, LossId::from_bits(1), 5).expect("nothing wrong");
        assert_eq!(loss.risk, None);
    }
}
