//! All that is known of a partnership, in groups.

use partnership_risk_core::date::Date;
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{Agreement, Funding, Known, Partner, Partnership, Value};
use partnership_risk_core::share::Share;
use yew::prelude::{Html, html};

use crate::ui::components::{Head, SummaryRow, TableRow, summary_list, table};
use crate::ui::words::grouped;

/// All that is known of a partnership, in groups.
pub(super) fn facts(partnership: &Partnership) -> Html {
    html! {
        <>
            { group("What it is", essentials(partnership)) }
            { group("What it achieves", value(partnership)) }
            <h2>{ "Partners" }</h2>
            { partners(&partnership.partners) }
            { group("Money", money(&partnership.funding)) }
            { group("Agreement", agreement(&partnership.agreement)) }
            { group("Dates and stage", dates(partnership)) }
            if !partnership.notes.is_empty() {
                <h2>{ "Notes" }</h2>
                { lines(&partnership.notes) }
            }
        </>
    }
}

fn group(title: &'static str, rows: Vec<SummaryRow>) -> Html {
    html! { <><h2>{ title }</h2>{ summary_list(rows) }</> }
}

fn essentials(partnership: &Partnership) -> Vec<SummaryRow> {
    vec![
        SummaryRow::text("Form", partnership.kind.name()),
        SummaryRow::text("Status", partnership.status.name()),
        long("Purpose", &partnership.purpose),
        SummaryRow::text("Lead officer", named(&partnership.lead_officer)),
        SummaryRow::text("Who is in charge", named(&partnership.accountable_officer)),
    ]
}

fn value(partnership: &Partnership) -> Vec<SummaryRow> {
    let Value { inputs, staff_days, outputs, outcomes, alternatives } = &partnership.value;
    let days = staff_days.map(|days| grouped(days as usize));
    vec![
        SummaryRow { name: "Objectives", value: objectives(&partnership.objectives) },
        long("What is put in", inputs),
        SummaryRow::text("Our staff days a year", &days.unwrap_or_default()),
        long("What it produces", outputs),
        long("What changes for people", outcomes),
        long("The alternatives", alternatives),
    ]
}

fn money(funding: &Funding) -> Vec<SummaryRow> {
    let Funding { annual_budget, our_contribution, streams, pooled, overspend_rules } = funding;
    let amount = |amount: &Option<Pence>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    vec![
        SummaryRow::text("Annual budget", &amount(annual_budget)),
        SummaryRow::text("Our contribution a year", &amount(our_contribution)),
        SummaryRow::text("Funding streams", &streams.map(|n| n.to_string()).unwrap_or_default()),
        SummaryRow::text("In one pooled budget", known(pooled.name())),
        SummaryRow::text("Rules for an overspend", known(overspend_rules.name())),
    ]
}

fn agreement(agreement: &Agreement) -> Vec<SummaryRow> {
    vec![
        SummaryRow::text("Form of the agreement", known(agreement.form.name())),
        SummaryRow::text("What each partner delivers", known(agreement.deliverables.name())),
        SummaryRow::text("How performance is measured", known(agreement.measures.name())),
        SummaryRow::text("Who bears which risk", known(agreement.risk_sharing.name())),
        SummaryRow::text("How a partner leaves", known(agreement.exit.name())),
        day("Signed", agreement.signed),
        day("Last refreshed", agreement.refreshed),
        day("Review due", agreement.review_due),
    ]
}

fn dates(partnership: &Partnership) -> Vec<SummaryRow> {
    vec![
        day("Start", partnership.start),
        day("End", partnership.end),
        day("Next review", partnership.next_review),
        SummaryRow::text(
            "Stage of its life",
            partnership.stage.map(|stage| stage.name()).unwrap_or_default(),
        ),
    ]
}

/// What a form calls "I do not know", as somebody else says it.
fn known(name: &str) -> &str {
    if name == Known::NotKnown.name() { "Not known" } else { name }
}

fn named(officer: &str) -> &str {
    if officer.is_empty() { "Nobody named" } else { officer }
}

fn day(name: &'static str, day: Option<Date>) -> SummaryRow {
    SummaryRow::text(name, &day.map(Date::in_words).unwrap_or_default())
}

/// A text that may have several lines.
fn long(name: &'static str, text: &str) -> SummaryRow {
    if text.is_empty() { SummaryRow::text(name, "") } else { SummaryRow { name, value: lines(text) } }
}

fn lines(text: &str) -> Html {
    html! { <>{ for text.lines().map(|line| html! { <p>{ line }</p> }) }</> }
}

fn objectives(text: &str) -> Html {
    if text.is_empty() {
        return html! { "\u{2013}" };
    }
    html! { <ul>{ for text.lines().map(|line| html! { <li>{ line }</li> }) }</ul> }
}

fn partners(partners: &[Partner]) -> Html {
    if partners.is_empty() {
        return html! { <p>{ "No partner is named yet." }</p> };
    }
    let heads = [
        Head::text("Partner"),
        Head::text("Kind of body"),
        Head::text("What it does here"),
        Head::number("Share of the money"),
        Head::number("Share of a loss"),
    ];
    table("Partners", &heads, partners.iter().map(partner).collect())
}

fn partner(partner: &Partner) -> TableRow {
    let share = |share: Option<Share>| share.map_or_else(|| "\u{2013}".to_owned(), |s| s.to_string());
    let name = html! {
        <>
            { &partner.name }
            if partner.is_dominant {
                <span class="table__status">{ "dominant" }</span>
            }
        </>
    };
    TableRow::new(vec![
        name,
        partner.sector.name().into(),
        partner.role.name().into(),
        share(partner.money_share).into(),
        share(partner.loss_share).into(),
    ])
}
