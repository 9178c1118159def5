//! A register as a comma-separated file that a spreadsheet opens and that reads back to the same risks:
//! one row a risk, likelihood and impact as numbers from 1. The names of the columns say how many steps
//! each scale has, so that a reader need not guess.

use super::columns::Field;
use super::csv::{Cell, write_csv};
use crate::catalogue::CategoryId;
use crate::register::{Register, Risk, Stage};
use crate::scale::Matrix;

/// One column of the file.
#[derive(Clone, Copy)]
enum Column {
    Text(&'static str, for<'a> fn(&Row<'a>) -> &'a str),
    Rating(Field),
}

/// What a row is written from.
struct Row<'a> {
    risk: &'a Risk,
    partnership: &'a str,
    category: &'a str,
}

const COLUMNS: [Column; 20] = [
    Column::Text("Partnership", |row| row.partnership),
    Column::Text("Reference", |row| &row.risk.reference),
    Column::Text("Risk", |row| &row.risk.title),
    Column::Text("Cause", |row| &row.risk.cause),
    Column::Text("Event", |row| &row.risk.event),
    Column::Text("Consequence", |row| &row.risk.consequence),
    Column::Text("Category", |row| row.category),
    Column::Text("Owner", |row| &row.risk.owner),
    Column::Rating(Field::Likelihood(Stage::Inherent)),
    Column::Rating(Field::Impact(Stage::Inherent)),
    Column::Rating(Field::Score(Stage::Inherent)),
    Column::Rating(Field::Likelihood(Stage::Current)),
    Column::Rating(Field::Impact(Stage::Current)),
    Column::Rating(Field::Score(Stage::Current)),
    Column::Rating(Field::Likelihood(Stage::Target)),
    Column::Rating(Field::Impact(Stage::Target)),
    Column::Rating(Field::Score(Stage::Target)),
    Column::Text("Treatment", |row| row.risk.treatment.name()),
    Column::Text("Status", |row| row.risk.status.name()),
    Column::Text("Notes", |row| &row.risk.notes),
];

/// All risks of a register, drafts and closed ones too, with a byte order mark so that Excel takes the
/// text for the UTF-8 it is. Categories are given as id and name; one without a name shows its id.
#[must_use]
pub fn write_register(register: &Register, categories: &[(CategoryId, &str)]) -> String {
    let headers: Vec<String> = COLUMNS.iter().map(|column| header(*column, register.matrix())).collect();
    let mut rows = vec![headers.iter().map(|header| Cell::Text(header)).collect()];
    for risk in register.risks() {
        let row = Row {
            risk,
            partnership: register.partnership(risk.partnership).map_or("", |p| &p.name),
            category: risk.category.as_ref().map_or("", |id| category_name(id, categories)),
        };
        rows.push(COLUMNS.iter().map(|column| cell(*column, &row)).collect());
    }
    format!("\u{feff}{}", write_csv(&rows))
}

fn category_name<'a>(id: &'a CategoryId, categories: &[(CategoryId, &'a str)]) -> &'a str {
    categories.iter().find(|(known, _)| known == id).map_or(id.as_str(), |(_, name)| name)
}

fn header(column: Column, matrix: &Matrix) -> String {
    let with_steps = |stage: Stage, axis: &str, steps: usize| format!("{} {axis} (1-{steps})", stage.name());
    match column {
        Column::Text(name, _) => name.to_owned(),
        Column::Rating(Field::Likelihood(stage)) => {
            with_steps(stage, "likelihood", matrix.likelihood().steps())
        }
        Column::Rating(Field::Impact(stage)) => with_steps(stage, "impact", matrix.impact().steps()),
        Column::Rating(Field::Score(stage)) => format!("{} score", stage.name()),
        Column::Rating(other) => other.name().to_owned(),
    }
}

fn cell<'a>(column: Column, row: &Row<'a>) -> Cell<'a> {
    let number = |stage: Stage, value: fn(crate::scale::Rating) -> f64| {
        row.risk.ratings.at(stage).map_or(Cell::Text(""), |rating| Cell::Number(value(rating)))
    };
    match column {
        Column::Text(_, text) => Cell::Text(text(row)),
        Column::Rating(Field::Likelihood(stage)) => number(stage, |r| r.likelihood.value()),
        Column::Rating(Field::Impact(stage)) => number(stage, |r| r.impact.value()),
        Column::Rating(Field::Score(stage)) => number(stage, product),
        Column::Rating(_) => Cell::Text(""),
    }
}

/// Whole thousandths multiply exactly, so that 4.2 times 5.1 is written 21.42.
fn product(rating: crate::scale::Rating) -> f64 {
    let thousandths = |p: crate::scale::Position| u32::from(p.thousandths());
    f64::from(thousandths(rating.likelihood) * thousandths(rating.impact)) / 1e6
}
