//! What all forms do alike: hold a draft, show its problems, and go on when it is sound.

use yew::prelude::{AttrValue, Callback, Html, UseStateHandle, html};

use crate::app::drafts::Problem;
use crate::ui::components::{Button, ButtonKind, ErrorSummary, SummaryItem, link};
use crate::ui::route::Route;

/// What is wrong with a form, and how often it was sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Problems {
    found: Vec<Problem>,
    sent: usize,
}

impl Problems {
    /// The problems found when the form was sent once more.
    pub(super) fn found(&self, found: Vec<Problem>) -> Self {
        Self { found, sent: self.sent + 1 }
    }

    /// What is wrong with one field.
    pub(super) fn at(&self, field: &str) -> Option<AttrValue> {
        self.found.iter().find(|p| p.field == field).map(|p| p.message.clone().into())
    }

    /// All of it, above the form.
    pub(super) fn summary(&self) -> Html {
        let item =
            |p: &Problem| SummaryItem { field: p.field.clone().into(), message: p.message.clone().into() };
        let items: Vec<SummaryItem> = self.found.iter().map(item).collect();
        html! { <ErrorSummary {items} sent={self.sent} /> }
    }
}

/// A callback that puts what is typed into one place of a draft.
pub(super) fn editing<D: Clone + 'static>(
    draft: &UseStateHandle<D>,
    place: fn(&mut D) -> &mut String,
) -> Callback<String> {
    let draft = draft.clone();
    Callback::from(move |typed| {
        let mut next = (*draft).clone();
        *place(&mut next) = typed;
        draft.set(next);
    })
}

/// The button that sends a form and the way out of it.
pub(super) fn save_or_cancel(cancel: &Route) -> Html {
    html! {
        <>
            { Button { kind: ButtonKind::Submit, label: "Save".into(), ..Button::default() }.view() }
            { link(cancel.to_string(), "Cancel") }
        </>
    }
}

/// Goes to a place.
pub(super) fn go(route: &Route) {
    let window = web_sys::window();
    if let Some(location) = window.map(|w| w.location()) {
        // An address that is only a fragment is always allowed.
        location.set_hash(&route.to_string()).ok();
    }
}
