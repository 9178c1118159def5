//! A control made from another one: planned, so that it earns no credit until somebody says that it operates.

use partnership_risk_core::register::{Control, ControlId, ControlState, Timestamp};

/// A copy of a control, which is to do the same to the same risks.
#[must_use]
pub fn copied(control: &Control, id: ControlId, now: Timestamp) -> Control {
    Control {
        id,
        created: now,
        updated: now,
        name: format!("Copy of {}", control.name),
        state: ControlState::Planned,
        ..control.clone()
    }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::register::{Effect, RiskId};

    use super::*;

    #[test]
    fn a_copy_does_the_same_and_is_planned() {
        let effects = vec![Effect::on(RiskId::from_bits(3))];
        let operating = Control {
            state: ControlState::Operating,
            effects: effects.clone(),
            ..Control::new(ControlId::from_bits(1), "Contract reviews", 2)
        };
        let copy = copied(&operating, ControlId::from_bits(9), 7);
        assert_eq!((copy.name.as_str(), copy.state), ("Copy of Contract reviews", ControlState::Planned));
        assert_eq!((copy.effects, copy.created, copy.id.bits()), (effects, 7, 9));
    }
}
