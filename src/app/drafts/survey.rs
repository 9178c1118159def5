//! The form for a survey of the body's own: its description and its table. What a sound table is, is the core's to
//! say; here each of its problems finds its field.

use partnership_risk_core::catalogue::{
    About, AboutField, Extent, Origin, Row, RowName, Survey, SurveyId, SurveyProblem, SurveySector, Unit,
};
use partnership_risk_core::decimal;

use super::Problem;
use super::checks::{Checks, key, tidy, typed};
use super::kept::draft;

draft! {
    /// What is typed about one row of a table.
    SurveyRowDraft {
        /// Its place.
        rank: String,
        /// The risk in the survey's words.
        label: String,
        /// Its value.
        value: String,
    }
}

draft! {
    /// What is typed about a survey.
    SurveyDraft {
        /// What the publisher calls it.
        title: String,
        /// Who published it.
        publisher: String,
        /// The series it is an edition of.
        series: String,
        /// The year it bears.
        year: String,
        /// Who was asked.
        population: String,
        /// How many answered.
        respondents: String,
        /// The bodies and places it speaks of.
        scope: String,
        /// What kind of bodies these are.
        sector: String,
        /// What was asked.
        question: String,
        /// How many risks one respondent may name.
        choices: String,
        /// What the values are.
        unit: String,
        /// Where it was read.
        source: String,
        /// How much of it was seen.
        extent: String,
        /// On whose word it rests.
        origin: String,
        /// What a reader must know.
        caveats: String,
        /// A table that is pasted in, before it takes the place of the rows.
        pasted: String,
        /// The rows.
        rows: Vec<SurveyRowDraft>,
    }
}

/// The id on the page of a part of a row, counted from 0.
#[must_use]
pub fn survey_row_field(at: usize, part: &str) -> String {
    format!("row-{}-{part}", at + 1)
}

impl SurveyRowDraft {
    fn of(row: &Row) -> Self {
        Self { rank: typed(row.rank, |rank| rank.to_string()), label: row.label.clone(), value: row.figure() }
    }

    fn is_blank(&self) -> bool {
        [&self.rank, &self.label, &self.value].iter().all(|text| tidy(text).is_empty())
    }
}

impl SurveyDraft {
    /// The form for a new survey: five empty rows.
    #[must_use]
    pub fn new() -> Self {
        Self {
            unit: key(Unit::Rank),
            extent: key(Extent::Complete),
            origin: key(Origin::Publisher),
            sector: key(SurveySector::NotSaid),
            rows: vec![SurveyRowDraft::default(); 5],
            ..Self::default()
        }
    }

    /// The form for a survey that is there.
    #[must_use]
    pub fn of(survey: &Survey) -> Self {
        Self::default().described(survey.about()).with_rows(&survey.rows())
    }

    /// The form for a survey that begins as a copy of another.
    #[must_use]
    pub fn copy_of(survey: &Survey) -> Self {
        Self { title: format!("Copy of {}", survey.about().title), ..Self::of(survey) }
    }

    /// Another description in the place of what is typed.
    #[must_use]
    pub fn described(self, about: &About) -> Self {
        Self {
            title: about.title.clone(),
            publisher: about.publisher.clone(),
            series: about.series.clone().unwrap_or_default(),
            year: typed(about.year, |year| year.to_string()),
            population: about.population.clone(),
            respondents: typed(about.respondents, |n| n.to_string()),
            scope: about.scope.clone(),
            sector: key(about.sector),
            question: about.question.clone(),
            choices: typed(about.choices, |n| n.to_string()),
            unit: key(about.unit),
            source: about.source.clone(),
            extent: key(about.extent),
            origin: key(about.origin),
            caveats: about.caveats.clone(),
            ..self
        }
    }

    /// Another table in the place of the rows that are typed. Where the rows have values and places alone were
    /// wanted, per cent are wanted from now on.
    #[must_use]
    pub fn with_rows(self, rows: &[Row]) -> Self {
        let has_values = rows.iter().any(|row| row.value.is_some());
        let unit =
            if has_values && self.unit == key(Unit::Rank) { key(Unit::PercentNaming) } else { self.unit };
        Self { unit, pasted: String::new(), rows: rows.iter().map(SurveyRowDraft::of).collect(), ..self }
    }

    /// The survey described under this name, or everything that is wrong with the description and the table. Rows
    /// in which nothing is typed are left out.
    pub fn check(&self, id: SurveyId) -> Result<Survey, Vec<Problem>> {
        let mut checks = Checks::default();
        let about = self.about(id, &mut checks);
        let filled: Vec<usize> = (0..self.rows.len()).filter(|at| !self.rows[*at].is_blank()).collect();
        let rows = filled.iter().map(|at| self.row(*at, &mut checks)).collect();
        let survey = Survey::new(about, rows);
        for problem in survey.as_ref().err().into_iter().flatten() {
            note(&mut checks, &filled, problem);
        }
        match survey {
            Ok(survey) => checks.finish(|| survey),
            Err(_) => Err(checks.problems),
        }
    }

    fn about(&self, id: SurveyId, checks: &mut Checks) -> About {
        About {
            id,
            title: tidy(&self.title),
            publisher: tidy(&self.publisher),
            series: Some(tidy(&self.series)).filter(|series| !series.is_empty()),
            year: checks.whole(&self.year, "year", "Year"),
            population: tidy(&self.population),
            respondents: checks.whole(&self.respondents, "respondents", "How many answered"),
            scope: tidy(&self.scope),
            sector: checks.choice(&self.sector),
            question: tidy(&self.question),
            choices: checks.whole(&self.choices, "choices", "Risks that one may name"),
            unit: checks.choice(&self.unit),
            source: tidy(&self.source),
            extent: checks.choice(&self.extent),
            origin: checks.choice(&self.origin),
            caveats: tidy(&self.caveats),
        }
    }

    fn row(&self, at: usize, checks: &mut Checks) -> Row {
        let draft = &self.rows[at];
        let value = tidy(&draft.value);
        let found = decimal::read(value.trim_end_matches('%').trim_end()).filter(|value| value.is_finite());
        if found.is_none() && !value.is_empty() {
            let message =
                format!("Row {}: \u{201c}{value}\u{201d} is not a number such as 44 or 3.75", at + 1);
            checks.note(&survey_row_field(at, "value"), message);
        }
        let name = format!("Row {}, place", at + 1);
        let rank = checks.whole(&draft.rank, &survey_row_field(at, "rank"), &name);
        Row { rank, label: tidy(&draft.label), value: found }
    }
}

/// Ties a problem to its field, unless something is wrong with that field already: what cannot be read is also
/// missing, which need not be said.
fn note(checks: &mut Checks, filled: &[usize], problem: &SurveyProblem) {
    let (field, message) = told(filled, problem);
    if checks.problems.iter().all(|known| known.field != field) {
        checks.note(&field, message);
    }
}

/// The field that a problem is about and what is wrong with it, in the form's words.
fn told(filled: &[usize], problem: &SurveyProblem) -> (String, String) {
    let of_row = |row: &RowName, part: &str, said: &str| {
        let at = filled.get(row.number - 1).copied().unwrap_or_default();
        (survey_row_field(at, part), format!("Row {}{said}", at + 1))
    };
    let of_rows = |message: String| ("rows".to_owned(), message);
    match problem {
        SurveyProblem::Missing(field) => missing(*field),
        SurveyProblem::NoRows => of_rows("Enter at least one row of the table".to_owned()),
        SurveyProblem::TooManyRows(_) => of_rows(format!("There is too much: {problem}")),
        SurveyProblem::EmptyLabel(row) => {
            of_row(row, "label", ": enter the risk in the survey\u{2019}s words")
        }
        SurveyProblem::RepeatedLabel(row) => of_row(row, "label", " has the risk of an earlier row"),
        SurveyProblem::RankZero(row) => of_row(row, "rank", ": places are counted from 1"),
        SurveyProblem::RankTooHigh(row) => {
            of_row(row, "rank", ": more rows stand before it than its place allows")
        }
        SurveyProblem::GapBefore(row) => of_row(
            row,
            "rank",
            " has no place, or places before it are missing: fill the gap, or say that only a part was seen",
        ),
        SurveyProblem::ValueOutOfRange(row, _) => {
            of_row(row, "value", ": a figure is from 0 to 100 per cent, and a mean score not below 0")
        }
        SurveyProblem::ValueWithoutUnit(row) => {
            of_row(row, "value", " has a figure: say above what the figures are, or take it out")
        }
        SurveyProblem::OrderContradicted(row) => of_row(row, "value", ": its figure contradicts its place"),
    }
}

fn missing(field: AboutField) -> (String, String) {
    let (field, message) = match field {
        AboutField::Title | AboutField::Id => ("title", "Enter what the survey is called"),
        AboutField::Publisher => ("publisher", "Enter who published it"),
        AboutField::Question => ("question", "Enter what was asked"),
        AboutField::Source => ("source", "Enter where you read it: an address, or a title and a page"),
    };
    (field.to_owned(), message.to_owned())
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::catalogue::surveys;

    use super::*;

    fn id() -> SurveyId {
        SurveyId::new("own-survey")
    }

    fn row(rank: &str, label: &str, value: &str) -> SurveyRowDraft {
        SurveyRowDraft { rank: rank.into(), label: label.into(), value: value.into() }
    }

    fn sound(rows: &[SurveyRowDraft]) -> SurveyDraft {
        SurveyDraft {
            title: "County survey".into(),
            publisher: "The county".into(),
            question: "Your top risks".into(),
            source: "A letter".into(),
            rows: rows.to_vec(),
            ..SurveyDraft::new()
        }
    }

    fn problems(draft: &SurveyDraft) -> Vec<(String, String)> {
        let found = draft.check(id()).err().unwrap_or_default();
        found.into_iter().map(|problem| (problem.field, problem.message)).collect()
    }

    #[test]
    fn every_shipped_survey_passes_through_the_form_unchanged() {
        for survey in surveys().iter() {
            let through = SurveyDraft::of(survey).check(survey.id().clone());
            assert_eq!(through.as_ref(), Ok(&**survey), "{}", survey.id());
        }
    }

    #[test]
    fn rows_in_which_nothing_is_typed_are_left_out_and_the_others_keep_their_fields() {
        let draft = sound(&[row("1", "Floods", ""), row(" ", "", ""), row("2", "Floods", "")]);
        let said = "Row 3 has the risk of an earlier row".to_owned();
        assert_eq!(problems(&draft), [("row-3-label".to_owned(), said)]);
        let draft = sound(&[row("", "", ""), row("1", "Floods", "")]);
        assert_eq!(draft.check(id()).map(|survey| survey.entries().len()), Ok(1));
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once_and_tied_to_its_field() {
        let rows = [row("first", "Floods", ""), row("2", "", "x"), row("3", "Fire", "12")];
        let draft = SurveyDraft { title: " ".into(), year: "next".into(), ..sound(&rows) };
        let fields: Vec<String> = problems(&draft).into_iter().map(|(field, _)| field).collect();
        assert_eq!(
            fields,
            [
                "year",
                "row-1-rank",
                "row-2-value",
                "title",
                "row-2-label",
                "row-2-rank",
                "row-3-rank",
                "row-3-value"
            ]
        );
        assert_eq!(
            problems(&sound(&[])),
            [("rows".to_owned(), "Enter at least one row of the table".to_owned())]
        );
    }

    #[test]
    fn a_table_with_values_asks_for_per_cent_unless_something_else_was_chosen() {
        let rows = [Row { rank: None, label: "Floods".into(), value: Some(44.5) }];
        let filled = SurveyDraft::new().with_rows(&rows);
        assert_eq!((filled.unit.as_str(), filled.rows), ("percent_naming", vec![row("", "Floods", "44.5")]));
        let scores = SurveyDraft { unit: key(Unit::MeanScore), ..SurveyDraft::new() };
        assert_eq!(scores.with_rows(&rows).unit, "mean_score");
    }

    #[test]
    fn a_copy_says_that_it_is_one() {
        let copy = SurveyDraft::copy_of(&surveys()[0]);
        assert_eq!(copy.title, format!("Copy of {}", surveys()[0].about().title));
    }
}
