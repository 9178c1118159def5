//! Members that this version does not know: found where a part was read, and put back where it is written. They are
//! kept next door in the register.

use crate::json::{Map, Picked, Value};
use crate::register::{Extra, List, RiskId, Step};

use super::{HISTORY, ORGANISATION};

/// Objects that are left out where nothing is in them and may hold nothing but what is unknown.
const MAY_BE_LEFT_OUT: [&str; 3] = ["value", "funding", "agreement"];

/// The first of these that an item of a list has is what it is called.
const NAMES: [&str; 9] = ["id", "key", "question", "risk", "driver", "entry", "category", "name", "field"];

/// The members of a part that were not picked. Within one of them nothing is looked for: it is kept as it is.
pub(super) fn find(part: &Value, picked: &Picked) -> Vec<Extra> {
    let mut extras = Vec::new();
    look_into(part, picked, &mut Vec::new(), &mut extras);
    extras
}

fn look_into(value: &Value, picked: &Picked, path: &mut Vec<Step>, extras: &mut Vec<Extra>) {
    match value {
        Value::Object(members) => {
            let unknown = members.iter().filter(|(_, member)| !picked.has(member));
            let unknown: Map<String, Value> =
                unknown.map(|(name, member)| (name.clone(), member.clone())).collect();
            if !unknown.is_empty() {
                extras.push(Extra { path: path.clone(), members: unknown });
            }
            for (name, member) in members.iter().filter(|(_, member)| picked.has(member)) {
                step(Step::Member(name.clone()), member, picked, path, extras);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                let name = called(item).to_owned();
                step(Step::Item { place, of: items.len(), name }, item, picked, path, extras);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn step(to: Step, value: &Value, picked: &Picked, path: &mut Vec<Step>, extras: &mut Vec<Extra>) {
    path.push(to);
    look_into(value, picked, path, extras);
    path.pop();
}

/// What an item of a list is called; empty where nothing names it.
pub(in crate::document) fn called(item: &Value) -> &str {
    let name = |name: &&str| item.get(name).and_then(Value::as_str);
    NAMES.iter().find_map(name).unwrap_or_default()
}

/// The members of the register itself that this version does not know.
pub(super) fn of_register(register: &Value) -> Vec<Extra> {
    let is_known = |name: &str| {
        [ORGANISATION, HISTORY].contains(&name) || List::ALL.iter().any(|list| list.name() == name)
    };
    let all = register.as_object().into_iter().flatten().filter(|(name, _)| !is_known(name));
    let members: Map<String, Value> = all.map(|(name, value)| (name.clone(), value.clone())).collect();
    if members.is_empty() { Vec::new() } else { vec![Extra { path: Vec::new(), members }] }
}

/// The key of a part as it is stored: that by which the register knows it.
pub(in crate::document) fn key(list: &str, part: &Value) -> String {
    let text = |name: &str| part.get(name).and_then(Value::as_str).unwrap_or_default();
    let number = |name: &str| part.get(name).map(Value::to_string).unwrap_or_default();
    let none = RiskId::from_bits(0).to_string();
    let subject = Some(text("subject")).filter(|id| !id.is_empty()).unwrap_or(&none);
    match list {
        ORGANISATION => String::new(),
        "crosswalks" => text("survey").to_owned(),
        "views" => text("name").to_owned(),
        "waivers" => [text("check"), text("kind"), subject].join(" "),
        HISTORY => [&*number("at"), text("kind"), subject, text("name")].join(" "),
        _ => text("id").to_owned(),
    }
}

/// Puts members back into a part. What has come to be known since, or has no place any more, is left out.
pub(super) fn put_back(part: &mut Value, extras: &[Extra]) {
    for extra in extras {
        if let Some(Value::Object(object)) = place_of(part, &extra.path) {
            for (name, value) in &extra.members {
                object.entry(name.clone()).or_insert_with(|| value.clone());
            }
        }
    }
}

fn place_of<'v>(value: &'v mut Value, path: &[Step]) -> Option<&'v mut Value> {
    let Some((step, rest)) = path.split_first() else { return Some(value) };
    let next = match (step, value) {
        (Step::Member(name), Value::Object(members)) => {
            if MAY_BE_LEFT_OUT.contains(&name.as_str()) && !members.contains_key(name) {
                members.insert(name.clone(), Value::Object(Map::new()));
            }
            members.get_mut(name)?
        }
        (Step::Item { place, of, name }, Value::Array(items)) => {
            let at = item_of(items, *place, *of, name)?;
            items.get_mut(at)?
        }
        (Step::Member(_) | Step::Item { .. }, _) => return None,
    };
    place_of(next, rest)
}

/// Where an item stands by now: the one of its name, at its place if it can be; where none has its name any more and
/// there are as many as there were, the one at its place, which then has another name.
fn item_of(items: &[Value], place: usize, of: usize, name: &str) -> Option<usize> {
    let is_it = |item: &Value| called(item) == name;
    if items.get(place).is_some_and(is_it) {
        return Some(place);
    }
    let other = Some(name).filter(|name| !name.is_empty()).and_then(|_| items.iter().position(is_it));
    other.or((items.len() == of).then_some(place))
}

#[cfg(test)]
mod tests;
