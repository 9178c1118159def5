//! A spreadsheet on its way in.

use partnership_risk::app::event::Event;
use partnership_risk_core::exchange::DayOrder;
use partnership_risk_core::exchange::outgoing::Outgoing;
use partnership_risk_sheets::workbook::{Place, Remark};

use crate::desk::{Desk, FIFE_CSV};
use crate::journeys::spreadsheets::{rows, workbook};
use crate::screen::Screen;

fn mapped(name: &str, text: &str) -> Screen {
    Screen::at(&Desk::new().chooses(name, text.as_bytes()), "#/import")
}

#[test]
fn the_page_says_what_a_file_should_be() {
    let screen = Screen::at(&Desk::new(), "#/import");
    assert_eq!(screen.title(), "Import a spreadsheet");
    screen.field("Choose a file, or drop it here");
    screen.shows("Nothing is changed until you have seen what every row becomes.");
}

#[test]
fn a_chosen_file_shows_what_its_columns_and_scales_are_taken_to_be() {
    let screen = mapped("fife-council.csv", FIFE_CSV);
    assert_eq!(screen.title(), "Import fife-council.csv");
    for (column, field) in [
        ("\u{201c}Rank\u{201d}", "Reference"),
        ("\u{201c}Impact\u{201d}", "Current impact"),
        ("\u{201c}Likelihood\u{201d}", "Current likelihood"),
    ] {
        assert_eq!(screen.filled(column), field, "{column}");
    }
    screen.heading("11 of 11 rows will be added");
    assert_eq!(screen.table("What becomes of each row").column("What becomes of it"), ["Added"; 11]);
    assert_eq!(screen.button("Import 11 risks").attr("aria-disabled"), None);
}

#[test]
fn every_problem_is_listed_with_its_row_and_column_and_nothing_can_be_imported() {
    let screen = mapped(
        "x.csv",
        "Risk,Likelihood (1-5),Impact (1-5)\nFlood,9,2\nFire,NaN,3\n,1,1\nStorm,\"1,234.50\",2\n",
    );
    let said = screen.alerts().join("\n");
    for problem in [
        "Nothing can be imported yet",
        "Row 2, column \u{201c}Likelihood (1-5)\u{201d}: \u{201c}9\u{201d} is above 5, the highest step",
        "Row 3, column \u{201c}Likelihood (1-5)\u{201d}: \u{201c}NaN\u{201d} is not a step of the scale",
        "Row 4",
        "Row 5, column \u{201c}Likelihood (1-5)\u{201d}: \u{201c}1,234.50\u{201d} is not a step of the scale",
    ] {
        assert!(said.contains(problem), "{problem:?} is not in {said}");
    }
    assert!(screen.all("button[type=submit]")[0].attr("aria-disabled").is_some());
}

#[test]
fn a_file_that_cannot_be_used_says_why_and_another_can_be_chosen() {
    let screen = mapped("empty.csv", "");
    assert_eq!(screen.title(), "Import a spreadsheet");
    assert!(
        screen.alerts()[0].contains("empty.csv cannot be used: the file is empty"),
        "{:?}",
        screen.alerts()
    );
    screen.field("Choose a file, or drop it here");
}

#[test]
fn a_file_with_many_problems_lists_the_first_and_counts_the_rest() {
    let screen =
        mapped("many.csv", &format!("Risk,Likelihood (1-5),Impact (1-5)\n{}", "a,9,9\n".repeat(3_000)));
    screen.heading("6,000 problems in 3,000 rows");
    screen.shows("more.");
    assert!(screen.all("li").len() < 1_000);
}

const LOSSES: &str = "Loss,Date,Cost\nClaim,03/04/2025,500\nFlood,05/06/2025,900\n";

#[test]
fn what_rows_are_is_guessed_and_can_be_said() {
    let desk = Desk::new().chooses("losses.csv", LOSSES.as_bytes());
    let screen = Screen::at(&desk, "#/import");
    assert_eq!(screen.filled("What the rows are"), "Losses");
    assert_eq!(screen.filled("\u{201c}Cost\u{201d}"), "Cost");
    screen.field("Partnership for rows that name none");
    screen.does_not_show("How ratings are written");
}

#[test]
fn a_date_that_could_be_two_days_is_asked_and_never_taken_silently() {
    let desk = Desk::new().chooses("losses.csv", LOSSES.as_bytes());
    let screen = Screen::at(&desk, "#/import");
    screen.heading("What only you can say");
    assert_eq!(screen.filled("What comes first in dates"), "Choose one");
    assert!(screen.alerts().join(" ").contains("\u{201c}03/04/2025\u{201d} could be two days"));
    let mut mapping = (*desk.import().mapping).clone();
    mapping.dates = Some(DayOrder::DayFirst);
    let screen = Screen::at(&desk.after(Event::MappingChanged(Box::new(mapping))), "#/import");
    screen.heading("2 of 2 rows will be added");
    assert_eq!(screen.button("Import 2 losses").attr("aria-disabled"), None);
}

#[test]
fn two_columns_that_could_be_the_same_are_asked_about_by_name() {
    let screen = mapped("x.csv", "Risk,Likelihood,Probability,Impact\na,1,2,3\nb,2,3,3\n");
    let question = "Which column holds this: current likelihood?";
    assert_eq!(screen.filled(question), "Choose one");
    let said = screen.alerts().join(" ");
    assert!(
        said.contains("\u{201c}Probability\u{201d}: could be the same as column \u{201c}Likelihood\u{201d}"),
        "{said}"
    );
}

#[test]
fn every_table_can_be_taken_out_in_three_forms_and_says_whether_it_comes_in_again() {
    let screen = Screen::at(&Desk::with_example(), "#/export");
    assert_eq!(screen.title(), "Export tables");
    let table = screen.table("Tables");
    assert_eq!(table.rows().len(), Outgoing::ALL.len());
    for which in Outgoing::ALL {
        screen.button(&format!("CSV: {}", which.name()));
        screen.button(&format!("Excel: {}", which.name()));
        screen.button(&format!("Markdown: {}", which.name()));
    }
    assert_eq!(table.column("Can be imported again").iter().filter(|said| *said == "Yes").count(), 6);
    screen.button("All tables as one Excel workbook");
    screen.button("All tables as one Markdown file");
    Screen::at(&Desk::new(), "#/export").shows("There is nothing to export yet.");
}

fn with_two_sheets() -> Desk {
    let sheets = [
        ("Risks", rows("Risk,Likelihood (1-5),Impact (1-5)\nFlood,9,3")),
        ("Losses", rows("Loss,Date,Cost\nClaim,2025-04-03,500")),
    ];
    Desk::new().chooses("both.xlsx", &workbook(&sheets))
}

#[test]
fn the_sheet_of_a_workbook_can_be_chosen_and_problems_name_its_cells() {
    let screen = Screen::at(&with_two_sheets(), "#/import");
    assert_eq!(screen.filled("Sheet"), "Risks");
    screen.shows("1 row, read from the sheet \u{201c}Risks\u{201d}.");
    assert!(
        screen.alerts().join(" ").contains("Sheet \u{201c}Risks\u{201d}, cell B3, row 3"),
        "{:?}",
        screen.alerts()
    );
    let screen = Screen::at(&with_two_sheets().chooses_sheet(2), "#/import");
    assert_eq!(
        (screen.filled("Sheet"), screen.filled("What the rows are")),
        ("Losses".into(), "Losses".into())
    );
    screen.button("Import 1 loss");
}

#[test]
fn what_is_odd_about_a_sheet_is_told() {
    let desk = with_two_sheets();
    let mut import = desk.import().clone();
    let (workbook, place) = import.workbook.clone().expect("it is a workbook");
    let mut workbook = (*workbook).clone();
    workbook.sheets[place].remarks = vec![Remark::Merged(2, Place { row: 3, column: 1 })];
    import.workbook = Some((workbook.into(), place));
    let screen = Screen::at(&desk.after(Event::TableRead(import)), "#/import");
    screen.shows("Cells are merged in 2 places, the first at B4");
}

#[test]
fn while_a_spreadsheet_is_read_the_page_says_so_and_lets_it_be_given_up() {
    let reading = Event::SheetsBegun("Reading register.xlsx".into());
    let desk = Desk::new().after(reading);
    let screen = Screen::at(&desk, "#/import");
    screen.shows("Reading register.xlsx\u{2026}");
    screen.button("Stop");
    let desk = desk.after(Event::SheetsEnded(None));
    Screen::at(&desk, "#/import").does_not_show("Reading register.xlsx");
    let writing = Event::SheetsBegun("Writing fife-council.xlsx".into());
    Screen::at(&Desk::with_example().after(writing), "#/export").button("Stop");
    let failed =
        Desk::with_example().after(Event::SheetsEnded(Some("fife-council.xlsx cannot be written: x".into())));
    assert!(
        Screen::at(&failed, "#/export").alerts().join(" ").contains("fife-council.xlsx cannot be written: x")
    );
}
