//! The measures by which categories of risk are ranked, and which of two is the higher. What a category comes to is
//! added up next door in `tally`.

use std::cmp::Ordering;

use crate::scale::Score;

/// What a category is ranked by. Only open risks of live partnerships with a category and a current rating count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// The share of partnerships, from 0 to 1, that have the category among their top five. A category scores in a
    /// partnership as its highest risk there, and is named if fewer than five categories of that partnership
    /// score higher: ties for fifth place are all named. Partnerships without a counted risk did not answer.
    ShareNaming,
    /// The mean of likelihood times impact over the category's risks.
    MeanScore,
    /// The category's highest risk, by level first and then by likelihood times impact, which is the value.
    HighestScore,
    /// How many of the category's risks stand at the highest level of the matrix.
    TopLevelCount,
    /// How many of the category's risks stand above the appetite for it. A snapshot does not hold the appetite of its
    /// day, and today's need not fit its matrix: no category has a line there by this measure.
    AboveAppetite,
}

impl Measure {
    /// Every measure, in the order it is offered.
    pub const ALL: [Self; 5] =
        [Self::ShareNaming, Self::MeanScore, Self::HighestScore, Self::TopLevelCount, Self::AboveAppetite];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ShareNaming => "Share of partnerships naming it in their top five",
            Self::MeanScore => "Mean score",
            Self::HighestScore => "Highest score",
            Self::TopLevelCount => "Risks at the highest level",
            Self::AboveAppetite => "Risks above appetite",
        }
    }

    /// Whether it counts things, so that nought means that there are none.
    #[must_use]
    pub fn counts(self) -> bool {
        match self {
            Self::ShareNaming | Self::TopLevelCount | Self::AboveAppetite => true,
            Self::MeanScore | Self::HighestScore => false,
        }
    }

    /// Whether a snapshot holds all that it takes.
    #[must_use]
    pub fn is_known_of_snapshots(self) -> bool {
        match self {
            Self::ShareNaming | Self::MeanScore | Self::HighestScore | Self::TopLevelCount => true,
            Self::AboveAppetite => false,
        }
    }
}

/// What a category comes to by a measure.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    pub(super) value: f64,
    /// The highest score among its risks.
    pub(super) highest: Score,
}

/// The higher first; what has no standing, last.
pub(super) fn higher_first(measure: Measure, a: Option<Standing>, b: Option<Standing>) -> Ordering {
    let (Some(a), Some(b)) = (a, b) else { return b.is_some().cmp(&a.is_some()) };
    match measure {
        Measure::HighestScore => b.highest.cmp(&a.highest),
        Measure::ShareNaming | Measure::MeanScore | Measure::TopLevelCount | Measure::AboveAppetite => {
            b.value.total_cmp(&a.value)
        }
    }
}
