//! Files that were chosen lately, each to be opened again or forgotten.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::{Callback, Html, Properties, UseStateSetter, component, html, use_effect_with, use_state};

use crate::app::model::OwnFile;
use crate::app::tasks;
use crate::app::world::DiskFile;
use crate::ui::components::{Button, ButtonKind, Head, TableRow, table};
use crate::ui::pages::receiving::received;
use crate::ui::session::Session;

/// Props of [`RecentFiles`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The register.
    pub register: Option<Rc<Register>>,
    /// The file in which it is kept; with another one, the list is another.
    pub own: Option<OwnFile>,
    /// What it acts through.
    pub session: Session,
}

/// The list; nothing where it is empty.
#[component]
pub(super) fn RecentFiles(props: &Props) -> Html {
    let files = use_state(Vec::new);
    let (setter, world) = (files.setter(), props.session.world.clone());
    let own = props.own.as_ref().map(|own| own.seen.file.clone());
    use_effect_with(own, move |_| {
        spawn_local(async move { setter.set(tasks::recent_files(world).await) });
    });
    if files.is_empty() {
        return Html::default();
    }
    let heads = [Head::text("File"), Head::buttons("What you can do")];
    let row = |file: &DiskFile| {
        let buttons = html! {
            <>{ button("Open", file, opening(props, file)) }{ " " }{ button("Remove from this list", file, forgetting(props, file, files.setter())) }</>
        };
        TableRow::new(vec![file.name.clone().into(), buttons])
    };
    table("Files used lately", &heads, files.iter().map(row).collect())
}

fn button(label: &'static str, file: &DiskFile, on_press: Callback<yew::MouseEvent>) -> Html {
    let about = file.name.clone().into();
    Button { kind: ButtonKind::Quiet, label: label.into(), about, on_press, ..Button::default() }.view()
}

fn opening<T>(props: &Props, file: &DiskFile) -> Callback<T> {
    let (props, file) = (props.clone(), file.clone());
    Callback::from(move |_| {
        let (Props { register, session, .. }, file) = (props.clone(), file.clone());
        spawn_local(async move {
            let read = tasks::open_recent(session.world.clone(), file).await;
            received(session, register, read).await;
        });
    })
}

fn forgetting<T>(props: &Props, file: &DiskFile, left: UseStateSetter<Vec<DiskFile>>) -> Callback<T> {
    let (world, file) = (props.session.world.clone(), file.clone());
    Callback::from(move |_| {
        let (world, file, left) = (world.clone(), file.clone(), left.clone());
        spawn_local(async move { left.set(tasks::forget_file(world, file).await) });
    })
}
