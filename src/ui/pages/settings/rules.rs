//! All the rules in a few words, each with the way to change it.

use std::rc::Rc;

use partnership_risk_core::register::{AppetiteLevel, Organisation, OwnDriver, Register, TolerancePoint};
use partnership_risk_core::scale::{Level, Matrix};
use yew::prelude::{Html, html};

use super::matrix::downloads;
use crate::app::queries::appetite::above;
use crate::app::queries::drivers::pulled;
use crate::ui::components::{Link, SummaryRow, link, summary_list};
use crate::ui::pages::heading;
use crate::ui::pages::shown::level;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::count;

/// All the rules.
pub(super) fn rules(register: &Rc<Register>, session: &Session) -> Html {
    let organisation = register.organisation();
    html! {
        <>
            { heading("Settings") }
            <p class="lead">{ format!("The rules by which {} judges its partnerships and their risks.", organisation.name) }</p>
            { section("Organisation", Route::Organisation, body(organisation)) }
            { section("Risk matrix", Route::MatrixSettings, matrix(register.matrix())) }
            { downloads(register, session) }
            { section("Risk appetite", Route::AppetiteSettings, appetite(register)) }
            { section("Significance", Route::SignificanceSettings, significance(organisation)) }
            { section("Your own categories", Route::CategorySettings, categories(organisation)) }
            { section("Shared drivers", Route::DriverSettings, drivers(register)) }
            <h2>{ "This browser" }</h2>
            <p>{ link(Route::Storage.to_string(), "What is kept in this browser") }</p>
            <p>{ "Copies of this register are made in this browser while you work. " }{ link(Route::Copies.to_string(), "See the copies") }</p>
        </>
    }
}

fn section(title: &'static str, to: Route, rows: Vec<SummaryRow>) -> Html {
    let change = Link {
        to: to.to_string().into(),
        text: "Change".into(),
        name: Some(format!("Change: {title}").into()),
        ..Link::default()
    };
    html! {
        <>
            <div class="page-head"><h2>{ title }</h2>{ change.view() }</div>
            { summary_list(rows) }
        </>
    }
}

fn body(organisation: &Organisation) -> Vec<SummaryRow> {
    vec![
        SummaryRow::text("Name", &organisation.name),
        SummaryRow::text("Kind of body", organisation.sector.name()),
        SummaryRow::text("Handling", &organisation.handling),
    ]
}

fn matrix(matrix: &Matrix) -> Vec<SummaryRow> {
    let band = |one: &Level| html! { <>{ level(one) }{ " " }</> };
    let levels = html! { <>{ for matrix.levels().iter().map(band) }</> };
    vec![
        SummaryRow::text("Name", matrix.name()),
        SummaryRow::text("Likelihood", &matrix.likelihood().labels().join(", ")),
        SummaryRow::text("Impact", &matrix.impact().labels().join(", ")),
        SummaryRow { name: "Levels", value: levels },
    ]
}

fn appetite(register: &Register) -> Vec<SummaryRow> {
    let appetite = &register.organisation().appetite;
    let levels = register.matrix().levels();
    let tolerated = |kind: AppetiteLevel| {
        let level = appetite.tolerated[kind as usize].min(levels.len() - 1);
        format!("{}: up to {}", kind.name(), levels[level].name)
    };
    let tolerated: Vec<String> = AppetiteLevel::ALL.into_iter().map(tolerated).collect();
    let apart = count(appetite.by_category.len(), "category", "categories");
    let point = |point: &TolerancePoint| {
        format!("more than {} at most {} a year", point.loss.in_words(), point.chance)
    };
    let losses: Vec<String> = appetite.tolerance.iter().map(point).collect();
    vec![
        SummaryRow::text("Usual appetite", appetite.usual.name()),
        SummaryRow::text("With another appetite", &apart),
        SummaryRow::text("Highest level tolerated", &tolerated.join("; ")),
        SummaryRow::text("Losses tolerated", &losses.join("; ")),
        SummaryRow::text("Above it now", &count(above(register, appetite).len(), "open risk", "open risks")),
    ]
}

fn significance(organisation: &Organisation) -> Vec<SummaryRow> {
    let significance = &organisation.significance;
    let criteria: Vec<&str> = significance.criteria.iter().map(|criterion| &*criterion.name).collect();
    let met = |n: usize| format!("{} or more met", count(n, "criterion", "criteria"));
    vec![
        SummaryRow {
            name: "Criteria",
            value: html! { <ul>{ for criteria.iter().map(|name| html! { <li>{ *name }</li> }) }</ul> },
        },
        SummaryRow::text("Moderate", &met(significance.moderate_from)),
        SummaryRow::text("Major", &met(significance.major_from)),
    ]
}

fn categories(organisation: &Organisation) -> Vec<SummaryRow> {
    let names: Vec<&str> = organisation.categories.iter().map(|category| &*category.name).collect();
    let names =
        if names.is_empty() { "None: the seventeen built-in ones".to_owned() } else { names.join(", ") };
    vec![SummaryRow::text("Categories", &names)]
}

fn drivers(register: &Register) -> Vec<SummaryRow> {
    let told = |driver: &OwnDriver| {
        let n = pulled(register, &driver.id).len();
        format!("{} ({})", driver.name, count(n, "risk", "risks"))
    };
    let told: Vec<String> = register.organisation().drivers.iter().map(told).collect();
    let told =
        if told.is_empty() { "None: risks are taken to be independent".to_owned() } else { told.join(", ") };
    vec![SummaryRow::text("Drivers", &told)]
}
