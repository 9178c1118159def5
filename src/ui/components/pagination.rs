//! Which part of a long table is shown, and the way to the others.

use yew::prelude::{Html, html};

use super::link::link;

/// The way to other pages of a table; nothing where there is one page. Pages are counted from 0;
/// `address` gives the address of one.
pub fn pagination(name: &'static str, page: usize, pages: usize, address: &dyn Fn(usize) -> String) -> Html {
    if pages < 2 {
        return Html::default();
    }
    html! {
        <nav class="pagination" aria-label={name}>
            if page > 0 {
                { link(address(page - 1), "Previous") }
            }
            <span>{ format!("Page {} of {pages}", page + 1) }</span>
            if page + 1 < pages {
                { link(address(page + 1), "Next") }
            }
        </nav>
    }
}
