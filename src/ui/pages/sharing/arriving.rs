//! Something that somebody sent, on its way in: a link that was followed, or a file that was chosen. It is taken out of the
//! address at once, so that it does not stay in the browser's history, and asks for its passphrase where it is sealed.
//! What it holds is shown by whoever wants it.

use std::rc::Rc;

use partnership_risk_core::document::sealed::Sealed;
use partnership_risk_core::exchange::link::LinkKind;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{
    AttrValue, Callback, Html, Properties, SubmitEvent, UseStateHandle, component, html, use_effect_with,
    use_state,
};

use crate::app::tasks::{Arrived, arrived, arrived_file, unsealed};
use crate::ui::components::{
    BannerKind, Button, ButtonKind, ChosenFile, FileInput, PassphraseField, Tick, banner, link,
};
use crate::ui::location::refine;
use crate::ui::pages::heading;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::sentence;

/// The largest file that is read, in bytes.
const MOST_BYTES: u32 = 2_000_000;

/// Props of [`Arriving`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ArrivingProps {
    /// What it acts through.
    pub session: Session,
    /// What stands in the address behind the place; empty where that has been taken out, or nothing was sent.
    pub link: AttrValue,
    /// The place without it, where it is to be taken out.
    pub without: Option<Route>,
    /// What a file ought to hold.
    pub kind: LinkKind,
    /// What stands there while nothing has come in: heading, what to do, and the ending of the files that are offered first.
    pub waiting: Waiting,
    /// What is shown of what came in.
    pub shows: Callback<(LinkKind, Rc<str>), Html>,
}

/// What stands there while nothing has come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Waiting {
    /// The heading.
    pub title: &'static str,
    /// What to do.
    pub what: &'static str,
}

/// What came in, and what is typed to open it.
#[derive(Clone, Debug, Default, PartialEq)]
struct State {
    found: Option<Arrived>,
    passphrase: String,
    is_shown: bool,
    is_busy: bool,
    problem: Option<AttrValue>,
}

impl State {
    fn with(found: Option<Arrived>) -> Self {
        Self { found, ..Self::default() }
    }

    fn of(text: &str) -> Self {
        Self::with((!text.is_empty()).then(|| arrived(text)))
    }
}

/// Something that somebody sent.
#[component]
pub(super) fn Arriving(props: &ArrivingProps) -> Html {
    let state = use_state(|| State::of(&props.link));
    let first = use_state(|| props.link.clone());
    let setter = state.setter();
    use_effect_with((props.link.clone(), props.without.clone()), move |(link, without)| {
        if !link.is_empty() {
            if *link != *first {
                first.set(link.clone());
                setter.set(State::of(link));
            }
            if let Some(place) = without {
                refine(place);
            }
        }
    });
    match &state.found {
        None => waiting(props, &state, None),
        Some(Arrived::Refused(reason)) => waiting(props, &state, Some(reason)),
        Some(Arrived::Sealed(sealed)) => sealed_form(props, &state, sealed),
        Some(Arrived::Open(kind, text)) => props.shows.emit((*kind, text.clone())),
    }
}

/// What is seen while nothing has come in that can be opened.
fn waiting(props: &ArrivingProps, state: &UseStateHandle<State>, refused: Option<&String>) -> Html {
    let (kind, state) = (props.kind, state.setter());
    let file = FileInput {
        id: "sent-file".into(),
        label: "Choose the file, or drop it here".into(),
        hint: "A link that you were sent is opened by following it".into(),
        accept: ".json,application/json".into(),
        most_bytes: MOST_BYTES,
        on_file: Callback::from(move |ChosenFile { content, .. }: ChosenFile| {
            state.set(State::with(Some(arrived_file(kind, content.as_deref()))));
        }),
    };
    html! {
        <>
            { heading(props.waiting.title) }
            if let Some(reason) = refused {
                { not_opened(reason) }
            }
            <p class="lead">{ props.waiting.what }</p>
            { file.view() }
            <p>{ link(Route::Overview.to_string(), "Leave it") }</p>
        </>
    }
}

/// Why something cannot be opened, and what to do.
pub(super) fn not_opened(reason: &str) -> Html {
    let content = html! {
        <>
            <p>{ sentence(reason) }</p>
            <p>{ "Nothing here has changed. Ask whoever sent it to send it again, or to send a file." }</p>
        </>
    };
    banner(BannerKind::Trouble, "It cannot be opened", content)
}

fn sealed_form(props: &ArrivingProps, state: &UseStateHandle<State>, sealed: &Sealed) -> Html {
    let open = Button { kind: ButtonKind::Submit, label: "Open it".into(), ..Button::default() };
    html! {
        <form onsubmit={opening(props, state, sealed)} novalidate=true>
            { heading("It is protected with a passphrase") }
            { passphrase_fields(state) }
            <p class="actions">{ open.view() }{ link(Route::Overview.to_string(), "Leave it") }</p>
            if state.is_busy {
                <p role="status">{ "Opening" }</p>
            }
        </form>
    }
}

fn passphrase_fields(state: &UseStateHandle<State>) -> Html {
    let field = PassphraseField {
        id: "passphrase".into(),
        label: "Passphrase".into(),
        hint: "Whoever sent it knows it".into(),
        value: state.passphrase.clone().into(),
        problem: state.problem.clone(),
        is_shown: state.is_shown,
        on_input: typing(state, |passphrase, before| State { passphrase, problem: None, ..before }),
    };
    let shown = Tick {
        id: "passphrase-shown".into(),
        label: "Show the passphrase".into(),
        is_ticked: state.is_shown,
        on_change: typing(state, |is_shown, before| State { is_shown, ..before }),
        ..Tick::default()
    };
    html! { <>{ field.view() }{ shown.view() }</> }
}

fn typing<T: 'static>(state: &UseStateHandle<State>, next: fn(T, State) -> State) -> Callback<T> {
    let state = state.clone();
    Callback::from(move |typed| state.set(next(typed, (*state).clone())))
}

fn opening(props: &ArrivingProps, state: &UseStateHandle<State>, sealed: &Sealed) -> Callback<SubmitEvent> {
    let (props, state, sealed) = (props.clone(), state.clone(), sealed.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let before = (*state).clone();
        state.set(State { is_busy: true, problem: None, ..before.clone() });
        let (world, kind, sealed, state) =
            (props.session.world.clone(), props.kind, sealed.clone(), state.setter());
        spawn_local(async move {
            state.set(match unsealed(world, sealed, before.passphrase.clone(), kind).await {
                Ok((kind, text)) => State::with(Some(Arrived::Open(kind, text))),
                Err(reason) => State { problem: Some(sentence(&reason).into()), ..before },
            });
        });
    })
}
