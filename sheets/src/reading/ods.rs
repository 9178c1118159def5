//! Workbooks of LibreOffice (OpenDocument 1.3 part 3, chapter 9), read from one part in one pass. Of calamine's reader of
//! them neither the memory nor the time can be bounded, since a cell says how often it repeats: here a repetition counts
//! before anything is made of it.

use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::laying::{Allowance, Laying};
use super::package::Package;
use super::{MOST_SHEETS, Refusal};
use crate::workbook::{Place, Remark, Sheet, Workbook};

mod cell;

use cell::Value;

/// Reads all sheets of a workbook.
pub(super) fn read(package: Package) -> Result<Workbook, Refusal> {
    let content = package.part("content.xml").ok_or(Refusal::NoSpreadsheet)?;
    let text = std::str::from_utf8(&content.bytes).map_err(|_| Refusal::DamagedPart(content.name.clone()))?;
    let mut sheets = Sheets::new(text);
    sheets.read()?;
    Ok(Workbook { sheets: sheets.read })
}

/// Attributes are read as they stand, with the prefixes that all programs use.
fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// How often something repeats; once where it does not say.
fn times(start: &BytesStart, name: &str) -> u32 {
    attribute(start, name).and_then(|n| n.parse().ok()).unwrap_or(1)
}

/// What has cells in it that are none of a sheet's, or is no text of a cell.
fn is_beside(name: &str) -> bool {
    const BESIDE: [&str; 6] = [
        "table:tracked-changes",
        "table:dde-links",
        "table:shapes",
        "office:annotation",
        "table:named-expressions",
        "office:scripts",
    ];
    BESIDE.contains(&name) || name.starts_with("draw:")
}

struct Sheets<'x> {
    xml: Xml<'x>,
    /// Styles of sheets that do not show.
    hiding: HashSet<String>,
    allowance: Allowance,
    read: Vec<Sheet>,
}

/// The events of the part; where they cannot be read, the file is damaged.
struct Xml<'x>(Reader<&'x [u8]>);

impl<'x> Xml<'x> {
    fn new(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self(reader)
    }

    /// The next event, past all that is beside the cells; none at the end.
    fn next(&mut self) -> Result<Option<Event<'x>>, Refusal> {
        loop {
            match self.0.read_event().map_err(|_| damaged())? {
                Event::Eof => return Ok(None),
                Event::Start(start) if is_beside(start.name().as_ref()) => {
                    self.0.read_to_end(start.name()).map_err(|_| damaged())?;
                }
                event => return Ok(Some(event)),
            }
        }
    }

    /// The next event of what must have an end.
    fn within(&mut self) -> Result<Event<'x>, Refusal> {
        self.next()?.ok_or_else(damaged)
    }
}

fn damaged() -> Refusal {
    Refusal::DamagedPart("content.xml".to_owned())
}

impl<'x> Sheets<'x> {
    fn new(text: &'x str) -> Self {
        let xml = Xml::new(text);
        Self { xml, hiding: HashSet::new(), allowance: Allowance::whole(), read: Vec::new() }
    }

    fn read(&mut self) -> Result<(), Refusal> {
        let mut style = None;
        while let Some(event) = self.xml.next()? {
            let Event::Start(start) = event else { continue };
            match start.name().as_ref() {
                "style:style" => style = attribute(&start, "style:name"),
                "style:table-properties"
                    if attribute(&start, "table:display").as_deref() == Some("false") =>
                {
                    self.hiding.extend(style.take());
                }
                "table:table" => self.table(&start)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn table(&mut self, start: &BytesStart) -> Result<(), Refusal> {
        if self.read.len() == MOST_SHEETS {
            return Err(Refusal::TooManySheets(MOST_SHEETS + 1));
        }
        let name = attribute(start, "table:name").unwrap_or_default();
        let is_hidden =
            attribute(start, "table:style-name").is_some_and(|style| self.hiding.contains(&style));
        let laying = Laying::new(name, &mut self.allowance);
        let mut table = Table { xml: &mut self.xml, laying, row: 0, merged: Vec::new() };
        table.read()?;
        let mut remarks: Vec<Remark> = is_hidden.then_some(Remark::Hidden).into_iter().collect();
        let merged = table.merged.first().map(|first| Remark::Merged(table.merged.len() as u32, *first));
        remarks.extend(merged);
        self.read.push(table.laying.done(remarks)?);
        Ok(())
    }
}

/// A sheet on its way.
struct Table<'x, 's> {
    xml: &'s mut Xml<'x>,
    laying: Laying<'s>,
    row: u32,
    merged: Vec<Place>,
}

impl Table<'_, '_> {
    fn read(&mut self) -> Result<(), Refusal> {
        loop {
            match self.xml.within()? {
                Event::Start(start) if start.name().as_ref() == "table:table-row" => self.row(&start)?,
                Event::End(end) if end.name().as_ref() == "table:table" => return Ok(()),
                _ => {}
            }
        }
    }

    fn row(&mut self, start: &BytesStart) -> Result<(), Refusal> {
        let repeats = times(start, "table:number-rows-repeated");
        let mut cells = Vec::new();
        let mut column = 0u32;
        loop {
            match self.xml.within()? {
                Event::Start(start) if cell::is_one(start.name().as_ref()) => {
                    let many = times(&start, "table:number-columns-repeated");
                    self.note_merged(&start, column);
                    let value = cell::read(self.xml, &start)?;
                    if !value.text.is_empty() {
                        self.lay(self.row, column, many, &value)?;
                        cells.push((column, many, value));
                    }
                    column = column.saturating_add(many);
                }
                Event::End(end) if end.name().as_ref() == "table:table-row" => break,
                _ => {}
            }
        }
        self.repeat(repeats, &cells)
    }

    /// The same row again; each cell of each counts.
    fn repeat(&mut self, repeats: u32, cells: &[(u32, u32, Value)]) -> Result<(), Refusal> {
        let again = if cells.is_empty() { 1..1 } else { 1..repeats };
        for more in again {
            for (column, many, value) in cells {
                self.lay(self.row.saturating_add(more), *column, *many, value)?;
            }
        }
        self.row = self.row.saturating_add(repeats);
        Ok(())
    }

    fn lay(&mut self, row: u32, column: u32, many: u32, value: &Value) -> Result<(), Refusal> {
        for column in column..column.saturating_add(many) {
            let place = Place { row, column };
            match value.is_error {
                true => self.laying.lay_error(place, &value.text)?,
                false => self.laying.lay(place, &value.text)?,
            }
        }
        Ok(())
    }

    fn note_merged(&mut self, start: &BytesStart, column: u32) {
        let spans = |name| times(start, name) > 1;
        if spans("table:number-columns-spanned") || spans("table:number-rows-spanned") {
            self.merged.push(Place { row: self.row, column });
        }
    }
}
