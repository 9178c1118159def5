//! Filters of the lists of controls and of actions, and what a new action serves, as parts of addresses.

use form_urlencoded::Serializer;
use partnership_risk_core::choice::Choice;
use partnership_risk_core::register::{RiskId, Serves};

use super::query::{finished, parameter, serializer};
use crate::app::drafts::serves_text;
use crate::app::queries::actions::ActionFilter;
use crate::app::queries::controls::ControlFilter;

/// The query of a list of controls.
pub(super) fn control_query(filter: &ControlFilter) -> String {
    let mut query = serializer();
    query.extend_pairs(Some(("q", filter.text.as_str())).filter(|(_, text)| !text.is_empty()));
    append(&mut query, "state", filter.state);
    append(&mut query, "type", filter.kind);
    query.extend_pairs(filter.owner.as_ref().map(|owner| ("owner", owner)));
    finished(query)
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
    let mut query = serializer();
    query.extend_pairs(filter.owner.as_ref().map(|owner| ("owner", owner)));
    append(&mut query, "state", filter.state);
    finished(query)
}

/// What a query says about a list of actions.
pub(super) fn action_filter(query: &str) -> ActionFilter {
    ActionFilter { owner: parameter(query, "owner"), state: chosen(query, "state") }
}

/// The query of a form for something new that serves one risk.
pub(super) fn risk_query(risk: Option<RiskId>) -> String {
    served_query(risk.map(Serves::Risk))
}

/// The query of a form for a new action.
pub(super) fn served_query(serves: Option<Serves>) -> String {
    serves.map(|serves| format!("?{}", serves_text(serves))).unwrap_or_default()
}

/// What a query says that a new action serves.
pub(super) fn served(query: &str) -> Option<Serves> {
    let risk = parameter(query, "risk").map(Serves::Risk);
    let control = || parameter(query, "control").map(Serves::Control);
    let partnership = || parameter(query, "partnership").map(Serves::Partnership);
    risk.or_else(control).or_else(partnership)
}

fn append<T: Choice>(query: &mut Serializer<'_, String>, name: &str, value: Option<T>) {
    query.extend_pairs(value.map(|value| (name, value.key())));
}

fn chosen<T: Choice>(query: &str, name: &str) -> Option<T> {
    parameter::<String>(query, name).and_then(|key| T::of_key(&key))
}
