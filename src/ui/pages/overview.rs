//! What needs attention today, the gravest risks, and the register at a glance.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, Properties, component, html, use_memo};

use super::risks::RiskTable;
use super::shown::band;
use crate::app::queries::overview::{Overview, ToDo, overview};
use crate::app::queries::risk_table::{Filter, Gap, Row, Sort, rows};
use crate::ui::components::Link;
use crate::ui::route::{BenchmarkView, RiskView, Route};
use crate::ui::words::count;

/// How many of the gravest risks are shown.
const GRAVEST: usize = 5;

/// Props of [`OverviewPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
}

/// What needs attention today.
#[component]
pub fn OverviewPage(props: &Props) -> Html {
    let register = &props.register;
    let overview = use_memo(register.clone(), |register| overview(register));
    let gravest = use_memo(register.clone(), |register| {
        let rated =
            rows(register, &Filter::default(), Sort::default()).into_iter().filter(|r| r.place.is_some());
        Rc::<[Row]>::from(rated.take(GRAVEST).collect::<Vec<_>>())
    });
    html! {
        <>
            <h1 tabindex="-1">{ &register.organisation().name }</h1>
            { source(register) }
            if overview.n_risks == 0 {
                { first_steps(&overview) }
            } else {
                { to_do(register, &overview) }
                <h2>{ "Gravest risks" }</h2>
                <RiskTable register={register.clone()} rows={(*gravest).clone()} />
                <p><Link to={Route::Risks(RiskView::default()).to_string()}>{ "All risks and the heat map" }</Link></p>
                { glance(register, &overview) }
                <h2>{ "How do you compare?" }</h2>
                <p>
                    { "In Alarm\u{2019}s survey of public bodies, the risks of partnerships rose from 4th of the top five in 2003 to 2nd in 2006. " }
                    <Link to={Route::Benchmark(BenchmarkView::default()).to_string()}>
                        { "Set your own league table beside a published one" }
                    </Link>
                </p>
            }
        </>
    }
}

/// Whose published register this is, where it is not one's own.
fn source(register: &Register) -> Html {
    let source = &register.organisation().published_source;
    if source.is_empty() {
        return Html::default();
    }
    html! {
        <p class="inset">
            { "A published register, shown as a worked example. The ratings are as published; the categories are our reading. " }
            <Link to={source.clone()}>{ "Source" }</Link>
        </p>
    }
}

/// What to do first, while there is nothing to show.
fn first_steps(overview: &Overview) -> Html {
    html! {
        <>
            <p class="lead">{ "Your register is ready and empty." }</p>
            <ol class="steps">
                if overview.n_partnerships == 0 {
                    <li><Link to={Route::NewPartnership.to_string()}>{ "Add your first partnership" }</Link></li>
                }
                <li><Link to={Route::NewRisk(None).to_string()}>{ "Add its risks" }</Link></li>
                <li>
                    { "Or " }<Link to={Route::Import.to_string()}>{ "import the spreadsheet you have" }</Link>
                </li>
            </ol>
        </>
    }
}

fn to_do(register: &Register, overview: &Overview) -> Html {
    if overview.to_do.is_empty() {
        return html! { <p class="lead">{ "Every open risk is rated, owned, categorised and decided." }</p> };
    }
    html! {
        <section aria-labelledby="to-do">
            <h2 id="to-do">{ "What needs attention" }</h2>
            <ul class="task-list">
                for item in &overview.to_do {
                    <li class="task-list__item" key={item.count()}>{ task(register, *item) }</li>
                }
            </ul>
        </section>
    }
}

fn task(register: &Register, item: ToDo) -> Html {
    let n = item.count();
    let lacking = |gap: Gap| Route::risks(Filter { gap: Some(gap), ..Filter::default() });
    let risks = count(n, "risk", "risks");
    let partnerships = count(n, "partnership", "partnerships");
    let top = register.matrix().levels().len() - 1;
    let (text, to) = match item {
        ToDo::Undecided(_) => {
            let filter = Filter { level: Some(top), gap: Some(Gap::Treatment), ..Filter::default() };
            (format!("{risks} at the highest level with no treatment decided"), Route::risks(filter))
        }
        ToDo::Unrated(_) => (format!("{risks} not rated"), lacking(Gap::Rating)),
        ToDo::Unowned(_) => (format!("{risks} without an owner"), lacking(Gap::Owner)),
        ToDo::Uncategorised(_) => {
            (format!("{risks} without a category, which the benchmark leaves out"), lacking(Gap::Category))
        }
        ToDo::Unled(_) => (format!("{partnerships} that nobody leads"), Route::Partnerships),
        ToDo::Riskless(_) => (format!("{partnerships} without a risk"), Route::Partnerships),
    };
    html! { <Link to={to.to_string()}>{ text }</Link> }
}

/// The register in numbers.
fn glance(register: &Register, overview: &Overview) -> Html {
    let levels = register.matrix().levels();
    let line = |(index, n): (usize, &usize)| {
        let to = Route::risks(Filter { level: Some(index), ..Filter::default() }).to_string();
        html! {
            <tr key={index}>
                <th scope="row">{ band(&levels[index]) }</th>
                <td class="table__number"><Link {to}>{ count(*n, "risk", "risks") }</Link></td>
                <td>{ &levels[index].response }</td>
            </tr>
        }
    };
    html! {
        <>
            <h2>{ "At a glance" }</h2>
            <p>{ format!("{} in {}.", count(overview.n_risks, "risk", "risks"), count(overview.n_partnerships, "partnership", "partnerships")) }</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label="Open risks by level">
                <table class="table">
                    <caption class="hidden">{ "Open risks by level" }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ "Level" }</th>
                            <th scope="col" class="table__number">{ "Open risks" }</th>
                            <th scope="col">{ "What is expected" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for overview.by_level.iter().enumerate().rev().map(line) }</tbody>
                </table>
            </div>
        </>
    }
}
