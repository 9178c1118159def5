//! A control: what keeps a risk down. It earns credit only while it operates.

use super::{ControlId, RiskId, Timestamp};
use crate::catalogue::ControlType;
use crate::choice::choices;
use crate::money::Pence;
use crate::share::Share;

/// Something that keeps one or more risks down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// Its id.
    pub id: ControlId,
    /// When it was entered.
    pub created: Timestamp,
    /// When it was last changed.
    pub updated: Timestamp,
    /// What it is, in a few words.
    pub name: String,
    /// How it works on a risk.
    pub kind: ControlType,
    /// Whether it works.
    pub state: ControlState,
    /// Who looks after it; empty while nobody is named.
    pub owner: String,
    /// What it costs once.
    pub cost_to_build: Option<Pence>,
    /// What it costs a year.
    pub cost_per_year: Option<Pence>,
    /// How many years it lasts, over which the cost to build is spread.
    pub lasts_years: Option<u16>,
    /// What it does to each risk that it serves.
    pub effects: Vec<Effect>,
    /// Anything else.
    pub notes: String,
}

/// What a control does to one risk, while it operates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The risk.
    pub risk: RiskId,
    /// The share by which events become rarer.
    pub frequency_cut: Option<Share>,
    /// The share by which each event becomes cheaper.
    pub severity_cut: Option<Share>,
    /// The steps by which it lowers the likelihood.
    pub likelihood_steps: u8,
    /// The steps by which it lowers the impact.
    pub impact_steps: u8,
}

impl Control {
    /// A control of which no more than its name is known.
    #[must_use]
    pub fn new(id: ControlId, name: &str, created: Timestamp) -> Self {
        Self {
            id,
            created,
            updated: created,
            name: name.to_owned(),
            kind: ControlType::default(),
            state: ControlState::default(),
            owner: String::new(),
            cost_to_build: None,
            cost_per_year: None,
            lasts_years: None,
            effects: Vec::new(),
            notes: String::new(),
        }
    }

    /// What it does to a risk, if it serves it.
    #[must_use]
    pub fn effect_on(&self, risk: RiskId) -> Option<&Effect> {
        self.effects.iter().find(|effect| effect.risk == risk)
    }

    /// Whether it earns credit.
    #[must_use]
    pub fn is_operating(&self) -> bool {
        self.state == ControlState::Operating
    }
}

impl Effect {
    /// That a control serves a risk, and nothing is known of how much.
    #[must_use]
    pub fn on(risk: RiskId) -> Self {
        Self { risk, frequency_cut: None, severity_cut: None, likelihood_steps: 0, impact_steps: 0 }
    }
}

choices! {
    /// Whether a control works.
    ControlState default Planned {
        /// Not there yet.
        Planned = "planned", "Planned";
        /// It works.
        Operating = "operating", "Operating";
        /// It is there and does not work as it should.
        Degraded = "degraded", "Degraded";
        /// It is gone.
        Retired = "retired", "Retired";
    }
}
