//! The form for a risk.

use std::rc::Rc;

use partnership_risk_core::register::{
    Change, PartnershipId, Register, Risk, RiskId, Stage, Status, Treatment,
};
use yew::prelude::{Callback, Html, MouseEvent, Properties, SubmitEvent, component, html};

use super::rating_fields::{RatingFields, scale_key};
use crate::app::drafts::{RatingDraft, RiskDraft};
use crate::app::queries::risk_table::Filter;
use crate::ui::components::{Button, ButtonKind, button_link};
use crate::ui::pages::form::{Form, go, use_form};
use crate::ui::pages::shown::{category_items, partnership_items};
use crate::ui::pages::{heading, not_found};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Which risk the form is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A new one, of one partnership where that is known.
    New(Option<PartnershipId>),
    /// One that is there.
    Existing(RiskId),
}

/// Props of [`RiskForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// Which risk.
    pub subject: Subject,
    /// Where the person came from.
    pub back: Option<Route>,
}

impl Props {
    fn known(&self) -> Option<&Rc<Risk>> {
        match self.subject {
            Subject::New(_) => None,
            Subject::Existing(id) => self.register.risk(id),
        }
    }

    fn place(&self) -> Route {
        match self.subject {
            Subject::New(partnership) => Route::NewRisk(partnership),
            Subject::Existing(id) => Route::Risk(id),
        }
    }

    fn back(&self) -> Route {
        self.back.clone().unwrap_or_else(|| Route::risks(Filter::default()))
    }

    fn first_draft(&self) -> RiskDraft {
        let only = match self.register.partnerships() {
            [only] => Some(only.id),
            _ => None,
        };
        match self.subject {
            Subject::New(partnership) => RiskDraft::new(partnership.or(only)),
            Subject::Existing(_) => self.known().map(|risk| RiskDraft::of(risk)).unwrap_or_default(),
        }
    }
}

/// The form for a risk.
#[component]
pub fn RiskForm(props: &Props) -> Html {
    let form = use_form(&props.session.world, &props.place(), props.first_draft());
    let known = props.known();
    if known.is_none() && matches!(props.subject, Subject::Existing(_)) {
        return not_found();
    }
    if props.register.partnerships().is_empty() {
        return no_partnership_yet();
    }
    html! {
        <form onsubmit={submit(props, &form)} novalidate=true>
            { form.head() }
            { heading(known.map_or("New risk", |risk| &risk.title)) }
            { what(&form, &props.register) }
            { ratings(&form, &props.register) }
            { handling(&form) }
            <p class="actions">
                { form.save_or_cancel(&props.back()) }
                { known.map(|risk| delete(props, risk)).unwrap_or_default() }
            </p>
        </form>
    }
}

/// What could happen, where, and why.
fn what(form: &Form<RiskDraft>, register: &Register) -> Html {
    html! {
        <>
            { form.line("title", "The risk in a few words", "", |d| &mut d.title) }
            { form.choice(("partnership", "Partnership", ""), Some("Choose one"), partnership_items(register),
                |d| &mut d.partnership) }
            { form.choice(("category", "Category", "The benchmark counts risks by category"), Some("Not decided"),
                category_items(), |d| &mut d.category) }
            { form.area("cause", "Cause", "Why could it happen?", |d| &mut d.cause) }
            { form.area("event", "Event", "What would happen?", |d| &mut d.event) }
            { form.area("consequence", "Consequence", "What would it lead to?", |d| &mut d.consequence) }
        </>
    }
}

/// The three ratings.
fn ratings(form: &Form<RiskDraft>, register: &Register) -> Html {
    let matrix = register.matrix();
    let fields = |(place, stage): (usize, Stage)| {
        let on_input = form.changing(move |draft, rating: RatingDraft| draft.ratings[place] = rating);
        let draft = &form.draft().ratings[place];
        RatingFields { stage, matrix, draft, problems: form.problems(), on_input }.view()
    };
    html! {
        <section aria-labelledby="ratings">
            <h2 id="ratings">{ "Ratings" }</h2>
            { scale_key(matrix) }
            { for Stage::ALL.into_iter().enumerate().map(fields) }
        </section>
    }
}

/// Who looks after it, and how.
fn handling(form: &Form<RiskDraft>) -> Html {
    html! {
        <section aria-labelledby="handling">
            <h2 id="handling">{ "Handling" }</h2>
            { form.line("owner", "Owner", "Who looks after it: a post, not a person\u{2019}s name", |d| &mut d.owner) }
            { form.one_of::<Treatment>(("treatment", "Treatment", ""), None, |d| &mut d.treatment) }
            { form.one_of::<Status>(("status", "Status", "Drafts and closed risks count in no figure"), None,
                |d| &mut d.status) }
            { form.line("reference", "Reference", "Your own number for it, if you have one", |d| &mut d.reference) }
            { form.area("notes", "Notes", "", |d| &mut d.notes) }
        </section>
    }
}

fn delete(props: &Props, risk: &Risk) -> Html {
    let (session, back) = (props.session.clone(), props.back());
    let (id, said) = (risk.id, format!("Deleted \u{201c}{}\u{201d}. Undo brings it back.", risk.title));
    let on_press = move |_: MouseEvent| {
        session.change(Change::RiskRemoved(id), said.clone());
        go(&back);
    };
    Button { kind: ButtonKind::Warning, label: "Delete".into(), on_press: on_press.into(), disabled: false }
        .view()
}

fn submit(props: &Props, form: &Form<RiskDraft>) -> Callback<SubmitEvent> {
    let (props, form) = (props.clone(), form.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let world = &props.session.world;
        let id = match props.subject {
            Subject::New(_) => world.fresh_id(),
            Subject::Existing(id) => id,
        };
        match form.draft().check(&props.register, id, world.clock.now()) {
            Ok(risk) => {
                form.forget();
                let said = format!("Saved \u{201c}{}\u{201d}", risk.title);
                props.session.change(Change::RisksPut(vec![risk]), said);
                go(&props.back());
            }
            Err(found) => form.refuse(found),
        }
    })
}

/// A risk belongs to a partnership, so the first partnership comes first.
fn no_partnership_yet() -> Html {
    html! {
        <>
            { heading("New risk") }
            <p>{ "A risk belongs to a partnership, and there is none yet." }</p>
            <p>{ button_link("Add a partnership first", "button button--primary", Route::NewPartnership.to_string()) }</p>
        </>
    }
}
