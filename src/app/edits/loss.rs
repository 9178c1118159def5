//! A loss made from another one, since losses of a kind come again.

use partnership_risk_core::register::{Loss, LossId, Timestamp};

/// A copy of a loss, with its day and its cost, which are then changed.
#[must_use]
pub fn copied(loss: &Loss, id: LossId, now: Timestamp) -> Loss {
    Loss { id, created: now, updated: now, what: format!("Copy of {}", loss.what), ..loss.clone() }
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::marlshire;

    use super::*;

    #[test]
    fn a_copy_is_a_loss_of_its_own() {
        let register = marlshire();
        let loss = &register.losses()[0];
        let copy = copied(loss, LossId::from_bits(9), 7);
        assert_eq!((copy.id.bits(), copy.created, copy.date, copy.cost), (9, 7, loss.date, loss.cost));
        assert_eq!(copy.what, format!("Copy of {}", loss.what));
    }
}
