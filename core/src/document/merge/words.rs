//! A conflict in words: the name of its field as on the page and both values as the page would write them. They are
//! found by describing the part twice, once with either value.

use super::Conflict;
use crate::document::stored::{self, unknown::called};
use crate::json::{Map, Value};
use crate::register::{Field, List, Register, Subject};

/// A place in a part that is being merged.
#[derive(Debug)]
pub(super) struct Place<'m> {
    /// The list that the part stands in; none for the organisation.
    pub list: Option<List>,
    pub subject: Subject,
    pub name: String,
    /// The part in the copy that is worked in.
    pub part: &'m Value,
    /// The copies themselves, for the names of what a part names.
    pub mine: &'m Register,
    pub theirs: &'m Register,
    pub path: Vec<Way>,
}

/// A step into a value.
#[derive(Clone, Debug)]
pub(super) enum Way {
    Member(String),
    Item(String),
}

impl Place<'_> {
    /// What kind of thing the part is.
    pub fn kind(&self) -> &'static str {
        self.list.map_or(Subject::Organisation.kind(), List::one)
    }

    /// Whether it is a member of one of these names.
    pub fn is_any(&self, names: &[&str]) -> bool {
        matches!(self.path.last(), Some(Way::Member(name)) if names.contains(&name.as_str()))
    }

    /// Does something within a member.
    pub fn within<T>(&mut self, name: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        self.step(Way::Member(name.to_owned()), work)
    }

    /// Does something within an item of a list.
    pub fn within_item<T>(&mut self, name: &str, work: impl FnOnce(&mut Self) -> T) -> T {
        self.step(Way::Item(name.to_owned()), work)
    }

    fn step<T>(&mut self, way: Way, work: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(way);
        let done = work(self);
        self.path.pop();
        done
    }

    /// The conflict of two values at this place.
    pub fn conflict(&self, mine: Option<&Value>, theirs: Option<&Value>) -> Conflict {
        let (field, mine, theirs) = self.described(mine, theirs).unwrap_or_else(|| {
            (self.plain_name(), mine.map(plain).unwrap_or_default(), theirs.map(plain).unwrap_or_default())
        });
        Conflict { subject: self.subject, kind: self.kind(), name: self.name.clone(), field, mine, theirs }
    }

    /// Field and values as on the page; nothing where no field tells them.
    fn described(&self, mine: Option<&Value>, theirs: Option<&Value>) -> Option<(String, String, String)> {
        let with = |value: Option<&Value>, register: &Register| -> Option<Vec<Field>> {
            let mut part = self.part.clone();
            set(&mut part, &self.path, value)?;
            stored::fields_of(self.list, &part, register)
        };
        let (mine, theirs) = (with(mine, self.mine)?, with(theirs, self.theirs)?);
        let differ = mine.iter().zip(&theirs).filter(|(a, b)| a.1 != b.1);
        let (names, values): (Vec<&str>, Vec<(&str, &str)>) =
            differ.map(|(a, b)| (a.0, (a.1.as_str(), b.1.as_str()))).unzip();
        let (mine, theirs): (Vec<&str>, Vec<&str>) = values.into_iter().unzip();
        (!names.is_empty()).then(|| (names.join(", "), mine.join("; "), theirs.join("; ")))
    }

    fn plain_name(&self) -> String {
        let name = |way: &Way| match way {
            Way::Member(name) => name.replace('_', " "),
            Way::Item(name) => format!("\u{201c}{name}\u{201d}"),
        };
        self.path.iter().map(name).collect::<Vec<_>>().join(", ")
    }
}

/// Puts a value in a place; nothing where the place is not there.
fn set(value: &mut Value, path: &[Way], to: Option<&Value>) -> Option<()> {
    let Some((way, rest)) = path.split_first() else {
        *value = to?.clone();
        return Some(());
    };
    match way {
        Way::Member(name) if rest.is_empty() => set_member(value.as_object_mut()?, name, to),
        Way::Member(name) => set(value.as_object_mut()?.get_mut(name)?, rest, to)?,
        Way::Item(name) if rest.is_empty() => set_item(value.as_array_mut()?, name, to),
        Way::Item(name) => {
            let mut items = value.as_array_mut()?.iter_mut();
            set(items.find(|item| called(item) == name)?, rest, to)?;
        }
    }
    Some(())
}

fn set_member(members: &mut Map<String, Value>, name: &str, to: Option<&Value>) {
    match to {
        Some(to) => drop(members.insert(name.to_owned(), to.clone())),
        None => drop(members.shift_remove(name)),
    }
}

fn set_item(items: &mut Vec<Value>, name: &str, to: Option<&Value>) {
    let at = items.iter().position(|item| called(item) == name);
    match (at, to) {
        (Some(at), Some(to)) => items[at] = to.clone(),
        (Some(at), None) => drop(items.remove(at)),
        (None, Some(to)) => items.push(to.clone()),
        (None, None) => {}
    }
}

/// A value that no field tells, as text.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join("; "),
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| [name, ": ", &plain(value)].concat();
            members.iter().map(member).collect::<Vec<_>>().join(", ")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}
