//! What a live partnership still lacks: asked of each one on its own page, and counted over all.

use partnership_risk_core::register::{AgreementForm, Known, Partnership, Register};

/// Something that a partnership still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// An agreement that is known to be signed by all.
    Agreement,
    /// A lead officer.
    Lead,
    /// An accountable officer.
    Accountable,
    /// A word on how it adds value.
    Value,
    /// A purpose.
    Purpose,
    /// Objectives.
    Objectives,
    /// Partners by their names.
    Partners,
    /// An annual budget.
    Budget,
    /// What we put in.
    Contribution,
    /// Rules for an overspend of a pooled budget.
    OverspendRules,
    /// A day on which it is looked at again.
    Review,
    /// A risk.
    Risk,
}

impl Lack {
    /// Every one, in the order in which it is told.
    pub const ALL: [Self; 12] = [
        Self::Agreement,
        Self::Lead,
        Self::Accountable,
        Self::Value,
        Self::Purpose,
        Self::Objectives,
        Self::Partners,
        Self::Budget,
        Self::Contribution,
        Self::OverspendRules,
        Self::Review,
        Self::Risk,
    ];

    /// The ones that are counted for the portfolio at a glance.
    pub const AT_A_GLANCE: [Self; 4] = [Self::Agreement, Self::Lead, Self::Accountable, Self::Value];

    /// Whether a live partnership lacks it; nothing more is asked of those that are over.
    #[must_use]
    pub fn is_in(self, partnership: &Partnership, register: &Register) -> bool {
        partnership.is_live() && self.is_lacking(partnership, register)
    }

    fn is_lacking(self, partnership: &Partnership, register: &Register) -> bool {
        let Partnership { funding, .. } = partnership;
        match self {
            Self::Agreement => partnership.agreement.form != AgreementForm::SignedByAll,
            Self::Lead => partnership.lead_officer.is_empty(),
            Self::Accountable => partnership.accountable_officer.is_empty(),
            Self::Value => !partnership.value.is_stated(),
            Self::Purpose => partnership.purpose.is_empty(),
            Self::Objectives => partnership.objectives.is_empty(),
            Self::Partners => partnership.partners.is_empty(),
            Self::Budget => funding.annual_budget.is_none(),
            Self::Contribution => funding.our_contribution.is_none(),
            Self::OverspendRules => funding.pooled == Known::Yes && funding.overspend_rules != Known::Yes,
            Self::Review => partnership.next_review.is_none(),
            Self::Risk => register.risks_of(partnership.id).next().is_none(),
        }
    }
}

/// All that a partnership lacks.
#[must_use]
pub fn lacks_of(partnership: &Partnership, register: &Register) -> Vec<Lack> {
    Lack::ALL.into_iter().filter(|lack| lack.is_in(partnership, register)).collect()
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::fife_council;
    use partnership_risk_core::register::{PartnershipId, PartnershipStatus};

    use super::*;

    #[test]
    fn what_is_not_written_down_is_lacking_until_the_partnership_is_over() {
        let register = fife_council();
        let mut new = Partnership::new(PartnershipId::from_bits(9), "Waste", 0);
        let of_any: Vec<Lack> = Lack::ALL.into_iter().filter(|l| *l != Lack::OverspendRules).collect();
        assert_eq!(lacks_of(&new, &register), of_any);
        new.funding.pooled = Known::Yes;
        assert_eq!(lacks_of(&new, &register), Lack::ALL);
        new.status = PartnershipStatus::Ended;
        assert_eq!(lacks_of(&new, &register), []);
    }

    #[test]
    fn what_is_written_down_is_not_lacking() {
        let register = fife_council();
        let mut council = (*register.partnerships()[0]).clone();
        council.lead_officer = "Chief executive".into();
        council.agreement.form = AgreementForm::SignedByAll;
        council.value.outcomes = "Safer streets".into();
        let lacks = lacks_of(&council, &register);
        for there in [Lack::Lead, Lack::Agreement, Lack::Value, Lack::Purpose, Lack::Risk] {
            assert!(!lacks.contains(&there), "{there:?}");
        }
        council.agreement.form = AgreementForm::Written;
        assert!(Lack::Agreement.is_in(&council, &register), "written is not signed by all");
    }
}
