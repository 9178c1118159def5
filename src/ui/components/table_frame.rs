//! What stands around every table: it scrolls by itself where the screen is narrow, and the keyboard
//! can scroll it.

use yew::prelude::{AttrValue, Html, html};

/// A named region that scrolls sideways.
pub fn table_frame(name: impl Into<AttrValue>, table: Html) -> Html {
    let name: AttrValue = name.into();
    html! { <div class="table-frame" tabindex="0" role="region" aria-label={name}>{ table }</div> }
}
