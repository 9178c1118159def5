//! How a partnership adds value, as it is typed.

use partnership_risk_core::register::Value;

use crate::app::drafts::checks::{Checks, tidy, typed};
use crate::app::drafts::kept::draft;

draft! {
    /// What is typed about how a partnership adds value.
    ValueDraft {
        /// What is put in besides money.
        inputs: String,
        /// Days of our own staff's work in a year.
        staff_days: String,
        /// What it produces.
        outputs: String,
        /// What changes for people.
        outcomes: String,
        /// What the alternatives would have been and would have cost.
        alternatives: String,
    }
}

impl ValueDraft {
    pub(super) fn of(value: &Value) -> Self {
        Self {
            inputs: value.inputs.clone(),
            staff_days: typed(value.staff_days, |days| days.to_string()),
            outputs: value.outputs.clone(),
            outcomes: value.outcomes.clone(),
            alternatives: value.alternatives.clone(),
        }
    }

    pub(super) fn check(&self, checks: &mut Checks) -> Value {
        Value {
            inputs: tidy(&self.inputs),
            staff_days: checks.whole(&self.staff_days, "value-staff-days", "Staff days"),
            outputs: tidy(&self.outputs),
            outcomes: tidy(&self.outcomes),
            alternatives: tidy(&self.alternatives),
        }
    }
}
