//! What is to be done by whom, and how much of it in all. What a duty is, is decided in the core.

use partnership_risk_core::date::Date;
use partnership_risk_core::duty::{Owner, by_owner};
use partnership_risk_core::register::Register;

/// What is to be done by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duties {
    /// Who has something to do, by name; last, what nobody has.
    pub owners: Vec<Owner>,
    /// How much of it is overdue.
    pub n_overdue: usize,
    /// How much of it comes next.
    pub n_upcoming: usize,
}

/// What is overdue, and what is due within so many days after today.
#[must_use]
pub fn duties_of(register: &Register, today: Date, days: u16) -> Duties {
    let owners = by_owner(register, today, days);
    let n_overdue = owners.iter().map(|owner| owner.overdue.len()).sum();
    let n_upcoming = owners.iter().map(|owner| owner.upcoming.len()).sum();
    Duties { owners, n_overdue, n_upcoming }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{Action, ActionId, Change, Serves};

    #[test]
    fn what_is_overdue_and_what_is_near_are_counted() {
        let day = |text| Date::read(text).expect("a day");
        let fife = fife_council();
        let bare = Change::RisksPut(
            fife.risks()
                .iter()
                .map(|risk| {
                    let mut risk = (**risk).clone();
                    risk.review = Some(day("1/1/2040"));
                    risk
                })
                .collect(),
        );
        let serves = Serves::Partnership(fife.partnerships()[0].id);
        let action = |bits, due| Action {
            due: Some(day(due)),
            ..Action::new(ActionId::from_bits(bits), "do it", serves, 0)
        };
        let actions = vec![action(1, "1/1/2027"), action(2, "1/2/2027"), action(3, "1/5/2027")];
        let register = fife.apply(Change::All(vec![bare, Change::ActionsPut(actions)])).expect("sound");
        let counts = |days| {
            let found = duties_of(&register, day("15/1/2027"), days);
            (found.n_overdue, found.n_upcoming)
        };
        assert_eq!((counts(30), counts(365)), ((1, 1), (1, 2)));
    }
}
