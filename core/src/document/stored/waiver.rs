//! Waivers and saved views in files.

use super::Reader;
use crate::date::Date;
use crate::json::{Object, Value, Wrong};
use crate::register::{SavedView, Subject, Waiver};

pub(super) fn write(waiver: &Waiver) -> Value {
    let mut object = Object::default();
    object.text("check", &waiver.check);
    object.text("kind", waiver.subject.kind());
    object.text_if_any("subject", &id_text(waiver.subject));
    object.text("reason", &waiver.reason);
    object.text("until", &waiver.until.to_string());
    object.end()
}

fn id_text(subject: Subject) -> String {
    match subject {
        Subject::Organisation => String::new(),
        Subject::Partnership(id) => id.to_string(),
        Subject::Risk(id) => id.to_string(),
        Subject::Control(id) => id.to_string(),
        Subject::Action(id) => id.to_string(),
        Subject::Loss(id) => id.to_string(),
        Subject::Snapshot(id) => id.to_string(),
    }
}

pub(super) fn read(reader: &mut Reader, value: &Value) -> Waiver {
    let check = reader.picker.text(value, "check");
    reader.begin("waiver of", &check);
    let until = reader.picker.text(value, "until");
    Waiver {
        check: check.into(),
        subject: subject(reader, value),
        reason: reader.text(value, "reason"),
        until: reader.sound(&until, Date::read(&until)).unwrap_or(Date::FIRST),
    }
}

fn subject(reader: &mut Reader, value: &Value) -> Subject {
    let kind = reader.picker.text(value, "kind");
    match kind.as_str() {
        "organisation" => Subject::Organisation,
        "partnership" => Subject::Partnership(reader.id(value, "subject")),
        "risk" => Subject::Risk(reader.id(value, "subject")),
        "control" => Subject::Control(reader.id(value, "subject")),
        "action" => Subject::Action(reader.id(value, "subject")),
        "loss" => Subject::Loss(reader.id(value, "subject")),
        "snapshot" => Subject::Snapshot(reader.id(value, "subject")),
        unknown => {
            reader.picker.note(Wrong::new(format!("unknown kind of subject `{unknown}`")));
            Subject::Organisation
        }
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
