//! Something more, for those who ask.

use web_sys::HtmlElement;
use yew::prelude::{AttrValue, Callback, Event, Html, Properties, TargetCast, component, html, use_state};

/// Something more, for those who ask.
pub fn disclosure(summary: impl Into<AttrValue>, content: Html) -> Html {
    disclosure_if_open(summary, content, false)
}

/// Something more, which is there at once where it must be seen.
pub fn disclosure_if_open(summary: impl Into<AttrValue>, content: Html, is_open: bool) -> Html {
    let summary: AttrValue = summary.into();
    html! {
        <details class="disclosure" open={is_open}>
            <summary class="disclosure__summary">{ summary }</summary>
            <div class="disclosure__content">{ content }</div>
        </details>
    }
}

/// Props of [`Opening`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What can be opened.
    pub summary: AttrValue,
    /// What it holds.
    pub content: Callback<(), Html>,
}

/// Something long, worked out only once it is open.
#[component]
pub fn Opening(props: &Props) -> Html {
    let is_open = use_state(|| false);
    let ontoggle = {
        let is_open = is_open.clone();
        move |event: Event| {
            let details = event.target_dyn_into::<HtmlElement>();
            is_open.set(details.is_some_and(|details| details.has_attribute("open")));
        }
    };
    html! {
        <details class="disclosure" {ontoggle}>
            <summary class="disclosure__summary">{ &props.summary }</summary>
            if *is_open {
                <div class="disclosure__content">{ props.content.emit(()) }</div>
            }
        </details>
    }
}
