//! What controls are worth: what each saves for what it costs, and which to buy for a budget.

use std::rc::Rc;

use partnership_risk_core::decimal;
use partnership_risk_core::loss::{Measure, Method, Spend};
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::{choices, head, nothing_yet};
use crate::app::queries::cost::{
    Among, CostView, Purchase, Worth, WorthLine, purchase, worth, year_of_losses,
};
use crate::ui::components::{ChoiceItem, Head, TableRow, link, table};
use crate::ui::pages::filters::{Filters, choosing};
use crate::ui::pages::shown::{at_place, place_of};
use crate::ui::route::Route;
use crate::ui::words::{count, in_a_row, pounds};

/// The page.
pub(super) fn controls_page(register: &Rc<Register>, view: &CostView) -> Html {
    let year = year_of_losses(register, view);
    let filters = Filters { view: view.clone(), to: Route::CostControls };
    html! {
        <>
            { head::head("What controls are worth", &Route::CostControls(view.clone()), view) }
            { choices::fields(&filters, register, choices::measure(&filters)) }
            { choices::left_out(&year) }
            if year.risks.is_empty() {
                { nothing_yet() }
            } else if year.switches.is_empty() {
                { no_controls() }
            } else {
                { each(view.measure, &worth(register, view)) }
                { budget(register, view, &filters) }
            }
        </>
    }
}

fn no_controls() -> Html {
    let to = Route::Controls(Default::default()).to_string();
    html! { <p>{ "No control says yet by how much it makes these risks rarer or cheaper. Open one and say so beside each risk that it serves. " }{ link(to, "All controls") }</p> }
}

fn each(measure: Measure, worth: &Worth) -> Html {
    let heads = [
        Head::text("Control"),
        Head::text("State"),
        Head::number("Saves a year"),
        Head::number("Costs a year"),
        Head::number("Left of the saving"),
        Head::number("Return on what is spent"),
    ];
    let rows = worth.lines.iter().map(|line| row(measure, line)).collect();
    html! {
        <section aria-labelledby="each">
            <h2 id="each">{ title(measure, worth) }</h2>
            <p class="note">{ saved(measure) }{ " A control that operates is weighed by what would be lost without it; one that does not, by what it would add. What a control cost to build is spread over the years that it lasts." }</p>
            { table("What each control is worth", &heads, rows) }
        </section>
    }
}

fn title(measure: Measure, worth: &Worth) -> String {
    let spend = worth.together.of_all(measure);
    let saving = pounds(spend.saving());
    match spend.return_on_spend() {
        _ if worth.together.each.is_empty() => "No control operates yet".to_owned(),
        Some(rate) => format!("Controls that operate save {saving} a year: {}", returned(rate)),
        None => format!("Controls that operate save {saving} a year"),
    }
}

fn returned(rate: f64) -> String {
    format!("each pound spent brings {} back", back(rate))
}

/// What comes back for a pound: itself and the return on it.
fn back(rate: f64) -> String {
    format!("\u{a3}{}", decimal::short(rate + 1.0, 2))
}

fn saved(measure: Measure) -> &'static str {
    match measure {
        Measure::Mean => "Savings are those of the expected loss of a year.",
        Measure::Tail => "Savings are those of the average loss of the worst year in twenty.",
    }
}

fn row(measure: Measure, line: &WorthLine) -> TableRow {
    let spend = line.spend(measure);
    let unknown = || "\u{2013}".to_owned();
    let cells = vec![
        link(Route::Control(line.id).to_string(), line.name.clone()),
        if line.is_operating { "Operating" } else { "Not operating" }.into(),
        pounds(spend.saving()).into(),
        line.yearly_cost.map_or_else(|| "Not known".to_owned(), |cost| pounds(cost.pounds())).into(),
        spend.net_saving().map_or_else(unknown, pounds).into(),
        rate(&spend).into(),
    ];
    TableRow::of(line.id, cells)
}

fn rate(spend: &Spend) -> String {
    spend.return_on_spend().map_or_else(|| "\u{2013}".to_owned(), |rate| decimal::short(rate, 2))
}

fn budget(register: &Rc<Register>, view: &CostView, filters: &Filters<CostView>) -> Html {
    html! {
        <section aria-labelledby="budget">
            <h2 id="budget">{ "Which controls to buy for a budget" }</h2>
            <p class="note">{ "The set that leaves most of its saving once it is paid for, within the budget. Controls on one risk are weighed together, since each takes from what the others leave." }</p>
            { choosing("Budget", html! { <>{ amount(filters) }{ among(filters) }</> }) }
            { bought(register, view) }
        </section>
    }
}

fn amount(filters: &Filters<CostView>) -> Html {
    let view = &filters.view;
    let typed = (&*view.budget, view.spendable().err());
    filters.typed(("budget-amount", "Budget a year in pounds"), typed, |view, text| view.budget = text)
}

fn among(filters: &Filters<CostView>) -> Html {
    let name = |among: Among| match among {
        Among::Planned => "Controls that do not operate yet",
        Among::All => "All controls, as if none were there",
    };
    let items = ChoiceItem::numbered(Among::ALL.into_iter().map(name));
    filters.choice(
        ("among", "Choose among"),
        place_of(&Among::ALL, Some(&filters.view.among)),
        (None, items),
        |view, place| {
            view.among = at_place(&Among::ALL, place).unwrap_or_default();
        },
    )
}

fn bought(register: &Rc<Register>, view: &CostView) -> Html {
    let found = purchase(register, view);
    match &*found {
        Some(purchase) => html! { <>{ answer(purchase) }{ list(purchase) }</> },
        None if view.spendable().is_ok_and(|budget| budget.is_some()) => {
            html! { <p role="status">{ "There is no control to choose from: all operate." }</p> }
        }
        None => html! { <p role="status">{ "Enter a budget to see which controls to buy." }</p> },
    }
}

fn answer(purchase: &Purchase) -> Html {
    let best = &purchase.best;
    let spend = best.spend;
    let said = if best.places.is_empty() {
        "Nothing that the budget can pay for saves more than it costs.".to_owned()
    } else {
        let n = count(best.places.len(), "control", "controls");
        let cost = spend.yearly_cost.unwrap_or_default().in_words();
        let saving = pounds(spend.saving());
        let rate = spend.return_on_spend().map(|rate| format!("; {}", returned(rate))).unwrap_or_default();
        format!("{n} for {cost} a year, which save {saving}{rate}.")
    };
    html! { <p class="lead" role="status">{ said }</p> }
}

fn list(purchase: &Purchase) -> Html {
    let name = |place: &usize| purchase.candidates.get(*place);
    let item =
        |(id, name): &(_, String)| html! { <li>{ link(Route::Control(*id).to_string(), name.clone()) }</li> };
    let unpriced: Vec<String> =
        purchase.best.without_cost.iter().filter_map(name).map(|(_, name)| name.clone()).collect();
    html! {
        <>
            <ul>{ for purchase.best.places.iter().filter_map(name).map(item) }</ul>
            <p class="note">{ method(purchase.best.method) }</p>
            if !unpriced.is_empty() {
                <p class="note">{ format!("Not looked at, since nobody has said what it costs: {}.", in_a_row(&unpriced)) }</p>
            }
        </>
    }
}

fn method(method: Method) -> &'static str {
    match method {
        Method::Exact => "All sets were weighed or ruled out: no other within the budget is better.",
        Method::CutOff => {
            "There are too many sets to weigh them all: this is the best of those that were, and a better one may exist."
        }
    }
}
