//! What is wrong with a file and its mapping as a whole, before any row is read.

use super::finding::{Finding, Findings, Trouble, shortened};
use super::mapping::{Home, Mapping, date_cells};
use super::scales::{all_labels, axis_cell};
use super::words;
use crate::exchange::columns::{Column, Field, Reason, RecordField};
use crate::exchange::days;
use crate::exchange::fault::Fault;
use crate::exchange::kind::Kind;
use crate::exchange::table::Table;
use crate::register::{Register, Stage};
use crate::scale::{Axis, Matrix};

/// Everything wrong with the file, the columns and the scales.
pub(super) fn whole_findings(
    table: &Table,
    mapping: &Mapping,
    register: &Register,
    matrix: &Matrix,
) -> Findings {
    let of_file = |fault: &Fault| Finding { row: fault.row(), ..whole(Trouble::File(fault.clone())) };
    let axes = [Axis::Likelihood, Axis::Impact].into_iter();
    let mut findings = Findings::default();
    table
        .faults()
        .iter()
        .map(of_file)
        .chain(no_title(mapping).then(|| whole(Trouble::NoTitleColumn)))
        .chain(missing_columns(mapping))
        .chain(has_no_home(mapping).then(|| whole(Trouble::NoHome)))
        .chain(home_is_over(mapping, register).then(|| whole(Trouble::HomeIsOver)))
        .chain(repeated_fields(&mapping.columns))
        .chain(mapping.columns.iter().filter_map(ambiguous))
        .chain(dates_unclear(table, mapping))
        .chain(Stage::ALL.into_iter().filter_map(|stage| lone_axis(mapping, stage)))
        .chain(axes.filter_map(|axis| steps_differ(table, mapping, matrix, axis)))
        .chain(replaces_matrix(mapping, register).then(|| whole(Trouble::MatrixStands)))
        .for_each(|finding| findings.push(finding));
    findings
}

fn no_title(mapping: &Mapping) -> bool {
    mapping.kind == Kind::Risks && mapping.column_of(Field::Title).is_none()
}

/// The columns without which a table of its kind means nothing.
fn missing_columns(mapping: &Mapping) -> impl Iterator<Item = Finding> {
    let wanted = RecordField::of(mapping.kind).filter(|field| field.is_wanted()).map(Field::Record);
    wanted.filter(|field| mapping.column_of(*field).is_none()).map(|field| whole(Trouble::NoColumn(field)))
}

/// A column that could be the same as another, until the person has said which of the two is meant.
fn ambiguous(column: &Column) -> Option<Finding> {
    let Reason::Rival(_, other) = &column.reason else { return None };
    Some(Finding { column: Some(column.header.clone()), ..whole(Trouble::Ambiguous(other.clone())) })
}

/// A date that could be two days, until the person has said what comes first.
fn dates_unclear(table: &Table, mapping: &Mapping) -> Option<Finding> {
    if mapping.dates.is_some() {
        return None;
    }
    match days::order_of(date_cells(table, &mapping.columns)) {
        days::Said::Unclear(cell) => Some(Finding { text: shortened(cell), ..whole(Trouble::DatesUnclear) }),
        days::Said::NotNeeded | days::Said::Certain(_) => None,
    }
}

fn has_no_home(mapping: &Mapping) -> bool {
    mapping.kind.has_home() && is_unnamed(&mapping.home)
}

fn is_unnamed(home: &Home) -> bool {
    match home {
        Home::Existing(_) => false,
        Home::Named(name) => name.trim().is_empty(),
    }
}

fn home_is_over(mapping: &Mapping, register: &Register) -> bool {
    match &mapping.home {
        _ if mapping.kind != Kind::Risks => false,
        Home::Existing(id) => register.partnership(*id).is_some_and(|partnership| !partnership.is_live()),
        Home::Named(_) => false,
    }
}

/// Whether another matrix is to be taken over though the register holds ratings, which only mean something on
/// theirs.
fn replaces_matrix(mapping: &Mapping, register: &Register) -> bool {
    mapping.scales.matrix.is_some() && register.holds_ratings()
}

fn whole(trouble: Trouble) -> Finding {
    Finding { row: None, column: None, text: String::new(), trouble }
}

fn repeated_fields(columns: &[Column]) -> impl Iterator<Item = Finding> {
    columns.iter().enumerate().filter_map(|(i, column)| {
        let is_taken = columns[..i].iter().any(|other| other.field == column.field);
        let trouble = Trouble::FieldTwice(column.field);
        (is_taken && !column.field.may_repeat())
            .then(|| Finding { column: Some(column.header.clone()), ..whole(trouble) })
    })
}

/// A stage that is rated on one axis only, or twice over.
fn lone_axis(mapping: &Mapping, stage: Stage) -> Option<Finding> {
    let column = |field: Field| mapping.column_of(field).map(|i| mapping.columns[i].header.clone());
    let likelihood = column(Field::Likelihood(stage));
    let impact = column(Field::Impact(stage));
    let pair = column(Field::Pair(stage));
    let (column, trouble) = match (pair, likelihood, impact) {
        (Some(pair), likelihood, impact) if likelihood.is_some() || impact.is_some() => {
            (pair, Trouble::PairBesideAxes(stage))
        }
        (None, Some(lone), None) => (lone, Trouble::NoColumnFor(Axis::Impact, stage)),
        (None, None, Some(lone)) => (lone, Trouble::NoColumnFor(Axis::Likelihood, stage)),
        _ => return None,
    };
    Some(Finding { column: Some(column), ..whole(trouble) })
}

/// Words and digits of another scale cannot be read on this matrix, unless they are its own names.
fn steps_differ(table: &Table, mapping: &Mapping, matrix: &Matrix, axis: Axis) -> Option<Finding> {
    let (notation, scale) = (mapping.scales.notation(axis), axis.of(matrix));
    if notation.steps == scale.steps() {
        return None;
    }
    let cells = mapping.columns.iter().enumerate().flat_map(|(i, column)| {
        table
            .column(i)
            .filter_map(|cell| axis_cell(column.field, axis, cell))
            .filter(|cell| !words::is_blank(cell))
    });
    (!all_labels(cells, scale)).then(|| whole(Trouble::StepsDiffer(axis, notation.steps, scale.steps())))
}
