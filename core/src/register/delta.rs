//! What lies between two registers, part by part: what was put and what was removed. It is found quickly where
//! registers share what did not change, it is small where little did, and it makes the one register of the other, so
//! that a journal can keep one for each change. How it is stored is next door in [`crate::document`].

mod history;
mod list;

use std::rc::Rc;

pub(crate) use history::HistoryDelta;
pub(crate) use list::ListDelta;

use super::{Change, ChangeError, List, Organisation, Register, Unknown};

/// The difference of two registers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delta {
    /// The organisation, where it was described anew.
    pub(crate) organisation: Option<Rc<Organisation>>,
    /// The lists in which something was put or removed.
    pub(crate) lists: Vec<(List, ListDelta)>,
    /// What became of the history, if anything.
    pub(crate) history: Option<HistoryDelta>,
    /// What this version does not know, where it is another.
    pub(crate) unknown: Option<Unknown>,
}

impl Delta {
    /// What must be done to the first register for the second to come of it.
    #[must_use]
    pub fn between(before: &Register, after: &Register) -> Self {
        let is_other = |a: &Rc<Organisation>, b: &Rc<Organisation>| !Rc::ptr_eq(a, b) && a != b;
        let organisation = is_other(&before.organisation, &after.organisation);
        let list = |list: List| Some((list, ListDelta::between(&before.parts(list), &after.parts(list))?));
        Self {
            organisation: organisation.then(|| Rc::clone(&after.organisation)),
            lists: List::ALL.into_iter().filter_map(list).collect(),
            history: HistoryDelta::between(&before.history, &after.history),
            unknown: (before.unknown != after.unknown).then(|| after.unknown.clone()),
        }
    }

    /// Whether there is no difference.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many parts it puts or removes, the organisation among them.
    #[must_use]
    pub fn n_parts(&self) -> usize {
        let of_lists: usize = self.lists.iter().map(|(_, list)| list.removed.len() + list.put.len()).sum();
        of_lists + usize::from(self.organisation.is_some())
    }

    /// The register that comes of another by this difference, under the rules of [`Register::apply`]. What is to be
    /// removed must be there; what is put stands where it stood in the register that the difference leads to, as
    /// far as the other one has that many parts.
    pub fn apply(&self, register: &Register) -> Result<Register, ChangeError> {
        register.apply(Change::Differing(Box::new(self.clone())))
    }

    /// Makes the difference, without a look at whether what comes of it is whole.
    pub(super) fn make(self, register: &mut Register) -> Result<(), ChangeError> {
        if let Some(organisation) = self.organisation {
            register.organisation = organisation;
        }
        for (list, delta) in self.lists {
            let parts = delta.made(register.parts(list))?;
            register.set_parts(list, parts);
        }
        if let Some(history) = self.history {
            register.history = history.made(&register.history);
        }
        if let Some(unknown) = self.unknown {
            register.unknown = unknown;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
