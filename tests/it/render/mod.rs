//! Every page as a person finds it, rendered on the host.

mod benchmark;
mod catalogue;
mod copies;
mod cost;
mod every_page;
mod file;
mod first_figures;
mod health;
mod hostile_text;
mod import;
mod messages;
mod partnership;
mod partnerships;
mod past_losses;
mod peers;
mod practice;
mod records;
mod register;
mod risk_work;
mod settings;
mod several;
mod sharing;
mod storage;
mod surveys;
mod visit;

use partnership_risk::app::queries::past_losses::{LossesOf, LossesView, Unseen};
use partnership_risk::ui::route::{Route, WaiverOf};
use partnership_risk_core::catalogue::{SurveyId, categories};
use partnership_risk_core::example::marlshire;
use partnership_risk_core::health::Theme;
use partnership_risk_core::register::Subject;

use crate::desk::{Desk, FIFE_CSV};
use crate::screen::Screen;

/// Every place there is, at a desk where a register is open.
fn places(desk: &Desk) -> Vec<String> {
    let partnership = desk.register().partnerships()[0].id;
    let risk = desk.register().risks()[0].id;
    let mut places = vec![
        Route::Overview,
        Route::Organisation,
        Route::Partnerships(Default::default()),
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
        Route::Partnership(partnership),
        Route::PartnershipRisks(partnership),
        Route::EditPartnership(partnership),
        Route::Risks(Default::default()),
        Route::NewRisk(None),
        Route::Risk(risk),
        Route::Health,
        Route::PartnershipHealth(partnership),
        Route::PartnershipTrend(partnership),
        Route::NewHealthCheck(Some(partnership)),
        Route::BowTie(risk),
        Route::Controls(Default::default()),
        Route::NewControl(Some(risk)),
        Route::Actions(Default::default()),
        Route::NewAction(None),
        Route::Losses,
        Route::NewLoss(None),
        Route::Cost(Default::default()),
        Route::CostShares(Default::default()),
        Route::CostControls(Default::default()),
        Route::CostLosses(Default::default()),
        Route::CostLosses(LossesView {
            of: LossesOf::Partnership(partnership),
            unseen: Unseen::Quiet,
            ..LossesView::default()
        }),
        Route::PartnershipCost(partnership),
        Route::Benchmark(Default::default()),
        Route::Several(Default::default()),
        Route::Practice,
        Route::Peers(Default::default()),
        Route::Surveys(Default::default()),
        Route::Survey(SurveyId::new("aon-2025"), None),
        Route::Survey(SurveyId::new("wef-2026-2y"), Some(SurveyId::new("wef-2025-2y"))),
        Route::NewSurvey(None),
        Route::NewSurvey(Some(SurveyId::new("aon-2025"))),
        Route::SurveyCrosswalk(SurveyId::new("aon-2025")),
        Route::Search("a".into()),
        Route::History(None),
        Route::History(Some(Subject::Risk(risk))),
        Route::Checks(Default::default()),
        Route::Waive(WaiverOf { check: "risk-without-owner".into(), subject: Subject::Risk(risk) }),
        Route::Snapshots(Default::default()),
        Route::Duties(Default::default()),
        Route::Views,
        Route::Catalogue,
        Route::Category(categories()[0].id.clone()),
        Route::Suggestions(partnership),
        Route::File,
        Route::Import,
        Route::Export,
        Route::Share(None),
        Route::Share(Some(partnership)),
        Route::Shared(String::new()),
        Route::NewQuestionnaire(partnership),
        Route::Questionnaire(String::new()),
        Route::Answers(String::new()),
        Route::Merge(Default::default()),
        Route::CompareFiles(Default::default()),
        Route::About,
        Route::NotFound,
    ];
    for survey in desk.register().surveys() {
        places.push(Route::Survey(survey.id().clone(), None));
        places.push(Route::EditSurvey(survey.id().clone()));
        places.push(Route::SurveyCrosswalk(survey.id().clone()));
    }
    for check in desk.register().health_checks() {
        places.push(Route::HealthCheck(check.id, None));
        places.push(Route::HealthCheck(check.id, Some(Theme::Agreement)));
        places.push(Route::EditHealthCheck(check.id));
    }
    places.iter().map(ToString::to_string).collect()
}

/// Every page in every state that looks different, each with what it is for a failing test.
fn every_page() -> Vec<(String, Screen)> {
    let desks = [
        ("example", Desk::with_example()),
        ("checked", health::checked()),
        ("invented council", Desk::with_register(marlshire())),
        ("own survey", surveys::with_own_survey()),
        ("kept", records::with_everything_kept()),
        ("import", Desk::with_example().chooses("fife.csv", FIFE_CSV.as_bytes())),
        ("faulty import", Desk::with_example().chooses("x.csv", b"Risk,L,I\na,9,NaN\n,1,1\n")),
    ];
    let mut pages = Vec::new();
    for (name, desk) in &desks {
        let screen = |place: &String| (format!("{name} {place}"), Screen::at(desk, place));
        pages.extend(places(desk).iter().map(screen));
    }
    pages.extend(copies::pages());
    let merged = peers::merged(40);
    for place in ["#/benchmark/peers", "#/benchmark/peers?sector=police"] {
        pages.push((format!("merged {place}"), Screen::at(&merged, place)));
    }
    for (state, desk) in file::states() {
        pages.push((format!("{state} #/file"), Screen::at(&desk, "#/file")));
    }
    for (desk, place) in sharing::arrived() {
        let name = place.chars().take(20).collect();
        pages.push((name, Screen::at(&desk, &place)));
    }
    let stranger = Desk::new();
    for place in [
        "#/",
        "#/organisation",
        "#/file",
        "#/import",
        "#/about",
        "#/risks",
        "#/share",
        "#/answers",
        "#/nowhere",
    ] {
        pages.push((format!("first visit {place}"), Screen::at(&stranger, place)));
    }
    pages
}
