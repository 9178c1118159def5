//! A book to the bytes of an `.xlsx` file that everybody can use: a sheet of notes first, then one real table on each sheet
//! with names above its columns, no merged cells, a header that stays, and a title in the properties. Text is always
//! written as text, so that nothing a person typed can become a formula.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::book::{About, Book, Cell, Column, Kind, NOTES, Sheet};

mod table;

/// The language of all texts.
const LANGUAGE: &str = "en-GB";

/// Writes a book; the same book gives the same bytes.
pub fn write(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(book.about())?);
    let notes = notes(book);
    let sheets = std::iter::once(&notes).chain(book.sheets());
    for (sheet, number) in sheets.zip(1..) {
        table::write(workbook.add_worksheet(), sheet, number)?;
    }
    workbook.save_to_buffer()
}

/// Nobody is named as its author: that is for whoever sends it on.
fn properties(about: &About) -> Result<DocProperties, XlsxError> {
    let made = ExcelDateTime::parse_from_str(&about.made.to_string())?;
    Ok(DocProperties::new()
        .set_title(&about.title)
        .set_subject(&about.subject)
        .set_creation_datetime(&made)
        .set_custom_property("Language", LANGUAGE))
}

/// The notes as a sheet like any other.
fn notes(book: &Book) -> Sheet {
    let column = |name: &str, width| Column { name: name.to_owned(), kind: Kind::Text, width };
    let rows = book.notes().map(|note| vec![Cell::Text(note.about), Cell::Text(note.text)]);
    Sheet {
        name: NOTES.to_owned(),
        heading: book.about().title.clone(),
        columns: vec![column("About", 32), column("Note", 100)],
        rows: rows.collect(),
    }
}
