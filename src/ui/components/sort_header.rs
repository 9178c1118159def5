//! The head of a table's column, by which the table can be sorted.

use yew::prelude::{AttrValue, Html, Properties, classes, component, html};

/// Whether and how the table is sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// By another column.
    No,
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// Props of [`SortHeader`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The column's name.
    pub label: AttrValue,
    /// The address at which the table is sorted by this column, or the other way round.
    pub to: AttrValue,
    /// How the table is sorted by it now.
    pub sorted: Sorted,
    /// Whether the column holds numbers.
    #[prop_or_default]
    pub numeric: bool,
}

/// The head of a column that sorts.
#[component]
pub fn SortHeader(props: &Props) -> Html {
    let (aria_sort, arrow) = match props.sorted {
        Sorted::No => ("none", "\u{2195}"),
        Sorted::Ascending => ("ascending", "\u{25b2}"),
        Sorted::Descending => ("descending", "\u{25bc}"),
    };
    html! {
        <th scope="col" aria-sort={aria_sort} class={classes!(props.numeric.then_some("table__number"))}>
            <a class="sort-header" href={&props.to}>
                { &props.label }<span class="sort-header__arrow" aria-hidden="true">{ arrow }</span>
            </a>
        </th>
    }
}
