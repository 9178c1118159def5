//! How many risks lie in each cell of the matrix: before controls, today and as aimed for.

use partnership_risk_core::register::{Register, Stage};
use partnership_risk_core::scale::{Cell, Matrix};

use super::risk_table::{Filter, cell, passing};

/// How many risks lie in each cell at one stage.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatMap {
    /// Which of the three ratings.
    pub stage: Stage,
    /// By likelihood, and there by impact, lowest first.
    counts: Vec<Vec<usize>>,
}

impl HeatMap {
    fn empty(stage: Stage, matrix: &Matrix) -> Self {
        Self { stage, counts: vec![vec![0; matrix.impact().steps()]; matrix.likelihood().steps()] }
    }

    /// How many risks lie in a cell.
    #[must_use]
    pub fn count(&self, at: Cell) -> usize {
        self.counts.get(at.likelihood).and_then(|row| row.get(at.impact)).copied().unwrap_or_default()
    }

    /// How many risks are rated at this stage.
    #[must_use]
    pub fn n_rated(&self) -> usize {
        self.counts.iter().flatten().sum()
    }

    /// The highest level at which a risk stands, by index, and how many stand there.
    #[must_use]
    pub fn highest(&self, matrix: &Matrix) -> Option<(usize, usize)> {
        let mut by_level = vec![0; matrix.levels().len()];
        for (likelihood, row) in self.counts.iter().enumerate() {
            for (impact, count) in row.iter().enumerate() {
                by_level[matrix.level_at(likelihood, impact)] += count;
            }
        }
        by_level.into_iter().enumerate().rfind(|(_, count)| *count > 0)
    }
}

/// The heat map of each stage, of the risks that pass the filter whichever cell it names.
#[must_use]
pub fn heat_maps(register: &Register, filter: &Filter) -> [HeatMap; 3] {
    let mut maps = Stage::ALL.map(|stage| HeatMap::empty(stage, register.matrix()));
    let filter = Filter { cell: None, ..filter.clone() };
    for risk in passing(register, &filter) {
        for map in &mut maps {
            let at = cell(risk, map.stage);
            if let Some(count) = at.and_then(|at| map.counts.get_mut(at.likelihood)?.get_mut(at.impact)) {
                *count += 1;
            }
        }
    }
    maps
}

#[cfg(test)]
mod tests {
    use super::super::risk_table;
    use super::*;
    use partnership_risk_core::example::fife_council;

    #[test]
    fn every_rated_risk_lies_in_one_cell() {
        let cell = Some(risk_table::Cell { stage: Stage::Current, likelihood: 0, impact: 0 });
        let fife = fife_council();
        let maps = heat_maps(&fife, &Filter { cell, ..Filter::default() });
        assert_eq!(maps.each_ref().map(HeatMap::n_rated), [0, 11, 0]);
        // Likelihood 5 (5.1 and 4.9), impact 4 (4.2 and 3.7).
        assert_eq!(maps[1].count(Cell { likelihood: 4, impact: 3 }), 2);
        assert_eq!(maps[1].count(Cell { likelihood: 9, impact: 9 }), 0, "off the matrix");
    }

    #[test]
    fn the_highest_level_is_that_of_the_worst_risk() {
        let fife = fife_council();
        let maps = heat_maps(&fife, &Filter::default());
        let highest =
            maps[1].highest(fife.matrix()).map(|(level, n)| (&*fife.matrix().levels()[level].name, n));
        assert_eq!(highest, Some(("Very high", 2)));
        assert_eq!(maps[0].highest(fife.matrix()), None);
    }
}
