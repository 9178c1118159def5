//! Tables whose columns sort: each head leads to the same table in another order.

use crate::app::queries::sort::{Direction, Sort};
use crate::ui::components::{Head, Sorted};
use crate::ui::route::Route;

/// A column, and by what it sorts from which end, if it does.
pub(super) type Column<C> = (Head, Option<(C, Direction)>);

/// The heads of a table in an order; `to` is the place at which it stands in another.
pub(super) fn sorting_heads<C: Copy + PartialEq>(
    columns: impl IntoIterator<Item = Column<C>>,
    sort: Sort<C>,
    to: impl Fn(Sort<C>) -> Route,
) -> Vec<Head> {
    let head = |(head, by): Column<C>| match by {
        None => head,
        Some((column, usual)) => {
            head.sorting(to(sort.asked_for(column, usual)).to_string(), sorted(sort, column))
        }
    };
    columns.into_iter().map(head).collect()
}

fn sorted<C: Copy + PartialEq>(sort: Sort<C>, column: C) -> Sorted {
    match (sort.column == column, sort.direction) {
        (false, _) => Sorted::No,
        (true, Direction::Ascending) => Sorted::Ascending,
        (true, Direction::Descending) => Sorted::Descending,
    }
}
