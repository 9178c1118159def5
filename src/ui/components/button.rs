//! Something to press.

use yew::prelude::{AttrValue, Callback, Html, MouseEvent, classes, html};

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

/// Something to press.
#[derive(Clone, Debug, Default)]
pub struct Button {
    /// How much it stands out.
    pub kind: ButtonKind,
    /// What it says.
    pub label: AttrValue,
    /// What it is about, for those who do not see where it stands.
    pub about: AttrValue,
    /// What it does, where the form it stands in does not.
    pub on_press: Callback<MouseEvent>,
    /// Whether pressing it does nothing now. It stays in reach all the same, so that no focus is lost when
    /// it comes to this while it is pressed.
    pub disabled: bool,
}

impl Button {
    /// The button.
    pub fn view(self) -> Html {
        let (class, kind) = match self.kind {
            ButtonKind::Submit => ("button--primary", "submit"),
            ButtonKind::Secondary => ("button--secondary", "button"),
            ButtonKind::Warning => ("button--warning", "button"),
            ButtonKind::Quiet => ("button--quiet", "button"),
        };
        let refused = || Callback::from(|event: MouseEvent| event.prevent_default());
        let on_press = if self.disabled { refused() } else { self.on_press };
        let name = (!self.about.is_empty()).then(|| format!("{}: {}", self.label, self.about));
        html! {
            <button
                type={kind} class={classes!("button", class)} onclick={on_press}
                aria-label={name} aria-disabled={self.disabled.then_some("true")}
            >
                { self.label }
            </button>
        }
    }
}
