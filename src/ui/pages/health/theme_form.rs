//! The form with the four questions of a theme. What is chosen and typed is kept at each keystroke; it goes
//! into the register, as one change, when the person saves it or goes on to another theme.

use std::rc::Rc;

use partnership_risk_core::health::{Question, Score, Theme, questions};
use partnership_risk_core::register::{Change, HealthCheck, HealthCheckId, Register};
use yew::prelude::{Callback, Html, MouseEvent, Properties, SubmitEvent, classes, component, html};

use super::check::{is_unsaved, state};
use super::figures::{answered, number, percent, provisional};
use super::question_fields::QuestionFields;
use crate::app::drafts::{Problem, ThemeDraft, answer_field};
use crate::app::queries::health::{next_open, respondent};
use crate::ui::components::{Button, ButtonKind, Link, disclosure};
use crate::ui::pages::form::{Form, go, opens_elsewhere, use_form};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Props of [`ThemeForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which check.
    pub id: HealthCheckId,
    /// Which theme.
    pub theme: Theme,
}

impl Props {
    fn check(&self) -> Option<&Rc<HealthCheck>> {
        self.register.health_check(self.id)
    }

    fn at(&self, theme: Theme) -> Route {
        Route::HealthCheck(self.id, Some(theme))
    }
}

/// The form with the questions of a theme.
#[component]
pub fn ThemeForm(props: &Props) -> Html {
    let first = props.check().map(|check| ThemeDraft::of(&check.answers, props.theme));
    let form = use_form(&props.session.world, &props.at(props.theme), first.unwrap_or_default());
    let Some(check) = props.check() else { return not_found() };
    let so_far = Score::of(&form.draft().applied(&check.answers, props.theme));
    let up = Route::HealthCheck(check.id, None);
    let text = format!("Health check by {}", respondent(check));
    let up_link = Link { to: up.to_string().into(), text: text.into(), ..Link::default() };
    html! {
        <>
            <p>{ leaving(props, &form, up, up_link) }</p>
            <div class="themes">
                { themes(props, &form, check, &so_far) }
                <form onsubmit={submit(props, &form)} novalidate=true>
                    { form.head() }
                    { heading(props.theme.name()) }
                    <p class="lead">{ props.theme.description() }</p>
                    { for questions().iter().filter(|q| q.theme == props.theme).enumerate().map(|(i, q)| question(&form, q, i)) }
                    { progress(&so_far) }
                    <p class="actions">{ save(props.theme) }</p>
                    { sources(props.theme) }
                </form>
            </div>
        </>
    }
}

/// The themes with how far each is answered. To go to another saves what is sound here; the rest stays as it
/// is typed.
fn themes(props: &Props, form: &Form<ThemeDraft>, check: &HealthCheck, so_far: &Score) -> Html {
    let item = |theme: Theme| {
        let here = theme == props.theme;
        let link = Link {
            to: props.at(theme).to_string().into(),
            text: theme.name().into(),
            current: here.then(|| "step".into()),
            ..Link::default()
        };
        let is_unsaved = !here && is_unsaved(&props.session.world, check, theme);
        html! {
            <li class={classes!("themes__theme", here.then_some("themes__theme--here"))}>
                { leaving(props, form, props.at(theme), link) }
                <span class="themes__state">{ state(so_far.theme(theme), is_unsaved) }</span>
            </li>
        }
    };
    html! {
        <nav class="themes__nav" aria-label="Themes">
            <ol class="themes__list">{ for Theme::ALL.into_iter().map(item) }</ol>
        </nav>
    }
}

fn question(form: &Form<ThemeDraft>, question: &Question, place: usize) -> Html {
    QuestionFields {
        question,
        draft: &form.draft().answers[place],
        problem: form.problems().at(&answer_field(&question.id)),
        on_change: form.changing(move |draft: &mut ThemeDraft, answer| draft.answers[place] = answer),
    }
    .view()
}

fn progress(so_far: &Score) -> Html {
    let overall = so_far.overall();
    let score = overall.share().map_or_else(
        || "There is no score yet.".to_owned(),
        |share| format!("Score so far: {}.", percent(share)),
    );
    html! {
        <p class="inset">{ format!("{} questions answered. {score} {}", answered(overall), provisional(overall)) }</p>
    }
}

fn save(theme: Theme) -> Html {
    let label = match after(theme) {
        Some(_) => "Save and continue",
        None => "Save and finish",
    };
    Button { kind: ButtonKind::Submit, label: label.into(), ..Button::default() }.view()
}

fn after(theme: Theme) -> Option<Theme> {
    Theme::ALL.get(theme as usize + 1).copied()
}

/// Where the person goes from a theme: to the next one, and from the last to what is still open or to what
/// came of it.
fn next(props: &Props, check: &HealthCheck) -> Route {
    match (after(props.theme), next_open(&check.answers, Theme::Purpose)) {
        (Some(theme), _) => props.at(theme),
        (None, Some(_)) => Route::HealthCheck(check.id, None),
        (None, None) => Route::PartnershipHealth(check.partnership),
    }
}

fn submit(props: &Props, form: &Form<ThemeDraft>) -> Callback<SubmitEvent> {
    let (props, form) = (props.clone(), form.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        match saved(&props, &form) {
            Some(Ok(check)) => go(&next(&props, &check)),
            Some(Err(found)) => form.refuse(found),
            None => {}
        }
    })
}

/// A link that saves before it leads away. What is not sound stays in the form's draft and is found again; a
/// link that is opened elsewhere leaves all as it is.
fn leaving(props: &Props, form: &Form<ThemeDraft>, to: Route, link: Link) -> Html {
    let (props, form) = (props.clone(), form.clone());
    let onclick = move |event: MouseEvent| {
        if opens_elsewhere(&event) {
            return;
        }
        event.prevent_default();
        saved(&props, &form);
        go(&to);
    };
    html! { <span {onclick}>{ link.view() }</span> }
}

/// The check with what is chosen and typed here in the register, or what is wrong with it; nothing where the
/// check is gone.
fn saved(props: &Props, form: &Form<ThemeDraft>) -> Option<Result<HealthCheck, Vec<Problem>>> {
    let before = props.check()?;
    let found = form.draft().check(before, props.theme, props.session.world.clock.now());
    if let Ok(check) = &found
        && form.may_save()
    {
        form.forget();
        if check.answers != before.answers {
            let said = format!("Saved the answers on \u{201c}{}\u{201d}", props.theme.name());
            props.session.change(Change::HealthChecksPut(vec![check.clone()]), said);
        }
    }
    Some(found)
}

/// Who asks these questions.
fn sources(theme: Theme) -> Html {
    let line = |question: &Question| {
        let sources: Vec<&str> = question.sources.iter().map(|source| source.citation()).collect();
        html! { <li>{ format!("Question {}: {}", number(question), sources.join("; ")) }</li> }
    };
    let content = html! { <ul>{ for questions().iter().filter(|q| q.theme == theme).map(line) }</ul> };
    disclosure("Where these questions come from", content)
}
