//! The live partnerships at a glance.

use partnership_risk_core::money::Pence;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use crate::app::queries::attention::Attention;
use crate::app::queries::lack::Lack;
use crate::app::queries::partnerships::PartnershipFilter;
use crate::app::queries::portfolio::{KindLine, Portfolio, Total, portfolio_of};
use crate::ui::components::{Figure, Head, Link, TableRow, disclosure, figures, link, table};
use crate::ui::route::Route;
use crate::ui::words::{count, grouped};

/// The live partnerships at a glance.
pub(super) fn glance(register: &Register, attention: &Attention) -> Html {
    let portfolio = portfolio_of(register);
    html! {
        <section aria-labelledby="glance">
            <h2 id="glance">{ "At a glance" }</h2>
            { numbers(&portfolio) }
            { to_do(&portfolio, attention) }
            { disclosure("Live partnerships by form", by_kind(&portfolio)) }
            { where_from() }
        </section>
    }
}

fn numbers(portfolio: &Portfolio) -> Html {
    let Portfolio { n_live, annual_budget, our_contribution, staff_days, streams, .. } = portfolio;
    let live = link(Route::partnerships(PartnershipFilter::live()).to_string(), grouped(*n_live));
    let figure = |name, total: Option<String>, n_known| Figure {
        name,
        value: html! { total.unwrap_or_else(|| "Not known".to_owned()) },
        note: known(n_known, *n_live).into(),
    };
    let number = |name, total: &Total<u64>| {
        let sum = || grouped(usize::try_from(total.sum).unwrap_or(usize::MAX));
        figure(name, (total.n_known > 0).then(sum), total.n_known)
    };
    figures(vec![
        Figure { name: "Live partnerships", value: live, note: "Proposed or active".into() },
        figure("Annual budget", in_words(annual_budget), annual_budget.n_known),
        figure("Our contribution a year", in_words(our_contribution), our_contribution.n_known),
        number("Our staff days a year", staff_days),
        number("Funding streams", streams),
    ])
}

fn in_words(total: &Total<Pence>) -> Option<String> {
    (total.n_known > 0).then(|| total.sum.in_words())
}

/// How many of the partnerships a sum is of.
fn known(n_known: usize, n: usize) -> String {
    match n_known {
        0 => String::new(),
        all if all == n => "All of them say".to_owned(),
        some => format!("{} of {} say", grouped(some), grouped(n)),
    }
}

/// What nobody has seen to, with the way to each.
fn to_do(portfolio: &Portfolio, attention: &Attention) -> Html {
    let lacking: Vec<_> = portfolio.lacking.iter().filter(|(_, n)| *n > 0).collect();
    if portfolio.n_live == 0 {
        return Html::default();
    }
    if lacking.is_empty() && attention.first.is_empty() {
        return html! {
            <p>{ "Every live partnership has a signed agreement, a lead, an accountable officer and a word on how it adds value, and no major one is weak or unchecked." }</p>
        };
    }
    html! {
        <ul class="task-list">
            if !attention.first.is_empty() {
                <li class="task-list__item">{ first(attention.first.len()) }</li>
            }
            { for lacking.into_iter().map(|(lack, n)| task(*lack, *n)) }
        </ul>
    }
}

fn first(n: usize) -> Html {
    let (partnerships, are) =
        (count(n, "major partnership", "major partnerships"), if n == 1 { "is" } else { "are" });
    link(Route::PartnershipAttention.to_string(), format!("{partnerships} {are} weak or never checked"))
}

fn task(lack: Lack, n: usize) -> Html {
    let filter = PartnershipFilter { lack: Some(lack), ..PartnershipFilter::live() };
    let text = format!("{} {}", count(n, "partnership", "partnerships"), without(lack));
    html! { <li class="task-list__item">{ link(Route::partnerships(filter).to_string(), text) }</li> }
}

fn without(lack: Lack) -> &'static str {
    match lack {
        Lack::Agreement => "without an agreement known to be signed by all",
        Lack::Lead => "that nobody leads",
        Lack::Accountable => "without an accountable officer",
        Lack::Value => "without a word on how they add value",
        Lack::Purpose => "without a purpose",
        Lack::Objectives => "without objectives",
        Lack::Partners => "without a named partner",
        Lack::Budget => "without a known budget",
        Lack::Contribution => "without a known contribution",
        Lack::OverspendRules => "with a pooled budget and no known rules for an overspend",
        Lack::Review => "without a date for the next review",
        Lack::Risk => "without a risk",
    }
}

fn by_kind(portfolio: &Portfolio) -> Html {
    let heads = [
        Head::text("Form"),
        Head::number("Partnerships"),
        Head::number("Annual budget"),
        Head::number("Our contribution"),
    ];
    table("Live partnerships by form", &heads, portfolio.by_kind.iter().map(kind_row).collect())
}

fn kind_row(line: &KindLine) -> TableRow {
    let filter = PartnershipFilter { kind: Some(line.kind), ..PartnershipFilter::live() };
    let name = format!("{}, {}", count(line.n, "partnership", "partnerships"), line.kind.name());
    let n = Link {
        to: Route::partnerships(filter).to_string().into(),
        text: grouped(line.n).into(),
        name: Some(name.into()),
        ..Link::default()
    };
    let amount = |total: Total<Pence>| {
        if total.n_known > 0 { total.sum.to_string() } else { "Not known".to_owned() }
    };
    TableRow::new(vec![
        line.kind.name().into(),
        n.view(),
        amount(line.annual_budget).into(),
        amount(line.our_contribution).into(),
    ])
}

fn where_from() -> Html {
    let content = html! {
        <p>{ "Counted are the partnerships that are proposed or active. Each sum is of those that say something; the rest are left out, not guessed. Money of one partnership may pass through another, so a sum of budgets is not what is spent." }</p>
    };
    disclosure("Where these figures come from", content)
}
