//! The stored form of a register in small slices, one after the other: nothing of a large register is ever written in
//! one go. How many slices make a piece of work is the business of [`crate::document`].

use std::rc::Rc;

use super::{HISTORY, ORGANISATION, part, snapshot};
use crate::json::Value;
use crate::register::{Entry, List, Part, Register, Snapshot};

/// A slice of the stored form of a register.
#[derive(Clone, Debug)]
pub(in crate::document) enum Slice {
    /// Text between two slices.
    Text(String),
    /// The organisation.
    Organisation,
    /// A part of a list.
    Part(List, Part),
    /// A snapshot without its risks.
    SnapshotHead(Rc<Snapshot>),
    /// A risk of a snapshot, by its place.
    RiskThen(Rc<Snapshot>, usize),
    /// An entry of the history.
    Entry(Rc<Entry>),
}

impl Slice {
    /// The text of the slice.
    pub fn text(&self, register: &Register) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Organisation => part::write_organisation(register).to_string(),
            Self::Part(list, part) => part::write_part(register, *list, part).to_string(),
            Self::SnapshotHead(snapshot) => snapshot_head(snapshot),
            Self::RiskThen(snapshot, place) => {
                snapshot.risks.get(*place).map(|risk| snapshot::risk(risk).to_string()).unwrap_or_default()
            }
            Self::Entry(entry) => part::write_entry(register, entry).to_string(),
        }
    }
}

/// Everything but the last brace, since the risks are still to come.
fn snapshot_head(snapshot: &Snapshot) -> String {
    let mut text = snapshot::head(snapshot).end().to_string();
    text.pop();
    text + ",\"risks\":["
}

/// The slices of a register. What is empty is left out, but for partnerships and risks.
pub(in crate::document) fn slices(register: &Register) -> Vec<Slice> {
    let mut slices = vec![text("{", ORGANISATION, ":"), Slice::Organisation];
    for list in List::ALL {
        let parts = register.parts(list);
        if !parts.is_empty() || matches!(list, List::Partnerships | List::Risks) {
            let parts = parts.into_iter().map(|part| of_part(register, list, part));
            put_list(&mut slices, list.name(), parts);
        }
    }
    if !register.history().is_empty() {
        put_list(
            &mut slices,
            HISTORY,
            register.history().iter().map(|entry| vec![Slice::Entry(entry.clone())]),
        );
    }
    for (name, value) in register.unknown().of("", "").iter().flat_map(|extra| &extra.members) {
        slices.push(text(",", name, ":"));
        slices.push(Slice::Text(value.to_string()));
    }
    slices.push(Slice::Text("}".to_owned()));
    slices
}

/// A member's name, as JSON writes it, between two texts.
fn text(before: &str, name: &str, after: &str) -> Slice {
    Slice::Text([before, &Value::from(name).to_string(), after].concat())
}

fn put_list(slices: &mut Vec<Slice>, name: &str, parts: impl Iterator<Item = Vec<Slice>>) {
    slices.push(text(",", name, ":["));
    for (place, part) in parts.enumerate() {
        if place > 0 {
            slices.push(Slice::Text(",".to_owned()));
        }
        slices.extend(part);
    }
    slices.push(Slice::Text("]".to_owned()));
}

/// The slices of a part: one, unless it is a snapshot, which may hold as many risks as a register.
fn of_part(register: &Register, list: List, part: Part) -> Vec<Slice> {
    match part {
        Part::Snapshot(snapshot)
            if register.unknown().of(list.name(), &snapshot.id.to_string()).is_empty() =>
        {
            of_snapshot(&snapshot)
        }
        part => vec![Slice::Part(list, part)],
    }
}

fn of_snapshot(snapshot: &Rc<Snapshot>) -> Vec<Slice> {
    let mut slices = vec![Slice::SnapshotHead(Rc::clone(snapshot))];
    for place in 0..snapshot.risks.len() {
        if place > 0 {
            slices.push(Slice::Text(",".to_owned()));
        }
        slices.push(Slice::RiskThen(Rc::clone(snapshot), place));
    }
    slices.push(Slice::Text("]}".to_owned()));
    slices
}
