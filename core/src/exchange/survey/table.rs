//! A league table as comma-separated text: a row that names the columns, and under it one row for each entry. What
//! parts the cells and how they are quoted is next door in [`super::super::csv`].

use super::{SurveyFault, too_many};
use crate::catalogue::{MOST_ENTRIES, Row, Survey};
use crate::decimal;
use crate::exchange::csv::{self, Cell, write_csv};
use crate::exchange::fault::{Fault, Severity};
use crate::exchange::grid::Grid;
use crate::letters;

/// How far down the row with the names is looked for.
const DEPTH: usize = 30;

/// What the column with the places is called.
const RANKS: [&str; 8] = ["rank", "ranking", "place", "position", "pos", "no", "number", "#"];
/// What the column with the risks is called.
const LABELS: [&str; 9] =
    ["risk", "label", "name", "entry", "category", "risk name", "top risk", "risk category", "issue"];
/// What the column with the values is called.
const VALUES: [&str; 14] = [
    "value",
    "per cent",
    "percent",
    "percentage",
    "%",
    "score",
    "mean",
    "mean score",
    "average",
    "average score",
    "share",
    "per cent naming",
    "figure",
    "% naming",
];

/// Which column holds what.
struct Columns {
    /// The row that names them.
    names: usize,
    rank: Option<usize>,
    label: usize,
    value: Option<usize>,
}

/// The rows of a table, each with its line in the file, or everything in it that cannot be read.
pub(super) fn read(text: &str) -> Result<Vec<(usize, Row)>, Vec<SurveyFault>> {
    let csv = csv::read(text, None);
    let serious = csv.faults.iter().filter(|fault| fault.severity() == Severity::Problem);
    let mut faults: Vec<SurveyFault> = serious.map(of_file).collect();
    let Some(columns) = Columns::of(&csv.grid) else {
        let unnamed = "no row names the columns; call the one with the risks \u{201c}Risk\u{201d}, the others \u{201c}Place\u{201d} and \u{201c}Figure\u{201d}";
        faults.push(SurveyFault::new(&unnamed));
        return Err(faults);
    };
    let body: Vec<usize> =
        (columns.names + 1..csv.grid.rows()).filter(|row| !csv.grid.is_blank(*row)).collect();
    if body.len() > MOST_ENTRIES {
        return Err(vec![too_many()]);
    }
    let rows = body.iter().map(|row| (csv.grid.number(*row), columns.row(&csv.grid, *row, &mut faults)));
    let rows = rows.collect();
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

impl Columns {
    /// The first row that names a column of risks names the others too.
    fn of(grid: &Grid) -> Option<Self> {
        (0..grid.rows().min(DEPTH)).find_map(|names| {
            let cells: Vec<String> = (0..grid.filled_width(names).min(MOST_ENTRIES))
                .map(|at| letters::folded(grid.cell(names, at)))
                .collect();
            let called = |known: &[&str]| cells.iter().position(|cell| known.contains(&cell.as_str()));
            Some(Self { names, rank: called(&RANKS), label: called(&LABELS)?, value: called(&VALUES) })
        })
    }

    fn row(&self, grid: &Grid, row: usize, faults: &mut Vec<SurveyFault>) -> Row {
        let cell = |column: Option<usize>| column.map_or("", |column| grid.cell(row, column).trim());
        let mut fault = |cell: &str, wanted: &str| {
            let number = grid.number(row);
            faults.push(SurveyFault(format!("row {number}: \u{201c}{cell}\u{201d} is not a {wanted}")));
        };
        let (rank, value) = (cell(self.rank), cell(self.value));
        Row {
            rank: read_cell(rank, read_rank, |cell| fault(cell, "position such as 1, 2 or 2=")),
            label: letters::one_line(cell(Some(self.label))),
            value: read_cell(value, read_value, |cell| fault(cell, "number such as 44 or 3.75")),
        }
    }
}

fn of_file(fault: &Fault) -> SurveyFault {
    fault.row().map_or_else(|| SurveyFault::new(fault), |row| SurveyFault(format!("row {row}: {fault}")))
}

/// What a cell holds; nothing where it is empty, and a word about it where it cannot be read.
fn read_cell<T>(cell: &str, read: fn(&str) -> Option<T>, wrong: impl FnOnce(&str)) -> Option<T> {
    if matches!(cell, "" | "-" | "\u{2013}") {
        return None;
    }
    let found = read(cell);
    if found.is_none() {
        wrong(cell);
    }
    found
}

/// A place, with the marks of a tie or an order around it.
fn read_rank(cell: &str) -> Option<u32> {
    let bare = letters::small(cell.trim_matches(|c: char| matches!(c, '=' | '.' | ')' | ' ')));
    let endings = ["st", "nd", "rd", "th"];
    let bare = endings.iter().find_map(|ending| bare.strip_suffix(ending)).unwrap_or(&bare);
    bare.trim_end_matches('=').parse().ok()
}

/// A number, perhaps in per cent, with a point or a comma before its decimals.
fn read_value(cell: &str) -> Option<f64> {
    let bare = cell.trim_end_matches('%').trim_end();
    let with_point = match bare.split_once(',') {
        // A thousand or a thousandth, who knows.
        Some((_, decimals)) if decimals.len() == 3 => return None,
        Some(_) if !bare.contains('.') => bare.replacen(',', ".", 1),
        Some(_) => return None,
        None => bare.to_owned(),
    };
    decimal::read(&with_point).filter(|value| value.is_finite())
}

/// The table of a survey with a byte order mark, so that a spreadsheet takes it for the UTF-8 it is.
#[must_use]
pub fn write_table(survey: &Survey) -> String {
    let rows = survey.rows();
    let mut cells = vec![["Rank", "Risk", "Value"].map(Cell::Text).to_vec()];
    for row in &rows {
        let number = |value: Option<f64>| value.map_or(Cell::Text(""), Cell::Number);
        cells.push(vec![number(row.rank.map(f64::from)), Cell::Text(&row.label), number(row.value)]);
    }
    format!("\u{feff}{}", write_csv(&cells))
}
