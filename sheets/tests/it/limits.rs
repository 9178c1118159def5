//! Files that are too much, or no spreadsheets, or say what is not so: each is refused with the reason, soon.

use std::time::{Duration, Instant};

use partnership_risk_sheets::reading::{MOST_CELLS, MOST_LISTED, MOST_PARTS, MOST_SHEETS, Refusal, read};
use partnership_risk_sheets::workbook::Place;

use crate::made::{Xlsx, ods, rows, zipped};

/// What a file that only costs time may cost, on a machine that does other things too.
const SOON: Duration = Duration::from_secs(20);

fn refused(bytes: &[u8]) -> String {
    let begun = Instant::now();
    let words = read(bytes).expect_err("it is too much").to_string();
    assert!(begun.elapsed() < SOON, "{words}: {:?}", begun.elapsed());
    words
}

#[test]
fn what_is_no_spreadsheet_is_named() {
    const OLD: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for (bytes, words) in [
        (Vec::new(), "the file is empty"),
        (b"Risk,Impact\n".to_vec(), "this is no spreadsheet; save the register as .xlsx, .ods or .csv"),
        (zipped(&[("notes.txt", b"x")]), "this is no spreadsheet; save the register as .xlsx, .ods or .csv"),
        (
            zipped(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")]),
            "this is no spreadsheet; save the register as .xlsx, .ods or .csv",
        ),
        (
            zipped(&[("_rels/.rels", b"<x/>"), ("xl/workbook.bin", b"x")]),
            "this is a binary workbook (.xlsb); open it in Excel and save it as .xlsx",
        ),
        (
            [OLD, &wide("EncryptedPackage")].concat(),
            "the file is protected by a password; open it in Excel or LibreOffice and save a copy without one",
        ),
        (
            [OLD, &wide("Workbook")].concat(),
            "this is a workbook of the old Excel (.xls); open it in Excel and save it as .xlsx",
        ),
        (
            [OLD, &wide("WordDocument")].concat(),
            "this is a file of the old Office; open it in Excel and save the register as .xlsx",
        ),
        (
            vec![b'P'; 10 * 1024 * 1024 + 1],
            "the file is larger than 10 MB; keep only the sheet with the risks",
        ),
    ] {
        assert_eq!(refused(&bytes), words);
    }
}

#[test]
fn an_encrypted_file_of_libreoffice_is_one_with_a_password() {
    let manifest = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let mime = b"application/vnd.oasis.opendocument.spreadsheet";
    let parts: [(&str, &[u8]); 3] =
        [("mimetype", mime), ("META-INF/manifest.xml", manifest), ("content.xml", b"\x8f\x01\xff")];
    assert_eq!(read(&zipped(&parts)), Err(Refusal::Password));
}

#[test]
fn one_cell_at_the_end_of_the_sheet_costs_nothing() {
    let whole = Xlsx::of(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#).bytes();
    assert!(whole.len() < 1_600, "{}", whole.len());
    let place = Place { row: 1_048_575, column: 16_383 };
    assert_eq!(read(&whole), Err(Refusal::TooManyColumns("Risks".to_owned(), place)));
    let last_row = Xlsx::of(r#"<row r="1048576"><c r="B1048576"><v>1</v></c></row>"#).bytes();
    let workbook = read(&last_row).expect("one cell");
    assert_eq!(rows(&workbook.sheets[0]), [(1_048_576, vec!["", "1"])]);
}

#[test]
fn what_a_sheet_says_of_its_size_is_not_believed() {
    let mut xlsx = Xlsx::of("");
    xlsx.sheets[0].2 = r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#.to_owned();
    let workbook = read(&xlsx.bytes()).expect("one cell");
    assert_eq!(rows(&workbook.sheets[0]), [(1, vec!["1"])]);
}

#[test]
fn repetitions_of_libreoffice_count_before_they_are_made() {
    let cell = |columns: u32, rows: u32| {
        ods(
            "",
            &format!(
                r#"<table:table table:name="S"><table:table-row table:number-rows-repeated="{rows}"><table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" office:value="1"/></table:table-row></table:table>"#
            ),
        )
    };
    let wide = refused(&cell(u32::MAX, 1));
    assert_eq!(
        wide,
        "the sheet “S” has something in GS1; nothing to the right of column GR is read, so clear it"
    );
    assert_eq!(
        refused(&cell(200, u32::MAX)),
        "the workbook has more than 250000 cells with something in them, which shows at A1251 of the sheet “S”; keep only the sheet with the risks"
    );
    assert_eq!(refused(&cell(2, 50_001)), "the sheet “S” has more than 50000 rows, the most that are read");
    assert!(read(&cell(2, 50_000)).is_ok());
}

#[test]
fn what_inflates_too_far_is_refused_before_it_is_read() {
    let blanks = vec![b' '; 200 * 1024 * 1024];
    let mut parts = Xlsx::of("").parts();
    parts.retain(|(name, _)| name != "xl/worksheets/sheet1.xml");
    let mut parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    parts.push(("xl/worksheets/sheet1.xml", &blanks));
    let bomb = zipped(&parts);
    assert!(bomb.len() < 220_000, "{}", bomb.len());
    assert_eq!(
        refused(&bomb),
        "the file would take more than 50 MB once it is unpacked, which shows at its part “xl/worksheets/sheet1.xml”; keep only the sheet with the risks"
    );
    assert_eq!(
        refused(&zipped(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", &blanks)
        ])),
        "the file would take more than 50 MB once it is unpacked, which shows at its part “content.xml”; keep only the sheet with the risks"
    );
}

#[test]
fn a_part_that_lies_about_its_size_is_damaged() {
    let honest = Xlsx::of(r#"<row r="1"><c r="A1"><v>1</v></c></row>"#).bytes();
    assert!(read(&honest).is_ok());
    for lie in [0u32, 1, 7_000_000, u32::MAX - 1] {
        let mut bytes = honest.clone();
        // The size stands 24 bytes into each entry of the directory at the end (APPNOTE.TXT 4.3.12).
        let starts: Vec<usize> =
            (0..bytes.len() - 4).filter(|&at| bytes[at..].starts_with(b"PK\x01\x02")).collect();
        for at in starts {
            bytes[at + 24..at + 28].copy_from_slice(&lie.to_le_bytes());
        }
        assert!(refused(&bytes).starts_with("the file is damaged"), "{lie}");
    }
}

#[test]
fn parts_are_few_and_have_names_of_their_own() {
    let names: Vec<String> = (0..10_000).map(|n| format!("{n}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    assert_eq!(
        refused(&zipped(&parts)),
        "the file is made of 10000 parts; a spreadsheet of at most 200 is read"
    );
    let few = &parts[..MOST_PARTS];
    assert_eq!(read(&zipped(few)), Err(Refusal::NoSpreadsheet));
    let mut twice = zipped(&[("_rels/.rels", b"<x/>"), ("_rels/.relz", b"<x/>")]);
    for at in 0..twice.len() {
        if twice[at..].starts_with(b".relz") {
            twice[at + 4] = b's';
        }
    }
    assert_eq!(read(&twice), Err(Refusal::RepeatedParts));
}

#[test]
fn cells_beyond_the_most_are_refused_over_all_sheets() {
    let sheet = |n: usize| {
        let cells: String = (0..n).map(|_| "<c><v>1</v></c>").collect();
        let rows = format!("<row>{cells}</row>").repeat(MOST_CELLS / 2 / n);
        ("S".to_owned(), "visible", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"))
    };
    let mut xlsx = Xlsx::of("");
    xlsx.sheets = vec![sheet(100), sheet(100)];
    xlsx.sheets[1].0 = "T".to_owned();
    assert!(read(&xlsx.bytes()).is_ok());
    let one_more = (
        "U".to_owned(),
        "visible",
        "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>",
    );
    xlsx.sheets.push((one_more.0, one_more.1, one_more.2.to_owned()));
    assert!(refused(&xlsx.bytes()).starts_with("the workbook has more than 250000 cells"));
}

#[test]
fn sheets_that_are_one_part_many_times_over_come_to_an_end() {
    let mut xlsx = Xlsx::of("");
    xlsx.sheets[0].2 =
        format!("<worksheet><sheetData>{}</sheetData></worksheet>", "<row/>".repeat(1_000_000));
    let mut parts = xlsx.parts();
    for (name, text) in &mut parts {
        if name == "xl/workbook.xml" {
            let sheet = |n: usize| format!(r#"<sheet name="S{n}" r:id="rId1"/>"#);
            *text = format!(
                "<workbook><sheets>{}</sheets></workbook>",
                (0..MOST_SHEETS).map(sheet).collect::<String>()
            );
        }
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    assert_eq!(read(&zipped(&parts)), Err(Refusal::TooMuchWork));
}

#[test]
fn empty_cells_without_end_come_to_an_end() {
    let cells = format!("<row>{}</row>", "<c/>".repeat(MOST_LISTED + 1));
    assert_eq!(read(&Xlsx::of(&cells).bytes()), Err(Refusal::TooMuchWork));
}

#[test]
fn too_many_sheets_and_none_are_refused() {
    let mut xlsx = Xlsx::of("");
    let one = xlsx.sheets[0].clone();
    xlsx.sheets = (0..=MOST_SHEETS).map(|n| (format!("S{n}"), one.1, one.2.clone())).collect();
    assert_eq!(refused(&xlsx.bytes()), "the workbook has 101 sheets; one of at most 100 is read");
    xlsx.sheets.clear();
    assert_eq!(refused(&xlsx.bytes()), "the workbook has no sheet with cells");
    assert_eq!(refused(&ods("", "")), "the workbook has no sheet with cells");
}

#[test]
fn styles_without_end_are_refused() {
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(500_001));
    let xlsx = Xlsx { styles, ..Xlsx::of("") };
    assert_eq!(read(&xlsx.bytes()), Err(Refusal::TooManyStyles));
}

/// The "billion laughs" of 2002: each entity is ten of the one before.
fn laughs() -> String {
    let entity = |n: usize| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10));
    format!("<!DOCTYPE w [<!ENTITY l0 \"lol\">{}]>", (1..10).map(entity).collect::<String>())
}

#[test]
fn entities_of_a_file_are_never_expanded() {
    let mut xlsx = Xlsx::of("");
    let cells = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>"#;
    xlsx.sheets[0].2 = format!("{}<worksheet><sheetData>{cells}</sheetData></worksheet>", laughs());
    match read(&xlsx.bytes()) {
        Ok(workbook) => assert!(workbook.sheets[0].grid.cell(0, 0).len() < 10),
        Err(refusal) => assert_eq!(refusal, Refusal::DamagedSheet("Risks".to_owned())),
    }
    let table = r#"<table:table table:name="S"><table:table-row><table:table-cell><text:p>a&l9;b</text:p></table:table-cell></table:table-row></table:table>"#;
    let content = format!("{}<office:spreadsheet>{table}</office:spreadsheet>", laughs());
    let parts: [(&str, &[u8]); 2] = [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ];
    let workbook = read(&zipped(&parts)).expect("an unknown entity is nothing");
    assert_eq!(rows(&workbook.sheets[0]), [(1, vec!["ab"])]);
}

#[test]
fn elements_within_elements_without_end_are_read_or_refused() {
    let deep = "<a>".repeat(1_000_000);
    let mut xlsx = Xlsx::of("");
    for xml in [format!("<worksheet>{deep}"), format!("<worksheet><sheetData><row><c>{deep}"), deep.clone()] {
        xlsx.sheets[0].2 = xml;
        assert_eq!(refused(&xlsx.bytes()), Refusal::DamagedSheet("Risks".to_owned()).to_string());
    }
    let cell = format!("<table:table table:name=\"S\"><table:table-row><table:table-cell>{deep}");
    assert_eq!(read(&ods("", &cell)), Err(Refusal::DamagedPart("content.xml".to_owned())));
    let xlsx = Xlsx { strings: format!("<sst><si>{deep}"), ..Xlsx::of("") };
    assert_eq!(read(&xlsx.bytes()), Err(Refusal::Damaged));
}
