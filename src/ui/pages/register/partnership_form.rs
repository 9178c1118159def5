//! The form for a partnership.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Kind, PartnershipId, Register};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html};

use crate::app::drafts::PartnershipDraft;
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Props of [`PartnershipForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which partnership, or a new one.
    pub id: Option<PartnershipId>,
    /// Where the person came from.
    pub back: Option<Route>,
}

impl Props {
    fn place(&self) -> Route {
        self.id.map_or(Route::NewPartnership, Route::EditPartnership)
    }
}

/// The form for a partnership.
#[component]
pub fn PartnershipForm(props: &Props) -> Html {
    let known = props.id.and_then(|id| props.register.partnership(id));
    let first = known.map(|p| PartnershipDraft::of(p)).unwrap_or_default();
    let form = use_form(&props.session.world, &props.place(), first);
    if props.id.is_some() && known.is_none() {
        return not_found();
    }
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { form.head() }
            { heading(&known.map_or_else(|| "New partnership".to_owned(), |p| format!("Change {}", p.name))) }
            { fields(&form) }
            <p class="actions">{ form.save_or_cancel(props.back.as_ref().unwrap_or(&Route::Partnerships)) }</p>
        </form>
    }
}

fn fields(form: &Form<PartnershipDraft>) -> Html {
    html! {
        <>
            { form.line("name", "Name of the partnership", "", |d| &mut d.name) }
            { form.one_of::<Kind>(("kind", "Which form does it take?", ""), Some("Choose one"), |d| &mut d.kind) }
            { form.area("purpose", "What is it for?", "What the partners want to achieve together", |d| &mut d.purpose) }
            { form.line("lead-officer", "Lead officer",
                "Who leads it for your organisation: a post, not a person\u{2019}s name", |d| &mut d.lead_officer) }
            { form.area("notes", "Notes", "", |d| &mut d.notes) }
        </>
    }
}

fn submit(props: &Props, form: &Form<PartnershipDraft>) -> Callback<SubmitEvent> {
    let (props, form) = (props.clone(), form.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let world = &props.session.world;
        let id = props.id.unwrap_or_else(|| world.fresh_id());
        match form.draft().check(&props.register, id, world.clock.now()) {
            Ok(partnership) => {
                form.forget();
                let said = format!("Saved {}", partnership.name);
                props.session.change(Change::PartnershipsPut(vec![partnership]), said);
                go(&Route::Partnership(id));
            }
            Err(found) => form.refuse(found),
        }
    })
}
