//! The draft of a matrix: names that may still be wrong around a grid that always fits, and the check
//! that makes a matrix of it. How it is changed is next door in [`super::operation`].

use std::fmt;

use super::super::axis::{Axis, Scale, ScaleError};
use super::super::band::{BandsError, Edges, MoneyBand, ProbabilityBand, overlaps};
use super::super::layout::Layout;
use super::super::level::Level;
use super::super::matrix::{Matrix, MatrixError};

/// A matrix that is being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub(super) name: String,
    pub(super) likelihood: Side<ProbabilityBand>,
    pub(super) impact: Side<MoneyBand>,
    pub(super) levels: Vec<Level>,
    /// `grid[likelihood][impact]`; it always has a cell for each pair of steps, and every cell a level.
    pub(super) grid: Vec<Vec<u8>>,
    pub(super) layout: Layout,
}

/// One axis of a draft; both lists have an entry for each step, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Side<B> {
    pub(super) labels: Vec<String>,
    pub(super) bands: Vec<Option<B>>,
}

/// What keeps a draft from being a matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The names of an axis do not make a scale.
    Scale(Axis, ScaleError),
    /// The bands of an axis do not fit it.
    Bands(BandsError),
    /// The levels or the grid do not make a matrix.
    Matrix(MatrixError),
}

/// Where a problem of a draft is; steps and levels are counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A step of an axis.
    Step(Axis, usize),
    /// A level.
    Level(usize),
    /// The matrix as a whole.
    Whole,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scale(axis, error) => write!(f, "{}: {error}", axis.name()),
            Self::Bands(error) => write!(f, "{error}"),
            Self::Matrix(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Problem {}

impl Problem {
    /// The step or level that it is about.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::Scale(axis, ScaleError::EmptyLabel(n) | ScaleError::RepeatedLabel(n))
            | Self::Bands(BandsError::Overlap(axis, n)) => Place::Step(*axis, n - 1),
            Self::Matrix(MatrixError::EmptyLevel(n) | MatrixError::RepeatedLevel(n)) => Place::Level(n - 1),
            Self::Scale(_, ScaleError::StepCount(_))
            | Self::Bands(BandsError::Count(..))
            | Self::Matrix(
                MatrixError::LevelCount(_)
                | MatrixError::RowCount(..)
                | MatrixError::CellCount(..)
                | MatrixError::UnknownLevel(..),
            ) => Place::Whole,
        }
    }
}

impl Draft {
    /// A draft that says what a matrix says.
    #[must_use]
    pub fn of(matrix: &Matrix) -> Self {
        Self {
            name: matrix.name().to_owned(),
            likelihood: Side::new(matrix.likelihood(), matrix.probability_bands()),
            impact: Side::new(matrix.impact(), matrix.money_bands()),
            levels: matrix.levels().to_vec(),
            grid: matrix.rows().map(<[u8]>::to_vec).collect(),
            layout: matrix.layout(),
        }
    }

    /// The matrix that the draft says, or everything that is wrong with it.
    pub fn check(&self) -> Result<Matrix, Vec<Problem>> {
        let problems = self.problems();
        if problems.is_empty() { self.build().map_err(|problem| vec![problem]) } else { Err(problems) }
    }

    /// What the matrix is called, as typed.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names of an axis, lowest first, as typed.
    #[must_use]
    pub fn labels(&self, axis: Axis) -> &[String] {
        match axis {
            Axis::Likelihood => &self.likelihood.labels,
            Axis::Impact => &self.impact.labels,
        }
    }

    /// What each step of likelihood stands for, lowest first.
    #[must_use]
    pub fn probability_bands(&self) -> &[Option<ProbabilityBand>] {
        &self.likelihood.bands
    }

    /// What each step of impact stands for, lowest first.
    #[must_use]
    pub fn money_bands(&self) -> &[Option<MoneyBand>] {
        &self.impact.bands
    }

    /// The levels, lowest first, as typed.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// `grid[likelihood][impact]`, each cell the index of a level.
    #[must_use]
    pub fn grid(&self) -> &[Vec<u8>] {
        &self.grid
    }

    /// How the matrix is drawn.
    #[must_use]
    pub fn layout(&self) -> Layout {
        self.layout
    }

    fn problems(&self) -> Vec<Problem> {
        let mut problems = self.likelihood.problems(Axis::Likelihood);
        problems.extend(self.impact.problems(Axis::Impact));
        problems.extend(Matrix::level_problems(&self.levels).into_iter().map(Problem::Matrix));
        problems
    }

    fn build(&self) -> Result<Matrix, Problem> {
        let scale = |axis| Scale::new(self.labels(axis)).map_err(|error| Problem::Scale(axis, error));
        let (likelihood, impact) = (scale(Axis::Likelihood)?, scale(Axis::Impact)?);
        Matrix::new(&self.name, likelihood, impact, self.levels.clone(), &self.grid)
            .map_err(Problem::Matrix)?
            .with_layout(self.layout)
            .with_bands(self.likelihood.bands.clone(), self.impact.bands.clone())
            .map_err(Problem::Bands)
    }
}

impl<B: Edges + Clone> Side<B> {
    fn new(scale: &Scale, bands: &[Option<B>]) -> Self {
        Self { labels: scale.labels().to_vec(), bands: bands.to_vec() }
    }

    fn problems(&self, axis: Axis) -> Vec<Problem> {
        let labels = Scale::problems(&self.labels).into_iter().map(|error| Problem::Scale(axis, error));
        let overlap = |step: usize| Problem::Bands(BandsError::Overlap(axis, step + 1));
        labels.chain(overlaps(&self.bands).into_iter().map(overlap)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::preset;
    use super::super::Edit;
    use super::*;

    fn edited(edits: Vec<Edit>) -> Draft {
        let mut draft = Draft::of(&preset::of_size(3, 3));
        for edit in edits {
            draft.apply(edit).expect("it keeps the draft in shape");
        }
        draft
    }

    #[test]
    fn every_matrix_is_its_own_draft_checked() {
        for preset in &preset::PRESETS {
            let matrix = preset.matrix();
            assert_eq!(Draft::of(&matrix).check(), Ok(matrix));
        }
    }

    #[test]
    fn everything_that_is_wrong_is_found_at_once_with_its_place() {
        let band = |from, to| MoneyBand::new(from, Some(to)).ok();
        let rename = |axis, at, label: &str| Edit::RenameStep { axis, at, label: label.to_owned() };
        let draft = edited(vec![
            rename(Axis::Likelihood, 1, " "),
            rename(Axis::Impact, 2, "low"),
            Edit::Money { at: 0, band: band(0, 500) },
            Edit::Money { at: 1, band: band(400, 900) },
            Edit::RenameLevel { at: 0, name: String::new() },
            Edit::RenameLevel { at: 2, name: "medium".to_owned() },
        ]);
        let problems = draft.check().expect_err("five things are wrong");
        let found: Vec<(Place, String)> = problems.iter().map(|p| (p.place(), p.to_string())).collect();
        assert_eq!(
            found,
            [
                (Place::Step(Axis::Likelihood, 1), "likelihood: step 2 has no name".to_owned()),
                (Place::Step(Axis::Impact, 2), "impact: step 3 has the name of another step".to_owned()),
                (
                    Place::Step(Axis::Impact, 1),
                    "the band of impact step 2 does not lie above those of the lower steps".to_owned()
                ),
                (Place::Level(0), "level 1 has no name".to_owned()),
                (Place::Level(2), "level 3 has the name of another level".to_owned()),
            ]
        );
    }
}
