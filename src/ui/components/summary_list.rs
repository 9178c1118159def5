//! Facts about one thing, each with its name.

use yew::prelude::{AttrValue, Html, Properties, component, html};

/// One fact.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryRow {
    /// Its name.
    pub name: AttrValue,
    /// What it is.
    pub value: Html,
}

impl SummaryRow {
    /// A fact that is text; where there is none, a dash says so.
    pub fn text(name: &'static str, value: &str) -> Self {
        let value = if value.is_empty() { "\u{2013}" } else { value };
        Self { name: name.into(), value: html! { value.to_owned() } }
    }
}

/// Props of [`SummaryList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The facts.
    pub rows: Vec<SummaryRow>,
}

/// Facts about one thing.
#[component]
pub fn SummaryList(props: &Props) -> Html {
    html! {
        <dl class="summary-list">
            for row in &props.rows {
                <div class="summary-list__row" key={row.name.to_string()}>
                    <dt>{ &row.name }</dt>
                    <dd>{ row.value.clone() }</dd>
                </div>
            }
        </dl>
    }
}
