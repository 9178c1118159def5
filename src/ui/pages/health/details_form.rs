//! The form that says who answers a health check, about which partnership and when.

use partnership_risk_core::health::Theme;
use partnership_risk_core::register::{Change, HealthCheck, Partnership, PartnershipId, Register};
use yew::prelude::{Html, component, html};

use crate::app::drafts::HealthCheckDraft;
use crate::app::queries::health::respondent;
use crate::app::queries::seek::only_live;
use crate::ui::components::{Choice, ChoiceItem};
use crate::ui::pages::form::{Edited, Form, Kind, Record, RecordProps, partnership_first, use_editing};
use crate::ui::pages::shown::partnerships_offered;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;

impl Record for HealthCheck {
    /// The partnership that it is about.
    type About = Option<PartnershipId>;
    type Draft = HealthCheckDraft;
    const KIND: Kind<Self> = Kind {
        find: Register::health_check,
        new: Route::NewHealthCheck,
        existing: Route::EditHealthCheck,
        above: |edited| match edited {
            Edited::New(_) => Route::Health,
            Edited::Existing(id) => Route::HealthCheck(id, None),
        },
        begun: |partnership, register, today| {
            HealthCheckDraft::new(partnership.or_else(|| only_live(register)), today)
        },
        draft: HealthCheckDraft::of,
        check: |draft, register, id, (now, _)| draft.check(register, id, now),
        called: |check| format!("the check by {}", respondent(check)),
        why: |_| "",
        put: |check| Change::HealthChecksPut(vec![check]),
        removed: Change::HealthCheckRemoved,
        next: |edited, id| match edited {
            Edited::New(_) => Some(Route::HealthCheck(id, Some(Theme::Purpose))),
            Edited::Existing(_) => Some(Route::HealthCheck(id, None)),
        },
    };
}

/// The form that says who answers.
#[component]
pub(super) fn DetailsForm(props: &RecordProps<HealthCheck>) -> Html {
    let Some(editing) = use_editing(props) else { return not_found() };
    let chosen = &editing.form.draft().partnership;
    let partnerships = partnerships_offered(&props.register, Partnership::is_live, chosen);
    if partnerships.is_empty() {
        let why = "A check is about a partnership, and none is under way yet.";
        return partnership_first("Start a health check", why);
    }
    let known = editing.known.as_deref();
    let title = known.map_or_else(
        || "Start a health check".to_owned(),
        |check| format!("Change the check by {}", respondent(check)),
    );
    let content = html! {
        <>
            { heading(&title) }
            if known.is_none() {
                <p>{ "Forty questions in ten themes, about half an hour. You can stop at any time and leave questions open. Each partner answers alone; the answers are then put side by side." }</p>
            }
            { fields(&editing.form, &props.register, partnerships) }
        </>
    };
    editing.view(content, Html::default())
}

fn fields(form: &Form<HealthCheckDraft>, register: &Register, partnerships: Vec<ChoiceItem>) -> Html {
    html! {
        <>
            { form.partnership(partnerships, |d| &mut d.partnership, |d| &mut d.body) }
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
