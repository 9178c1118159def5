//! Which risks' cost is looked at and how, and how that stands in the address.

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::cost::Slice;
use partnership_risk_core::loss::Measure;
use partnership_risk_core::register::ControlId;

use super::query::{Query, chosen, listed, parameter, some, text_of};
use crate::app::queries::cost::{Among, By, CostView};

const BYS: [(&str, By); 3] =
    [("risk", By::Risk), ("partnership", By::Partnership), ("category", By::Category)];
const AMONG: [(&str, Among); 2] = [("planned", Among::Planned), ("all", Among::All)];

/// What is looked at, as a query.
pub(super) fn query(view: &CostView) -> String {
    let switched: Vec<String> = view.switched.iter().map(ToString::to_string).collect();
    Query::new()
        .with("of", slice_text(&view.slice))
        .with("switched", Some(switched.join("-")).filter(|text| !text.is_empty()))
        .with("scale", view.is_log.then_some("log"))
        .with("by", (view.by != By::default()).then(|| text_of(&BYS, view.by)))
        .with("measure", (view.measure != Measure::default()).then(|| view.measure.key()))
        .with("budget", some(&view.budget))
        .with("among", (view.among != Among::default()).then(|| text_of(&AMONG, view.among)))
        .finished()
}

/// What a query looks at. Controls that nobody knows are left out.
pub(super) fn of_query(query: &str) -> CostView {
    let switched: String = parameter(query, "switched").unwrap_or_default();
    let ids = switched.split('-').filter_map(|id| id.parse::<ControlId>().ok());
    CostView {
        slice: parameter::<String>(query, "of").map(|text| slice_of(&text)).unwrap_or_default(),
        switched: ids.collect(),
        is_log: parameter::<String>(query, "scale").is_some_and(|scale| scale == "log"),
        by: listed(query, "by", &BYS).unwrap_or_default(),
        measure: chosen(query, "measure").unwrap_or_default(),
        budget: parameter(query, "budget").unwrap_or_default(),
        among: listed(query, "among", &AMONG).unwrap_or_default(),
    }
}

const PARTNERSHIP: &str = "partnership-";
const CATEGORY: &str = "category-";
const RISK: &str = "risk-";

/// What stands for a slice of the risks in addresses and lists; nothing for all of them.
#[must_use]
pub fn slice_text(slice: &Slice) -> Option<String> {
    match slice {
        Slice::All => None,
        Slice::Partnership(id) => Some([PARTNERSHIP, &id.to_string()].concat()),
        Slice::Category(id) => Some([CATEGORY, id.as_str()].concat()),
        Slice::Risk(id) => Some([RISK, &id.to_string()].concat()),
    }
}

/// The slice that a text stands for; all risks where it stands for none.
#[must_use]
pub fn slice_of(text: &str) -> Slice {
    let partnership = text.strip_prefix(PARTNERSHIP).and_then(|id| id.parse().ok()).map(Slice::Partnership);
    let category = || text.strip_prefix(CATEGORY).map(|id| Slice::Category(CategoryId::new(id)));
    let risk = || text.strip_prefix(RISK).and_then(|id| id.parse().ok()).map(Slice::Risk);
    partnership.or_else(category).or_else(risk).unwrap_or_default()
}
