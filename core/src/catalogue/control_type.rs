//! How a control works: by stopping an event, noticing it, putting it right or telling people what to do. The
//! catalogue suggests controls of these types; those that a body really has are the register's.

/// The way in which a control acts on a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControlType {
    /// It stops the event.
    Preventive,
    /// It notices the event.
    Detective,
    /// It makes good what the event did.
    Corrective,
    /// It tells people what to do.
    Directive,
}

impl ControlType {
    /// Every type, in the order in which it is offered.
    pub const ALL: [Self; 4] = [Self::Preventive, Self::Detective, Self::Corrective, Self::Directive];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Preventive => "Preventive",
            Self::Detective => "Detective",
            Self::Corrective => "Corrective",
            Self::Directive => "Directive",
        }
    }

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

    /// Its name in the data files.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Preventive => "preventive",
            Self::Detective => "detective",
            Self::Corrective => "corrective",
            Self::Directive => "directive",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_type_has_a_name_and_one_sentence_of_its_own() {
        let names: BTreeSet<_> = ControlType::ALL.map(ControlType::name).into();
        let descriptions: BTreeSet<_> = ControlType::ALL.map(ControlType::description).into();
        assert_eq!((names.len(), descriptions.len()), (4, 4));
        for kind in ControlType::ALL {
            assert_eq!(kind.name().to_lowercase(), kind.key());
            assert!(kind.description().ends_with('.') && !kind.description().contains(". "), "{kind:?}");
        }
    }
}
