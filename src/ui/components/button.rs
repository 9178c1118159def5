//! Something to press.

use yew::prelude::{AttrValue, Callback, Html, MouseEvent, Properties, classes, component, html};

/// How much a button stands out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here; sends the form it stands in.
    Submit,
    /// One of several things to do.
    #[default]
    Secondary,
    /// Something that takes data away.
    Warning,
    /// A button that looks like a link.
    Quiet,
}

/// Props of [`Button`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// How much it stands out.
    #[prop_or_default]
    pub kind: ButtonKind,
    /// What it says.
    pub label: AttrValue,
    /// What it does, where the form it stands in does not.
    #[prop_or_default]
    pub on_press: Callback<MouseEvent>,
    /// Whether it can be pressed now.
    #[prop_or_default]
    pub disabled: bool,
}

/// Something to press.
#[component]
pub fn Button(props: &Props) -> Html {
    let (class, kind) = match props.kind {
        ButtonKind::Submit => ("button--primary", "submit"),
        ButtonKind::Secondary => ("button--secondary", "button"),
        ButtonKind::Warning => ("button--warning", "button"),
        ButtonKind::Quiet => ("button--quiet", "button"),
    };
    html! {
        <button type={kind} class={classes!("button", class)} onclick={props.on_press.clone()} disabled={props.disabled}>
            { &props.label }
        </button>
    }
}
