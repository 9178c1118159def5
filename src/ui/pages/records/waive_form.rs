//! The form by which a finding is let pass: why, and until when.

use std::rc::Rc;

use partnership_risk_core::check::{Finding, check};
use partnership_risk_core::register::{Register, Waiver};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html};

use crate::app::drafts::WaiverDraft;
use crate::app::edits::waivers::let_pass;
use crate::app::queries::findings::findings_of;
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::{Route, WaiverOf};
use crate::ui::session::Session;

/// Props of [`WaiveForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which finding.
    pub waiver: WaiverOf,
    /// The way out.
    pub back: Route,
}

impl Props {
    fn finding(&self) -> Option<Finding> {
        let found = findings_of(&self.register, self.session.world.clock.today());
        let mut all = found.open.iter().chain(found.waived.iter().map(|(finding, _)| finding));
        let WaiverOf { check, subject } = &self.waiver;
        all.find(|finding| finding.check == check && finding.subject == *subject).cloned()
    }
}

/// The form by which a finding is let pass.
#[component]
pub fn WaiveForm(props: &Props) -> Html {
    let place = Route::Waive(props.waiver.clone());
    let form = use_form(&props.session.world, &place, WaiverDraft::default());
    let Some(finding) = props.finding() else { return not_found() };
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { form.head() }
            { heading("Let a finding pass") }
            <p class="inset">{ &finding.text }</p>
            <p>{ check(finding.check).map(|check| check.explains).unwrap_or_default() }</p>
            <p>{ "If that is as it should be for now, say why and until when. The finding is then listed apart and counts again after that day." }</p>
            { form.line("reason", "Why may it pass?", "So that the decision can be explained later", |d| &mut d.reason) }
            { form.date("until", "Until", |d| &mut d.until) }
            <p class="actions">{ form.save_or_cancel(&props.back) }</p>
        </form>
    }
}

fn submit(props: &Props, form: &Form<WaiverDraft>) -> Callback<SubmitEvent> {
    let (today, waived, props) = (props.session.world.clock.today(), props.waiver.clone(), props.clone());
    let check = move |draft: &WaiverDraft| draft.check(&waived.check, waived.subject, today);
    form.on_submit(check, move |waiver: Waiver| {
        let said = format!("Let pass until {}", waiver.until.in_words());
        let reason = waiver.reason.clone();
        props.session.change_because(let_pass(&props.register, waiver), said, reason);
        go(&props.back);
    })
}
