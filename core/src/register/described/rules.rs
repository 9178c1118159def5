//! The rules of an organisation in words: its matrix, its appetite and its criteria of significance, as far as any
//! score or verdict hangs on them.

use super::{Field, listed};
use crate::catalogue::CategoryId;
use crate::choice::Choice;
use crate::register::{
    Appetite, AppetiteLevel, Criterion, Organisation, OwnCategory, OwnDriver, Significance, Test,
    TolerancePoint,
};
use crate::scale::{Axis, Level, Matrix};

pub(super) fn fields(organisation: &Organisation) -> Vec<Field> {
    let mut fields = vec![
        ("Name", organisation.name.clone()),
        ("Kind of body", organisation.sector.name().to_owned()),
        ("Handling", organisation.handling.clone()),
        ("Published at", organisation.published_source.clone()),
    ];
    fields.extend(matrix(&organisation.matrix));
    fields.extend(appetite(organisation, &organisation.appetite));
    fields.extend(significance(&organisation.significance));
    fields.push(("Own categories", listed(&organisation.categories, category)));
    fields.push(("Shared drivers", listed(&organisation.drivers, driver)));
    fields
        .push(("Submissions to peers", organisation.peer.map(|p| p.edition.to_string()).unwrap_or_default()));
    fields
}

fn matrix(matrix: &Matrix) -> [Field; 5] {
    [
        ("Risk matrix", matrix.name().to_owned()),
        ("Likelihood scale", scale(matrix, Axis::Likelihood)),
        ("Impact scale", scale(matrix, Axis::Impact)),
        ("Levels", listed(matrix.levels(), level)),
        ("Grid", grid(matrix)),
    ]
}

/// Every step from the lowest, with what it stands for where that is said.
fn scale(matrix: &Matrix, axis: Axis) -> String {
    let steps: Vec<(usize, &String)> = axis.of(matrix).labels().iter().enumerate().collect();
    listed(&steps, |(step, label)| match matrix.band_text(axis, *step) {
        Some(band) => format!("{label} ({band})"),
        None => (*label).clone(),
    })
}

fn level(level: &Level) -> String {
    let response = if level.response.is_empty() { "" } else { ": " };
    let review = match level.review_months {
        0 => String::new(),
        1 => ", reviewed every month".to_owned(),
        n => format!(", reviewed every {n} months"),
    };
    [&*level.name, &review, response, &level.response].concat()
}

/// The level of each cell: a row for each step of likelihood, from the lowest impact on.
fn grid(matrix: &Matrix) -> String {
    let rows: Vec<(&String, &[u8])> = matrix.likelihood().labels().iter().zip(matrix.rows()).collect();
    let name = |level: &u8| matrix.levels()[usize::from(*level)].name.as_str();
    listed(&rows, |(label, row)| {
        [label.as_str(), ": ", &row.iter().map(name).collect::<Vec<_>>().join(", ")].concat()
    })
}

fn appetite(organisation: &Organisation, appetite: &Appetite) -> [Field; 4] {
    let by_category = |(category, level): &(CategoryId, AppetiteLevel)| {
        format!("{}: {}", organisation.category_name(category), level.name())
    };
    let tolerated = |level: &AppetiteLevel| {
        let highest = organisation.matrix.levels().get(appetite.tolerated[*level as usize]);
        format!("{}: {}", level.name(), highest.map_or("", |level| &level.name))
    };
    let point = |point: &TolerancePoint| format!("{} with at most {} a year", point.loss, point.chance);
    [
        ("Usual appetite", appetite.usual.name().to_owned()),
        ("Appetite by category", listed(&appetite.by_category, by_category)),
        ("What appetites tolerate", listed(AppetiteLevel::all(), tolerated)),
        ("Tolerated losses", listed(&appetite.tolerance, point)),
    ]
}

fn significance(significance: &Significance) -> [Field; 3] {
    [
        ("Criteria of significance", listed(&significance.criteria, criterion)),
        ("Moderate from", significance.moderate_from.to_string()),
        ("Major from", significance.major_from.to_string()),
    ]
}

fn criterion(criterion: &Criterion) -> String {
    let test = match criterion.test {
        Test::AnnualCost(from) => format!("from {from} a year"),
        Test::TermYears(years) => format!("from {years} years"),
        Test::HighRisk => "told by its risks".to_owned(),
        Test::Judged => "judged".to_owned(),
    };
    [&*criterion.name, " (", &test, ")"].concat()
}

fn category(category: &OwnCategory) -> String {
    let definition = if category.definition.is_empty() { "" } else { ": " };
    [&*category.name, definition, &category.definition].concat()
}

fn driver(driver: &OwnDriver) -> String {
    format!("{} (variance {})", driver.name, driver.factor.variance())
}
