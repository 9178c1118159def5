//! What must hold of the reader of spreadsheets, whatever it is given. The fuzz target beside this file feeds it with bytes
//! of a fuzzer; the tests of the crate feed it with bytes of their own.
//!
//! `cargo +nightly fuzz run workbook` (or `message`), in `sheets`.

use partnership_risk_sheets::message::{Answer, Order};
use partnership_risk_sheets::reading::{MOST_CELLS, MOST_SHEETS, read};

/// Bytes become a workbook within the limits or are refused in words, and either arrives as it was sent.
pub fn workbook(bytes: &[u8]) {
    let answer = match read(bytes) {
        Ok(workbook) => {
            let grids = || workbook.sheets.iter().map(|sheet| &sheet.grid);
            let rows = grids().flat_map(|grid| (0..grid.rows()).map(move |row| grid.cells(row)));
            let cells = rows.flatten().filter(|cell| !cell.is_empty()).count();
            assert!(workbook.sheets.len() <= MOST_SHEETS && cells <= MOST_CELLS);
            assert!(grids().all(|grid| (1..grid.rows()).all(|row| grid.number(row - 1) < grid.number(row))));
            Answer::Workbook(workbook)
        }
        Err(refusal) => {
            let words = refusal.to_string();
            assert!(!words.is_empty() && !words.ends_with('.'));
            Answer::Refused(words)
        }
    };
    assert_eq!(Answer::of_bytes(&answer.to_bytes()), Some(answer));
}

/// Bytes are an order, which can be given again, or none.
pub fn message(bytes: &[u8]) {
    if let Some(order) = Order::of_bytes(bytes) {
        assert_eq!(Order::of_bytes(&order.to_bytes()), Some(order));
    }
    if let Some(answer) = Answer::of_bytes(bytes) {
        assert_eq!(Answer::of_bytes(&answer.to_bytes()), Some(answer));
    }
}
