//! Another name for a saved view.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html, use_state};

use crate::app::edits::views::renamed;
use crate::ui::components::{Button, ButtonKind, TextField};
use crate::ui::session::Session;

/// Props of [`ViewForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What it acts through.
    pub session: Session,
    /// The view's place in the list.
    pub place: usize,
}

/// Another name for a saved view.
#[component]
pub fn ViewForm(props: &Props) -> Html {
    let before = props.register.views().get(props.place).map(|view| view.name.clone()).unwrap_or_default();
    let name = use_state(|| before.clone());
    let on_input = {
        let name = name.clone();
        Callback::from(move |typed: String| name.set(typed))
    };
    let field = TextField {
        id: format!("view-name-{}", props.place).into(),
        label: format!("New name for {before}").into(),
        value: (*name).clone().into(),
        problem: name.trim().is_empty().then(|| "Enter a name for the view".into()),
        on_input,
        ..TextField::default()
    };
    let on_submit = {
        let props = props.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = name.trim();
            if !typed.is_empty() {
                let said = format!("The view {before} is now called {typed}");
                props.session.change(renamed(&props.register, props.place, typed), said);
            }
        })
    };
    let save = Button { kind: ButtonKind::Submit, label: "Rename".into(), ..Button::default() };
    html! { <form onsubmit={on_submit} novalidate=true>{ field.view() }{ save.view() }</form> }
}
