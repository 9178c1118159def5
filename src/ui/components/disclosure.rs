//! Something more, for those who ask.

use yew::prelude::{AttrValue, Html, Properties, component, html};

/// Props of [`Disclosure`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// What it opens.
    pub summary: AttrValue,
    /// What is inside.
    pub children: Html,
}

/// Something more, for those who ask.
#[component]
pub fn Disclosure(props: &Props) -> Html {
    html! {
        <details class="disclosure">
            <summary class="disclosure__summary">{ &props.summary }</summary>
            <div class="disclosure__content">{ props.children.clone() }</div>
        </details>
    }
}
