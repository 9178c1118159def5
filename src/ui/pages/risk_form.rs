//! The form for a risk.

use std::rc::Rc;

use partnership_risk_core::register::{
    Change, PartnershipId, Register, Risk, RiskId, Stage, Status, Treatment,
};
use yew::prelude::{
    AttrValue, Callback, Html, Properties, SubmitEvent, UseStateHandle, component, html, use_memo, use_state,
};

use super::form::{Problems, editing, go};
use super::rating_fields::{RatingFields, ScaleKey};
use super::shown::category_items;
use crate::app::drafts::{RatingDraft, RiskDraft};
use crate::ui::components::{Button, ButtonKind, Choice, ChoiceItem, Link, TextArea, TextField};
use crate::ui::route::Route;
use crate::ui::session::{Session, use_session};

/// Which risk the form is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A new one, of one partnership where that is known.
    New(Option<PartnershipId>),
    /// One that is there.
    Existing(RiskId),
}

/// Props of [`RiskForm`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// Which risk.
    pub subject: Subject,
    /// Where the person came from.
    pub back: Option<Route>,
}

/// The form for a risk.
#[component]
pub fn RiskForm(props: &Props) -> Html {
    let session = use_session();
    let known = known(props);
    let draft = use_state(|| first_draft(props));
    let problems = use_state(Problems::default);
    if known.is_none() && matches!(props.subject, Subject::Existing(_)) {
        return html! { <super::NotFound /> };
    }
    if props.register.partnerships().is_empty() {
        return html! { <NoPartnershipYet /> };
    }
    let on_submit = submit(&session, props, &draft, &problems);
    let heading = known.as_ref().map_or("New risk", |risk| risk.title.as_str()).to_owned();
    html! {
        <form onsubmit={on_submit} novalidate=true>
            { problems.summary() }
            <h1 tabindex="-1">{ heading }</h1>
            <WhatFields register={props.register.clone()} draft={draft.clone()} problems={(*problems).clone()} />
            <RatingSection register={props.register.clone()} draft={draft.clone()} problems={(*problems).clone()} />
            <HandlingFields draft={draft.clone()} />
            <p class="actions">
                <Button kind={ButtonKind::Submit} label="Save" />
                <Link to={back(props).to_string()}>{ "Cancel" }</Link>
                if let Some(risk) = known {
                    <Button kind={ButtonKind::Warning} label="Delete" on_press={delete(&session, props, &risk)} />
                }
            </p>
        </form>
    }
}

fn known(props: &Props) -> Option<Rc<Risk>> {
    match props.subject {
        Subject::New(_) => None,
        Subject::Existing(id) => props.register.risk(id).cloned(),
    }
}

fn first_draft(props: &Props) -> RiskDraft {
    let only = match props.register.partnerships() {
        [only] => Some(only.id),
        _ => None,
    };
    match props.subject {
        Subject::New(partnership) => RiskDraft::new(partnership.or(only)),
        Subject::Existing(_) => known(props).map(|risk| RiskDraft::of(&risk)).unwrap_or_default(),
    }
}

fn back(props: &Props) -> Route {
    props.back.clone().unwrap_or_else(|| Route::risks(Default::default()))
}

fn delete(session: &Session, props: &Props, risk: &Risk) -> Callback<yew::MouseEvent> {
    let (session, back) = (session.clone(), back(props));
    let (id, said) = (risk.id, format!("Deleted \u{201c}{}\u{201d}. Undo brings it back.", risk.title));
    Callback::from(move |_| {
        session.change(Change::RiskRemoved(id), said.clone());
        go(&back);
    })
}

fn submit(
    session: &Session,
    props: &Props,
    draft: &UseStateHandle<RiskDraft>,
    problems: &UseStateHandle<Problems>,
) -> Callback<SubmitEvent> {
    let (session, props) = (session.clone(), props.clone());
    let (draft, problems) = (draft.clone(), problems.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let id = match props.subject {
            Subject::New(_) => session.world.fresh_id(),
            Subject::Existing(id) => id,
        };
        match draft.check(&props.register, id, session.world.clock.now()) {
            Ok(risk) => {
                let said = format!("Saved \u{201c}{}\u{201d}", risk.title);
                session.change(Change::RisksPut(vec![risk]), said);
                go(&back(&props));
            }
            Err(found) => problems.set(Problems(found)),
        }
    })
}

#[derive(Clone, PartialEq, Properties)]
struct SectionProps {
    #[prop_or_default]
    register: Option<Rc<Register>>,
    draft: UseStateHandle<RiskDraft>,
    #[prop_or_default]
    problems: Problems,
}

/// What could happen, where, and why.
#[component]
fn WhatFields(props: &SectionProps) -> Html {
    let SectionProps { register, draft, problems } = props;
    let partnerships = use_memo(register.clone(), |register| partnership_items(register.as_deref()));
    let categories = use_memo((), |()| Rc::<[ChoiceItem]>::from(category_items("Not decided")));
    let text =
        |id: &'static str, label: &'static str, hint: &'static str, at: fn(&mut RiskDraft) -> &mut String| {
            let value: AttrValue = at(&mut (**draft).clone()).clone().into();
            html! { <TextArea {id} {label} {hint} {value} on_input={editing(draft, at)} /> }
        };
    html! {
        <>
            <TextField
                id="title" label="The risk in a few words" value={draft.title.clone()}
                problem={problems.at("title")} on_input={editing(draft, |d| &mut d.title)}
            />
            <Choice
                id="partnership" label="Partnership" value={draft.partnership.clone()} items={(*partnerships).clone()}
                problem={problems.at("partnership")} on_choose={editing(draft, |d| &mut d.partnership)}
            />
            <Choice
                id="category" label="Category" hint="The benchmark counts risks by category"
                value={draft.category.clone()} items={(*categories).clone()}
                on_choose={editing(draft, |d| &mut d.category)}
            />
            { text("cause", "Cause", "Why could it happen?", |d| &mut d.cause) }
            { text("event", "Event", "What would happen?", |d| &mut d.event) }
            { text("consequence", "Consequence", "What would it lead to?", |d| &mut d.consequence) }
        </>
    }
}

fn partnership_items(register: Option<&Register>) -> Rc<[ChoiceItem]> {
    let choose = ChoiceItem::new("", "Choose one");
    let partnerships = register.map(Register::partnerships).unwrap_or_default();
    let item = |p: &Rc<_>| {
        let p: &partnership_risk_core::register::Partnership = p;
        ChoiceItem::new(p.id.to_string(), p.name.clone())
    };
    std::iter::once(choose).chain(partnerships.iter().map(item)).collect()
}

/// The three ratings.
#[component]
fn RatingSection(props: &SectionProps) -> Html {
    let Some(register) = &props.register else { return Html::default() };
    let matrix = register.organisation().matrix.clone();
    let fields = |(place, stage): (usize, Stage)| {
        let draft = props.draft.clone();
        let on_input = move |rating: RatingDraft| {
            let mut next = (*draft).clone();
            next.ratings[place] = rating;
            draft.set(next);
        };
        html! {
            <RatingFields
                {stage} matrix={matrix.clone()} draft={props.draft.ratings[place].clone()}
                problems={props.problems.clone()} {on_input}
            />
        }
    };
    html! {
        <section aria-labelledby="ratings">
            <h2 id="ratings">{ "Ratings" }</h2>
            <ScaleKey matrix={matrix.clone()} />
            for pair in Stage::ALL.into_iter().enumerate() {
                { fields(pair) }
            }
        </section>
    }
}

/// Who looks after it, and how.
#[component]
fn HandlingFields(props: &SectionProps) -> Html {
    let draft = &props.draft;
    let treatments =
        use_memo((), |()| Rc::<[_]>::from(ChoiceItem::numbered(&Treatment::ALL, Treatment::name)));
    let statuses = use_memo((), |()| Rc::<[_]>::from(ChoiceItem::numbered(&Status::ALL, Status::name)));
    html! {
        <section aria-labelledby="handling">
            <h2 id="handling">{ "Handling" }</h2>
            <TextField
                id="owner" label="Owner" hint="Who looks after it: a post, not a person\u{2019}s name"
                value={draft.owner.clone()} on_input={editing(draft, |d| &mut d.owner)}
            />
            <Choice
                id="treatment" label="Treatment" value={draft.treatment.clone()} items={(*treatments).clone()}
                on_choose={editing(draft, |d| &mut d.treatment)}
            />
            <Choice
                id="status" label="Status" hint="Drafts and closed risks count in no figure"
                value={draft.status.clone()} items={(*statuses).clone()} on_choose={editing(draft, |d| &mut d.status)}
            />
            <TextField
                id="reference" label="Reference" hint="Your own number for it, if you have one"
                value={draft.reference.clone()} on_input={editing(draft, |d| &mut d.reference)}
            />
            <TextArea
                id="notes" label="Notes" value={draft.notes.clone()} on_input={editing(draft, |d| &mut d.notes)}
            />
        </section>
    }
}

/// A risk belongs to a partnership, so the first partnership comes first.
#[component]
fn NoPartnershipYet() -> Html {
    html! {
        <>
            <h1 tabindex="-1">{ "New risk" }</h1>
            <p>{ "A risk belongs to a partnership, and there is none yet." }</p>
            <p>
                <Link class="button button--primary" to={Route::NewPartnership.to_string()}>
                    { "Add a partnership first" }
                </Link>
            </p>
        </>
    }
}
