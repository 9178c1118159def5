//! A way to another place.

use yew::prelude::{AttrValue, Html, html};

/// A way to another place of the page, or, in a tab of its own, to the source of a figure.
#[derive(Clone, Debug, Default)]
pub struct Link {
    /// The address.
    pub to: AttrValue,
    /// What it says.
    pub text: AttrValue,
    /// Its id, where it must be found again.
    pub id: Option<AttrValue>,
    /// Its class.
    pub class: Option<AttrValue>,
    /// What `aria-current` says, for the place where the person is.
    pub current: Option<AttrValue>,
    /// A name for screen readers, where the text alone says too little.
    pub name: Option<AttrValue>,
}

impl Link {
    /// The link.
    pub fn view(self) -> Html {
        let Self { to, text, id, class, current, name } = self;
        let outside = to.starts_with("https://") || to.starts_with("http://");
        if !outside && !to.starts_with('#') {
            // A source can come with a file; an address that would run a script is only text.
            return html! { text };
        }
        html! {
            <a
                {id} {class} aria-current={current} aria-label={name}
                target={outside.then_some("_blank")} rel={outside.then_some("noopener noreferrer")} href={to}
            >{ text }</a>
        }
    }
}

/// A plain link.
pub fn link(to: impl Into<AttrValue>, text: impl Into<AttrValue>) -> Html {
    Link { to: to.into(), text: text.into(), ..Link::default() }.view()
}

/// A link that looks like a button.
pub fn button_link(text: &'static str, class: &'static str, to: impl Into<AttrValue>) -> Html {
    Link { to: to.into(), text: text.into(), class: Some(class.into()), ..Link::default() }.view()
}
