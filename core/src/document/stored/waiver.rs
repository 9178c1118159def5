//! Waivers and saved views in files.

use super::{Reader, subject};
use crate::date::Date;
use crate::json::{Object, Value};
use crate::register::{SavedView, Waiver};

pub(super) fn write(waiver: &Waiver) -> Value {
    let mut object = Object::default();
    object.text("check", &waiver.check);
    subject::put(&mut object, waiver.subject);
    object.text("reason", &waiver.reason);
    object.text("until", &waiver.until.to_string());
    object.end()
}

pub(super) fn read(reader: &mut Reader, value: &Value) -> Waiver {
    let check = reader.picker.text(value, "check");
    reader.begin("waiver of", &check);
    let until = reader.picker.text(value, "until");
    Waiver {
        check: check.into(),
        subject: subject::read(reader, value),
        reason: reader.text(value, "reason"),
        until: reader.sound(&until, Date::read(&until)).unwrap_or(Date::FIRST),
    }
}

pub(super) fn write_view(view: &SavedView) -> Value {
    let mut object = Object::default();
    object.text("name", &view.name);
    object.text("address", &view.address);
    object.end()
}

pub(super) fn read_view(reader: &mut Reader, value: &Value) -> SavedView {
    SavedView { name: reader.picker.text(value, "name"), address: reader.picker.text(value, "address") }
}
