//! What a newer version has written and this one does not know: members of objects in files, kept beside the parts
//! that they belong to and written again with them. A part that is removed takes them along. How they are found and
//! put back is next door in [`crate::document`].

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{List, Register};
use crate::json::{Map, Value};

/// The members that this version does not know, by the list and the key of the part that holds them. Copies share
/// them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Unknown(Rc<BTreeMap<Holder, Vec<Extra>>>);

/// What holds members that this version does not know.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Holder {
    /// The name of the list in files; empty for the register itself, and "organisation" and "history" for what
    /// stands in no [`List`].
    pub list: String,
    /// The key of the part in its list.
    pub key: String,
}

/// Members that this version does not know, in one object of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Extra {
    /// The way from the part to the object.
    pub path: Vec<Step>,
    /// The members.
    pub members: Map<String, Value>,
}

/// A step into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// To the member of this name.
    Member(String),
    /// To an item of a list.
    Item {
        /// Where it stands.
        place: usize,
        /// Among how many.
        of: usize,
        /// What it is called; empty where nothing names it.
        name: String,
    },
}

impl Holder {
    /// The register itself.
    pub fn register() -> Self {
        Self { list: String::new(), key: String::new() }
    }
}

impl Unknown {
    /// From what each holder holds.
    pub fn new(all: BTreeMap<Holder, Vec<Extra>>) -> Self {
        Self(Rc::new(all))
    }

    /// Whether everything is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a part holds.
    pub fn of(&self, list: &str, key: &str) -> &[Extra] {
        if self.is_empty() {
            return &[];
        }
        self.0.get(&Holder { list: list.to_owned(), key: key.to_owned() }).map_or(&[], Vec::as_slice)
    }

    /// All of it, in the order of the holders.
    pub fn all(&self) -> &BTreeMap<Holder, Vec<Extra>> {
        &self.0
    }
}

impl Register {
    /// What this version does not know.
    pub(crate) fn unknown(&self) -> &Unknown {
        &self.unknown
    }

    /// Takes out what belonged to parts that are gone. That of an entry of the history goes once nothing writes it.
    pub(super) fn drop_unknown(&mut self) {
        let is_there = |holder: &Holder| {
            let list = List::ALL.into_iter().find(|list| list.name() == holder.list);
            list.is_none_or(|list| self.has_part(list, &holder.key))
        };
        if self.unknown.0.keys().all(is_there) {
            return;
        }
        let left = self.unknown.0.iter().filter(|(holder, _)| is_there(holder));
        self.unknown = Unknown::new(left.map(|(holder, extras)| (holder.clone(), extras.clone())).collect());
    }
}
