//! A table: each row begins with its own head, and on a narrow screen is read as a card, on which every cell
//! says the name of its column. It scrolls by itself where it is too wide.

use yew::prelude::{AttrValue, Html, html};
use yew::virtual_dom::Key;

use super::sort_header::{SortHeader, Sorted};
use super::table_frame::table_frame;

/// The head of a column.
#[derive(Clone, Debug)]
pub struct Head {
    label: &'static str,
    holds: Holds,
    sorts: Option<(AttrValue, Sorted)>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Text,
    Numbers,
    /// What can be done, and says so itself.
    Buttons,
}

/// One row: its cells in the order of the heads, the first of which is its own head.
#[derive(Clone, Debug)]
pub struct TableRow {
    key: Option<Key>,
    cells: Vec<Html>,
}

impl Head {
    /// The head of a column of texts.
    pub const fn text(label: &'static str) -> Self {
        Self { label, holds: Holds::Text, sorts: None }
    }

    /// The head of a column of numbers.
    pub const fn number(label: &'static str) -> Self {
        Self { label, holds: Holds::Numbers, sorts: None }
    }

    /// The head of a column of what can be done.
    pub const fn buttons(label: &'static str) -> Self {
        Self { label, holds: Holds::Buttons, sorts: None }
    }

    /// The same head, by which the table can be sorted: the address at which it is, or is the other way
    /// round, and how it is sorted by it now.
    pub fn sorting(self, to: String, sorted: Sorted) -> Self {
        Self { sorts: Some((to.into(), sorted)), ..self }
    }

    /// The head.
    pub fn view(&self) -> Html {
        let (label, numeric) = (self.label, self.holds == Holds::Numbers);
        match self.sorts.clone() {
            Some((to, sorted)) => SortHeader { label, to, sorted, numeric }.view(),
            None => html! { <th scope="col" class={number_class(self.holds)}>{ label }</th> },
        }
    }

    fn cell(&self, content: Html) -> Html {
        let label = (self.holds != Holds::Buttons).then_some(self.label);
        html! { <td data-label={label} class={number_class(self.holds)}>{ content }</td> }
    }
}

fn number_class(holds: Holds) -> Option<&'static str> {
    (holds == Holds::Numbers).then_some("table__number")
}

impl TableRow {
    /// A row that stays itself when others come or go: the row of the thing with this id.
    pub fn of(id: impl ToString, cells: Vec<Html>) -> Self {
        Self { key: Some(id.to_string().into()), cells }
    }

    /// A row that is what stands at its place.
    pub fn new(cells: Vec<Html>) -> Self {
        Self { key: None, cells }
    }

    fn view(self, place: usize, heads: &[Head]) -> Html {
        let key = self.key.unwrap_or_else(|| place.into());
        let mut cells = self.cells.into_iter();
        html! {
            <tr {key}>
                <th scope="row">{ cells.next().unwrap_or_default() }</th>
                { for heads.iter().skip(1).zip(cells).map(|(head, content)| head.cell(content)) }
            </tr>
        }
    }
}

/// A table whose caption only readers hear: what stands above it says the same to the eye.
pub fn table(caption: impl Into<AttrValue>, heads: &[Head], rows: Vec<TableRow>) -> Html {
    drawn(caption.into(), Some("hidden"), heads, rows)
}

/// A table with its caption above it.
pub fn titled_table(caption: impl Into<AttrValue>, heads: &[Head], rows: Vec<TableRow>) -> Html {
    drawn(caption.into(), None, heads, rows)
}

fn drawn(caption: AttrValue, class: Option<&'static str>, heads: &[Head], rows: Vec<TableRow>) -> Html {
    let rows = rows.into_iter().enumerate().map(|(place, row)| row.view(place, heads));
    let table = html! {
        <table class="table table--cards">
            <caption {class}>{ caption.clone() }</caption>
            <thead><tr>{ for heads.iter().map(Head::view) }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    };
    table_frame(caption, table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_stays_the_row_of_its_thing_or_else_of_its_place() {
        let key = |row: TableRow, place| row.view(place, &[]).key().map(ToString::to_string);
        for place in [0, 4] {
            assert_eq!(key(TableRow::of("0000000000007", vec![]), place).as_deref(), Some("0000000000007"));
            assert_eq!(key(TableRow::new(vec![]), place), Some(place.to_string()));
        }
    }
}
