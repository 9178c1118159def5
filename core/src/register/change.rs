//! What can be done to a register. A change either gives a new whole register or says why not; the
//! old one is never touched, which is what undo stands on.

use std::fmt;
use std::rc::Rc;

use super::{
    Action, ActionId, Control, ControlId, Delta, Entry, HealthCheck, HealthCheckId, Loss, LossId,
    Organisation, Partnership, PartnershipId, PullsError, Register, Risk, RiskId, SavedView, Serves,
    Snapshot, SnapshotId, Stage, Waiver, survey, whole,
};
use crate::catalogue::{CrosswalkProblem, Line, Survey, SurveyId};
use crate::letters;

/// One change to a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The organisation or its rules were described anew.
    OrganisationSet(Organisation),
    /// Partnerships were added, or replaced where the id is known.
    PartnershipsPut(Vec<Partnership>),
    /// A partnership and all that belongs to it were removed: its risks, losses, health checks and actions, and
    /// the controls that served its risks and no others, with their actions.
    PartnershipRemoved(PartnershipId),
    /// Risks were added, or replaced where the id is known.
    RisksPut(Vec<Risk>),
    /// A risk was removed, and with it the actions that serve it; controls and losses let go of it. A control
    /// that served nothing else stays, since it may yet serve another risk of its partnership.
    RiskRemoved(RiskId),
    /// Controls were added, or replaced where the id is known.
    ControlsPut(Vec<Control>),
    /// A control was removed, and with it the actions that serve it.
    ControlRemoved(ControlId),
    /// Actions were added, or replaced where the id is known.
    ActionsPut(Vec<Action>),
    /// An action was removed.
    ActionRemoved(ActionId),
    /// Losses were added, or replaced where the id is known.
    LossesPut(Vec<Loss>),
    /// A loss was removed.
    LossRemoved(LossId),
    /// Health checks were added, or replaced where the id is known.
    HealthChecksPut(Vec<HealthCheck>),
    /// A health check was removed.
    HealthCheckRemoved(HealthCheckId),
    /// Snapshots were added, or replaced where the id is known.
    SnapshotsPut(Vec<Snapshot>),
    /// A snapshot was removed.
    SnapshotRemoved(SnapshotId),
    /// Surveys of the body's own were added, or replaced where the id is known; lines of their crosswalks about
    /// entries that are gone go too.
    SurveysPut(Vec<Survey>),
    /// A survey of the body's own was removed, and with it the lines of its crosswalk.
    SurveyRemoved(SurveyId),
    /// Other lines of a survey's crosswalk are the body's own from now on; none leaves those that are shipped.
    CrosswalkSet(SurveyId, Vec<Line>),
    /// Other findings are let pass from now on.
    WaiversSet(Vec<Waiver>),
    /// Other views have a name from now on.
    ViewsSet(Vec<SavedView>),
    /// What is remembered of earlier changes was read from a file.
    HistorySet(Vec<Entry>),
    /// What lies between this register and another was made good, part by part; nothing else goes with a part that is
    /// removed.
    Differing(Box<Delta>),
    /// Several changes that stand or fall together; only what comes of all of them must be whole.
    All(Vec<Change>),
}

/// Why a change cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeError {
    /// Something has no name; the kind of thing is given.
    Unnamed(&'static str),
    /// A risk has no title; its reference is given.
    UntitledRisk(String),
    /// A risk belongs to a partnership that does not exist; the risk's title is given.
    NoSuchPartnership(String),
    /// Something names a part that does not exist; what it is, its name, and what it names are given.
    NoSuchPart(&'static str, String, &'static str),
    /// A rating is not on the matrix; the risk's title and the stage are given.
    OffTheMatrix(String, Stage),
    /// The appetite names levels that the matrix does not have, or tolerates less where it is greater.
    AppetiteDoesNotFit,
    /// A greater loss is tolerated more often than a smaller one, or they do not rise.
    ToleranceOutOfOrder,
    /// A partnership is major by no more criteria than moderate, or moderate by none.
    RanksOutOfOrder,
    /// Two things of one kind have the same name in files; the kind and the name are given.
    Repeated(&'static str, String),
    /// A risk is linked to itself; its title is given.
    LinkedToItself(String),
    /// A control has two effects on one risk; its name is given.
    ServesTwice(String),
    /// Something costs less than nothing; what it is and its name are given.
    Negative(&'static str, String),
    /// There are more of the body's own than a register holds; the kind of thing and the most are given.
    TooMany(&'static str, usize),
    /// Drivers cannot pull a risk as they do; its title is given.
    Pulls(String, PullsError),
    /// The id of a survey does not begin as those of a body's own do; its title is given.
    NotOneOfOnesOwn(String),
    /// Something is wrong with a line of a survey's crosswalk; the survey's title, or its id, is given.
    Crosswalk(String, CrosswalkProblem),
    /// What was to be removed is not there.
    NothingToRemove,
}

impl fmt::Display for ChangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unnamed(kind) => write!(f, "{kind} has no name"),
            Self::UntitledRisk(reference) => write!(f, "risk \u{201c}{reference}\u{201d} has no title"),
            Self::NoSuchPartnership(title) => {
                write!(f, "risk \u{201c}{title}\u{201d} belongs to no partnership of this register")
            }
            Self::NoSuchPart(kind, name, part) => {
                write!(f, "{kind} \u{201c}{name}\u{201d} names a {part} that is not in this register")
            }
            Self::OffTheMatrix(title, stage) => write!(
                f,
                "the {} rating of risk \u{201c}{title}\u{201d} is outside the matrix",
                letters::small(stage.name())
            ),
            Self::AppetiteDoesNotFit => f.write_str("the appetite does not fit the levels of the matrix"),
            Self::ToleranceOutOfOrder => {
                f.write_str("the tolerated losses do not rise, or a greater one is tolerated more often")
            }
            Self::RanksOutOfOrder => {
                f.write_str("a partnership must meet a criterion to be moderate and more of them to be major")
            }
            Self::Repeated(kind, key) => {
                write!(f, "two {kind} are both called \u{201c}{key}\u{201d} in files")
            }
            Self::LinkedToItself(title) => write!(f, "risk \u{201c}{title}\u{201d} is linked to itself"),
            Self::ServesTwice(name) => write!(f, "control \u{201c}{name}\u{201d} serves one risk twice"),
            Self::Negative(kind, name) => {
                write!(f, "{kind} \u{201c}{name}\u{201d} has an amount below nought")
            }
            Self::TooMany(kind, most) => write!(f, "there are more than {most} {kind} of your own"),
            Self::Pulls(title, error) => write!(f, "risk \u{201c}{title}\u{201d}: {error}"),
            Self::NotOneOfOnesOwn(title) => {
                write!(f, "the id of survey \u{201c}{title}\u{201d} must begin with own-")
            }
            Self::Crosswalk(title, problem) => {
                write!(f, "the crosswalk of \u{201c}{title}\u{201d}: {problem}")
            }
            Self::NothingToRemove => f.write_str("what was to be removed is not there"),
        }
    }
}

impl std::error::Error for ChangeError {}

impl Register {
    /// The register after `change`.
    pub fn apply(&self, change: Change) -> Result<Self, ChangeError> {
        let mut next = self.clone();
        next.make(change)?;
        next.drop_waivers();
        next.drop_unknown();
        whole::check(&next)?;
        Ok(next)
    }

    fn make(&mut self, change: Change) -> Result<(), ChangeError> {
        match change {
            Change::OrganisationSet(organisation) => self.set_organisation(organisation),
            Change::PartnershipsPut(partnerships) => self.partnerships.put(partnerships),
            Change::PartnershipRemoved(id) => return self.remove_partnership(id),
            Change::RisksPut(risks) => self.risks.put(risks),
            Change::RiskRemoved(id) => return self.remove_risk(id),
            Change::ControlsPut(controls) => self.controls.put(controls),
            Change::ControlRemoved(id) => return self.remove_control(id),
            Change::ActionsPut(actions) => self.actions.put(actions),
            Change::ActionRemoved(id) => return was_there(self.actions.remove(id)),
            Change::LossesPut(losses) => self.losses.put(losses),
            Change::LossRemoved(id) => return was_there(self.losses.remove(id)),
            Change::HealthChecksPut(checks) => self.health_checks.put(checks),
            Change::HealthCheckRemoved(id) => return was_there(self.health_checks.remove(id)),
            Change::SnapshotsPut(snapshots) => self.snapshots.put(snapshots),
            Change::SnapshotRemoved(id) => return was_there(self.snapshots.remove(id)),
            Change::SurveysPut(surveys) => self.put_surveys(surveys),
            Change::SurveyRemoved(id) => return self.remove_survey(&id),
            Change::CrosswalkSet(id, lines) => self.set_crosswalk(&id, lines),
            Change::WaiversSet(waivers) => self.waivers = waivers.into(),
            Change::ViewsSet(views) => self.views = views.into(),
            Change::HistorySet(entries) => self.history = entries.into_iter().map(Rc::new).collect(),
            Change::Differing(delta) => return delta.make(self),
            Change::All(changes) => return changes.into_iter().try_for_each(|change| self.make(change)),
        }
        Ok(())
    }

    fn set_organisation(&mut self, organisation: Organisation) {
        self.let_go_of_categories(&survey::gone(self, &organisation));
        self.organisation = Rc::new(organisation);
    }

    fn remove_partnership(&mut self, id: PartnershipId) -> Result<(), ChangeError> {
        let risks: Vec<RiskId> = self.risks_of(id).map(|risk| risk.id).collect();
        let controls: Vec<ControlId> = self.controls_only_in(id).map(|control| control.id).collect();
        self.risks.retain(|risk| risk.partnership != id);
        self.losses.retain(|loss| loss.partnership != id);
        self.health_checks.retain(|check| check.partnership != id);
        self.controls.retain(|control| !controls.contains(&control.id));
        self.actions.retain(|action| match action.serves {
            Serves::Partnership(of) => of != id,
            Serves::Control(of) => !controls.contains(&of),
            Serves::Risk(_) => true,
        });
        was_there(self.partnerships.remove(id))?;
        self.let_go_of(&risks);
        Ok(())
    }

    fn remove_risk(&mut self, id: RiskId) -> Result<(), ChangeError> {
        was_there(self.risks.remove(id))?;
        self.let_go_of(&[id]);
        Ok(())
    }

    fn remove_control(&mut self, id: ControlId) -> Result<(), ChangeError> {
        self.actions.retain(|action| action.serves != Serves::Control(id));
        was_there(self.controls.remove(id))
    }

    /// Takes risks that are gone out of all that names them.
    fn let_go_of(&mut self, gone: &[RiskId]) {
        let is_gone = |id: &RiskId| gone.contains(id);
        self.actions.retain(|action| !matches!(action.serves, Serves::Risk(id) if is_gone(&id)));
        self.risks.mend(|risk| risk.linked.iter().any(is_gone), |risk| risk.linked.retain(|id| !is_gone(id)));
        self.controls.mend(
            |control| control.effects.iter().any(|effect| is_gone(&effect.risk)),
            |control| control.effects.retain(|effect| !is_gone(&effect.risk)),
        );
        self.losses.mend(|loss| loss.risk.as_ref().is_some_and(is_gone), |loss| loss.risk = None);
    }

    /// Takes out the waivers whose subject is gone.
    fn drop_waivers(&mut self) {
        if self.waivers.iter().any(|waiver| !waiver.subject.is_in(self)) {
            self.waivers = self.waivers.iter().filter(|waiver| waiver.subject.is_in(self)).cloned().collect();
        }
    }
}

fn was_there(removed: bool) -> Result<(), ChangeError> {
    if removed { Ok(()) } else { Err(ChangeError::NothingToRemove) }
}

#[cfg(test)]
mod tests;
