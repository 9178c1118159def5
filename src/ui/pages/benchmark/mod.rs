//! The benchmark: the register's own league table beside a published one or beside many, what they have in common,
//! how the published world moved, the surveys that all of it rests on, our practice beside what was published of
//! others, and where we stand among peers.

mod agreement;
mod choices;
mod head;
mod movement;
mod own_table;
mod peers;
mod practice;
mod sensitivity;
mod several;
mod side_by_side;
mod spots;
mod survey_facts;
mod surveys;
mod trend;

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::{Whereabouts, welcome};
use crate::app::model::Model;
use crate::app::queries::benchmark::{Benchmark, Compared, benchmark_of};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// What stands where one's own table has no line.
const NOTHING_YET: &str = "Nothing can be compared yet: no open risk has both a rating and a category.";

/// The own league table beside a published one or beside many, and our practice beside published figures.
pub(in crate::ui) fn benchmark_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match (&model.register, &at.here) {
        (Some(register), Route::Benchmark(compared)) => benchmark(register, compared),
        (Some(register), Route::Several(view)) => several::several(register, view),
        (Some(register), Route::Practice) => practice::practice(register, session),
        (_, _) => welcome::welcome(session),
    }
}

/// The surveys, with their forms.
pub(in crate::ui) fn surveys_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match &model.register {
        Some(register) => surveys::survey_page(register, session, at),
        None => welcome::welcome(session),
    }
}

/// Where we stand among peers.
pub(in crate::ui) fn peers_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match (&model.register, &at.here) {
        (Some(register), Route::Peers(view)) => peers::peers(register, &model.peers, *view, session),
        (_, _) => welcome::welcome(session),
    }
}

fn benchmark(register: &Rc<Register>, compared: &Compared) -> Html {
    let found = benchmark_of(register, compared);
    html! {
        <>
            { head::head("Benchmark", &Route::Benchmark(compared.clone())) }
            <p class="lead">{ "Your own league table of categories beside a published one." }</p>
            { found.map(|found| side_by_side(register, compared, &found)).unwrap_or_default() }
            { trend::trend() }
        </>
    }
}

fn side_by_side(register: &Rc<Register>, compared: &Compared, found: &Benchmark) -> Html {
    html! {
        <>
            { choices::choices(register, compared, found) }
            { choices::not_offered(register) }
            { choices::left_out(compared, &found.ours) }
            if found.ours.entries().is_empty() {
                <p>{ NOTHING_YET }</p>
            } else {
                { side_by_side::side_by_side(register, found) }
                { agreement::agreement(found) }
                { sensitivity::sensitivity(register, compared) }
                { movement::movement(found) }
                { spots::spots(found) }
                { own_table::own_table(register, compared, found) }
            }
            { survey_facts::survey_facts(found) }
        </>
    }
}

/// A finding for those who hear the page: what they choose changes it somewhere below.
fn announced(finding: &str) -> Html {
    html! { <p class="hidden" role="status">{ finding.to_owned() }</p> }
}
