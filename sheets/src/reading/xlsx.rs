//! Workbooks of Excel, by the streaming reader of calamine, which is given a file of our own making: only the parts that
//! matter, inflated already, and a budget of what may be read of them.

use calamine::{DataRef, Reader, Sheet as Listed, SheetType, SheetVisible, Xlsx, XlsxError};

use super::budget::{Budget, Metered};
use super::laying::{Allowance, Laying};
use super::package::{Package, Part};
use super::{MOST_LISTED, MOST_SHEETS, Refusal, typed};
use crate::workbook::{Place, Remark, Sheet, Workbook};

/// How often all of a file may be read: once for its cells, once for what is merged, and again for what lies between.
const TIMES: usize = 3;
/// And what may be read besides, for the list of parts.
const BESIDES: usize = 1024 * 1024;

/// Reads all sheets of a workbook.
pub(super) fn read(package: Package) -> Result<Workbook, Refusal> {
    let has_merged = package.parts().iter().any(merges);
    let bytes = package.repacked();
    let budget = Budget::of(bytes.len() * TIMES + BESIDES);
    let allowance = Allowance::whole();
    let mut reading = Reading { has_merged, allowance, left: MOST_LISTED, budget: budget.clone() };
    let opened = Xlsx::new(Metered::new(bytes, budget.clone()));
    let mut xlsx = opened.map_err(|_| reading.refusal(Refusal::Damaged))?;
    let listed: Vec<Listed> = xlsx.sheets_metadata().to_vec();
    if listed.len() > MOST_SHEETS {
        return Err(Refusal::TooManySheets(listed.len()));
    }
    let cells = listed.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let sheets: Result<Vec<Sheet>, Refusal> = cells.map(|sheet| reading.sheet(&mut xlsx, sheet)).collect();
    Ok(Workbook { sheets: sheets? })
}

/// Whether a part may say that cells are merged, which stands after all its cells.
fn merges(part: &Part) -> bool {
    const WORD: &[u8] = b"mergeCell";
    const END: &[u8] = b"sheetData>";
    let end = part.bytes.windows(END.len()).rposition(|window| window == END);
    end.is_some_and(|end| part.bytes[end..].windows(WORD.len()).any(|window| window == WORD))
}

struct Reading {
    has_merged: bool,
    allowance: Allowance,
    /// How many cells the sheets may still list, empty ones included.
    left: usize,
    budget: Budget,
}

type Book = Xlsx<Metered>;

impl Reading {
    /// What to say of an error: that the budget is spent, or else what the place suggests.
    fn refusal(&self, otherwise: Refusal) -> Refusal {
        if self.budget.is_spent() { Refusal::TooMuchWork } else { otherwise }
    }

    fn sheet(&mut self, xlsx: &mut Book, listed: &Listed) -> Result<Sheet, Refusal> {
        let name = &listed.name;
        let mut remarks = Vec::new();
        if listed.visible != SheetVisible::Visible {
            remarks.push(Remark::Hidden);
        }
        if self.has_merged {
            let merged = xlsx.merge_cells_by_sheet_name(name);
            let merged = merged.map_err(|_| self.refusal(Refusal::DamagedSheet(name.clone())))?;
            let first = merged.iter().map(|area| Place { row: area.start.0, column: area.start.1 }).min();
            remarks.extend(first.map(|place| Remark::Merged(merged.len() as u32, place)));
        }
        let mut laying = Laying::new(name.clone(), &mut self.allowance);
        match lay(xlsx, &mut laying, &mut self.left) {
            Ok(()) => laying.done(remarks),
            Err(Fault::Limit(refusal)) => Err(refusal),
            Err(Fault::Xlsx) => Err(self.refusal(Refusal::DamagedSheet(name.clone()))),
        }
    }
}

/// What ends the reading of a sheet.
enum Fault {
    /// A limit is broken.
    Limit(Refusal),
    /// It cannot be read, or the budget is spent; what exactly calamine says helps nobody.
    Xlsx,
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Limit(refusal)
    }
}

impl From<XlsxError> for Fault {
    fn from(_: XlsxError) -> Self {
        Self::Xlsx
    }
}

/// Lays the cells of the sheet that `laying` is named after.
fn lay(xlsx: &mut Book, laying: &mut Laying, left: &mut usize) -> Result<(), Fault> {
    let name = laying.name().to_owned();
    let mut cells = xlsx.worksheet_cells_reader(&name)?;
    let formats = cells.styles().iter().map(|style| style.number_format.as_ref());
    let shows_percent: Vec<bool> =
        formats.map(|format| format.is_some_and(|format| typed::is_percent(&format.format_code))).collect();
    let is_percent = |style: usize| shows_percent.get(style).copied().unwrap_or(false);
    while let Some((cell, style)) = cells.next_cell_with_style_id()? {
        *left = left.checked_sub(1).ok_or(Refusal::TooMuchWork)?;
        let (row, column) = cell.get_position();
        lay_value(laying, Place { row, column }, cell.get_value(), is_percent(style))?;
    }
    Ok(())
}

fn lay_value(laying: &mut Laying, place: Place, value: &DataRef, is_percent: bool) -> Result<(), Refusal> {
    match value {
        DataRef::Empty => Ok(()),
        DataRef::SharedString(text) => laying.lay(place, text),
        DataRef::String(text) => laying.lay(place, text),
        DataRef::Int(value) => laying.lay(place, &value.to_string()),
        DataRef::Float(value) if is_percent => laying.lay(place, &typed::percent(*value)),
        DataRef::Float(value) => laying.lay(place, &typed::number(*value)),
        DataRef::Bool(value) => laying.lay(place, typed::truth(*value)),
        DataRef::DateTime(moment) => laying.lay(place, &typed::moment(*moment)),
        DataRef::DateTimeIso(text) => laying.lay(place, &typed::iso_moment(text)),
        DataRef::DurationIso(text) => laying.lay(place, &typed::iso_duration(text)),
        DataRef::Error(error) => laying.lay_error(place, &error.to_string()),
    }
}
