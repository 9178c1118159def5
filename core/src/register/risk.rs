//! A risk: what could happen, why and with what effect, rated before controls, today and as aimed for.

use super::{PartnershipId, Quantification, RiskId, Timestamp};
use crate::catalogue::CategoryId;
use crate::choice::choices;
use crate::date::Date;
use crate::letters;
use crate::scale::Rating;
use crate::share::Share;

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
    /// Who bears which share of it, as far as somebody has said so.
    pub bearers: Vec<Bearer>,
    /// The three ratings.
    pub ratings: Ratings,
    /// How sure people are of the current rating.
    pub confidence: Confidence,
    /// What the rating rests on.
    pub evidence: String,
    /// When it could come about.
    pub proximity: Proximity,
    /// What it costs, as far as somebody has put figures to it.
    pub quantification: Option<Quantification>,
    /// What is being done about it.
    pub treatment: Treatment,
    /// Why that, above all where it is accepted.
    pub treatment_reason: String,
    /// Whether it counts.
    pub status: Status,
    /// Why it has that status, above all where it is closed.
    pub status_reason: String,
    /// When it is looked at again.
    pub review: Option<Date>,
    /// The day on which somebody last looked at its ratings and gave or confirmed them. To be changed together
    /// with others, or carried over to another matrix, is not to be looked at.
    pub rated: Option<Date>,
    /// Risks that belong with it.
    pub linked: Vec<RiskId>,
    /// Anything else.
    pub notes: String,
}

/// Who bears a share of a risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bearer {
    /// The body.
    pub name: String,
    /// Its share.
    pub share: Share,
}

impl Risk {
    /// A risk of which no more than its title is known.
    #[must_use]
    pub fn new(id: RiskId, partnership: PartnershipId, title: &str, created: Timestamp) -> Self {
        Self {
            id,
            created,
            updated: created,
            partnership,
            reference: String::new(),
            title: title.to_owned(),
            cause: String::new(),
            event: String::new(),
            consequence: String::new(),
            category: None,
            owner: String::new(),
            bearers: Vec::new(),
            ratings: Ratings::default(),
            confidence: Confidence::default(),
            evidence: String::new(),
            proximity: Proximity::default(),
            quantification: None,
            treatment: Treatment::default(),
            treatment_reason: String::new(),
            status: Status::default(),
            status_reason: String::new(),
            review: None,
            rated: Date::of_moment(created),
            linked: Vec::new(),
            notes: String::new(),
        }
    }
}

impl Risk {
    /// What its reference is compared by, while it uses one: within its partnership, whatever the capitals and
    /// blanks, no other risk is to have it. Closed risks, and those without a reference, use none.
    #[must_use]
    pub fn reference_in_use(&self) -> Option<(PartnershipId, String)> {
        let reference = letters::folded(&self.reference);
        (self.status != Status::Closed && !reference.is_empty()).then_some((self.partnership, reference))
    }
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

choices! {
    /// What is being done about a risk (Orange Book, 2023).
    Treatment default Undecided {
        /// Not decided yet.
        Undecided = "undecided", "Not decided";
        /// Reduced by controls and actions.
        Treat = "treat", "Treat";
        /// Accepted as it is.
        Tolerate = "tolerate", "Tolerate";
        /// Passed to somebody else, as by insurance.
        Transfer = "transfer", "Transfer";
        /// Ended by ending the activity.
        Terminate = "terminate", "Terminate";
    }
}

choices! {
    /// Whether a risk counts in figures.
    Status default Open {
        /// Still being written; counts nowhere.
        Draft = "draft", "Draft";
        /// In force.
        Open = "open", "Open";
        /// Over; kept for the record, counts nowhere.
        Closed = "closed", "Closed";
    }
}

choices! {
    /// How sure people are of a rating.
    Confidence default NotSaid {
        /// Nobody has said.
        NotSaid = "not-said", "Not said";
        /// Little to go by.
        Low = "low", "Low";
        /// Some evidence, or people who know.
        Medium = "medium", "Medium";
        /// Good evidence.
        High = "high", "High";
    }
}

choices! {
    /// When a risk could come about (Orange Book, 2023: proximity).
    Proximity default NotSaid {
        /// Nobody has said.
        NotSaid = "not-said", "Not said";
        /// Within three months.
        Imminent = "imminent", "Within three months";
        /// Within a year.
        ThisYear = "this-year", "Within a year";
        /// Within three years.
        MediumTerm = "medium-term", "Within three years";
        /// Later.
        LongTerm = "long-term", "Later";
    }
}
