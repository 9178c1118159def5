//! The places that make up one subject, side by side. Each has an address of its own, so they are links and
//! not buttons; where the person is, is said by `aria-current`.

use yew::prelude::{AttrValue, Html, html};

use super::link::Link;

/// One of the places.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// Its address.
    pub to: AttrValue,
    /// What it says.
    pub text: AttrValue,
    /// Whether the person is there.
    pub is_here: bool,
}

/// The places that make up one subject.
pub fn tabs(name: &'static str, tabs: Vec<Tab>) -> Html {
    let tab = |Tab { to, text, is_here }: Tab| {
        let (class, current) = (Some("tabs__link".into()), is_here.then(|| "page".into()));
        html! { <li class="tabs__item">{ Link { to, text, class, current, ..Link::default() }.view() }</li> }
    };
    html! {
        <nav class="tabs" aria-label={name}>
            <ul class="tabs__list">{ for tabs.into_iter().map(tab) }</ul>
        </nav>
    }
}
