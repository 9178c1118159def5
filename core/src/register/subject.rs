//! What something is about: one entity of the register, or the register as a whole.

use super::{
    ActionId, ControlId, Described, HealthCheckId, LossId, PartnershipId, Register, RiskId, SnapshotId,
};

/// One entity of the register, or the register as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The organisation and its rules.
    Organisation,
    /// A partnership.
    Partnership(PartnershipId),
    /// A risk.
    Risk(RiskId),
    /// A control.
    Control(ControlId),
    /// An action.
    Action(ActionId),
    /// A loss.
    Loss(LossId),
    /// A health check.
    HealthCheck(HealthCheckId),
    /// A snapshot.
    Snapshot(SnapshotId),
}

impl Subject {
    /// The number of its id, which subjects of other kinds may share; nought for the organisation.
    #[must_use]
    pub fn bits(self) -> u64 {
        match self {
            Self::Organisation => 0,
            Self::Partnership(id) => id.bits(),
            Self::Risk(id) => id.bits(),
            Self::Control(id) => id.bits(),
            Self::Action(id) => id.bits(),
            Self::Loss(id) => id.bits(),
            Self::HealthCheck(id) => id.bits(),
            Self::Snapshot(id) => id.bits(),
        }
    }

    /// What people call it, if the register has it.
    #[must_use]
    pub fn title(self, register: &Register) -> Option<&str> {
        Some(match self {
            Self::Organisation => register.organisation().title(),
            Self::Partnership(id) => register.partnership(id)?.title(),
            Self::Risk(id) => register.risk(id)?.title(),
            Self::Control(id) => register.control(id)?.title(),
            Self::Action(id) => register.action(id)?.title(),
            Self::Loss(id) => register.loss(id)?.title(),
            Self::HealthCheck(id) => register.health_check(id)?.title(),
            Self::Snapshot(id) => register.snapshot(id)?.title(),
        })
    }

    /// Whether the register has it.
    #[must_use]
    pub fn is_in(self, register: &Register) -> bool {
        self.title(register).is_some()
    }

    /// What several of its kind are called, in small letters.
    #[must_use]
    pub fn kinds(self) -> &'static str {
        match self {
            Self::Organisation => "organisations",
            Self::Partnership(_) => "partnerships",
            Self::Risk(_) => "risks",
            Self::Control(_) => "controls",
            Self::Action(_) => "actions",
            Self::Loss(_) => "losses",
            Self::HealthCheck(_) => "health checks",
            Self::Snapshot(_) => "snapshots",
        }
    }

    /// What kind of thing it is, in small letters.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Partnership(_) => "partnership",
            Self::Risk(_) => "risk",
            Self::Control(_) => "control",
            Self::Action(_) => "action",
            Self::Loss(_) => "loss",
            Self::HealthCheck(_) => "health check",
            Self::Snapshot(_) => "snapshot",
        }
    }
}
