//! Which part of a long table is shown, and the way to the others.

use yew::prelude::{AttrValue, Callback, Html, Properties, component, html};

use super::link::Link;

/// Props of [`Pagination`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// What is paged through, for screen readers.
    pub name: AttrValue,
    /// The page shown, counted from 0.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
    /// The address of a page.
    pub address: Callback<usize, AttrValue>,
}

/// The way to other pages of a table; nothing where there is one page.
#[component]
pub fn Pagination(props: &Props) -> Html {
    let Props { name, page, pages, address } = props;
    if *pages < 2 {
        return Html::default();
    }
    html! {
        <nav class="pagination" aria-label={name}>
            if *page > 0 {
                <Link to={address.emit(page - 1)}>{ "Previous" }</Link>
            }
            <span>{ format!("Page {} of {pages}", page + 1) }</span>
            if page + 1 < *pages {
                <Link to={address.emit(page + 1)}>{ "Next" }</Link>
            }
        </nav>
    }
}
