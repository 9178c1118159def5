//! Tables of the register, handed to the person as files.

use partnership_risk_core::choice::Choice;
use partnership_risk_core::exchange::differences::differences_sheet;
use partnership_risk_core::exchange::outgoing::{Outgoing, markdown};
use partnership_risk_core::register::{Difference, Register};
use partnership_risk_sheets::book::{Book, BookError};

use super::offer::file_stem;
use super::spreadsheet::offer_book;
use crate::app::event::Event;
use crate::app::queries::workbooks::{book_of, book_of_sheet};
use crate::app::world::World;

/// As what a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableForm {
    /// Comma-separated text, which every spreadsheet opens.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// Markdown, for papers that are kept as text.
    Markdown,
}

impl TableForm {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Xlsx, Self::Csv, Self::Markdown];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Xlsx => "Excel",
            Self::Markdown => "Markdown",
        }
    }
}

/// Offers one table of a register as a file, and tells how that goes where it takes a while.
pub fn offer_table(
    world: &World,
    register: &Register,
    which: Outgoing,
    form: TableForm,
    tell: impl Fn(Event) + 'static,
) {
    let stem = format!("{}-{}", file_stem(&register.organisation().name), which.key());
    match form {
        TableForm::Csv => world.files.offer(&format!("{stem}.csv"), "text/csv", &which.csv(register)),
        TableForm::Xlsx => offer_sheets(world, register, &[which], &stem, tell),
        TableForm::Markdown => {
            let text = which.sheet(register).to_markdown();
            world.files.offer(&format!("{stem}.md"), "text/markdown", &text);
        }
    }
}

/// Offers what differs between two registers as a file.
pub fn offer_differences(
    world: &World,
    title: &str,
    differences: &[Difference],
    form: TableForm,
    tell: impl Fn(Event) + 'static,
) {
    let sheet = differences_sheet(title, differences);
    match form {
        TableForm::Csv => world.files.offer("differences.csv", "text/csv", &sheet.to_csv()),
        TableForm::Markdown => {
            world.files.offer("differences.md", "text/markdown", &sheet.to_markdown());
        }
        TableForm::Xlsx => {
            offer_as_workbook(
                world,
                "differences.xlsx",
                book_of_sheet(title, sheet, world.clock.today()),
                tell,
            );
        }
    }
}

/// Offers every table of a register as one file of text.
pub fn offer_tables(world: &World, register: &Register) {
    let name = format!("{}.md", file_stem(&register.organisation().name));
    world.files.offer(&name, "text/markdown", &markdown(register));
}

/// Offers every table of a register as one workbook of Excel, and tells how that goes.
pub fn offer_workbook(world: &World, register: &Register, tell: impl Fn(Event) + 'static) {
    let own: Vec<Outgoing> = Outgoing::ALL.into_iter().filter(|which| which.is_own()).collect();
    offer_sheets(world, register, &own, &file_stem(&register.organisation().name), tell);
}

fn offer_sheets(
    world: &World,
    register: &Register,
    tables: &[Outgoing],
    stem: &str,
    tell: impl Fn(Event) + 'static,
) {
    let book = book_of(register, tables, world.clock.today());
    offer_as_workbook(world, &format!("{stem}.xlsx"), book, tell);
}

fn offer_as_workbook(
    world: &World,
    name: &str,
    book: Result<Book, BookError>,
    tell: impl Fn(Event) + 'static,
) {
    match book {
        Ok(book) => offer_book(world, name, book, tell),
        Err(error) => tell(Event::SheetsEnded(Some(format!("{name} cannot be written: {error}")))),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::world::memory::{OfferedFiles, world};
    use partnership_risk_core::example::fife_council;

    #[test]
    fn a_table_is_offered_under_the_name_of_its_register_and_its_own() {
        let files = Rc::new(OfferedFiles::default());
        let world = World { files: files.clone(), ..world() };
        offer_table(&world, &fife_council(), Outgoing::Risks, TableForm::Csv, |_| ());
        offer_table(&world, &fife_council(), Outgoing::League, TableForm::Markdown, |_| ());
        offer_tables(&world, &fife_council());
        let offered = files.0.borrow();
        let names: Vec<&str> = offered.iter().map(|(name, _)| &**name).collect();
        assert_eq!(names, ["fife-council-risks.csv", "fife-council-league.md", "fife-council.md"]);
        assert!(offered[0].1.starts_with("\u{feff}Partnership,Reference,Risk,"));
        assert!(offered[1].1.starts_with("## League table\n\n| Rank |"));
    }
}
