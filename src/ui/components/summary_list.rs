//! Facts about one thing, each with its name.

use yew::prelude::{Html, html};

/// One fact.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryRow {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub value: Html,
}

impl SummaryRow {
    /// A fact that is text; where there is none, a dash says so.
    #[must_use]
    pub fn text(name: &'static str, value: &str) -> Self {
        let value = if value.is_empty() { "\u{2013}" } else { value };
        Self { name, value: html! { value } }
    }
}

/// Facts about one thing.
pub fn summary_list(rows: Vec<SummaryRow>) -> Html {
    html! {
        <dl class="summary-list">
            for row in rows {
                <div class="summary-list__row">
                    <dt>{ row.name }</dt>
                    <dd>{ row.value }</dd>
                </div>
            }
        </dl>
    }
}
