//! Losses that have come about: each with what it cost, what they come to per year and per partnership,
//! and the form for one.

mod form;

use std::rc::Rc;

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Loss, Register};
use yew::prelude::{Html, html};

use crate::app::queries::losses::{
    LossTotal, financial_year, losses_found, totals_by_partnership, totals_by_year,
};
use crate::ui::components::{Head, TableRow, button_link, disclosure, link, table};
use crate::ui::pages::first_and_rest::first_and_rest;
use crate::ui::pages::heading;
use crate::ui::pages::shown::entry_link;
use crate::ui::route::Route;

pub(super) use form::LossForm;

/// All losses.
pub(super) fn losses(register: &Rc<Register>) -> Html {
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
                <p>{ link(Route::CostLosses(Default::default()).to_string(), "What they say: how often, at what cost, and what has changed") }</p>
                { loss_table(register) }
                { totals("by-year", "Financial year", "Losses by financial year", &totals_by_year(register)) }
                { totals("by-partnership", "Partnership", "Losses by partnership", &totals_by_partnership(register)) }
                { disclosure("How years are counted", html! {
                    <p>{ "A financial year begins on 1 April: 31 March 2027 belongs to 2026/27. A loss that was entered for a whole year stands at its first day." }</p>
                }) }
            }
        </>
    }
}

fn loss_table(register: &Rc<Register>) -> Html {
    let known = register.clone();
    first_and_rest("Losses, newest first", &losses_found(register), move |name, some| {
        table(name, &LOSS_HEADS, some.iter().map(|loss| row(&known, loss)).collect())
    })
}

const LOSS_HEADS: [Head; 7] = [
    Head::text("What happened"),
    Head::text("Date"),
    Head::text("Year"),
    Head::text("Partnership"),
    Head::text("Risk"),
    Head::number("Times"),
    Head::number("Cost"),
];

fn row(register: &Register, loss: &Loss) -> TableRow {
    let what = if loss.what.is_empty() { "Not said" } else { &loss.what };
    let partnership = register.partnership(loss.partnership).map(|p| p.name.clone()).unwrap_or_default();
    let risk = loss.risk.and_then(|id| register.risk(id));
    let cells = vec![
        entry_link(&Route::Loss(loss.id), what.to_owned()),
        Date::in_words(loss.date).into(),
        financial_year(loss.date).into(),
        link(Route::Partnership(loss.partnership).to_string(), partnership),
        risk.map(|risk| link(Route::Risk(risk.id).to_string(), risk.title.clone())).unwrap_or_default(),
        loss.count.into(),
        loss.cost.into(),
    ];
    TableRow::of(loss.id, cells)
}

fn totals(id: &'static str, name: &'static str, caption: &'static str, totals: &[LossTotal]) -> Html {
    let row =
        |total: &LossTotal| TableRow::new(vec![(&total.name).into(), total.count.into(), total.cost.into()]);
    let heads = [Head::text(name), Head::number("Times"), Head::number("Cost")];
    let table = table(caption, &heads, totals.iter().map(row).collect());
    html! { <section aria-labelledby={id}><h2 {id}>{ caption }</h2>{ table }</section> }
}
