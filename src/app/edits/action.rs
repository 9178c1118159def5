//! An action that is done.

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Action, ActionState, Timestamp};

/// An action that is done as of today.
#[must_use]
pub fn done(action: &Action, today: Date, now: Timestamp) -> Action {
    Action { state: ActionState::Done, completed: Some(today), updated: now, ..action.clone() }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::register::{ActionId, RiskId, Serves};

    use super::*;

    #[test]
    fn what_is_done_is_done_today_and_otherwise_as_it_was() {
        let before = Action::new(ActionId::from_bits(1), "Sign it", Serves::Risk(RiskId::from_bits(2)), 3);
        let after = done(&before, Date::FIRST, 9);
        assert_eq!((after.state, after.completed), (ActionState::Done, Some(Date::FIRST)));
        assert_eq!((after.what.as_str(), after.created, after.updated), ("Sign it", 3, 9));
        assert!(before.is_open() && !after.is_open());
    }
}
