//! One row as every kind of table has it: its cells, what is reported of it, and whether it is left out at
//! all. What a row says is next door, of a risk in [`super::row`] and of other things in [`super::records`].

use super::finding::{Finding, Findings, Trouble, shortened};
use super::mapping::Mapping;
use super::preview::LeftOut;
use crate::exchange::columns::Field;
use crate::exchange::table::Table;

/// One row being read.
pub(super) struct Line<'a, 'f> {
    pub(super) table: &'a Table,
    pub(super) mapping: &'a Mapping,
    pub(super) row: usize,
    pub(super) findings: &'f mut Findings,
}

impl<'a> Line<'a, '_> {
    /// The text in a column.
    pub(super) fn cell(&self, column: usize) -> &'a str {
        self.table.cell(self.row, column)
    }

    /// The number that a person sees beside it.
    pub(super) fn number(&self) -> usize {
        self.table.number(self.row)
    }

    /// Adds a finding about this row.
    pub(super) fn report(&mut self, column: Option<usize>, text: &str, trouble: Trouble) {
        let (table, row) = (self.table, Some(self.number()));
        self.findings.add(trouble.severity(), || Finding {
            row,
            column: column.map(|column| table.header(column).to_owned()),
            text: shortened(text),
            trouble,
        });
    }

    /// Why it is left out before anybody reads what it says.
    pub(super) fn left_out(&self) -> Option<LeftOut> {
        let is_header = |column: usize| {
            let cell = self.cell(column);
            cell.is_empty() || cell == self.table.header(column)
        };
        if self.mapping.left_out.contains(&self.number()) {
            Some(LeftOut::ByChoice)
        } else {
            (0..self.table.headers().len()).all(is_header).then_some(LeftOut::HeaderAgain)
        }
    }

    /// Cells beyond the named columns have moved or belong nowhere; cells that are missing count as
    /// empty only where the row can do without them. In a sheet no cell can move, and every row ends with its last one.
    pub(super) fn check_width(&mut self) {
        let columns = self.table.headers().len();
        let (width, filled) = (self.table.width(self.row), self.table.filled_width(self.row));
        if self.table.sheet().is_some() {
            if filled > columns {
                self.report(None, "", Trouble::BesideTable);
            }
        } else if filled > columns {
            self.report(None, "", Trouble::RowTooLong(filled, columns));
        } else if width < columns {
            let missing = self.mapping.columns.get(width..).unwrap_or(&[]);
            let needed = missing.iter().any(|column| is_needed(column.field));
            let trouble = if needed {
                Trouble::RowTooShort(width, columns)
            } else {
                Trouble::RowPadded(width, columns)
            };
            self.report(None, "", trouble);
        }
    }

    /// What stands in the columns that are kept as notes, each under its name unless that is just "Notes".
    pub(super) fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for (i, column) in self.mapping.columns.iter().enumerate() {
            let cell = self.cell(i);
            if column.field == Field::Notes && !cell.is_empty() {
                let is_plain = column.header.eq_ignore_ascii_case("notes");
                notes.push(if is_plain { cell.to_owned() } else { format!("{}: {cell}", column.header) });
            }
        }
        notes
    }
}

/// Whether a row without this cell would not be what the file says.
fn is_needed(field: Field) -> bool {
    match field {
        Field::Title | Field::Likelihood(_) | Field::Impact(_) | Field::Pair(_) => true,
        Field::Record(field) => field.is_needed(),
        _ => false,
    }
}
