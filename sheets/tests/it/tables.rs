//! Tables of a register as they are written and read again: cell by cell what every other form of them says.

use partnership_risk_core::date::Date;
use partnership_risk_core::example::marlshire;
use partnership_risk_core::exchange::outgoing::Outgoing;
use partnership_risk_core::exchange::sheet::{Heading, Holds, Sheet as Written, Value};
use partnership_risk_core::exchange::table::{HeaderChoice, Source, Table};
use partnership_risk_core::money::Pence;
use partnership_risk_core::scale::Position;
use partnership_risk_core::share::Share;
use partnership_risk_sheets::book::{About, Book, Sheet};
use partnership_risk_sheets::reading::read;
use partnership_risk_sheets::writing;
use proptest::prelude::{Just, Strategy, any, prop, prop_assert, prop_oneof, proptest};

/// The table as it is read out of a workbook in which it stands alone.
fn read_again(table: &Written) -> Table {
    let (title, subject) = ("T".to_owned(), "S".to_owned());
    let about = About { title, subject, made: Date::new(2026, 3, 31).expect("a day"), notes: Vec::new() };
    let sheet = Sheet::of(table.clone(), "All of it".to_owned());
    let book = Book::new(about, vec![sheet]).expect("a spreadsheet can hold it");
    let bytes = writing::write(&book).expect("it is small");
    let sheet = read(&bytes).expect("it was just written").sheets.remove(1);
    Table::new(sheet.grid, HeaderChoice::Row(2), Vec::new(), Source::Sheet(sheet.name))
}

/// Whether a cell says what was written: money may lose a nought at its end, text the blanks at both.
fn says(cell: &str, value: &Value) -> bool {
    match value {
        Value::Money(amount) => Pence::read(cell) == Ok(*amount),
        Value::Percent(share) => Share::read(cell.trim_end_matches('%')) == Ok(*share),
        Value::Blank | Value::Text(_) | Value::Number(_) | Value::Date(_) | Value::Rating(_) => {
            cell == value.plain().trim()
        }
    }
}

fn differing(written: &Written, read: &Table) -> Option<String> {
    let cells =
        written.rows.iter().enumerate().flat_map(|(row, cells)| {
            cells.iter().enumerate().map(move |(column, value)| (row, column, value))
        });
    let mut wrong = cells.filter(|(row, column, value)| !says(read.cell(*row, *column), value));
    wrong.next().map(|(row, column, value)| format!("{value:?} is read as {:?}", read.cell(row, column)))
}

#[test]
fn every_table_of_a_register_reads_back_cell_by_cell() {
    let register = marlshire();
    for which in Outgoing::ALL {
        let written = which.sheet(&register);
        let read = read_again(&written);
        assert_eq!(read.rows(), written.rows.len(), "{}", which.name());
        let names: Vec<&str> = written.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(read.headers(), names, "{}", which.name());
        assert_eq!(differing(&written, &read), None, "{}", which.name());
        if let Some(kind) = which.read_again() {
            assert_eq!(read.kind(), kind, "{}", which.name());
        }
    }
}

fn value() -> impl Strategy<Value = Value> {
    let day = (0..40_000_i64).prop_map(|day| Date::of_moment(day * 86_400_000).expect("a day"));
    let pence = (-100_000_000_000_000..=100_000_000_000_000_i64).prop_map(|n| Pence::new(n).expect("within"));
    let share = (0..=10_000_i64).prop_map(|n| Share::of_basis_points(n).expect("a part"));
    let position = (1000..=6000_u32).prop_map(|n| Position::new(f64::from(n) / 1000.0, 6).expect("a step"));
    prop_oneof![
        Just(Value::Blank),
        "[^\u{fffe}\u{ffff}]{0,12}".prop_map(|text| Value::text(&text)),
        "[=+@'0-9.,%/ -]{0,9}".prop_map(|text| Value::text(&text)),
        any::<i32>().prop_map(|n| Value::Number(f64::from(n) / 1000.0)),
        day.prop_map(Value::Date),
        pence.prop_map(Value::Money),
        share.prop_map(Value::Percent),
        position.prop_map(Value::Rating),
    ]
}

/// What a column holds, by the value that stands in it.
fn holds(value: &Value) -> Holds {
    match value {
        Value::Blank | Value::Text(_) => Holds::Text,
        Value::Number(_) => Holds::Number,
        Value::Date(_) => Holds::Date,
        Value::Money(_) => Holds::Money,
        Value::Percent(_) => Holds::Percent,
        Value::Rating(_) => Holds::Rating,
    }
}

proptest! {
    #[test]
    fn any_table_comes_in_as_it_went_out(values in prop::collection::vec(value(), 1..30)) {
        // One value a column, after a cell that is never empty.
        let first = Heading::new("Risk", Holds::Text);
        let heading = |(place, value): (usize, &Value)| Heading::new(format!("Column {place}"), holds(value));
        let columns = std::iter::once(first).chain(values.iter().enumerate().map(heading)).collect();
        let row = std::iter::once(Value::Text("r".to_owned())).chain(values).collect();
        let written = Written { title: "Table".to_owned(), columns, rows: vec![row] };
        let wrong = differing(&written, &read_again(&written));
        prop_assert!(wrong.is_none(), "{:?}", wrong);
    }
}
