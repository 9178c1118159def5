//! One thing changed in many risks at once: what is typed, what is wrong with it, and the risks after it.

use std::rc::Rc;

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::choice::Choice;
use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Risk, Status, Timestamp};

use super::Problem;
use super::checks::{Checks, tidy};

/// What can be changed in many risks at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BulkField {
    /// Who looks after them.
    #[default]
    Owner,
    /// Their category.
    Category,
    /// Their status.
    Status,
    /// When they are looked at again.
    Review,
}

/// What is typed about many risks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BulkDraft {
    /// What is changed.
    pub field: BulkField,
    /// To what; for a choice, its key.
    pub value: String,
    /// Why, where the status is changed.
    pub reason: String,
}

impl BulkField {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 4] = [Self::Owner, Self::Category, Self::Status, Self::Review];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "Owner",
            Self::Category => "Category",
            Self::Status => "Status",
            Self::Review => "Next review",
        }
    }
}

impl BulkDraft {
    /// What stands for no category; no category has this id.
    pub const NO_CATEGORY: &str = "\u{2026}";

    /// The risks with what is typed, or everything that is wrong with it. The fields are `bulk-value` and
    /// `bulk-reason`.
    pub fn check(&self, risks: &[Rc<Risk>], now: Timestamp) -> Result<Vec<Risk>, Vec<Problem>> {
        let mut checks = Checks::default();
        let value = tidy(&self.value);
        let status = Status::of_key(&value);
        let mut review: Option<Date> = None;
        match self.field {
            BulkField::Owner => drop(checks.required(&value, "bulk-value", "Enter the owner")),
            BulkField::Category => drop(checks.required(&value, "bulk-value", "Choose the category")),
            BulkField::Status => self.check_status(status, &mut checks),
            BulkField::Review => {
                checks.required(&value, "bulk-value", "Enter the day of the next review");
                review = checks.date(&value, "bulk-value", "Next review");
            }
        }
        let changed = |risk: &Rc<Risk>| {
            let mut risk = Risk { updated: now, ..(**risk).clone() };
            match self.field {
                BulkField::Owner => risk.owner = value.clone(),
                BulkField::Category => {
                    risk.category = (value != Self::NO_CATEGORY).then(|| CategoryId::new(&value));
                }
                BulkField::Status => {
                    risk.status = status.unwrap_or(risk.status);
                    risk.status_reason = tidy(&self.reason);
                }
                BulkField::Review => risk.review = review,
            }
            risk
        };
        checks.finish(|| risks.iter().map(changed).collect())
    }

    fn check_status(&self, status: Option<Status>, checks: &mut Checks) {
        if status.is_none() {
            checks.note("bulk-value", "Choose the status");
        }
        if status == Some(Status::Closed) {
            checks.required(&self.reason, "bulk-reason", "Say why the risks are closed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;

    fn draft(field: BulkField, value: &str, reason: &str) -> BulkDraft {
        BulkDraft { field, value: value.into(), reason: reason.into() }
    }

    #[test]
    fn one_thing_changes_in_every_risk_and_nothing_else() {
        let register = fife_council();
        let changed = |draft: BulkDraft| draft.check(&register.risks()[..2], 9).expect("nothing wrong");
        let owned = changed(draft(BulkField::Owner, " Head of Law ", ""));
        for (before, after) in register.risks().iter().zip(&owned) {
            assert_eq!(*after, Risk { owner: "Head of Law".into(), updated: 9, ..(**before).clone() });
        }
        assert_eq!(changed(draft(BulkField::Category, BulkDraft::NO_CATEGORY, ""))[1].category, None);
        let in_gaps = &changed(draft(BulkField::Category, "service-gaps", ""))[1];
        assert_eq!(in_gaps.category, Some(CategoryId::new("service-gaps")));
        assert_eq!(changed(draft(BulkField::Review, "31/3/2027", ""))[0].review, Date::new(2027, 3, 31).ok());
        let closed = &changed(draft(BulkField::Status, "closed", "Contract over"))[0];
        assert_eq!((closed.status, &*closed.status_reason), (Status::Closed, "Contract over"));
    }

    #[test]
    fn what_is_wrong_is_tied_to_its_field() {
        for (draft, wrong) in [
            (draft(BulkField::Owner, " ", ""), "bulk-value"),
            (draft(BulkField::Category, "", ""), "bulk-value"),
            (draft(BulkField::Review, "", ""), "bulk-value"),
            (draft(BulkField::Status, "", ""), "bulk-value"),
            (draft(BulkField::Status, "closed", " "), "bulk-reason"),
            (draft(BulkField::Review, "soon", ""), "bulk-value"),
        ] {
            let problems = draft.check(fife_council().risks(), 9).expect_err("something is wrong");
            assert_eq!(problems.iter().map(|p| &*p.field).collect::<Vec<_>>(), [wrong], "{draft:?}");
        }
    }
}
