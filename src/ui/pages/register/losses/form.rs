//! The form for a loss.

use std::rc::Rc;

use partnership_risk_core::register::{Change, Loss, LossId, PartnershipId, Register};
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html};

use super::super::way_back::way_back;
use crate::app::drafts::LossDraft;
use crate::ui::components::{Button, ButtonKind, ChoiceItem, button_link};
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::shown::partnership_items;
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Which loss the form is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A new one, in one partnership where that is known.
    New(Option<PartnershipId>),
    /// One that is there.
    Existing(LossId),
}

/// Props of [`LossForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which loss.
    pub subject: Subject,
    /// Where the person came from.
    pub back: Option<Route>,
}

impl Props {
    fn place(&self) -> Route {
        match self.subject {
            Subject::New(partnership) => Route::NewLoss(partnership),
            Subject::Existing(id) => Route::Loss(id),
        }
    }

    fn back(&self) -> Route {
        way_back(&self.place(), self.back.as_ref(), Route::Losses)
    }

    /// What the form begins with; where there is one partnership, that is the one.
    fn first(&self, known: Option<&Rc<Loss>>) -> LossDraft {
        let only = match self.register.partnerships() {
            [only] => Some(only.id),
            _ => None,
        };
        match (self.subject, known) {
            (Subject::New(partnership), _) => LossDraft::new(partnership.or(only)),
            (Subject::Existing(_), Some(loss)) => LossDraft::of(loss),
            (Subject::Existing(_), None) => LossDraft::default(),
        }
    }
}

/// The form for a loss.
#[component]
pub fn LossForm(props: &Props) -> Html {
    let known = match props.subject {
        Subject::New(_) => None,
        Subject::Existing(id) => props.register.loss(id),
    };
    let form = use_form(&props.session.world, &props.place(), props.first(known));
    if known.is_none() && matches!(props.subject, Subject::Existing(_)) {
        return not_found();
    }
    if props.register.partnerships().is_empty() {
        return no_partnership_yet();
    }
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { form.head() }
            { heading(known.map_or("New loss", |_| "Change a loss")) }
            { fields(&form, &props.register) }
            <p class="actions">
                { form.save_or_cancel(&props.back()) }
                { known.map(|loss| delete(props, loss)).unwrap_or_default() }
            </p>
        </form>
    }
}

fn fields(form: &Form<LossDraft>, register: &Register) -> Html {
    html! {
        <>
            { form.line("what", "What happened", "In a few words, such as theft of lead from school roofs", |d| &mut d.what) }
            { form.line("when", "When", "A day such as 31/3/2027, or a financial year such as 2026/27", |d| &mut d.when) }
            { form.choice(("partnership", "Partnership", ""), Some("Choose one"), partnership_items(register),
                |d| &mut d.partnership) }
            { form.choice(("risk", "Risk that came about", "The risks of the partnership you have chosen"),
                Some("None that we knew of"), risk_items(register, &form.draft().partnership), |d| &mut d.risk) }
            { form.short("count", "How many times", "1 for a single event, or the claims of a whole year", |d| &mut d.count) }
            { form.line("cost", "Cost", "What they cost together, in pounds, such as 12,500 or 12.5k", |d| &mut d.cost) }
            { form.area("notes", "Notes", "", |d| &mut d.notes) }
        </>
    }
}

/// The risks of the partnership that is chosen.
fn risk_items(register: &Register, partnership: &str) -> Vec<ChoiceItem> {
    let Ok(id) = partnership.parse() else { return Vec::new() };
    register.risks_of(id).map(|risk| ChoiceItem::new(risk.id.to_string(), risk.title.clone())).collect()
}

fn delete(props: &Props, loss: &Loss) -> Html {
    let (session, back, id) = (props.session.clone(), props.back(), loss.id);
    let said = format!("Deleted \u{201c}{}\u{201d}. Undo brings it back.", loss.what);
    let on_press = move |_| {
        session.change(Change::LossRemoved(id), said.clone());
        go(&back);
    };
    let label = "Delete".into();
    Button { kind: ButtonKind::Warning, label, on_press: on_press.into(), disabled: false }.view()
}

fn submit(props: &Props, form: &Form<LossDraft>) -> Callback<SubmitEvent> {
    let (props, form) = (props.clone(), form.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let world = &props.session.world;
        let id = match props.subject {
            Subject::New(_) => world.fresh_id(),
            Subject::Existing(id) => id,
        };
        match form.draft().check(&props.register, id, world.clock.now()) {
            Ok(loss) => {
                form.forget();
                let said = format!("Saved \u{201c}{}\u{201d}", loss.what);
                props.session.change(Change::LossesPut(vec![loss]), said);
                go(&props.back());
            }
            Err(found) => form.refuse(found),
        }
    })
}

/// A loss belongs to a partnership, so the first partnership comes first.
fn no_partnership_yet() -> Html {
    html! {
        <>
            { heading("New loss") }
            <p>{ "A loss belongs to a partnership, and there is none yet." }</p>
            <p>{ button_link("Add a partnership first", "button button--primary", Route::NewPartnership.to_string()) }</p>
        </>
    }
}
