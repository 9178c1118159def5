//! Ten thousand risks of twelve columns as text and as a workbook: written, read, heard by the page, and what would become
//! of each row.

use std::rc::Rc;

use partnership_risk_core::date::Date;
use partnership_risk_core::exchange::import::{Stamp, guess, preview};
use partnership_risk_core::exchange::sheet::{Heading, Holds, Sheet as Written, Value};
use partnership_risk_core::exchange::table::{HeaderChoice, Reading as Choices, Source, Table, read_file};
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{Organisation, Register};
use partnership_risk_core::scale::preset;
use partnership_risk_core::share::Share;
use partnership_risk_sheets::book::{About, Book, Sheet};
use partnership_risk_sheets::message::{Answer, Order};
use partnership_risk_sheets::{answer, writing};

use crate::tasks::Task;

/// How many rows there are.
const ROWS: u32 = 10_000;

const COLUMNS: [(&str, Holds); 12] = [
    ("Reference", Holds::Text),
    ("Risk", Holds::Text),
    ("Cause", Holds::Text),
    ("Consequence", Holds::Text),
    ("Category", Holds::Text),
    ("Owner", Holds::Text),
    ("Likelihood (1-5)", Holds::Number),
    ("Impact (1-5)", Holds::Number),
    ("Cost", Holds::Money),
    ("Share", Holds::Percent),
    ("Review", Holds::Date),
    ("Status", Holds::Text),
];

fn row(n: u32) -> Vec<Value> {
    let day = Date::new(2026, (n % 12) as u8 + 1, (n % 28) as u8 + 1);
    vec![
        Value::Text(format!("R{n}")),
        Value::Text(format!("Partner {n} withdraws from the shared service")),
        Value::Text(format!("Funding of the next year is not agreed by month {}", n % 12)),
        Value::Text(format!("Costs fall on the other partners, case {n}")),
        Value::Text(format!("Category {}", n % 17)),
        Value::Text(format!("Officer {}", n % 31)),
        Value::Number(f64::from(n % 5 + 1)),
        Value::Number(f64::from(n % 4 + 1)),
        Value::of(Pence::new(i64::from(n) * 1_250).ok(), Value::Money),
        Value::of(Share::of_basis_points(i64::from(n % 100) * 100).ok(), Value::Percent),
        Value::of(day.ok(), Value::Date),
        Value::Text("Open".to_owned()),
    ]
}

fn table() -> Written {
    let columns = COLUMNS.map(|(name, holds)| Heading::new(name, holds)).to_vec();
    Written { title: "Risks".to_owned(), columns, rows: (0..ROWS).map(row).collect() }
}

fn book() -> Book {
    let made = Date::FIRST.months_later(24_312);
    let about = About { title: "Risks".to_owned(), subject: "Timing".to_owned(), made, notes: Vec::new() };
    let sheet = Sheet::of(table(), "Ten thousand risks".to_owned());
    Book::new(about, vec![sheet]).expect("a spreadsheet can hold it")
}

/// The table as a workbook.
pub(crate) fn workbook() -> Vec<u8> {
    writing::write(&book()).expect("a spreadsheet can hold it")
}

/// The table as comma-separated text.
pub(crate) fn text() -> Vec<u8> {
    table().to_csv().into_bytes()
}

/// What becomes of each row of a table in a register with nothing in it.
fn previewed(table: &Table) -> f64 {
    let register = Register::new(Organisation::new("Anytown", Rc::new(preset::of_size(5, 5))));
    let mapping = guess(table, &register);
    let preview = preview(table, &mapping, &register, &[], Stamp { now: 0, seed: 1 });
    preview.change().map_or(f64::NAN, |_| preview.added() as f64)
}

fn read_text(text: &[u8]) -> Table {
    read_file(text, Choices::default()).expect("it is text")
}

/// The bytes of a file of text to a table.
pub(crate) struct ReadingText(pub(crate) Vec<u8>);

impl Task for ReadingText {
    fn run(&mut self) -> f64 {
        read_text(&self.0).rows() as f64
    }
}

/// The same, and what becomes of each row.
pub(crate) struct PreviewingText(pub(crate) Vec<u8>);

impl Task for PreviewingText {
    fn run(&mut self) -> f64 {
        previewed(&read_text(&self.0))
    }
}

/// The order of the page to the bytes of the answer.
pub(crate) struct Reading(Vec<u8>);

impl Reading {
    pub(crate) fn new() -> Self {
        Self(Order::Read(workbook()).to_bytes())
    }
}

impl Task for Reading {
    fn run(&mut self) -> f64 {
        let order = Order::of_bytes(&self.0).expect("it is one");
        answer(order).to_bytes().len() as f64
    }
}

/// The bytes of the answer to the grid.
pub(crate) struct Hearing(Vec<u8>);

impl Hearing {
    pub(crate) fn new() -> Self {
        Self(heard())
    }
}

impl Task for Hearing {
    fn run(&mut self) -> f64 {
        match Answer::of_bytes(&self.0) {
            Some(Answer::Workbook(workbook)) => workbook.sheets[1].grid.rows() as f64,
            Some(Answer::File(_) | Answer::Refused(_)) | None => f64::NAN,
        }
    }
}

/// A book to the bytes of a file.
pub(crate) struct Writing(Book);

impl Writing {
    pub(crate) fn new() -> Self {
        Self(book())
    }
}

impl Task for Writing {
    fn run(&mut self) -> f64 {
        writing::write(&self.0).map_or(f64::NAN, |bytes| bytes.len() as f64)
    }
}

fn heard() -> Vec<u8> {
    answer(Order::Read(workbook())).to_bytes()
}

/// The bytes of an answer to what becomes of each row.
pub(crate) struct Previewing(Vec<u8>);

impl Previewing {
    pub(crate) fn new() -> Self {
        Self(heard())
    }
}

impl Task for Previewing {
    fn run(&mut self) -> f64 {
        let Some(Answer::Workbook(mut workbook)) = Answer::of_bytes(&self.0) else { return f64::NAN };
        let sheet = workbook.sheets.remove(1);
        previewed(&Table::new(sheet.grid, HeaderChoice::Guess, Vec::new(), Source::Sheet(sheet.name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_rows_arrive_and_all_would_be_added() {
        assert_eq!(Hearing::new().run(), f64::from(ROWS) + 2.0);
        assert!(Reading::new().run() > 1e6);
        assert_eq!(ReadingText(text()).run(), f64::from(ROWS));
        assert_eq!(PreviewingText(text()).run(), f64::from(ROWS));
        assert_eq!(Previewing::new().run(), f64::from(ROWS));
    }
}
