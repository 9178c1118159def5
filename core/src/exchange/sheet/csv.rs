//! A table as comma-separated text. How cells are quoted and kept from being run is next door in
//! [`crate::exchange::csv`].

use super::{Sheet, Value};
use crate::exchange::csv::{Cell, Delimiter, write_csv, write_parted};

impl Sheet {
    /// The table with a byte order mark, so that Excel takes the text for the UTF-8 it is, and lines that
    /// end in CR LF.
    #[must_use]
    pub fn to_csv(&self) -> String {
        self.marked(write_csv)
    }

    /// The same with semicolons between the cells, as programs of the Continent expect.
    #[must_use]
    pub fn to_semicolons(&self) -> String {
        self.marked(|rows| write_parted(rows, Delimiter::Semicolon))
    }

    fn marked(&self, write: impl Fn(&[Vec<Cell<'_>>]) -> String) -> String {
        let figures: Vec<Vec<String>> =
            self.rows.iter().map(|row| row.iter().map(figure).collect()).collect();
        let names = self.columns.iter().map(|column| Cell::Text(&column.name)).collect();
        let rows = self.rows.iter().zip(&figures).map(|(row, figures)| cells(row, figures));
        let rows: Vec<Vec<Cell<'_>>> = std::iter::once(names).chain(rows).collect();
        format!("\u{feff}{}", write(&rows))
    }
}

/// What is written of a cell that is no text; nothing is copied of one that is.
fn figure(value: &Value) -> String {
    match value {
        Value::Text(_) => String::new(),
        other => other.plain(),
    }
}

fn cells<'a>(row: &'a [Value], figures: &'a [String]) -> Vec<Cell<'a>> {
    let cell = |(value, figure): (&'a Value, &'a String)| match value {
        Value::Text(text) => Cell::Text(text),
        Value::Blank => Cell::Text(""),
        Value::Number(_) | Value::Date(_) | Value::Money(_) | Value::Percent(_) | Value::Rating(_) => {
            Cell::Digits(figure)
        }
    };
    row.iter().zip(figures).map(cell).collect()
}

#[cfg(test)]
mod tests {
    use crate::date::Date;
    use crate::exchange::sheet::{Heading, Holds, Sheet, Value};
    use crate::money::Pence;
    use crate::share::Share;

    #[test]
    fn figures_are_written_as_figures_and_text_never_as_a_formula() {
        let row = vec![
            Value::Text("=1+1".into()),
            Value::Money(Pence::read("-12.50").expect("an amount")),
            Value::Date(Date::read("31/3/2027").expect("a date")),
            Value::Percent(Share::read("12.5").expect("a share")),
            Value::Blank,
        ];
        let columns = ["a", "b", "c", "d", "e"].map(|name| Heading::new(name, Holds::Text)).to_vec();
        let sheet = Sheet { title: "T".into(), columns, rows: vec![row] };
        assert_eq!(sheet.to_csv(), "\u{feff}a,b,c,d,e\r\n\"'=1+1\",-12.50,2027-03-31,12.5%,\r\n");
        assert!(sheet.to_semicolons().contains("\r\n\"'=1+1\";-12.50;2027-03-31;12.5%;\r\n"));
    }
}
