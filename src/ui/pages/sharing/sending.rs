//! Making a link or a file of something, with a passphrase or without. What is in it is decided by whoever asks for it.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, Properties, SubmitEvent, UseStateHandle, UseStateSetter,
    component, hook, html, use_effect, use_effect_with, use_state,
};

use crate::app::drafts::{PassphraseDraft, Problem};
use crate::app::tasks::{Parcel, link_of, offer_parcel};
use crate::app::world::{CipherError, World};
use crate::ui::components::{BannerKind, Button, ButtonKind, CopyField, PassphraseField, Tick, banner};
use crate::ui::focus;
use crate::ui::location::whole_address;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::{grouped, sentence};

/// How many characters of a link e-mail programs are known to carry.
const MOST_IN_MAIL: usize = 8_000;

/// Props of [`Sending`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SendingProps {
    /// What it acts through.
    pub session: Session,
    /// What a link that was made depends on: once that is another, the link is gone.
    pub about: AttrValue,
    /// What is to be sent; nothing where that is not known yet.
    pub parcel: Callback<(), Option<Parcel>>,
    /// Whether it may be more than names, so that a passphrase is worth while.
    pub may_be_sealed: bool,
}

/// What was typed and made here, and what was wrong.
#[derive(Clone, Default, PartialEq)]
struct Made {
    is_sealed: bool,
    is_shown: bool,
    passphrase: PassphraseDraft,
    problems: Vec<Problem>,
    link: Option<String>,
    trouble: Option<String>,
    is_busy: bool,
}

impl Made {
    /// What is wrong with one field.
    fn problem(&self, field: &str) -> Option<AttrValue> {
        let found = self.problems.iter().find(|problem| problem.field == field);
        found.map(|problem| problem.message.clone().into())
    }
}

/// As what something is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Link,
    File,
}

/// Making a link or a file of something.
#[component]
pub(super) fn Sending(props: &SendingProps) -> Html {
    let made = use_state(Made::default);
    use_effect(focus::follow);
    use_forgetting(props.about.clone(), &made);
    let onsubmit = {
        let begin = beginning(props, &made, Form::Link);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            begin.emit(());
        })
    };
    let file: Callback<MouseEvent> = beginning(props, &made, Form::File).reform(|_| ());
    let make = Button { kind: ButtonKind::Submit, label: "Make the link".into(), ..Button::default() };
    let file = Button { label: "Save a file instead".into(), on_press: file, ..Button::default() };
    html! {
        <>
            <form {onsubmit} novalidate=true>
                if props.may_be_sealed {
                    { passphrase(props, &made) }
                }
                <p class="actions">{ make.view() }{ file.view() }</p>
            </form>
            if made.is_busy {
                <p role="status">{ "Encrypting" }</p>
            }
            if let Some(trouble) = &made.trouble {
                { banner(BannerKind::Trouble, "Nothing was made", html! { <p>{ sentence(trouble) }</p> }) }
            }
            { made.link.as_deref().map(made_link).unwrap_or_default() }
        </>
    }
}

/// Lets go of a link that was made of something else; what was typed stays.
#[hook]
fn use_forgetting(about: AttrValue, made: &UseStateHandle<Made>) {
    let made = made.clone();
    use_effect_with(about, move |_| {
        if made.link.is_some() || made.trouble.is_some() {
            made.set(Made { link: None, trouble: None, ..(*made).clone() });
        }
    });
}

/// A change to what was typed; a link that was made before is no longer it.
fn typing<T: 'static>(made: &UseStateHandle<Made>, change: impl Fn(&mut Made, T) + 'static) -> Callback<T> {
    let made = made.clone();
    Callback::from(move |input| {
        let mut next = Made { link: None, trouble: None, problems: Vec::new(), ..(*made).clone() };
        change(&mut next, input);
        made.set(next);
    })
}

fn passphrase(props: &SendingProps, made: &UseStateHandle<Made>) -> Html {
    let tick = Tick {
        id: "sealed".into(),
        label: "Encrypt it with a passphrase".into(),
        is_ticked: made.is_sealed,
        on_change: typing(made, |made, is_sealed| made.is_sealed = is_sealed),
        ..Tick::default()
    };
    html! {
        <>
            { tick.view() }
            if made.is_sealed && !props.session.world.cipher.is_there() {
                <p class="inset">{ sentence(&CipherError::Absent.to_string()) }</p>
            }
            if made.is_sealed {
                { passphrase_fields(made) }
            }
        </>
    }
}

fn passphrase_fields(made: &UseStateHandle<Made>) -> Html {
    let field = |id: &'static str, label: &'static str, value: &str, on_input| PassphraseField {
        id: id.into(),
        label: label.into(),
        value: value.to_owned().into(),
        problem: made.problem(id),
        is_shown: made.is_shown,
        on_input,
        ..PassphraseField::default()
    };
    let PassphraseDraft { passphrase, again } = &made.passphrase;
    let first = typing(made, |made, typed| made.passphrase.passphrase = typed);
    let second = typing(made, |made, typed| made.passphrase.again = typed);
    html! {
        <div class="inset">
            <p>{ "Nobody can open it without the passphrase, and nobody can find that again: it is kept nowhere. Tell it to the others by another way than the link, by telephone for example." }</p>
            { field("passphrase", "Passphrase", passphrase, first).view() }
            <p class="field__hint" role="status">{ made.passphrase.advice() }</p>
            { field("passphrase-again", "Passphrase again", again, second).view() }
            { shown(made) }
        </div>
    }
}

fn shown(made: &UseStateHandle<Made>) -> Html {
    Tick {
        id: "passphrase-shown".into(),
        label: "Show the passphrase".into(),
        is_ticked: made.is_shown,
        on_change: typing(made, |made, is_shown| made.is_shown = is_shown),
        ..Tick::default()
    }
    .view()
}

/// What makes the link or offers the file once it is asked for.
fn beginning(props: &SendingProps, made: &UseStateHandle<Made>, form: Form) -> Callback<()> {
    let (props, made) = (props.clone(), made.clone());
    Callback::from(move |()| {
        let passphrase = match made.is_sealed.then(|| made.passphrase.check()).transpose() {
            Ok(passphrase) => passphrase,
            Err(problems) => {
                focus::after_render(
                    problems.first().map(|problem| problem.field.clone()).unwrap_or_default(),
                );
                return made.set(Made { problems, link: None, ..(*made).clone() });
            }
        };
        let Some(parcel) = props.parcel.emit(()) else { return };
        let before = Made { problems: Vec::new(), trouble: None, link: None, ..(*made).clone() };
        made.set(Made { is_busy: passphrase.is_some(), ..before.clone() });
        let (world, made) = (props.session.world.clone(), made.setter());
        match form {
            Form::Link => spawn_local(link(world, parcel, passphrase, before, made)),
            Form::File => spawn_local(file(world, parcel, passphrase, before, made)),
        }
    })
}

async fn link(
    world: World,
    parcel: Parcel,
    passphrase: Option<String>,
    before: Made,
    made: UseStateSetter<Made>,
) {
    let kind = parcel.kind;
    made.set(match link_of(world, parcel, passphrase).await {
        Ok(text) => {
            focus::after_render("link");
            Made { link: Some(whole_address(&Route::of_link(kind, text))), ..before }
        }
        Err(error) => Made { trouble: Some(error.to_string()), ..before },
    });
}

async fn file(
    world: World,
    parcel: Parcel,
    passphrase: Option<String>,
    before: Made,
    made: UseStateSetter<Made>,
) {
    let trouble = offer_parcel(world, parcel, passphrase).await.err().map(|error| error.to_string());
    made.set(Made { trouble, ..before });
}

/// A link that was made, how long it is, and whether that is too long for some.
fn made_link(link: &str) -> Html {
    let n = link.chars().count();
    html! {
        <>
            <CopyField id="link" label="The link" text={link.to_owned()} />
            <p>{ format!("It has {} characters. Making it has sent nothing: what stands behind the # never leaves a browser, not even when somebody follows the link.", grouped(n)) }</p>
            if link.starts_with("file:") {
                <p class="inset">{ "You have opened the calculator as a file. The link leads to that file, which others do not have: save a file and send that instead." }</p>
            }
            if n > MOST_IN_MAIL {
                <p class="inset">{ "Some e-mail programs cut links as long as this. Save a file and send that instead." }</p>
            }
        </>
    }
}
