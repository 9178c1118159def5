//! What is further down a long page, each with a way there.

use yew::prelude::{Html, MouseEvent, html};

use crate::ui::focus::{by_id, focus};

/// The sections of a long page, each by the id of its heading, which must take the focus, and its name.
pub fn contents(name: &'static str, sections: &'static [(&'static str, &'static str)]) -> Html {
    let section = |(id, text): &'static (&'static str, &'static str)| {
        html! { <li class="contents__item"><a href={["#", *id].concat()} onclick={to_section(id)}>{ *text }</a></li> }
    };
    html! {
        <nav class="contents" aria-label={name}>
            <ul class="contents__list">{ for sections.iter().map(section) }</ul>
        </nav>
    }
}

/// Goes to the section without changing the address, which is the application's.
fn to_section(id: &'static str) -> impl Fn(MouseEvent) + 'static {
    move |event: MouseEvent| {
        event.prevent_default();
        let heading = by_id(id);
        if let Some(heading) = &heading {
            heading.scroll_into_view_with_bool(true);
        }
        focus(heading.as_ref());
    }
}
