//! The tables that a register can be handed on as. Each is a pure function of the register; in which form it
//! is written is the business of [`super::sheet`]. Tables in the shape that other programs read are next door
//! in `tools`.

mod league;
mod names;
mod organisation;
mod risks;
mod snapshots;
mod tools;

use super::kind::Kind;
use super::records::{self, ActionRow, AnswerRow, ControlRow, EffectRow, LossRow, PartnerRow};
use super::sheet::Sheet;
use crate::choice::choices;
use crate::register::{Partnership, Register};

choices! {
    /// A table that a register can be handed on as.
    Outgoing default Risks {
        /// Every risk with its ratings.
        Risks = "risks", "Risks";
        /// Every partnership.
        Partnerships = "partnerships", "Partnerships";
        /// Every body in every partnership.
        Partners = "partners", "Partners";
        /// Every control.
        Controls = "controls", "Controls";
        /// What each control does to each risk.
        Effects = "effects", "Effects of controls";
        /// Every action.
        Actions = "actions", "Actions";
        /// Every loss.
        Losses = "losses", "Losses";
        /// Every answer of every health check.
        HealthAnswers = "health-answers", "Health check answers";
        /// How every risk stood in every snapshot.
        Snapshots = "snapshots", "Snapshots";
        /// The categories in order.
        League = "league", "League table";
        /// Whose register it is, and the scale it rates by.
        Organisation = "organisation", "Organisation and scale";
        /// Risks as CISO Assistant writes them.
        CisoRisks = "ciso-assistant-risks", "Risks for CISO Assistant";
        /// Partners as CISO Assistant takes third parties in.
        CisoEntities = "ciso-assistant-entities", "Partners for CISO Assistant";
        /// Risks under the labels of SimpleRisk.
        SimpleRisk = "simplerisk", "Risks for SimpleRisk";
    }
}

impl Outgoing {
    /// The table of a register.
    #[must_use]
    pub fn sheet(self, register: &Register) -> Sheet {
        let title = self.name();
        match self {
            Self::Risks => risks::risks(register),
            Self::Partnerships => records::sheet::<Partnership>(title, register),
            Self::Partners => records::sheet::<PartnerRow>(title, register),
            Self::Controls => records::sheet::<ControlRow>(title, register),
            Self::Effects => records::sheet::<EffectRow>(title, register),
            Self::Actions => records::sheet::<ActionRow>(title, register),
            Self::Losses => records::sheet::<LossRow>(title, register),
            Self::HealthAnswers => records::sheet::<AnswerRow>(title, register),
            Self::Snapshots => snapshots::snapshots(register),
            Self::League => league::league(register),
            Self::Organisation => organisation::organisation(register),
            Self::CisoRisks => tools::ciso_assistant::risks(register),
            Self::CisoEntities => tools::ciso_assistant::entities(register),
            Self::SimpleRisk => tools::simplerisk::risks(register),
        }
    }

    /// What its rows are read as when it is brought in again; none where it is not.
    #[must_use]
    pub fn read_again(self) -> Option<Kind> {
        match self {
            Self::Risks => Some(Kind::Risks),
            Self::Partnerships => Some(Kind::Partnerships),
            Self::Controls => Some(Kind::Controls),
            Self::Actions => Some(Kind::Actions),
            Self::Losses => Some(Kind::Losses),
            Self::HealthAnswers => Some(Kind::HealthAnswers),
            Self::Partners
            | Self::Effects
            | Self::Snapshots
            | Self::League
            | Self::Organisation
            | Self::CisoRisks
            | Self::CisoEntities
            | Self::SimpleRisk => None,
        }
    }

    /// Whether it is a table of the product's own, and not in the shape that another program reads.
    #[must_use]
    pub fn is_own(self) -> bool {
        !matches!(self, Self::CisoRisks | Self::CisoEntities | Self::SimpleRisk)
    }

    /// The table as comma-separated text; with semicolons where the program that it is for expects them.
    #[must_use]
    pub fn csv(self, register: &Register) -> String {
        let sheet = self.sheet(register);
        if matches!(self, Self::CisoRisks) { sheet.to_semicolons() } else { sheet.to_csv() }
    }
}

/// Every table of the product's own as one text of Markdown, those without a row left out.
#[must_use]
pub fn markdown(register: &Register) -> String {
    let own = Outgoing::ALL.into_iter().filter(|which| which.is_own());
    let sheets = own.map(|which| which.sheet(register));
    let filled = sheets.filter(|sheet| !sheet.rows.is_empty());
    filled.map(|sheet| sheet.to_markdown()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
