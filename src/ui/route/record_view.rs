//! What the pages of records show, as their addresses say it: which findings, which snapshots, how many days.

use partnership_risk_core::check::Severity;
use partnership_risk_core::choice::Choice;
use partnership_risk_core::register::{PartnershipId, SnapshotId, Subject};

use super::query::{finished, parameter, serializer};

/// Which findings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CheckView {
    /// Only those that matter this much.
    pub severity: Option<Severity>,
    /// Only those about one partnership and what belongs to it.
    pub partnership: Option<PartnershipId>,
}

/// The finding that is to be let pass: of which check, and about what.
#[derive(Clone, Debug, PartialEq)]
pub struct WaiverOf {
    /// The key of the check.
    pub check: String,
    /// What it found something about.
    pub subject: Subject,
}

/// Which snapshots are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SnapshotView {
    /// The earlier one; the last that was taken where none is chosen.
    pub from: Option<SnapshotId>,
    /// The later one; the register as it is today where none is chosen.
    pub to: Option<SnapshotId>,
}

/// How far the duties look ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DutyView {
    /// So many days after today.
    pub days: u16,
}

impl Default for DutyView {
    fn default() -> Self {
        Self { days: 30 }
    }
}

impl CheckView {
    pub(super) fn query(self) -> String {
        let mut query = serializer();
        query.extend_pairs(self.severity.map(|severity| ("severity", severity.key())));
        query.extend_pairs(self.partnership.map(|id| ("partnership", id.to_string())));
        finished(query)
    }

    pub(super) fn of_query(query: &str) -> Self {
        let severity = parameter::<String>(query, "severity").and_then(|key| Severity::of_key(&key));
        Self { severity, partnership: parameter(query, "partnership") }
    }
}

impl WaiverOf {
    pub(super) fn query(&self) -> String {
        let mut query = serializer();
        query.append_pair("check", &self.check);
        query.extend_pairs(named(self.subject));
        finished(query)
    }

    pub(super) fn of_query(query: &str) -> Option<Self> {
        Some(Self { check: parameter(query, "check")?, subject: subject_in(query)? })
    }
}

/// The kind of a subject and its id; no check is about the organisation.
fn named(subject: Subject) -> Option<(&'static str, String)> {
    Some(match subject {
        Subject::Organisation => return None,
        Subject::Partnership(id) => ("partnership", id.to_string()),
        Subject::Risk(id) => ("risk", id.to_string()),
        Subject::Control(id) => ("control", id.to_string()),
        Subject::Action(id) => ("action", id.to_string()),
        Subject::Loss(id) => ("loss", id.to_string()),
        Subject::HealthCheck(id) => ("health-check", id.to_string()),
        Subject::Snapshot(id) => ("snapshot", id.to_string()),
    })
}

fn subject_in(query: &str) -> Option<Subject> {
    let partnership = || parameter(query, "partnership").map(Subject::Partnership);
    let risk = || parameter(query, "risk").map(Subject::Risk);
    let control = || parameter(query, "control").map(Subject::Control);
    let action = || parameter(query, "action").map(Subject::Action);
    let loss = || parameter(query, "loss").map(Subject::Loss);
    let check = || parameter(query, "health-check").map(Subject::HealthCheck);
    let snapshot = || parameter(query, "snapshot").map(Subject::Snapshot);
    partnership()
        .or_else(risk)
        .or_else(control)
        .or_else(action)
        .or_else(loss)
        .or_else(check)
        .or_else(snapshot)
}

impl SnapshotView {
    pub(super) fn query(self) -> String {
        let mut query = serializer();
        query.extend_pairs(self.from.map(|id| ("from", id.to_string())));
        query.extend_pairs(self.to.map(|id| ("to", id.to_string())));
        finished(query)
    }

    pub(super) fn of_query(query: &str) -> Self {
        Self { from: parameter(query, "from"), to: parameter(query, "to") }
    }
}

impl DutyView {
    pub(super) fn query(self) -> String {
        let mut query = serializer();
        if self != Self::default() {
            query.append_pair("days", &self.days.to_string());
        }
        finished(query)
    }

    pub(super) fn of_query(query: &str) -> Self {
        parameter(query, "days").map_or_else(Self::default, |days| Self { days })
    }
}
