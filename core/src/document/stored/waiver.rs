//! Waivers in files.

use super::{Reader, subject};
use crate::date::Date;
use crate::json::{Object, Value};
use crate::register::Waiver;

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
