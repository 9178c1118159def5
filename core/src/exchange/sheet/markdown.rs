//! A table as Markdown, for papers that are kept as text: columns are padded so that the text itself is a
//! table to look at, and nothing in a cell can end it or turn into markup.

use super::{Sheet, Value};

/// The widest that a column is padded to; longer cells stand out on the right.
const MOST_PADDED: usize = 40;

/// The least that the line under the names has.
const LEAST_WIDTH: usize = 3;

impl Sheet {
    /// The table under its title, with the figures set to the right.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let names: Vec<String> = self.columns.iter().map(|column| escaped(&column.name)).collect();
        let cell = |value: &Value| escaped(&value.plain());
        let rows: Vec<Vec<String>> = self.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        let widths = self.widths(&names, &rows);
        let mut text = format!("## {}\n\n", escaped(&self.title));
        self.write_row(&mut text, &names, &widths);
        self.write_rule(&mut text, &widths);
        for row in &rows {
            self.write_row(&mut text, row, &widths);
        }
        text
    }

    fn widths(&self, names: &[String], rows: &[Vec<String>]) -> Vec<usize> {
        let mut widths = vec![LEAST_WIDTH; self.columns.len()];
        for row in std::iter::once(names).chain(rows.iter().map(Vec::as_slice)) {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.chars().count()).min(MOST_PADDED);
            }
        }
        widths
    }

    fn write_row(&self, text: &mut String, row: &[String], widths: &[usize]) {
        for ((cell, width), column) in row.iter().zip(widths).zip(&self.columns) {
            let padding = " ".repeat(width.saturating_sub(cell.chars().count()));
            let (before, after) = if column.holds.is_figure() { (&*padding, "") } else { ("", &*padding) };
            text.extend(["| ", before, cell, after, " "]);
        }
        text.push_str("|\n");
    }

    fn write_rule(&self, text: &mut String, widths: &[usize]) {
        for (width, column) in widths.iter().zip(&self.columns) {
            text.extend(["| ", &"-".repeat(width - 1), if column.holds.is_figure() { ": " } else { "- " }]);
        }
        text.push_str("|\n");
    }
}

/// Text in which nothing is markup: signs that mean something are kept by a stroke before them, and lines
/// are parted by the one tag that tables know.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' => safe.push_str("<br>"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' => safe.extend(['\\', letter]),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use crate::exchange::sheet::{Heading, Holds, Sheet, Value};

    #[test]
    fn columns_stand_under_one_another_and_no_cell_ends_its_table() {
        let columns = vec![Heading::new("Risk", Holds::Text), Heading::new("Score", Holds::Number)];
        let row = |text: &str, n: f64| vec![Value::Text(text.into()), Value::Number(n)];
        let rows = vec![row("a|b\r\nc <i>", 4.5), row("d", 12.0)];
        let written = Sheet { title: "Top #1".into(), columns, rows }.to_markdown();
        assert_eq!(
            written,
            "## Top \\#1\n\n\
             | Risk            | Score |\n\
             | --------------- | ----: |\n\
             | a\\|b<br>c \\<i\\> |   4.5 |\n\
             | d               |    12 |\n"
        );
    }

    proptest::proptest! {
        #[test]
        fn every_row_is_one_line_with_as_many_cells_as_there_are_columns(texts in proptest::collection::vec(".*", 2)) {
            let columns = vec![Heading::new("a", Holds::Text), Heading::new("b", Holds::Text)];
            let rows = vec![texts.iter().map(|text| Value::text(text)).collect()];
            let written = Sheet { title: String::new(), columns, rows }.to_markdown();
            let line = written.lines().nth(4).expect("the row");
            let bare = line.replace("\\\\", "").replace("\\|", "");
            proptest::prop_assert_eq!(bare.matches('|').count(), 3);
            proptest::prop_assert_eq!(written.matches('\n').count(), 5);
        }
    }
}
