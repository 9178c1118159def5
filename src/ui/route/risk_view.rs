//! How the risks are shown, and how that stands in the address.

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::choice::Choice;
use partnership_risk_core::register::Stage;

use super::query::{Query, chosen, counted, listed, parameter, some, sort_of, sort_text, text_of};
use crate::app::queries::risk_table::{Cell, Column, Filter, Gap, Sort};

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
const GAPS: [(&str, Gap); 5] = [
    ("rating", Gap::Rating),
    ("owner", Gap::Owner),
    ("treatment", Gap::Treatment),
    ("category", Gap::Category),
    ("figures", Gap::Figures),
];
const STAGES: [(&str, Stage); 3] =
    [("inherent", Stage::Inherent), ("current", Stage::Current), ("target", Stage::Target)];

impl RiskView {
    pub(super) fn query(&self) -> String {
        let Self { filter, sort, page, map } = self;
        let rating = filter.cell.map(|cell| cell.stage).filter(|stage| *stage != Stage::Current);
        Query::new()
            .with("q", some(&filter.text))
            .with("partnership", filter.partnership)
            .with("category", filter.category.as_ref())
            .with("without", filter.gap.map(|gap| text_of(&GAPS, gap)))
            .with("level", filter.level.map(|level| level + 1))
            .with("rating", rating.map(|stage| text_of(&STAGES, stage)))
            .with("likelihood", filter.cell.map(|cell| cell.likelihood + 1))
            .with("impact", filter.cell.map(|cell| cell.impact + 1))
            .with("status", filter.status.map(Choice::key))
            .with("sort", sort_text(&COLUMNS, *sort))
            .with("map", map.map(|stage| text_of(&STAGES, stage)))
            .with("page", (*page > 0).then(|| page + 1))
            .finished()
    }

    pub(super) fn of_query(query: &str) -> Self {
        let stage = listed(query, "rating", &STAGES).unwrap_or(Stage::Current);
        let cell = |(likelihood, impact)| Cell { stage, likelihood, impact };
        let filter = Filter {
            text: parameter(query, "q").unwrap_or_default(),
            partnership: parameter(query, "partnership"),
            category: parameter::<String>(query, "category").map(|id| CategoryId::new(&id)),
            gap: listed(query, "without", &GAPS),
            level: counted(query, "level"),
            cell: counted(query, "likelihood").zip(counted(query, "impact")).map(cell),
            status: chosen(query, "status"),
        };
        Self {
            filter,
            sort: sort_of(query, &COLUMNS),
            page: counted(query, "page").unwrap_or_default(),
            map: listed(query, "map", &STAGES),
        }
    }
}
