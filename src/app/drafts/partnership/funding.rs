//! The money of a partnership, as it is typed.

use partnership_risk_core::money::Pence;
use partnership_risk_core::register::Funding;

use crate::app::drafts::checks::{Checks, key, typed};
use crate::app::drafts::kept::draft;

draft! {
    /// What is typed about the money of a partnership.
    FundingDraft {
        /// All of it, in a year.
        annual_budget: String,
        /// What we put in.
        our_contribution: String,
        /// From how many streams it comes.
        streams: String,
        /// Whether it is pooled: a key.
        pooled: String,
        /// Whether there are rules for an overspend: a key.
        overspend_rules: String,
    }
}

impl FundingDraft {
    pub(super) fn of(funding: &Funding) -> Self {
        Self {
            annual_budget: typed(funding.annual_budget, Pence::as_typed),
            our_contribution: typed(funding.our_contribution, Pence::as_typed),
            streams: typed(funding.streams, |streams| streams.to_string()),
            pooled: key(funding.pooled),
            overspend_rules: key(funding.overspend_rules),
        }
    }

    pub(super) fn check(&self, checks: &mut Checks) -> Funding {
        let budget = checks.pence(&self.annual_budget, "funding-annual-budget", "Annual budget");
        let ours = checks.pence(&self.our_contribution, "funding-our-contribution", "Our contribution");
        if let (Some(budget), Some(ours)) = (budget, ours)
            && ours > budget
        {
            let message = "Our contribution is more than the whole budget: correct one of the two";
            checks.note("funding-our-contribution", message);
        }
        Funding {
            annual_budget: budget,
            our_contribution: ours,
            streams: checks.whole(&self.streams, "funding-streams", "Funding streams"),
            pooled: checks.choice(&self.pooled),
            overspend_rules: checks.choice(&self.overspend_rules),
        }
    }
}
