//! Surveys of a body's own in files, in the form in which others are shipped, and the lines of crosswalks that it has
//! drawn itself.

use std::fmt;

use super::Reader;
use crate::catalogue::{CategoryId, EntryId, Line, Survey, SurveyId, survey_json};
use crate::json::{self, Object, Pick, Value};
use crate::register::{Change, MOST_SURVEYS, OwnCrosswalk};

pub(super) fn write_crosswalk(own: &OwnCrosswalk) -> Value {
    let mut object = Object::default();
    object.text("survey", own.survey.as_str());
    object.put("lines", json::list(&own.lines, write_line));
    object.end()
}

fn write_line(line: &Line) -> Value {
    let mut object = Object::default();
    object.text("entry", line.entry.as_str());
    object.list_if_any("categories", &line.categories, |id| Value::from(id.as_str()));
    object.text("reason", &line.reason);
    object.end()
}

/// The changes that put the surveys and the lines of a register there; older files have none.
pub(super) fn read_all(reader: &mut Reader, register: &Value) -> Vec<Change> {
    let surveys: Vec<Survey> = reader.parts(register, "surveys", read_survey).into_iter().flatten().collect();
    let crosswalks = reader.parts(register, "crosswalks", read_crosswalk);
    let are_sound =
        told_apart(reader, "surveys", &surveys.iter().map(|survey| survey.id().as_str()).collect::<Vec<_>>())
            && told_apart(
                reader,
                "crosswalks",
                &crosswalks.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(),
            );
    if !are_sound {
        return Vec::new();
    }
    let lines = crosswalks.into_iter().map(|(id, lines)| Change::CrosswalkSet(id, lines));
    std::iter::once(Change::SurveysPut(surveys)).chain(lines).collect()
}

pub(super) fn read_survey(reader: &mut Reader, value: &Value) -> Option<Survey> {
    // Asked past the picker, since it is asked for once more below.
    reader.begin("survey", value.find("title").ok().flatten().and_then(Value::as_str).unwrap_or_default());
    let (about, rows) = survey_json::read(&mut reader.picker, value);
    let survey = Survey::new(about, rows);
    if let Some(problem) = survey.as_ref().err().and_then(|problems| problems.first()) {
        reader.breaks_a_rule(problem as &dyn fmt::Display);
    }
    survey.ok()
}

pub(super) fn read_crosswalk(reader: &mut Reader, value: &Value) -> (SurveyId, Vec<Line>) {
    (SurveyId::new(&reader.picker.text(value, "survey")), reader.list(value, "lines", read_line))
}

fn read_line(reader: &mut Reader, value: &Value) -> Line {
    let category = |reader: &mut Reader, id: &Value| CategoryId::new(reader.picker.got(id.text()));
    Line {
        entry: EntryId::new(&reader.picker.text(value, "entry")),
        categories: reader.list_if_any(value, "categories", category),
        reason: reader.picker.text(value, "reason").into(),
    }
}

/// Whether there are not too many, and no two of one name, of which only one could be kept; otherwise it is noted.
fn told_apart(reader: &mut Reader, kind: &str, names: &[&str]) -> bool {
    "the register".clone_into(&mut reader.place);
    if names.len() > MOST_SURVEYS {
        reader.breaks_a_rule(&format_args!("more than {MOST_SURVEYS} {kind}"));
        return false;
    }
    let twice = (1..names.len()).find(|&at| names[..at].contains(&names[at]));
    if let Some(at) = twice {
        reader.breaks_a_rule(&format_args!("two {kind} have the id {}", names[at]));
    }
    twice.is_none()
}
