//! The places of the page and their addresses. Everything stands behind the `#`, so that any static
//! host and a file from disk can serve it; filters are part of the address, so that a view can be
//! bookmarked. (The usual router crate would add a third to the first load.)

mod lists;
mod partnership_view;
mod record_view;

use std::fmt;
use std::mem::discriminant;
use std::str::FromStr;

use form_urlencoded::{Serializer, parse};
use partnership_risk_core::catalogue::{CategoryId, SurveyId};
use partnership_risk_core::choice::Choice;
use partnership_risk_core::health::Theme;
use partnership_risk_core::league::Measure;
use partnership_risk_core::register::{
    ActionId, ControlId, HealthCheckId, LossId, PartnershipId, RiskId, Serves, SnapshotId, Stage, Status,
    Subject,
};

use crate::app::queries::actions::ActionFilter;
use crate::app::queries::controls::ControlFilter;
use crate::app::queries::partnerships::PartnershipFilter;
use crate::app::queries::risk_table::{Cell, Column, Direction, Filter, Gap, Sort};

pub use partnership_view::PartnershipView;
pub use record_view::{CheckView, DutyView, SnapshotView, WaiverOf};

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
    /// Own league table beside a survey.
    Benchmark(BenchmarkView),
    /// Anything that has these words.
    Search(String),
    /// What changed: everything, or the entity with one id.
    History(Option<String>),
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
    /// A spreadsheet on its way in.
    Import,
    /// What this is, where its figures come from, and where the data stay.
    About,
    /// An address that leads nowhere.
    NotFound,
}

/// How the risks are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RiskView {
    /// Which of them.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    /// Which page of the table, counted from 0.
    pub page: usize,
    /// Which heat map a narrow screen shows; the current one where none is chosen.
    pub map: Option<Stage>,
}

/// What is compared with what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BenchmarkView {
    /// The survey; the first one offered where none is chosen.
    pub survey: Option<SurveyId>,
    /// The measure of one's own league table.
    pub measure: Option<Measure>,
}

/// The texts that stand for values in addresses; each list is read in both directions.
const MEASURES: [(&str, Measure); 4] = [
    ("share-naming", Measure::ShareNaming),
    ("mean-score", Measure::MeanScore),
    ("highest-score", Measure::HighestScore),
    ("highest-level", Measure::TopLevelCount),
];
const COLUMNS: [(&str, Column); 6] = [
    ("reference", Column::Reference),
    ("title", Column::Title),
    ("partnership", Column::Partnership),
    ("category", Column::Category),
    ("owner", Column::Owner),
    ("score", Column::Score),
];
const GAPS: [(&str, Gap); 4] = [
    ("rating", Gap::Rating),
    ("owner", Gap::Owner),
    ("treatment", Gap::Treatment),
    ("category", Gap::Category),
];
const STAGES: [(&str, Stage); 3] =
    [("inherent", Stage::Inherent), ("current", Stage::Current), ("target", Stage::Target)];
const STATUSES: [(&str, Status); 3] =
    [("draft", Status::Draft), ("open", Status::Open), ("closed", Status::Closed)];

fn text_of<T: PartialEq>(list: &[(&'static str, T)], value: &T) -> &'static str {
    list.iter().find(|entry| entry.1 == *value).map_or("", |entry| entry.0)
}

fn value_of<T: Copy>(list: &[(&str, T)], text: &str) -> Option<T> {
    list.iter().find(|entry| entry.0 == text).map(|entry| entry.1)
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overview => f.write_str("#/"),
            Self::Organisation => f.write_str("#/organisation"),
            Self::Partnerships(view) => write!(f, "#/partnerships{}", view.query()),
            Self::PartnershipAttention => f.write_str("#/partnerships/attention"),
            Self::Settings => f.write_str("#/settings"),
            Self::MatrixSettings => f.write_str("#/settings/matrix"),
            Self::AppetiteSettings => f.write_str("#/settings/appetite"),
            Self::SignificanceSettings => f.write_str("#/settings/significance"),
            Self::CategorySettings => f.write_str("#/settings/categories"),
            Self::NewPartnership => f.write_str("#/partnerships/new"),
            Self::Partnership(id) => write!(f, "#/partnerships/{id}"),
            Self::PartnershipRisks(id) => write!(f, "#/partnerships/{id}/risks"),
            Self::EditPartnership(id) => write!(f, "#/partnerships/{id}/edit"),
            Self::Risks(view) => write!(f, "#/risks{}", view.query()),
            Self::NewRisk(None) => f.write_str("#/risks/new"),
            Self::NewRisk(Some(id)) => write!(f, "#/risks/new?partnership={id}"),
            Self::Risk(id) => write!(f, "#/risks/{id}"),
            Self::Health => f.write_str("#/health"),
            Self::PartnershipHealth(id) => write!(f, "#/partnerships/{id}/health"),
            Self::NewHealthCheck(None) => f.write_str("#/health/new"),
            Self::NewHealthCheck(Some(id)) => write!(f, "#/health/new?partnership={id}"),
            Self::EditHealthCheck(id) => write!(f, "#/health/{id}/edit"),
            Self::HealthCheck(id, theme) => {
                write!(f, "#/health/{id}{}", query_of("theme", theme.map(Theme::key)))
            }
            Self::BowTie(id) => write!(f, "#/risks/{id}/bow-tie"),
            Self::Controls(filter) => write!(f, "#/controls{}", lists::control_query(filter)),
            Self::NewControl(risk) => write!(f, "#/controls/new{}", lists::risk_query(*risk)),
            Self::Control(id) => write!(f, "#/controls/{id}"),
            Self::Actions(filter) => write!(f, "#/actions{}", lists::action_query(filter)),
            Self::NewAction(serves) => write!(f, "#/actions/new{}", lists::served_query(*serves)),
            Self::Action(id) => write!(f, "#/actions/{id}"),
            Self::Losses => f.write_str("#/losses"),
            Self::NewLoss(id) => {
                write!(f, "#/losses/new{}", lists::served_query(id.map(Serves::Partnership)))
            }
            Self::Loss(id) => write!(f, "#/losses/{id}"),
            Self::Benchmark(view) => write!(f, "#/benchmark{}", view.query()),
            Self::Search(text) => {
                write!(f, "#/search{}", query_of("q", Some(text.as_str()).filter(|t| !t.is_empty())))
            }
            Self::History(id) => write!(f, "#/history{}", query_of("of", id.as_deref())),
            Self::Checks(view) => write!(f, "#/checks{}", view.query()),
            Self::Waive(waiver) => write!(f, "#/checks/waive{}", waiver.query()),
            Self::Snapshots(view) => write!(f, "#/snapshots{}", view.query()),
            Self::Snapshot(id) => write!(f, "#/snapshots/{id}"),
            Self::Duties(view) => write!(f, "#/duties{}", view.query()),
            Self::Views => f.write_str("#/views"),
            Self::Catalogue => f.write_str("#/catalogue"),
            Self::Category(id) => write!(f, "#/catalogue/{id}"),
            Self::Suggestions(id) => write!(f, "#/partnerships/{id}/suggestions"),
            Self::Import => f.write_str("#/import"),
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
            ["partnerships"] => Self::Partnerships(PartnershipView::of_query(query)),
            ["partnerships", "attention"] => Self::PartnershipAttention,
            ["settings"] => Self::Settings,
            ["settings", "matrix"] => Self::MatrixSettings,
            ["settings", "appetite"] => Self::AppetiteSettings,
            ["settings", "significance"] => Self::SignificanceSettings,
            ["settings", "categories"] => Self::CategorySettings,
            ["partnerships", "new"] => Self::NewPartnership,
            ["partnerships", id] => id.parse().map_or(Self::NotFound, Self::Partnership),
            ["partnerships", id, "risks"] => id.parse().map_or(Self::NotFound, Self::PartnershipRisks),
            ["partnerships", id, "edit"] => id.parse().map_or(Self::NotFound, Self::EditPartnership),
            ["risks"] => Self::Risks(RiskView::of_query(query)),
            ["risks", "new"] => Self::NewRisk(parameter(query, "partnership")),
            ["risks", id] => id.parse().map_or(Self::NotFound, Self::Risk),
            ["partnerships", id, "health"] => id.parse().map_or(Self::NotFound, Self::PartnershipHealth),
            ["health"] => Self::Health,
            ["health", "new"] => Self::NewHealthCheck(parameter(query, "partnership")),
            ["health", id] => {
                let theme = parameter::<String>(query, "theme").and_then(|key| Theme::of_key(&key));
                id.parse().map_or(Self::NotFound, |id| Self::HealthCheck(id, theme))
            }
            ["health", id, "edit"] => id.parse().map_or(Self::NotFound, Self::EditHealthCheck),
            ["risks", id, "bow-tie"] => id.parse().map_or(Self::NotFound, Self::BowTie),
            ["controls"] => Self::Controls(lists::control_filter(query)),
            ["controls", "new"] => Self::NewControl(parameter(query, "risk")),
            ["controls", id] => id.parse().map_or(Self::NotFound, Self::Control),
            ["actions"] => Self::Actions(lists::action_filter(query)),
            ["actions", "new"] => Self::NewAction(lists::served(query)),
            ["actions", id] => id.parse().map_or(Self::NotFound, Self::Action),
            ["losses"] => Self::Losses,
            ["losses", "new"] => Self::NewLoss(parameter(query, "partnership")),
            ["losses", id] => id.parse().map_or(Self::NotFound, Self::Loss),
            ["benchmark"] => Self::Benchmark(BenchmarkView::of_query(query)),
            ["search"] => Self::Search(parameter(query, "q").unwrap_or_default()),
            ["history"] => Self::History(parameter(query, "of")),
            ["checks"] => Self::Checks(CheckView::of_query(query)),
            ["checks", "waive"] => WaiverOf::of_query(query).map_or(Self::NotFound, Self::Waive),
            ["snapshots"] => Self::Snapshots(SnapshotView::of_query(query)),
            ["snapshots", id] => id.parse().map_or(Self::NotFound, Self::Snapshot),
            ["duties"] => Self::Duties(DutyView::of_query(query)),
            ["views"] => Self::Views,
            ["catalogue"] => Self::Catalogue,
            ["catalogue", id] => Self::Category(CategoryId::new(id)),
            ["partnerships", id, "suggestions"] => id.parse().map_or(Self::NotFound, Self::Suggestions),
            ["import"] => Self::Import,
            ["about"] => Self::About,
            _ => Self::NotFound,
        }
    }

    /// The id of the one thing that the place is about, if it is about one.
    #[must_use]
    pub fn subject(&self) -> Option<String> {
        match self {
            Self::Partnership(id)
            | Self::PartnershipRisks(id)
            | Self::EditPartnership(id)
            | Self::PartnershipHealth(id) => Some(id.to_string()),
            Self::HealthCheck(id, None) | Self::EditHealthCheck(id) => Some(id.to_string()),
            Self::Risk(id) | Self::BowTie(id) => Some(id.to_string()),
            Self::Control(id) => Some(id.to_string()),
            Self::Action(id) => Some(id.to_string()),
            Self::Loss(id) => Some(id.to_string()),
            Self::Suggestions(id) => Some(id.to_string()),
            Self::Snapshot(id) => Some(id.to_string()),
            Self::Category(id) => Some(id.to_string()),
            Self::Overview
            | Self::Organisation
            | Self::Partnerships(_)
            | Self::PartnershipAttention
            | Self::Settings
            | Self::MatrixSettings
            | Self::AppetiteSettings
            | Self::SignificanceSettings
            | Self::CategorySettings
            | Self::NewPartnership
            | Self::Risks(_)
            | Self::NewRisk(_)
            | Self::Health
            | Self::NewHealthCheck(_)
            | Self::HealthCheck(_, Some(_))
            | Self::Controls(_)
            | Self::NewControl(_)
            | Self::Actions(_)
            | Self::NewAction(_)
            | Self::Losses
            | Self::NewLoss(_)
            | Self::Benchmark(_)
            | Self::Search(_)
            | Self::History(_)
            | Self::Checks(_)
            | Self::Waive(_)
            | Self::Snapshots(_)
            | Self::Duties(_)
            | Self::Views
            | Self::Catalogue
            | Self::Import
            | Self::About
            | Self::NotFound => None,
        }
    }

    /// The place of an entity, if it has one of its own.
    #[must_use]
    pub fn of(subject: Subject) -> Option<Self> {
        match subject {
            Subject::Organisation => Some(Self::Organisation),
            Subject::Partnership(id) => Some(Self::Partnership(id)),
            Subject::Risk(id) => Some(Self::Risk(id)),
            Subject::HealthCheck(id) => Some(Self::HealthCheck(id, None)),
            Subject::Control(id) => Some(Self::Control(id)),
            Subject::Action(id) => Some(Self::Action(id)),
            Subject::Loss(id) => Some(Self::Loss(id)),
            Subject::Snapshot(id) => Some(Self::Snapshots(SnapshotView { from: Some(id), to: None })),
        }
    }

    /// Whether both are the same page but for its filter: to go from one to the other is no arrival.
    #[must_use]
    pub fn is_one_page_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::HealthCheck(..), Self::HealthCheck(..)) | (Self::Risk(_), Self::Risk(_)) => self == other,
            (one, other) => discriminant(one) == discriminant(other),
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

/// The id on the page of the link that leads to one thing in a list, so that coming back from there
/// finds it again.
#[must_use]
pub fn link_id(subject: &str) -> String {
    format!("to-{subject}")
}

fn parameter<T: FromStr>(query: &str, name: &str) -> Option<T> {
    parse(query.as_bytes()).find(|(key, _)| key == name).and_then(|(_, value)| value.parse().ok())
}

/// The query with its question mark, or nothing.
fn finished(mut query: Serializer<'_, String>) -> String {
    let query = query.finish();
    if query.is_empty() { query } else { format!("?{query}") }
}

/// A query of one parameter, or nothing.
fn query_of(name: &str, value: Option<&str>) -> String {
    let mut query = serializer();
    query.extend_pairs(value.map(|value| (name, value)));
    finished(query)
}

fn serializer() -> Serializer<'static, String> {
    Serializer::new(String::new())
}

impl BenchmarkView {
    fn query(&self) -> String {
        let mut query = serializer();
        query.extend_pairs(self.survey.as_ref().map(|id| ("survey", id.as_str())));
        query.extend_pairs(self.measure.as_ref().map(|m| ("measure", text_of(&MEASURES, m))));
        finished(query)
    }

    fn of_query(query: &str) -> Self {
        let text = |name: &str| parameter::<String>(query, name);
        Self {
            survey: text("survey").map(|id| SurveyId::new(&id)),
            measure: text("measure").and_then(|m| value_of(&MEASURES, &m)),
        }
    }
}

impl RiskView {
    fn query(&self) -> String {
        let Self { filter, sort, page, map } = self;
        let mut query = serializer();
        query.extend_pairs(Some(("q", filter.text.as_str())).filter(|(_, text)| !text.is_empty()));
        query.extend_pairs(filter.partnership.map(|id| ("partnership", id.to_string())));
        query.extend_pairs(filter.category.as_ref().map(|id| ("category", id.as_str())));
        query.extend_pairs(filter.gap.as_ref().map(|gap| ("without", text_of(&GAPS, gap))));
        query.extend_pairs(filter.level.map(|level| ("level", (level + 1).to_string())));
        if let Some(Cell { stage, likelihood, impact }) = filter.cell {
            let rating = Some(stage).filter(|stage| *stage != Stage::Current);
            query.extend_pairs(rating.map(|stage| ("rating", text_of(&STAGES, &stage))));
            query.append_pair("likelihood", &(likelihood + 1).to_string());
            query.append_pair("impact", &(impact + 1).to_string());
        }
        query.extend_pairs(filter.status.as_ref().map(|status| ("status", text_of(&STATUSES, status))));
        if *sort != Sort::default() {
            query.append_pair("sort", &sort_text(*sort));
        }
        query.extend_pairs(map.map(|stage| ("map", text_of(&STAGES, &stage))));
        query.extend_pairs(Some(("page", page + 1)).filter(|_| *page > 0).map(|(k, n)| (k, n.to_string())));
        finished(query)
    }

    fn of_query(query: &str) -> Self {
        let text = |name: &str| parameter::<String>(query, name);
        let step = |name: &str| parameter::<usize>(query, name).and_then(|n| n.checked_sub(1));
        let stage = |name: &str| text(name).and_then(|stage| value_of(&STAGES, &stage));
        let rating = stage("rating").unwrap_or(Stage::Current);
        let cell = |(likelihood, impact)| Cell { stage: rating, likelihood, impact };
        let filter = Filter {
            text: text("q").unwrap_or_default(),
            partnership: parameter(query, "partnership"),
            category: text("category").map(|id| CategoryId::new(&id)),
            gap: text("without").and_then(|gap| value_of(&GAPS, &gap)),
            level: step("level"),
            cell: step("likelihood").zip(step("impact")).map(cell),
            status: text("status").and_then(|status| value_of(&STATUSES, &status)),
        };
        let sort = text("sort").and_then(|sort| sort_of(&sort)).unwrap_or_default();
        Self { filter, sort, page: step("page").unwrap_or_default(), map: stage("map") }
    }
}

/// The column, with a minus where the largest comes first.
fn sort_text(sort: Sort) -> String {
    let minus = match sort.direction {
        Direction::Ascending => "",
        Direction::Descending => "-",
    };
    format!("{minus}{}", text_of(&COLUMNS, &sort.column))
}

fn sort_of(text: &str) -> Option<Sort> {
    let (direction, column) = match text.strip_prefix('-') {
        Some(column) => (Direction::Descending, column),
        None => (Direction::Ascending, text),
    };
    Some(Sort { column: value_of(&COLUMNS, column)?, direction })
}

#[cfg(test)]
mod tests {
    use partnership_risk_core::catalogue::ControlType;
    use partnership_risk_core::check::Severity;
    use partnership_risk_core::register::{ActionState, ControlState};

    use super::*;

    fn filtered() -> Filter {
        Filter {
            text: "a&b = ü #?".into(),
            partnership: Some(PartnershipId::from_bits(7)),
            category: Some(CategoryId::new("service-gaps")),
            gap: Some(Gap::Owner),
            level: Some(3),
            cell: Some(Cell { stage: Stage::Target, likelihood: 4, impact: 0 }),
            status: Some(Status::Closed),
        }
    }

    #[test]
    fn every_place_is_found_again_at_its_address() {
        let sort = Sort { column: Column::Title, direction: Direction::Ascending };
        for route in [
            Route::Overview,
            Route::Organisation,
            Route::Partnerships(PartnershipView::default()),
            Route::PartnershipAttention,
            Route::Settings,
            Route::MatrixSettings,
            Route::AppetiteSettings,
            Route::SignificanceSettings,
            Route::CategorySettings,
            Route::NewPartnership,
            Route::Partnership(PartnershipId::from_bits(7)),
            Route::PartnershipRisks(PartnershipId::from_bits(7)),
            Route::EditPartnership(PartnershipId::from_bits(7)),
            Route::Risks(RiskView::default()),
            Route::Risks(RiskView { filter: filtered(), sort, page: 3, map: Some(Stage::Inherent) }),
            Route::NewRisk(None),
            Route::NewRisk(Some(PartnershipId::from_bits(7))),
            Route::Risk(RiskId::from_bits(9)),
            Route::Health,
            Route::PartnershipHealth(PartnershipId::from_bits(7)),
            Route::NewHealthCheck(None),
            Route::NewHealthCheck(Some(PartnershipId::from_bits(7))),
            Route::EditHealthCheck(HealthCheckId::from_bits(8)),
            Route::HealthCheck(HealthCheckId::from_bits(8), None),
            Route::HealthCheck(HealthCheckId::from_bits(8), Some(Theme::Agreement)),
            Route::BowTie(RiskId::from_bits(9)),
            Route::Controls(ControlFilter::default()),
            Route::Controls(ControlFilter {
                text: "a&b = ü #?".into(),
                state: Some(ControlState::Degraded),
                kind: Some(ControlType::Detective),
                owner: Some("Head & deputy".into()),
            }),
            Route::NewControl(None),
            Route::NewControl(Some(RiskId::from_bits(9))),
            Route::Control(ControlId::from_bits(3)),
            Route::Actions(ActionFilter::default()),
            Route::Actions(ActionFilter { owner: Some(String::new()), state: Some(ActionState::Done) }),
            Route::NewAction(None),
            Route::NewAction(Some(Serves::Risk(RiskId::from_bits(9)))),
            Route::NewAction(Some(Serves::Control(ControlId::from_bits(3)))),
            Route::NewAction(Some(Serves::Partnership(PartnershipId::from_bits(7)))),
            Route::Action(ActionId::from_bits(4)),
            Route::Losses,
            Route::NewLoss(None),
            Route::NewLoss(Some(PartnershipId::from_bits(7))),
            Route::Loss(LossId::from_bits(5)),
            Route::Benchmark(BenchmarkView::default()),
            Route::Benchmark(BenchmarkView {
                survey: Some(SurveyId::new("aon-au-local-gov-2018")),
                measure: Some(Measure::ShareNaming),
            }),
            Route::Search(String::new()),
            Route::Search("fire & rescue #1".into()),
            Route::History(None),
            Route::History(Some("0000000000007".into())),
            Route::Checks(CheckView::default()),
            Route::Checks(CheckView {
                severity: Some(Severity::Reminder),
                partnership: Some(PartnershipId::from_bits(7)),
            }),
            Route::Waive(WaiverOf { check: "a & b".into(), subject: Subject::Risk(RiskId::from_bits(7)) }),
            Route::Waive(WaiverOf { check: "x".into(), subject: Subject::Loss(LossId::from_bits(7)) }),
            Route::Snapshots(SnapshotView::default()),
            Route::Snapshots(SnapshotView {
                from: Some(SnapshotId::from_bits(1)),
                to: Some(SnapshotId::from_bits(2)),
            }),
            Route::Snapshot(SnapshotId::from_bits(1)),
            Route::Duties(DutyView::default()),
            Route::Duties(DutyView { days: 90 }),
            Route::Views,
            Route::Catalogue,
            Route::Category(CategoryId::new("service-gaps")),
            Route::Suggestions(PartnershipId::from_bits(7)),
            Route::Import,
            Route::About,
        ] {
            assert_eq!(Route::at(&route.to_string()), route);
        }
    }

    #[test]
    fn an_address_that_leads_nowhere_says_so() {
        for address in [
            "#/nowhere",
            "#/risks/x",
            "#/partnerships/1/2/3",
            "#/risks/new/x",
            "#/checks/waive",
            "#/checks/waive?check=owner",
        ] {
            assert_eq!(Route::at(address), Route::NotFound, "{address}");
        }
    }

    #[test]
    fn another_theme_is_another_page_and_another_filter_is_not() {
        let check = |theme| Route::HealthCheck(HealthCheckId::from_bits(8), theme);
        assert!(!check(Some(Theme::Agreement)).is_one_page_with(&check(Some(Theme::Finance))));
        assert!(!check(None).is_one_page_with(&check(Some(Theme::Finance))));
        assert!(!check(None).is_one_page_with(&Route::HealthCheck(HealthCheckId::from_bits(9), None)));
        assert!(check(None).is_one_page_with(&check(None)));
        assert!(!Route::Health.is_one_page_with(&check(None)));
        assert!(Route::risks(filtered()).is_one_page_with(&Route::risks(Filter::default())));
        assert_eq!(Route::at("#/health/0000000000008?theme=nonsense"), check(None));
    }

    #[test]
    fn nonsense_in_a_filter_is_passed_over() {
        let address = "#/risks?level=0&page=-1&sort=nothing&likelihood=9999999999999999999999&status=x";
        assert_eq!(Route::at(address), Route::Risks(RiskView::default()));
    }

    proptest::proptest! {
        #[test]
        fn any_address_leads_somewhere_without_panic(address in ".*") {
            let route = Route::at(&address);
            proptest::prop_assert_eq!(Route::at(&route.to_string()), route);
        }
    }
}
