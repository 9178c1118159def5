//! What was merged, made to fit the rules of a register: all at once where that works, otherwise as much of it as
//! does. What does not is told with the rule that it would break. What a part needs and the copy that is worked in
//! has removed comes back.

use std::collections::{BTreeMap, BTreeSet};

use super::Told;
use super::parts::Op;
use crate::document::stored;
use crate::json::Value;
use crate::register::{
    Change, ChangeError, Delta, Extra, Holder, List, ListDelta, Part, Register, Subject, Unknown,
};

/// Something that could not be done, or that had to be done besides.
#[derive(Clone, Debug)]
pub(super) struct Refused {
    op: Op,
    reason: String,
}

/// The register after as many of the operations as its rules allow, and those that they do not.
pub(super) fn settled(mine: &Register, theirs: &Register, ops: Vec<Op>) -> (Register, Vec<Refused>) {
    let (register, failed) = as_many_as_fit(mine.clone(), ops);
    if failed.is_empty() {
        return (register, Vec::new());
    }
    let needed = needed(&failed, &register, theirs);
    let mut told: Vec<Refused> = needed.iter().map(brought_back).collect();
    let again: Vec<Op> = needed.into_iter().chain(failed.into_iter().map(|(op, _)| op)).collect();
    let (register, failed) = until_nothing_more_fits(register, again);
    told.extend(failed.into_iter().map(|(op, error)| Refused { op, reason: error.to_string() }));
    (register, told)
}

type Failed = Vec<(Op, ChangeError)>;

fn until_nothing_more_fits(register: Register, ops: Vec<Op>) -> (Register, Failed) {
    let n = ops.len();
    let (register, failed) = as_many_as_fit(register, ops);
    if failed.is_empty() || failed.len() == n {
        return (register, failed);
    }
    until_nothing_more_fits(register, failed.into_iter().map(|(op, _)| op).collect())
}

/// All operations at once, or else those of each half that fit.
fn as_many_as_fit(register: Register, mut ops: Vec<Op>) -> (Register, Failed) {
    match register.apply(change(&register, &ops)) {
        Ok(after) => (after, Vec::new()),
        Err(error) if ops.len() < 2 => (register, ops.into_iter().map(|op| (op, error.clone())).collect()),
        Err(_) => {
            let rest = ops.split_off(ops.len() / 2);
            let (register, mut failed) = as_many_as_fit(register, ops);
            let (register, others) = as_many_as_fit(register, rest);
            failed.extend(others);
            (register, failed)
        }
    }
}

/// One change of all operations, without anything that would go along.
fn change(register: &Register, ops: &[Op]) -> Change {
    let mut delta = Delta::default();
    let mut unknown: BTreeMap<Holder, Vec<Extra>> = register.unknown().all().clone();
    for op in ops {
        let (holder, extras) = op.extras();
        if extras.is_empty() {
            unknown.remove(&holder);
        } else {
            unknown.insert(holder, extras.to_vec());
        }
        match op {
            Op::Organisation(organisation, _) => delta.organisation = Some(organisation.clone()),
            Op::Put(list, part, _, is_new) => {
                of_list(&mut delta, *list).put.push((is_new.then_some(usize::MAX), part.clone()));
            }
            Op::Removed(list, part) => of_list(&mut delta, *list).removed.push(part.key()),
            Op::Unknown(_) => {}
        }
    }
    delta.unknown = Some(Unknown::new(unknown));
    Change::Differing(Box::new(delta))
}

fn of_list(delta: &mut Delta, list: List) -> &mut ListDelta {
    let at = delta.lists.iter().position(|(known, _)| *known == list).unwrap_or_else(|| {
        delta.lists.push((list, ListDelta::default()));
        delta.lists.len() - 1
    });
    &mut delta.lists[at].1
}

impl Op {
    /// Whose unknown members it sets, and to what.
    fn extras(&self) -> (Holder, &[Extra]) {
        let holder = |list: &str, key: String| Holder { list: list.to_owned(), key };
        match self {
            Self::Organisation(_, extras) => (holder("organisation", String::new()), extras),
            Self::Put(list, part, extras, _) => (holder(list.name(), part.key()), extras),
            Self::Removed(list, part) => (holder(list.name(), part.key()), &[]),
            Self::Unknown(extras) => (Holder::register(), extras),
        }
    }
}

/// Parts of the other copy that operations name and the register has not: they were removed in one copy while the
/// other went on to use them.
fn needed(failed: &Failed, register: &Register, theirs: &Register) -> Vec<Op> {
    let mut asking: Vec<(List, Part)> = failed.iter().filter_map(|(op, _)| put_by(op)).collect();
    let mut done: BTreeSet<String> = asking.iter().map(|(_, part)| part.key()).collect();
    let lists = [List::Partnerships, List::Risks, List::Controls, List::Surveys];
    let missing: Vec<(List, String, Part)> =
        lists.into_iter().flat_map(|list| missing(list, register, theirs)).collect();
    let mut ops = Vec::new();
    while let Some((list, part)) = asking.pop() {
        let value = stored::write_part(theirs, list, &part);
        for (list, key, part) in missing.iter().filter(|(_, key, _)| names(&value, key)) {
            if done.insert(key.clone()) {
                let extras = theirs.unknown().of(list.name(), key).to_vec();
                ops.push(Op::Put(*list, part.clone(), extras, true));
                asking.push((*list, part.clone()));
            }
        }
    }
    ops
}

fn put_by(op: &Op) -> Option<(List, Part)> {
    match op {
        Op::Put(list, part, ..) => Some((*list, part.clone())),
        Op::Organisation(..) | Op::Removed(..) | Op::Unknown(_) => None,
    }
}

/// The parts of a list that the other copy has and the register has not, with their keys.
fn missing(list: List, register: &Register, theirs: &Register) -> Vec<(List, String, Part)> {
    let known: BTreeSet<String> = register.parts(list).iter().map(Part::key).collect();
    let parts = theirs.parts(list).into_iter().map(|part| (list, part.key(), part));
    parts.filter(|(_, key, _)| !known.contains(key)).collect()
}

/// Whether a key stands anywhere in a value.
fn names(value: &Value, key: &str) -> bool {
    match value {
        Value::String(text) => text == key,
        Value::Array(items) => items.iter().any(|item| names(item, key)),
        Value::Object(members) => members.values().any(|member| names(member, key)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn brought_back(op: &Op) -> Refused {
    Refused { op: op.clone(), reason: String::new() }
}

impl Refused {
    /// What is told of it.
    pub fn told(self) -> Told {
        let reason = self.reason;
        let (subject, kind, name, what) = match self.op {
            Op::Put(list, part, ..) if reason.is_empty() => {
                let what = "was removed in your copy and is kept, since the other copy uses it".to_owned();
                (part.subject(), list.one(), part.title().to_owned(), what)
            }
            Op::Put(list, part, ..) => {
                let what = format!("could not be taken over from the other copy: {reason}");
                (part.subject(), list.one(), part.title().to_owned(), what)
            }
            Op::Removed(list, part) => {
                let what = format!("was removed in the other copy and is kept: {reason}");
                (part.subject(), list.one(), part.title().to_owned(), what)
            }
            Op::Organisation(organisation, _) => {
                let what = format!("stays as in your copy: {reason}");
                (Subject::Organisation, Subject::Organisation.kind(), organisation.name.clone(), what)
            }
            Op::Unknown(_) => (Subject::Organisation, "register", String::new(), reason),
        };
        Told { subject, kind, name, what }
    }
}
