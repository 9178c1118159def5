//! Orders as bytes. A book is checked again when it is read, so that nothing reaches the program that a book may not hold.

use partnership_risk_core::date::Date;

use super::Order;
use super::piece::{Reader, Writer};
use crate::book::{About, Book, Cell, Column, Kind, Note, Sheet};

const READ: u8 = 0;
const WRITE: u8 = 1;

impl Order {
    /// It as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        match self {
            Self::Read(bytes) => {
                writer.kind(READ);
                writer.bytes(bytes);
            }
            Self::Write(book) => {
                writer.kind(WRITE);
                write_about(&mut writer, book.about());
                writer.list(book.sheets(), write_sheet);
            }
        }
        writer.done()
    }

    /// The order that these bytes are; none where they are none.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let order = match reader.kind()? {
            READ => Self::Read(reader.bytes()?.to_vec()),
            WRITE => {
                let about = read_about(&mut reader)?;
                Self::Write(Book::new(about, reader.list(read_sheet)?).ok()?)
            }
            _ => return None,
        };
        reader.is_done().then_some(order)
    }
}

fn write_about(writer: &mut Writer, about: &About) {
    writer.text(&about.title);
    writer.text(&about.subject);
    write_date(writer, about.made);
    writer.list(&about.notes, |writer, note| {
        writer.text(&note.about);
        writer.text(&note.text);
    });
}

fn read_about(reader: &mut Reader) -> Option<About> {
    let (title, subject) = (reader.text()?.to_owned(), reader.text()?.to_owned());
    let made = read_date(reader)?;
    let notes = reader
        .list(|reader| Some(Note { about: reader.text()?.to_owned(), text: reader.text()?.to_owned() }))?;
    Some(About { title, subject, made, notes })
}

fn write_date(writer: &mut Writer, date: Date) {
    writer.text(&date.to_string());
}

fn read_date(reader: &mut Reader) -> Option<Date> {
    Date::read(reader.text()?).ok()
}

fn write_sheet(writer: &mut Writer, sheet: &Sheet) {
    writer.text(&sheet.name);
    writer.text(&sheet.heading);
    writer.list(&sheet.columns, write_column);
    writer.list(&sheet.rows, |writer, row| writer.list(row, write_cell));
}

fn read_sheet(reader: &mut Reader) -> Option<Sheet> {
    let (name, heading) = (reader.text()?.to_owned(), reader.text()?.to_owned());
    let columns = reader.list(read_column)?;
    Some(Sheet { name, heading, columns, rows: reader.list(|reader| reader.list(read_cell))? })
}

const KINDS: [Kind; 5] = [Kind::Text, Kind::Number, Kind::Date, Kind::Money, Kind::Percent];

fn write_column(writer: &mut Writer, column: &Column) {
    writer.text(&column.name);
    writer.kind(KINDS.iter().position(|kind| *kind == column.kind).unwrap_or_default() as u8);
    writer.number(u32::from(column.width));
}

fn read_column(reader: &mut Reader) -> Option<Column> {
    let name = reader.text()?.to_owned();
    let kind = *KINDS.get(usize::from(reader.kind()?))?;
    Some(Column { name, kind, width: u16::try_from(reader.number()?).ok()? })
}

const EMPTY: u8 = 0;
const TEXT: u8 = 1;
const NUMBER: u8 = 2;
const DATE: u8 = 3;

fn write_cell(writer: &mut Writer, cell: &Cell) {
    match cell {
        Cell::Empty => writer.kind(EMPTY),
        Cell::Text(text) => {
            writer.kind(TEXT);
            writer.text(text);
        }
        Cell::Number(number) => {
            writer.kind(NUMBER);
            writer.real(*number);
        }
        Cell::Date(date) => {
            writer.kind(DATE);
            write_date(writer, *date);
        }
    }
}

fn read_cell(reader: &mut Reader) -> Option<Cell> {
    match reader.kind()? {
        EMPTY => Some(Cell::Empty),
        TEXT => Some(Cell::Text(reader.text()?.to_owned())),
        NUMBER => reader.real().map(Cell::Number),
        DATE => read_date(reader).map(Cell::Date),
        _ => None,
    }
}
