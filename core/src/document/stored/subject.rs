//! What something is about, in files: the kind of entity and its id.

use super::Reader;
use crate::json::{Object, Value, Wrong};
use crate::register::{RiskId, Subject};

/// Puts a subject into an object.
pub(super) fn put(object: &mut Object, subject: Subject) {
    object.text("kind", subject.kind());
    object.text_if_any("subject", &id_text(subject));
}

fn id_text(subject: Subject) -> String {
    if subject == Subject::Organisation {
        return String::new();
    }
    RiskId::from_bits(subject.bits()).to_string()
}

/// The subject in an object.
pub(super) fn read(reader: &mut Reader, value: &Value) -> Subject {
    let kind = reader.picker.text(value, "kind");
    match kind.as_str() {
        "organisation" => Subject::Organisation,
        "partnership" => Subject::Partnership(reader.id(value, "subject")),
        "risk" => Subject::Risk(reader.id(value, "subject")),
        "control" => Subject::Control(reader.id(value, "subject")),
        "action" => Subject::Action(reader.id(value, "subject")),
        "loss" => Subject::Loss(reader.id(value, "subject")),
        "health check" => Subject::HealthCheck(reader.id(value, "subject")),
        "snapshot" => Subject::Snapshot(reader.id(value, "subject")),
        unknown => {
            reader.picker.note(Wrong::new(format!("unknown kind of subject `{unknown}`")));
            Subject::Organisation
        }
    }
}
