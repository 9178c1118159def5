//! Losses in files.

use super::Reader;
use crate::date::Date;
use crate::json::{Object, Value};
use crate::register::Loss;

pub(super) fn write(loss: &Loss) -> Value {
    let mut object = Object::default();
    object.text("id", &loss.id.to_string());
    object.whole("created", loss.created);
    object.whole("updated", loss.updated);
    object.text_if_any("what", &loss.what);
    object.text("date", &loss.date.to_string());
    object.text("partnership", &loss.partnership.to_string());
    object.text_if_any("risk", &loss.risk.map(|id| id.to_string()).unwrap_or_default());
    object.whole("count", loss.count.into());
    object.whole("cost", loss.cost.pence());
    object.text_if_any("notes", &loss.notes);
    object.end()
}

pub(super) fn read(reader: &mut Reader, value: &Value) -> Loss {
    let what = reader.text(value, "what");
    reader.begin("loss", &what);
    let date = reader.picker.text(value, "date");
    Loss {
        id: reader.id(value, "id"),
        created: reader.picker.whole(value, "created"),
        updated: reader.picker.whole(value, "updated"),
        what,
        date: reader.sound(&date, Date::read(&date)).unwrap_or(Date::FIRST),
        partnership: reader.id(value, "partnership"),
        risk: reader.read_if_any(value, "risk", str::parse),
        count: reader.picker.small(value, "count"),
        cost: reader.pence(value, "cost").unwrap_or_default(),
        notes: reader.text(value, "notes"),
    }
}
