//! Cells laid into a sheet, wherever a file has them, with the limits that hold for every format. A file may list its cells
//! in any order; the grid has them row by row.

use partnership_risk_core::exchange::csv::MOST_ROWS;
use partnership_risk_core::exchange::grid::{Grid, MOST_CELL_CHARACTERS};

use super::{MOST_CELLS, MOST_COLUMNS, Refusal};
use crate::workbook::{Place, Remark, Sheet};

/// How many cells a workbook may still have.
#[derive(Debug)]
pub(super) struct Allowance(usize);

impl Allowance {
    /// All that there are.
    pub(super) fn whole() -> Self {
        Self(MOST_CELLS)
    }
}

/// A sheet that is being filled.
#[derive(Debug)]
pub(super) struct Laying<'a> {
    name: String,
    allowance: &'a mut Allowance,
    text: String,
    cells: Vec<Laid>,
    errors: Vec<Place>,
}

#[derive(Clone, Copy, Debug)]
struct Laid {
    place: Place,
    /// Where its text begins and ends.
    text: (u32, u32),
}

impl<'a> Laying<'a> {
    /// A sheet without cells.
    pub(super) fn new(name: String, allowance: &'a mut Allowance) -> Self {
        Self { name, allowance, text: String::new(), cells: Vec::new(), errors: Vec::new() }
    }

    /// What its tab says.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Lays a cell; one without text is none.
    pub(super) fn lay(&mut self, place: Place, text: &str) -> Result<(), Refusal> {
        if text.is_empty() {
            return Ok(());
        }
        if place.column >= MOST_COLUMNS {
            return Err(Refusal::TooManyColumns(self.name.clone(), place));
        }
        if text.len() > MOST_CELL_CHARACTERS && text.chars().nth(MOST_CELL_CHARACTERS).is_some() {
            return Err(Refusal::CellTooLong(self.name.clone(), place));
        }
        let left = self.allowance.0.checked_sub(1);
        self.allowance.0 = left.ok_or_else(|| Refusal::TooManyCells(self.name.clone(), place))?;
        let start = self.text.len() as u32;
        self.text.push_str(text);
        self.cells.push(Laid { place, text: (start, self.text.len() as u32) });
        Ok(())
    }

    /// Lays the name of an error where a value should be.
    pub(super) fn lay_error(&mut self, place: Place, text: &str) -> Result<(), Refusal> {
        self.errors.push(place);
        self.lay(place, text)
    }

    /// The sheet, with what was told of it beside what came to light here.
    pub(super) fn done(mut self, mut remarks: Vec<Remark>) -> Result<Sheet, Refusal> {
        if let Some(first) = self.errors.iter().min() {
            remarks.push(Remark::Errors(self.errors.len() as u32, *first));
        }
        // Where a place is filled twice, what comes last stands.
        if !self.cells.is_sorted_by(|one, other| one.place < other.place) {
            self.cells.reverse();
            self.cells.sort_by_key(|laid| laid.place);
            self.cells.dedup_by_key(|laid| laid.place);
        }
        let rows = self.cells.chunk_by(|one, other| one.place.row == other.place.row);
        if rows.clone().count() > MOST_ROWS {
            return Err(Refusal::TooManyRows(self.name));
        }
        let mut grid = Grid::default();
        rows.for_each(|row| fill(&mut grid, row, &self.text));
        Ok(Sheet { name: self.name, grid, remarks })
    }
}

fn fill(grid: &mut Grid, row: &[Laid], text: &str) {
    let mut column = 0;
    for laid in row {
        for _ in column..laid.place.column {
            grid.end_cell();
        }
        grid.push(&text[laid.text.0 as usize..laid.text.1 as usize]);
        grid.end_cell();
        column = laid.place.column + 1;
    }
    if let Some(laid) = row.first() {
        grid.end_row(laid.place.row as usize + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(row: u32, column: u32) -> Place {
        Place { row, column }
    }

    #[test]
    fn cells_in_any_order_become_rows_and_the_last_of_two_stands() {
        let mut allowance = Allowance::whole();
        let mut laying = Laying::new("S".to_owned(), &mut allowance);
        for (place, text) in
            [(at(4, 2), "c5"), (at(0, 1), "old"), (at(4, 0), "a5"), (at(0, 1), "b1"), (at(9, 0), "")]
        {
            laying.lay(place, text).expect("there is room");
        }
        let sheet = laying.done(Vec::new()).expect("there are few rows");
        let rows: Vec<(usize, Vec<&str>)> = (0..sheet.grid.rows())
            .map(|row| (sheet.grid.number(row), sheet.grid.cells(row).collect()))
            .collect();
        assert_eq!(rows, [(1, vec!["", "b1"]), (5, vec!["a5", "", "c5"])]);
    }

    #[test]
    fn each_limit_is_told_with_its_place() {
        let mut allowance = Allowance(2);
        let mut laying = Laying::new("S".to_owned(), &mut allowance);
        let long = "é".repeat(MOST_CELL_CHARACTERS + 1);
        for (place, text, told) in [
            (
                at(0, MOST_COLUMNS),
                "x",
                "the sheet “S” has something in GS1; nothing to the right of column GR is read, so clear it",
            ),
            (at(0, 0), &long[..], "A1 of the sheet “S” is longer than 32767 characters; is this a register?"),
        ] {
            assert_eq!(laying.lay(place, text).map_err(|refusal| refusal.to_string()), Err(told.to_owned()));
        }
        laying.lay(at(0, 0), &long[2..]).expect("it is just as long as it may be");
        laying.lay(at(0, MOST_COLUMNS - 1), "x").expect("it is the last column");
        let full = laying.lay(at(1, 0), "x").expect_err("two was all");
        assert_eq!(full, Refusal::TooManyCells("S".to_owned(), at(1, 0)));
    }

    #[test]
    fn rows_beyond_the_most_are_refused() {
        for (rows, is_read) in [(MOST_ROWS as u32, true), (MOST_ROWS as u32 + 1, false)] {
            let mut allowance = Allowance::whole();
            let mut laying = Laying::new("S".to_owned(), &mut allowance);
            (0..rows).for_each(|row| laying.lay(at(row, 0), "x").expect("there is room"));
            assert_eq!(laying.done(Vec::new()).is_ok(), is_read);
        }
    }
}
