//! The league table of a register, as it stands by the share of partnerships that name a category, with the
//! other measures beside it.

use crate::exchange::sheet::{Heading, Holds, Sheet, Value};
use crate::league::{LeagueTable, Measure, TableEntry};
use crate::register::Register;

const COLUMNS: [(&str, Holds); 8] = [
    ("Rank", Holds::Number),
    ("Category", Holds::Text),
    ("Share of partnerships naming it in their top five, in per cent", Holds::Number),
    ("Partnerships naming it", Holds::Number),
    ("Partnerships with it", Holds::Number),
    ("Risks", Holds::Number),
    ("Highest score", Holds::Number),
    ("Mean score", Holds::Number),
];

/// The categories in order, highest first.
pub(super) fn league(register: &Register) -> Sheet {
    let table = LeagueTable::new(register, Measure::ShareNaming);
    let means = LeagueTable::new(register, Measure::MeanScore);
    let columns = COLUMNS.iter().map(|(name, holds)| Heading::new(*name, *holds)).collect();
    let rows = table.entries().iter().map(|entry| row(register, entry, &means)).collect();
    Sheet { title: "League table".to_owned(), columns, rows }
}

fn row(register: &Register, entry: &TableEntry, means: &LeagueTable) -> Vec<Value> {
    let count = |n: usize| Value::Number(n as f64);
    vec![
        Value::Number(f64::from(entry.rank)),
        Value::text(&register.organisation().category_name(&entry.category)),
        Value::Number(entry.value * 100.0),
        count(entry.naming),
        count(entry.partnerships),
        count(entry.risks),
        Value::Number(entry.highest.product()),
        Value::of(means.entry(&entry.category).map(|mean| mean.value), Value::Number),
    ]
}
