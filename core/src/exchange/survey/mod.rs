//! Surveys read from files and written to them: a table as comma-separated text, which holds the rows alone, or a
//! whole survey in the product's own form. Every problem is named, with its row where it has one, and a file with
//! a problem gives nothing. What a sound survey is, is told in [`crate::catalogue`].

mod table;

use std::fmt;

use super::text;
use crate::catalogue::{
    About, Extent, MOST_ENTRIES, Origin, Row, Survey, SurveyId, SurveyProblem, SurveySector, Unit,
};
use crate::document::survey_file;

pub use table::write_table;

/// The longest file that is read; the largest published table has some 50 rows.
pub const MOST_BYTES: usize = 1024 * 1024;

/// What a file holds of a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadSurvey {
    /// Its description, where the file has one; the name in it is empty.
    pub about: Option<About>,
    /// Its rows, sound by themselves; whether they fit the description is checked with it.
    pub rows: Vec<Row>,
}

/// One thing that is wrong with a file of a survey, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyFault(String);

impl SurveyFault {
    fn new(reason: &dyn fmt::Display) -> Self {
        Self(reason.to_string())
    }
}

impl fmt::Display for SurveyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SurveyFault {}

/// What a file of either form holds, or everything that is wrong with it.
pub fn read(bytes: &[u8]) -> Result<ReadSurvey, Vec<SurveyFault>> {
    if bytes.len() > MOST_BYTES {
        return Err(vec![SurveyFault::new(&"the file is larger than 1 MB; is this a league table?")]);
    }
    let text = text::read(bytes).map_err(|error| vec![SurveyFault::new(&error)])?.text;
    if text.trim_start().starts_with('{') { read_whole(&text) } else { read_table(&text) }
}

/// A whole survey in the product's own form.
#[must_use]
pub fn write(survey: &Survey) -> String {
    survey_file::write(survey)
}

fn read_whole(text: &str) -> Result<ReadSurvey, Vec<SurveyFault>> {
    let of_text = |reasons: Vec<String>| reasons.into_iter().map(SurveyFault).collect::<Vec<_>>();
    let (about, rows) = survey_file::read(text).map_err(of_text)?;
    let named = About { id: SurveyId::new("own-survey"), ..about.clone() };
    match Survey::new(named, rows) {
        Ok(survey) => Ok(ReadSurvey { about: Some(about), rows: survey.rows() }),
        Err(problems) => Err(problems.iter().map(|problem| SurveyFault::new(problem)).collect()),
    }
}

fn read_table(text: &str) -> Result<ReadSurvey, Vec<SurveyFault>> {
    let table = table::read(text)?;
    let rows: Vec<Row> = table.iter().map(|(_, row)| row.clone()).collect();
    match Survey::new(any_description(&rows), rows) {
        Ok(survey) => Ok(ReadSurvey { about: None, rows: survey.rows() }),
        Err(problems) => {
            let lines: Vec<usize> = table.iter().map(|(line, _)| *line).collect();
            Err(problems.into_iter().map(|problem| in_line(&lines, problem)).collect())
        }
    }
}

/// A description under which rows are judged by themselves.
fn any_description(rows: &[Row]) -> About {
    let any = || "-".to_owned();
    let has_values = rows.iter().any(|row| row.value.is_some());
    About {
        id: SurveyId::new("own-survey"),
        title: any(),
        publisher: any(),
        series: None,
        year: None,
        population: any(),
        respondents: None,
        scope: any(),
        sector: SurveySector::NotSaid,
        question: any(),
        choices: None,
        unit: if has_values { Unit::MeanScore } else { Unit::Rank },
        source: any(),
        extent: Extent::Partial,
        origin: Origin::Publisher,
        caveats: String::new(),
    }
}

/// A problem under the number that a person sees beside the row: its line in the file.
fn in_line(lines: &[usize], mut problem: SurveyProblem) -> SurveyFault {
    if let Some(row) = problem.row_mut() {
        row.number = lines.get(row.number - 1).copied().unwrap_or(row.number);
    }
    SurveyFault::new(&problem)
}

/// Too many rows for a league table.
fn too_many() -> SurveyFault {
    SurveyFault(format!("the file has more than {MOST_ENTRIES} rows; a league table has fewer"))
}

#[cfg(test)]
mod tests;
