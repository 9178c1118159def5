//! Three states of one value merged: as stored, so that one way serves every kind of thing. Objects are merged member
//! by member, lists whose items have names item by item; everything else is one value or the other.

use std::collections::{BTreeMap, BTreeSet};

use super::words::Place;
use super::{Conflict, Side, Told};
use crate::document::stored::unknown::called;
use crate::json::{Map, Value};

/// Members whose parts only make sense together.
const WHOLE: [&str; 6] = ["matrix", "appetite", "significance", "frequency", "severity", "peer"];
/// Moments of which the later is right, whichever copy it is in.
const LATER: [&str; 2] = ["updated", "rated"];

/// Merges values and notes what cannot be decided.
#[derive(Debug)]
pub(super) struct Fields<'c> {
    choices: &'c [Side],
    /// What a person is to decide.
    pub conflicts: Vec<Conflict>,
    /// What could not be merged and is told.
    pub told: Vec<Told>,
}

/// One value in the register that both copies come of, and in each copy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Three<'v> {
    pub base: Option<&'v Value>,
    pub mine: Option<&'v Value>,
    pub theirs: Option<&'v Value>,
}

impl<'c> Fields<'c> {
    /// With what was decided so far.
    pub fn new(choices: &'c [Side]) -> Self {
        Self { choices, conflicts: Vec::new(), told: Vec::new() }
    }

    /// Notes a conflict; what was decided about it.
    pub fn decided(&mut self, conflict: Conflict) -> Side {
        let side = self.choices.get(self.conflicts.len()).copied().unwrap_or_default();
        self.conflicts.push(conflict);
        side
    }

    /// What a value comes to; nothing where it is gone.
    pub fn merged(&mut self, three: Three<'_>, place: &mut Place<'_>) -> Option<Value> {
        let Three { base, mine, theirs } = three;
        if mine == theirs || theirs == base {
            return mine.cloned();
        }
        if mine == base {
            return theirs.cloned();
        }
        match (mine, theirs) {
            (Some(mine), Some(theirs)) if place.is_any(&LATER) => Some(later(mine, theirs).clone()),
            (Some(Value::Object(_)), Some(Value::Object(_))) if !place.is_any(&WHOLE) => {
                Some(self.objects(three, place))
            }
            (Some(Value::Array(mine)), Some(Value::Array(theirs)))
                if are_named(mine) && are_named(theirs) =>
            {
                Some(self.lists(three, place))
            }
            _ => match self.decided(place.conflict(mine, theirs)) {
                Side::Mine => mine.cloned(),
                Side::Theirs => theirs.cloned(),
            },
        }
    }

    fn objects(&mut self, three: Three<'_>, place: &mut Place<'_>) -> Value {
        let mut members = Map::new();
        for name in union(members_of(three.mine), members_of(three.theirs)) {
            let member = three.each(|value| value.get(&name));
            let merged = place.within(&name, |place| self.merged(member, place));
            members.extend(merged.map(|value| (name, value)));
        }
        Value::Object(members)
    }

    fn lists(&mut self, three: Three<'_>, place: &mut Place<'_>) -> Value {
        let order = if items_of(three.base) == items_of(three.mine) {
            union(items_of(three.theirs), items_of(three.mine))
        } else {
            union(items_of(three.mine), items_of(three.theirs))
        };
        let [base, mine, theirs] = [three.base, three.mine, three.theirs].map(by_name);
        let mut items = Vec::new();
        for name in order {
            let item = Three {
                base: base.get(name.as_str()).copied(),
                mine: mine.get(name.as_str()).copied(),
                theirs: theirs.get(name.as_str()).copied(),
            };
            items.extend(place.within_item(&name, |place| self.merged(item, place)));
        }
        Value::Array(items)
    }
}

impl<'v> Three<'v> {
    fn each(self, pick: impl Fn(&'v Value) -> Option<&'v Value>) -> Self {
        Self {
            base: self.base.and_then(&pick),
            mine: self.mine.and_then(&pick),
            theirs: self.theirs.and_then(&pick),
        }
    }
}

/// The names of the members of an object.
fn members_of(value: Option<&Value>) -> Vec<String> {
    let members = value.and_then(Value::as_object).into_iter().flatten();
    members.map(|(name, _)| name.clone()).collect()
}

/// The names of the items of a list.
fn items_of(value: Option<&Value>) -> Vec<String> {
    let items = value.and_then(Value::as_array).into_iter().flatten();
    items.map(|item| called(item).to_owned()).collect()
}

/// The items of a list by their names.
fn by_name(value: Option<&Value>) -> BTreeMap<&str, &Value> {
    value.and_then(Value::as_array).into_iter().flatten().map(|item| (called(item), item)).collect()
}

/// Numbers by their size, days by their letters.
fn later<'v>(mine: &'v Value, theirs: &'v Value) -> &'v Value {
    let is_later = match (mine.as_i64(), theirs.as_i64()) {
        (Some(mine), Some(theirs)) => theirs > mine,
        (None, None) => theirs.as_str() > mine.as_str(),
        (Some(_), None) | (None, Some(_)) => false,
    };
    if is_later { theirs } else { mine }
}

/// Whether every item of a list has a name of its own.
fn are_named(items: &[Value]) -> bool {
    let names: BTreeSet<&str> = items.iter().map(called).collect();
    names.len() == items.len() && !names.contains("")
}

/// All names, those of the first list first.
fn union(first: Vec<String>, second: Vec<String>) -> Vec<String> {
    let known: BTreeSet<String> = first.iter().cloned().collect();
    first.into_iter().chain(second.into_iter().filter(|name| !known.contains(name))).collect()
}
