//! The benchmark: the register's own league table beside a published one, what they have in common,
//! and how the published world moved.

mod agreement;
mod own_table;
mod side_by_side;
mod survey_facts;
mod trend;

use std::rc::Rc;

use partnership_risk_core::catalogue::{Survey, SurveyId};
use partnership_risk_core::league::Measure;
use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, Properties, component, html, use_memo};

use super::form::go;
use crate::app::queries::benchmark::{Benchmark, benchmark, comparable};
use crate::app::queries::risk_table::{Filter, Gap};
use crate::ui::components::{Choice, ChoiceItem, Link};
use crate::ui::route::{BenchmarkView, Route};
use crate::ui::words::count;

use agreement::Agreement;
use own_table::OwnTable;
use side_by_side::SideBySide;
use survey_facts::SurveyFacts;
use trend::Trend;

/// Props of [`BenchmarkPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What is compared with what.
    pub view: BenchmarkView,
}

/// The benchmark.
#[component]
pub fn BenchmarkPage(props: &Props) -> Html {
    let found = use_memo((props.register.clone(), props.view.clone()), |(register, view)| {
        benchmark(register, view.survey.as_ref(), view.measure).map(Rc::new)
    });
    html! {
        <>
            <h1 tabindex="-1">{ "Benchmark" }</h1>
            <p class="lead">{ "Your own league table of categories beside a published one." }</p>
            if let Some(found) = &*found {
                <Choices view={props.view.clone()} benchmark={found.clone()} />
                { left_out(found) }
                if found.ours.entries().is_empty() {
                    <p>{ "Nothing can be compared yet: no open risk has both a rating and a category." }</p>
                } else {
                    <SideBySide benchmark={found.clone()} />
                    <Agreement benchmark={found.clone()} />
                    <OwnTable benchmark={found.clone()} register={props.register.clone()} />
                }
                <SurveyFacts benchmark={found.clone()} />
            }
            <Trend />
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ChoicesProps {
    view: BenchmarkView,
    benchmark: Rc<Benchmark>,
}

/// Which survey, and which measure of one's own.
#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let ChoicesProps { view, benchmark } = props;
    let surveys = use_memo((), |()| survey_items());
    let measures = use_memo((), |()| Rc::<[_]>::from(ChoiceItem::numbered(&Measure::ALL, Measure::name)));
    let measure = Measure::ALL.iter().position(|&m| m == benchmark.ours.measure()).unwrap_or_default();
    let choose_survey = going(view, |view, id| view.survey = Some(SurveyId::new(&id)));
    let choose_measure = going(view, |view, place| {
        view.measure = place.parse().ok().and_then(|place: usize| Measure::ALL.get(place).copied());
    });
    html! {
        <form class="filters" aria-label="What is compared" onsubmit={|e: yew::SubmitEvent| e.prevent_default()}>
            <Choice
                id="survey" label="Published table" value={benchmark.survey.id().to_string()}
                items={(*surveys).clone()} on_choose={choose_survey}
            />
            <Choice
                id="measure" label="Your table is ranked by" value={measure.to_string()}
                items={(*measures).clone()} on_choose={choose_measure}
            />
        </form>
    }
}

fn survey_items() -> Rc<[ChoiceItem]> {
    let item = |survey: &Rc<Survey>| ChoiceItem::new(survey.id().to_string(), survey_facts::name(survey));
    comparable().iter().map(item).collect()
}

fn going(view: &BenchmarkView, set: fn(&mut BenchmarkView, String)) -> Callback<String> {
    let view = view.clone();
    Callback::from(move |chosen| {
        let mut next = view.clone();
        set(&mut next, chosen);
        go(&Route::Benchmark(next));
    })
}

/// What the own table leaves out, so that nothing is dropped in silence.
fn left_out(benchmark: &Benchmark) -> Html {
    let basis = benchmark.ours.basis();
    let to = |gap: Gap| Route::risks(Filter { gap: Some(gap), ..Filter::default() }).to_string();
    let line = |n: usize, what: &'static str, gap: Gap| {
        (n > 0).then(|| html! {
            <li><Link to={to(gap)}>{ format!("{} {what}", count(n, "open risk has", "open risks have")) }</Link></li>
        })
    };
    let lines: Vec<Html> = [
        line(basis.uncategorised, "no category", Gap::Category),
        line(basis.unrated, "no current rating", Gap::Rating),
    ]
    .into_iter()
    .flatten()
    .collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! { <div class="inset"><p>{ "Left out of your table:" }</p><ul>{ for lines }</ul></div> }
}
