//! The one document a user owns: an organisation, its partnerships and all that belongs to them. The
//! register changes only through [`Change`] and [`Register::apply`], which keep it whole: whatever names
//! another part names one that exists, and every rating lies on the organisation's matrix. How it is stored
//! is next door in [`crate::document`]; what a rating comes to is in [`crate::scale`].

mod action;
mod alone;
mod appetite;
mod change;
mod compare;
mod control;
mod credit;
mod delta;
mod described;
mod driver;
mod entity;
mod first_figures;
mod health_check;
mod history;
mod id;
mod in_force;
mod loss;
mod organisation;
mod part;
mod partnership;
mod peer;
mod quantification;
mod questionnaire;
mod rebased;
mod risk;
mod significance;
mod snapshot;
mod subject;
mod survey;
mod unknown;
mod view;
mod waiver;
mod whole;

use std::rc::Rc;

pub use action::{Action, ActionState, Serves};
pub use alone::AddError;
pub use appetite::{Appetite, AppetiteLevel, TolerancePoint};
pub use change::{Change, ChangeError};
pub use compare::Difference;
pub use control::{Control, ControlState, Effect};
pub use delta::Delta;
pub(crate) use delta::{HistoryDelta, ListDelta};
pub use described::{Described, Field};
pub(crate) use described::{STATUS, rating_field};
pub use driver::{DriverId, MOST_DRIVERS, OwnDriver};
pub use first_figures::Derived;
pub use health_check::HealthCheck;
pub(crate) use history::MOST_KEPT;
pub use history::{Entry, FieldChange, Happened};
pub use id::{ActionId, ControlId, HealthCheckId, Id, IdError, LossId, PartnershipId, RiskId, SnapshotId};
pub use in_force::InForce;
pub use loss::Loss;
pub use organisation::{Organisation, OwnCategory, Sector};
pub use part::{List, Part};
pub use partnership::{
    Agreement, AgreementForm, Funding, Kind, Known, LifeStage, Partner, Partnership, PartnershipStatus, Role,
    Value,
};
pub use peer::{PeerId, PeerMark};
pub use quantification::{PullsError, Quantification};
pub use questionnaire::{Questionnaire, QuestionnaireError, Reply, ReplyFate};
pub use risk::{Bearer, Confidence, Proximity, Ratings, Risk, Stage, Status, Treatment};
pub use significance::{Criterion, Rank, Significance, Test, Verdict};
pub use snapshot::{PartnershipThen, RiskThen, Snapshot};
pub use subject::Subject;
pub use survey::{MOST_SURVEYS, OwnCrosswalk};
pub(crate) use unknown::{Extra, Holder, Step, Unknown};
pub use view::SavedView;
pub use waiver::Waiver;

use crate::catalogue::Survey;
use crate::scale::{Matrix, Score};
use entity::Entities;

/// Milliseconds since 1 January 1970, UTC. The core has no clock: the time is always an argument.
pub type Timestamp = i64;

/// Everything a body has written down, in the order it was entered. Parts are shared, so that a changed
/// copy costs little and the old one stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    organisation: Rc<Organisation>,
    partnerships: Entities<Partnership>,
    risks: Entities<Risk>,
    controls: Entities<Control>,
    actions: Entities<Action>,
    losses: Entities<Loss>,
    health_checks: Entities<HealthCheck>,
    snapshots: Entities<Snapshot>,
    surveys: Rc<[Rc<Survey>]>,
    crosswalks: Rc<[OwnCrosswalk]>,
    waivers: Rc<[Waiver]>,
    views: Rc<[SavedView]>,
    history: Vec<Rc<Entry>>,
    unknown: Unknown,
}

impl Register {
    /// A register with nothing in it yet.
    #[must_use]
    pub fn new(organisation: Organisation) -> Self {
        Self {
            organisation: Rc::new(organisation),
            partnerships: Entities::new(),
            risks: Entities::new(),
            controls: Entities::new(),
            actions: Entities::new(),
            losses: Entities::new(),
            health_checks: Entities::new(),
            snapshots: Entities::new(),
            surveys: Rc::default(),
            crosswalks: Rc::default(),
            waivers: Rc::default(),
            views: Rc::default(),
            history: Vec::new(),
            unknown: Unknown::default(),
        }
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

    /// All partnerships, those that are over too.
    #[must_use]
    pub fn partnerships(&self) -> &[Rc<Partnership>] {
        &self.partnerships
    }

    /// All risks, drafts and closed ones too.
    #[must_use]
    pub fn risks(&self) -> &[Rc<Risk>] {
        &self.risks
    }

    /// All controls, retired ones too.
    #[must_use]
    pub fn controls(&self) -> &[Rc<Control>] {
        &self.controls
    }

    /// All actions, those done too.
    #[must_use]
    pub fn actions(&self) -> &[Rc<Action>] {
        &self.actions
    }

    /// All losses.
    #[must_use]
    pub fn losses(&self) -> &[Rc<Loss>] {
        &self.losses
    }

    /// All health checks, those that a later one has replaced too.
    #[must_use]
    pub fn health_checks(&self) -> &[Rc<HealthCheck>] {
        &self.health_checks
    }

    /// All snapshots, in the order in which they were taken.
    #[must_use]
    pub fn snapshots(&self) -> &[Rc<Snapshot>] {
        &self.snapshots
    }

    /// The findings that are let pass.
    #[must_use]
    pub fn waivers(&self) -> &[Waiver] {
        &self.waivers
    }

    /// The views that have a name.
    #[must_use]
    pub fn views(&self) -> &[SavedView] {
        &self.views
    }

    /// The partnership with this id.
    #[must_use]
    pub fn partnership(&self, id: PartnershipId) -> Option<&Rc<Partnership>> {
        self.partnerships.find(id)
    }

    /// The risk with this id.
    #[must_use]
    pub fn risk(&self, id: RiskId) -> Option<&Rc<Risk>> {
        self.risks.find(id)
    }

    /// The control with this id.
    #[must_use]
    pub fn control(&self, id: ControlId) -> Option<&Rc<Control>> {
        self.controls.find(id)
    }

    /// The action with this id.
    #[must_use]
    pub fn action(&self, id: ActionId) -> Option<&Rc<Action>> {
        self.actions.find(id)
    }

    /// The loss with this id.
    #[must_use]
    pub fn loss(&self, id: LossId) -> Option<&Rc<Loss>> {
        self.losses.find(id)
    }

    /// The health check with this id.
    #[must_use]
    pub fn health_check(&self, id: HealthCheckId) -> Option<&Rc<HealthCheck>> {
        self.health_checks.find(id)
    }

    /// The snapshot with this id.
    #[must_use]
    pub fn snapshot(&self, id: SnapshotId) -> Option<&Rc<Snapshot>> {
        self.snapshots.find(id)
    }

    /// Whether a risk counts: it is open, and its partnership is not over.
    #[must_use]
    pub fn is_in_force(&self, risk: &Risk) -> bool {
        risk.status == Status::Open && self.partnership(risk.partnership).is_some_and(|p| p.is_live())
    }

    /// The risks of one partnership.
    pub fn risks_of(&self, id: PartnershipId) -> impl Iterator<Item = &Rc<Risk>> {
        self.risks.iter().filter(move |r| r.partnership == id)
    }

    /// The controls that serve a risk, operating or not, each with what it does to it.
    pub fn controls_on(&self, id: RiskId) -> impl Iterator<Item = (&Rc<Control>, &Effect)> {
        self.controls.iter().filter_map(move |control| control.effect_on(id).map(|effect| (control, effect)))
    }

    /// The controls that serve risks of one partnership and no others. They go with it.
    pub fn controls_only_in(&self, id: PartnershipId) -> impl Iterator<Item = &Rc<Control>> {
        let is_in = move |risk: RiskId| self.risk(risk).is_some_and(|risk| risk.partnership == id);
        let serves_only = move |c: &Control| !c.effects.is_empty() && c.effects.iter().all(|e| is_in(e.risk));
        self.controls.iter().filter(move |control| serves_only(control))
    }

    /// The actions that serve something.
    pub fn actions_for(&self, serves: Serves) -> impl Iterator<Item = &Rc<Action>> {
        self.actions.iter().filter(move |action| action.serves == serves)
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
