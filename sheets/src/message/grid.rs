//! A grid as bytes: the number and width of each row, the length of each cell, and all text as one piece, so that reading
//! it again is one check of the text and a walk along the lengths.

use partnership_risk_core::exchange::grid::Grid;

use super::piece::{Reader, Writer};

/// Adds a grid.
pub(super) fn write(writer: &mut Writer, grid: &Grid) {
    let mut text = String::new();
    writer.number(grid.rows() as u32);
    for row in 0..grid.rows() {
        writer.number(grid.number(row) as u32);
        writer.number(grid.width(row) as u32);
        for cell in grid.cells(row) {
            writer.number(cell.len() as u32);
            text.push_str(cell);
        }
    }
    writer.text(&text);
}

/// Takes a grid.
pub(super) fn read(reader: &mut Reader) -> Option<Grid> {
    let mut rows = Vec::new();
    let mut lengths = Vec::new();
    for _ in 0..reader.number()? {
        let (number, width) = (reader.number()?, reader.number()?);
        for _ in 0..width {
            lengths.push(reader.number()? as usize);
        }
        rows.push((number as usize, width as usize));
    }
    filled(&rows, &lengths, reader.text()?)
}

fn filled(rows: &[(usize, usize)], lengths: &[usize], mut text: &str) -> Option<Grid> {
    let mut grid = Grid::default();
    let mut lengths = lengths.iter();
    for &(number, width) in rows {
        for &length in lengths.by_ref().take(width) {
            let (cell, rest) = text.split_at_checked(length)?;
            grid.push(cell);
            grid.end_cell();
            text = rest;
        }
        grid.end_row(number);
    }
    text.is_empty().then_some(grid)
}
