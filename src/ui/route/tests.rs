//! Every place is found again at its address, and nothing in an address is an error.

use partnership_risk_core::catalogue::{ControlType, Extent, SurveySector, Unit};
use partnership_risk_core::check::Severity;
use partnership_risk_core::cost::Slice;
use partnership_risk_core::league::{Measure, Part};
use partnership_risk_core::register::{ActionState, ControlState, Kind, Sector, Stage, Status};

use super::*;
use crate::app::queries::comparing::{DifferenceFilter, What};
use crate::app::queries::cost::{Among, By};
use crate::app::queries::past_losses::{LossesOf, Period, Unseen};
use crate::app::queries::risk_table::{Cell, Column, Gap, Sort};
use crate::app::queries::sort::Direction;
use crate::app::queries::surveys::Whose;

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
        Route::DriverSettings,
        Route::Copies,
        Route::Storage,
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
        Route::PartnershipTrend(PartnershipId::from_bits(7)),
        Route::Share(None),
        Route::Share(Some(PartnershipId::from_bits(7))),
        Route::Shared(String::new()),
        Route::Shared("p1Ab-_9".into()),
        Route::NewQuestionnaire(PartnershipId::from_bits(7)),
        Route::Questionnaire(String::new()),
        Route::Questionnaire("q1Ab-_9".into()),
        Route::Answers(String::new()),
        Route::Answers("a1Ab-_9".into()),
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
        Route::Cost(CostView::default()),
        Route::Cost(CostView {
            slice: Slice::Partnership(PartnershipId::from_bits(7)),
            switched: vec![ControlId::from_bits(3), ControlId::from_bits(4)],
            is_log: true,
            by: By::Partnership,
            measure: partnership_risk_core::loss::Measure::Tail,
            budget: "1.5m & more".into(),
            among: Among::All,
        }),
        Route::CostShares(CostView::default()),
        Route::CostControls(CostView { among: Among::All, ..CostView::default() }),
        Route::CostLosses(LossesView::default()),
        Route::CostLosses(LossesView {
            of: LossesOf::Risk(RiskId::from_bits(9)),
            unseen: Unseen::Quiet,
            before: Some(Period::of(2003)),
            after: Some(Period { first: 2005, last: 2007 }),
        }),
        Route::CostLosses(LossesView {
            of: LossesOf::Partnership(PartnershipId::from_bits(7)),
            ..LossesView::default()
        }),
        Route::PartnershipCost(PartnershipId::from_bits(7)),
        Route::Cost(CostView {
            slice: Slice::Category(CategoryId::new("service-gaps")),
            ..CostView::default()
        }),
        Route::Cost(CostView { slice: Slice::Risk(RiskId::from_bits(9)), ..CostView::default() }),
        Route::Benchmark(Compared::default()),
        Route::Benchmark(Compared {
            survey: Some(SurveyId::new("aon-au-local-gov-2018")),
            measure: Some(Measure::ShareNaming),
            part: Part::OfKind(Kind::PooledBudget),
            snapshot: Some(SnapshotId::from_bits(7)),
        }),
        Route::Benchmark(Compared { part: Part::WithPartnerFrom(Sector::Fire), ..Compared::default() }),
        Route::Several(SeveralView::default()),
        Route::Several(SeveralView {
            measure: Some(Measure::AboveAppetite),
            sector: Some(SurveySector::LocalGovernment),
            extent: Some(Extent::Complete),
        }),
        Route::Practice,
        Route::Peers(PeersView::default()),
        Route::Peers(PeersView { sector: Some(Sector::Fire) }),
        Route::Surveys(SurveyFilter::default()),
        Route::Surveys(SurveyFilter {
            text: "a&b = ü #?".into(),
            sector: Some(SurveySector::LocalGovernment),
            year: Some(2018),
            extent: Some(Extent::Partial),
            unit: Some(Unit::MeanScore),
            whose: Some(Whose::Own),
        }),
        Route::Survey(SurveyId::new("aon-2025"), None),
        Route::Survey(SurveyId::new("aon-2025"), Some(SurveyId::new("aon-2023"))),
        Route::NewSurvey(None),
        Route::NewSurvey(Some(SurveyId::new("aon-2025"))),
        Route::EditSurvey(SurveyId::new("own-county")),
        Route::SurveyCrosswalk(SurveyId::new("aon-2025")),
        Route::Search(String::new()),
        Route::Search("fire & rescue #1".into()),
        Route::History(None),
        Route::History(Some(Subject::Organisation)),
        Route::History(Some(Subject::Partnership(PartnershipId::from_bits(7)))),
        Route::History(Some(Subject::Risk(RiskId::from_bits(7)))),
        Route::History(Some(Subject::Control(ControlId::from_bits(7)))),
        Route::History(Some(Subject::Action(ActionId::from_bits(7)))),
        Route::History(Some(Subject::Loss(LossId::from_bits(7)))),
        Route::History(Some(Subject::HealthCheck(HealthCheckId::from_bits(7)))),
        Route::History(Some(Subject::Snapshot(SnapshotId::from_bits(7)))),
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
        Route::Export,
        Route::Merge(MergeView::default()),
        Route::Merge(MergeView { list: Some(MergeList::Ours), page: 2 }),
        Route::CompareFiles(CompareView::default()),
        Route::CompareFiles(CompareView {
            filter: DifferenceFilter { kind: Some("health check".into()), what: Some(What::Removed) },
            page: 1,
        }),
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
fn another_theme_or_thing_is_another_page_and_another_filter_is_not() {
    let check = |theme| Route::HealthCheck(HealthCheckId::from_bits(8), theme);
    assert!(!check(Some(Theme::Agreement)).is_one_page_with(&check(Some(Theme::Finance))));
    assert!(!check(None).is_one_page_with(&check(Some(Theme::Finance))));
    assert!(!check(None).is_one_page_with(&Route::HealthCheck(HealthCheckId::from_bits(9), None)));
    assert!(check(None).is_one_page_with(&check(None)));
    assert!(!Route::Health.is_one_page_with(&check(None)));
    assert!(Route::risks(filtered()).is_one_page_with(&Route::risks(Filter::default())));
    let control = |bits| Route::Control(ControlId::from_bits(bits));
    assert!(!control(1).is_one_page_with(&control(2)));
    assert!(!Route::History(None).is_one_page_with(&Route::History(Some(Subject::Organisation))));
    let survey = |id: &str, with: Option<&str>| Route::Survey(SurveyId::new(id), with.map(SurveyId::new));
    assert!(survey("a", None).is_one_page_with(&survey("a", Some("b"))));
    assert!(!survey("a", None).is_one_page_with(&survey("b", None)));
    assert!(Route::Search("a".into()).is_one_page_with(&Route::Search(String::new())));
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
