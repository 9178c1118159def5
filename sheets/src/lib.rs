//! Spreadsheets of Excel and LibreOffice, read into grids of text and written from tables. The work is done by a program
//! of its own, which is fetched when a spreadsheet is first wanted; this crate is that program, the values it is about and
//! what is said between it and the page. What the cells of a grid mean is the business of the core's `exchange`.
//!
//! | room | what belongs there |
//! |---|---|
//! | [`workbook`] | what was read: sheets by name, each a grid of text, and what is odd about it |
//! | [`book`] | what is to be written: notes, and tables with columns of a kind |
//! | [`message`] | orders and answers as bytes |
//! | `reading` | the bytes of a file to a workbook, within limits; only with the feature `program` |
//! | `writing` | a book to the bytes of a file; only with the feature `program` |
//!
//! The page uses the first three, so that neither reader nor writer is linked with it.

pub mod book;
pub mod message;
#[cfg(feature = "program")]
pub mod reading;
pub mod workbook;
#[cfg(feature = "program")]
pub mod writing;

/// Does what an order asks for.
#[cfg(feature = "program")]
#[must_use]
pub fn answer(order: message::Order) -> message::Answer {
    use message::{Answer, Order};
    match order {
        Order::Read(bytes) => reading::read(&bytes)
            .map_or_else(|refusal| Answer::Refused(refusal.to_string()), Answer::Workbook),
        Order::Write(book) => {
            writing::write(&book).map_or_else(|error| Answer::Refused(error.to_string()), Answer::File)
        }
    }
}
