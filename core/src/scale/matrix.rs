//! The risk matrix: a lookup grid from likelihood and impact to a level, and the score that sorts by
//! level first. A product with thresholds is one way to fill the grid, not what it is.

use std::fmt;

use super::axis::{Axis, Scale};
use super::band::{BandsError, Edges, MoneyBand, ProbabilityBand, overlaps};
use super::layout::Layout;
use super::level::Level;
use super::names::{NameFault, name_faults};
use super::position::{Position, Rating};

/// A body's risk matrix: two scales, the levels, and which level each pair of steps has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    name: String,
    likelihood: Scale,
    impact: Scale,
    levels: Vec<Level>,
    /// Row by row, lowest likelihood first, lowest impact first within a row.
    grid: Vec<u8>,
    /// One entry for each step of likelihood.
    probabilities: Vec<Option<ProbabilityBand>>,
    /// One entry for each step of impact.
    amounts: Vec<Option<MoneyBand>>,
    layout: Layout,
}

/// One cell of a matrix by its steps, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The step of likelihood.
    pub likelihood: usize,
    /// The step of impact.
    pub impact: usize,
}

/// Why a grid does not make a matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatrixError {
    /// Fewer than two or more than six levels; the number given.
    LevelCount(usize),
    /// A level without a name; its place, counted from 1.
    EmptyLevel(usize),
    /// Two levels with the same name; the place of the second, counted from 1.
    RepeatedLevel(usize),
    /// The grid has not one row for each step of likelihood; rows given, rows wanted.
    RowCount(usize, usize),
    /// A row has not one cell for each step of impact; the row counted from 1, cells given, wanted.
    CellCount(usize, usize, usize),
    /// A cell names a level that does not exist; its row and cell, counted from 1.
    UnknownLevel(usize, usize),
}

impl fmt::Display for MatrixError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LevelCount(n) => write!(f, "a matrix has two to six levels, not {n}"),
            Self::EmptyLevel(n) => write!(f, "level {n} has no name"),
            Self::RepeatedLevel(n) => write!(f, "level {n} has the name of another level"),
            Self::RowCount(n, wanted) => write!(f, "the grid has {n} rows, not {wanted}"),
            Self::CellCount(row, n, wanted) => {
                write!(f, "row {row} of the grid has {n} cells, not {wanted}")
            }
            Self::UnknownLevel(row, cell) => {
                write!(f, "row {row}, cell {cell} of the grid names a level that does not exist")
            }
        }
    }
}

impl std::error::Error for MatrixError {}

/// What a rating comes to: its level first, then likelihood times impact, so that sorting by score
/// never contradicts the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score {
    level: u8,
    /// Millionths: the product of two whole numbers of thousandths, hence exact.
    product: u32,
}

impl Score {
    /// The level's index in [`Matrix::levels`], 0 for the lowest.
    #[must_use]
    pub fn level(self) -> usize {
        usize::from(self.level)
    }

    /// Likelihood times impact.
    #[must_use]
    pub fn product(self) -> f64 {
        f64::from(self.product) / 1e6
    }
}

/// Scores added up so that their mean can be told. Their products are summed in whole millionths, so that equal means
/// are equal in whatever order, and in whatever parts, they were added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProductSum {
    scores: u64,
    millionths: u64,
}

impl ProductSum {
    /// The sum of these scores.
    #[must_use]
    pub fn of(scores: &[Score]) -> Self {
        let millionths = scores.iter().map(|score| u64::from(score.product)).sum();
        Self { scores: scores.len() as u64, millionths }
    }

    /// Adds all that another sum holds, so many times.
    pub fn add(&mut self, other: Self, times: u32) {
        self.scores += other.scores * u64::from(times);
        self.millionths += other.millionths * u64::from(times);
    }

    /// How many scores it holds.
    #[must_use]
    pub fn scores(self) -> usize {
        self.scores as usize
    }

    /// The mean of likelihood times impact; not a number where it holds no score.
    #[must_use]
    pub fn mean(self) -> f64 {
        self.millionths as f64 / (self.scores as f64 * 1e6)
    }
}

/// The mean of likelihood times impact over scores, of which there is one at least.
#[must_use]
pub fn mean_product(scores: &[Score]) -> f64 {
    ProductSum::of(scores).mean()
}

impl Matrix {
    /// The fewest levels a matrix may have.
    pub const FEWEST_LEVELS: usize = 2;
    /// The most levels a matrix may have.
    pub const MOST_LEVELS: usize = 6;

    /// A matrix from its scales, its levels (lowest first) and `grid[likelihood][impact]`, each cell
    /// the index of a level, lowest first in both directions. It has no bands and the usual layout.
    pub fn new(
        name: &str,
        likelihood: Scale,
        impact: Scale,
        levels: Vec<Level>,
        grid: &[Vec<u8>],
    ) -> Result<Self, MatrixError> {
        if let Some(error) = Self::level_problems(&levels).first() {
            return Err(*error);
        }
        check_grid(grid, (likelihood.steps(), impact.steps()), levels.len())?;
        let trimmed = |level: Level| Level { name: level.name.trim().to_owned(), ..level };
        Ok(Self {
            name: name.trim().to_owned(),
            probabilities: vec![None; likelihood.steps()],
            amounts: vec![None; impact.steps()],
            likelihood,
            impact,
            levels: levels.into_iter().map(trimmed).collect(),
            grid: grid.concat(),
            layout: Layout::default(),
        })
    }

    /// The same matrix with bands: one entry for each step of likelihood and of impact, lowest first.
    pub fn with_bands(
        self,
        probabilities: Vec<Option<ProbabilityBand>>,
        amounts: Vec<Option<MoneyBand>>,
    ) -> Result<Self, BandsError> {
        check_bands(Axis::Likelihood, &probabilities, &self.likelihood)?;
        check_bands(Axis::Impact, &amounts, &self.impact)?;
        Ok(Self { probabilities, amounts, ..self })
    }

    /// The same matrix, drawn in another way.
    #[must_use]
    pub fn with_layout(self, layout: Layout) -> Self {
        Self { layout, ..self }
    }

    /// Everything that keeps levels from being those of a matrix.
    #[must_use]
    pub fn level_problems(levels: &[Level]) -> Vec<MatrixError> {
        let is_off = !(Self::FEWEST_LEVELS..=Self::MOST_LEVELS).contains(&levels.len());
        let count = is_off.then_some(MatrixError::LevelCount(levels.len()));
        let names: Vec<&str> = levels.iter().map(|level| level.name.as_str()).collect();
        let names = name_faults(&names).into_iter().map(|(i, fault)| match fault {
            NameFault::Empty => MatrixError::EmptyLevel(i + 1),
            NameFault::Repeated => MatrixError::RepeatedLevel(i + 1),
        });
        count.into_iter().chain(names).collect()
    }

    /// A grid filled by thresholds on likelihood times impact: a cell has the level of the first
    /// threshold that its product does not exceed, and the level after the last threshold otherwise.
    #[must_use]
    pub fn product_grid(likelihood_steps: usize, impact_steps: usize, thresholds: &[usize]) -> Vec<Vec<u8>> {
        Self::filled_grid((likelihood_steps, impact_steps), thresholds, |l, i| l * i)
    }

    /// The same by any measure of the two steps, counted from 1.
    pub(super) fn filled_grid(
        steps: (usize, usize),
        thresholds: &[usize],
        measure: fn(usize, usize) -> usize,
    ) -> Vec<Vec<u8>> {
        let level = |value: usize| thresholds.iter().filter(|&&most| value > most).count() as u8;
        (1..=steps.0).map(|l| (1..=steps.1).map(|i| level(measure(l, i))).collect()).collect()
    }

    /// What the body calls this matrix.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The likelihood scale.
    #[must_use]
    pub fn likelihood(&self) -> &Scale {
        &self.likelihood
    }

    /// The impact scale.
    #[must_use]
    pub fn impact(&self) -> &Scale {
        &self.impact
    }

    /// The levels, lowest first.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// What each step of likelihood stands for, lowest first, where it is declared.
    #[must_use]
    pub fn probability_bands(&self) -> &[Option<ProbabilityBand>] {
        &self.probabilities
    }

    /// What each step of impact stands for, lowest first, where it is declared.
    #[must_use]
    pub fn money_bands(&self) -> &[Option<MoneyBand>] {
        &self.amounts
    }

    /// The band of a step, counted from 0, in words: "less than 5 % a year".
    #[must_use]
    pub fn band_text(&self, axis: Axis, step: usize) -> Option<String> {
        match axis {
            Axis::Likelihood => self.probabilities.get(step)?.map(|band| band.to_string()),
            Axis::Impact => self.amounts.get(step)?.map(|band| band.to_string()),
        }
    }

    /// How it is drawn.
    #[must_use]
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// The index of the level at a pair of steps, each counted from 0 and held to the scale's end.
    #[must_use]
    pub fn level_at(&self, likelihood_step: usize, impact_step: usize) -> usize {
        let row = likelihood_step.min(self.likelihood.steps() - 1);
        let cell = impact_step.min(self.impact.steps() - 1);
        usize::from(self.grid[row * self.impact.steps() + cell])
    }

    /// The grid, row by row, lowest likelihood first.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = &[u8]> {
        self.grid.chunks(self.impact.steps())
    }

    /// The cells at a higher level than one that is at least as likely and as bad: most often a slip,
    /// though a body may mean it.
    #[must_use]
    pub fn not_monotone(&self) -> Vec<Cell> {
        let cells = || {
            let row = |likelihood| (0..self.impact.steps()).map(move |impact| Cell { likelihood, impact });
            (0..self.likelihood.steps()).flat_map(row)
        };
        let level = |cell: Cell| self.level_at(cell.likelihood, cell.impact);
        let tops = |cell: Cell, worse: Cell| {
            worse.likelihood >= cell.likelihood && worse.impact >= cell.impact && level(cell) > level(worse)
        };
        cells().filter(|&cell| cells().any(|worse| tops(cell, worse))).collect()
    }

    /// Whether both positions lie on this matrix's scales.
    #[must_use]
    pub fn holds(&self, rating: Rating) -> bool {
        self.likelihood.holds(rating.likelihood) && self.impact.holds(rating.impact)
    }

    /// The score of a rating: the level of the nearest cell, then the product of the stored values.
    #[must_use]
    pub fn score(&self, rating: Rating) -> Score {
        let Rating { likelihood, impact } = rating;
        Score {
            level: self.level_at(likelihood.step(), impact.step()) as u8,
            product: thousandths(likelihood) * thousandths(impact),
        }
    }

    /// The level of a score of this matrix.
    #[must_use]
    pub fn level(&self, score: Score) -> &Level {
        &self.levels[score.level().min(self.levels.len() - 1)]
    }
}

fn check_grid(grid: &[Vec<u8>], steps: (usize, usize), levels: usize) -> Result<(), MatrixError> {
    if grid.len() != steps.0 {
        return Err(MatrixError::RowCount(grid.len(), steps.0));
    }
    for (i, row) in grid.iter().enumerate() {
        if row.len() != steps.1 {
            return Err(MatrixError::CellCount(i + 1, row.len(), steps.1));
        }
        if let Some(j) = row.iter().position(|&level| usize::from(level) >= levels) {
            return Err(MatrixError::UnknownLevel(i + 1, j + 1));
        }
    }
    Ok(())
}

fn check_bands<B: Edges>(axis: Axis, bands: &[Option<B>], scale: &Scale) -> Result<(), BandsError> {
    if bands.len() != scale.steps() {
        return Err(BandsError::Count(axis, bands.len(), scale.steps()));
    }
    overlaps(bands).first().map_or(Ok(()), |step| Err(BandsError::Overlap(axis, step + 1)))
}

fn thousandths(position: Position) -> u32 {
    u32::from(position.thousandths())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scale::Tone;

    fn numbered(prefix: &str, n: usize) -> Scale {
        let labels: Vec<String> = (1..=n).map(|i| format!("{prefix} {i}")).collect();
        Scale::new(&labels).expect("three to six distinct labels")
    }

    fn levels(n: usize) -> Vec<Level> {
        Tone::ramp(n)
            .into_iter()
            .enumerate()
            .map(|(i, tone)| Level {
                name: format!("level {i}"),
                tone,
                colour: None,
                response: String::new(),
                review_months: 3,
            })
            .collect()
    }

    fn matrix(n_levels: usize, grid: &[Vec<u8>]) -> Result<Matrix, MatrixError> {
        let (rows, cells) = (grid.len(), grid[0].len());
        Matrix::new("test", numbered("l", rows), numbered("i", cells), levels(n_levels), grid)
    }

    fn rate(matrix: &Matrix, likelihood: f64, impact: f64) -> Score {
        let likelihood = matrix.likelihood().position(likelihood).expect("on the scale");
        let impact = matrix.impact().position(impact).expect("on the scale");
        matrix.score(Rating { likelihood, impact })
    }

    #[test]
    fn a_grid_is_read_likelihood_first() {
        // EBIOS RM, 4 x 4, three levels; asymmetric, so a transposed reader fails.
        let grid = [vec![0, 0, 0, 1], vec![0, 0, 1, 1], vec![1, 1, 2, 2], vec![1, 2, 2, 2]];
        let matrix = matrix(3, &grid).expect("a sound grid");
        assert_eq!(rate(&matrix, 3.0, 1.0).level(), 1);
        assert_eq!(rate(&matrix, 1.0, 3.0).level(), 0);
        assert_eq!(matrix.rows().map(<[u8]>::to_vec).collect::<Vec<_>>(), grid);
    }

    #[test]
    fn level_comes_before_product() {
        // 6 x 6: rare but catastrophic stands at the top level, which no product threshold gives.
        let grid = [
            vec![0, 0, 0, 0, 1, 3],
            vec![0, 0, 1, 1, 2, 3],
            vec![0, 1, 1, 2, 2, 3],
            vec![0, 1, 2, 2, 2, 3],
            vec![0, 1, 2, 2, 3, 3],
            vec![1, 2, 2, 3, 3, 3],
        ];
        let matrix = matrix(4, &grid).expect("a sound grid");
        let catastrophic = rate(&matrix, 1.0, 6.0);
        let frequent = rate(&matrix, 6.0, 3.0);
        assert!(catastrophic.product() < frequent.product());
        assert!(catastrophic > frequent);
    }

    #[test]
    fn a_product_of_means_is_exact() {
        let matrix = matrix(2, &Matrix::product_grid(6, 6, &[12])).expect("a sound grid");
        for (l, i, product) in [(5.1, 4.2, 21.42), (4.1, 3.9, 15.99), (3.8, 3.6, 13.68)] {
            assert_eq!(rate(&matrix, l, i).product(), product);
        }
    }

    #[test]
    fn grids_that_do_not_fit_are_refused_with_their_place() {
        let scale = || numbered("s", 3);
        let square = |cell: u8| vec![vec![0; 3], vec![0, 0, cell], vec![0; 3]];
        for (n_levels, grid, error) in [
            (1, square(0), MatrixError::LevelCount(1)),
            (7, square(0), MatrixError::LevelCount(7)),
            (2, vec![vec![0; 3]; 2], MatrixError::RowCount(2, 3)),
            (2, vec![vec![0; 3], vec![0; 4], vec![0; 3]], MatrixError::CellCount(2, 4, 3)),
            (2, square(2), MatrixError::UnknownLevel(2, 3)),
        ] {
            assert_eq!(Matrix::new("", scale(), scale(), levels(n_levels), &grid), Err(error));
        }
    }

    #[test]
    fn levels_have_names_of_their_own() {
        for (name, error) in [(" ", MatrixError::EmptyLevel(2)), ("Level 0 ", MatrixError::RepeatedLevel(2))]
        {
            let mut levels = levels(3);
            levels[1].name = name.to_owned();
            let refused = Matrix::new("", numbered("l", 3), numbered("i", 3), levels, &vec![vec![0; 3]; 3]);
            assert_eq!(refused, Err(error));
        }
    }

    #[test]
    fn bands_fit_their_steps_and_are_said_in_words() {
        let matrix = || matrix(2, &Matrix::product_grid(3, 3, &[4])).expect("a sound grid");
        let chance = |from, to| ProbabilityBand::new(from, to).ok();
        let chances = vec![chance(0, 50_000), None, chance(50_000, 100_000)];
        let banded = matrix().with_bands(chances.clone(), vec![None; 3]).expect("one a step, ascending");
        assert_eq!(banded.band_text(Axis::Likelihood, 2).as_deref(), Some("5 % to 10 % a year"));
        let absent = [banded.band_text(Axis::Likelihood, 1), banded.band_text(Axis::Impact, 9)];
        assert_eq!(absent, [None, None]);
        let refused = matrix().with_bands(vec![None; 2], vec![None; 3]);
        assert_eq!(refused, Err(BandsError::Count(Axis::Likelihood, 2, 3)));
        let falling = chances.into_iter().rev().collect();
        let refused = matrix().with_bands(falling, vec![None; 3]);
        assert_eq!(refused, Err(BandsError::Overlap(Axis::Likelihood, 3)));
    }

    #[test]
    fn cells_above_a_worse_one_are_found_and_an_asymmetric_grid_has_none() {
        let cell = |(likelihood, impact)| Cell { likelihood, impact };
        for (grid, expected) in [
            ([vec![0, 0, 2], vec![0, 1, 2], vec![0, 2, 2]], &[][..]),
            ([vec![0, 1, 2], vec![0, 1, 1], vec![0, 0, 2]], &[(0, 1), (0, 2), (1, 1)]),
            ([vec![1, 0, 0], vec![1, 0, 0], vec![1, 1, 2]], &[(0, 0), (1, 0)]),
        ] {
            let found = matrix(3, &grid).map(|matrix| matrix.not_monotone());
            assert_eq!(found, Ok(expected.iter().copied().map(cell).collect()), "{grid:?}");
        }
    }
}
