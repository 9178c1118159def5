//! One survey: everything that is known of it, its table, its other editions, its crosswalk, and what can be done
//! with it.

use std::rc::Rc;

use partnership_risk_core::catalogue::{Survey, SurveyId};
use partnership_risk_core::register::{Change, Register};
use yew::prelude::{Callback, Html, html};

use super::super::head::benchmark_tabs;
use super::super::survey_facts::facts;
use super::{crosswalk, editions, table};
use crate::app::queries::benchmark::{Compared, is_comparable};
use crate::app::queries::surveys::SurveyFilter;
use crate::app::tasks;
use crate::app::world::World;
use crate::ui::components::{Button, ButtonKind, button_link, link};
use crate::ui::pages::form::{go, quoted};
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::session::Session;

/// One survey.
pub(super) fn survey(
    register: &Register,
    session: &Session,
    survey: &Rc<Survey>,
    with: Option<&SurveyId>,
) -> Html {
    let all = Route::Surveys(SurveyFilter::default());
    html! {
        <>
            <p>{ link(all.to_string(), "All surveys") }</p>
            <div class="page-head">
                { heading(&survey.about().title) }
                { ways_on(survey) }
            </div>
            { benchmark_tabs(&all) }
            <section aria-labelledby="about">
                <h2 id="about">{ "About the survey" }</h2>
                { facts(survey, register.crosswalk_of(survey).coverage()) }
            </section>
            { table::printed(survey) }
            { editions::other_years(register, survey, with) }
            { crosswalk::crosswalk(register, survey) }
            { tools(session, survey) }
        </>
    }
}

/// Where one goes from here most often.
fn ways_on(survey: &Survey) -> Html {
    let id = survey.id();
    let compare = Compared { survey: Some(id.clone()), ..Compared::default() };
    let second = if id.is_own() {
        ("Change this survey", Route::EditSurvey(id.clone()))
    } else {
        ("Make a copy to change", Route::NewSurvey(Some(id.clone())))
    };
    html! {
        <>
            if is_comparable(survey) {
                { button_link("Compare with your register", "button button--primary", Route::Benchmark(compare).to_string()) }
            }
            { button_link(second.0, "button button--secondary", second.1.to_string()) }
        </>
    }
}

fn tools(session: &Session, survey: &Rc<Survey>) -> Html {
    let offer = |label: &'static str, offer: fn(&World, &Survey)| {
        let (world, survey) = (session.world.clone(), survey.clone());
        let on_press = Callback::from(move |_| offer(&world, &survey));
        Button { label: label.into(), on_press, ..Button::default() }.view()
    };
    html! {
        <>
            if !is_comparable(survey) {
                <p>{ "Fewer than three of its places are known without a gap, so it cannot be compared with your register." }</p>
            }
            <p class="actions">
                { offer("Download the table as CSV", tasks::offer_survey_table) }
                { offer("Download the survey as JSON", tasks::offer_survey) }
                if survey.id().is_own() {
                    { delete(session, survey) }
                }
            </p>
        </>
    }
}

fn delete(session: &Session, survey: &Rc<Survey>) -> Html {
    let (session, survey) = (session.clone(), survey.clone());
    let on_press = Callback::from(move |_| {
        let said =
            format!("Deleted {} and its crosswalk. Undo brings it back.", quoted(&survey.about().title));
        session.change(Change::SurveyRemoved(survey.id().clone()), said);
        go(&Route::Surveys(SurveyFilter::default()));
    });
    let (kind, label) = (ButtonKind::Warning, "Delete the survey".into());
    Button { kind, label, on_press, changes: true, ..Button::default() }.view()
}
