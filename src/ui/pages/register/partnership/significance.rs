//! How much a partnership matters: which of the body's criteria it meets, which not, which cannot be told,
//! and why.

use partnership_risk_core::date::Date;
use partnership_risk_core::register::{Criterion, Partnership, Register, Test};
use yew::prelude::{Html, html};

use crate::ui::components::{Head, TableRow, disclosure, table};
use crate::ui::words::count;

/// How much a partnership matters, and why.
pub(super) fn significance(register: &Register, partnership: &Partnership) -> Html {
    let rules = &register.organisation().significance;
    let verdict = rules.verdict(register, partnership);
    let n_met = verdict.met.iter().filter(|met| **met == Some(true)).count();
    let n_open = verdict.met.iter().filter(|met| met.is_none()).count();
    let row = |(criterion, met): (&Criterion, &Option<bool>)| row(register, partnership, criterion, *met);
    let rows = rules.criteria.iter().zip(&verdict.met).map(row).collect();
    let heads = ["Criterion", "Met?", "Why"].map(Head::text);
    html! {
        <section aria-labelledby="significance">
            <h2 id="significance">{ "Significance: " }{ verdict.rank.name() }</h2>
            <p>{ format!("It meets {n_met} of {}.", count(rules.criteria.len(), "criterion", "criteria")) }</p>
            if n_open > 0 {
                <p>{ format!("{} cannot be told yet and {} as not met.", count(n_open, "criterion", "criteria"),
                    if n_open == 1 { "counts" } else { "count" }) }</p>
            }
            { table("Criteria of significance", &heads, rows) }
            { disclosure("Where this comes from", html! { <p>{ how(register) }</p> }) }
        </section>
    }
}

fn how(register: &Register) -> String {
    let rules = &register.organisation().significance;
    format!(
        "Your organisation sets the criteria. From {} met, a partnership is moderate; from {}, major; below that, limited.",
        rules.moderate_from, rules.major_from
    )
}

fn row(register: &Register, partnership: &Partnership, criterion: &Criterion, met: Option<bool>) -> TableRow {
    let said = match met {
        Some(true) => "Met",
        Some(false) => "Not met",
        None => "Not known",
    };
    let why = why(register, partnership, criterion.test, met);
    TableRow::new(vec![(&criterion.name).into(), said.into(), why.into()])
}

/// What of the partnership decides.
fn why(register: &Register, partnership: &Partnership, test: Test, met: Option<bool>) -> String {
    let is_met = met == Some(true);
    match test {
        Test::AnnualCost(_) => cost(partnership),
        Test::TermYears(_) => term(partnership),
        Test::HighRisk => {
            let highest = register.matrix().levels().last().map_or("", |level| &level.name);
            let which = if is_met { "An" } else { "No" };
            format!("{which} open risk stands at \u{201c}{highest}\u{201d}")
        }
        Test::Judged if is_met => "Somebody has judged that it does".to_owned(),
        Test::Judged => "Nobody has judged that it does".to_owned(),
    }
}

fn cost(partnership: &Partnership) -> String {
    let funding = &partnership.funding;
    match (funding.our_contribution, funding.annual_budget) {
        (Some(ours), _) => format!("Our contribution is {ours} a year"),
        (None, Some(budget)) => format!("Our contribution is not known; the annual budget is {budget}"),
        (None, None) => "Neither our contribution nor the annual budget is known".to_owned(),
    }
}

fn term(partnership: &Partnership) -> String {
    let day = |day: Option<Date>| day.map(Date::in_words);
    match (day(partnership.start), day(partnership.end)) {
        (Some(start), Some(end)) => format!("It runs from {start} to {end}"),
        (Some(start), None) => format!("It began on {start}; its end is not known"),
        (None, Some(end)) => format!("It runs to {end}; its start is not known"),
        (None, None) => "Neither its start nor its end is known".to_owned(),
    }
}
