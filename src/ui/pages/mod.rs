//! One module for each place, and the frame around them all. Pages read the model through queries and
//! say what happened; how a piece looks is the components' business.

mod about;
mod attention;
mod benchmark;
mod form;
mod frame;
mod import;
mod organisation;
mod overview;
mod partnership;
mod partnership_form;
mod partnerships;
mod rating_fields;
mod risk_form;
mod risks;
mod shown;
mod welcome;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, Properties, component, html};

pub use frame::Frame;

use super::route::Route;
use super::session::use_register;

/// Props of [`Page`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// Where the person is.
    pub route: Route,
    /// Where they came from, to go back to.
    pub from: Option<Route>,
}

/// The page at a place.
#[component]
pub fn Page(props: &Props) -> Html {
    let Some(register) = use_register() else {
        return without_register(&props.route);
    };
    let back = props.from.clone();
    match props.route.clone() {
        Route::Overview => html! { <overview::OverviewPage {register} /> },
        Route::Organisation => html! { <organisation::OrganisationPage register={Some(register)} /> },
        Route::Partnerships => html! { <partnerships::PartnershipsPage {register} /> },
        Route::NewPartnership => html! { <partnership_form::PartnershipForm {register} {back} id={None} /> },
        Route::Partnership(id) => html! { <partnership::PartnershipPage {register} {id} /> },
        Route::EditPartnership(id) => {
            html! { <partnership_form::PartnershipForm key={id.to_string()} {register} {back} id={Some(id)} /> }
        }
        Route::Risks(view) => html! { <risks::RisksPage {register} {view} /> },
        Route::NewRisk(partnership) => {
            html! { <risk_form::RiskForm key="new" {register} {back} subject={risk_form::Subject::New(partnership)} /> }
        }
        Route::Risk(id) => {
            html! { <risk_form::RiskForm key={id.to_string()} {register} {back} subject={risk_form::Subject::Existing(id)} /> }
        }
        Route::Benchmark(view) => html! { <benchmark::BenchmarkPage {register} {view} /> },
        Route::Import => html! { <import::ImportPage /> },
        Route::About => html! { <about::AboutPage /> },
        Route::NotFound => html! { <NotFound /> },
    }
}

/// What can be seen before there is a register.
fn without_register(route: &Route) -> Html {
    match route {
        Route::Organisation => html! { <organisation::OrganisationPage register={None} /> },
        Route::Import => html! { <import::ImportPage /> },
        Route::About => html! { <about::AboutPage /> },
        Route::NotFound => html! { <NotFound /> },
        Route::Overview
        | Route::Partnerships
        | Route::NewPartnership
        | Route::Partnership(_)
        | Route::EditPartnership(_)
        | Route::Risks(_)
        | Route::NewRisk(_)
        | Route::Risk(_)
        | Route::Benchmark(_) => html! { <welcome::Welcome /> },
    }
}

/// The name of a place, for the browser's tab.
#[must_use]
pub fn title(route: &Route, register: Option<&Register>) -> String {
    let place = match route {
        Route::Overview => "Overview".to_owned(),
        Route::Organisation => "Your organisation".to_owned(),
        Route::Partnerships => "Partnerships".to_owned(),
        Route::NewPartnership => "New partnership".to_owned(),
        Route::Partnership(id) | Route::EditPartnership(id) => register
            .and_then(|r| r.partnership(*id))
            .map_or_else(|| "Partnership".to_owned(), |p| p.name.clone()),
        Route::Risks(_) => "Risks".to_owned(),
        Route::NewRisk(_) => "New risk".to_owned(),
        Route::Risk(id) => {
            register.and_then(|r| r.risk(*id)).map_or_else(|| "Risk".to_owned(), |r| r.title.clone())
        }
        Route::Benchmark(_) => "Benchmark".to_owned(),
        Route::Import => "Import a spreadsheet".to_owned(),
        Route::About => "About".to_owned(),
        Route::NotFound => "Not found".to_owned(),
    };
    format!("{place} \u{2013} Partnership Risk Calculator")
}

/// An address that leads nowhere.
#[component]
fn NotFound() -> Html {
    html! {
        <>
            <h1 tabindex="-1">{ "There is nothing at this address" }</h1>
            <p>{ "It may have been deleted, or the address is not complete." }</p>
            <p><a href={Route::Overview.to_string()}>{ "Go to the overview" }</a></p>
        </>
    }
}
