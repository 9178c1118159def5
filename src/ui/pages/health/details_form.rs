//! The form that says who answers a health check, about which partnership and when.

use std::rc::Rc;

use partnership_risk_core::health::Theme;
use partnership_risk_core::register::{Change, HealthCheck, HealthCheckId, PartnershipId, Register};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html};

use crate::app::drafts::HealthCheckDraft;
use crate::app::queries::health::respondent;
use crate::ui::components::{Choice, ChoiceItem, button_link};
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::shown::partnership_items;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Which check the form is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A new one, of one partnership where that is known.
    New(Option<PartnershipId>),
    /// One that is there.
    Existing(HealthCheckId),
}

/// Props of [`DetailsForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which check.
    pub subject: Subject,
    /// Where the person came from.
    pub back: Option<Route>,
}

impl Props {
    fn known(&self) -> Option<&Rc<HealthCheck>> {
        match self.subject {
            Subject::New(_) => None,
            Subject::Existing(id) => self.register.health_check(id),
        }
    }

    fn place(&self) -> Route {
        match self.subject {
            Subject::New(partnership) => Route::NewHealthCheck(partnership),
            Subject::Existing(id) => Route::EditHealthCheck(id),
        }
    }

    fn back(&self) -> Route {
        self.back.clone().unwrap_or(Route::Health)
    }

    fn first_draft(&self) -> HealthCheckDraft {
        let today = self.session.world.clock.today();
        match (self.subject, self.register.partnerships()) {
            (Subject::New(None), [only]) => HealthCheckDraft::new(Some(only.id), today),
            (Subject::New(partnership), _) => HealthCheckDraft::new(partnership, today),
            (Subject::Existing(_), _) => {
                self.known().map(|check| HealthCheckDraft::of(check, &self.register)).unwrap_or_default()
            }
        }
    }
}

/// The form that says who answers.
#[component]
pub fn DetailsForm(props: &Props) -> Html {
    let form = use_form(&props.session.world, &props.place(), props.first_draft());
    let known = props.known();
    if known.is_none() && matches!(props.subject, Subject::Existing(_)) {
        return not_found();
    }
    if props.register.partnerships().is_empty() {
        return no_partnership_yet();
    }
    let title = known.map_or_else(
        || "Start a health check".to_owned(),
        |check| format!("Change the check by {}", respondent(check)),
    );
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { form.head() }
            { heading(&title) }
            if known.is_none() {
                <p>{ "Forty questions in ten themes, about half an hour. You can stop at any time and leave questions open. Each partner answers alone; the answers are then put side by side." }</p>
            }
            { fields(&form, &props.register) }
            <p class="actions">{ form.save_or_cancel(&props.back()) }</p>
        </form>
    }
}

fn fields(form: &Form<HealthCheckDraft>, register: &Register) -> Html {
    html! {
        <>
            { partnership(form, register) }
            { form.line("respondent", "Who answers?", "A post, not a person\u{2019}s name", |d| &mut d.respondent) }
            { body(form, register) }
            if form.draft().body == HealthCheckDraft::OTHER {
                { form.line("other", "Name of the other body", "", |d| &mut d.other) }
            }
            { form.date("date", "Date", |d| &mut d.date) }
            { form.area("notes", "Notes", "", |d| &mut d.notes) }
        </>
    }
}

/// Another partnership has other partners.
fn partnership(form: &Form<HealthCheckDraft>, register: &Register) -> Html {
    Choice {
        id: "partnership".into(),
        label: "Partnership".into(),
        value: form.typed(|d| &mut d.partnership),
        none: Some("Choose one".into()),
        items: partnership_items(register),
        problem: form.problems().at("partnership"),
        on_choose: form.changing(|draft, chosen| {
            draft.partnership = chosen;
            draft.body = String::new();
        }),
        ..Choice::default()
    }
    .view()
}

fn body(form: &Form<HealthCheckDraft>, register: &Register) -> Html {
    let partners = form.draft().bodies(register);
    let other = ChoiceItem::new(HealthCheckDraft::OTHER, "Another body");
    Choice {
        id: "body".into(),
        label: "For which body?".into(),
        hint: "Your own, or one of the partners of the partnership".into(),
        value: form.typed(|d| &mut d.body),
        none: Some(register.organisation().name.clone().into()),
        items: partners.into_iter().map(|name| ChoiceItem::new(name.clone(), name)).chain([other]).collect(),
        problem: None,
        on_choose: form.changing(|draft, chosen| draft.body = chosen),
    }
    .view()
}

fn submit(props: &Props, form: &Form<HealthCheckDraft>) -> Callback<SubmitEvent> {
    let (props, form) = (props.clone(), form.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let world = &props.session.world;
        let (id, next, said) = match props.subject {
            Subject::New(_) => {
                let id = world.fresh_id();
                (id, Route::HealthCheck(id, Some(Theme::Purpose)), "Started the check by")
            }
            Subject::Existing(id) => (id, Route::HealthCheck(id, None), "Saved the check by"),
        };
        match form.draft().check(&props.register, id, world.clock.now()) {
            Ok(check) => {
                form.forget();
                let said = format!("{said} {}", respondent(&check));
                props.session.change(Change::HealthChecksPut(vec![check]), said);
                go(&next);
            }
            Err(found) => form.refuse(found),
        }
    })
}

/// A check is about a partnership, so the first partnership comes first.
fn no_partnership_yet() -> Html {
    html! {
        <>
            { heading("Start a health check") }
            <p>{ "A check is about a partnership, and there is none yet." }</p>
            <p>{ button_link("Add a partnership first", "button button--primary", Route::NewPartnership.to_string()) }</p>
        </>
    }
}
