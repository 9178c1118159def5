//! Workbooks: which sheet of one that was read is meant and what stands in it, and the tables of a register as a book to be
//! written. Who reads and writes them is next door in [`crate::app::tasks`].

use partnership_risk_core::date::Date;
use partnership_risk_core::exchange;
use partnership_risk_core::exchange::outgoing::Outgoing;
use partnership_risk_core::exchange::table::{HeaderChoice, Source, Table};
use partnership_risk_core::register::Register;
use partnership_risk_sheets::book::{About, Book, BookError, Note, Sheet};
use partnership_risk_sheets::workbook::{Remark, Workbook};

/// The places of the sheets that have something in them.
pub fn filled(workbook: &Workbook) -> impl Iterator<Item = usize> + '_ {
    (0..workbook.sheets.len()).filter(|&place| workbook.sheets[place].grid.rows() > 0)
}

/// The sheet at a place as a table, read as a file of text would be; one without rows where there is none.
#[must_use]
pub fn table_of(workbook: &Workbook, place: usize) -> Table {
    let found = workbook.sheets.get(place);
    let (name, grid) = found.map(|sheet| (sheet.name.clone(), sheet.grid.clone())).unwrap_or_default();
    Table::new(grid, HeaderChoice::Guess, Vec::new(), Source::Sheet(name))
}

/// The sheet that is most likely meant: of those that are not hidden the one with most known columns over some rows, and
/// the first of several. None where no sheet has anything in it.
#[must_use]
pub fn likeliest(workbook: &Workbook) -> Option<usize> {
    let known = |place: usize| {
        let (table, is_hidden) = (table_of(workbook, place), is_hidden(workbook, place));
        if table.rows() == 0 { (!is_hidden, 0) } else { (!is_hidden, table.known_columns() + 1) }
    };
    // Of equals the last one counts as the greatest.
    let backwards = filled(workbook).collect::<Vec<_>>().into_iter().rev();
    backwards.max_by_key(|&place| known(place))
}

fn is_hidden(workbook: &Workbook, place: usize) -> bool {
    workbook.sheets[place].remarks.contains(&Remark::Hidden)
}

/// Tables of a register as a book, those without a row left out unless they are all there is.
pub fn book_of(register: &Register, tables: &[Outgoing], made: Date) -> Result<Book, BookError> {
    let sheets = tables.iter().map(|which| (which, which.sheet(register)));
    let wanted = sheets.filter(|(_, sheet)| tables.len() == 1 || !sheet.rows.is_empty());
    let sheets = wanted.map(|(which, sheet)| Sheet::of(sheet, said_of(*which, register))).collect();
    Book::new(about(register, tables, made), sheets)
}

/// One table that is not of a register alone as a book.
pub fn book_of_sheet(title: &str, table: exchange::sheet::Sheet, made: Date) -> Result<Book, BookError> {
    let about =
        About { title: title.to_owned(), subject: title.to_owned(), made, notes: vec![made_note(made)] };
    Book::new(about, vec![Sheet::of(table, title.to_owned())])
}

fn made_note(made: Date) -> Note {
    note("Made", &format!("{} by the Partnership Risk Calculator {}", made, env!("CARGO_PKG_VERSION")))
}

/// What stands above a table.
fn said_of(which: Outgoing, register: &Register) -> String {
    format!("{}: {}", which.name(), register.organisation().name)
}

fn about(register: &Register, tables: &[Outgoing], made: Date) -> About {
    let name = &register.organisation().name;
    let subject = match tables {
        [only] => only.name().to_owned(),
        _ => "Everything in the register that is a table".to_owned(),
    };
    let mut notes = vec![
        note("Whose", name),
        made_note(made),
        note("Units", "Amounts are in pounds, shares in per cent of the whole, days as year, month and day."),
        note("Ratings", &ratings(register)),
    ];
    notes.extend(again(tables).map(|text| note("Reading it again", &text)));
    About { title: format!("Risk register of {name}"), subject, made, notes }
}

fn note(about: &str, text: &str) -> Note {
    Note { about: about.to_owned(), text: text.to_owned() }
}

fn ratings(register: &Register) -> String {
    let matrix = register.matrix();
    format!(
        "Likelihood and impact are steps from 1 to {} and from 1 to {} of the matrix \u{201c}{}\u{201d}; a score is their product.",
        matrix.likelihood().steps(),
        matrix.impact().steps(),
        matrix.name()
    )
}

/// Which of the tables can be brought in again, where any can.
fn again(tables: &[Outgoing]) -> Option<String> {
    let names: Vec<&str> =
        tables.iter().filter(|which| which.read_again().is_some()).map(|which| which.name()).collect();
    (!names.is_empty()).then(|| {
        format!(
            "The calculator imports these sheets, one at a time: {}. Other sheets are to be read only.",
            names.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::example::marlshire;
    use partnership_risk_core::exchange::grid::Grid;
    use partnership_risk_sheets::workbook::Sheet as Read;

    use super::*;

    fn sheet(name: &str, rows: &[&[&str]], remarks: Vec<Remark>) -> Read {
        let mut grid = Grid::default();
        for (row, number) in rows.iter().zip(1..) {
            for cell in *row {
                grid.push(cell);
                grid.end_cell();
            }
            grid.end_row(number);
        }
        Read { name: name.to_owned(), grid, remarks }
    }

    #[test]
    fn the_likeliest_sheet_is_seen_has_rows_and_has_the_most_columns_that_are_known() {
        let notes = || sheet("Notes", &[&["About", "Note"], &["a", "b"]], Vec::new());
        let risks = || sheet("Risks", &[&["Risk", "Likelihood", "Impact"], &["a", "1", "2"]], Vec::new());
        let empty = || sheet("Empty", &[], Vec::new());
        let hidden = || Read { remarks: vec![Remark::Hidden], ..risks() };
        let blank = || sheet("Blank", &[&["Risk", "Likelihood", "Impact", "Owner"]], Vec::new());
        for (sheets, likeliest_place, n_filled) in [
            (vec![notes(), risks(), risks()], Some(1), 3),
            (vec![hidden(), empty(), notes()], Some(2), 2),
            (vec![hidden(), empty()], Some(0), 1),
            (vec![blank(), risks()], Some(1), 2),
            (vec![empty()], None, 0),
            (Vec::new(), None, 0),
        ] {
            let workbook = Workbook { sheets };
            assert_eq!(
                (likeliest(&workbook), filled(&workbook).count()),
                (likeliest_place, n_filled),
                "{workbook:?}"
            );
        }
    }

    #[test]
    fn a_sheet_is_a_table_that_knows_where_it_is_from() {
        let workbook = Workbook { sheets: vec![sheet("Risks", &[&["Risk"], &["Flood"]], Vec::new())] };
        let table = table_of(&workbook, 0);
        assert_eq!(
            (table.sheet(), table.headers(), table.cell(0, 0)),
            (Some("Risks"), &["Risk".to_owned()][..], "Flood")
        );
        assert_eq!(table_of(&workbook, 9).rows(), 0);
    }

    #[test]
    fn a_book_says_whose_it_is_when_it_was_made_and_what_can_be_read_again() {
        let own: Vec<Outgoing> = Outgoing::ALL.into_iter().filter(|which| which.is_own()).collect();
        let book = book_of(&marlshire(), &own, Date::FIRST).expect("a spreadsheet can hold it");
        assert_eq!(book.sheets().len(), own.len());
        let notes: Vec<String> = book.notes().map(|note| format!("{}: {}", note.about, note.text)).collect();
        for said in [
            "Whose: Marlshire Council",
            "Units: Amounts are in pounds",
            "one at a time: Risks, Partnerships, Controls,",
        ] {
            assert!(notes.iter().any(|note| note.contains(said)), "{said}: {notes:#?}");
        }
        let league =
            book_of(&marlshire(), &[Outgoing::League], Date::FIRST).expect("a spreadsheet can hold it");
        assert_eq!((league.sheets().len(), league.about().subject.as_str()), (1, "League table"));
        assert!(league.notes().all(|note| note.about != "Reading it again"));
    }
}
