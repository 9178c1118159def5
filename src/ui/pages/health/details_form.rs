//! The form that says who answers a health check, about which partnership and when.

use std::rc::Rc;

use partnership_risk_core::date::Date;
use partnership_risk_core::health::Theme;
use partnership_risk_core::register::{
    Change, HealthCheck, HealthCheckId, Partnership, PartnershipId, Register, Timestamp,
};
use yew::prelude::{Html, component, html};

use crate::app::drafts::{HealthCheckDraft, Problem};
use crate::app::queries::health::respondent;
use crate::app::queries::seek::only_live;
use crate::ui::components::{Choice, ChoiceItem};
use crate::ui::pages::form::{Edited, Form, Record, RecordProps, partnership_first, use_editing};
use crate::ui::pages::shown::partnerships_offered;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;

impl Record for HealthCheck {
    /// The partnership that it is about.
    type About = Option<PartnershipId>;
    type Draft = HealthCheckDraft;

    fn find(register: &Register, id: HealthCheckId) -> Option<&Rc<Self>> {
        register.health_check(id)
    }

    fn place(edited: Edited<Self>) -> Route {
        match edited {
            Edited::New(partnership) => Route::NewHealthCheck(partnership),
            Edited::Existing(id) => Route::EditHealthCheck(id),
        }
    }

    fn above(edited: Edited<Self>) -> Route {
        match edited {
            Edited::New(_) => Route::Health,
            Edited::Existing(id) => Route::HealthCheck(id, None),
        }
    }

    fn begun(partnership: Self::About, register: &Register, today: Date) -> HealthCheckDraft {
        HealthCheckDraft::new(partnership.or_else(|| only_live(register)), today)
    }

    fn draft(&self, register: &Register) -> HealthCheckDraft {
        HealthCheckDraft::of(self, register)
    }

    fn check(
        draft: &HealthCheckDraft,
        register: &Register,
        id: HealthCheckId,
        (now, _): (Timestamp, Date),
    ) -> Result<Self, Vec<Problem>> {
        draft.check(register, id, now)
    }

    fn called(&self) -> String {
        format!("the check by {}", respondent(self))
    }

    fn put(self) -> Change {
        Change::HealthChecksPut(vec![self])
    }

    fn removed(id: HealthCheckId) -> Change {
        Change::HealthCheckRemoved(id)
    }

    /// A new one goes on to its first questions.
    fn next(id: HealthCheckId, edited: Edited<Self>, _: Route) -> Route {
        match edited {
            Edited::New(_) => Route::HealthCheck(id, Some(Theme::Purpose)),
            Edited::Existing(_) => Route::HealthCheck(id, None),
        }
    }
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
            { partnership(form, partnerships) }
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
fn partnership(form: &Form<HealthCheckDraft>, items: Vec<ChoiceItem>) -> Html {
    Choice {
        id: "partnership".into(),
        label: "Partnership".into(),
        value: form.typed(|d| &mut d.partnership),
        none: Some("Choose one".into()),
        items,
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
