//! An action that is done, or made from another one.

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Action, ActionId, ActionState, Timestamp};

/// An action that is done as of today.
#[must_use]
pub fn done(action: &Action, today: Date, now: Timestamp) -> Action {
    Action { state: ActionState::Done, completed: Some(today), updated: now, ..action.clone() }
}

/// A copy of an action, which is to be done.
#[must_use]
pub fn copied(action: &Action, id: ActionId, now: Timestamp) -> Action {
    Action {
        id,
        created: now,
        updated: now,
        what: format!("Copy of {}", action.what),
        state: ActionState::default(),
        completed: None,
        ..action.clone()
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::register::{RiskId, Serves};

    use super::*;

    #[test]
    fn what_is_done_is_done_today_and_a_copy_of_it_is_to_be_done_again() {
        let before = Action::new(ActionId::from_bits(1), "Sign it", Serves::Risk(RiskId::from_bits(2)), 3);
        let after = done(&before, Date::FIRST, 9);
        assert_eq!((after.state, after.completed), (ActionState::Done, Some(Date::FIRST)));
        assert_eq!((after.what.as_str(), after.created, after.updated), ("Sign it", 3, 9));
        assert!(before.is_open() && !after.is_open());
        let copy = copied(&after, ActionId::from_bits(5), 11);
        assert!(copy.is_open() && copy.completed.is_none());
        assert_eq!((copy.what.as_str(), copy.serves, copy.created), ("Copy of Sign it", before.serves, 11));
    }
}
