//! The form for a risk.

use std::rc::Rc;

use partnership_risk_core::register::{
    Change, PartnershipId, Register, Risk, RiskId, Stage, Status, Treatment,
};
use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, Properties, SubmitEvent, UseStateHandle, component, html,
    use_state,
};

use super::rating_fields::{RatingFields, scale_key};
use crate::app::drafts::{RatingDraft, RiskDraft};
use crate::app::queries::risk_table::Filter;
use crate::ui::components::{Button, ButtonKind, Choice, ChoiceItem, TextArea, TextField, button_link};
use crate::ui::pages::form::{Problems, editing, go, save_or_cancel};
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

/// What is typed, and what is wrong with it.
struct Form<'a> {
    register: &'a Register,
    draft: &'a UseStateHandle<RiskDraft>,
    problems: &'a Problems,
}

/// The form for a risk.
#[component]
pub fn RiskForm(props: &Props) -> Html {
    let draft = use_state(|| props.first_draft());
    let problems = use_state(Problems::default);
    let known = props.known();
    if known.is_none() && matches!(props.subject, Subject::Existing(_)) {
        return not_found();
    }
    if props.register.partnerships().is_empty() {
        return no_partnership_yet();
    }
    let form = Form { register: &props.register, draft: &draft, problems: &problems };
    html! {
        <form onsubmit={submit(props, &draft, &problems)} novalidate=true>
            { problems.summary() }
            { heading(known.map_or("New risk", |risk| &risk.title)) }
            { form.what() }
            { form.ratings() }
            { form.handling() }
            <p class="actions">
                { save_or_cancel(&props.back()) }
                { known.map(|risk| delete(props, risk)).unwrap_or_default() }
            </p>
        </form>
    }
}

impl Form<'_> {
    /// What could happen, where, and why.
    fn what(&self) -> Html {
        html! {
            <>
                { self.line("title", "The risk in a few words", "", |d| &mut d.title) }
                { self.choice("partnership", "Partnership", "", Some("Choose one"), partnership_items(self.register),
                    |d| &mut d.partnership) }
                { self.choice("category", "Category", "The benchmark counts risks by category", Some("Not decided"),
                    category_items(), |d| &mut d.category) }
                { self.area("cause", "Cause", "Why could it happen?", |d| &mut d.cause) }
                { self.area("event", "Event", "What would happen?", |d| &mut d.event) }
                { self.area("consequence", "Consequence", "What would it lead to?", |d| &mut d.consequence) }
            </>
        }
    }

    /// The three ratings.
    fn ratings(&self) -> Html {
        let matrix = self.register.matrix();
        let fields = |(place, stage): (usize, Stage)| {
            let draft = self.draft.clone();
            let on_input = Callback::from(move |rating: RatingDraft| {
                let mut next = (*draft).clone();
                next.ratings[place] = rating;
                draft.set(next);
            });
            let draft = &self.draft.ratings[place];
            RatingFields { stage, matrix, draft, problems: self.problems, on_input }.view()
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
    fn handling(&self) -> Html {
        let treatments = ChoiceItem::numbered(Treatment::ALL.into_iter().map(Treatment::name));
        let statuses = ChoiceItem::numbered(Status::ALL.into_iter().map(Status::name));
        html! {
            <section aria-labelledby="handling">
                <h2 id="handling">{ "Handling" }</h2>
                { self.line("owner", "Owner", "Who looks after it: a post, not a person\u{2019}s name", |d| &mut d.owner) }
                { self.choice("treatment", "Treatment", "", None, treatments, |d| &mut d.treatment) }
                { self.choice("status", "Status", "Drafts and closed risks count in no figure", None, statuses,
                    |d| &mut d.status) }
                { self.line("reference", "Reference", "Your own number for it, if you have one", |d| &mut d.reference) }
                { self.area("notes", "Notes", "", |d| &mut d.notes) }
            </section>
        }
    }

    /// What is typed in one place of the draft.
    fn typed(&self, at: Place) -> AttrValue {
        let mut draft = (**self.draft).clone();
        std::mem::take(at(&mut draft)).into()
    }

    fn line(&self, id: &'static str, label: &'static str, hint: &'static str, at: Place) -> Html {
        TextField {
            id: id.into(),
            label: label.into(),
            hint: hint.into(),
            value: self.typed(at),
            problem: self.problems.at(id),
            number: false,
            on_input: editing(self.draft, at),
        }
        .view()
    }

    fn area(&self, id: &'static str, label: &'static str, hint: &'static str, at: Place) -> Html {
        let (value, on_input) = (self.typed(at), editing(self.draft, at));
        TextArea { id: id.into(), label: label.into(), hint: hint.into(), value, on_input }.view()
    }

    fn choice(
        &self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        none: Option<&'static str>,
        items: Vec<ChoiceItem>,
        at: Place,
    ) -> Html {
        Choice {
            id: id.into(),
            label: label.into(),
            hint: hint.into(),
            value: self.typed(at),
            none: none.map(AttrValue::from),
            items,
            problem: self.problems.at(id),
            on_choose: editing(self.draft, at),
        }
        .view()
    }
}

/// One text of the draft.
type Place = fn(&mut RiskDraft) -> &mut String;

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

fn submit(
    props: &Props,
    draft: &UseStateHandle<RiskDraft>,
    problems: &UseStateHandle<Problems>,
) -> Callback<SubmitEvent> {
    let (props, draft, problems) = (props.clone(), draft.clone(), problems.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let world = &props.session.world;
        let id = match props.subject {
            Subject::New(_) => world.fresh_id(),
            Subject::Existing(id) => id,
        };
        match draft.check(&props.register, id, world.clock.now()) {
            Ok(risk) => {
                let said = format!("Saved \u{201c}{}\u{201d}", risk.title);
                props.session.change(Change::RisksPut(vec![risk]), said);
                go(&props.back());
            }
            Err(found) => problems.set(problems.found(found)),
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
