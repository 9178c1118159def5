//! What can be wrong with a league table, all of it at once and each with its row, for the tables that are
//! shipped and for those a user adds. What a sound table is able to say is next door in [`mod@super::survey`].

use std::fmt;

use super::slug::slug;
use super::survey::{About, Extent, MOST_ENTRIES, Row, Unit};
use crate::decimal;

/// A part of the description that must not be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AboutField {
    /// Its name in links and files.
    Id,
    /// What the publisher calls it.
    Title,
    /// Who published it.
    Publisher,
    /// What was asked.
    Question,
    /// Where it was read.
    Source,
}

impl AboutField {
    fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Publisher => "publisher",
            Self::Question => "question",
            Self::Source => "source",
        }
    }
}

/// Which row is meant: its place in the table as entered, counted from 1, and its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowName {
    /// Counted from 1.
    pub number: usize,
    /// As entered.
    pub label: String,
}

impl fmt::Display for RowName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {} ({})", self.number, self.label)
    }
}

/// One thing that is wrong with a survey.
#[derive(Clone, Debug, PartialEq)]
pub enum SurveyProblem {
    /// A part of the description is empty.
    Missing(AboutField),
    /// There is no row.
    NoRows,
    /// There are more rows than any published table has; how many.
    TooManyRows(usize),
    /// The label holds no letter or digit.
    EmptyLabel(RowName),
    /// An earlier row has the same label.
    RepeatedLabel(RowName),
    /// Places are counted from 1.
    RankZero(RowName),
    /// More rows stand before this one than its place leaves room for.
    RankTooHigh(RowName),
    /// The table is said to be complete, but this row has no place or places before it are missing.
    GapBefore(RowName),
    /// Not a number, below nought, or above 100 per cent or a thousand million.
    ValueOutOfRange(RowName, f64),
    /// A table of places has no values.
    ValueWithoutUnit(RowName),
    /// A row placed lower has a higher value, or one placed equally another value.
    OrderContradicted(RowName),
}

impl fmt::Display for SurveyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(field) => write!(f, "the {} is missing", field.name()),
            Self::NoRows => f.write_str("the table has no rows"),
            Self::TooManyRows(n) => {
                write!(f, "the table has {n} rows; a league table has at most {MOST_ENTRIES}")
            }
            Self::EmptyLabel(row) => write!(f, "{row} has no label"),
            Self::RepeatedLabel(row) => write!(f, "{row} has the label of an earlier row"),
            Self::RankZero(row) => write!(f, "{row} has place 0; places are counted from 1"),
            Self::RankTooHigh(row) => write!(f, "{row} has more rows before it than its place allows"),
            Self::GapBefore(row) => write!(f, "{row} leaves a gap in a table said to be complete"),
            Self::ValueOutOfRange(row, value) => {
                write!(f, "{row} has a figure outside its range, {}", decimal::short(*value, 6))
            }
            Self::ValueWithoutUnit(row) => write!(f, "{row} has a figure in a table of places"),
            Self::OrderContradicted(row) => write!(f, "{row} has a figure that contradicts its place"),
        }
    }
}

impl std::error::Error for SurveyProblem {}

impl SurveyProblem {
    /// The row it is about, if it is about one; a reader of a file numbers it as the file does.
    pub fn row_mut(&mut self) -> Option<&mut RowName> {
        match self {
            Self::Missing(_) | Self::NoRows | Self::TooManyRows(_) => None,
            Self::EmptyLabel(row)
            | Self::RepeatedLabel(row)
            | Self::RankZero(row)
            | Self::RankTooHigh(row)
            | Self::GapBefore(row)
            | Self::ValueOutOfRange(row, _)
            | Self::ValueWithoutUnit(row)
            | Self::OrderContradicted(row) => Some(row),
        }
    }
}

/// The highest mean score: with six decimals it has fifteen digits, which are written and read exactly.
const MOST_MEAN_SCORE: f64 = 1e9 - 1.0;

/// Everything that is wrong with a survey, description first, then row by row.
pub(super) fn problems(about: &About, rows: &[Row]) -> Vec<SurveyProblem> {
    let mut found = missing_fields(about);
    if rows.is_empty() {
        found.push(SurveyProblem::NoRows);
    }
    let ids: Vec<String> = rows.iter().map(|row| slug(&row.label)).collect();
    for (i, row) in rows.iter().enumerate() {
        let name = || RowName { number: i + 1, label: row.label.clone() };
        label_problem(&ids, i, name).into_iter().for_each(|problem| found.push(problem));
        rank_problem(about.extent, rows, row, name).into_iter().for_each(|problem| found.push(problem));
        value_problem(about.unit, rows, row, name).into_iter().for_each(|problem| found.push(problem));
    }
    found
}

fn missing_fields(about: &About) -> Vec<SurveyProblem> {
    let required = [
        (AboutField::Id, about.id.as_str()),
        (AboutField::Title, &about.title),
        (AboutField::Publisher, &about.publisher),
        (AboutField::Question, &about.question),
        (AboutField::Source, &about.source),
    ];
    let empty = required.into_iter().filter(|(_, text)| text.trim().is_empty());
    empty.map(|(field, _)| SurveyProblem::Missing(field)).collect()
}

/// What is wrong with a row's label, told by the ids that the labels of all rows come to.
fn label_problem(ids: &[String], i: usize, name: impl Fn() -> RowName) -> Option<SurveyProblem> {
    if ids[i].is_empty() {
        return Some(SurveyProblem::EmptyLabel(name()));
    }
    ids[..i].contains(&ids[i]).then(|| SurveyProblem::RepeatedLabel(name()))
}

fn rank_problem(
    extent: Extent,
    rows: &[Row],
    row: &Row,
    name: impl Fn() -> RowName,
) -> Option<SurveyProblem> {
    let complete = extent == Extent::Complete;
    let Some(rank) = row.rank else {
        return complete.then(|| SurveyProblem::GapBefore(name()));
    };
    let Some(room) = rank.checked_sub(1) else {
        return Some(SurveyProblem::RankZero(name()));
    };
    let better = rows.iter().filter(|other| other.rank.is_some_and(|r| r < rank)).count();
    if better > room as usize {
        return Some(SurveyProblem::RankTooHigh(name()));
    }
    (complete && better < room as usize).then(|| SurveyProblem::GapBefore(name()))
}

fn value_problem(unit: Unit, rows: &[Row], row: &Row, name: impl Fn() -> RowName) -> Option<SurveyProblem> {
    let value = row.value?;
    let most = match unit {
        Unit::Rank => return Some(SurveyProblem::ValueWithoutUnit(name())),
        Unit::PercentNaming => 100.0,
        Unit::MeanScore => MOST_MEAN_SCORE,
    };
    if !(0.0..=most).contains(&value) {
        return Some(SurveyProblem::ValueOutOfRange(name(), value));
    }
    rows.iter().any(|above| contradicts(above, row)).then(|| SurveyProblem::OrderContradicted(name()))
}

/// Whether `above` stands no lower than `row` in the table yet has a lower value, or a tie another value.
/// Equal values may have different places: published figures are rounded.
fn contradicts(above: &Row, row: &Row) -> bool {
    let (Some(a), Some(b)) = (above.rank.zip(above.value), row.rank.zip(row.value)) else {
        return false;
    };
    (a.0 < b.0 && a.1 < b.1) || (a.0 == b.0 && a.1 != b.1)
}

#[cfg(test)]
mod tests {
    use super::super::survey::Survey;
    use super::super::survey::tests::{about, rows};
    use super::*;

    type Short<'a> = &'a [(Option<u32>, &'a str, Option<f64>)];

    fn messages(unit: Unit, extent: Extent, short: Short<'_>) -> Vec<String> {
        let problems = Survey::new(about(unit, extent), rows(short)).err().unwrap_or_default();
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_broken_rule_is_named_with_its_row() {
        use Extent::{Complete, Partial};
        use Unit::{MeanScore, PercentNaming, Rank};
        let table: &[(Unit, Extent, Short<'_>, &str)] = &[
            (Rank, Partial, &[], "the table has no rows"),
            (Rank, Partial, &[(Some(1), " ", None)], "row 1 ( ) has no label"),
            (
                Rank,
                Partial,
                &[(Some(1), "A b", None), (Some(2), "a-B", None)],
                "row 2 (a-B) has the label of an earlier row",
            ),
            (Rank, Partial, &[(Some(0), "a", None)], "row 1 (a) has place 0; places are counted from 1"),
            (
                Rank,
                Partial,
                &[(Some(1), "a", None), (Some(1), "b", None), (Some(2), "c", None)],
                "row 3 (c) has more rows before it than its place allows",
            ),
            (
                Rank,
                Complete,
                &[(Some(1), "a", None), (Some(3), "b", None)],
                "row 2 (b) leaves a gap in a table said to be complete",
            ),
            (Rank, Complete, &[(None, "a", None)], "row 1 (a) leaves a gap in a table said to be complete"),
            (Rank, Partial, &[(Some(1), "a", Some(3.0))], "row 1 (a) has a figure in a table of places"),
            (
                PercentNaming,
                Partial,
                &[(Some(1), "a", Some(100.5))],
                "row 1 (a) has a figure outside its range, 100.5",
            ),
            (
                MeanScore,
                Partial,
                &[(Some(1), "a", Some(f64::NAN))],
                "row 1 (a) has a figure outside its range, NaN",
            ),
            (
                MeanScore,
                Partial,
                &[(Some(1), "a", Some(3.0)), (Some(2), "b", Some(4.0))],
                "row 2 (b) has a figure that contradicts its place",
            ),
        ];
        for (unit, extent, short, message) in table {
            assert_eq!(messages(*unit, *extent, short), [*message]);
        }
    }

    #[test]
    fn all_problems_come_at_once() {
        let mut incomplete = about(Unit::Rank, Extent::Partial);
        incomplete.source = "  ".into();
        incomplete.title = String::new();
        let short = [(Some(0), "a", None), (Some(2), "a", Some(1.0))];
        let problems = Survey::new(incomplete, rows(&short)).err().unwrap_or_default();
        assert_eq!(problems.len(), 5, "{problems:?}");
    }

    #[test]
    fn a_flood_of_rows_is_one_problem() {
        let flood = vec![super::super::survey::Row { rank: None, label: "a".into(), value: None }; 100_000];
        let problems = Survey::new(about(Unit::Rank, Extent::Partial), flood).err().unwrap_or_default();
        assert_eq!(problems, [SurveyProblem::TooManyRows(100_000)]);
    }

    #[test]
    fn rounded_figures_may_be_equal_at_different_places() {
        let short = [(Some(1), "a", Some(34.0)), (Some(2), "b", Some(34.0))];
        assert!(messages(Unit::PercentNaming, Extent::Complete, &short).is_empty());
    }
}
