//! What changed, in files.

use super::{HISTORY, Reader, subject};
use crate::json::{self, Object, Value, Wrong};
use crate::register::{Entry, FieldChange, Happened};

pub(super) fn write(entry: &Entry) -> Value {
    let mut object = Object::default();
    object.whole("at", entry.at);
    subject::put(&mut object, entry.subject);
    object.text("name", &entry.name);
    match &entry.what {
        Happened::Added => object.text("what", "added"),
        Happened::Removed => object.text("what", "removed"),
        Happened::Changed(fields) => {
            object.text("what", "changed");
            object.put("fields", json::list(fields, field));
        }
    }
    object.text_if_any("reason", &entry.reason);
    object.end()
}

fn field(change: &FieldChange) -> Value {
    let mut object = Object::default();
    object.text("field", &change.field);
    object.text_if_any("from", &change.from);
    object.text_if_any("to", &change.to);
    object.end()
}

/// The entries of a register. One that cannot be read, such as that of a newer version about a new kind of thing, is
/// passed over: what was told of the past never stands in the way of the register.
pub(super) fn read_all(reader: &mut Reader, register: &Value) -> Vec<Entry> {
    let mut entries = Vec::new();
    for value in reader.picker.list_if_any(register, HISTORY) {
        let mut alone = Reader::default();
        let entry = alone.whole(HISTORY, value, read);
        if alone.finish().is_ok() {
            entries.push(entry);
            reader.unknown.append(&mut alone.unknown);
        }
    }
    entries
}

pub(super) fn read(reader: &mut Reader, value: &Value) -> Entry {
    Entry {
        at: reader.picker.whole(value, "at"),
        subject: subject::read(reader, value),
        name: reader.picker.text(value, "name"),
        what: happened(reader, value),
        reason: reader.text(value, "reason"),
    }
}

fn happened(reader: &mut Reader, value: &Value) -> Happened {
    match reader.picker.text(value, "what").as_str() {
        "added" => Happened::Added,
        "removed" => Happened::Removed,
        "changed" => Happened::Changed(reader.list(value, "fields", read_field)),
        unknown => {
            reader.picker.note(Wrong::new(format!("unknown event `{unknown}` in the history")));
            Happened::Added
        }
    }
}

fn read_field(reader: &mut Reader, value: &Value) -> FieldChange {
    FieldChange {
        field: reader.picker.text(value, "field"),
        from: reader.text(value, "from"),
        to: reader.text(value, "to"),
    }
}
