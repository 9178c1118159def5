//! What a tab knows of what is kept: the states that it read or wrote, each under the mark with which it was kept. By
//! them it sees that another tab has kept something since, and from which state both went on.

use std::rc::Rc;

use super::Moment;

/// What tells one writing of the register from every other.
pub type Mark = u64;

/// How many states are known at the most.
const MOST: usize = 8;

/// What a tab knows of what is kept.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The states, the newest first.
    states: Rc<[(Mark, Moment)]>,
    /// The revision that what is kept next must be above.
    revision: u64,
}

impl Known {
    /// One state and nothing before it.
    #[must_use]
    pub fn of(mark: Mark, kept: Moment) -> Self {
        Self::default().with(mark, kept)
    }

    /// The same, and one state more.
    #[must_use]
    pub fn with(&self, mark: Mark, kept: Moment) -> Self {
        let others = self.states.iter().filter(|(known, _)| *known != mark).cloned();
        let states = std::iter::once((mark, kept)).chain(others).take(MOST).collect();
        Self { states, revision: self.revision }
    }

    /// The same, and that a state with this revision lies in the journal: what is kept next must count for newer.
    #[must_use]
    pub fn above(self, revision: u64) -> Self {
        Self { revision, ..self }
    }

    /// The revision that what is kept next must be above.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether this is the mark of the newest state.
    #[must_use]
    pub fn is_newest(&self, mark: Mark) -> bool {
        self.states.first().is_some_and(|(known, _)| *known == mark)
    }

    /// The newest state.
    #[must_use]
    pub fn newest(&self) -> Option<&Moment> {
        self.states.first().map(|(_, kept)| kept)
    }

    /// The newest state that is among those with these marks.
    #[must_use]
    pub fn among(&self, marks: &[Mark]) -> Option<&Moment> {
        self.states.iter().find(|(known, _)| marks.contains(known)).map(|(_, kept)| kept)
    }
}

/// What was kept under one mark is one and the same.
impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        let marks = |known: &Self| known.states.iter().map(|(mark, _)| *mark).collect::<Vec<_>>();
        marks(self) == marks(other)
    }
}
