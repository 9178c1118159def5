//! Snapshots in files. Each brings the matrix of its day.

use std::rc::Rc;

use super::{Reader, matrix, rating};
use crate::date::Date;
use crate::json::{self, Object, Value};
use crate::register::{PartnershipThen, RiskThen, Snapshot};
use crate::scale::Matrix;

pub(super) fn write(snapshot: &Snapshot) -> Value {
    let mut object = head(snapshot);
    object.put("risks", json::list(&snapshot.risks, risk));
    object.end()
}

/// A snapshot without its risks, which come last and may be many.
pub(super) fn head(snapshot: &Snapshot) -> Object {
    let mut object = Object::default();
    object.text("id", &snapshot.id.to_string());
    object.whole("created", snapshot.created);
    object.whole("updated", snapshot.updated);
    object.text("name", &snapshot.name);
    object.text("date", &snapshot.date.to_string());
    object.put("matrix", matrix::write(&snapshot.matrix));
    object.put("partnerships", json::list(&snapshot.partnerships, partnership));
    object
}

fn partnership(partnership: &PartnershipThen) -> Value {
    let mut object = Object::default();
    object.text("id", &partnership.id.to_string());
    object.text("name", &partnership.name);
    object.flag("over", !partnership.is_live);
    object.end()
}

pub(super) fn risk(risk: &RiskThen) -> Value {
    let mut object = Object::default();
    object.text("id", &risk.id.to_string());
    object.text("title", &risk.title);
    object.text("partnership", &risk.partnership.to_string());
    object.text_if_any("category", risk.category.as_ref().map_or("", |category| category.as_str()));
    rating::put(&mut object, &risk.ratings);
    object.choice("status", risk.status);
    object.end()
}

/// The snapshots of a register; those whose matrix cannot be read are noted and left out.
pub(super) fn read_all(reader: &mut Reader, register: &Value) -> Vec<Snapshot> {
    reader.parts(register, "snapshots", read).into_iter().flatten().collect()
}

pub(super) fn read(reader: &mut Reader, value: &Value) -> Option<Snapshot> {
    let name = reader.picker.text(value, "name");
    reader.begin("snapshot", &name);
    let stored = reader.picker.member(value, "matrix");
    let matrix = match matrix::read(&mut reader.picker, stored) {
        Ok(matrix) => Rc::new(matrix),
        Err(invalid) => {
            reader.invalid.get_or_insert(invalid);
            return None;
        }
    };
    let date = reader.picker.text(value, "date");
    Some(Snapshot {
        id: reader.id(value, "id"),
        created: reader.picker.whole(value, "created"),
        updated: reader.picker.whole(value, "updated"),
        date: reader.sound(&date, Date::read(&date)).unwrap_or(Date::FIRST),
        name,
        partnerships: reader.list(value, "partnerships", read_partnership),
        risks: reader.list(value, "risks", |reader, risk| read_risk(reader, risk, &matrix)),
        matrix: matrix.clone(),
    })
}

fn read_partnership(reader: &mut Reader, value: &Value) -> PartnershipThen {
    PartnershipThen {
        id: reader.id(value, "id"),
        name: reader.picker.text(value, "name"),
        is_live: !reader.picker.flag(value, "over"),
    }
}

fn read_risk(reader: &mut Reader, value: &Value, matrix: &Matrix) -> RiskThen {
    RiskThen {
        id: reader.id(value, "id"),
        title: reader.picker.text(value, "title"),
        partnership: reader.id(value, "partnership"),
        category: reader.category(value),
        ratings: rating::read(reader, value, matrix),
        status: reader.picker.choice_if_any(value, "status"),
    }
}
