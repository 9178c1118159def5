//! Filters of the lists of controls, of actions and of surveys, as parts of addresses.

use partnership_risk_core::choice::Choice;

use super::query::{Query, chosen, listed, parameter, some, text_of};
use crate::app::queries::actions::ActionFilter;
use crate::app::queries::controls::ControlFilter;
use crate::app::queries::surveys::{SurveyFilter, Whose};

/// The query of a list of controls.
pub(super) fn control_query(filter: &ControlFilter) -> String {
    Query::new()
        .with("q", some(&filter.text))
        .with("state", filter.state.map(Choice::key))
        .with("type", filter.kind.map(Choice::key))
        .with("owner", filter.owner.as_ref())
        .finished()
}

/// What a query says about a list of controls.
pub(super) fn control_filter(query: &str) -> ControlFilter {
    ControlFilter {
        text: parameter(query, "q").unwrap_or_default(),
        state: chosen(query, "state"),
        kind: chosen(query, "type"),
        owner: parameter(query, "owner"),
    }
}

/// The query of a list of actions.
pub(super) fn action_query(filter: &ActionFilter) -> String {
    Query::new().with("owner", filter.owner.as_ref()).with("state", filter.state.map(Choice::key)).finished()
}

/// What a query says about a list of actions.
pub(super) fn action_filter(query: &str) -> ActionFilter {
    ActionFilter { owner: parameter(query, "owner"), state: chosen(query, "state") }
}

const WHOSE: [(&str, Whose); 2] = [("published", Whose::Published), ("own", Whose::Own)];

/// The query of the list of surveys.
pub(super) fn survey_query(filter: &SurveyFilter) -> String {
    Query::new()
        .with("q", some(&filter.text))
        .with("sector", filter.sector.map(Choice::key))
        .with("year", filter.year)
        .with("extent", filter.extent.map(Choice::key))
        .with("figures", filter.unit.map(Choice::key))
        .with("whose", filter.whose.map(|whose| text_of(&WHOSE, whose)))
        .finished()
}

/// What a query says about the list of surveys.
pub(super) fn survey_filter(query: &str) -> SurveyFilter {
    SurveyFilter {
        text: parameter(query, "q").unwrap_or_default(),
        sector: chosen(query, "sector"),
        year: parameter(query, "year"),
        extent: chosen(query, "extent"),
        unit: chosen(query, "figures"),
        whose: listed(query, "whose", &WHOSE),
    }
}
