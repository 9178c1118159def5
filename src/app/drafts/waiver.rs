//! The form by which a finding is let pass.

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Subject, Waiver};

use super::Problem;
use super::checks::Checks;
use super::kept::draft;

draft! {
    /// What is typed when a finding is let pass.
    WaiverDraft {
        /// Why it is let pass.
        reason: String,
        /// Until when.
        until: String,
    }
}

impl WaiverDraft {
    /// The waiver described, or everything that is wrong with the description.
    pub fn check(&self, check: &str, subject: Subject, today: Date) -> Result<Waiver, Vec<Problem>> {
        let mut checks = Checks::default();
        let reason = checks.required(&self.reason, "reason", "Enter the reason");
        let told = checks.problems.len();
        let until = checks.date(&self.until, "until", "Until");
        match until {
            Some(day) if day < today => checks.note("until", "Until: this day has passed"),
            None if checks.problems.len() == told => {
                checks.note("until", "Enter the last day on which it may pass");
            }
            Some(_) | None => {}
        }
        checks.finish(|| Waiver { check: check.into(), subject, reason, until: until.unwrap_or(today) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_waiver_has_a_reason_and_a_day_to_come() {
        let today = Date::new(2027, 3, 31).expect("a day");
        let checked = |reason: &str, until: &str| {
            WaiverDraft { reason: reason.into(), until: until.into() }
                .check("risk-without-owner", Subject::Organisation, today)
                .map(|waiver| waiver.until.as_typed())
                .map_err(|problems| problems.into_iter().map(|p| p.field).collect::<Vec<_>>())
        };
        for (reason, until, expected) in [
            ("Agreed", "31/3/2027", Ok("31/3/2027")),
            ("Agreed", "30/3/2027", Err(vec!["until"])),
            (" ", "", Err(vec!["reason", "until"])),
            ("Agreed", "soon", Err(vec!["until"])),
        ] {
            let expected =
                expected.map(str::to_owned).map_err(|f| f.into_iter().map(str::to_owned).collect());
            assert_eq!(checked(reason, until), expected, "{until}");
        }
    }
}
