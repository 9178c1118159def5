//! A partnership: who works together, for what, and in which form.

use super::{PartnershipId, Timestamp};

/// A standing arrangement with one or more other bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partnership {
    /// Its id.
    pub id: PartnershipId,
    /// When it was entered.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// What people call it.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// The form it takes.
    pub kind: Kind,
    /// Who leads it for us; empty while nobody is named.
    pub lead_officer: String,
    /// Anything else.
    pub notes: String,
}

/// The form a partnership takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Required by law.
    Statutory,
    /// A contract or outsourcing.
    Contract,
    /// One service run for several bodies.
    SharedService,
    /// Money put into one budget.
    PooledBudget,
    /// A company or body owned together.
    JointVenture,
    /// One body commissions for all.
    LeadCommissioning,
    /// Collaboration between police, fire and ambulance services.
    EmergencyServices,
    /// A network or forum.
    Network,
    /// Any other form, or not said.
    #[default]
    Other,
}

impl Kind {
    /// Every form, in the order it is offered.
    pub const ALL: [Self; 9] = [
        Self::Statutory,
        Self::Contract,
        Self::SharedService,
        Self::PooledBudget,
        Self::JointVenture,
        Self::LeadCommissioning,
        Self::EmergencyServices,
        Self::Network,
        Self::Other,
    ];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Statutory => "Statutory partnership",
            Self::Contract => "Contract or outsourcing",
            Self::SharedService => "Shared service",
            Self::PooledBudget => "Pooled budget",
            Self::JointVenture => "Joint venture",
            Self::LeadCommissioning => "Lead commissioning",
            Self::EmergencyServices => "Emergency services collaboration",
            Self::Network => "Network or forum",
            Self::Other => "Other",
        }
    }
}
