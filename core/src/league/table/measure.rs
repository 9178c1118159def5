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
    /// What the category's risks are expected to cost in a year, in pounds, with the controls that operate. A risk without
    /// figures costs nothing that is known. Neither this nor the next is known of a snapshot.
    ExpectedLoss,
    /// The part of the category's risks in the average loss of the worst year in twenty, from 0 to 1.
    TailShare,
}

impl Measure {
    /// Every measure, in the order it is offered.
    pub const ALL: [Self; 7] = [
        Self::ShareNaming,
        Self::MeanScore,
        Self::HighestScore,
        Self::TopLevelCount,
        Self::AboveAppetite,
        Self::ExpectedLoss,
        Self::TailShare,
    ];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ShareNaming => "Share of partnerships naming it in their top five",
            Self::MeanScore => "Mean score",
            Self::HighestScore => "Highest score",
            Self::TopLevelCount => "Risks at the highest level",
            Self::AboveAppetite => "Risks above appetite",
            Self::ExpectedLoss => "Expected loss of a year",
            Self::TailShare => "Share of the worst year in twenty",
        }
    }

    /// Whether it counts things or money, so that nought means that there is none.
    #[must_use]
    pub fn counts(self) -> bool {
        match self {
            Self::ShareNaming
            | Self::TopLevelCount
            | Self::AboveAppetite
            | Self::ExpectedLoss
            | Self::TailShare => true,
            Self::MeanScore | Self::HighestScore => false,
        }
    }

    /// Whether it takes what risks cost.
    #[must_use]
    pub fn is_of_money(self) -> bool {
        match self {
            Self::ExpectedLoss | Self::TailShare => true,
            Self::ShareNaming
            | Self::MeanScore
            | Self::HighestScore
            | Self::TopLevelCount
            | Self::AboveAppetite => false,
        }
    }

    /// Whether a snapshot holds all that it takes.
    #[must_use]
    pub fn is_known_of_snapshots(self) -> bool {
        match self {
            Self::ShareNaming | Self::MeanScore | Self::HighestScore | Self::TopLevelCount => true,
            Self::AboveAppetite | Self::ExpectedLoss | Self::TailShare => false,
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
        Measure::ShareNaming
        | Measure::MeanScore
        | Measure::TopLevelCount
        | Measure::AboveAppetite
        | Measure::ExpectedLoss
        | Measure::TailShare => b.value.total_cmp(&a.value),
    }
}
