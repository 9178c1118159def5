//! The form for a partnership: the essentials first, the rest in sections that links above lead to.

mod partners;
mod sections;

use std::cell::RefCell;
use std::rc::Rc;

use partnership_risk_core::register::{Change, PartnershipId, Register};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html, use_effect, use_mut_ref};

use crate::app::drafts::PartnershipDraft;
use crate::ui::components::contents;
use crate::ui::focus::focus_id;
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::{PartnershipView, Route};
use crate::ui::session::Session;

use partners::partners;
use sections::{agreement, anything_else, dates, essentials, money, significance, value};

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

    fn back(&self) -> Route {
        let usual = || self.id.map_or(Route::Partnerships(PartnershipView::default()), Route::Partnership);
        self.back.clone().unwrap_or_else(usual)
    }
}

/// The id of the field or heading that takes the focus once it is there.
type FocusNext = Rc<RefCell<Option<String>>>;

/// The sections in order: the id and the words of each one's heading.
const SECTIONS: [(&str, &str); 8] = [
    ("essentials", "Essentials"),
    ("value", "What it achieves"),
    ("partners", "Partners"),
    ("money", "Money"),
    ("agreement", "Agreement"),
    ("dates", "Dates and stage"),
    ("significance", "Significance"),
    ("anything-else", "Anything else"),
];

/// The form for a partnership.
#[component]
pub fn PartnershipForm(props: &Props) -> Html {
    let known = props.id.and_then(|id| props.register.partnership(id));
    let first = known.map_or_else(PartnershipDraft::new, |p| PartnershipDraft::of(p));
    let form = use_form(&props.session.world, &props.place(), first);
    let focus_next: FocusNext = use_mut_ref(|| None);
    use_effect({
        let focus_next = focus_next.clone();
        move || {
            if let Some(id) = focus_next.take() {
                focus_id(&id);
            }
        }
    });
    if props.id.is_some() && known.is_none() {
        return not_found();
    }
    let title = known.map_or_else(|| "New partnership".to_owned(), |p| format!("Change {}", p.name));
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { form.head() }
            { heading(&title) }
            <p class="note">{ "Only the name and the form are needed to begin. The rest can come later." }</p>
            { contents("Sections of this form", &SECTIONS) }
            { all_sections(&form, &focus_next, &props.register, known.is_some()) }
            <p class="actions">{ form.save_or_cancel(&props.back()) }</p>
        </form>
    }
}

fn all_sections(
    form: &Form<PartnershipDraft>,
    focus_next: &FocusNext,
    register: &Register,
    is_change: bool,
) -> Html {
    let contents = [
        essentials(form),
        value(form),
        partners(form, focus_next),
        money(form),
        agreement(form),
        dates(form),
        significance(form, register),
        anything_else(form, is_change),
    ];
    let section = |((id, title), content): ((&'static str, &'static str), Html)| {
        html! {
            <section aria-labelledby={id}>
                <h2 {id} tabindex="-1">{ title }</h2>
                { content }
            </section>
        }
    };
    html! { <>{ for SECTIONS.into_iter().zip(contents).map(section) }</> }
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
                let reason = form.draft().reason.trim().to_owned();
                props.session.change_because(Change::PartnershipsPut(vec![partnership]), said, reason);
                go(&Route::Partnership(id));
            }
            Err(found) => form.refuse(found),
        }
    })
}
