//! A message about something that happened or that needs attention.

use yew::prelude::{AttrValue, Html, Properties, classes, component, html};

/// What kind of message it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BannerKind {
    /// It was done.
    Done,
    /// It was not done, or something is wrong.
    Trouble,
}

/// Props of [`Banner`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// What kind of message.
    pub kind: BannerKind,
    /// Its heading.
    pub title: AttrValue,
    /// The message.
    pub children: Html,
}

/// A message, announced to screen readers when it appears.
#[component]
pub fn Banner(props: &Props) -> Html {
    let (class, role) = match props.kind {
        BannerKind::Done => ("banner--done", "status"),
        BannerKind::Trouble => ("banner--trouble", "alert"),
    };
    html! {
        <div class={classes!("banner", class)} {role}>
            <p class="banner__title">{ &props.title }</p>
            <div class="banner__content">{ props.children.clone() }</div>
        </div>
    }
}
