//! A risk: what could happen, why and with what effect, rated before controls, today and as aimed for.

use super::{PartnershipId, RiskId, Timestamp};
use crate::catalogue::CategoryId;
use crate::scale::Rating;

/// One risk of one partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Risk {
    /// Its id.
    pub id: RiskId,
    /// When it was entered.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// The partnership it belongs to.
    pub partnership: PartnershipId,
    /// The body's own reference, such as "PT3"; may be empty.
    pub reference: String,
    /// The risk in a few words.
    pub title: String,
    /// Why it could happen.
    pub cause: String,
    /// What would happen.
    pub event: String,
    /// What it would lead to.
    pub consequence: String,
    /// The category it counts under, once somebody has said so.
    pub category: Option<CategoryId>,
    /// Who looks after it; empty while nobody is named.
    pub owner: String,
    /// The three ratings.
    pub ratings: Ratings,
    /// What is being done about it.
    pub treatment: Treatment,
    /// Whether it counts.
    pub status: Status,
    /// Anything else.
    pub notes: String,
}

/// How the risk was, is and should be rated; each as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratings {
    /// Before any control.
    pub inherent: Option<Rating>,
    /// After today's controls; called residual in most registers.
    pub current: Option<Rating>,
    /// After everything planned.
    pub target: Option<Rating>,
}

/// Which of the three ratings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before any control.
    Inherent,
    /// After today's controls.
    Current,
    /// After everything planned.
    Target,
}

impl Stage {
    /// From before controls to what is aimed for.
    pub const ALL: [Self; 3] = [Self::Inherent, Self::Current, Self::Target];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Inherent => "Inherent",
            Self::Current => "Current",
            Self::Target => "Target",
        }
    }
}

impl Ratings {
    /// The rating at one stage.
    #[must_use]
    pub fn at(&self, stage: Stage) -> Option<Rating> {
        match stage {
            Stage::Inherent => self.inherent,
            Stage::Current => self.current,
            Stage::Target => self.target,
        }
    }

    /// The place of the rating at one stage.
    pub fn at_mut(&mut self, stage: Stage) -> &mut Option<Rating> {
        match stage {
            Stage::Inherent => &mut self.inherent,
            Stage::Current => &mut self.current,
            Stage::Target => &mut self.target,
        }
    }
}

/// What is being done about a risk (Orange Book, 2023).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Treatment {
    /// Reduced by controls and actions.
    Treat,
    /// Accepted as it is.
    Tolerate,
    /// Passed to somebody else, as by insurance.
    Transfer,
    /// Ended by ending the activity.
    Terminate,
    /// Not decided yet.
    #[default]
    Undecided,
}

impl Treatment {
    /// Every treatment, in the order it is offered.
    pub const ALL: [Self; 5] =
        [Self::Undecided, Self::Treat, Self::Tolerate, Self::Transfer, Self::Terminate];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Treat => "Treat",
            Self::Tolerate => "Tolerate",
            Self::Transfer => "Transfer",
            Self::Terminate => "Terminate",
            Self::Undecided => "Not decided",
        }
    }
}

/// Whether a risk counts in figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Still being written; counts nowhere.
    Draft,
    /// In force.
    #[default]
    Open,
    /// Over; kept for the record, counts nowhere.
    Closed,
}

impl Status {
    /// Every status, in the order of a risk's life.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Open, Self::Closed];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Open => "Open",
            Self::Closed => "Closed",
        }
    }
}
