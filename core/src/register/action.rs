//! An action: something that somebody is to do by a day.

use super::{ActionId, ControlId, PartnershipId, RiskId, Subject, Timestamp};
use crate::choice::choices;
use crate::date::Date;
use crate::money::Pence;

/// Something that is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// When it was entered.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// What is to be done.
    pub what: String,
    /// What it serves.
    pub serves: Serves,
    /// Who does it; empty while nobody is named.
    pub owner: String,
    /// By when.
    pub due: Option<Date>,
    /// How far it is.
    pub state: ActionState,
    /// What it costs.
    pub cost: Option<Pence>,
    /// When it was done.
    pub completed: Option<Date>,
    /// Anything else.
    pub notes: String,
}

/// What an action serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Serves {
    /// To bring a risk down.
    Risk(RiskId),
    /// To build or mend a control.
    Control(ControlId),
    /// To run a partnership better.
    Partnership(PartnershipId),
}

impl Serves {
    /// It, as something among all that things are about.
    #[must_use]
    pub fn subject(self) -> Subject {
        match self {
            Self::Risk(id) => Subject::Risk(id),
            Self::Control(id) => Subject::Control(id),
            Self::Partnership(id) => Subject::Partnership(id),
        }
    }
}

impl Action {
    /// An action of which no more is known than what is to be done, and for what.
    #[must_use]
    pub fn new(id: ActionId, what: &str, serves: Serves, created: Timestamp) -> Self {
        Self {
            id,
            created,
            updated: created,
            what: what.to_owned(),
            serves,
            owner: String::new(),
            due: None,
            state: ActionState::default(),
            cost: None,
            completed: None,
            notes: String::new(),
        }
    }

    /// Whether it is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        match self.state {
            ActionState::ToDo | ActionState::InProgress => true,
            ActionState::Done | ActionState::Dropped => false,
        }
    }

    /// Whether it should have been done before `today`.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.is_open() && self.due.is_some_and(|due| due < today)
    }
}

choices! {
    /// How far an action is.
    ActionState default ToDo {
        /// Not begun.
        ToDo = "to-do", "To do";
        /// Begun.
        InProgress = "in-progress", "In progress";
        /// Done.
        Done = "done", "Done";
        /// Given up.
        Dropped = "dropped", "Dropped";
    }
}
