//! What is being typed into a form, as text, and the checks that turn it into a domain value or into
//! all problems at once, each tied to its field.

mod organisation;
mod partnership;
mod risk;

pub use organisation::OrganisationDraft;
pub use partnership::PartnershipDraft;
pub use risk::{RatingDraft, RiskDraft, rating_field, read_position};

/// Something in a form that must be put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field's id on the page.
    pub field: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl Problem {
    fn new(field: &str, message: impl Into<String>) -> Self {
        Self { field: field.to_owned(), message: message.into() }
    }
}

/// The text of a field without surrounding space.
fn tidy(text: &str) -> String {
    text.trim().to_owned()
}

/// The tidied text of a field that must not be empty; otherwise a problem is noted.
fn required(text: &str, field: &str, message: &str, problems: &mut Vec<Problem>) -> String {
    let text = tidy(text);
    if text.is_empty() {
        problems.push(Problem::new(field, message));
    }
    text
}
