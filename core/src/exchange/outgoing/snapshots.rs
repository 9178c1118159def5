//! How every risk stood in every snapshot, one row for each, on the scale of its day.

use crate::exchange::sheet::{Heading, Holds, Sheet, Value};
use crate::register::{Register, RiskThen, Snapshot, Stage};
use crate::scale::Score;

/// The columns, but for the ratings.
const COLUMNS: [(&str, Holds); 6] = [
    ("Snapshot", Holds::Text),
    ("Date", Holds::Date),
    ("Partnership", Holds::Text),
    ("Risk", Holds::Text),
    ("Category", Holds::Text),
    ("Status", Holds::Text),
];

/// Every risk of every snapshot.
pub(super) fn snapshots(register: &Register) -> Sheet {
    let mut columns: Vec<Heading> = COLUMNS.iter().map(|(name, holds)| Heading::new(*name, *holds)).collect();
    for stage in Stage::ALL {
        let name = |part: &str| [stage.name(), " ", part].concat();
        columns.push(Heading::new(name("likelihood"), Holds::Rating));
        columns.push(Heading::new(name("impact"), Holds::Rating));
        columns.push(Heading::new(name("score"), Holds::Number));
        columns.push(Heading::new(name("level"), Holds::Text));
    }
    let rows = register.snapshots().iter().flat_map(|snapshot| {
        snapshot.risks.iter().map(|risk| row(register, snapshot, risk)).collect::<Vec<_>>()
    });
    Sheet { title: "Snapshots".to_owned(), columns, rows: rows.collect() }
}

fn row(register: &Register, snapshot: &Snapshot, risk: &RiskThen) -> Vec<Value> {
    let partnership = snapshot.partnerships.iter().find(|then| then.id == risk.partnership);
    let category = risk.category.as_ref().map(|id| register.organisation().category_name(id));
    let mut row = vec![
        Value::text(&snapshot.name),
        Value::Date(snapshot.date),
        Value::text(partnership.map_or("", |then| &then.name)),
        Value::text(&risk.title),
        Value::text(category.as_deref().unwrap_or_default()),
        Value::text(risk.status.name()),
    ];
    row.extend(Stage::ALL.into_iter().flat_map(|stage| rated(snapshot, risk, stage)));
    row
}

fn rated(snapshot: &Snapshot, risk: &RiskThen, stage: Stage) -> [Value; 4] {
    let rating = risk.ratings.at(stage);
    let score = snapshot.score(risk, stage);
    let level = score.map(|score| snapshot.matrix.level(score).name.as_str());
    [
        Value::of(rating.map(|rating| rating.likelihood), Value::Rating),
        Value::of(rating.map(|rating| rating.impact), Value::Rating),
        Value::of(score.map(Score::product), Value::Number),
        Value::text(level.unwrap_or_default()),
    ]
}
