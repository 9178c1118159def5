//! The address of each place, written and read.

use std::fmt;

use partnership_risk_core::catalogue::{CategoryId, SurveyId};
use partnership_risk_core::choice::Choice;
use partnership_risk_core::health::Theme;

use super::benchmark_view;
use super::cost_view;
use super::query::{Query, chosen, parameter, query_of, some};
use super::subject::{query_about, query_for, served_in, subject_in};
use super::{
    CheckView, CompareView, DutyView, MergeView, PartnershipView, PeersView, RiskView, Route, SeveralView,
    SnapshotView, WaiverOf, lists, losses_view,
};

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overview => f.write_str("#/"),
            Self::Organisation => f.write_str("#/organisation"),
            Self::Settings => f.write_str("#/settings"),
            Self::MatrixSettings => f.write_str("#/settings/matrix"),
            Self::AppetiteSettings => f.write_str("#/settings/appetite"),
            Self::SignificanceSettings => f.write_str("#/settings/significance"),
            Self::CategorySettings => f.write_str("#/settings/categories"),
            Self::DriverSettings => f.write_str("#/settings/drivers"),
            Self::Copies => f.write_str("#/settings/copies"),
            Self::Storage => f.write_str("#/settings/storage"),
            Self::Partnerships(view) => write!(f, "#/partnerships{}", view.query()),
            Self::PartnershipAttention => f.write_str("#/partnerships/attention"),
            Self::NewPartnership => f.write_str("#/partnerships/new"),
            Self::Partnership(id) => write!(f, "#/partnerships/{id}"),
            Self::PartnershipRisks(id) => write!(f, "#/partnerships/{id}/risks"),
            Self::EditPartnership(id) => write!(f, "#/partnerships/{id}/edit"),
            Self::Risks(view) => write!(f, "#/risks{}", view.query()),
            Self::NewRisk(id) => write!(f, "#/risks/new{}", query_of("partnership", *id)),
            Self::Risk(id) => write!(f, "#/risks/{id}"),
            Self::Health => f.write_str("#/health"),
            Self::PartnershipHealth(id) => write!(f, "#/partnerships/{id}/health"),
            Self::PartnershipTrend(id) => write!(f, "#/partnerships/{id}/trend"),
            Self::NewHealthCheck(id) => write!(f, "#/health/new{}", query_of("partnership", *id)),
            Self::EditHealthCheck(id) => write!(f, "#/health/{id}/edit"),
            Self::HealthCheck(id, theme) => {
                write!(f, "#/health/{id}{}", query_of("theme", theme.map(Theme::key)))
            }
            Self::BowTie(id) => write!(f, "#/risks/{id}/bow-tie"),
            Self::Controls(filter) => write!(f, "#/controls{}", lists::control_query(filter)),
            Self::NewControl(id) => write!(f, "#/controls/new{}", query_of("risk", *id)),
            Self::Control(id) => write!(f, "#/controls/{id}"),
            Self::Actions(filter) => write!(f, "#/actions{}", lists::action_query(filter)),
            Self::NewAction(serves) => write!(f, "#/actions/new{}", query_for(*serves)),
            Self::Action(id) => write!(f, "#/actions/{id}"),
            Self::Losses => f.write_str("#/losses"),
            Self::NewLoss(id) => write!(f, "#/losses/new{}", query_of("partnership", *id)),
            Self::Loss(id) => write!(f, "#/losses/{id}"),
            Self::Cost(view) => write!(f, "#/cost{}", cost_view::query(view)),
            Self::CostShares(view) => write!(f, "#/cost/shares{}", cost_view::query(view)),
            Self::CostControls(view) => write!(f, "#/cost/controls{}", cost_view::query(view)),
            Self::CostLosses(view) => write!(f, "#/cost/losses{}", losses_view::query(view)),
            Self::PartnershipCost(id) => write!(f, "#/partnerships/{id}/cost"),
            Self::Benchmark(compared) => write!(f, "#/benchmark{}", benchmark_view::query(compared)),
            Self::Several(view) => write!(f, "#/benchmark/several{}", view.query()),
            Self::Practice => f.write_str("#/benchmark/practice"),
            Self::Peers(view) => write!(f, "#/benchmark/peers{}", view.query()),
            Self::Surveys(filter) => write!(f, "#/benchmark/surveys{}", lists::survey_query(filter)),
            Self::Survey(id, with) => {
                write!(f, "#/benchmark/surveys/{id}{}", query_of("with", with.as_ref()))
            }
            Self::NewSurvey(from) => write!(f, "#/benchmark/surveys/new{}", query_of("from", from.as_ref())),
            Self::EditSurvey(id) => write!(f, "#/benchmark/surveys/{id}/edit"),
            Self::SurveyCrosswalk(id) => write!(f, "#/benchmark/surveys/{id}/crosswalk"),
            Self::Search(text) => write!(f, "#/search{}", query_of("q", some(text))),
            Self::History(subject) => {
                write!(f, "#/history{}", query_about(Query::new(), *subject).finished())
            }
            Self::Checks(view) => write!(f, "#/checks{}", view.query()),
            Self::Waive(waiver) => write!(f, "#/checks/waive{}", waiver.query()),
            Self::Snapshots(view) => write!(f, "#/snapshots{}", view.query()),
            Self::Snapshot(id) => write!(f, "#/snapshots/{id}"),
            Self::Duties(view) => write!(f, "#/duties{}", view.query()),
            Self::Views => f.write_str("#/views"),
            Self::Catalogue => f.write_str("#/catalogue"),
            Self::Category(id) => write!(f, "#/catalogue/{id}"),
            Self::Suggestions(id) => write!(f, "#/partnerships/{id}/suggestions"),
            Self::File => f.write_str("#/file"),
            Self::Import => f.write_str("#/import"),
            Self::Export => f.write_str("#/export"),
            Self::Share(one) => write!(f, "#/share{}", query_of("partnership", *one)),
            Self::Shared(link) => write_link(f, "#/shared", link),
            Self::NewQuestionnaire(id) => {
                write!(f, "#/questionnaire/new{}", query_of("partnership", Some(id)))
            }
            Self::Questionnaire(link) => write_link(f, "#/questionnaire", link),
            Self::Answers(link) => write_link(f, "#/answers", link),
            Self::Merge(view) => write!(f, "#/file/merge{}", view.query()),
            Self::CompareFiles(view) => write!(f, "#/file/compare{}", view.query()),
            Self::About => f.write_str("#/about"),
            Self::NotFound => f.write_str("#/not-found"),
        }
    }
}

impl Route {
    /// The place at an address: what stands behind the page's own address, with or without `#`.
    #[must_use]
    pub fn at(address: &str) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let parts: Vec<&str> = path.trim_start_matches('#').split('/').filter(|p| !p.is_empty()).collect();
        match parts[..] {
            [] => Self::Overview,
            ["organisation"] => Self::Organisation,
            ["settings"] => Self::Settings,
            ["settings", "matrix"] => Self::MatrixSettings,
            ["settings", "appetite"] => Self::AppetiteSettings,
            ["settings", "significance"] => Self::SignificanceSettings,
            ["settings", "categories"] => Self::CategorySettings,
            ["settings", "drivers"] => Self::DriverSettings,
            ["settings", "copies"] => Self::Copies,
            ["settings", "storage"] => Self::Storage,
            ["partnerships"] => Self::Partnerships(PartnershipView::of_query(query)),
            ["partnerships", "attention"] => Self::PartnershipAttention,
            ["partnerships", "new"] => Self::NewPartnership,
            ["partnerships", id] => id.parse().map_or(Self::NotFound, Self::Partnership),
            ["partnerships", id, "risks"] => id.parse().map_or(Self::NotFound, Self::PartnershipRisks),
            ["partnerships", id, "edit"] => id.parse().map_or(Self::NotFound, Self::EditPartnership),
            ["risks"] => Self::Risks(RiskView::of_query(query)),
            ["risks", "new"] => Self::NewRisk(parameter(query, "partnership")),
            ["risks", id] => id.parse().map_or(Self::NotFound, Self::Risk),
            ["health"] => Self::Health,
            ["partnerships", id, "health"] => id.parse().map_or(Self::NotFound, Self::PartnershipHealth),
            ["partnerships", id, "trend"] => id.parse().map_or(Self::NotFound, Self::PartnershipTrend),
            ["health", "new"] => Self::NewHealthCheck(parameter(query, "partnership")),
            ["health", id, "edit"] => id.parse().map_or(Self::NotFound, Self::EditHealthCheck),
            ["health", id] => {
                id.parse().map_or(Self::NotFound, |id| Self::HealthCheck(id, chosen(query, "theme")))
            }
            ["risks", id, "bow-tie"] => id.parse().map_or(Self::NotFound, Self::BowTie),
            ["controls"] => Self::Controls(lists::control_filter(query)),
            ["controls", "new"] => Self::NewControl(parameter(query, "risk")),
            ["controls", id] => id.parse().map_or(Self::NotFound, Self::Control),
            ["actions"] => Self::Actions(lists::action_filter(query)),
            ["actions", "new"] => Self::NewAction(served_in(query)),
            ["actions", id] => id.parse().map_or(Self::NotFound, Self::Action),
            ["losses"] => Self::Losses,
            ["losses", "new"] => Self::NewLoss(parameter(query, "partnership")),
            ["losses", id] => id.parse().map_or(Self::NotFound, Self::Loss),
            ["cost"] => Self::Cost(cost_view::of_query(query)),
            ["cost", "shares"] => Self::CostShares(cost_view::of_query(query)),
            ["cost", "controls"] => Self::CostControls(cost_view::of_query(query)),
            ["cost", "losses"] => Self::CostLosses(losses_view::of_query(query)),
            ["partnerships", id, "cost"] => id.parse().map_or(Self::NotFound, Self::PartnershipCost),
            ["benchmark"] => Self::Benchmark(benchmark_view::of_query(query)),
            ["benchmark", "several"] => Self::Several(SeveralView::of_query(query)),
            ["benchmark", "practice"] => Self::Practice,
            ["benchmark", "peers"] => Self::Peers(PeersView::of_query(query)),
            ["benchmark", "surveys"] => Self::Surveys(lists::survey_filter(query)),
            ["benchmark", "surveys", "new"] => Self::NewSurvey(survey_in(query, "from")),
            ["benchmark", "surveys", id] => Self::Survey(SurveyId::new(id), survey_in(query, "with")),
            ["benchmark", "surveys", id, "edit"] => Self::EditSurvey(SurveyId::new(id)),
            ["benchmark", "surveys", id, "crosswalk"] => Self::SurveyCrosswalk(SurveyId::new(id)),
            ["search"] => Self::Search(parameter(query, "q").unwrap_or_default()),
            ["history"] => Self::History(subject_in(query)),
            ["checks"] => Self::Checks(CheckView::of_query(query)),
            ["checks", "waive"] => WaiverOf::of_query(query).map_or(Self::NotFound, Self::Waive),
            ["snapshots"] => Self::Snapshots(SnapshotView::of_query(query)),
            ["snapshots", id] => id.parse().map_or(Self::NotFound, Self::Snapshot),
            ["duties"] => Self::Duties(DutyView::of_query(query)),
            ["views"] => Self::Views,
            ["catalogue"] => Self::Catalogue,
            ["catalogue", id] => Self::Category(CategoryId::new(id)),
            ["partnerships", id, "suggestions"] => id.parse().map_or(Self::NotFound, Self::Suggestions),
            ["file"] => Self::File,
            ["import"] => Self::Import,
            ["export"] => Self::Export,
            ["share"] => Self::Share(parameter(query, "partnership")),
            ["shared"] => Self::Shared(String::new()),
            ["shared", link] => Self::Shared(link.to_owned()),
            ["questionnaire"] => Self::Questionnaire(String::new()),
            ["questionnaire", "new"] => {
                parameter(query, "partnership").map_or(Self::NotFound, Self::NewQuestionnaire)
            }
            ["questionnaire", link] => Self::Questionnaire(link.to_owned()),
            ["answers"] => Self::Answers(String::new()),
            ["answers", link] => Self::Answers(link.to_owned()),
            ["file", "merge"] => Self::Merge(MergeView::of_query(query)),
            ["file", "compare"] => Self::CompareFiles(CompareView::of_query(query)),
            ["about"] => Self::About,
            _ => Self::NotFound,
        }
    }
}

/// A place with what stands in a link behind it, if anything does.
fn write_link(f: &mut fmt::Formatter<'_>, place: &str, link: &str) -> fmt::Result {
    f.write_str(place)?;
    if link.is_empty() { Ok(()) } else { write!(f, "/{link}") }
}

/// The survey that a parameter names.
fn survey_in(query: &str, name: &str) -> Option<SurveyId> {
    parameter::<String>(query, name).map(|id| SurveyId::new(&id))
}
