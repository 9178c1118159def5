//! The benchmark: the register's own league table beside a published one, what they have in common,
//! how the published world moved, the surveys that all of it rests on, and where we stand among peers.

mod agreement;
mod head;
mod own_table;
mod peers;
mod side_by_side;
mod survey_facts;
mod surveys;
mod trend;

use std::rc::Rc;

use partnership_risk_core::catalogue::{Survey, SurveyId};
use partnership_risk_core::league::Measure;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::filters::{Filters, choosing};
use super::shown::{at_place, place_of};
use super::{Whereabouts, welcome};
use crate::app::model::Model;
use crate::app::queries::benchmark::{Benchmark, benchmark_of, comparable};
use crate::app::queries::risk_table::{Filter, Gap};
use crate::ui::components::{ChoiceItem, link};
use crate::ui::route::{BenchmarkView, Route};
use crate::ui::session::Session;
use crate::ui::words::count;

/// The benchmark.
pub(in crate::ui) fn benchmark_page(model: &Model, session: &Session, at: &Whereabouts) -> Html {
    match (&model.register, &at.here) {
        (None, _) => welcome::welcome(session),
        (Some(register), Route::Benchmark(view)) => benchmark(register, view),
        (Some(register), Route::Peers(view)) => peers::peers(register, &model.peers, *view, session),
        (Some(register), _) => surveys::survey_page(register, session, at),
    }
}

fn benchmark(register: &Register, view: &BenchmarkView) -> Html {
    let found = benchmark_of(register, view.survey.as_ref(), view.measure);
    html! {
        <>
            { head::head("Benchmark", &Route::Benchmark(view.clone())) }
            <p class="lead">{ "Your own league table of categories beside a published one." }</p>
            { found.map(|found| compared(register, view, &found)).unwrap_or_default() }
            { trend::trend() }
        </>
    }
}

fn compared(register: &Register, view: &BenchmarkView, found: &Benchmark) -> Html {
    html! {
        <>
            { choices(register, view, found) }
            { left_out(found) }
            if found.ours.entries().is_empty() {
                <p>{ "Nothing can be compared yet: no open risk has both a rating and a category." }</p>
            } else {
                { side_by_side::side_by_side(register, found) }
                { agreement::agreement(found) }
                { own_table::own_table(register, found) }
            }
            { survey_facts::survey_facts(found) }
        </>
    }
}

/// Which survey, and which measure of one's own.
fn choices(register: &Register, view: &BenchmarkView, found: &Benchmark) -> Html {
    let filters = Filters { view: view.clone(), to: Route::Benchmark };
    let survey = |survey: Rc<Survey>| ChoiceItem::new(survey.id().to_string(), survey_facts::name(&survey));
    let surveys = comparable(register).into_iter().map(survey).collect();
    let measures = ChoiceItem::numbered(Measure::ALL.into_iter().map(Measure::name));
    let measure = place_of(&Measure::ALL, Some(&found.ours.measure()));
    let fields = html! {
        <>
            { filters.choice(("survey", "Published table"), found.survey.id().to_string(), (None, surveys),
                |view, id| view.survey = Some(SurveyId::new(id))) }
            { filters.choice(("measure", "Your table is ranked by"), measure, (None, measures),
                |view, place| view.measure = at_place(&Measure::ALL, place)) }
        </>
    };
    choosing("What is compared", fields)
}

/// What the own table leaves out, so that nothing is dropped in silence.
fn left_out(benchmark: &Benchmark) -> Html {
    let basis = benchmark.ours.basis();
    if basis.uncategorised + basis.unrated == 0 {
        return Html::default();
    }
    let line = |n: usize, what: &str, gap: Gap| {
        let to = Route::risks(Filter { gap: Some(gap), ..Filter::default() }).to_string();
        let text = [&count(n, "open risk has", "open risks have"), what].concat();
        if n > 0 {
            html! { <li>{ link(to, text) }</li> }
        } else {
            Html::default()
        }
    };
    html! {
        <div class="inset">
            <p>{ "Left out of your table:" }</p>
            <ul>
                { line(basis.uncategorised, " no category", Gap::Category) }
                { line(basis.unrated, " no current rating", Gap::Rating) }
            </ul>
        </div>
    }
}
