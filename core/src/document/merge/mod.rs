//! Two copies of a register made one again, part by part and, where both changed the same part, field by field. What
//! cannot be decided is a conflict that a person decides; what the rules of a register do not allow is told. Nothing
//! is lost without being said. How single values are merged is next door in `fields`, how the outcome is made to fit
//! the rules in `settled`.

mod ancestor;
mod fields;
mod history;
mod parts;
mod settled;
#[cfg(test)]
mod tests;
mod words;

pub use ancestor::is_ancestor;
use fields::Fields;
use parts::ops;
use settled::{Refused, settled};

use super::stored;
use crate::register::{List, Part, Register, Subject};

/// One of the two copies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The copy that is worked in.
    #[default]
    Mine,
    /// The other copy.
    Theirs,
}

/// Something that both copies say, and differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which entity it is about; the organisation where it is about none with an id.
    pub subject: Subject,
    /// What kind of thing it is about, in small letters.
    pub kind: &'static str,
    /// What that is called.
    pub name: String,
    /// The field, in words; empty where one copy has removed the whole thing.
    pub field: String,
    /// What stands in the copy that is worked in; empty where it was removed or left empty.
    pub mine: String,
    /// What stands in the other copy; empty where it was removed or left empty.
    pub theirs: String,
}

/// Something that was taken over otherwise than it was meant, since the rules of a register do not allow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Which entity it is about; the organisation where it is about none with an id.
    pub subject: Subject,
    /// What kind of thing it is about, in small letters.
    pub kind: &'static str,
    /// What that is called.
    pub name: String,
    /// What was done about it, and why.
    pub what: String,
}

/// What came of two copies.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The register, which satisfies every rule.
    pub register: Register,
    /// What a person is to decide, in a fixed order. Until somebody has, it is as in the copy that is worked in.
    pub conflicts: Vec<Conflict>,
    /// What the rules did not allow.
    pub told: Vec<Told>,
    copies: Copies,
}

/// The copies that are merged, and the one they both come of, if it is known.
#[derive(Clone, Debug, PartialEq)]
struct Copies {
    base: Option<Register>,
    mine: Register,
    theirs: Register,
}

/// One register of two copies. With the register that both come of, what only one copy changed is taken from it;
/// without, what is only in one copy is kept and everything that differs is a conflict.
#[must_use]
pub fn merge(base: Option<&Register>, mine: &Register, theirs: &Register) -> Merged {
    let copies = Copies { base: base.cloned(), mine: mine.clone(), theirs: theirs.clone() };
    copies.merged(&[])
}

impl Merged {
    /// The same with conflicts decided, each in its turn; those for which nothing is said stay as in the copy that is
    /// worked in.
    #[must_use]
    pub fn with(&self, choices: &[Side]) -> Self {
        self.copies.merged(choices)
    }
}

impl Copies {
    fn merged(&self, choices: &[Side]) -> Merged {
        if let Some(register) = self.one_sided() {
            return self.outcome(register.clone(), Vec::new(), Vec::new());
        }
        let mut fields = Fields::new(choices);
        let ops = ops(self, &mut fields);
        let (register, refused) = settled(&self.mine, &self.theirs, ops);
        let register = self.in_order(register);
        let register = history::merged(self, &register);
        let told = refused.into_iter().map(Refused::told).chain(fields.told);
        self.outcome(register, fields.conflicts, told.collect())
    }

    /// The copy that holds everything: both are the same, or only one was changed.
    fn one_sided(&self) -> Option<&Register> {
        let is_base = |copy: &Register| self.base.as_ref() == Some(copy);
        if self.mine == self.theirs || is_base(&self.theirs) {
            return Some(&self.mine);
        }
        is_base(&self.mine).then_some(&self.theirs)
    }

    /// Lists that only the other copy changed stand in its order; all others in that of the copy that is worked in.
    fn in_order(&self, register: Register) -> Register {
        let Some(base) = &self.base else { return register };
        let keys = |register: &Register, list: List| -> Vec<String> {
            register.parts(list).iter().map(Part::key).collect()
        };
        List::ALL.into_iter().fold(register, |register, list| {
            let theirs = keys(&self.theirs, list);
            let is_theirs = keys(base, list) == keys(&self.mine, list) && keys(&register, list) != theirs;
            if is_theirs { register.in_order(list, &theirs) } else { register }
        })
    }

    fn outcome(&self, register: Register, conflicts: Vec<Conflict>, told: Vec<Told>) -> Merged {
        Merged { register, conflicts, told, copies: self.clone() }
    }
}
