//! Which drivers of the organisation pull a risk, and how strongly.

use partnership_risk_core::loss::FrequencyKind;
use partnership_risk_core::register::OwnDriver;
use yew::prelude::{Html, html};

use crate::app::drafts::{RiskDraft, pull_field};
use crate::ui::components::{TextField, link};
use crate::ui::pages::form::Form;
use crate::ui::route::Route;

/// A share for each driver where the rate is steady, and else why there is none; always one node of the page.
pub(super) fn pulls(form: &Form<RiskDraft>, drivers: &[OwnDriver], kind: FrequencyKind) -> Html {
    let to_drivers = link(Route::DriverSettings.to_string(), "Shared drivers");
    let content = match kind {
        _ if drivers.is_empty() => Html::default(),
        FrequencyKind::Poisson => shares(form, drivers, to_drivers),
        FrequencyKind::Bernoulli | FrequencyKind::NegativeBinomial => html! {
            <p class="note">{ "Only events at a steady rate can come at the pace of a driver: this risk stands apart from them. " }{ to_drivers }</p>
        },
    };
    html! { <div>{ content }</div> }
}

fn shares(form: &Form<RiskDraft>, drivers: &[OwnDriver], to_drivers: Html) -> Html {
    html! {
        <fieldset class="rule">
            <legend>{ "What it has in common with other risks" }</legend>
            <p class="note">{ "The share of its events, in per cent, that come at the pace of each driver; leave empty what does not move it. " }{ to_drivers }</p>
            { for drivers.iter().enumerate().map(|(at, driver)| share(form, at, driver)) }
        </fieldset>
    }
}

fn share(form: &Form<RiskDraft>, at: usize, driver: &OwnDriver) -> Html {
    let id = driver.id.clone();
    TextField {
        id: pull_field(at).into(),
        label: driver.name.clone().into(),
        value: form.draft().quantification.pull(&driver.id).to_owned().into(),
        problem: form.problems().at(&pull_field(at)),
        number: true,
        on_input: form.changing(move |draft, typed| draft.quantification.set_pull(&id, typed)),
        ..TextField::default()
    }
    .view()
}
