//! The page: what a person sees and does.

use yew::prelude::{Html, component, html};

/// The whole page.
#[component]
pub fn App() -> Html {
    html! { <h1>{ "Partnership Risk Calculator" }</h1> }
}
