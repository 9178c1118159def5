//! The form that opens a sealed file.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html, use_state};

use super::{FOUND, put_aside};
use crate::app::drafts::Problem;
use crate::app::model::SealedFile;
use crate::app::tasks;
use crate::ui::components::{Button, ButtonKind, PassphraseField, Tick};
use crate::ui::focus;
use crate::ui::pages::form::Problems;
use crate::ui::session::Session;
use crate::ui::words::sentence_case;

/// Props of [`UnsealForm`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The file.
    pub file: SealedFile,
    /// What it acts through.
    pub session: Session,
}

/// The form. The passphrase is forgotten with it.
#[component]
pub(super) fn UnsealForm(props: &Props) -> Html {
    let (passphrase, is_shown) = (use_state(String::new), use_state(|| false));
    let (problems, is_busy) = (use_state(Problems::default), use_state(|| false));
    let field = PassphraseField {
        id: "file-passphrase".into(),
        label: "Passphrase of the file".into(),
        value: (*passphrase).clone().into(),
        problem: problems.at("file-passphrase"),
        is_shown: *is_shown,
        on_input: Callback::from({
            let passphrase = passphrase.clone();
            move |typed| passphrase.set(typed)
        }),
        ..PassphraseField::default()
    };
    let shown = Tick {
        id: "file-shown".into(),
        label: "Show the passphrase of the file".into(),
        is_ticked: *is_shown,
        on_change: Callback::from(move |ticked| is_shown.set(ticked)),
        ..Tick::default()
    };
    let on_submit = {
        let (props, problems, is_busy) = (props.clone(), problems.clone(), is_busy.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (props, problems, is_busy) = (props.clone(), problems.clone(), is_busy.clone());
            let typed = (*passphrase).clone();
            spawn_local(async move {
                is_busy.set(true);
                let opened = tasks::unseal(props.session.world.clone(), props.file, typed).await;
                is_busy.set(false);
                match opened {
                    Ok(event) => {
                        focus::after_render(FOUND);
                        props.session.tell(event);
                    }
                    Err(reason) => problems.set(problems.found(vec![refusal(&reason)])),
                }
            });
        })
    };
    let open = Button { kind: ButtonKind::Submit, label: "Open".into(), ..Button::default() };
    html! {
        <form onsubmit={on_submit} novalidate=true>
            { problems.summary() }
            <h2>{ format!("{} is encrypted", props.file.name) }</h2>
            { field.view() }
            { shown.view() }
            if *is_busy {
                <p role="status">{ "Opening the file" }</p>
            }
            <p class="actions">{ open.view() }{ put_aside(&props.session).view() }</p>
        </form>
    }
}

fn refusal(reason: &str) -> Problem {
    Problem { field: "file-passphrase".to_owned(), message: sentence_case(reason) }
}
