//! Good practice: each indicator as our partnerships show it, beside what was published of others. All of them as one
//! picture are in `picture`, one of them in words in `one`, and whose turn it is in `turn`.

mod one;
mod picture;
mod turn;

use partnership_risk_core::catalogue::Fact;
use partnership_risk_core::league::practice::Indicator;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::head::head;
use crate::app::queries::practice::{PracticeLine, line_of, practice_lines};
use crate::ui::components::link;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::percent;

/// The two indicators that stand side by side: they speak of the same fact.
const SIDE_BY_SIDE: [Indicator; 2] = [Indicator::ProblemsWithoutAgreement, Indicator::ProblemsWithAgreement];

/// Good practice.
pub(super) fn practice(register: &Register, session: &Session) -> Html {
    let lines = practice_lines(register, session.world.clock.today());
    html! {
        <>
            { head("Good practice", &Route::Practice) }
            if register.partnerships().iter().any(|partnership| partnership.is_live()) {
                <p class="lead">{ lead(&lines) }</p>
                <p>{ "Your proposed and active partnerships, each counted once, beside figures that were published of others. A partnership of which it is not known counts in no share and is listed apart." }</p>
                { picture::picture(&lines) }
                { for lines.iter().filter(|line| !is_beside_another(line)).map(|line| alone(register, line)) }
                { side_by_side(register, &lines) }
            } else {
                { nothing_yet() }
            }
        </>
    }
}

fn nothing_yet() -> Html {
    html! {
        <>
            <p class="lead">{ "There is no practice to look at yet: the register has no partnership that is proposed or active." }</p>
            <p>{ link(Route::NewPartnership.to_string(), "Add a partnership first") }</p>
        </>
    }
}

/// The finding that the page begins with: the figure that made the case for managing risk in partnerships.
fn lead(lines: &[PracticeLine]) -> String {
    let line = line_of(lines, Indicator::RiskManagement);
    let ours = line.and_then(one::share_said).map_or_else(
        || "Nobody has said yet where risk management is in place".to_owned(),
        |said| format!("Risk management is in place in {said}"),
    );
    let published = line.and_then(|line| Some((line.fact.as_ref()?, line.practice.indicator.published()?)));
    match published {
        Some((fact, figure)) => {
            let (year, share) = (fact.year, percent(figure.share));
            format!("{ours}; the Alarm and Audit Commission survey of {year} found it in {share} of bodies.")
        }
        None => format!("{ours}."),
    }
}

fn is_beside_another(line: &PracticeLine) -> bool {
    SIDE_BY_SIDE.contains(&line.practice.indicator)
}

/// One indicator with a section of its own.
fn alone(register: &Register, line: &PracticeLine) -> Html {
    let id = one::id(line);
    html! {
        <section aria-labelledby={id}>
            <h2 {id}>{ line.practice.indicator.name() }</h2>
            { line.fact.as_ref().map(said).unwrap_or_default() }
            { one::one(register, line) }
        </section>
    }
}

/// What happens without an agreement beside what happens with one.
fn side_by_side(register: &Register, lines: &[PracticeLine]) -> Html {
    let both = SIDE_BY_SIDE.into_iter().filter_map(|indicator| line_of(lines, indicator));
    let fact = both.clone().find_map(|line| line.fact.as_ref());
    let column = |line: &PracticeLine| {
        html! { <div><h3>{ line.practice.indicator.name() }</h3>{ one::one(register, line) }</div> }
    };
    html! {
        <section aria-labelledby="agreements-help">
            <h2 id="agreements-help">{ "Problems with and without an agreement" }</h2>
            { fact.map(said).unwrap_or_default() }
            <div class="columns">{ for both.map(column) }</div>
        </section>
    }
}

/// What was published, and by whom.
fn said(fact: &Fact) -> Html {
    html! { <p>{ &fact.statement }<span class="citation">{ " " }{ &fact.source }{ "." }</span></p> }
}
