//! Actions in files.

use super::{Reader, put_date, put_pence};
use crate::json::{Object, Value, Wrong};
use crate::register::{Action, Id, Serves};

pub(super) fn write(action: &Action) -> Value {
    let mut object = Object::default();
    object.text("id", &action.id.to_string());
    object.whole("created", action.created);
    object.whole("updated", action.updated);
    object.text("what", &action.what);
    match action.serves {
        Serves::Risk(id) => object.text("risk", &id.to_string()),
        Serves::Control(id) => object.text("control", &id.to_string()),
        Serves::Partnership(id) => object.text("partnership", &id.to_string()),
    }
    object.text_if_any("owner", &action.owner);
    put_date(&mut object, "due", action.due);
    object.choice("state", action.state);
    put_pence(&mut object, "cost", action.cost);
    put_date(&mut object, "completed", action.completed);
    object.text_if_any("notes", &action.notes);
    object.end()
}

pub(super) fn read(reader: &mut Reader, value: &Value) -> Action {
    let what = reader.picker.text(value, "what");
    reader.begin("action", &what);
    Action {
        id: reader.id(value, "id"),
        created: reader.picker.whole(value, "created"),
        updated: reader.picker.whole(value, "updated"),
        what,
        serves: serves(reader, value),
        owner: reader.text(value, "owner"),
        due: reader.date(value, "due"),
        state: reader.picker.choice_if_any(value, "state"),
        cost: reader.pence(value, "cost"),
        completed: reader.date(value, "completed"),
        notes: reader.text(value, "notes"),
    }
}

fn serves(reader: &mut Reader, value: &Value) -> Serves {
    let names =
        ["risk", "control", "partnership"].map(|name| reader.picker.member_if_any(value, name).is_some());
    match names {
        [true, false, false] => Serves::Risk(reader.id(value, "risk")),
        [false, true, false] => Serves::Control(reader.id(value, "control")),
        [false, false, true] => Serves::Partnership(reader.id(value, "partnership")),
        _ => {
            reader.picker.note(Wrong::new("an action serves one risk, control or partnership"));
            Serves::Risk(Id::from_bits(0))
        }
    }
}
