//! The writer: cells are quoted where they must be, lines end in CR LF, and text cannot turn into a
//! formula. What is written reads back as it was.

use super::{Delimiter, runs_as_formula};
use crate::decimal;

/// One cell to write.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Text, kept from being run as a formula.
    Text(&'a str),
    /// A number, written as a number to the sixth decimal.
    Number(f64),
    /// Digits and signs that are no text, such as a date or an amount, written as they are.
    Digits(&'a str),
}

/// As many as a product of two positions has.
const MOST_DECIMALS: usize = 6;

/// Writes rows as comma-separated text.
#[must_use]
pub fn write_csv(rows: &[Vec<Cell<'_>>]) -> String {
    write_parted(rows, Delimiter::Comma)
}

/// Writes rows as text whose cells are parted by this.
#[must_use]
pub fn write_parted(rows: &[Vec<Cell<'_>>], delimiter: Delimiter) -> String {
    let mut text = String::new();
    for row in rows {
        write_row(&mut text, row, char::from(delimiter.byte()));
    }
    text
}

fn write_row(text: &mut String, row: &[Cell<'_>], delimiter: char) {
    // A row of one empty cell must not look like an empty line, which is no row.
    if matches!(row, [Cell::Text("")]) {
        text.push_str("\"\"");
    }
    for (i, cell) in row.iter().enumerate() {
        if i > 0 {
            text.push(delimiter);
        }
        match *cell {
            Cell::Text(cell) => write_text(text, cell, delimiter),
            Cell::Number(number) => text.push_str(&decimal::short(number, MOST_DECIMALS)),
            Cell::Digits(digits) => text.push_str(digits),
        }
    }
    text.push_str("\r\n");
}

fn write_text(text: &mut String, cell: &str, delimiter: char) {
    let is_guarded = runs_as_formula(cell);
    let ends_early = cell.contains(['"', '\r', '\n', delimiter]);
    if !is_guarded && !ends_early && !declares_delimiter(cell) {
        text.push_str(cell);
        return;
    }
    text.push_str(if is_guarded { "\"'" } else { "\"" });
    text.push_str(&cell.replace('"', "\"\""));
    text.push('"');
}

/// Unquoted at the start of a file, this would declare a delimiter and not be a cell.
fn declares_delimiter(cell: &str) -> bool {
    cell.get(..4).is_some_and(|key| key.eq_ignore_ascii_case("sep="))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::csv::{Delimiter, read};
    use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof};

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        for (cell, written) in [
            (Cell::Text("plain"), "plain"),
            (Cell::Text("PPP, PFI"), "\"PPP, PFI\""),
            (Cell::Text("5\" pipe"), "\"5\"\" pipe\""),
            (Cell::Text("two\nlines"), "\"two\nlines\""),
            (Cell::Text("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\""),
            (Cell::Text("-5"), "\"'-5\""),
            (Cell::Text("''@x"), "\"'''@x\""),
            (Cell::Text("\tx"), "\"'\tx\""),
            (Cell::Text("it's"), "it's"),
            (Cell::Text(""), "\"\""),
            (Cell::Number(-5.0), "-5"),
            (Cell::Number(3.9), "3.9"),
        ] {
            assert_eq!(write_csv(&[vec![cell]]), format!("{written}\r\n"), "{cell:?}");
        }
    }

    fn soup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            prop::sample::select(vec![
                "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "'", "=", "-", "@", "sep=;", "3", " "
            ])
            .prop_map(str::to_owned),
            "[a-zé€]{0,6}",
            any::<char>().prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest::proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn what_is_written_reads_back(
            rows in prop::collection::vec(prop::collection::vec(soup(), 1..5), 0..6),
            delimiter in prop::sample::select(vec![Delimiter::Comma, Delimiter::Semicolon]),
        ) {
            let mut cells: Vec<Vec<Cell<'_>>> = Vec::new();
            for row in &rows {
                cells.push(row.iter().map(|cell| Cell::Text(cell)).collect());
            }
            let written = write_parted(&cells, delimiter);
            let back = read(&written, Some(delimiter));
            prop_assert_eq!(&back.faults, &[]);
            let grid = &back.grid;
            let read: Vec<Vec<&str>> = (0..grid.rows()).map(|row| grid.cells(row).collect()).collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn reading_any_soup_ends_and_cells_come_from_it(text in soup(), more in soup()) {
            let text = text + &more;
            for delimiter in [None, Some(Delimiter::Comma), Some(Delimiter::Bar)] {
                let grid = read(&text, delimiter).grid;
                for row in 0..grid.rows() {
                    prop_assert!(grid.cells(row).all(|cell| cell.is_empty() || text.len() >= cell.len()));
                }
            }
        }
    }
}
