//! What is written: as it is read again, and as others find it in the file.

use std::io::{Cursor, Read as _};

use partnership_risk_core::date::Date;
use partnership_risk_sheets::book::{About, Book, Cell, Column, Kind, Note, Sheet};
use partnership_risk_sheets::message::{Answer, Order};
use partnership_risk_sheets::reading::read;
use partnership_risk_sheets::{answer, writing};
use proptest::prelude::{Just, Strategy, prop, prop_assert_eq, prop_oneof, proptest};
use zip::ZipArchive;

use crate::made::rows;

fn day(year: i32, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("a day")
}

fn book(rows: Vec<Vec<Cell>>) -> Book {
    let kinds = [
        ("Risk", Kind::Text),
        ("Score", Kind::Number),
        ("Review", Kind::Date),
        ("Cost", Kind::Money),
        ("Share", Kind::Percent),
    ];
    let column = |(name, kind): (&str, Kind)| Column { name: name.to_owned(), kind, width: 24 };
    let heading = "All open risks, the worst first".to_owned();
    let sheet = Sheet { name: "Open risks".to_owned(), heading, columns: kinds.map(column).to_vec(), rows };
    let notes = vec![Note { about: "Figures".to_owned(), text: "One run with seed 7".to_owned() }];
    let about = About {
        title: "Risk register".to_owned(),
        subject: "Risks of Marlshire".to_owned(),
        made: day(2026, 3, 31),
        notes,
    };
    Book::new(about, vec![sheet]).expect("a spreadsheet can hold it")
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn example() -> Book {
    book(vec![
        vec![
            text("=1+1"),
            Cell::Number(3.9),
            Cell::Date(day(2026, 9, 1)),
            Cell::Number(1250.5),
            Cell::Number(0.125),
        ],
        vec![
            text("@SUM(A1) _x0041_\r\n"),
            text("not rated"),
            Cell::Date(day(1899, 1, 1)),
            Cell::Empty,
            Cell::Empty,
        ],
    ])
}

#[test]
fn a_book_reads_back_with_its_notes_first() {
    let workbook = read(&writing::write(&example()).expect("it is small")).expect("it was just written");
    let names: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Notes", "Open risks"]);
    assert_eq!(
        rows(&workbook.sheets[0]),
        [
            (1, vec!["Risk register"]),
            (2, vec!["About", "Note"]),
            (3, vec!["Sheet “Open risks”", "All open risks, the worst first"]),
            (4, vec!["Figures", "One run with seed 7"]),
        ]
    );
    assert_eq!(
        rows(&workbook.sheets[1]),
        [
            (1, vec!["All open risks, the worst first"]),
            (2, vec!["Risk", "Score", "Review", "Cost", "Share"]),
            (3, vec!["=1+1", "3.9", "2026-09-01", "1250.5", "12.5%"]),
            (4, vec!["@SUM(A1) _x0041_\r\n", "not rated", "1899-01-01"]),
        ]
    );
    assert!(workbook.sheets.iter().all(|sheet| sheet.remarks.is_empty()));
}

/// The text of a part.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

#[test]
fn each_sheet_is_one_table_with_a_name_and_a_header_that_stays() {
    let bytes = writing::write(&example()).expect("it is small");
    let (sheet, table) = (part(&bytes, "xl/worksheets/sheet2.xml"), part(&bytes, "xl/tables/table2.xml"));
    assert!(table.contains(r#"ref="A2:E4""#), "{table}");
    assert!(table.contains(r#"displayName="Table_2_Openrisks""#), "{table}");
    assert!(sheet.contains(r#"<pane ySplit="2""#), "{sheet}");
    assert!(!sheet.contains("mergeCell") && !sheet.contains("<f>"), "{sheet}");
    assert_eq!(table.matches("<tableColumn ").count(), 5);
}

#[test]
fn the_properties_have_title_subject_day_and_language_and_no_author() {
    let bytes = writing::write(&example()).expect("it is small");
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("<dc:title>Risk register</dc:title>"), "{core}");
    assert!(core.contains("<dc:subject>Risks of Marlshire</dc:subject>"), "{core}");
    assert!(core.contains("2026-03-31T00:00:00Z"), "{core}");
    assert!(core.contains("<dc:creator></dc:creator>") || !core.contains("dc:creator"), "{core}");
    assert!(part(&bytes, "docProps/custom.xml").contains("en-GB"));
}

#[test]
fn a_table_without_rows_is_still_a_table() {
    let bytes = writing::write(&book(Vec::new())).expect("it is small");
    let workbook = read(&bytes).expect("it was just written");
    assert_eq!(rows(&workbook.sheets[1]).len(), 2);
}

#[test]
fn an_order_is_done_and_what_cannot_be_done_is_refused_in_words() {
    let Answer::File(bytes) = answer(Order::Write(example())) else { unreachable!("it can be written") };
    assert!(matches!(answer(Order::Read(bytes)), Answer::Workbook(_)));
    assert_eq!(answer(Order::Read(Vec::new())), Answer::Refused("the file is empty".to_owned()));
}

fn cell() -> impl Strategy<Value = Cell> {
    let date = (1901..2100, 1..=12u8, 1..=28u8).prop_map(|(y, m, d)| Cell::Date(day(y, m, d)));
    prop_oneof![Just(Cell::Empty), "[^\u{fffe}\u{ffff}]{0,12}[a-z]".prop_map(Cell::Text), date]
}

proptest! {
    #[test]
    fn the_same_book_gives_the_same_bytes_and_any_text_reads_back(cells in prop::collection::vec(cell(), 1..20)) {
        let row = |cell: &Cell| vec![text("r"), Cell::Empty, Cell::Empty, Cell::Empty, cell.clone()];
        let book = book(cells.iter().map(row).collect());
        let bytes = writing::write(&book).expect("it is small");
        prop_assert_eq!(&bytes, &writing::write(&book).expect("it is small"));
        let workbook = read(&bytes).expect("it was just written");
        for (cell, row) in cells.iter().zip(2..) {
            let expected = match cell {
                Cell::Text(text) => text.clone(),
                Cell::Date(date) => date.to_string(),
                Cell::Empty | Cell::Number(_) => String::new(),
            };
            prop_assert_eq!(workbook.sheets[1].grid.cell(row, 4), expected);
        }
    }
}
