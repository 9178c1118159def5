//! A way to another place.

use yew::prelude::{AttrValue, Classes, Html, Properties, component, html};

/// Props of [`Link`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The address.
    pub to: AttrValue,
    /// Its id, where it must be found again.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// What `aria-current` says, for the place where the person is.
    #[prop_or_default]
    pub current: Option<AttrValue>,
    /// A name for screen readers, where the text alone says too little.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// What it says.
    pub children: Html,
}

/// A way to another place of the page, or, in a tab of its own, to the source of a figure.
#[component]
pub fn Link(props: &Props) -> Html {
    let Props { to, id, class, current, name, children } = props;
    let outside = to.starts_with("http");
    html! {
        <a
            {id} class={class.clone()} href={to} aria-current={current} aria-label={name}
            target={outside.then_some("_blank")} rel={outside.then_some("noopener noreferrer")}
        >{ children.clone() }</a>
    }
}
