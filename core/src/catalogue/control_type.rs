//! How a control works: by stopping an event, noticing it, putting it right or telling people what to do. The
//! catalogue suggests controls of these types; those that a body really has are the register's.

use crate::choice::choices;

choices! {
    /// The way in which a control acts on a risk (HM Treasury, Orange Book).
    ControlType default Preventive {
        /// It stops the event.
        Preventive = "preventive", "Preventive";
        /// It notices the event.
        Detective = "detective", "Detective";
        /// It makes good what the event did.
        Corrective = "corrective", "Corrective";
        /// It tells people what to do.
        Directive = "directive", "Directive";
    }
}

impl ControlType {
    /// What it does, in one sentence.
    #[must_use]
    pub fn description(self) -> &'static str {
        match self {
            Self::Preventive => {
                "It makes the event less likely, as a check before a contract is awarded does."
            }
            Self::Detective => "It shows early that something is going wrong, as a monthly forecast does.",
            Self::Corrective => {
                "It limits the harm once the event has happened, as a tested fallback plan does."
            }
            Self::Directive => {
                "It tells people what they must or may do, as a policy or a scheme of delegation does."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_type_has_one_sentence_of_its_own() {
        let descriptions: BTreeSet<_> = ControlType::ALL.map(ControlType::description).into();
        assert_eq!(descriptions.len(), 4);
        for kind in ControlType::ALL {
            assert!(kind.description().ends_with('.') && !kind.description().contains(". "), "{kind:?}");
        }
    }
}
