//! What an address is about besides its path: one entity of the register, as a parameter of its kind that
//! holds its id.

use partnership_risk_core::register::{Serves, Subject};

use super::query::{Query, parameter};

/// The query that names what an action serves.
pub(super) fn query_for(serves: Option<Serves>) -> String {
    query_about(Query::new(), serves.map(Serves::subject)).finished()
}

/// What a query says that an action serves.
pub(super) fn served_in(query: &str) -> Option<Serves> {
    let risk = || parameter(query, "risk").map(Serves::Risk);
    let control = || parameter(query, "control").map(Serves::Control);
    let partnership = || parameter(query, "partnership").map(Serves::Partnership);
    risk().or_else(control).or_else(partnership)
}

/// The query, and in it what it is about.
pub(super) fn query_about(query: Query, subject: Option<Subject>) -> Query {
    match subject {
        None => query,
        Some(Subject::Organisation) => query.with("organisation", Some("own")),
        Some(Subject::Partnership(id)) => query.with("partnership", Some(id)),
        Some(Subject::Risk(id)) => query.with("risk", Some(id)),
        Some(Subject::Control(id)) => query.with("control", Some(id)),
        Some(Subject::Action(id)) => query.with("action", Some(id)),
        Some(Subject::Loss(id)) => query.with("loss", Some(id)),
        Some(Subject::HealthCheck(id)) => query.with("health-check", Some(id)),
        Some(Subject::Snapshot(id)) => query.with("snapshot", Some(id)),
    }
}

/// What a query is about.
pub(super) fn subject_in(query: &str) -> Option<Subject> {
    let organisation = || parameter::<String>(query, "organisation").map(|_| Subject::Organisation);
    let action = || parameter(query, "action").map(Subject::Action);
    let loss = || parameter(query, "loss").map(Subject::Loss);
    let check = || parameter(query, "health-check").map(Subject::HealthCheck);
    let snapshot = || parameter(query, "snapshot").map(Subject::Snapshot);
    served_in(query)
        .map(Serves::subject)
        .or_else(organisation)
        .or_else(action)
        .or_else(loss)
        .or_else(check)
        .or_else(snapshot)
}
