//! The form that saves the register as a file, encrypted if that is wanted. What is typed as a passphrase lives here and
//! is forgotten once the file is saved.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{
    Callback, Html, Properties, SubmitEvent, UseStateHandle, component, hook, html, use_state,
};

use crate::app::drafts::PassphraseDraft;
use crate::app::event::Event;
use crate::app::model::OwnFile;
use crate::app::tasks::{self, Saving, Way};
use crate::ui::components::{BannerKind, Button, ButtonKind, PassphraseField, Tick, banner};
use crate::ui::pages::form::Problems;
use crate::ui::pages::receiving::received;
use crate::ui::session::Session;

/// Props of [`SaveForm`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// The file in which it is kept, if it is in one that can be written again.
    pub own_file: Option<OwnFile>,
    /// What it acts through.
    pub session: Session,
}

/// The form.
#[component]
pub(super) fn SaveForm(props: &Props) -> Html {
    let form = use_sealing(props);
    let first = ways(props).into_iter().next().map_or(Way::Download, |(_, way)| way);
    let on_submit = {
        let saving = form.saving(first);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            saving.emit(());
        })
    };
    html! {
        <form onsubmit={on_submit} novalidate=true>
            { form.problems.summary() }
            { form.overtaken() }
            { form.sealing() }
            if *form.is_busy {
                <p role="status">{ "Saving the file" }</p>
            }
            <p class="actions">{ for form.buttons() }</p>
        </form>
    }
}

/// What is typed, and what is being done.
#[derive(Clone)]
struct Form {
    props: Props,
    is_sealed: UseStateHandle<bool>,
    draft: UseStateHandle<PassphraseDraft>,
    is_shown: UseStateHandle<bool>,
    problems: UseStateHandle<Problems>,
    is_busy: UseStateHandle<bool>,
}

#[hook]
fn use_sealing(props: &Props) -> Form {
    let was_sealed = props.own_file.as_ref().is_some_and(|own| own.seen.is_sealed);
    Form {
        props: props.clone(),
        is_sealed: use_state(|| was_sealed),
        draft: use_state(PassphraseDraft::default),
        is_shown: use_state(|| false),
        problems: use_state(Problems::default),
        is_busy: use_state(|| false),
    }
}

/// In which ways the register can be saved, the usual one first.
fn ways(props: &Props) -> Vec<(String, Way)> {
    let mut ways = Vec::new();
    let is_lent = props.session.world.disk.is_there();
    match props.own_file.as_ref().filter(|_| is_lent) {
        Some(own) if own.is_overtaken => ways.push(("Save as another file".to_owned(), Way::NewFile)),
        Some(own) => {
            ways.push((format!("Save to {}", own.seen.file.name), Way::Again(own.seen.clone())));
            ways.push(("Save as another file".to_owned(), Way::NewFile));
        }
        None if is_lent => ways.push(("Save as a file".to_owned(), Way::NewFile)),
        None => {}
    }
    ways.push(("Download a copy".to_owned(), Way::Download));
    ways
}

impl Form {
    fn buttons(&self) -> Vec<Html> {
        let button = |(place, (label, way)): (usize, (String, Way))| match place {
            0 => Button { kind: ButtonKind::Submit, label: label.into(), ..Button::default() },
            _ => {
                let on_press = self.saving(way).reform(drop);
                Button { label: label.into(), on_press, ..Button::default() }
            }
        };
        ways(&self.props).into_iter().enumerate().map(button).map(Button::view).collect()
    }

    /// Saves in one way, if what is typed allows it.
    fn saving(&self, way: Way) -> Callback<()> {
        let form = self.clone();
        Callback::from(move |()| {
            let passphrase = match form.is_sealed.then(|| form.draft.check()).transpose() {
                Ok(passphrase) => passphrase,
                Err(found) => return form.problems.set(form.problems.found(found)),
            };
            let (register, way) = (form.props.register.clone(), way.clone());
            spawn_local(form.clone().save(Saving { register, way, passphrase }));
        })
    }

    async fn save(self, saving: Saving) {
        let session = self.props.session;
        self.is_busy.set(true);
        let outcome = tasks::save_file(session.world.clone(), saving).await;
        self.is_busy.set(false);
        self.problems.set(Problems::default());
        if matches!(outcome, Some(Event::FileSaved { .. })) {
            self.draft.set(PassphraseDraft::default());
        }
        outcome.into_iter().for_each(|event| session.tell(event));
    }

    /// Whether and under what the file is encrypted.
    fn sealing(&self) -> Html {
        if !self.props.session.world.cipher.is_there() {
            return html! { <p>{ "The file cannot be encrypted here: browsers offer that only to pages that come over https or from a file. Whoever has a file that is saved here can read it." }</p> };
        }
        let is_sealed = self.is_sealed.clone();
        let tick = Tick {
            id: "sealed".into(),
            label: "Encrypt the file with a passphrase".into(),
            is_ticked: *is_sealed,
            on_change: Callback::from(move |ticked| is_sealed.set(ticked)),
            ..Tick::default()
        };
        html! {
            <>
                { tick.view() }
                if *self.is_sealed {
                    <div class="inset">
                        <p>{ "Nobody can open the file without the passphrase: it is kept nowhere, and there is no way around it. Write it down, and keep it apart from the file." }</p>
                        { self.typed("passphrase", "Passphrase", |draft| &mut draft.passphrase) }
                        <p class="field__hint" role="status">{ self.draft.advice() }</p>
                        { self.typed("passphrase-again", "Passphrase again", |draft| &mut draft.again) }
                        { self.shown() }
                    </div>
                }
            </>
        }
    }

    fn typed(
        &self,
        id: &'static str,
        label: &'static str,
        at: fn(&mut PassphraseDraft) -> &mut String,
    ) -> Html {
        let value = std::mem::take(at(&mut (*self.draft).clone())).into();
        let draft = self.draft.clone();
        let on_input = Callback::from(move |typed| {
            let mut next = (*draft).clone();
            *at(&mut next) = typed;
            draft.set(next);
        });
        PassphraseField {
            id: id.into(),
            label: label.into(),
            value,
            problem: self.problems.at(id),
            is_shown: *self.is_shown,
            on_input,
            ..PassphraseField::default()
        }
        .view()
    }

    fn shown(&self) -> Html {
        let is_shown = self.is_shown.clone();
        Tick {
            id: "shown".into(),
            label: "Show the passphrase".into(),
            is_ticked: *is_shown,
            on_change: Callback::from(move |ticked| is_shown.set(ticked)),
            ..Tick::default()
        }
        .view()
    }

    /// Somebody else has changed the file.
    fn overtaken(&self) -> Html {
        let Some(own) = self.props.own_file.as_ref().filter(|own| own.is_overtaken) else {
            return Html::default();
        };
        let name = &own.seen.file.name;
        let look = Button {
            label: "See what is in it now".into(),
            on_press: self.looking(own),
            ..Button::default()
        };
        let over = Button {
            kind: ButtonKind::Warning,
            label: format!("Overwrite {name}").into(),
            on_press: self.saving(Way::Over(own.seen.clone())).reform(drop),
            ..Button::default()
        };
        let content = html! {
            <>
                <p>{ format!("{name} was changed on the disk since it was last read or written here. Nothing was overwritten.") }</p>
                <p>{ "See what is in it now, to compare or merge both; or save under another name below." }</p>
                { look.view() }
                { over.view() }
            </>
        };
        banner(BannerKind::Trouble, "The file has changed", content)
    }

    fn looking<T>(&self, own: &OwnFile) -> Callback<T> {
        let (props, file) = (self.props.clone(), own.seen.file.clone());
        Callback::from(move |_| {
            let (props, file) = (props.clone(), file.clone());
            spawn_local(async move {
                let read = tasks::open_recent(props.session.world.clone(), file).await;
                received(props.session, Some(props.register), read).await;
            });
        })
    }
}
