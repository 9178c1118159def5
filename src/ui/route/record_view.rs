//! What the pages of records show, as their addresses say it: which findings, which snapshots, how many days.

use partnership_risk_core::check::Severity;
use partnership_risk_core::choice::Choice;
use partnership_risk_core::register::{PartnershipId, SnapshotId, Subject};

use super::query::{Query, chosen, parameter};
use super::subject::{query_about, subject_in};

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
        Query::new()
            .with("severity", self.severity.map(Choice::key))
            .with("partnership", self.partnership)
            .finished()
    }

    pub(super) fn of_query(query: &str) -> Self {
        Self { severity: chosen(query, "severity"), partnership: parameter(query, "partnership") }
    }
}

impl WaiverOf {
    pub(super) fn query(&self) -> String {
        query_about(Query::new().with("check", Some(&self.check)), Some(self.subject)).finished()
    }

    pub(super) fn of_query(query: &str) -> Option<Self> {
        Some(Self { check: parameter(query, "check")?, subject: subject_in(query)? })
    }
}

impl SnapshotView {
    pub(super) fn query(self) -> String {
        Query::new().with("from", self.from).with("to", self.to).finished()
    }

    pub(super) fn of_query(query: &str) -> Self {
        Self { from: parameter(query, "from"), to: parameter(query, "to") }
    }
}

impl DutyView {
    pub(super) fn query(self) -> String {
        Query::new().with("days", (self != Self::default()).then_some(self.days)).finished()
    }

    pub(super) fn of_query(query: &str) -> Self {
        parameter(query, "days").map_or_else(Self::default, |days| Self { days })
    }
}
