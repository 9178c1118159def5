//! What a matrix starts from: the one there is, a preset or a file, and the files it is handed on as.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use partnership_risk_core::scale::Matrix;
use partnership_risk_core::scale::preset::{PRESETS, preset};
use yew::prelude::{Callback, Html, MouseEvent, UseStateHandle, html};

use crate::app::drafts::MatrixDraft;
use crate::app::tasks;
use crate::app::world::World;
use crate::ui::components::{
    BannerKind, Button, Choice, ChoiceItem, ChosenFile, FileInput, banner, disclosure,
};
use crate::ui::pages::form::Form;
use crate::ui::pages::refused_file::refused_file;
use crate::ui::session::Session;

/// The largest file that is read, in bytes.
const MOST_BYTES: u32 = 1_000_000;

/// A file of matrices that was chosen: its name, and what it holds or all that is wrong with it.
pub(super) type ReadFile = Option<(String, Result<Vec<Matrix>, Vec<String>>)>;

/// The ways to start from something else.
pub(super) fn start(form: &Form<MatrixDraft>, file: &UseStateHandle<ReadFile>) -> Html {
    let content = html! {
        <>
            { from_preset(form) }
            { from_file(form, file) }
        </>
    };
    html! {
        <>
            { file.as_ref().map(|(name, read)| outcome(form, name, read)).unwrap_or_default() }
            { disclosure("Start from a usual matrix or from a file", content) }
        </>
    }
}

fn from_preset(form: &Form<MatrixDraft>) -> Html {
    Choice {
        id: "preset".into(),
        label: "Start from a matrix in published use".into(),
        hint: "It takes the place of what is below; nothing is saved yet".into(),
        none: Some("Choose one".into()),
        items: PRESETS.iter().map(|p| ChoiceItem::new(p.id, format!("{} ({})", p.name, p.source))).collect(),
        on_choose: form.changing(|draft: &mut MatrixDraft, id: String| {
            if let Some(preset) = preset(&id) {
                *draft = draft.replaced_by(&preset.matrix());
            }
        }),
        ..Choice::default()
    }
    .view()
}

fn from_file(form: &Form<MatrixDraft>, file: &UseStateHandle<ReadFile>) -> Html {
    let (form, file) = (form.clone(), file.clone());
    FileInput {
        id: "matrix-file".into(),
        label: "Start from a file, or drop it here".into(),
        hint: "A matrix saved by this page (.json), or a CISO Assistant library (.yaml), up to 1 MB".into(),
        accept: ".json,.yaml,.yml,application/json".into(),
        most_bytes: MOST_BYTES,
        on_file: Callback::from(move |ChosenFile { name, content }| {
            let read = tasks::read_matrices(content.as_deref());
            if let Ok([only]) = read.as_deref() {
                form.set(form.draft().replaced_by(only));
            }
            file.set(Some((name, read)));
        }),
    }
    .view()
}

/// What came of the file that was chosen.
fn outcome(form: &Form<MatrixDraft>, name: &str, read: &Result<Vec<Matrix>, Vec<String>>) -> Html {
    match read {
        Err(problems) => refused_file(name, problems),
        Ok(matrices) if matrices.len() == 1 => {
            let said = format!("The matrix below is the one of {name}. Nothing is saved yet.");
            banner(BannerKind::Done, "Read", html! { <p>{ said }</p> })
        }
        Ok(matrices) => several(form, name, matrices),
    }
}

fn several(form: &Form<MatrixDraft>, name: &str, matrices: &[Matrix]) -> Html {
    let choice = |matrix: &Matrix| {
        let chosen = matrix.clone();
        let on_press = form.changing(move |draft: &mut MatrixDraft, _: MouseEvent| {
            *draft = draft.replaced_by(&chosen);
        });
        let size = format!("{} \u{d7} {}", matrix.likelihood().steps(), matrix.impact().steps());
        let label = format!("Use \u{201c}{}\u{201d} ({size})", matrix.name()).into();
        html! { <li>{ Button { label, on_press, ..Button::default() }.view() }</li> }
    };
    let content = html! {
        <>
            <p>{ format!("{name} holds {} matrices. Which one do you want?", matrices.len()) }</p>
            <ul>{ for matrices.iter().map(choice) }</ul>
        </>
    };
    banner(BannerKind::Done, "Choose a matrix", content)
}

/// The matrix as files for others.
pub(in crate::ui::pages::settings) fn downloads(register: &Rc<Register>, session: &Session) -> Html {
    let button = |label: &'static str, offer: fn(&World, &Matrix)| {
        let (world, register) = (session.world.clone(), register.clone());
        let on_press = Callback::from(move |_| offer(&world, register.matrix()));
        Button { label: label.into(), on_press, ..Button::default() }.view()
    };
    html! {
        <>
            <p class="actions">
                { button("Download as JSON", tasks::offer_matrix) }
                { button("Download for CISO Assistant (YAML)", tasks::offer_matrix_library) }
            </p>
            <p class="note">{ "The JSON file keeps all that the matrix says. The library for CISO Assistant has no review intervals and no layout, and its figures are words." }</p>
        </>
    }
}
