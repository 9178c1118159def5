//! A survey as a file of its own, in the form in which registers store it, so that bodies can hand one on. A survey
//! without format and schema, as one writes it by hand, is read too. Tables in other files are read next door in
//! [`crate::exchange::survey`].

use super::envelope::{Foreign, check_header};
use crate::catalogue::{About, MOST_ENTRIES, Row, Survey, SurveyId, SurveyProblem, survey_json};
use crate::json::{self, Object, Pick, Picker, Value};

/// The schema that this version writes, and the newest that it reads.
pub const SCHEMA: u32 = 1;

const FORMAT: &str = "partnership-risk-survey";

/// The text of a survey, ready to be handed on.
#[must_use]
pub fn write(survey: &Survey) -> String {
    let mut file = Object::default();
    file.text("format", FORMAT);
    file.whole("schema", SCHEMA.into());
    file.put("survey", survey_json::write(survey));
    file.end().to_string()
}

/// The description and the rows that a text holds, or everything that is wrong with its form, rows named. The
/// name in it is passed over: in another register it may be another's.
pub fn read(text: &str) -> Result<(About, Vec<Row>), Vec<String>> {
    let file = json::read(text).map_err(|wrong| vec![format!("the text is damaged: {wrong}")])?;
    let survey = inside(&file).map_err(|reason| vec![reason])?;
    let mut picker = Picker::default();
    let about = survey_json::about(&mut picker, survey);
    let rows = picker.list(survey, "rows");
    if rows.len() > MOST_ENTRIES {
        return Err(vec![SurveyProblem::TooManyRows(rows.len()).to_string()]);
    }
    let rows = rows.iter().map(survey_json::row);
    let (rows, mut wrong) =
        sorted(rows.enumerate().map(|(at, row)| row.map_err(|wrong| format!("row {}: {wrong}", at + 1))));
    wrong.extend(picker.finish().err().map(|wrong| wrong.to_string()));
    if wrong.is_empty() { Ok((About { id: SurveyId::new(""), ..about }, rows)) } else { Err(wrong) }
}

/// The survey in a file, with or without what says so.
fn inside(file: &Value) -> Result<&Value, String> {
    if file.find("format").ok().flatten().is_none() && file.find("rows").ok().flatten().is_some() {
        return Ok(file);
    }
    check_header(file, FORMAT, SCHEMA).map_err(|foreign| match foreign {
        Foreign::OfAnotherKind => "this is not a survey of the Partnership Risk Calculator".to_owned(),
        Foreign::Newer(schema) => {
            format!("written by a newer version (schema {schema}; this version reads up to {SCHEMA})")
        }
    })?;
    file.member("survey").map_err(|wrong| format!("the text is damaged: {wrong}"))
}

fn sorted<T>(all: impl Iterator<Item = Result<T, String>>) -> (Vec<T>, Vec<String>) {
    let (mut sound, mut wrong) = (Vec::new(), Vec::new());
    for one in all {
        match one {
            Ok(value) => sound.push(value),
            Err(reason) => wrong.push(reason),
        }
    }
    (sound, wrong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::surveys;

    #[test]
    fn every_shipped_survey_reads_back_from_a_file_but_for_its_name() {
        for survey in surveys().iter() {
            let (about, rows) = read(&write(survey)).expect("just written");
            assert_eq!(about.id, SurveyId::new(""));
            let about = About { id: survey.id().clone(), ..about };
            assert_eq!(Survey::new(about, rows).as_ref(), Ok(&**survey));
        }
    }

    #[test]
    fn a_flood_of_faulty_rows_is_one_problem() {
        let rows = vec!["3"; 100_000].join(",");
        let said = read(&format!(r#"{{"rows":[{rows}]}}"#));
        let expected = "the table has 100000 rows; a league table has at most 500";
        assert_eq!(said, Err(vec![expected.to_owned()]));
    }

    #[test]
    fn what_is_wrong_is_all_said_with_its_row() {
        let rows = r#"[[1, "a", null], ["x", "b", null], [3]]"#;
        for (text, said) in [
            ("{", &["the text is damaged: EOF while parsing an object at line 1 column 1"][..]),
            ("[]", &["this is not a survey of the Partnership Risk Calculator"]),
            (
                r#"{"format":"partnership-risk"}"#,
                &["this is not a survey of the Partnership Risk Calculator"],
            ),
            (
                r#"{"format":"partnership-risk-survey","schema":2}"#,
                &["written by a newer version (schema 2; this version reads up to 1)"],
            ),
            (
                &format!(r#"{{"rows": {rows}}}"#),
                &[
                    "row 2: invalid type: a string, expected a whole number",
                    "row 3: a row has three parts",
                    "missing field `title`",
                ],
            ),
        ] {
            assert_eq!(read(text), Err(said.iter().map(|reason| (*reason).to_owned()).collect()), "{text}");
        }
    }
}
