//! What the partners have agreed, as it is typed.

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Agreement, AgreementForm};

use crate::app::drafts::checks::{Checks, key, typed};
use crate::app::drafts::kept::draft;

draft! {
    /// What is typed about the agreement between the partners.
    AgreementDraft {
        /// The key of its form.
        form: String,
        /// Whether it says what each partner delivers: a key.
        deliverables: String,
        /// Whether it says how performance is measured: a key.
        measures: String,
        /// Whether it says who bears which risk: a key.
        risk_sharing: String,
        /// Whether it says how a partner leaves: a key.
        exit: String,
        /// When it was signed.
        signed: String,
        /// When it was last brought up to date.
        refreshed: String,
        /// When it is to be looked at again.
        review_due: String,
    }
}

impl AgreementDraft {
    pub(super) fn of(agreement: &Agreement) -> Self {
        Self {
            form: key(agreement.form),
            deliverables: key(agreement.deliverables),
            measures: key(agreement.measures),
            risk_sharing: key(agreement.risk_sharing),
            exit: key(agreement.exit),
            signed: typed(agreement.signed, Date::as_typed),
            refreshed: typed(agreement.refreshed, Date::as_typed),
            review_due: typed(agreement.review_due, Date::as_typed),
        }
    }

    pub(super) fn check(&self, checks: &mut Checks) -> Agreement {
        let form = checks.choice(&self.form);
        let signed = checks.date(&self.signed, "agreement-signed", "Date signed");
        if form == AgreementForm::None && signed.is_some() {
            let message = "There is no agreement to have been signed: clear the date or correct the form";
            checks.note("agreement-signed", message);
        }
        let refreshed = checks.date(&self.refreshed, "agreement-refreshed", "Last refreshed");
        checks.in_order((signed, "date signed"), (refreshed, "agreement-refreshed", "last refresh"));
        let review_due = checks.date(&self.review_due, "agreement-review-due", "Review due");
        let last = (refreshed.max(signed), if refreshed > signed { "last refresh" } else { "date signed" });
        checks.in_order(last, (review_due, "agreement-review-due", "review"));
        Agreement {
            form,
            deliverables: checks.choice(&self.deliverables),
            measures: checks.choice(&self.measures),
            risk_sharing: checks.choice(&self.risk_sharing),
            exit: checks.choice(&self.exit),
            signed,
            refreshed,
            review_due,
        }
    }
}
