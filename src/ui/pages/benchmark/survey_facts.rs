//! Who asked whom what, how completely the table was seen, and where.

use partnership_risk_core::catalogue::{Coverage, Extent, Origin, Survey, Unit};
use yew::prelude::{Html, html};

use crate::app::queries::benchmark::Benchmark;
use crate::ui::components::{SummaryRow, link, summary_list};
use crate::ui::route::Route;
use crate::ui::words::{count, grouped};

/// Who asked whom what, beside the register's own table.
pub(super) fn survey_facts(benchmark: &Benchmark) -> Html {
    let survey = &benchmark.survey;
    let more = Route::Survey(survey.id().clone(), None).to_string();
    html! {
        <section aria-labelledby="survey-facts">
            <h2 id="survey-facts">{ "About the published table" }</h2>
            { facts(survey, benchmark.crosswalk.coverage()) }
            <p>{ link(more, "See this survey, its other editions and its crosswalk") }</p>
        </section>
    }
}

/// Everything that is known of a survey but its rows.
pub(super) fn facts(survey: &Survey, coverage: Coverage) -> Html {
    let about = survey.about();
    let choices = about.choices.map(|n| n.to_string()).unwrap_or_default();
    summary_list(vec![
        SummaryRow::text("Title", &about.title),
        SummaryRow::text("Publisher", &about.publisher),
        SummaryRow::text("Who was asked", &asked(survey)),
        SummaryRow::text("Sector", about.sector.name()),
        SummaryRow::text("It speaks of", &about.scope),
        SummaryRow::text("Question", &about.question),
        SummaryRow::text("Risks that one may name", &choices),
        SummaryRow::text("Figures", unit(about.unit)),
        SummaryRow::text("Completeness", completeness(survey)),
        SummaryRow::text("Matched", &matched(coverage)),
        SummaryRow::text("To bear in mind", &about.caveats),
        SummaryRow { name: "Source", value: source(&about.source) },
    ])
}

/// How far a crosswalk reaches, as a sentence without its full stop.
pub(super) fn matched(coverage: Coverage) -> String {
    let Coverage { with_counterpart, total, .. } = coverage;
    let have = if with_counterpart == 1 { "has" } else { "have" };
    format!("{with_counterpart} of {} {have} a counterpart here", count(total, "label", "labels"))
}

/// A survey's name in a list: who, what about, and when.
pub(super) fn name(survey: &Survey) -> String {
    let about = survey.about();
    let named = [&about.publisher, ": ", &about.title].concat();
    match about.year.map(|year| year.to_string()) {
        Some(year) if !about.title.contains(&year) => [&named, ", ", &year].concat(),
        Some(_) | None => named,
    }
}

/// A survey's name beside a picture: who and when.
pub(super) fn short_name(survey: &Survey) -> String {
    let about = survey.about();
    match about.year {
        Some(year) => format!("{}, {year}", about.publisher),
        None => about.publisher.clone(),
    }
}

/// Who was asked, and how many answered.
fn asked(survey: &Survey) -> String {
    let about = survey.about();
    match about.respondents {
        Some(n) => format!("{} ({} answered)", about.population, grouped(n as usize)),
        None => about.population.clone(),
    }
}

/// What the values of a table are.
fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::PercentNaming => "Per cent of those asked who named the risk",
        Unit::Rank => "Places only",
        Unit::MeanScore => "Mean scores on the survey\u{2019}s own scale",
    }
}

fn completeness(survey: &Survey) -> &'static str {
    match (survey.about().extent, survey.about().origin) {
        (Extent::Complete, Origin::Publisher) => "Complete, from the publisher",
        (Extent::Complete, Origin::Secondary) => "Complete, as reported by others",
        (Extent::Partial, Origin::Publisher) => "Part of the table, from the publisher",
        (Extent::Partial, Origin::Secondary) => "Part of the table, as reported by others",
    }
}

fn source(source: &str) -> Html {
    if source.starts_with("http") {
        link(source.to_owned(), source.to_owned())
    } else {
        html! { source }
    }
}
