//! What may be entered: said wherever somebody begins, and where it is told what is kept.

use yew::prelude::{Html, html};

/// The notice.
pub(super) fn handling_notice() -> Html {
    html! {
        <p class="inset">
            { "Enter official information only, and no personal data: name posts, not persons, and leave out anything about individuals, their health or their cases." }
        </p>
    }
}
