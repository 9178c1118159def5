//! What is wrong with a law, as a problem at its field.

use partnership_risk_core::loss::{Amount, FrequencyError, MOST_OBSERVED, SeverityError};

use crate::app::drafts::checks::Checks;

pub(super) fn note_frequency(checks: &mut Checks, error: FrequencyError) {
    match error {
        FrequencyError::ProbabilityAboveOne => {
            checks.note("probability", "The chance must be no more than 100 %");
        }
        FrequencyError::MeanNotPositive => checks.note("rate", "The average must be above nought"),
        FrequencyError::VarianceNotAboveMean => checks.note(
            "variance",
            "The variance must be above the average: where it is not, choose a steady rate",
        ),
    }
}

pub(super) fn note_severity(checks: &mut Checks, error: SeverityError) {
    let field = |amount: Amount| match amount {
        Amount::Low => "low",
        Amount::Middle => "middle",
        Amount::High => "high",
        Amount::Listed => "amounts",
    };
    match error {
        SeverityError::Negative(amount) => checks.note(field(amount), "The amount must not be below nought"),
        SeverityError::NotPositive(amount) => checks.note(field(amount), "The amount must be above nought"),
        SeverityError::Reversed => checks.note("high", "The high amount must be above the low one"),
        SeverityError::TooWide => checks.note(
            "high",
            "The range is too wide: an average of it would say nothing. Bring its ends closer together",
        ),
        SeverityError::ModeOutside => {
            checks.note("middle", "The most likely amount must lie between the least and the most");
        }
        SeverityError::PercentileNotAboveHalf => {
            checks.note("percentile", "The percentage must lie between 50 and 100");
        }
        SeverityError::NoWeight => checks.note("weight", "The weight must be above nought"),
        SeverityError::NoneObserved => checks.note("amounts", "Enter the losses, one on each line"),
        SeverityError::TooManyObserved => {
            checks.note("amounts", format!("Enter at most {MOST_OBSERVED} losses"));
        }
    }
}
