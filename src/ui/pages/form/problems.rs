//! What is wrong with a form: told above it, and each problem at its field.

use yew::prelude::{AttrValue, Html, html};

use crate::app::drafts::Problem;
use crate::ui::components::{ErrorSummary, SummaryItem};

/// What is wrong with a form, and how often it was sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ui::pages) struct Problems {
    found: Vec<Problem>,
    sent: usize,
}

impl Problems {
    /// The problems found when the form was sent once more.
    pub(in crate::ui::pages) fn found(&self, found: Vec<Problem>) -> Self {
        Self { found, sent: self.sent + 1 }
    }

    /// What is wrong with one field.
    pub(in crate::ui::pages) fn at(&self, field: &str) -> Option<AttrValue> {
        self.found.iter().find(|p| p.field == field).map(|p| p.message.clone().into())
    }

    /// All of it, above the form.
    pub(in crate::ui::pages) fn summary(&self) -> Html {
        let item =
            |p: &Problem| SummaryItem { field: p.field.clone().into(), message: p.message.clone().into() };
        let items: Vec<SummaryItem> = self.found.iter().map(item).collect();
        html! { <ErrorSummary {items} sent={self.sent} /> }
    }
}
