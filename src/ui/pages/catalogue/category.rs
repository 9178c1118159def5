//! One category: what it is, how it shows, what to ask, its typical risks, and the questions of the health check that
//! bear on them.

use std::rc::Rc;

use partnership_risk_core::catalogue::{
    Category, CategoryId, Guidance, Source, SuggestedControl, TypicalRisk, category, guidance,
    typical_risks_of,
};
use partnership_risk_core::health::{QuestionId, question};
use yew::prelude::{Html, html};

use crate::ui::components::{SummaryRow, link, summary_list};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;

/// One category.
pub(super) fn category_page(id: &CategoryId) -> Html {
    let Some(category) = category(id) else { return not_found() };
    let typical = typical_risks_of(id);
    html! {
        <>
            <p>{ link(Route::Catalogue.to_string(), "All categories") }</p>
            { heading(&category.name) }
            <p class="lead">{ &*category.definition }</p>
            { guidance(id).map(|guidance| how_it_shows(&guidance)).unwrap_or_default() }
            <h2>{ "Typical risks" }</h2>
            <p>{ "To take them into your register, open a partnership and choose \u{201c}Suggest risks\u{201d}." }</p>
            { for typical.iter().map(typical_risk) }
            { questions(&typical) }
            { sources(&category) }
        </>
    }
}

fn how_it_shows(guidance: &Guidance) -> Html {
    html! {
        <>
            <h2>{ "What it looks like" }</h2>
            <p>{ &*guidance.looks_like }</p>
            <h2>{ "What to ask" }</h2>
            <ul>{ for guidance.ask.iter().map(|question| html! { <li>{ &**question }</li> }) }</ul>
        </>
    }
}

/// A typical risk with its controls.
fn typical_risk(typical: &TypicalRisk) -> Html {
    html! {
        <>
            <h3>{ &*typical.title }</h3>
            { what_happens(typical) }
        </>
    }
}

/// How a typical risk comes about, what it leads to, and what can be done about it.
pub(super) fn what_happens(typical: &TypicalRisk) -> Html {
    let controls = html! { <ul>{ for typical.controls.iter().map(control) }</ul> };
    summary_list(vec![
        SummaryRow::text("Cause", &typical.cause),
        SummaryRow::text("Event", &typical.event),
        SummaryRow::text("Consequence", &typical.consequence),
        SummaryRow { name: "Controls to consider", value: controls },
    ])
}

fn control(control: &SuggestedControl) -> Html {
    html! {
        <li>{ &control.name }<span class="citation">{ format!(" {}", control.control_type.name()) }</span></li>
    }
}

/// The words of a question; its slug where this version does not know it.
pub(super) fn question_text(slug: &str) -> Rc<str> {
    question(&QuestionId::new(slug)).map_or_else(|| slug.into(), |question| question.text)
}

/// The questions whose weak answers point to these risks, each once.
fn questions(typical: &[TypicalRisk]) -> Html {
    let mut slugs: Vec<&Rc<str>> = Vec::new();
    for slug in typical.iter().flat_map(|risk| &risk.questions) {
        if !slugs.contains(&slug) {
            slugs.push(slug);
        }
    }
    html! {
        <>
            <h2>{ "Questions of the health check" }</h2>
            <p>{ "A weak answer to one of these points to a risk of this kind." }</p>
            <ul>{ for slugs.into_iter().map(|slug| html! { <li>{ question_text(slug) }</li> }) }</ul>
        </>
    }
}

fn sources(category: &Category) -> Html {
    let source = |source: &Source| html! { <li>{ source.citation() }</li> };
    html! {
        <>
            <h2>{ "Sources" }</h2>
            <p>{ "These documents name this kind of risk; the wording is ours." }</p>
            <ul>{ for category.sources.iter().map(source) }</ul>
        </>
    }
}
