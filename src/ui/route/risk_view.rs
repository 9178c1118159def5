//! How the risks are shown, and how that stands in the address.

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::choice::Choice;
use partnership_risk_core::register::{Stage, Status};

use super::query::{finished, parameter, serializer, text_of, value_of};
use crate::app::queries::risk_table::{Cell, Column, Direction, Filter, Gap, Sort};

/// How the risks are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RiskView {
    /// Which of them.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// Which page of the table, counted from 0.
    pub page: usize,
    /// Which heat map a narrow screen shows; the current one where none is chosen.
    pub map: Option<Stage>,
}

const COLUMNS: [(&str, Column); 6] = [
    ("reference", Column::Reference),
    ("title", Column::Title),
    ("partnership", Column::Partnership),
    ("category", Column::Category),
    ("owner", Column::Owner),
    ("score", Column::Score),
];
const GAPS: [(&str, Gap); 4] = [
    ("rating", Gap::Rating),
    ("owner", Gap::Owner),
    ("treatment", Gap::Treatment),
    ("category", Gap::Category),
];
const STAGES: [(&str, Stage); 3] =
    [("inherent", Stage::Inherent), ("current", Stage::Current), ("target", Stage::Target)];

impl RiskView {
    pub(super) fn query(&self) -> String {
        let Self { filter, sort, page, map } = self;
        let mut query = serializer();
        query.extend_pairs(Some(("q", filter.text.as_str())).filter(|(_, text)| !text.is_empty()));
        query.extend_pairs(filter.partnership.map(|id| ("partnership", id.to_string())));
        query.extend_pairs(filter.category.as_ref().map(|id| ("category", id.as_str())));
        query.extend_pairs(filter.gap.as_ref().map(|gap| ("without", text_of(&GAPS, gap))));
        query.extend_pairs(filter.level.map(|level| ("level", (level + 1).to_string())));
        if let Some(Cell { stage, likelihood, impact }) = filter.cell {
            let rating = Some(stage).filter(|stage| *stage != Stage::Current);
            query.extend_pairs(rating.map(|stage| ("rating", text_of(&STAGES, &stage))));
            query.append_pair("likelihood", &(likelihood + 1).to_string());
            query.append_pair("impact", &(impact + 1).to_string());
        }
        query.extend_pairs(filter.status.map(|status| ("status", status.key())));
        if *sort != Sort::default() {
            query.append_pair("sort", &sort_text(*sort));
        }
        query.extend_pairs(map.map(|stage| ("map", text_of(&STAGES, &stage))));
        query.extend_pairs(Some(("page", page + 1)).filter(|_| *page > 0).map(|(k, n)| (k, n.to_string())));
        finished(query)
    }

    pub(super) fn of_query(query: &str) -> Self {
        let text = |name: &str| parameter::<String>(query, name);
        let step = |name: &str| parameter::<usize>(query, name).and_then(|n| n.checked_sub(1));
        let stage = |name: &str| text(name).and_then(|stage| value_of(&STAGES, &stage));
        let rating = stage("rating").unwrap_or(Stage::Current);
        let cell = |(likelihood, impact)| Cell { stage: rating, likelihood, impact };
        let filter = Filter {
            text: text("q").unwrap_or_default(),
            partnership: parameter(query, "partnership"),
            category: text("category").map(|id| CategoryId::new(&id)),
            gap: text("without").and_then(|gap| value_of(&GAPS, &gap)),
            level: step("level"),
            cell: step("likelihood").zip(step("impact")).map(cell),
            status: text("status").and_then(|status| Status::of_key(&status)),
        };
        let sort = text("sort").and_then(|sort| sort_of(&sort)).unwrap_or_default();
        Self { filter, sort, page: step("page").unwrap_or_default(), map: stage("map") }
    }
}

/// The column, with a minus where the largest comes first.
fn sort_text(sort: Sort) -> String {
    let minus = match sort.direction {
        Direction::Ascending => "",
        Direction::Descending => "-",
    };
    format!("{minus}{}", text_of(&COLUMNS, &sort.column))
}

fn sort_of(text: &str) -> Option<Sort> {
    let (direction, column) = match text.strip_prefix('-') {
        Some(column) => (Direction::Descending, column),
        None => (Direction::Ascending, text),
    };
    Some(Sort { column: value_of(&COLUMNS, column)?, direction })
}
