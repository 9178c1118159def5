//! How partnerships are run, as far as the register itself tells: a few questions with yes or no. How healthy a
//! partnership is, in the words of those in it, is asked by [`crate::health`].

use crate::choice::choices;
use crate::register::{AgreementForm, InForce, Known, Partnership};

choices! {
    /// Something that a well-run partnership has. What nobody knows counts as not there.
    Indicator default AgreementSigned {
        /// All partners have signed an agreement.
        AgreementSigned = "agreement-signed", "Agreement signed by all partners";
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
            Self::AccountableOfficer => !partnership.accountable_officer.is_empty(),
            Self::RisksRated => risks.any(|risk| risk.ratings.current.is_some()),
            Self::RisksOwned => {
                in_force.risks_of(partnership.id).next().is_some() && risks.all(|risk| !risk.owner.is_empty())
            }
            Self::RiskSharing => partnership.agreement.risk_sharing == Known::Yes,
            Self::Exit => partnership.agreement.exit == Known::Yes,
            Self::Value => partnership.value.is_stated(),
            Self::HealthChecked => in_force.is_checked(partnership.id),
        }
    }
}
