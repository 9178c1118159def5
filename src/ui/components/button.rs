//! Something to press. What would change the register cannot be pressed where the page may not change it: the button asks
//! what stands around it, so that no page need.

use yew::prelude::{
    AttrValue, Callback, Html, MouseEvent, Properties, classes, component, html, use_context,
};

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

/// Whether what is shown may be changed. It stands around everything as a context.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// The id of what says why nothing may be changed; nothing where it may be.
    pub why_not: Option<AttrValue>,
}

/// Something to press.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// Whether it changes the register; what sends a form always does.
    pub changes: bool,
}

impl Button {
    /// The button.
    pub fn view(self) -> Html {
        if self.changes || self.kind == ButtonKind::Submit {
            html! { <Changing button={self} /> }
        } else {
            self.drawn(None)
        }
    }

    /// The button as it is drawn, with the id of what says why it cannot be pressed.
    fn drawn(self, why_not: Option<AttrValue>) -> Html {
        let (class, kind) = match self.kind {
            ButtonKind::Submit => ("button--primary", "submit"),
            ButtonKind::Secondary => ("button--secondary", "button"),
            ButtonKind::Warning => ("button--warning", "button"),
            ButtonKind::Quiet => ("button--quiet", "button"),
        };
        let refused = || Callback::from(|event: MouseEvent| event.prevent_default());
        let disabled = self.disabled || why_not.is_some();
        let on_press = if disabled { refused() } else { self.on_press };
        let name = (!self.about.is_empty()).then(|| format!("{}: {}", self.label, self.about));
        html! {
            <button
                type={kind} class={classes!("button", class)} onclick={on_press}
                aria-label={name} aria-disabled={disabled.then_some("true")} aria-describedby={why_not}
            >
                { self.label }
            </button>
        }
    }
}

/// Props of [`Changing`].
#[derive(Clone, PartialEq, Properties)]
struct Props {
    button: Button,
}

/// A button that changes the register, where that may be changed.
#[component]
fn Changing(props: &Props) -> Html {
    let standing = use_context::<Standing>().unwrap_or_default();
    props.button.clone().drawn(standing.why_not)
}
