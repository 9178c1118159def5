//! How many risks lie in each cell of the matrix: before controls, today and as aimed for.

use partnership_risk_core::register::{Register, Stage};

use super::risk_table::{Cell, Filter, Sort, cell, rows};

/// One row of the heat map, for one step of likelihood.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// The step, counted from 0.
    pub likelihood: usize,
    /// One cell for each step of impact, lowest first.
    pub cells: Vec<HeatCell>,
}

/// One cell of the heat map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeatCell {
    /// The level's index in the matrix.
    pub level: usize,
    /// How many risks lie here.
    pub count: usize,
}

/// The heat map of one stage, highest likelihood first, of the risks that pass the filter whichever cell
/// it names.
#[must_use]
pub fn heat_rows(register: &Register, filter: &Filter, stage: Stage) -> Vec<HeatRow> {
    let matrix = register.matrix();
    let shown = rows(register, &Filter { cell: None, ..filter.clone() }, Sort::default());
    let cells: Vec<Cell> = shown.iter().filter_map(|row| cell(&row.risk, stage)).collect();
    let count = |at: Cell| cells.iter().filter(|&&cell| cell == at).count();
    let row = |likelihood: usize| HeatRow {
        likelihood,
        cells: (0..matrix.impact().steps())
            .map(|impact| HeatCell {
                level: matrix.level_at(likelihood, impact),
                count: count(Cell { stage, likelihood, impact }),
            })
            .collect(),
    };
    (0..matrix.likelihood().steps()).rev().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use partnership_risk_core::example::fife_council;

    #[test]
    fn every_rated_risk_lies_in_one_cell() {
        let cell = Some(Cell { stage: Stage::Current, likelihood: 0, impact: 0 });
        let filter = Filter { cell, ..Filter::default() };
        let map = heat_rows(&fife_council(), &filter, Stage::Current);
        let total: usize = map.iter().flat_map(|row| &row.cells).map(|cell| cell.count).sum();
        assert_eq!(total, 11);
        assert_eq!(map[0].likelihood, 5);
        // Likelihood 5 (5.1 and 4.9), impact 4 (4.2 and 3.7).
        assert_eq!(map[1].cells[3].count, 2);
    }
}
