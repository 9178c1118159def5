//! Two registers side by side: what is in one and not in the other, and what differs field by field. What lies between
//! two states of one register, to be made again, is next door in [`super::delta`].

use std::collections::BTreeMap;
use std::rc::Rc;

use super::described::Described;
use super::history::differing;
use super::{Happened, List, Part, Register, Subject};

/// One thing that differs between two registers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which entity it is or belongs to; the organisation where it is none with an id.
    pub subject: Subject,
    /// What kind of thing it is, in small letters.
    pub kind: &'static str,
    /// What it is called.
    pub name: String,
    /// Whether it is only in the second register, only in the first, or what differs. No field is told where
    /// something differs that no field tells, such as a colour or the day of a change.
    pub what: Happened,
}

impl Register {
    /// What must have happened to this register for another to have come of it, list by list; the histories are not
    /// looked at.
    #[must_use]
    pub fn compared(&self, other: &Self) -> Vec<Difference> {
        let lists = List::ALL.into_iter().flat_map(|list| self.compared_list(other, list));
        self.compared_organisation(other).into_iter().chain(lists).collect()
    }

    fn compared_organisation(&self, other: &Self) -> Option<Difference> {
        if Rc::ptr_eq(&self.organisation, &other.organisation) || self.organisation == other.organisation {
            return None;
        }
        let (was, is) = (&self.organisation, &other.organisation);
        Some(Difference {
            subject: Subject::Organisation,
            kind: Subject::Organisation.kind(),
            name: is.name.clone(),
            what: Happened::Changed(differing(&was.fields(self), &is.fields(other))),
        })
    }

    fn compared_list(&self, other: &Self, list: List) -> Vec<Difference> {
        let told = |part: &Part, what| Difference {
            subject: part.subject(),
            kind: list.one(),
            name: part.title().to_owned(),
            what,
        };
        let mut was: BTreeMap<String, Part> =
            self.parts(list).into_iter().map(|part| (part.key(), part)).collect();
        let mut here = Vec::new();
        for part in other.parts(list) {
            match was.remove(&part.key()) {
                None => here.push(told(&part, Happened::Added)),
                Some(was) if was.is_same(&part) => {}
                Some(was) => {
                    let fields = differing(&was.fields(self), &part.fields(other));
                    here.push(told(&part, Happened::Changed(fields)));
                }
            }
        }
        was.values().map(|part| told(part, Happened::Removed)).chain(here).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::marlshire;
    use crate::register::{Change, FieldChange, Risk};

    #[test]
    fn what_differs_is_told_by_name_and_field() {
        let before = marlshire();
        let [first, second] = [0, 1].map(|at| (*before.risks()[at]).clone());
        let owned = Risk { owner: "A new owner".into(), ..first.clone() };
        let change = Change::All(vec![Change::RiskRemoved(second.id), Change::RisksPut(vec![owned])]);
        let after = before.apply(change).expect("sound");
        let told = before.compared(&after);
        let field = FieldChange { field: "Owner".into(), from: first.owner, to: "A new owner".into() };
        let of = |name: &str| told.iter().find(|told| told.name == name).map(|told| told.what.clone());
        assert_eq!(of(&second.title), Some(Happened::Removed));
        assert_eq!(of(&first.title), Some(Happened::Changed(vec![field])));
        assert_eq!(after.compared(&after), []);
        let back = after.compared(&before);
        assert!(back.iter().any(|told| told.name == second.title && told.what == Happened::Added));
    }
}
