//! What a spreadsheet can hold, and each reason why it cannot.

use super::*;

fn about() -> About {
    let made = Date::new(2026, 3, 31).expect("a day");
    About { title: "Register".to_owned(), subject: "Risks".to_owned(), made, notes: Vec::new() }
}

fn column(name: &str) -> Column {
    Column { name: name.to_owned(), kind: Kind::Text, width: 20 }
}

fn sheet(name: &str) -> Sheet {
    let columns = vec![column("Risk"), column("Cost")];
    let rows = vec![vec![Cell::Text("Flood".to_owned()), Cell::Number(2.5)]];
    Sheet { name: name.to_owned(), heading: "All risks".to_owned(), columns, rows }
}

#[test]
fn a_name_is_one_that_a_tab_can_show() {
    for (name, is_one) in [
        ("Risks", true),
        ("Chief Officer’s risks (2026)", true),
        (&"x".repeat(31), true),
        (&"x".repeat(32), false),
        (&"😀".repeat(15), true),
        (&"😀".repeat(16), false),
        ("", false),
        (" ", false),
        ("a/b", false),
        ("a:b", false),
        ("[a]", false),
        ("a\tb", false),
        ("'a", false),
        ("a'", false),
        ("History", false),
    ] {
        let expected = if is_one { Ok(()) } else { Err(BookError::SheetName(name.to_owned())) };
        assert_eq!(Book::new(about(), vec![sheet(name)]).map(|_| ()), expected);
    }
}

#[test]
fn no_two_sheets_have_one_name_and_none_is_called_as_the_notes_are() {
    for names in [["Risks", "RISKS"], ["Risks", "notes"]] {
        let found = Book::new(about(), names.map(sheet).to_vec()).map(|_| ());
        assert_eq!(found, Err(BookError::RepeatedSheet(names[1].to_owned())));
    }
}

#[test]
fn each_thing_that_a_table_cannot_hold_is_named() {
    let cell = |cell: Cell| Sheet { rows: vec![vec![Cell::Empty, cell]], ..sheet("S") };
    let columns = |columns: Vec<Column>| Sheet { rows: Vec::new(), columns, ..sheet("S") };
    let wide = Column { width: 256, ..column("Risk") };
    for (sheet, words) in [
        (columns(Vec::new()), "the sheet “S” has no columns"),
        (columns(vec![column(" ")]), "a column of the sheet “S” has no name or one too long"),
        (columns(vec![column("Risk"), column("risk")]), "two columns of the sheet “S” are called “risk”"),
        (columns(vec![wide]), "the column “Risk” of the sheet “S” cannot be that wide"),
        (cell(Cell::Number(f64::NAN)), "row 1 of the sheet “S” has a figure that is no number"),
        (cell(Cell::Number(f64::INFINITY)), "row 1 of the sheet “S” has a figure that is no number"),
        (
            cell(Cell::Text("x".repeat(MOST_CELL_CHARACTERS + 1))),
            "row 1 of the sheet “S” has a text of more than 32767 characters",
        ),
        (
            Sheet { rows: vec![vec![Cell::Empty]], ..super::tests::sheet("S") },
            "row 1 of the sheet “S” has not one cell for each column",
        ),
    ] {
        let error = Book::new(about(), vec![sheet]).expect_err(words);
        assert_eq!(error.to_string(), words);
    }
}

#[test]
fn the_notes_say_what_is_in_each_sheet_and_then_what_else_is_to_be_known() {
    let note = Note { about: "Figures".to_owned(), text: "Seed 7".to_owned() };
    let about = About { notes: vec![note], ..about() };
    let book = Book::new(about, vec![sheet("Risks")]).expect("it is small");
    let notes: Vec<(String, String)> = book.notes().map(|note| (note.about, note.text)).collect();
    let expected = [("Sheet “Risks”", "All risks"), ("Figures", "Seed 7")];
    assert_eq!(notes, expected.map(|(about, text)| (about.to_owned(), text.to_owned())));
}
