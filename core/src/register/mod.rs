//! The one document a user owns: an organisation, its partnerships and their risks. The register
//! changes only through [`Change`] and [`Register::apply`], which keep it whole: every risk belongs to
//! a partnership that exists and every rating lies on the organisation's matrix. How it is stored is
//! next door in [`crate::document`]; what a rating comes to is in [`crate::scale`].

mod change;
mod id;
mod organisation;
mod partnership;
mod risk;

use std::rc::Rc;

pub use change::{Change, ChangeError};
pub use id::{Id, IdError, PartnershipId, RiskId};
pub use organisation::{Organisation, Sector};
pub use partnership::{Kind, Partnership};
pub use risk::{Ratings, Risk, Stage, Status, Treatment};

use crate::scale::{Matrix, Score};

/// Milliseconds since 1 January 1970, UTC. The core has no clock: the time is always an argument.
pub type Timestamp = i64;

/// Organisation, partnerships and risks, in the order they were entered. Parts are shared, so that a
/// changed copy costs little and the old one stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    organisation: Rc<Organisation>,
    partnerships: Vec<Rc<Partnership>>,
    risks: Vec<Rc<Risk>>,
}

impl Register {
    /// A register with nothing in it yet.
    #[must_use]
    pub fn new(organisation: Organisation) -> Self {
        Self { organisation: Rc::new(organisation), partnerships: Vec::new(), risks: Vec::new() }
    }

    /// Whose register this is, and by which matrix it rates.
    #[must_use]
    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    /// The matrix by which this register rates.
    #[must_use]
    pub fn matrix(&self) -> &Matrix {
        &self.organisation.matrix
    }

    /// All partnerships.
    #[must_use]
    pub fn partnerships(&self) -> &[Rc<Partnership>] {
        &self.partnerships
    }

    /// All risks, drafts and closed ones too.
    #[must_use]
    pub fn risks(&self) -> &[Rc<Risk>] {
        &self.risks
    }

    /// The partnership with this id.
    #[must_use]
    pub fn partnership(&self, id: PartnershipId) -> Option<&Rc<Partnership>> {
        self.partnerships.iter().find(|p| p.id == id)
    }

    /// The risk with this id.
    #[must_use]
    pub fn risk(&self, id: RiskId) -> Option<&Rc<Risk>> {
        self.risks.iter().find(|r| r.id == id)
    }

    /// The risks of one partnership.
    pub fn risks_of(&self, id: PartnershipId) -> impl Iterator<Item = &Rc<Risk>> {
        self.risks.iter().filter(move |r| r.partnership == id)
    }

    /// The score of a risk's current rating, if it is rated.
    #[must_use]
    pub fn score(&self, risk: &Risk) -> Option<Score> {
        self.score_at(risk, Stage::Current)
    }

    /// The score of a risk at one stage, if it is rated there.
    #[must_use]
    pub fn score_at(&self, risk: &Risk, stage: Stage) -> Option<Score> {
        risk.ratings.at(stage).map(|rating| self.matrix().score(rating))
    }
}
