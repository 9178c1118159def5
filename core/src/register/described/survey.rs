//! A survey of a body's own and the lines of its crosswalks in words.

use super::{Field, listed};
use crate::catalogue::{Line, Row, Survey};
use crate::register::Organisation;

/// Every part of a survey, its table as one.
pub(in crate::register) fn fields(survey: &Survey) -> Vec<Field> {
    let about = survey.about();
    let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
    vec![
        ("Title", about.title.clone()),
        ("Publisher", about.publisher.clone()),
        ("Series", about.series.clone().unwrap_or_default()),
        ("Year", number(about.year.map(u32::from))),
        ("Who was asked", about.population.clone()),
        ("Respondents", number(about.respondents)),
        ("Scope", about.scope.clone()),
        ("Sector", about.sector.name().to_owned()),
        ("Question", about.question.clone()),
        ("Choices allowed", number(about.choices.map(u32::from))),
        ("Figures", about.unit.name().to_owned()),
        ("Source", about.source.clone()),
        ("Extent", about.extent.name().to_owned()),
        ("Seen in", about.origin.name().to_owned()),
        ("To bear in mind", about.caveats.clone()),
        ("Table", listed(&survey.rows(), row)),
    ]
}

fn row(row: &Row) -> String {
    let rank = row.rank.map(|rank| format!("{rank} ")).unwrap_or_default();
    [&rank, row.label.as_str(), " ", &row.figure()].concat().trim_end().to_owned()
}

/// What a line says: the categories, or that there are none, and why; nothing where there is no line.
pub(in crate::register) fn line(organisation: &Organisation, line: Option<&Line>) -> String {
    let Some(line) = line else { return String::new() };
    let names: Vec<_> = line.categories.iter().map(|id| organisation.category_name(id)).collect();
    let said = if names.is_empty() { "No counterpart".to_owned() } else { names.join(", ") };
    format!("{said} ({})", line.reason)
}
