//! A sheet of a book made from a table of a register: what each value becomes in a cell, and how wide a column must be to be
//! read. What the tables hold is the core's business.

use partnership_risk_core::exchange::sheet::{Heading, Holds, Sheet as Table, Value};

use super::{Cell, Column, Kind, Sheet};

/// The narrowest and the widest that a column of text is; longer texts wrap.
const TEXT_WIDTHS: (usize, usize) = (12, 60);
/// The same for figures and days, which do not wrap.
const FIGURE_WIDTHS: (usize, usize) = (12, 30);
/// The button that filters a column stands beside its name.
const BUTTON: usize = 4;

impl Sheet {
    /// The table as a sheet under its own title, with a sentence above it that says what it holds.
    #[must_use]
    pub fn of(table: Table, heading: String) -> Self {
        let column = |(place, heading): (usize, &Heading)| Column {
            name: heading.name.clone(),
            kind: kind(heading.holds),
            width: width(&table, place) as u16,
        };
        let columns = table.columns.iter().enumerate().map(column).collect();
        let rows = table.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
        Self { name: table.title, heading, columns, rows }
    }
}

fn kind(holds: Holds) -> Kind {
    match holds {
        Holds::Text => Kind::Text,
        Holds::Number | Holds::Rating => Kind::Number,
        Holds::Date => Kind::Date,
        Holds::Money => Kind::Money,
        Holds::Percent => Kind::Percent,
    }
}

/// Text stays text whatever it begins with: a spreadsheet runs only what is written to it as a formula.
fn cell(value: Value) -> Cell {
    match value {
        Value::Blank => Cell::Empty,
        Value::Text(text) => Cell::Text(written(text)),
        // At most as exact as every other form of the table.
        Value::Number(_) => match value.plain().parse() {
            Ok(number) => Cell::Number(number),
            Err(_) => Cell::Empty,
        },
        Value::Date(date) => Cell::Date(date),
        Value::Money(amount) => Cell::Number(amount.pounds()),
        Value::Percent(share) => Cell::Number(share.fraction()),
        Value::Rating(position) => Cell::Number(position.value()),
    }
}

/// Two code points that stand for no character may not stand in XML either.
fn written(text: String) -> String {
    const NONE: [char; 2] = ['\u{fffe}', '\u{ffff}'];
    if text.contains(NONE) { text.replace(NONE, "\u{fffd}") } else { text }
}

fn width(table: &Table, place: usize) -> usize {
    let heading = &table.columns[place];
    let longest_line = |value: &Value| match value {
        Value::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
        other => other.plain().chars().count(),
    };
    let cells = table.rows.iter().filter_map(|row| row.get(place)).map(longest_line);
    let wanted = cells.max().unwrap_or(0).max(heading.name.chars().count() + BUTTON);
    let (least, most) = if heading.holds == Holds::Text { TEXT_WIDTHS } else { FIGURE_WIDTHS };
    wanted.clamp(least, most)
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::date::Date;
    use partnership_risk_core::money::Pence;
    use partnership_risk_core::share::Share;

    use super::*;

    #[test]
    fn values_keep_their_kind_and_columns_are_as_wide_as_is_read_with_ease() {
        let date = Date::read("2027-03-31").expect("a day");
        let rows = vec![vec![
            Value::Text(
                "=1+1\u{ffff}\nand a line that is much, much, much longer than anybody would print it".into(),
            ),
            Value::Money(Pence::read("-12.50").expect("an amount")),
            Value::Percent(Share::read("12.5").expect("a share")),
            Value::Date(date),
            Value::Number(0.1 + 0.2),
            Value::Blank,
        ]];
        let holds = [Holds::Text, Holds::Money, Holds::Percent, Holds::Date, Holds::Number, Holds::Rating];
        let columns = holds.into_iter().zip('a'..).map(|(holds, name)| Heading::new(name, holds)).collect();
        let sheet = Sheet::of(Table { title: "T".into(), columns, rows }, "All of it".into());
        let Cell::Text(text) = &sheet.rows[0][0] else { unreachable!("it is text") };
        assert!(text.starts_with("=1+1\u{fffd}\n"));
        let rest =
            [Cell::Number(-12.5), Cell::Number(0.125), Cell::Date(date), Cell::Number(0.3), Cell::Empty];
        assert_eq!(sheet.rows[0][1..], rest);
        assert_eq!(
            sheet.columns.iter().map(|column| column.width).collect::<Vec<_>>(),
            [60, 12, 12, 12, 12, 12]
        );
        assert_eq!((sheet.name.as_str(), sheet.heading.as_str()), ("T", "All of it"));
    }
}
