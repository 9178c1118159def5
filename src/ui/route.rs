//! The places of the page and their addresses. Everything stands behind the `#`, so that any static
//! host and a file from disk can serve it; filters are part of the address, so that a view can be
//! bookmarked. (The usual router crate would add a third to the first load.)

mod address;
mod benchmark_view;
mod copies_view;
mod cost_view;
mod lists;
mod losses_view;
mod partnership_view;
mod query;
mod record_view;
mod risk_view;
mod subject;

use std::fmt;

use partnership_risk_core::catalogue::{CategoryId, SurveyId};
use partnership_risk_core::exchange::link::LinkKind;
use partnership_risk_core::health::Theme;
use partnership_risk_core::register::{
    ActionId, ControlId, HealthCheckId, LossId, PartnershipId, RiskId, Serves, SnapshotId, Subject,
};

use crate::app::queries::actions::ActionFilter;
use crate::app::queries::benchmark::Compared;
use crate::app::queries::controls::ControlFilter;
use crate::app::queries::cost::CostView;
use crate::app::queries::partnerships::PartnershipFilter;
use crate::app::queries::past_losses::LossesView;
use crate::app::queries::risk_table::Filter;
use crate::app::queries::surveys::SurveyFilter;

pub use benchmark_view::{PeersView, SeveralView, part_of, part_text};
pub use copies_view::{CompareView, MergeList, MergeView};
pub use cost_view::{slice_of, slice_text};
pub use losses_view::{losses_of, losses_of_text};
pub use partnership_view::PartnershipView;
pub use record_view::{CheckView, DutyView, SnapshotView, WaiverOf};
pub use risk_view::RiskView;

/// A place.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Route {
    /// What needs attention, or how to begin.
    #[default]
    Overview,
    /// The organisation's name, sector and matrix.
    Organisation,
    /// The rules by which the organisation judges, each in a few words.
    Settings,
    /// The risk matrix, to be changed.
    MatrixSettings,
    /// How much risk the organisation accepts.
    AppetiteSettings,
    /// By what it tells which partnerships matter.
    SignificanceSettings,
    /// Its own categories.
    CategorySettings,
    /// What several of its risks have in common.
    DriverSettings,
    /// Copies of the register as it was.
    Copies,
    /// What is kept in this browser, and that it need not be.
    Storage,
    /// All partnerships.
    Partnerships(PartnershipView),
    /// Partnerships by how much they matter and how well they are run.
    PartnershipAttention,
    /// The form for a new partnership.
    NewPartnership,
    /// One partnership.
    Partnership(PartnershipId),
    /// The risks of one partnership.
    PartnershipRisks(PartnershipId),
    /// The form for one partnership.
    EditPartnership(PartnershipId),
    /// All risks, as a table and a heat map.
    Risks(RiskView),
    /// The form for a new risk, of one partnership where that is known.
    NewRisk(Option<PartnershipId>),
    /// The form for one risk.
    Risk(RiskId),
    /// The health of all partnerships by theme.
    Health,
    /// The health of one partnership.
    PartnershipHealth(PartnershipId),
    /// How the risks of one partnership have moved.
    PartnershipTrend(PartnershipId),
    /// The form that starts a health check, of one partnership where that is known.
    NewHealthCheck(Option<PartnershipId>),
    /// The form that says who answered a health check and when.
    EditHealthCheck(HealthCheckId),
    /// One health check, or the questions of one of its themes.
    HealthCheck(HealthCheckId, Option<Theme>),
    /// One risk as a bow tie.
    BowTie(RiskId),
    /// All controls.
    Controls(ControlFilter),
    /// The form for a new control, on one risk where that is known.
    NewControl(Option<RiskId>),
    /// The form for one control.
    Control(ControlId),
    /// All actions, by when they are due.
    Actions(ActionFilter),
    /// The form for a new action, for one thing where that is known.
    NewAction(Option<Serves>),
    /// The form for one action.
    Action(ActionId),
    /// What has gone wrong, and what it cost.
    Losses,
    /// The form for a new loss, in one partnership where that is known.
    NewLoss(Option<PartnershipId>),
    /// The form for one loss.
    Loss(LossId),
    /// What the risks cost in a year.
    Cost(CostView),
    /// Whose part in it is how great.
    CostShares(CostView),
    /// What controls are worth, and which to buy.
    CostControls(CostView),
    /// What past losses say of how often and how badly.
    CostLosses(LossesView),
    /// What the risks of one partnership cost in a year.
    PartnershipCost(PartnershipId),
    /// Own league table beside a survey.
    Benchmark(Compared),
    /// Own league table beside many surveys.
    Several(SeveralView),
    /// Our practice beside what was published of others.
    Practice,
    /// What bodies send one another, and where we stand among them.
    Peers(PeersView),
    /// Published surveys and those of the organisation's own.
    Surveys(SurveyFilter),
    /// One survey, beside another edition of its series where one is chosen.
    Survey(SurveyId, Option<SurveyId>),
    /// The form for a survey of the organisation's own, which may begin as a copy.
    NewSurvey(Option<SurveyId>),
    /// The form for one survey of the organisation's own.
    EditSurvey(SurveyId),
    /// The form that says which entries of a survey stand for which categories.
    SurveyCrosswalk(SurveyId),
    /// Anything that has these words.
    Search(String),
    /// What changed: in everything, or in one entity.
    History(Option<Subject>),
    /// What the checks have found.
    Checks(CheckView),
    /// The form by which a finding is let pass.
    Waive(WaiverOf),
    /// How everything was rated on earlier days, and what has moved since.
    Snapshots(SnapshotView),
    /// The form for one snapshot's name.
    Snapshot(SnapshotId),
    /// What is to be done by whom until when.
    Duties(DutyView),
    /// The views that have a name.
    Views,
    /// The categories of partnership risk.
    Catalogue,
    /// One category, with its typical risks.
    Category(CategoryId),
    /// Typical risks that one partnership may have overlooked.
    Suggestions(PartnershipId),
    /// The register as a file.
    File,
    /// A spreadsheet on its way in.
    Import,
    /// Tables on their way out.
    Export,
    /// Making a link to the register, or to one of its partnerships.
    Share(Option<PartnershipId>),
    /// What somebody has shared by a link: what stands in that, until it has been taken out of the address.
    Shared(String),
    /// The form by which a partner is asked to answer a health check.
    NewQuestionnaire(PartnershipId),
    /// A health check to be answered by somebody at a partner: what stands in the link to it.
    Questionnaire(String),
    /// A partner's answers: what stands in the link to them, until it has been taken out of the address.
    Answers(String),
    /// Another copy of the register, to be merged with it.
    Merge(MergeView),
    /// What differs between two copies of a register.
    CompareFiles(CompareView),
    /// What this is, where its figures come from, and where the data stay.
    About,
    /// An address that leads nowhere.
    NotFound,
}

impl Route {
    /// The entity that the place is about, if it is about one that is there.
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        match self {
            Self::Organisation
            | Self::Settings
            | Self::MatrixSettings
            | Self::AppetiteSettings
            | Self::SignificanceSettings
            | Self::CategorySettings
            | Self::DriverSettings => Some(Subject::Organisation),
            Self::Partnership(id)
            | Self::PartnershipRisks(id)
            | Self::EditPartnership(id)
            | Self::PartnershipHealth(id)
            | Self::PartnershipTrend(id)
            | Self::PartnershipCost(id)
            | Self::NewQuestionnaire(id)
            | Self::Suggestions(id) => Some(Subject::Partnership(*id)),
            Self::HealthCheck(id, _) | Self::EditHealthCheck(id) => Some(Subject::HealthCheck(*id)),
            Self::Risk(id) | Self::BowTie(id) => Some(Subject::Risk(*id)),
            Self::Control(id) => Some(Subject::Control(*id)),
            Self::Action(id) => Some(Subject::Action(*id)),
            Self::Loss(id) => Some(Subject::Loss(*id)),
            Self::Snapshot(id) => Some(Subject::Snapshot(*id)),
            Self::Overview
            | Self::Partnerships(_)
            | Self::PartnershipAttention
            | Self::NewPartnership
            | Self::Risks(_)
            | Self::NewRisk(_)
            | Self::Health
            | Self::NewHealthCheck(_)
            | Self::Controls(_)
            | Self::NewControl(_)
            | Self::Actions(_)
            | Self::NewAction(_)
            | Self::Losses
            | Self::NewLoss(_)
            | Self::Cost(_)
            | Self::CostShares(_)
            | Self::CostControls(_)
            | Self::CostLosses(_)
            | Self::Benchmark(_)
            | Self::Several(_)
            | Self::Practice
            | Self::Peers(_)
            | Self::Surveys(_)
            | Self::Survey(..)
            | Self::NewSurvey(_)
            | Self::EditSurvey(_)
            | Self::SurveyCrosswalk(_)
            | Self::Copies
            | Self::Storage
            | Self::Search(_)
            | Self::History(_)
            | Self::Checks(_)
            | Self::Waive(_)
            | Self::Snapshots(_)
            | Self::Duties(_)
            | Self::Views
            | Self::Catalogue
            | Self::Category(_)
            | Self::File
            | Self::Import
            | Self::Export
            | Self::Share(_)
            | Self::Shared(_)
            | Self::Questionnaire(_)
            | Self::Answers(_)
            | Self::Merge(_)
            | Self::CompareFiles(_)
            | Self::About
            | Self::NotFound => None,
        }
    }

    /// The id on the page of the link in a list that leads here, so that coming back finds it again.
    #[must_use]
    pub fn link_id(&self) -> Option<String> {
        let to = |id: &dyn fmt::Display| Some(format!("to-{id}"));
        if let Self::Survey(id, _) = self {
            return to(id);
        }
        match self.subject()? {
            Subject::Organisation => None,
            Subject::Partnership(id) => to(&id),
            Subject::Risk(id) => to(&id),
            Subject::Control(id) => to(&id),
            Subject::Action(id) => to(&id),
            Subject::Loss(id) => to(&id),
            Subject::HealthCheck(id) => to(&id),
            Subject::Snapshot(id) => to(&id),
        }
    }

    /// The place of an entity.
    #[must_use]
    pub fn of(subject: Subject) -> Self {
        match subject {
            Subject::Organisation => Self::Organisation,
            Subject::Partnership(id) => Self::Partnership(id),
            Subject::Risk(id) => Self::Risk(id),
            Subject::HealthCheck(id) => Self::HealthCheck(id, None),
            Subject::Control(id) => Self::Control(id),
            Subject::Action(id) => Self::Action(id),
            Subject::Loss(id) => Self::Loss(id),
            Subject::Snapshot(id) => Self::Snapshots(SnapshotView { from: Some(id), to: None }),
        }
    }

    /// How deep the place lies: lists above risks, risks above what keeps them down, new things deepest.
    #[must_use]
    pub fn depth(&self) -> u8 {
        match self {
            Self::Overview
            | Self::Organisation
            | Self::Settings
            | Self::MatrixSettings
            | Self::AppetiteSettings
            | Self::SignificanceSettings
            | Self::CategorySettings
            | Self::DriverSettings
            | Self::Copies
            | Self::Storage
            | Self::Partnerships(_)
            | Self::PartnershipAttention
            | Self::Partnership(_)
            | Self::PartnershipRisks(_)
            | Self::Risks(_)
            | Self::Health
            | Self::PartnershipHealth(_)
            | Self::PartnershipTrend(_)
            | Self::PartnershipCost(_)
            | Self::HealthCheck(_, None)
            | Self::Controls(_)
            | Self::Actions(_)
            | Self::Losses
            | Self::Cost(_)
            | Self::CostShares(_)
            | Self::CostControls(_)
            | Self::CostLosses(_)
            | Self::Benchmark(_)
            | Self::Several(_)
            | Self::Practice
            | Self::Peers(_)
            | Self::Surveys(_)
            | Self::Survey(..)
            | Self::Search(_)
            | Self::History(_)
            | Self::Checks(_)
            | Self::Snapshots(_)
            | Self::Duties(_)
            | Self::Views
            | Self::Catalogue
            | Self::Category(_)
            | Self::Suggestions(_)
            | Self::File
            | Self::Import
            | Self::Export
            | Self::Share(_)
            | Self::Shared(_)
            | Self::NewQuestionnaire(_)
            | Self::Questionnaire(_)
            | Self::Answers(_)
            | Self::Merge(_)
            | Self::CompareFiles(_)
            | Self::About => 0,
            Self::Risk(_) | Self::BowTie(_) => 1,
            Self::Control(_) => 2,
            Self::Action(_) | Self::Loss(_) => 3,
            Self::NewPartnership
            | Self::EditPartnership(_)
            | Self::NewRisk(_)
            | Self::NewHealthCheck(_)
            | Self::EditHealthCheck(_)
            | Self::HealthCheck(_, Some(_))
            | Self::NewControl(_)
            | Self::NewAction(_)
            | Self::NewLoss(_)
            | Self::Waive(_)
            | Self::Snapshot(_)
            | Self::NewSurvey(_)
            | Self::EditSurvey(_)
            | Self::SurveyCrosswalk(_)
            | Self::NotFound => 4,
        }
    }

    /// Whether both are the same page but for its filter: to go from one to the other is no arrival.
    #[must_use]
    pub fn is_one_page_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Partnerships(_), Self::Partnerships(_))
            | (Self::Risks(_), Self::Risks(_))
            | (Self::Controls(_), Self::Controls(_))
            | (Self::Actions(_), Self::Actions(_))
            | (Self::Cost(_), Self::Cost(_))
            | (Self::CostShares(_), Self::CostShares(_))
            | (Self::CostControls(_), Self::CostControls(_))
            | (Self::CostLosses(_), Self::CostLosses(_))
            | (Self::Benchmark(_), Self::Benchmark(_))
            | (Self::Several(_), Self::Several(_))
            | (Self::Peers(_), Self::Peers(_))
            | (Self::Surveys(_), Self::Surveys(_))
            | (Self::Search(_), Self::Search(_))
            | (Self::Checks(_), Self::Checks(_))
            | (Self::Snapshots(_), Self::Snapshots(_))
            | (Self::Duties(_), Self::Duties(_))
            | (Self::Share(_), Self::Share(_))
            | (Self::Shared(_), Self::Shared(_))
            | (Self::Answers(_), Self::Answers(_)) => true,
            (Self::Merge(_), Self::Merge(_)) | (Self::CompareFiles(_), Self::CompareFiles(_)) => true,
            (Self::Survey(one, _), Self::Survey(other, _)) => one == other,
            (one, other) => one == other,
        }
    }

    /// The place at which a link of a kind is opened, with what stands in the link.
    #[must_use]
    pub fn of_link(kind: LinkKind, text: String) -> Self {
        match kind {
            LinkKind::Register | LinkKind::Partnership => Self::Shared(text),
            LinkKind::Questionnaire => Self::Questionnaire(text),
            LinkKind::Answers => Self::Answers(text),
        }
    }

    /// All partnerships that pass a filter.
    #[must_use]
    pub fn partnerships(filter: PartnershipFilter) -> Self {
        Self::Partnerships(PartnershipView { filter, ..PartnershipView::default() })
    }

    /// All risks that pass a filter.
    #[must_use]
    pub fn risks(filter: Filter) -> Self {
        Self::Risks(RiskView { filter, ..RiskView::default() })
    }
}

#[cfg(test)]
mod tests;
