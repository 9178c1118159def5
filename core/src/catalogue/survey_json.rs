//! A survey as an object in JSON: its description member by member, and its rows as lists of rank, label and value.
//! The same form is shipped, kept in registers and handed on as files; whether what it says is sound is for
//! [`Survey::new`] to say.

use super::survey::{About, Extent, Origin, Row, Survey, SurveyId, Unit};
use crate::choice::Choice;
use crate::json::{self, NOTHING, Object, Pick, Picker, Value, Wrong, decimal_number};

/// The description and the rows in an object, unchecked.
pub(crate) fn read(picker: &mut Picker, value: &Value) -> (About, Vec<Row>) {
    let about = about(picker, value);
    let rows = picker.list(value, "rows").iter();
    let row = |value| picker_row(picker, value);
    (about, rows.map(row).collect())
}

/// The description in an object; `id` may be left out where another name is given to the survey anyway.
pub(crate) fn about(picker: &mut Picker, value: &Value) -> About {
    About {
        id: SurveyId::new(&picker.text_if_any(value, "id")),
        title: picker.text(value, "title"),
        publisher: picker.text(value, "publisher"),
        series: Some(picker.text_if_any(value, "series")).filter(|series| !series.is_empty()),
        year: picker.small_if_any(value, "year"),
        population: picker.text_if_any(value, "population"),
        respondents: picker.small_if_any(value, "respondents"),
        scope: picker.text_if_any(value, "scope"),
        sector: picker.choice_if_any(value, "sector"),
        question: picker.text(value, "question"),
        choices: picker.small_if_any(value, "choices"),
        unit: picker.one_of(value, "unit", &Unit::ALL, Choice::key),
        source: picker.text(value, "source"),
        extent: picker.one_of(value, "extent", &Extent::ALL, Choice::key),
        origin: picker.one_of(value, "origin", &Origin::ALL, Choice::key),
        caveats: picker.text_if_any(value, "caveats"),
    }
}

fn picker_row(picker: &mut Picker, value: &Value) -> Row {
    row(value).unwrap_or_else(|wrong| {
        picker.note(wrong);
        Row { rank: None, label: String::new(), value: None }
    })
}

/// A row: a list of rank, label and value, in which what is not known is null.
pub(crate) fn row(value: &Value) -> Result<Row, Wrong> {
    let [rank, label, figure] = value.list()? else { return Err(Wrong::new("a row has three parts")) };
    let known = |value: &&Value| !value.is_null();
    Ok(Row {
        rank: Some(rank).filter(known).map(Pick::small).transpose()?,
        label: label.text()?.to_owned(),
        value: Some(figure).filter(known).map(Pick::number).transpose()?,
    })
}

/// A survey as an object.
pub(crate) fn write(survey: &Survey) -> Value {
    let about = survey.about();
    let mut object = Object::default();
    object.text("id", about.id.as_str());
    object.text("title", &about.title);
    object.text("publisher", &about.publisher);
    object.text_if_any("series", about.series.as_deref().unwrap_or_default());
    object.whole_if_any("year", about.year.map(Into::into));
    object.text_if_any("population", &about.population);
    object.whole_if_any("respondents", about.respondents.map(Into::into));
    object.text_if_any("scope", &about.scope);
    object.choice_if_any("sector", about.sector);
    object.text("question", &about.question);
    object.whole_if_any("choices", about.choices.map(Into::into));
    object.choice("unit", about.unit);
    object.text("source", &about.source);
    object.choice("extent", about.extent);
    object.choice("origin", about.origin);
    object.text_if_any("caveats", &about.caveats);
    object.put("rows", json::list(&survey.rows(), write_row));
    object.end()
}

fn write_row(row: &Row) -> Value {
    let rank = row.rank.map_or(NOTHING.clone(), Value::from);
    Value::Array(vec![rank, Value::from(&*row.label), decimal_number(&row.figure())])
}

#[cfg(test)]
mod tests {
    use super::super::shipped::surveys;
    use super::super::survey::SurveySector;
    use super::*;

    #[test]
    fn every_shipped_survey_reads_back_as_it_is_written() {
        for survey in surveys().iter() {
            let mut picker = Picker::default();
            let (about, rows) = read(&mut picker, &write(survey));
            assert_eq!(picker.finish(), Ok(()));
            assert_eq!(Survey::new(about, rows).as_ref(), Ok(&**survey));
        }
    }

    #[test]
    fn a_sector_may_be_left_out_and_one_that_nobody_knows_is_refused() {
        let read = |sector: &str| {
            let text = format!(
                r#"{{"title":"x","publisher":"x",{sector}"question":"x","unit":"rank","source":"x","extent":"partial","origin":"publisher"}}"#
            );
            let mut picker = Picker::default();
            let about = about(&mut picker, &json::read(&text).expect("JSON"));
            picker.finish().map(|()| about.sector)
        };
        assert_eq!(read(""), Ok(SurveySector::NotSaid));
        assert_eq!(read(r#""sector":"health","#), Ok(SurveySector::Health));
        assert!(read(r#""sector":"moon","#).is_err());
    }

    #[test]
    fn a_row_that_is_none_is_refused() {
        for (text, said) in [
            ("[1, \"a\"]", "a row has three parts"),
            ("[-1, \"a\", null]", "number out of range"),
            ("[1, 2, null]", "invalid type: a number, expected a string"),
            ("[1, \"a\", \"x\"]", "invalid type: a string, expected a number"),
            ("{}", "invalid type: an object, expected a list"),
        ] {
            let refused = row(&json::read(text).expect("JSON")).err().map(|wrong| wrong.to_string());
            assert_eq!(refused.as_deref(), Some(said), "{text}");
        }
    }
}
