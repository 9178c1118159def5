//! How partnerships are run, as far as the register itself tells: a few questions with yes or no. How healthy a
//! partnership is, in the words of those in it, is asked by [`crate::health`].

use crate::choice::choices;
use crate::letters;
use crate::register::{AgreementForm, InForce, Known, Partnership};

choices! {
    /// Something that a well-run partnership has. What nobody knows counts as not there.
    Indicator default AgreementSigned {
        /// The partnership itself says that all partners have signed an agreement. What its health check says
        /// does not count, unlike in [`crate::league::practice`]: the figures of bodies that compare themselves
        /// have one meaning whether or not they check health.
        AgreementSigned = "agreement-signed", "Agreement recorded as signed by all";
        /// Somebody answers for it.
        AccountableOfficer = "accountable-officer", "Accountable officer named";
        /// It has an open risk that is rated.
        RisksRated = "risks-rated", "Risks written down and rated";
        /// It has an open risk, and every one has an owner.
        RisksOwned = "risks-owned", "Every open risk has an owner";
        /// The agreement says who bears which risk.
        RiskSharing = "risk-sharing", "Agreed who bears which risk";
        /// The agreement says how it ends.
        Exit = "exit", "Agreed how a partner leaves";
        /// Outputs or outcomes are written down.
        Value = "value", "Said how it adds value";
        /// A health check has an answer.
        HealthChecked = "health-checked", "Health checked";
    }
}

impl Indicator {
    /// How many there are.
    pub(super) const COUNT: usize = Self::ALL.len();

    /// Whether a live partnership has it.
    pub(super) fn holds(self, partnership: &Partnership, in_force: &InForce<'_>) -> bool {
        let mut risks = in_force.risks_of(partnership.id);
        match self {
            Self::AgreementSigned => partnership.agreement.form == AgreementForm::SignedByAll,
            Self::AccountableOfficer => !letters::is_blank(&partnership.accountable_officer),
            Self::RisksRated => risks.any(|risk| risk.ratings.current.is_some()),
            Self::RisksOwned => {
                in_force.risks_of(partnership.id).next().is_some()
                    && risks.all(|risk| !letters::is_blank(&risk.owner))
            }
            Self::RiskSharing => partnership.agreement.risk_sharing == Known::Yes,
            Self::Exit => partnership.agreement.exit == Known::Yes,
            Self::Value => partnership.value.is_stated(),
            Self::HealthChecked => in_force.is_checked(partnership.id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::fife_council;
    use crate::register::{Change, Risk};

    #[test]
    fn a_name_of_blanks_is_none() {
        let register = fife_council();
        let officer = |officer: &str| {
            let partnership = &*register.partnerships()[0];
            Partnership { accountable_officer: officer.to_owned(), ..partnership.clone() }
        };
        let owned = |owner: &str| {
            let risk = |risk: &Risk| Risk { owner: owner.to_owned(), ..risk.clone() };
            Change::RisksPut(register.risks().iter().map(|of| risk(of)).collect())
        };
        for (name, is_named) in [(" \t", false), ("", false), ("Head of waste", true)] {
            let change = Change::All(vec![Change::PartnershipsPut(vec![officer(name)]), owned(name)]);
            let register = register.apply(change).expect("sound");
            let holds =
                |indicator: Indicator| indicator.holds(&register.partnerships()[0], &InForce::of(&register));
            assert_eq!(
                [Indicator::AccountableOfficer, Indicator::RisksOwned].map(holds),
                [is_named; 2],
                "{name:?}"
            );
        }
    }
}
