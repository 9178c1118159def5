//! One health check: who answered, how far it is answered, theme by theme, and what can be done with it.

use partnership_risk_core::health::{Score, Tally, Theme};
use partnership_risk_core::register::{Change, HealthCheck, HealthCheckId, Register};
use yew::prelude::{Html, html};

use super::figures::{answered, barred, percent_or_none, provisional};
use crate::app::drafts::{ThemeDraft, Typed};
use crate::app::edits::health_check::answered_anew;
use crate::app::queries::health::{next_open, respondent};
use crate::app::tasks;
use crate::app::world::World;
use crate::ui::components::{
    Button, ButtonKind, Head, SummaryRow, TableRow, button_link, link, summary_list, table,
};
use crate::ui::pages::form::go;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// One health check.
pub(super) fn check(register: &Register, id: HealthCheckId, session: &Session) -> Html {
    let Some(check) = register.health_check(id) else { return not_found() };
    let Some(partnership) = register.partnership(check.partnership) else { return not_found() };
    let score = Score::of(&check.answers);
    html! {
        <>
            <p>{ link(Route::PartnershipHealth(partnership.id).to_string(), format!("Health of {}", partnership.name)) }</p>
            <div class="page-head">
                { heading(&format!("Health check by {}", respondent(check))) }
                { button_link("Change who answered", "button button--secondary", Route::EditHealthCheck(id).to_string()) }
            </div>
            { facts(register, check, &score) }
            { go_on(check) }
            <h2>{ "Themes" }</h2>
            { themes(&session.world, check, &score) }
            <p class="actions">
                { answer_anew(check, "", session) }
                { delete(check, session) }
            </p>
        </>
    }
}

fn facts(register: &Register, check: &HealthCheck, score: &Score) -> Html {
    let overall = score.overall();
    let body = if check.body.is_empty() { &register.organisation().name } else { &check.body };
    let so_far = [percent_or_none(overall.share()), provisional(overall)];
    let so_far = so_far.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ");
    summary_list(vec![
        SummaryRow::text("Answered by", &check.respondent),
        SummaryRow::text("For", body),
        SummaryRow::text("Date", &check.date.in_words()),
        SummaryRow::text("Answered", &format!("{} questions", answered(overall))),
        SummaryRow::text("Score", &so_far),
        SummaryRow::text("Notes", &check.notes),
    ])
}

fn go_on(check: &HealthCheck) -> Html {
    let Some(theme) = next_open(&check.answers, Theme::Purpose) else { return Html::default() };
    let to = Route::HealthCheck(check.id, Some(theme)).to_string();
    let text = if check.answers.is_empty() { "Start answering" } else { "Go on answering" };
    html! { <p>{ button_link(text, "button button--primary", to) }</p> }
}

fn themes(world: &World, check: &HealthCheck, score: &Score) -> Html {
    let row = |theme: Theme| {
        let place = Route::HealthCheck(check.id, Some(theme)).to_string();
        let tally = score.theme(theme);
        let state = state(tally, is_unsaved(world, check, theme));
        TableRow::new(vec![link(place, theme.name()), state.into(), barred(tally.share())])
    };
    let heads = ["Theme", "Answered", "Score"].map(Head::text);
    table("How far each theme is answered", &heads, Theme::ALL.into_iter().map(row).collect())
}

/// How far a theme is answered, and whether something typed there is not yet saved.
pub(super) fn state(tally: Tally, is_unsaved: bool) -> String {
    let unsaved = if is_unsaved { ", more not saved" } else { "" };
    format!("{} answered{unsaved}", answered(tally))
}

/// Whether something was typed in a theme and not saved.
pub(super) fn is_unsaved(world: &World, check: &HealthCheck, theme: Theme) -> bool {
    let place = Route::HealthCheck(check.id, Some(theme)).to_string();
    let kept: Option<Typed<ThemeDraft>> = tasks::kept_draft(world, &place);
    let saved = ThemeDraft::of(&check.answers, theme);
    kept.is_some_and(|typed| typed.over(&saved) != saved)
}

/// The button that starts a check of today with the same answers.
pub(super) fn answer_anew(check: &HealthCheck, about: &str, session: &Session) -> Html {
    let (session, check) = (session.clone(), check.clone());
    let on_press = move |_| {
        let world = &session.world;
        let anew = answered_anew(&check, world.fresh_id(), world.clock.today(), world.clock.now());
        let to = Route::HealthCheck(anew.id, None);
        let said = format!(
            "Started a check by {} of today with the answers of {}. Change what has changed.",
            respondent(&check),
            check.date.in_words()
        );
        session.change(Change::HealthChecksPut(vec![anew]), said);
        go(&to);
    };
    let (label, about, on_press) = ("Answer anew today".into(), about.to_owned().into(), on_press.into());
    Button { label, about, on_press, changes: true, ..Button::default() }.view()
}

fn delete(check: &HealthCheck, session: &Session) -> Html {
    let (session, check) = (session.clone(), check.clone());
    let on_press = move |_| {
        let themes = Theme::ALL.into_iter().map(|theme| Route::HealthCheck(check.id, Some(theme)));
        for form in themes.chain([Route::EditHealthCheck(check.id)]) {
            tasks::forget_draft(&session.world, &form.to_string());
        }
        let said = format!(
            "Deleted the check by {} of {}. Undo brings it back.",
            respondent(&check),
            check.date.in_words()
        );
        session.change(Change::HealthCheckRemoved(check.id), said);
        go(&Route::PartnershipHealth(check.partnership));
    };
    let (kind, label) = (ButtonKind::Warning, "Delete this check".into());
    Button { kind, label, on_press: on_press.into(), changes: true, ..Button::default() }.view()
}
