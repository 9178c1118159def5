//! Rows of text cells as a file gives them, before anybody says what they mean. All text lies in one
//! string and a cell is a piece of it, so that ten thousand rows cost a handful of allocations. A
//! reader of another kind of spreadsheet fills the same grid.

/// Rows of cells; rows may differ in length. Each row knows the number a person sees beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    text: String,
    /// Where each kept cell ends in `text`; it begins where the one before it ends.
    ends: Vec<u32>,
    rows: Vec<RowMark>,
    /// Where the row being filled begins in `ends`.
    open: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct RowMark {
    /// Line of the file or row of the sheet, counted from 1.
    number: u32,
    /// The place of the first cell in `ends`.
    first: u32,
    /// Cells kept: empty ones at the end of a row are not.
    filled: u32,
    /// Cells in the file.
    width: u32,
}

/// The longest text a cell may hold: as much as Excel puts in one.
pub const MOST_CELL_CHARACTERS: usize = 32_767;

/// The most columns a table may have.
pub const MOST_COLUMNS: usize = 256;

/// The letters that a spreadsheet names a column by, counted from 0: A to Z, then AA.
#[must_use]
pub fn column_letters(column: u32) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    match (column / 26).checked_sub(1) {
        Some(before) => column_letters(before) + &last.to_string(),
        None => last.to_string(),
    }
}

impl Grid {
    /// How many rows there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The line of the file, or the row of the sheet, counted from 1.
    #[must_use]
    pub fn number(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |mark| mark.number as usize)
    }

    /// How many cells a row has, empty ones included.
    #[must_use]
    pub fn width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |mark| mark.width as usize)
    }

    /// How many cells a row has up to its last one with text.
    #[must_use]
    pub fn filled_width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |mark| mark.filled as usize)
    }

    /// The text of a cell; empty where there is none.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        match self.rows.get(row) {
            Some(mark) if column < mark.filled as usize => self.piece(mark.first as usize + column),
            Some(_) | None => "",
        }
    }

    /// The cells of a row, empty ones included.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = &str> + Clone {
        (0..self.width(row)).map(move |column| self.cell(row, column))
    }

    /// Whether no cell of a row holds more than blanks.
    #[must_use]
    pub fn is_blank(&self, row: usize) -> bool {
        (0..self.filled_width(row)).all(|column| self.cell(row, column).trim().is_empty())
    }

    fn piece(&self, place: usize) -> &str {
        &self.text[self.start(place)..self.ends[place] as usize]
    }

    fn start(&self, place: usize) -> usize {
        place.checked_sub(1).map_or(0, |before| self.ends[before] as usize)
    }

    /// Adds text to the cell being filled.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The text so far of the cell being filled.
    #[must_use]
    pub fn open_cell(&self) -> &str {
        &self.text[self.start(self.ends.len())..]
    }

    /// Ends the cell being filled.
    pub fn end_cell(&mut self) {
        self.ends.push(self.text.len() as u32);
    }

    /// Ends the row being filled, which has this number.
    pub fn end_row(&mut self, number: usize) {
        let width = self.ends.len() - self.open;
        while self.ends.len() > self.open && self.piece(self.ends.len() - 1).is_empty() {
            self.ends.pop();
        }
        let filled = self.ends.len() - self.open;
        self.rows.push(RowMark {
            number: number as u32,
            first: self.open as u32,
            filled: filled as u32,
            width: width as u32,
        });
        self.open = self.ends.len();
    }

    /// Forgets the row being filled.
    pub fn abandon_row(&mut self) {
        self.text.truncate(self.start(self.open));
        self.ends.truncate(self.open);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let mut grid = Grid::default();
        for (i, row) in rows.iter().enumerate() {
            for cell in *row {
                grid.push(cell);
                grid.end_cell();
            }
            grid.end_row(i + 1);
        }
        grid
    }

    #[test]
    fn cells_are_found_again_and_beyond_the_end_is_empty() {
        let rows: [&[&str]; 4] = [&["a", "", "c"], &["", ""], &[], &["d", "", ""]];
        let grid = grid(&rows);
        for (i, row) in rows.iter().enumerate() {
            assert_eq!(grid.cells(i).collect::<Vec<_>>(), *row);
        }
        assert_eq!((grid.width(3), grid.filled_width(3), grid.cell(3, 9), grid.cell(9, 0)), (3, 1, "", ""));
        assert_eq!((0..4).map(|i| grid.is_blank(i)).collect::<Vec<_>>(), [false, true, true, false]);
    }

    #[test]
    fn an_abandoned_row_leaves_no_trace() {
        let mut grid = grid(&[&["a", "b"]]);
        let before = grid.clone();
        grid.push("lost");
        grid.end_cell();
        grid.push("too");
        grid.abandon_row();
        assert_eq!(grid, before);
    }
}
