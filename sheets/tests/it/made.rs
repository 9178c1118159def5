//! Spreadsheets made for tests, part by part, so that each test sees what is in them.

use std::io::{Cursor, Write as _};

use partnership_risk_core::exchange::grid::Grid;
use partnership_risk_sheets::workbook::Sheet;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A file of these parts.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("it is in memory");
        writer.write_all(bytes).expect("it is in memory");
    }
    writer.finish().expect("it is in memory").into_inner()
}

/// What is common to all workbooks of Excel.
pub const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKSHEET: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

/// The parts of a workbook of Excel.
pub struct Xlsx {
    /// Names, states and the whole XML of the sheets.
    pub sheets: Vec<(String, &'static str, String)>,
    /// What stands before the list of sheets.
    pub properties: &'static str,
    /// The styles.
    pub styles: String,
    /// The texts that cells share.
    pub strings: String,
}

impl Xlsx {
    /// One sheet with this XML in its `sheetData`.
    pub fn of(cells: &str) -> Self {
        let sheet =
            ("Risks".to_owned(), "visible", format!("<worksheet><sheetData>{cells}</sheetData></worksheet>"));
        Self { sheets: vec![sheet], properties: "", styles: String::new(), strings: String::new() }
    }

    /// Its parts by name.
    pub fn parts(&self) -> Vec<(String, String)> {
        let mut parts = vec![("_rels/.rels".to_owned(), RELATIONS.to_owned())];
        let (mut list, mut relations) = (String::new(), String::new());
        for ((name, state, xml), n) in self.sheets.iter().zip(1..) {
            list += &format!(r#"<sheet name="{name}" sheetId="{n}" state="{state}" r:id="rId{n}"/>"#);
            relations += &format!(
                r#"<Relationship Id="rId{n}" Type="{WORKSHEET}" Target="worksheets/sheet{n}.xml"/>"#
            );
            parts.push((format!("xl/worksheets/sheet{n}.xml"), xml.clone()));
        }
        let book = format!("<workbook>{}<sheets>{list}</sheets></workbook>", self.properties);
        parts.push(("xl/workbook.xml".to_owned(), book));
        parts.push((
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships>{relations}</Relationships>"),
        ));
        for (name, text) in [("xl/styles.xml", &self.styles), ("xl/sharedStrings.xml", &self.strings)] {
            if !text.is_empty() {
                parts.push((name.to_owned(), text.clone()));
            }
        }
        parts
    }

    /// It as a file.
    pub fn bytes(&self) -> Vec<u8> {
        let parts = self.parts();
        let parts: Vec<(&str, &[u8])> =
            parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
        zipped(&parts)
    }
}

/// A workbook of LibreOffice with this XML for its tables, and these styles.
pub fn ods(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// The rows of a sheet with their numbers.
pub fn rows(sheet: &Sheet) -> Vec<(usize, Vec<&str>)> {
    let grid: &Grid = &sheet.grid;
    (0..grid.rows()).map(|row| (grid.number(row), grid.cells(row).collect())).collect()
}

/// A text as XML has it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
