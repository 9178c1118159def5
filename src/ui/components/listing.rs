//! A text as a file holds it, letter by letter, in a region of its own that the keyboard can scroll.

use yew::prelude::{AttrValue, Html, html};

/// A text as a file holds it.
pub fn listing(name: impl Into<AttrValue>, text: impl Into<AttrValue>) -> Html {
    let (name, text): (AttrValue, AttrValue) = (name.into(), text.into());
    html! {
        <div class="listing" tabindex="0" role="region" aria-label={name}>
            <pre class="listing__text">{ text }</pre>
        </div>
    }
}
