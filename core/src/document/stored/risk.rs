//! Risks in files.

use super::{Reader, put_date, quantification, rating};
use crate::date::Date;
use crate::json::{Object, Value};
use crate::register::{Bearer, Risk};
use crate::scale::Matrix;

pub(super) fn write(risk: &Risk) -> Value {
    let mut object = Object::default();
    object.text("id", &risk.id.to_string());
    object.whole("created", risk.created);
    object.whole("updated", risk.updated);
    object.text("partnership", &risk.partnership.to_string());
    object.text_if_any("reference", &risk.reference);
    object.text("title", &risk.title);
    object.text_if_any("cause", &risk.cause);
    object.text_if_any("event", &risk.event);
    object.text_if_any("consequence", &risk.consequence);
    object.text_if_any("category", risk.category.as_ref().map_or("", |category| category.as_str()));
    object.text_if_any("owner", &risk.owner);
    object.list_if_any("bearers", &risk.bearers, bearer);
    rating::put(&mut object, &risk.ratings);
    object.choice_if_any("confidence", risk.confidence);
    object.text_if_any("evidence", &risk.evidence);
    object.choice_if_any("proximity", risk.proximity);
    if let Some(figures) = &risk.quantification {
        object.put("quantification", quantification::write(figures));
    }
    object.choice("treatment", risk.treatment);
    object.text_if_any("treatment_reason", &risk.treatment_reason);
    object.choice("status", risk.status);
    object.text_if_any("status_reason", &risk.status_reason);
    put_date(&mut object, "review", risk.review);
    put_date(&mut object, "rated", risk.rated);
    object.list_if_any("linked", &risk.linked, |id| Value::from(id.to_string()));
    object.text_if_any("notes", &risk.notes);
    object.end()
}

fn bearer(bearer: &Bearer) -> Value {
    let mut object = Object::default();
    object.text("name", &bearer.name);
    object.whole("share", bearer.share.basis_points().into());
    object.end()
}

pub(super) fn read(reader: &mut Reader, value: &Value, matrix: &Matrix) -> Risk {
    let title = reader.picker.text(value, "title");
    reader.begin("risk", &title);
    let updated = reader.picker.whole(value, "updated");
    Risk {
        id: reader.id(value, "id"),
        created: reader.picker.whole(value, "created"),
        updated,
        partnership: reader.id(value, "partnership"),
        reference: reader.text(value, "reference"),
        title,
        cause: reader.text(value, "cause"),
        event: reader.text(value, "event"),
        consequence: reader.text(value, "consequence"),
        category: reader.category(value),
        owner: reader.text(value, "owner"),
        bearers: reader.list_if_any(value, "bearers", read_bearer),
        ratings: rating::read(reader, value, matrix),
        confidence: reader.picker.choice_if_any(value, "confidence"),
        evidence: reader.text(value, "evidence"),
        proximity: reader.picker.choice_if_any(value, "proximity"),
        quantification: quantification::read(reader, value),
        treatment: reader.picker.choice_if_any(value, "treatment"),
        treatment_reason: reader.text(value, "treatment_reason"),
        status: reader.picker.choice_if_any(value, "status"),
        status_reason: reader.text(value, "status_reason"),
        review: reader.date(value, "review"),
        // Older files say no more than when a risk was changed.
        rated: reader.date(value, "rated").or_else(|| Date::of_moment(updated)),
        linked: reader.list_if_any(value, "linked", Reader::id_of_text),
        notes: reader.text(value, "notes"),
    }
}

fn read_bearer(reader: &mut Reader, value: &Value) -> Bearer {
    Bearer {
        name: reader.picker.text(value, "name"),
        share: reader.share(value, "share").unwrap_or_default(),
    }
}
