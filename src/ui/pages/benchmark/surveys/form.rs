//! The form for a survey of the body's own: typed, pasted, or read from a file. Nothing is saved before the person
//! says so.

use std::rc::Rc;

use partnership_risk_core::catalogue::{Extent, Origin, Survey, SurveyId, SurveySector, Unit};
use partnership_risk_core::register::{Change, Register};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html, use_state};

use super::file::{ReadFile, fill};
use super::rows::rows;
use crate::app::drafts::SurveyDraft;
use crate::app::queries::surveys::{SurveyFilter, lines_lost};
use crate::ui::pages::form::{Form, go, quoted, use_form};
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::count;

/// What the form begins with.
#[derive(Clone, PartialEq)]
pub(super) enum Begun {
    /// A new survey, as a copy of another or with nothing.
    New(Option<Rc<Survey>>),
    /// One that is there.
    Known(Rc<Survey>),
}

impl Begun {
    fn draft(&self) -> SurveyDraft {
        match self {
            Self::New(None) => SurveyDraft::new(),
            Self::New(Some(from)) => SurveyDraft::copy_of(from),
            Self::Known(survey) => SurveyDraft::of(survey),
        }
    }

    fn place(&self) -> Route {
        match self {
            Self::New(from) => Route::NewSurvey(from.as_ref().map(|from| from.id().clone())),
            Self::Known(survey) => Route::EditSurvey(survey.id().clone()),
        }
    }

    /// The place above the form, for those who came from nowhere above it.
    pub(super) fn list(&self) -> Route {
        match self {
            Self::New(None) => Route::Surveys(SurveyFilter::default()),
            Self::New(Some(survey)) | Self::Known(survey) => Route::Survey(survey.id().clone(), None),
        }
    }

    fn title(&self) -> String {
        match self {
            Self::New(None) => "Add a survey".to_owned(),
            Self::New(Some(_)) => "Add a survey from a copy".to_owned(),
            Self::Known(survey) => format!("Change {}", survey.about().title),
        }
    }

    /// The name in files under which the survey is kept.
    fn id(&self, register: &Register, title: &str) -> SurveyId {
        match self {
            Self::New(_) => SurveyId::own(title, |id| register.survey(id).is_some()),
            Self::Known(survey) => survey.id().clone(),
        }
    }
}

/// Props of [`SurveyForm`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// What it begins with.
    pub begun: Begun,
    /// The way out.
    pub back: Route,
}

/// The form for a survey of the body's own.
#[component]
pub(super) fn SurveyForm(props: &Props) -> Html {
    let begun = &props.begun;
    let form = use_form(&props.session.world, &begun.place(), begun.draft());
    let file = use_state(ReadFile::default);
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { form.head() }
            { heading(&begun.title()) }
            <p class="lead">{ "A league table of risks that you have read elsewhere, or that your own partners have drawn up." }</p>
            { fill(&form, &file) }
            { description(&form) }
            { rows(&form) }
            <p class="actions">{ form.save_or_cancel(&props.back) }</p>
        </form>
    }
}

fn description(form: &Form<SurveyDraft>) -> Html {
    html! {
        <>
            <h2>{ "About the survey" }</h2>
            { form.line("title", "Title", "What its publisher calls it", |d| &mut d.title) }
            { form.line("publisher", "Publisher", "", |d| &mut d.publisher) }
            { form.short("year", "Year", "The year it bears", |d| &mut d.year) }
            { form.line("question", "What was asked", "", |d| &mut d.question) }
            { form.line("population", "Who was asked", "For example, risk managers of councils", |d| &mut d.population) }
            { form.short("respondents", "How many answered", "", |d| &mut d.respondents) }
            { form.short("choices", "Risks that one may name", "How many, if you know", |d| &mut d.choices) }
            { form.one_of::<SurveySector>(("sector", "Sector", "What kind of bodies those who were asked belong to"),
                None, |d| &mut d.sector) }
            { form.line("scope", "It speaks of", "The bodies and places in words, for example, councils in Wales", |d| &mut d.scope) }
            { form.line("source", "Source", "Its address, or a title and a page", |d| &mut d.source) }
            { form.one_of::<Unit>(("unit", "What are the figures?", "Per cent are never compared from one survey to another"),
                None, |d| &mut d.unit) }
            { form.one_of::<Extent>(("extent", "Was the whole table seen?",
                "Of a partial one, nothing is said about what is not in it"), None, |d| &mut d.extent) }
            { form.one_of::<Origin>(("origin", "Where did you see it?", ""), None, |d| &mut d.origin) }
            { form.line("series", "Series", "The same words in each edition of a survey that is repeated, so that they can be compared",
                |d| &mut d.series) }
            { form.area("caveats", "To bear in mind", "What a reader must know before relying on it", |d| &mut d.caveats) }
        </>
    }
}

fn submit(props: &Props, form: &Form<SurveyDraft>) -> Callback<SubmitEvent> {
    let Props { register, session, begun, .. } = props.clone();
    let before = register.clone();
    let check = move |draft: &SurveyDraft| draft.check(begun.id(&register, &draft.title));
    form.on_submit(check, move |survey: Survey| {
        let (id, lost) = (survey.id().clone(), lines_lost(&before, &survey));
        let said = saved(&survey.about().title, lost);
        session.change(Change::SurveysPut(vec![survey]), said);
        go(&if lost == 0 { Route::Survey(id, None) } else { Route::SurveyCrosswalk(id) });
    })
}

/// What is said once a survey is saved, with how many of the body's own lines went with their labels.
fn saved(title: &str, lost: usize) -> String {
    let saved = format!("Saved {}", quoted(title));
    if lost == 0 {
        return saved;
    }
    let matches = count(lost, "match", "matches");
    let were = if lost == 1 { "was" } else { "were" };
    format!(
        "{saved}. {matches} of labels that were changed or removed {were} dropped: see below what stands for them now. Undo brings all of it back."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dropped_with_its_labels_is_said_once_the_survey_is_saved() {
        assert_eq!(saved("Ours", 0), "Saved \u{201c}Ours\u{201d}");
        let said = "1 match of labels that were changed or removed was dropped";
        assert!(saved("Ours", 1).contains(said));
        assert!(saved("Ours", 2).contains("2 matches of labels that were changed or removed were dropped"));
    }
}
