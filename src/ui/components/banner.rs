//! A message about something that happened or that needs attention.

use yew::prelude::{Html, classes, html};

/// What kind of message it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BannerKind {
    /// It was done.
    Done,
    /// It was not done, or something is wrong.
    Trouble,
}

/// A message, announced to screen readers when it appears.
pub fn banner(kind: BannerKind, title: &'static str, content: Html) -> Html {
    let (class, role) = match kind {
        BannerKind::Done => (None, "status"),
        BannerKind::Trouble => (Some("banner--trouble"), "alert"),
    };
    html! {
        <div class={classes!("banner", class)} {role}>
            <p class="banner__title">{ title }</p>
            <div class="banner__content">{ content }</div>
        </div>
    }
}
