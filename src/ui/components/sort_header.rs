//! The head of a table's column, by which the table can be sorted.

use yew::prelude::{AttrValue, Html, html};

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

/// The head of a column that sorts.
#[derive(Clone, Debug)]
pub struct SortHeader {
    /// The column's name.
    pub label: &'static str,
    /// The address at which the table is sorted by this column, or the other way round.
    pub to: AttrValue,
    /// How the table is sorted by it now.
    pub sorted: Sorted,
    /// Whether the column holds numbers.
    pub numeric: bool,
}

impl SortHeader {
    /// The head.
    pub fn view(self) -> Html {
        let (aria_sort, arrow) = match self.sorted {
            Sorted::No => ("none", "\u{2195}"),
            Sorted::Ascending => ("ascending", "\u{25b2}"),
            Sorted::Descending => ("descending", "\u{25bc}"),
        };
        html! {
            <th scope="col" aria-sort={aria_sort} class={self.numeric.then_some("table__number")}>
                <a class="sort-header" href={self.to}>
                    { self.label }<span class="sort-header__arrow" aria-hidden="true">{ arrow }</span>
                </a>
            </th>
        }
    }
}
