//! A risk made from another one: a draft of its own, which counts nowhere until somebody opens it.

use partnership_risk_core::register::{Risk, RiskId, Status, Timestamp};

/// A copy of a risk. Its reference is left out, since references are given once.
#[must_use]
pub fn copied(risk: &Risk, id: RiskId, now: Timestamp) -> Risk {
    Risk {
        id,
        created: now,
        updated: now,
        reference: String::new(),
        title: format!("Copy of {}", risk.title),
        status: Status::Draft,
        status_reason: String::new(),
        ..risk.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::Change;

    #[test]
    fn a_copy_is_a_draft_of_its_own_that_keeps_what_is_known() {
        let register = fife_council();
        let risk = &register.risks()[0];
        let copy = copied(risk, RiskId::from_bits(99), 7);
        assert_eq!(copy.title, format!("Copy of {}", risk.title));
        assert_eq!((copy.status, &*copy.reference, copy.created), (Status::Draft, "", 7));
        assert_eq!(copy.ratings, risk.ratings);
        let after = register.apply(Change::RisksPut(vec![copy])).expect("it is sound");
        assert_eq!(after.risks().len(), register.risks().len() + 1);
    }
}
