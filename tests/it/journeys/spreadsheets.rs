//! Spreadsheets of Excel and LibreOffice, from the file to the register and back.

use std::rc::Rc;

use partnership_risk::app::event::Event;
use partnership_risk::app::model::Model;
use partnership_risk::app::tasks::{self, Received};
use partnership_risk::app::world::memory::{self, OfferedFiles, all_told};
use partnership_risk_core::date::Date;
use partnership_risk_core::example::marlshire;
use partnership_risk_core::exchange::import::Repeats;
use partnership_risk_core::exchange::kind::Kind;
use partnership_risk_core::exchange::outgoing::Outgoing;
use partnership_risk_core::register::{Register, Stage};
use partnership_risk_sheets::book::{About, Book, Cell, Column, Kind as Holds, Sheet};
use partnership_risk_sheets::writing;

use crate::desk::{Desk, FIFE_CSV};

/// A workbook with these sheets after its notes, the first row of each the names of its columns.
pub fn workbook(sheets: &[(&str, Vec<Vec<Cell>>)]) -> Vec<u8> {
    let about = About {
        title: "T".into(),
        subject: "S".into(),
        made: Date::new(2026, 3, 31).expect("a day"),
        notes: Vec::new(),
    };
    let sheet = |(name, rows): &(&str, Vec<Vec<Cell>>)| Sheet {
        name: (*name).to_owned(),
        heading: "All of it".to_owned(),
        columns: rows[0].iter().map(column).collect(),
        rows: rows[1..].to_vec(),
    };
    let book = Book::new(about, sheets.iter().map(sheet).collect()).expect("a spreadsheet can hold it");
    writing::write(&book).expect("it is small")
}

fn column(name: &Cell) -> Column {
    let Cell::Text(name) = name else { unreachable!("names are text") };
    Column { name: name.clone(), kind: Holds::Text, width: 20 }
}

/// Lines of comma-separated text as rows of cells: numbers as numbers, days as days.
pub fn rows(text: &str) -> Vec<Vec<Cell>> {
    let cell = |text: &str| match (text.parse(), Date::read(text)) {
        _ if text.is_empty() => Cell::Empty,
        (Ok(number), _) => Cell::Number(number),
        (_, Ok(date)) => Cell::Date(date),
        _ => Cell::Text(text.to_owned()),
    };
    text.lines().map(|line| line.split(',').map(cell).collect()).collect()
}

/// The file of a register with all its tables.
fn exported(register: &Register) -> (String, Vec<u8>) {
    let files = Rc::new(OfferedFiles::default());
    let mut world = Desk::new().world;
    world.files = files.clone();
    let told = all_told(|tell| tasks::offer_workbook(&world, register, move |event| tell(event)));
    assert!(matches!(told[..], [Event::SheetsBegun(_), Event::SheetsEnded(None)]), "{told:?}");
    files.1.take().pop().expect("a file")
}

#[test]
fn the_sheet_with_the_risks_is_found_and_comes_in_as_csv_does() {
    const RISKS: &str =
        "Ref,Risk,Likelihood (1-5),Impact (1-5),Review\nR1,Flood,4,3,2027-04-03\nR2,Fire,2,5,\n";
    let file =
        workbook(&[("Cover", rows("Prepared for,Board\nSomebody,Many")), ("Register 2026", rows(RISKS))]);
    let by_sheet = Desk::new().chooses("register.xlsx", &file);
    assert_eq!(by_sheet.import().table.sheet(), Some("Register 2026"));
    let by_sheet = by_sheet.agrees();
    let by_text = Desk::new().chooses("register.csv", RISKS.as_bytes()).agrees();
    assert_eq!(by_sheet.scores(), [12.0, 10.0]);
    let csv = |desk: &Desk| Outgoing::Risks.csv(desk.register());
    assert_eq!(csv(&by_sheet), csv(&by_text));
}

#[test]
fn fife_comes_in_from_a_workbook_with_its_published_totals() {
    let file = workbook(&[("Risks", rows(&FIFE_CSV.replace('"', "").replace(", ", " ")))]);
    let desk = Desk::new().chooses("fife.xlsx", &file).agrees();
    assert_eq!((desk.register().risks().len(), desk.refusal()), (11, None));
    assert_eq!(
        desk.risk("Strategic").ratings.at(Stage::Current).map(|r| (r.likelihood.value(), r.impact.value())),
        Some((4.1, 3.9))
    );
}

#[test]
fn days_in_real_date_cells_are_never_asked_about() {
    let file =
        workbook(&[("Losses", rows("Loss,Date,Cost\nClaim,2025-04-03,500\nFlood,2025-06-05,900.5\n"))]);
    let desk = Desk::new().chooses("losses.xlsx", &file);
    assert_eq!(desk.import().mapping.kind, Kind::Losses);
    assert!(!desk.import().mapping.asks_for_dates(&desk.import().table));
    let desk = desk.agrees();
    let days: Vec<String> = desk.register().losses().iter().map(|loss| loss.date.to_string()).collect();
    assert_eq!(days, ["2025-04-03", "2025-06-05"]);
}

#[test]
fn a_problem_names_the_sheet_and_the_cell() {
    let file = workbook(&[("Risks", rows("Risk,Likelihood (1-5),Impact (1-5)\nFlood,9,3\nFire,2,\n,1,1"))]);
    let told = Desk::new().chooses("register.xlsx", &file).told();
    for said in [
        "sheet \u{201c}Risks\u{201d}, cell B3, row 3, column \u{201c}Likelihood (1-5)\u{201d}: \u{201c}9\u{201d} is above 5",
        "sheet \u{201c}Risks\u{201d}, cell B4, row 4",
        "sheet \u{201c}Risks\u{201d}, cell A5, row 5, column \u{201c}Risk\u{201d}: the risk has no words",
    ] {
        assert!(told.iter().any(|line| line.starts_with(said)), "{said} is not in {told:#?}");
    }
}

#[test]
fn rows_of_a_sheet_end_where_they_end_and_what_stands_beside_them_is_told() {
    let mut cells =
        rows("Risk,Likelihood (1-5),Impact (1-5),Owner,\u{a0}\nFlood,2,3,,\nFire,2,3,,see minutes");
    cells[0][4] = Cell::Text("\u{a0}x".to_owned());
    let desk = Desk::new().chooses("register.xlsx", &workbook(&[("Risks", cells)]));
    assert!(desk.told().iter().all(|line| !line.contains("cells but there are")), "{:#?}", desk.told());
    assert!(desk.preview().change().is_some());
}

#[test]
fn another_sheet_takes_the_place_of_the_first_with_what_was_agreed_on_for_its_columns() {
    let both = [
        ("Risks", rows("Risk,Likelihood (1-5),Impact (1-5)\nFlood,4,3")),
        ("Losses", rows("Loss,Date,Cost\nClaim,2025-04-03,500")),
    ];
    let desk = Desk::new().chooses("both.xlsx", &workbook(&both));
    let stamp = desk.import().stamp;
    assert_eq!(desk.import().mapping.kind, Kind::Risks);
    let desk = desk.chooses_sheet(2);
    assert_eq!((desk.import().mapping.kind, desk.import().stamp), (Kind::Losses, stamp));
    let desk = desk.agrees();
    assert_eq!((desk.register().losses().len(), desk.register().risks().len()), (1, 0));
}

#[test]
fn a_workbook_that_cannot_be_used_is_refused_in_words_and_changes_nothing() {
    let whole = workbook(&[("Risks", rows("Risk\nFlood"))]);
    let empty = workbook(&[]);
    for (name, bytes, said) in [
        ("cut.xlsx", &whole[..whole.len() / 2], "the file is damaged or was not sent whole"),
        (
            "old.xls",
            &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..],
            "this is a file of the old Office",
        ),
        ("photos.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "is"),
    ] {
        let desk = Desk::with_example().chooses(name, bytes);
        let told = desk.refusal().expect("it is refused");
        assert!(told.starts_with(&format!("{name} cannot be used: ")) && told.contains(said), "{told}");
        assert_eq!((desk.model.at_work.clone(), desk.model.import.clone()), (None, None), "{name}");
    }
    assert_eq!(Desk::new().chooses("notes.xlsx", &empty).import().table.sheet(), Some("Notes"));
}

#[test]
fn where_no_worker_can_be_had_csv_is_asked_for() {
    let world = memory::world();
    let told = all_told(|tell| {
        let file = Received { name: "register.xlsx".into(), bytes: workbook(&[]).into(), on_disk: None };
        tasks::receive(&world, None, file, tell);
    });
    let model = told.into_iter().fold(Model::default(), Model::after);
    assert!(
        format!("{:?}", model.notice).contains("use CSV, which needs no such part"),
        "{:?}",
        model.notice
    );
}

#[test]
fn the_template_of_ciso_assistant_comes_in() {
    // backend/data_wizard/import_templates of github.com/intuitem/ciso-assistant-community: the columns of its sheet.
    let template = "ref_id,name,description,inherent_proba,inherent_impact,inherent_level,existing_controls,\
                    current_proba,current_impact,current_level,additional_controls,residual_proba,\
                    residual_impact,residual_level,treatment,assets\nR01,Partner fails,,3,2,,,2,2,,,1,1,,avoid,erp\n";
    let desk = Desk::new().chooses("risks.xlsx", &workbook(&[("risk_assessment", rows(template))])).agrees();
    let risk = desk.risk("Partner fails");
    let at = |stage| risk.ratings.at(stage).map(|r| (r.likelihood.value(), r.impact.value()));
    let rated = [Stage::Inherent, Stage::Current, Stage::Target].map(at);
    assert_eq!(rated, [Some((3.0, 2.0)), Some((2.0, 2.0)), Some((1.0, 1.0))]);
}

#[test]
fn sheets_of_other_kinds_are_told_by_the_names_of_their_columns() {
    let sheets = [
        ("Partnerships", rows("Partnership,Purpose,Lead officer\nCare,Joint care,A. Officer")),
        ("Controls", rows("Control,State,Cost a year\nAudit,Operating,500")),
        ("Actions", rows("Action,Partnership,Owner,Due\nAgree exit,Care,B,2027-03-31")),
    ];
    let file = workbook(&sheets);
    let mut desk = Desk::new();
    for (place, kind) in [(1, Kind::Partnerships), (2, Kind::Controls), (3, Kind::Actions)] {
        desk = desk.chooses("tables.xlsx", &file).chooses_sheet(place);
        assert_eq!((desk.import().mapping.kind, desk.preview().added()), (kind, 1), "{:#?}", desk.told());
        desk = desk.agrees();
    }
    let register = desk.register();
    let counts = [register.partnerships().len(), register.controls().len(), register.actions().len()];
    assert_eq!(counts, [1, 1, 1]);
}

/// The lines of a table, in order of their text.
fn lines(which: Outgoing, register: &Register) -> Vec<String> {
    let mut lines: Vec<String> = which.csv(register).lines().map(str::to_owned).collect();
    lines.sort();
    lines
}

#[test]
fn a_register_goes_out_as_a_workbook_and_all_that_can_be_comes_in_again() {
    let before = marlshire();
    let (name, file) = exported(&before);
    assert_eq!(name, "marlshire-council.xlsx");
    let mut desk = Desk::with_register(Register::new(before.organisation().clone()));
    let order = [
        Outgoing::Partnerships,
        Outgoing::Risks,
        Outgoing::Controls,
        Outgoing::Actions,
        Outgoing::Losses,
        Outgoing::HealthAnswers,
    ];
    for which in order {
        desk = desk.chooses(&name, &file);
        let (sheets, _) = desk.import().workbook.clone().expect("it is a workbook");
        let place = sheets.sheets.iter().position(|sheet| sheet.name == which.name()).expect("it is there");
        desk = desk.chooses_sheet(place);
        let mut mapping = (*desk.import().mapping).clone();
        mapping.repeats = Repeats::AddAgain;
        desk = desk.after(Event::MappingChanged(Box::new(mapping))).agrees();
        assert!(desk.model.import.is_none(), "{}: {:#?}", which.name(), desk.told());
        if which != Outgoing::Risks {
            assert_eq!(lines(which, desk.register()), lines(which, &before), "{}", which.name());
        }
    }
    assert_eq!(desk.register().risks().len(), before.risks().len());
}
