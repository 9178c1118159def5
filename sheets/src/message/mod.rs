//! What page and program say to each other, as bytes: an order and its answer. How the pieces are laid out is next door
//! in `piece`; how the bytes travel is the business of those who send them.

mod grid;
mod order;
mod piece;

use crate::book::Book;
use crate::workbook::{Place, Remark, Sheet, Workbook};
use piece::{Reader, Writer};

/// What the page asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Order {
    /// Read the bytes of a spreadsheet.
    Read(Vec<u8>),
    /// Write a book as a spreadsheet.
    Write(Book),
}

/// What the program answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What was read.
    Workbook(Workbook),
    /// The bytes of the file that was written.
    File(Vec<u8>),
    /// Why it cannot be done, as a sentence; empty where the order was none.
    Refused(String),
}

const WORKBOOK: u8 = 0;
const FILE: u8 = 1;
const REFUSED: u8 = 2;

impl Answer {
    /// It as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        match self {
            Self::Workbook(workbook) => {
                writer.kind(WORKBOOK);
                writer.list(&workbook.sheets, write_sheet);
            }
            Self::File(bytes) => {
                writer.kind(FILE);
                writer.bytes(bytes);
            }
            Self::Refused(reason) => {
                writer.kind(REFUSED);
                writer.text(reason);
            }
        }
        writer.done()
    }

    /// The answer that these bytes are; none where they are none.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes);
        let answer = match reader.kind()? {
            WORKBOOK => Self::Workbook(Workbook { sheets: reader.list(read_sheet)? }),
            FILE => Self::File(reader.bytes()?.to_vec()),
            REFUSED => Self::Refused(reader.text()?.to_owned()),
            _ => return None,
        };
        reader.is_done().then_some(answer)
    }
}

fn write_sheet(writer: &mut Writer, sheet: &Sheet) {
    writer.text(&sheet.name);
    grid::write(writer, &sheet.grid);
    writer.list(&sheet.remarks, write_remark);
}

fn read_sheet(reader: &mut Reader) -> Option<Sheet> {
    let name = reader.text()?.to_owned();
    Some(Sheet { name, grid: grid::read(reader)?, remarks: reader.list(read_remark)? })
}

const HIDDEN: u8 = 0;
const MERGED: u8 = 1;
const ERRORS: u8 = 2;

fn write_remark(writer: &mut Writer, remark: &Remark) {
    let (kind, told) = match remark {
        Remark::Hidden => (HIDDEN, None),
        Remark::Merged(n, place) => (MERGED, Some((n, place))),
        Remark::Errors(n, place) => (ERRORS, Some((n, place))),
    };
    writer.kind(kind);
    if let Some((n, place)) = told {
        [*n, place.row, place.column].into_iter().for_each(|number| writer.number(number));
    }
}

fn read_remark(reader: &mut Reader) -> Option<Remark> {
    let kind = reader.kind()?;
    if kind == HIDDEN {
        return Some(Remark::Hidden);
    }
    let n = reader.number()?;
    let place = Place { row: reader.number()?, column: reader.number()? };
    match kind {
        MERGED => Some(Remark::Merged(n, place)),
        ERRORS => Some(Remark::Errors(n, place)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
