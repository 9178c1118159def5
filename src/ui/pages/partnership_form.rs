//! The form for a partnership.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Kind, PartnershipId, Register};
use yew::prelude::{
    Callback, Html, Properties, SubmitEvent, UseStateHandle, component, html, use_memo, use_state,
};

use super::form::{Problems, editing, go};
use crate::app::drafts::PartnershipDraft;
use crate::ui::components::{Button, ButtonKind, Choice, ChoiceItem, Link, TextArea, TextField};
use crate::ui::route::Route;
use crate::ui::session::{Session, use_session};

/// Props of [`PartnershipForm`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// Which partnership, or a new one.
    pub id: Option<PartnershipId>,
    /// Where the person came from.
    pub back: Option<Route>,
}

/// The form for a partnership.
#[component]
pub fn PartnershipForm(props: &Props) -> Html {
    let Props { register, id, back } = props;
    let session = use_session();
    let known = id.and_then(|id| register.partnership(id).cloned());
    let draft = use_state(|| known.as_deref().map(PartnershipDraft::of).unwrap_or_default());
    let problems = use_state(Problems::default);
    let kinds = use_memo((), |()| kind_items());
    if id.is_some() && known.is_none() {
        return html! { <super::NotFound /> };
    }
    let on_submit = submit(&session, props, &draft, &problems);
    let heading = known.map_or_else(|| "New partnership".to_owned(), |p| format!("Change {}", p.name));
    let cancel = back.clone().unwrap_or(Route::Partnerships);
    html! {
        <form onsubmit={on_submit} novalidate=true>
            { problems.summary() }
            <h1 tabindex="-1">{ heading }</h1>
            <TextField
                id="name" label="Name of the partnership" value={draft.name.clone()}
                problem={problems.at("name")} on_input={editing(&draft, |d| &mut d.name)}
            />
            <Choice
                id="kind" label="Which form does it take?" value={draft.kind.clone()} items={(*kinds).clone()}
                problem={problems.at("kind")} on_choose={editing(&draft, |d| &mut d.kind)}
            />
            <TextArea
                id="purpose" label="What is it for?" hint="What the partners want to achieve together"
                value={draft.purpose.clone()} on_input={editing(&draft, |d| &mut d.purpose)}
            />
            <TextField
                id="lead-officer" label="Lead officer" hint="Who leads it for your organisation: a post, not a person\u{2019}s name"
                value={draft.lead_officer.clone()} on_input={editing(&draft, |d| &mut d.lead_officer)}
            />
            <TextArea
                id="notes" label="Notes" value={draft.notes.clone()} on_input={editing(&draft, |d| &mut d.notes)}
            />
            <p class="actions">
                <Button kind={ButtonKind::Submit} label="Save" />
                <Link to={cancel.to_string()}>{ "Cancel" }</Link>
            </p>
        </form>
    }
}

fn kind_items() -> Rc<[ChoiceItem]> {
    let choose = ChoiceItem::new("", "Choose one");
    std::iter::once(choose).chain(ChoiceItem::numbered(&Kind::ALL, Kind::name)).collect()
}

fn submit(
    session: &Session,
    props: &Props,
    draft: &UseStateHandle<PartnershipDraft>,
    problems: &UseStateHandle<Problems>,
) -> Callback<SubmitEvent> {
    let (session, props) = (session.clone(), props.clone());
    let (draft, problems) = (draft.clone(), problems.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let id = props.id.unwrap_or_else(|| session.world.fresh_id());
        match draft.check(&props.register, id, session.world.clock.now()) {
            Ok(partnership) => {
                let said = format!("Saved {}", partnership.name);
                session.change(Change::PartnershipsPut(vec![partnership]), said);
                go(&Route::Partnership(id));
            }
            Err(found) => problems.set(Problems(found)),
        }
    })
}
