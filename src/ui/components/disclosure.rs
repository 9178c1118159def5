//! Something more, for those who ask.

use yew::prelude::{AttrValue, Html, html};

/// Something more, for those who ask.
pub fn disclosure(summary: impl Into<AttrValue>, content: Html) -> Html {
    let summary: AttrValue = summary.into();
    html! {
        <details class="disclosure">
            <summary class="disclosure__summary">{ summary }</summary>
            <div class="disclosure__content">{ content }</div>
        </details>
    }
}
