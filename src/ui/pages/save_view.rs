//! A name for the view that is on the screen, so that it can be found again; the list of such views is a page of its
//! own.

use std::rc::Rc;

use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, Properties, SubmitEvent, component, html, use_state};

use crate::app::edits::views::saved;
use crate::ui::components::{Button, ButtonKind, TextField, disclosure, link};
use crate::ui::route::Route;
use crate::ui::session::Session;

/// Offers a name for the view at an address, folded away.
pub(super) fn save_view(register: &Rc<Register>, address: String, session: &Session) -> Html {
    let (register, session) = (register.clone(), session.clone());
    disclosure("Save this view", html! { <SaveView {register} {address} {session} /> })
}

/// Props of [`SaveView`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// The address of the view.
    pub address: String,
    /// What it acts through.
    pub session: Session,
}

/// A name for a view, and the button that saves it.
#[component]
pub fn SaveView(props: &Props) -> Html {
    let name = use_state(String::new);
    let is_asked = use_state(|| false);
    let on_input = {
        let name = name.clone();
        Callback::from(move |typed: String| name.set(typed))
    };
    let on_submit = {
        let (props, name, is_asked) = (props.clone(), name.clone(), is_asked.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = name.trim();
            is_asked.set(typed.is_empty());
            if !typed.is_empty() {
                let said = format!("Saved the view {typed}");
                props.session.change(saved(&props.register, typed, &props.address), said);
                name.set(String::new());
            }
        })
    };
    let field = TextField {
        id: "view-name".into(),
        label: "Name of the view".into(),
        hint: "It keeps the filter and the order, not what was found".into(),
        value: (*name).clone().into(),
        problem: is_asked.then(|| "Enter a name for the view".into()),
        on_input,
        ..TextField::default()
    };
    let save = Button { kind: ButtonKind::Submit, label: "Save the view".into(), ..Button::default() };
    html! {
        <form onsubmit={on_submit} novalidate=true>
            { field.view() }
            { save.view() }
            { " " }
            { link(Route::Views.to_string(), "Saved views") }
        </form>
    }
}
