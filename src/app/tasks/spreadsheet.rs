//! Has spreadsheets of Excel and LibreOffice read and written by the program beside the page, and says in plain words when
//! that cannot be. What stands in them is the business of [`crate::app::queries::workbooks`].

use std::rc::Rc;

use partnership_risk_sheets::book::Book;
use partnership_risk_sheets::message::{self, Order};
use partnership_risk_sheets::workbook::Workbook;

use crate::app::event::Event;
use crate::app::world::{Answer, Work, World};

/// What a browser should take a workbook of Excel for.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Reads the bytes of a spreadsheet, and tells what is in it or why it is not read.
pub(super) fn read_spreadsheet(
    world: &World,
    bytes: &[u8],
    tell: impl Fn(Result<Workbook, String>) + 'static,
) {
    order(world, &Order::Read(bytes.to_vec()), move |answer| {
        tell(match answer {
            Ok(message::Answer::Workbook(workbook)) => Ok(workbook),
            Ok(message::Answer::File(_)) => Err(stopped("")),
            Ok(message::Answer::Refused(reason)) | Err(reason) => Err(reason),
        });
    });
}

/// Offers a book to the person as a workbook of Excel, and tells how that goes.
pub(super) fn offer_book(world: &World, name: &str, book: Book, tell: impl Fn(Event) + 'static) {
    tell(Event::SheetsBegun(format!("Writing {name}")));
    let (world, files, name) = (world.clone(), world.files.clone(), name.to_owned());
    order(&world, &Order::Write(book), move |answer| {
        let failed = |reason: String| Some(format!("{name} cannot be written: {reason}"));
        tell(Event::SheetsEnded(match answer {
            Ok(message::Answer::File(bytes)) => {
                files.offer_bytes(&name, XLSX, &bytes);
                None
            }
            Ok(message::Answer::Workbook(_)) => failed(stopped("")),
            Ok(message::Answer::Refused(reason)) | Err(reason) => failed(reason),
        }));
    });
}

/// Gives up what is being read or written.
pub fn stop_sheets(world: &World) -> Event {
    world.sheets.stop();
    Event::SheetsEnded(None)
}

fn order(world: &World, order: &Order, tell: impl Fn(Result<message::Answer, String>) + 'static) {
    let told = move |answer: Answer| {
        tell(match answer {
            Answer::Told(bytes) => message::Answer::of_bytes(&bytes).ok_or_else(|| stopped("")),
            Answer::Failed(reason) => Err(stopped(&reason)),
            Answer::NoWorker => Err(NOBODY.to_owned()),
        });
    };
    world.sheets.begin(Work { order: order.to_bytes(), on_page: None }, Rc::new(told));
}

const NOBODY: &str = "the part of the calculator that reads and writes spreadsheets could not be started; check the connection and try again, or use CSV, which needs no such part";

/// It came to an end by itself: what is known of the reason is for whoever mends it.
fn stopped(reason: &str) -> String {
    let known = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
    format!(
        "the part of the calculator that reads and writes spreadsheets has stopped{known}; use CSV for this table"
    )
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::date::Date;
    use partnership_risk_sheets::book::About;

    use super::*;
    use crate::app::world::memory::{OfferedFiles, all_told, world};
    use crate::app::world::{Tell, Worker};

    /// A worker that always answers the same.
    struct Saying(Answer);

    impl Worker for Saying {
        fn begin(&self, _work: Work, tell: Tell) {
            tell(self.0.clone());
        }

        fn stop(&self) {}
    }

    fn world_that_says(answer: Answer) -> World {
        World { sheets: Rc::new(Saying(answer)), ..world() }
    }

    fn read_where(answer: Answer) -> Result<Workbook, String> {
        let world = world_that_says(answer);
        let mut told = all_told(|tell| read_spreadsheet(&world, b"PK", move |read| tell(read)));
        told.pop().expect("an answer")
    }

    #[test]
    fn whatever_goes_wrong_beside_the_page_is_told_and_leads_to_csv() {
        for (answer, said) in [
            (Answer::NoWorker, "could not be started; check the connection"),
            (Answer::Failed("unreachable".into()), "has stopped (unreachable); use CSV"),
            (Answer::Told(vec![9, 9]), "has stopped; use CSV"),
            (Answer::Told(message::Answer::File(Vec::new()).to_bytes()), "has stopped; use CSV"),
            (
                Answer::Told(message::Answer::Refused("it is no spreadsheet".into()).to_bytes()),
                "it is no spreadsheet",
            ),
        ] {
            let reason = read_where(answer).expect_err("nothing was read");
            assert!(reason.contains(said), "{reason}");
        }
        let answer = message::Answer::Workbook(Workbook::default()).to_bytes();
        assert_eq!(read_where(Answer::Told(answer)), Ok(Workbook::default()));
    }

    fn book() -> Book {
        let (title, subject) = ("T".to_owned(), "S".to_owned());
        let about = About { title, subject, made: Date::FIRST, notes: Vec::new() };
        Book::new(about, Vec::new()).expect("it is empty")
    }

    #[test]
    fn a_book_is_offered_once_it_is_written_and_not_where_it_is_not() {
        for (answer, n_files, said) in [
            (Answer::Told(message::Answer::File(vec![1]).to_bytes()), 1, None),
            (
                Answer::Told(message::Answer::Refused("too long".into()).to_bytes()),
                0,
                Some("a.xlsx cannot be written: too long"),
            ),
        ] {
            let files = Rc::new(OfferedFiles::default());
            let world = World { files: files.clone(), ..world_that_says(answer) };
            let heard = all_told(|tell| offer_book(&world, "a.xlsx", book(), move |event| tell(event)));
            assert_eq!(files.1.borrow().len(), n_files);
            let [Event::SheetsBegun(_), Event::SheetsEnded(reason)] = &heard[..] else {
                unreachable!("{heard:?}")
            };
            assert_eq!(reason.as_deref(), said);
        }
    }
}
