//! Taking rows in of anything but risks: each row is read column by column, finds its place in the register
//! or is left out, and what comes of all rows is one change. What finding a place means is told for each
//! kind next door in [`super::records`].

use super::finding::{Findings, Trouble};
use super::line::Line;
use super::mapping::Mapping;
use super::places::Places;
use super::preview::{Fate, LeftOut, Preview, RowFate, Stamp};
use super::records::{Misplaced, Settle};
use super::words;
use crate::exchange::columns::{Field, RecordField};
use crate::exchange::fault::Severity;
use crate::exchange::table::Table;
use crate::register::Register;

/// The columns of a kind that the file has, each with where it stands in the file.
struct Columns {
    filled: Vec<(RecordField, usize)>,
    /// Without one of those that are wanted no row means anything.
    are_enough: bool,
}

/// What an import of a table of a kind would do.
pub(super) fn of_records<R: Settle>(
    (table, mapping): (&Table, &Mapping),
    register: &Register,
    findings: Findings,
    stamp: Stamp,
) -> Preview {
    let columns = columns(mapping);
    let mut places = Places::new(register, mapping, stamp);
    let mut preview = Preview { rows: Vec::with_capacity(table.rows()), findings, change: None };
    let rows = if columns.are_enough { table.rows() } else { 0 };
    for row in 0..rows {
        let line = Line { table, mapping, row, findings: &mut preview.findings };
        let fate = fate::<R>(line, &columns.filled, &mut places);
        preview.rows.push(RowFate { row: table.number(row), fate });
    }
    let is_clear = preview.findings.count(Severity::Problem) == 0 && preview.added() > 0;
    preview.change = is_clear.then(|| places.change());
    preview
}

fn columns(mapping: &Mapping) -> Columns {
    let of_kind = || RecordField::of(mapping.kind);
    let column_of = |field: RecordField| mapping.column_of(Field::Record(field));
    Columns {
        filled: of_kind().filter_map(|field| Some((field, column_of(field)?))).collect(),
        are_enough: of_kind().filter(|field| field.is_wanted()).all(|field| column_of(field).is_some()),
    }
}

fn fate<R: Settle>(
    mut line: Line<'_, '_>,
    columns: &[(RecordField, usize)],
    places: &mut Places<'_>,
) -> Fate {
    if let Some(reason) = line.left_out() {
        return Fate::LeftOut(reason);
    }
    let problems = line.findings.count(Severity::Problem);
    let record: R = read(&mut line, columns);
    if line.findings.count(Severity::Problem) > problems {
        return Fate::Faulty;
    }
    match record.settle(places, line.number()) {
        Ok(None) => Fate::Added,
        Ok(Some(row)) => {
            line.report(None, "", Trouble::RepeatedRow(row));
            Fate::Added
        }
        Err(Misplaced::SameThere) => Fate::LeftOut(LeftOut::SameThere),
        Err(Misplaced::Wrong(text, trouble)) => {
            line.report(None, &text, trouble);
            Fate::Faulty
        }
    }
}

/// Everything the row says; what cannot be read is reported.
fn read<R: Settle>(line: &mut Line<'_, '_>, columns: &[(RecordField, usize)]) -> R {
    let mut record = R::blank();
    line.check_width();
    for (field, column) in columns {
        let Some(slot) = R::SLOTS.get(field.place()) else { continue };
        let cell = line.cell(*column);
        let part = (slot.part)(&mut record);
        if cell.is_empty() || (!part.keeps_marks() && words::is_blank(cell)) {
            if field.is_needed() {
                line.report(Some(*column), "", Trouble::NoCell(Field::Record(*field)));
            }
        } else if let Err(unread) = part.read(cell, line.mapping.dates) {
            line.report(Some(*column), cell, Trouble::Unread(unread));
        }
    }
    *record.notes() = line.notes().join("\n");
    record
}
