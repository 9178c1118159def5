//! Losses that have come about: each with what it cost, what they come to per year and per partnership,
//! and the form for one.

mod form;

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Loss, Register};
use yew::prelude::{Html, html};

use crate::app::queries::losses::{
    LossTotal, financial_year, losses_found, totals_by_partnership, totals_by_year,
};
use crate::ui::components::{Link, button_link, disclosure, link, table_frame};
use crate::ui::pages::heading;
use crate::ui::route::{Route, link_id};

pub(super) use form::LossForm;

/// All losses.
pub(super) fn losses(register: &Register) -> Html {
    html! {
        <>
            <p>{ link(Route::Risks(Default::default()).to_string(), "All risks") }</p>
            <div class="page-head">
                { heading("Losses") }
                { button_link("Add a loss", "button button--primary", Route::NewLoss(None).to_string()) }
            </div>
            <p>{ "What has gone wrong, how often and at what cost: the best evidence for how likely and how grave your risks are." }</p>
            if register.losses().is_empty() {
                <p>{ "There are none yet. Begin with last year\u{2019}s claims, or with what your insurer or your finance team has on file." }</p>
            } else {
                { table_frame("Losses", table(register)) }
                { totals("by-year", "Financial year", "Losses by financial year", &totals_by_year(register)) }
                { totals("by-partnership", "Partnership", "Losses by partnership", &totals_by_partnership(register)) }
                { disclosure("How years are counted", html! {
                    <p>{ "A financial year begins on 1 April: 31 March 2027 belongs to 2026/27. A loss that was entered for a whole year stands at its first day." }</p>
                }) }
            }
        </>
    }
}

fn table(register: &Register) -> Html {
    html! {
        <table class="table table--cards">
            <caption class="hidden">{ "Losses, newest first" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "What happened" }</th>
                    <th scope="col">{ "Date" }</th>
                    <th scope="col">{ "Year" }</th>
                    <th scope="col">{ "Partnership" }</th>
                    <th scope="col">{ "Risk" }</th>
                    <th scope="col" class="table__number">{ "Times" }</th>
                    <th scope="col" class="table__number">{ "Cost" }</th>
                </tr>
            </thead>
            <tbody>
                for loss in losses_found(register) {
                    { row(register, &loss) }
                }
            </tbody>
        </table>
    }
}

fn row(register: &Register, loss: &Loss) -> Html {
    let what = Link {
        id: Some(link_id(&loss.id.to_string()).into()),
        to: Route::Loss(loss.id).to_string().into(),
        text: if loss.what.is_empty() { "Not said".into() } else { loss.what.clone().into() },
        ..Link::default()
    };
    let partnership = register.partnership(loss.partnership).map(|p| p.name.clone()).unwrap_or_default();
    let risk = loss.risk.and_then(|id| register.risk(id));
    html! {
        <tr>
            <th scope="row">{ what.view() }</th>
            <td data-label="Date">{ Date::in_words(loss.date) }</td>
            <td data-label="Year">{ financial_year(loss.date) }</td>
            <td data-label="Partnership">{ link(Route::Partnership(loss.partnership).to_string(), partnership) }</td>
            <td data-label="Risk">
                { risk.map(|risk| link(Route::Risk(risk.id).to_string(), risk.title.clone())).unwrap_or_default() }
            </td>
            <td data-label="Times" class="table__number">{ loss.count }</td>
            <td data-label="Cost" class="table__number">{ loss.cost.to_string() }</td>
        </tr>
    }
}

fn totals(id: &'static str, name: &'static str, caption: &'static str, totals: &[LossTotal]) -> Html {
    let table = html! {
        <table class="table table--cards">
            <caption class="hidden">{ caption }</caption>
            <thead>
                <tr>
                    <th scope="col">{ name }</th>
                    <th scope="col" class="table__number">{ "Times" }</th>
                    <th scope="col" class="table__number">{ "Cost" }</th>
                </tr>
            </thead>
            <tbody>
                for total in totals {
                    <tr>
                        <th scope="row">{ &total.name }</th>
                        <td data-label="Times" class="table__number">{ total.count }</td>
                        <td data-label="Cost" class="table__number">{ total.cost.to_string() }</td>
                    </tr>
                }
            </tbody>
        </table>
    };
    html! { <section aria-labelledby={id}><h2 {id}>{ caption }</h2>{ table_frame(caption, table) }</section> }
}
