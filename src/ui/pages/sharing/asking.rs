//! Asking a partner to answer the health check of a partnership: whom, and the link or the file to send.

use std::rc::Rc;

use partnership_risk_core::exchange::questionnaire::Sent;
use partnership_risk_core::register::{HealthCheckId, Partnership, PartnershipId, Register};
use yew::prelude::{Callback, Html, Properties, component, html, use_state};

use super::sending::Sending;
use crate::app::drafts::AskDraft;
use crate::app::tasks::{Parcel, questionnaire_parcel};
use crate::ui::components::{ChoiceItem, link};
use crate::ui::pages::form::{Form, use_form};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Asking a partner; nothing where there is no such partnership.
pub(super) fn asking(register: Option<&Rc<Register>>, id: PartnershipId, session: &Session) -> Html {
    let found = register.and_then(|register| Some((register, register.partnership(id)?)));
    let Some((register, partnership)) = found else { return not_found() };
    let (register, partnership) = (register.clone(), partnership.clone());
    html! { <Asking key={id.to_string()} session={session.clone()} {register} {partnership} /> }
}

/// Props of [`Asking`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AskingProps {
    session: Session,
    register: Rc<Register>,
    partnership: Rc<Partnership>,
}

/// The form that says who is asked.
#[component]
pub(super) fn Asking(props: &AskingProps) -> Html {
    let AskingProps { session, partnership, .. } = props;
    let place = Route::NewQuestionnaire(partnership.id);
    let form = use_form(&session.world, &place, AskDraft::default());
    let id = use_state(|| session.world.fresh_id());
    html! {
        <>
            <p>{ link(Route::PartnershipHealth(partnership.id).to_string(), format!("Health of {}", partnership.name)) }</p>
            { heading("Ask a partner") }
            <p class="lead">{ "Each partner answers the health check alone, without your register. You send a link or a file, and get one back." }</p>
            { form.head() }
            { fields(&form, props) }
            <p>{ "It holds the names of the partnership, of your organisation and of who is asked, and today\u{2019}s date. Nothing else of your register is in it." }</p>
            <Sending about={key(form.draft())} session={session.clone()} parcel={parcel(&form, props, *id)} may_be_sealed=false />
            <p>{ link(Route::Answers(String::new()).to_string(), "Open the answers when they come back") }</p>
        </>
    }
}

/// What the link depends on.
fn key(draft: &AskDraft) -> String {
    [&*draft.body, &*draft.respondent].join("\n")
}

fn fields(form: &Form<AskDraft>, props: &AskingProps) -> Html {
    let bodies = AskDraft::bodies(&props.partnership, &props.register);
    let items = bodies.into_iter().map(|name| ChoiceItem::new(name.clone(), name)).collect();
    html! {
        <>
            { form.choice(("body", "Which partner?", ""), Some("Somebody at our own body"), items, |d| &mut d.body) }
            { form.line("respondent", "Which post? (optional)", "A post, not a person\u{2019}s name. Who answers can put it right", |d| &mut d.respondent) }
        </>
    }
}

fn parcel(form: &Form<AskDraft>, props: &AskingProps, id: HealthCheckId) -> Callback<(), Option<Parcel>> {
    let (draft, props) = (form.draft().clone(), props.clone());
    Callback::from(move |()| {
        let today = props.session.world.clock.today();
        let asked = draft.questionnaire(&props.register, &props.partnership, id, today);
        asked.sound().ok().map(|asked| questionnaire_parcel(&Sent::Questionnaire(asked)))
    })
}
