//! The difference of two registers in files: list by list the keys of what was removed, what was put, and where.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{HISTORY, ORGANISATION, Reader, Unread, history, organisation, part};
use crate::json::{self, Map, Object, Pick, Value, Wrong};
use crate::register::{
    Delta, Entry, Extra, HistoryDelta, Holder, List, ListDelta, Part, Register, Step, Unknown,
};
use crate::scale::Matrix;

/// The stored form of a difference.
pub(in crate::document) fn write(delta: &Delta) -> Value {
    let mut object = Object::default();
    if let Some(organisation) = &delta.organisation {
        object.put(ORGANISATION, organisation::write(organisation));
    }
    for (list, delta) in &delta.lists {
        object.put(list.name(), write_list(delta));
    }
    if let Some(history) = &delta.history {
        object.put(HISTORY, write_history(history));
    }
    if let Some(unknown) = &delta.unknown {
        let holders: Vec<(&Holder, &Vec<Extra>)> = unknown.all().iter().collect();
        object.put("unknown", json::list(&holders, |(holder, extras)| write_holder(holder, extras)));
    }
    object.end()
}

fn write_list(delta: &ListDelta) -> Value {
    // What is unknown is told apart from the parts, so that the bare part is enough.
    let bare = |(_, part): &(Option<usize>, Part)| part::write_bare(part);
    let mut object = Object::default();
    object.list_if_any("removed", &delta.removed, |key| Value::from(key.as_str()));
    if !delta.put.is_empty() {
        object.put("put", Value::Array(delta.put.iter().map(bare).collect()));
        let places = delta.put.iter().map(|(place, _)| place.map_or(Value::Null, Value::from));
        object.put("places", Value::Array(places.collect()));
    }
    object.end()
}

fn write_history(delta: &HistoryDelta) -> Value {
    let mut object = Object::default();
    object.list_if_any("front", &delta.front, |entry| history::write(entry));
    object.put("from", Value::from(delta.from));
    object.put("to", Value::from(delta.to));
    object.list_if_any("back", &delta.back, |entry| history::write(entry));
    object.end()
}

fn write_holder(holder: &Holder, extras: &[Extra]) -> Value {
    let mut object = Object::default();
    object.text("list", &holder.list);
    object.text("key", &holder.key);
    object.put("extras", json::list(extras, write_extra));
    object.end()
}

fn write_extra(extra: &Extra) -> Value {
    let step = |step: &Step| match step {
        Step::Member(name) => Value::from(name.as_str()),
        Step::Item { place, of, name } => {
            Value::Array(vec![Value::from(*place), Value::from(*of), Value::from(name.as_str())])
        }
    };
    let mut object = Object::default();
    object.put("path", Value::Array(extra.path.iter().map(step).collect()));
    object.put("members", Value::Object(extra.members.clone()));
    object.end()
}

/// The difference that a value stores; ratings lie on its own matrix, or on that of the register it is for.
pub(in crate::document) fn read(value: &Value, register: &Register) -> Result<Delta, Unread> {
    let mut reader = Reader::default();
    let organisation = match reader.picker.member_if_any(value, ORGANISATION) {
        Some(stored) => Some(Rc::new(organisation::read(&mut reader, stored).map_err(Unread::Invalid)?)),
        None => None,
    };
    let matrix = organisation.as_ref().map_or(register.matrix(), |organisation| &organisation.matrix);
    let mut delta = Delta {
        lists: List::ALL.into_iter().filter_map(|list| read_list(&mut reader, list, value, matrix)).collect(),
        history: read_history(&mut reader, value),
        unknown: read_unknown(&mut reader, value),
        organisation: organisation.clone(),
    };
    reader.finish()?;
    if !reader.unknown.is_empty() {
        let known = delta.unknown.as_ref().unwrap_or(register.unknown());
        let mut all = known.all().clone();
        // What a newer version wrote into a part of the journal itself.
        all.append(&mut reader.unknown);
        delta.unknown = Some(Unknown::new(all));
    }
    Ok(delta)
}

fn read_list(reader: &mut Reader, list: List, delta: &Value, matrix: &Matrix) -> Option<(List, ListDelta)> {
    let value = reader.picker.member_if_any(delta, list.name())?;
    let removed =
        reader.list_if_any(value, "removed", |reader, key| reader.picker.got(key.text()).to_owned());
    let parts = reader.picker.list_if_any(value, "put");
    let places = reader.picker.list_if_any(value, "places");
    if parts.len() != places.len() {
        reader.picker.note(Wrong::new("invalid length, expected a place for each part"));
    }
    let place =
        |reader: &mut Reader, value: &Value| (!value.is_null()).then(|| reader.picker.got(value.small()));
    let mut put = Vec::new();
    for (value, at) in parts.iter().zip(places) {
        let at = place(reader, at);
        put.extend(part::read(reader, list, value, matrix).map(|part| (at, part)));
    }
    Some((list, ListDelta { removed, put }))
}

fn read_history(reader: &mut Reader, delta: &Value) -> Option<HistoryDelta> {
    let value = reader.picker.member_if_any(delta, HISTORY)?;
    let entries = |reader: &mut Reader, name| -> Vec<Rc<Entry>> {
        reader.list_if_any(value, name, |reader, entry| Rc::new(history::read(reader, entry)))
    };
    Some(HistoryDelta {
        front: entries(reader, "front"),
        from: reader.picker.small(value, "from"),
        to: reader.picker.small(value, "to"),
        back: entries(reader, "back"),
    })
}

fn read_unknown(reader: &mut Reader, delta: &Value) -> Option<Unknown> {
    reader.picker.member_if_any(delta, "unknown")?;
    let holders = reader.list(delta, "unknown", |reader, value| {
        let holder = Holder { list: reader.text(value, "list"), key: reader.text(value, "key") };
        (holder, reader.list(value, "extras", read_extra))
    });
    Some(Unknown::new(holders.into_iter().collect::<BTreeMap<_, _>>()))
}

fn read_extra(reader: &mut Reader, value: &Value) -> Extra {
    let members = reader.picker.member(value, "members").as_object();
    Extra { path: reader.list(value, "path", read_step), members: members.cloned().unwrap_or_else(Map::new) }
}

fn read_step(reader: &mut Reader, value: &Value) -> Step {
    if let Some(name) = value.as_str() {
        return Step::Member(name.to_owned());
    }
    let [place, of, name] = reader.picker.got(value.list()) else {
        reader.picker.note(Wrong::new("a step into a list has three parts"));
        return Step::Member(String::new());
    };
    let mut whole = |value: &Value| reader.picker.got(value.small());
    Step::Item { place: whole(place), of: whole(of), name: name.as_str().unwrap_or_default().to_owned() }
}
