//! How a body draws its matrix: which axis goes upwards, and which end of each comes first. It changes
//! nothing about any rating; what the cells hold is next door in [`super::matrix`].

use super::axis::Axis;
use super::matrix::{Cell, Matrix};

/// Which end of an axis stands first: at the left, or at the bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The lowest step, as most bodies draw.
    LowestFirst,
    /// The highest step.
    HighestFirst,
}

impl Direction {
    /// Both.
    pub const ALL: [Self; 2] = [Self::LowestFirst, Self::HighestFirst];
}

/// How a matrix is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The axis that is drawn upwards; the other goes from left to right.
    pub upwards: Axis,
    /// Which step of likelihood stands first.
    pub likelihood: Direction,
    /// Which step of impact stands first.
    pub impact: Direction,
}

impl Default for Layout {
    /// Likelihood upwards, impact to the right, the lowest steps in the corner at the bottom left.
    fn default() -> Self {
        let direction = Direction::LowestFirst;
        Self { upwards: Axis::Likelihood, likelihood: direction, impact: direction }
    }
}

impl Layout {
    /// The direction of an axis.
    #[must_use]
    pub fn direction(self, axis: Axis) -> Direction {
        match axis {
            Axis::Likelihood => self.likelihood,
            Axis::Impact => self.impact,
        }
    }

    /// The cells as they are drawn: rows from the top down, each from left to right.
    #[must_use]
    pub fn rows(self, matrix: &Matrix) -> Vec<Vec<Cell>> {
        let (up, across) = (self.upwards, self.upwards.other());
        let order = |axis: Axis| self.steps(axis, axis.of(matrix).steps());
        let row = |&step: &usize| order(across).iter().map(|&other| up.cell(step, other)).collect();
        order(up).iter().rev().map(row).collect()
    }

    /// The steps of an axis, counted from 0, from the left or from the bottom.
    #[must_use]
    pub fn steps(self, axis: Axis, steps: usize) -> Vec<usize> {
        match self.direction(axis) {
            Direction::LowestFirst => (0..steps).collect(),
            Direction::HighestFirst => (0..steps).rev().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::preset;
    use super::*;

    #[test]
    fn corners_stand_where_the_layout_puts_them() {
        use Axis::{Impact, Likelihood};
        use Direction::{HighestFirst, LowestFirst};
        let matrix = preset::of_size(3, 4);
        for (upwards, likelihood, impact, top_left, bottom_right) in [
            (Likelihood, LowestFirst, LowestFirst, (2, 0), (0, 3)),
            (Likelihood, HighestFirst, LowestFirst, (0, 0), (2, 3)),
            (Likelihood, LowestFirst, HighestFirst, (2, 3), (0, 0)),
            (Impact, LowestFirst, LowestFirst, (0, 3), (2, 0)),
            (Impact, HighestFirst, HighestFirst, (2, 0), (0, 3)),
        ] {
            let rows = Layout { upwards, likelihood, impact }.rows(&matrix);
            let wanted = if upwards == Likelihood { (3, 4) } else { (4, 3) };
            assert_eq!((rows.len(), rows[0].len()), wanted);
            let (first, last) = (rows[0][0], rows[wanted.0 - 1][wanted.1 - 1]);
            assert_eq!((first.likelihood, first.impact), top_left);
            assert_eq!((last.likelihood, last.impact), bottom_right);
        }
    }
}
