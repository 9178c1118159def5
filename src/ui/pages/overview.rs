//! What needs attention today, the gravest risks, and the register at a glance.

use std::rc::Rc;

use partnership_risk_core::date::Date;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::finding_address::finding_link;
use super::risk_table::{how_scores_are, risk_table};
use super::shown::level;
use super::{Whereabouts, heading};
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::queries::benchmark::Compared;
use crate::app::queries::findings::findings_of;
use crate::app::queries::lack::Lack;
use crate::app::queries::overview::{Overview, ToDo, overview_of};
use crate::app::queries::partnerships::PartnershipFilter;
use crate::app::queries::risk_table::{Filter, Gap, Row, Sort, rows};
use crate::ui::components::{Button, ButtonKind, link, table_frame};
use crate::ui::route::{CheckView, RiskView, Route};
use crate::ui::session::Session;
use crate::ui::words::count;

/// How many findings of the checks are shown.
const PRESSING: usize = 5;

/// How many of the gravest risks are shown.
const GRAVEST: usize = 5;

/// What needs attention today.
pub(in crate::ui) fn overview_page(model: &Model, session: &Session, _: &Whereabouts) -> Html {
    model.register.as_ref().map(|register| overview(register, session)).unwrap_or_default()
}

fn overview(register: &Rc<Register>, session: &Session) -> Html {
    let overview = overview_of(register);
    html! {
        <>
            { heading(&register.organisation().name) }
            { source(register, session) }
            if overview.n_risks == 0 {
                { first_steps(&overview) }
            } else {
                { to_do(register, &overview) }
                { pressing(register, session.world.clock.today()) }
                { gravest(register) }
                { glance(register, &overview) }
                { how_do_you_compare() }
            }
        </>
    }
}

/// That the register is not one's own, where it is an example, and the way to begin one's own.
fn source(register: &Register, session: &Session) -> Html {
    let organisation = register.organisation();
    let source = &organisation.published_source;
    if organisation.is_example {
        let what = "This is a worked example with an invented council. Look around and change what you like. Clear it to start your own register.";
        return not_ones_own(html! { { what } }, session);
    }
    if source.is_empty() {
        return Html::default();
    }
    let what = html! {
        <>
            { "A published register, shown as a worked example. The ratings are as published; the categories are our reading. " }
            { link(source.clone(), "Source") }
        </>
    };
    not_ones_own(what, session)
}

fn not_ones_own(what: Html, session: &Session) -> Html {
    let clear = Button {
        kind: ButtonKind::Quiet,
        label: "Clear the example".into(),
        on_press: session.telling(|| Event::RegisterCleared),
        changes: true,
        ..Button::default()
    };
    html! {
        <div class="inset">
            <p>{ what }</p>
            { clear.view() }
        </div>
    }
}

/// What to do first, while there is nothing to show.
fn first_steps(overview: &Overview) -> Html {
    html! {
        <>
            <p class="lead">{ "Your register is ready and empty." }</p>
            <ol>
                if overview.n_partnerships == 0 {
                    <li>{ link(Route::NewPartnership.to_string(), "Add your first partnership") }</li>
                }
                <li>{ link(Route::NewRisk(None).to_string(), "Add its risks") }</li>
                <li>{ "Or " }{ link(Route::Import.to_string(), "import the spreadsheet you have") }</li>
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
                    <li class="task-list__item">{ task(register, *item) }</li>
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
            ([&risks, " at the highest level with no treatment decided"].concat(), Route::risks(filter))
        }
        ToDo::Unrated(_) => ([&risks, " not rated"].concat(), lacking(Gap::Rating)),
        ToDo::Unowned(_) => ([&risks, " without an owner"].concat(), lacking(Gap::Owner)),
        ToDo::Uncategorised(_) => {
            ([&risks, " without a category, which the benchmark leaves out"].concat(), lacking(Gap::Category))
        }
        ToDo::Unled(_) => ([&partnerships, " that nobody leads"].concat(), partnerships_without(Lack::Lead)),
        ToDo::Riskless(_) => ([&partnerships, " without a risk"].concat(), partnerships_without(Lack::Risk)),
    };
    link(to.to_string(), text)
}

fn partnerships_without(lack: Lack) -> Route {
    Route::partnerships(PartnershipFilter { lack: Some(lack), ..PartnershipFilter::default() })
}

/// What the checks have found, the most severe first.
fn pressing(register: &Rc<Register>, today: Date) -> Html {
    let open = &findings_of(register, today).open;
    if open.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="pressing">
            <h2 id="pressing">{ "What the checks found" }</h2>
            <ul class="task-list">
                for finding in open.iter().take(PRESSING) {
                    <li class="task-list__item">{ finding_link(finding) }</li>
                }
            </ul>
            <p>{ link(Route::Checks(CheckView::default()).to_string(), all_findings(open.len())) }</p>
        </section>
    }
}

fn all_findings(n: usize) -> String {
    if n == 1 {
        "More on this finding".to_owned()
    } else {
        format!("All {}", count(n, "finding", "findings"))
    }
}

fn gravest(register: &Register) -> Html {
    let rated = rows(register, &Filter::default(), Sort::default()).into_iter().filter(|r| r.place.is_some());
    let gravest: Vec<Row> = rated.take(GRAVEST).collect();
    html! {
        <>
            <h2>{ "Gravest risks" }</h2>
            { risk_table(register, &gravest, None) }
            { how_scores_are() }
            <p>{ link(Route::Risks(RiskView::default()).to_string(), "All risks and the heat map") }</p>
        </>
    }
}

/// The register in numbers.
fn glance(register: &Register, overview: &Overview) -> Html {
    let risks = count(overview.n_risks, "risk", "risks");
    let partnerships = count(overview.n_partnerships, "partnership", "partnerships");
    html! {
        <>
            <h2>{ "At a glance" }</h2>
            <p>{ format!("{risks} in {partnerships}.") }</p>
            { table_frame("Open risks by level", by_level(register, overview)) }
        </>
    }
}

fn by_level(register: &Register, overview: &Overview) -> Html {
    let levels = register.matrix().levels();
    let line = |(index, n): (usize, &usize)| {
        let to = Route::risks(Filter { level: Some(index), ..Filter::default() }).to_string();
        html! {
            <tr>
                <th scope="row">{ level(&levels[index]) }</th>
                <td class="table__number">{ link(to, count(*n, "risk", "risks")) }</td>
                <td>{ &levels[index].response }</td>
            </tr>
        }
    };
    html! {
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
    }
}

fn how_do_you_compare() -> Html {
    let benchmark = Route::Benchmark(Compared::default()).to_string();
    html! {
        <>
            <h2>{ "How do you compare?" }</h2>
            <p>
                { "In Alarm\u{2019}s survey of public bodies, the risks of partnerships rose from 4th of the top five in 2003 to 2nd in 2006. " }
                { link(benchmark, "Set your own league table beside a published one") }
            </p>
        </>
    }
}
