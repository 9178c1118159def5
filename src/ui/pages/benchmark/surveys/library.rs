//! All surveys, shipped and the body's own, as a table that can be searched and filtered.

use std::rc::Rc;

use partnership_risk_core::catalogue::{Extent, Survey, SurveySector, Unit};
use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::super::head::benchmark_tabs;
use crate::app::queries::surveys::{SurveyFilter, Whose, sectors, surveys_found, years};
use crate::ui::components::{ChoiceItem, Head, TableRow, button_link, table};
use crate::ui::pages::filters::Filters;
use crate::ui::pages::first_and_rest::first_and_rest;
use crate::ui::pages::form::{items_among, items_of};
use crate::ui::pages::heading;
use crate::ui::pages::shown::{at_place, entry_link, place_of};
use crate::ui::route::Route;
use crate::ui::words::{count, grouped};

type Surveys = Filters<SurveyFilter>;

/// All surveys.
pub(super) fn library(register: &Register, filter: &SurveyFilter) -> Html {
    html! {
        <>
            <div class="page-head">
                { heading("Surveys") }
                { button_link("Add a survey", "button button--primary", Route::NewSurvey(None).to_string()) }
            </div>
            { benchmark_tabs(&Route::Surveys(filter.clone())) }
            <p>{ "Published league tables of risks, each as far as it was seen, with who asked whom what. A table of which only a part was seen is shown as a part, and nothing is filled in." }</p>
            { filter_form(register, filter) }
            { results(register, filter) }
        </>
    }
}

fn filter_form(register: &Register, filter: &SurveyFilter) -> Html {
    let filters = Filters { view: filter.clone(), to: Route::Surveys };
    let all = || (SurveyFilter::default(), "Show all surveys");
    let fields = html! {
        <>
            { filters.text(&filter.text, |filter, typed| filter.text = typed) }
            { filters.choice(("filter-sector", "Sector"), filter.sector.map(SurveySector::key).unwrap_or_default(),
                (Some("All sectors"), items_among(&sectors(register, filter.sector))), |filter, key| filter.sector = SurveySector::of_key(key)) }
            { year_choice(register, &filters) }
            { filters.choice(("filter-extent", "Completeness"), filter.extent.map(Extent::key).unwrap_or_default(),
                (Some("Any"), items_of::<Extent>()), |filter, key| filter.extent = Extent::of_key(key)) }
            { filters.choice(("filter-figures", "Figures"), filter.unit.map(Unit::key).unwrap_or_default(),
                (Some("All kinds"), items_of::<Unit>()), |filter, key| filter.unit = Unit::of_key(key)) }
            { filters.choice(("filter-whose", "Where it comes from"), place_of(&Whose::ALL, filter.whose.as_ref()),
                (Some("All"), ChoiceItem::numbered(Whose::ALL.into_iter().map(Whose::name))),
                |filter, place| filter.whose = at_place(&Whose::ALL, place)) }
        </>
    };
    filters.search("Filter surveys", fields, (!filter.is_empty()).then(all))
}

fn year_choice(register: &Register, filters: &Surveys) -> Html {
    let item = |year: u16| ChoiceItem::new(year.to_string(), year.to_string());
    let items = years(register).into_iter().map(item).collect();
    let chosen = filters.view.year.map(|year| year.to_string()).unwrap_or_default();
    filters.choice(("filter-year", "Year"), chosen, (Some("All years"), items), |filter, year| {
        filter.year = year.parse().ok();
    })
}

fn results(register: &Register, filter: &SurveyFilter) -> Html {
    let found = surveys_found(register, filter);
    let n = count(found.len(), "survey", "surveys");
    let title = if filter.is_empty() { n } else { format!("{n} found") };
    html! {
        <section aria-labelledby="found">
            <div role="status"><h2 id="found" class="found">{ title }</h2></div>
            if found.is_empty() {
                <p>{ "No survey matches. Take a part of the filter away." }</p>
            } else {
                { first_and_rest("Surveys, newest first", &found, survey_table) }
            }
        </section>
    }
}

const HEADS: [Head; 7] = [
    Head::text("Survey"),
    Head::text("Publisher"),
    Head::number("Year"),
    Head::text("Who was asked"),
    Head::number("Respondents"),
    Head::number("Rows seen"),
    Head::text("Completeness"),
];

fn survey_table(name: String, some: &[Rc<Survey>]) -> Html {
    table(name, &HEADS, some.iter().map(|survey| row(survey)).collect())
}

fn row(survey: &Survey) -> TableRow {
    let about = survey.about();
    let unknown = || "\u{2013}".to_owned();
    let cells = vec![
        entry_link(&Route::Survey(about.id.clone(), None), about.title.clone()),
        (&about.publisher).into(),
        about.year.map_or_else(unknown, |year| year.to_string()).into(),
        (&about.population).into(),
        about.respondents.map_or_else(unknown, |n| grouped(n as usize)).into(),
        survey.entries().len().into(),
        completeness(survey).into(),
    ];
    TableRow::of(survey.id(), cells)
}

/// How much of a table was seen, in words.
fn completeness(survey: &Survey) -> String {
    match survey.about().extent {
        Extent::Complete => "Complete".to_owned(),
        Extent::Partial => {
            let seen = survey.entries().iter().filter(|entry| entry.rank().is_some()).count();
            format!("Partial: {} seen", count(seen, "place", "places"))
        }
    }
}
