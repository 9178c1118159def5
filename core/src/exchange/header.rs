//! Which row of a grid names the columns: registers often begin with a title, a date and a blank line,
//! and some name their columns in two rows ("Inherent" over "Likelihood" and "Impact"). The row whose
//! cells are known names of columns is taken; a file without one has no header.

use super::columns::{Field, recognise};
use super::grid::{Grid, MOST_COLUMNS};
use super::kind::Kind;
use crate::letters;

/// The rows that name the columns, as places in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// The upper row; the same as `last` where one row names them.
    first: usize,
    /// The lower row: risks begin under it.
    pub(super) last: usize,
}

/// How far down a header is looked for.
const DEPTH: usize = 30;

/// The row, or the pair of rows, in which most names of columns are known.
pub(super) fn find(grid: &Grid) -> Option<Header> {
    let mut best = (0, None);
    for last in 0..grid.rows().min(DEPTH) {
        let single = Header { first: last, last };
        let pair = (last > 0).then(|| Header { first: last - 1, last });
        for header in [Some(single), pair].into_iter().flatten() {
            let names = names(grid, header);
            let known = known_names(&names);
            let filled = names.iter().filter(|name| !name.is_empty()).count();
            // One known word among many cells may be chance.
            if known > best.0 && known >= filled.min(2) {
                best = (known, Some(header));
            }
        }
    }
    best.1
}

/// The header in the row with this number.
pub(super) fn at(grid: &Grid, number: usize) -> Option<Header> {
    let row = (0..grid.rows()).find(|&row| grid.number(row) == number)?;
    Some(Header { first: row, last: row })
}

/// The names of the columns. Of two rows, a name above counts for the empty cells to its right, as a
/// merged cell does, wherever there is a name below.
pub(super) fn names(grid: &Grid, header: Header) -> Vec<String> {
    let columns = grid.filled_width(header.first).max(grid.filled_width(header.last)).min(MOST_COLUMNS);
    let mut group = "";
    let name = |column: usize| {
        let lower = letters::one_line(grid.cell(header.last, column));
        if header.first == header.last {
            return lower;
        }
        let upper = grid.cell(header.first, column).trim();
        if !upper.is_empty() || lower.is_empty() {
            group = upper;
        }
        letters::one_line(&format!("{group} {lower}"))
    };
    (0..columns).map(name).collect()
}

/// How many different things the names are known to stand for in a table of the kind that knows most.
fn known_names(names: &[String]) -> usize {
    Kind::ALL.into_iter().map(|kind| known_of(kind, names)).max().unwrap_or(0)
}

/// The kind of table whose columns are called so: the one that knows most of their names, risks before others.
pub(super) fn kind_of(names: &[String]) -> Kind {
    let best = |best: Kind, kind: Kind| {
        if known_of(kind, names) > known_of(best, names) { kind } else { best }
    };
    Kind::ALL.into_iter().fold(Kind::default(), best)
}

/// How many different things the names are known to stand for in a table of this kind.
pub(super) fn known_of(kind: Kind, names: &[String]) -> usize {
    let mut known: Vec<Field> = Vec::new();
    for field in names.iter().filter_map(|name| recognise(name, kind)).map(|known| known.field) {
        if !known.contains(&field) {
            known.push(field);
        }
    }
    known.len()
}
