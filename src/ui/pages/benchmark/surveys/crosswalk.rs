//! The crosswalk of a survey as a table: which categories stand for each of its labels, why, and who says so.

use partnership_risk_core::catalogue::{Crosswalk, Entry, Survey};
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::super::survey_facts::matched;
use crate::ui::components::{Head, TableRow, button_link, table};
use crate::ui::pages::shown::category_name;
use crate::ui::route::Route;
use crate::ui::words::in_a_row;

const HEADS: [Head; 4] = [
    Head::text("Label of the survey"),
    Head::text("Your categories"),
    Head::text("Why"),
    Head::text("Who says so"),
];

/// The crosswalk of a survey.
pub(super) fn crosswalk(register: &Register, survey: &Survey) -> Html {
    let crosswalk = register.crosswalk_of(survey);
    let rows = survey.entries().iter().map(|entry| row(register, survey, &crosswalk, entry)).collect();
    let to = Route::SurveyCrosswalk(survey.id().clone()).to_string();
    html! {
        <section aria-labelledby="crosswalk">
            <h2 id="crosswalk">{ "How its labels match your categories" }</h2>
            <p>{ format!("{}. What has none takes up a place that nothing of yours can share.", matched(crosswalk.coverage())) }</p>
            { table("Labels of the survey and what stands for them", &HEADS, rows) }
            <p>{ "The crosswalk says which of your categories stand for which of its labels. You can draw it otherwise." }</p>
            <p>{ button_link("Change the crosswalk", "button button--secondary", to) }</p>
        </section>
    }
}

fn row(register: &Register, survey: &Survey, crosswalk: &Crosswalk, entry: &Entry) -> TableRow {
    let line = crosswalk.line(entry.id());
    let names = |categories: &[_]| -> Vec<String> {
        categories.iter().map(|id| category_name(register, id).to_string()).collect()
    };
    let said = match line.map(|line| names(&line.categories)) {
        None => "Not looked at yet".to_owned(),
        Some(names) if names.is_empty() => "No counterpart".to_owned(),
        Some(names) => in_a_row(&names),
    };
    let is_own = register.own_lines(survey.id()).iter().any(|own| own.entry == *entry.id());
    let whose = match line {
        None => "\u{2013}",
        Some(_) if is_own => "You",
        Some(_) => "The calculator",
    };
    let why = line.map(|line| line.reason.to_string()).unwrap_or_default();
    TableRow::of(entry.id(), vec![entry.label().to_string().into(), said.into(), why.into(), whose.into()])
}
