//! What is read of sound files.

use partnership_risk_core::exchange::table::{HeaderChoice, Source, Table};
use partnership_risk_sheets::reading::read;
use partnership_risk_sheets::workbook::{Place, Remark, Workbook};
use proptest::prelude::{Strategy, any, prop, prop_assert_eq, prop_oneof, proptest};

use crate::made::{Xlsx, escaped, ods, rows};

fn workbook(bytes: &[u8]) -> Workbook {
    read(bytes).expect("a sound file")
}

const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.0%"/><numFmt numFmtId="171" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="14"/><xf numFmtId="171"/><xf numFmtId="46"/></cellXfs></styleSheet>"#;

const CELLS: &str = r#"<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2"><v>0.30000000000000004</v></c><c r="D2" s="1"><v>0.07</v></c><c r="E2" s="2"><v>0.125</v></c></row><row r="5"><c r="A5" s="3"><v>46112</v></c><c r="B5" s="4"><v>46112.5</v></c><c r="C5" s="5"><v>1.5</v></c><c r="D5" t="b"><v>1</v></c><c r="E5" t="e"><v>#REF!</v></c><c r="F5" t="inlineStr"><is><r><t xml:space="preserve">in </t></r><r><t>line</t></r></is></c><c r="G5" t="str"><f>A1&amp;""</f><v>a &amp; b</v></c><c r="H5" s="1"/></row>"#;

#[test]
fn cells_of_excel_are_typed_as_a_careful_person_would() {
    let strings = "<sst><si><t xml:space=\"preserve\">Partner’s\nfailure</t></si></sst>".to_owned();
    let xlsx = Xlsx { styles: STYLES.to_owned(), strings, ..Xlsx::of(CELLS) };
    let read = workbook(&xlsx.bytes());
    let expected = [
        (2, vec!["Partner’s\nfailure", "", "0.3", "7%", "12.5%"]),
        (5, vec!["2026-03-31", "2026-03-31 12:00", "36:00", "TRUE", "#REF!", "in line", "a & b"]),
    ];
    assert_eq!(rows(&read.sheets[0]), expected);
    assert_eq!(read.sheets[0].remarks, [Remark::Errors(1, Place { row: 4, column: 4 })]);
}

#[test]
fn days_of_the_system_of_1904_are_the_same_days() {
    let cells = r#"<row r="1"><c r="A1" s="3"><v>44650</v></c></row>"#;
    let xlsx =
        Xlsx { styles: STYLES.to_owned(), properties: r#"<workbookPr date1904="1"/>"#, ..Xlsx::of(cells) };
    assert_eq!(rows(&workbook(&xlsx.bytes()).sheets[0]), [(1, vec!["2026-03-31"])]);
}

#[test]
fn hidden_sheets_and_merged_cells_are_told_and_charts_are_no_sheets() {
    let mut xlsx = Xlsx::of("");
    let merged = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="B4:C5"/><mergeCell ref="A2:C2"/></mergeCells></worksheet>"#;
    xlsx.sheets.push(("Old &amp; gone".to_owned(), "veryHidden", merged.to_owned()));
    let read = workbook(&xlsx.bytes());
    let told: Vec<(&str, &[Remark])> =
        read.sheets.iter().map(|sheet| (sheet.name.as_str(), &sheet.remarks[..])).collect();
    let remarks = [Remark::Hidden, Remark::Merged(2, Place { row: 1, column: 0 })];
    assert_eq!(told, [("Risks", &[][..]), ("Old & gone", &remarks[..])]);
}

const STYLES_OF_ODS: &str = r#"<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>"#;

const TABLES: &str = r#"<table:table table:name="Risks" table:style-name="ta1"><table:shapes><table:table-row><table:table-cell><text:p>no</text:p></table:table-cell></table:table-row></table:shapes>
<table:table-column table:number-columns-repeated="16384"/>
<table:table-header-rows><table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>A<text:s text:c="2"/>&amp;<text:span>b</text:span></text:p><text:p>c</text:p><office:annotation><text:p>no</text:p></office:annotation></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="0.30000000000000004"><text:p>0.30</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16381"/></table:table-row></table:table-header-rows>
<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="percentage" office:value="0.07"><text:p>7%</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-03-31T00:00:00"><text:p>31/03/26</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="time" office:time-value="PT14H05M00S"/><table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell><table:table-cell office:value-type="currency" office:value="12.5" table:number-columns-repeated="2"><text:p>£12.50</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
<table:table table:name="Old" table:style-name="ta2"/>"#;

#[test]
fn cells_of_libreoffice_are_typed_as_those_of_excel() {
    let read = workbook(&ods(STYLES_OF_ODS, TABLES));
    let row = vec!["7%", "2026-03-31", "TRUE", "14:05", "#REF!", "12.5", "12.5"];
    let expected = [(1, vec!["A  &b\nc", "", "0.3"]), (5, row.clone()), (6, row)];
    assert_eq!(rows(&read.sheets[0]), expected);
    let merged = Remark::Merged(1, Place { row: 0, column: 0 });
    assert_eq!(read.sheets[0].remarks, [merged, Remark::Errors(2, Place { row: 4, column: 4 })]);
    assert_eq!((read.sheets[1].name.as_str(), &read.sheets[1].remarks[..]), ("Old", &[Remark::Hidden][..]));
}

#[test]
fn what_stands_behind_a_spreadsheet_is_what_stands_behind_any_table() {
    let cells = r#"<row r="1"><c r="A1" t="str"><v>Our register</v></c></row><row r="3"><c r="A3" t="str"><v>Risk</v></c><c r="B3" t="str"><v>Likelihood</v></c></row><row r="4"><c r="A4" t="str"><v>Flood</v></c><c r="B4"><v>3</v></c></row>"#;
    let grid = workbook(&Xlsx::of(cells).bytes()).sheets.remove(0).grid;
    let table = Table::new(grid, HeaderChoice::Guess, Vec::new(), Source::Sheet("Risks".to_owned()));
    assert_eq!(table.headers(), ["Risk", "Likelihood"]);
    assert_eq!((table.rows(), table.number(0), table.cell(0, 0), table.cell(0, 1)), (1, 4, "Flood", "3"));
}

/// A value and what it is typed as.
#[derive(Clone, Debug)]
enum Value {
    Nothing,
    Text(String),
    Pence(i32),
    Day(u16),
    Truth(bool),
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        proptest::prelude::Just(Value::Nothing),
        "[a-zA-Z£’é😀&<>\" =+@-]{0,8}[a-z]".prop_map(Value::Text),
        any::<i32>().prop_map(Value::Pence),
        (61..60_000u16).prop_map(Value::Day),
        any::<bool>().prop_map(Value::Truth),
    ]
}

fn grid() -> impl Strategy<Value = Vec<Vec<Value>>> {
    prop::collection::vec(prop::collection::vec(value(), 0..7), 0..9)
}

/// The day so many days after 30 December 1899.
fn day(serial: u16) -> String {
    const MILLISECONDS_A_DAY: i64 = 86_400_000;
    const DAYS_TO_1970: i64 = 25_569;
    let moment = (i64::from(serial) - DAYS_TO_1970) * MILLISECONDS_A_DAY;
    partnership_risk_core::date::Date::of_moment(moment).expect("within the calendar").to_string()
}

fn typed(value: &Value) -> String {
    match value {
        Value::Nothing => String::new(),
        Value::Text(text) => text.clone(),
        Value::Pence(pence) => (f64::from(*pence) / 100.0).to_string(),
        Value::Day(serial) => day(*serial),
        Value::Truth(value) => value.to_string().to_uppercase(),
    }
}

/// The rows as they should be read: without empty ones, and without empty cells at their ends.
fn expected(grid: &[Vec<Value>]) -> Vec<(usize, Vec<String>)> {
    let row = |row: &Vec<Value>| {
        let cells: Vec<String> = row.iter().map(typed).collect();
        let filled = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        cells[..filled].to_vec()
    };
    (1..).zip(grid.iter().map(row)).filter(|(_, row)| !row.is_empty()).collect()
}

fn found(bytes: &[u8]) -> Vec<(usize, Vec<String>)> {
    let read = workbook(bytes);
    let own = |(number, row): (usize, Vec<&str>)| (number, row.into_iter().map(str::to_owned).collect());
    rows(&read.sheets[0]).into_iter().map(own).collect()
}

fn as_xlsx(grid: &[Vec<Value>]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let date = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
    for (row, r) in grid.iter().zip(0..) {
        for (value, c) in row.iter().zip(0..) {
            let written = match value {
                Value::Nothing => continue,
                Value::Text(text) => sheet.write_string(r, c, text),
                Value::Pence(pence) => sheet.write_number(r, c, f64::from(*pence) / 100.0),
                Value::Day(serial) => sheet.write_number_with_format(r, c, f64::from(*serial), &date),
                Value::Truth(value) => sheet.write_boolean(r, c, *value),
            };
            written.expect("a spreadsheet can hold it");
        }
    }
    book.save_to_buffer().expect("it is small")
}

fn as_ods(grid: &[Vec<Value>]) -> Vec<u8> {
    let cell = |value: &Value| match value {
        Value::Nothing => "<table:table-cell/>".to_owned(),
        Value::Text(text) => {
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
                escaped(text)
            )
        }
        Value::Pence(pence) => {
            format!(
                "<table:table-cell office:value-type=\"float\" office:value=\"{}\"/>",
                f64::from(*pence) / 100.0
            )
        }
        Value::Day(serial) => {
            format!("<table:table-cell office:value-type=\"date\" office:date-value=\"{}\"/>", day(*serial))
        }
        Value::Truth(value) => {
            format!("<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"{value}\"/>")
        }
    };
    let row = |row: &Vec<Value>| {
        format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>())
    };
    ods(
        "",
        &format!("<table:table table:name=\"S\">{}</table:table>", grid.iter().map(row).collect::<String>()),
    )
}

proptest! {
    #[test]
    fn any_grid_comes_back_from_excel(grid in grid()) {
        prop_assert_eq!(found(&as_xlsx(&grid)), expected(&grid));
    }

    #[test]
    fn any_grid_comes_back_from_libreoffice(grid in grid()) {
        prop_assert_eq!(found(&as_ods(&grid)), expected(&grid));
    }
}
