//! One part of a register in files, whichever list it stands in: with what this version does not know of it.

use std::rc::Rc;

use super::{HISTORY, ORGANISATION};
use super::{
    Reader, action, control, health_check, loss, organisation, partnership, risk, snapshot, survey, unknown,
    view, waiver,
};
use crate::catalogue::survey_json;
use crate::json::Value;
use crate::register::{Described, Entry, Extra, Field, List, Organisation, OwnCrosswalk, Part, Register};
use crate::scale::Matrix;

/// The stored form of a part of a register.
pub(in crate::document) fn write_part(register: &Register, list: List, part: &Part) -> Value {
    let mut value = write_bare(part);
    if !register.unknown().is_empty() {
        unknown::put_back(&mut value, register.unknown().of(list.name(), &part.key()));
    }
    value
}

/// The stored form of a part without what this version does not know of it.
pub(super) fn write_bare(part: &Part) -> Value {
    match part {
        Part::Partnership(part) => partnership::write(part),
        Part::Risk(part) => risk::write(part),
        Part::Control(part) => control::write(part),
        Part::Action(part) => action::write(part),
        Part::Loss(part) => loss::write(part),
        Part::HealthCheck(part) => health_check::write(part),
        Part::Snapshot(part) => snapshot::write(part),
        Part::Survey(part) => survey_json::write(part),
        Part::Crosswalk(part) => survey::write_crosswalk(part),
        Part::Waiver(part) => waiver::write(part),
        Part::View(part) => view::write(part),
    }
}

/// The stored form of the organisation of a register.
pub(in crate::document) fn write_organisation(register: &Register) -> Value {
    let mut value = organisation::write(register.organisation());
    unknown::put_back(&mut value, register.unknown().of(ORGANISATION, ""));
    value
}

/// The stored form of an entry of the history of a register.
pub(super) fn write_entry(register: &Register, entry: &Entry) -> Value {
    let mut value = super::history::write(entry);
    if !register.unknown().is_empty() {
        let key = unknown::key(HISTORY, &value);
        unknown::put_back(&mut value, register.unknown().of(HISTORY, &key));
    }
    value
}

/// The part of a list that a value stores, rated on a matrix; nothing where it is none, which is noted.
pub(super) fn read(reader: &mut Reader, list: List, value: &Value, matrix: &Matrix) -> Option<Part> {
    let name = list.name();
    Some(match list {
        List::Partnerships => Part::Partnership(Rc::new(reader.whole(name, value, partnership::read))),
        List::Risks => {
            Part::Risk(Rc::new(reader.whole(name, value, |reader, value| risk::read(reader, value, matrix))))
        }
        List::Controls => Part::Control(Rc::new(reader.whole(name, value, control::read))),
        List::Actions => Part::Action(Rc::new(reader.whole(name, value, action::read))),
        List::Losses => Part::Loss(Rc::new(reader.whole(name, value, loss::read))),
        List::HealthChecks => Part::HealthCheck(Rc::new(reader.whole(name, value, health_check::read))),
        List::Snapshots => Part::Snapshot(Rc::new(reader.whole(name, value, snapshot::read)?)),
        List::Surveys => Part::Survey(Rc::new(reader.whole(name, value, survey::read_survey)?)),
        List::Crosswalks => {
            let (survey, lines) = reader.whole(name, value, survey::read_crosswalk);
            Part::Crosswalk(Rc::new(OwnCrosswalk { survey, lines }))
        }
        List::Waivers => Part::Waiver(Rc::new(reader.whole(name, value, waiver::read))),
        List::Views => Part::View(Rc::new(reader.whole(name, value, view::read))),
    })
}

/// The part of a list that a value stores, with what is unknown of it; otherwise what is wrong.
pub(in crate::document) fn part_of(
    list: List,
    value: &Value,
    matrix: &Matrix,
) -> Result<(Part, Vec<Extra>), String> {
    let mut reader = Reader::default();
    let part = read(&mut reader, list, value, matrix);
    let extras = reader.extras();
    reader.finish().map_err(|unread| unread.to_string())?;
    part.map(|part| (part, extras)).ok_or_else(String::new)
}

/// The organisation that a value stores, with what is unknown of it; otherwise what is wrong.
pub(in crate::document) fn organisation_of(value: &Value) -> Result<(Organisation, Vec<Extra>), String> {
    let mut reader = Reader::default();
    let read = reader.whole(ORGANISATION, value, organisation::read);
    let extras = reader.extras();
    reader.finish().map_err(|unread| unread.to_string())?;
    read.map(|organisation| (organisation, extras)).map_err(|part| part.to_string())
}

/// A part of a list, or the organisation, field by field in words; nothing where the value stores none.
pub(in crate::document) fn fields_of(
    list: Option<List>,
    value: &Value,
    register: &Register,
) -> Option<Vec<Field>> {
    match list {
        Some(list) => part_of(list, value, register.matrix()).ok().map(|(part, _)| part.fields(register)),
        None => organisation_of(value).ok().map(|(organisation, _)| organisation.fields(register)),
    }
}
