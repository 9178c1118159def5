//! What somebody has shared, looked at before anything is done with it. Nothing that is kept here is touched until the
//! person says so, and that can be taken back.

use std::rc::Rc;

use partnership_risk_core::decimal;
use partnership_risk_core::document::Header;
use partnership_risk_core::exchange::link::LinkKind;
use partnership_risk_core::exchange::link::shared::{self, Shared};
use partnership_risk_core::register::{Change, Register};
use partnership_risk_core::scale::{Level, Score};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, Html, Properties, component, html, use_memo};

use super::arriving::not_opened;
use crate::app::event::Event;
use crate::app::queries::sharing::{Outlook, SharedRisk, as_copy, contents, outlook, shared_risks};
use crate::app::tasks::{merge_incoming, offer_parcel, register_parcel};
use crate::ui::components::{Button, ButtonKind, Head, SummaryRow, TableRow, link, summary_list, table};
use crate::ui::pages::form::go;
use crate::ui::pages::heading;
use crate::ui::pages::shown::level;
use crate::ui::route::{MergeView, Route};
use crate::ui::session::Session;
use crate::ui::words::{count, in_a_row};

/// Props of [`Preview`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PreviewProps {
    /// What it acts through.
    pub session: Session,
    /// The register that is open here.
    pub register: Option<Rc<Register>>,
    /// What the link says that it holds.
    pub kind: LinkKind,
    /// What it holds.
    pub text: Rc<str>,
}

/// What somebody has shared. A component, so that it is read once.
#[component]
pub(super) fn Preview(props: &PreviewProps) -> Html {
    let read = use_memo((props.kind, props.text.clone()), |(kind, text)| shared::read(*kind, text));
    match &*read {
        Ok(shared) => preview(props, shared),
        Err(error) => {
            html! { <>{ heading("What you were sent") }{ not_opened(&error.to_string()) }{ leave() }</> }
        }
    }
}

fn preview(props: &PreviewProps, shared: &Shared) -> Html {
    let from = &shared.register.organisation().name;
    let title = match shared.register.partnerships() {
        [one] if shared.is_one_partnership => format!("{}, shared by {from}", one.name),
        _ => format!("The register of {from}, shared with you"),
    };
    html! {
        <>
            { heading(&title) }
            <p class="lead">{ "This is what the link holds. You are looking at it; nothing of it is in your register, and nothing that you have here has changed." }</p>
            { facts(&props.session, shared) }
            { risks(props, &shared.register) }
            if shared.is_one_partnership {
                { with_a_partnership(props, shared) }
            } else {
                { with_a_register(props, shared) }
            }
            { leave() }
        </>
    }
}

fn facts(session: &Session, Shared { register, header, .. }: &Shared) -> Html {
    let counts: Vec<String> =
        contents(register).into_iter().map(|(n, one, many)| count(n, one, many)).collect();
    summary_list(vec![
        SummaryRow::text("From", &register.organisation().name),
        SummaryRow::text("Made", &made(session, header)),
        SummaryRow::text("Handling", &register.organisation().handling),
        SummaryRow::text("Holds", &in_a_row(&counts)),
        SummaryRow::text("Risk matrix", register.matrix().name()),
    ])
}

fn made(session: &Session, header: &Header) -> String {
    let clock = &session.world.clock;
    format!("{}, {}", clock.date(header.saved_at), clock.time_of_day(header.saved_at))
}

/// The risks with their scores, there and, where another matrix is used, here.
fn risks(props: &PreviewProps, shared: &Register) -> Html {
    let risks = shared_risks(shared, props.register.as_deref());
    if risks.is_empty() {
        return html! { <p>{ "It holds no open risk." }</p> };
    }
    let is_moved = risks.iter().any(|risk| risk.here.is_some());
    let mut heads =
        vec![Head::text("Risk"), Head::text("Partnership"), Head::number("Score"), Head::text("Level")];
    heads.extend(is_moved.then(|| Head::text("On your matrix")));
    let rows = risks.iter().map(|risk| risk_row(risk, is_moved)).collect();
    html! {
        <>
            <h2>{ "Risks" }</h2>
            if is_moved {
                <p>{ "They are rated on another matrix than yours. The last column says what the ratings come to on yours, step by step by the names of the steps." }</p>
            }
            { table("Risks that were shared, the greatest first", &heads, rows) }
        </>
    }
}

fn risk_row(shared: &SharedRisk, is_moved: bool) -> TableRow {
    let score = |rated: &Option<(Score, Level)>| {
        rated.as_ref().map(|(score, _)| decimal::short(score.product(), 2)).unwrap_or_default()
    };
    let band = |rated: &Option<(Score, Level)>| {
        rated.as_ref().map_or_else(|| html! { "Not rated" }, |(_, found)| level(found))
    };
    let mut cells = vec![
        shared.risk.title.clone().into(),
        shared.partnership.clone().into(),
        score(&shared.there).into(),
        band(&shared.there),
    ];
    let here = || html! { <>{ score(&shared.here) }{ " " }{ band(&shared.here) }</> };
    cells.extend(is_moved.then(here));
    TableRow::new(cells)
}

/// What can be done with one partnership.
fn with_a_partnership(props: &PreviewProps, shared: &Shared) -> Html {
    match outlook(props.register.as_deref(), &shared.register) {
        Outlook::NoRegister => html! {
            <>
                <p>{ "You have no register in this browser yet. You can open this as one, to look around." }</p>
                <p class="actions">{ opening(props, shared, "Open it as a register") }{ filing(props, shared) }</p>
            </>
        },
        Outlook::Addable(change) => html! {
            <>
                <p>{ "Added, it becomes a partnership of your register, with the ids that it has where it comes from. Undo takes it out again." }</p>
                <p class="actions">{ adding(props, shared, *change) }{ filing(props, shared) }</p>
            </>
        },
        Outlook::NotAddable(error) => html! {
            <>
                <p class="inset">{ format!("It cannot simply be added: {error}. Merge it, so that you see what differs.") }</p>
                <p class="actions">{ merging(props, shared) }{ filing(props, shared) }</p>
            </>
        },
    }
}

/// What can be done with a whole register.
fn with_a_register(props: &PreviewProps, shared: &Shared) -> Html {
    let (said, label) = match &props.register {
        None => ("You have no register in this browser yet.", "Open it"),
        Some(_) => (
            "Opened, it takes the place of the register that you have here. A copy of yours is made before, and Undo brings it back.",
            "Open in place of what is here",
        ),
    };
    html! {
        <>
            <p>{ said }</p>
            <p class="actions">
                { opening(props, shared, label) }
                if props.register.is_some() {
                    { merging(props, shared) }
                }
                { filing(props, shared) }
            </p>
        </>
    }
}

/// The button that leads to where both are made one; nothing is changed by that.
fn merging(props: &PreviewProps, shared: &Shared) -> Html {
    let (session, register, shared) = (props.session.clone(), props.register.clone(), shared.clone());
    let on_press = Callback::from(move |_| {
        let (session, register, copy) =
            (session.clone(), register.clone(), as_copy(register.as_deref(), &shared));
        spawn_local(async move {
            let Some(register) = register else { return };
            session.tell(merge_incoming(session.world.clone(), register, copy).await);
            go(&Route::Merge(MergeView::default()));
        });
    });
    Button { label: "Merge with what is here".into(), on_press, ..Button::default() }.view()
}

fn adding(props: &PreviewProps, shared: &Shared, change: Change) -> Html {
    let session = props.session.clone();
    let partnership = shared.register.partnerships().first().cloned();
    let on_press = Callback::from(move |_| {
        let Some(partnership) = &partnership else { return };
        session.change(
            change.clone(),
            format!("Added \u{201c}{}\u{201d} with all that belongs to it", partnership.name),
        );
        go(&Route::Partnership(partnership.id));
    });
    let kind = ButtonKind::Submit;
    Button { kind, label: "Add this partnership to my register".into(), on_press, ..Button::default() }.view()
}

fn opening(props: &PreviewProps, shared: &Shared, label: &'static str) -> Html {
    let (session, register) = (props.session.clone(), Rc::new(shared.register.clone()));
    let on_press = Callback::from(move |_| {
        let said = format!("Opened what was shared by {}", register.organisation().name);
        session.tell(Event::RegisterChosen { register: register.clone(), said });
        go(&Route::Overview);
    });
    Button { label: label.into(), on_press, ..Button::default() }.view()
}

fn filing(props: &PreviewProps, shared: &Shared) -> Html {
    let (world, register) = (props.session.world.clone(), shared.register.clone());
    let on_press = Callback::from(move |_| {
        let Some(parcel) = register_parcel(&world, &register, None) else { return };
        let world = world.clone();
        spawn_local(async move {
            // Without a passphrase there is nothing that could fail.
            offer_parcel(world, parcel, None).await.ok();
        });
    });
    Button { label: "Save it as a file".into(), on_press, ..Button::default() }.view()
}

fn leave() -> Html {
    html! { <p>{ link(Route::Overview.to_string(), "Leave it") }</p> }
}
