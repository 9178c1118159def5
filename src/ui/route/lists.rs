//! Filters of the lists of controls and of actions, as parts of addresses.

use partnership_risk_core::choice::Choice;

use super::query::{Query, chosen, parameter, some};
use crate::app::queries::actions::ActionFilter;
use crate::app::queries::controls::ControlFilter;

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
