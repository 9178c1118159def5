//! What all forms do alike: hold a draft, show its problems, and go on when it is sound.

use yew::prelude::{AttrValue, Callback, Html, UseStateHandle, html};

use crate::app::drafts::Problem;
use crate::ui::components::{ErrorSummary, SummaryItem};
use crate::ui::route::Route;

/// What is wrong with a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Problems(pub(super) Vec<Problem>);

impl Problems {
    /// What is wrong with one field.
    pub(super) fn at(&self, field: &str) -> Option<AttrValue> {
        self.0.iter().find(|p| p.field == field).map(|p| p.message.clone().into())
    }

    /// All of it, above the form.
    pub(super) fn summary(&self) -> Html {
        let item =
            |p: &Problem| SummaryItem { field: p.field.clone().into(), message: p.message.clone().into() };
        html! { <ErrorSummary items={self.0.iter().map(item).collect::<Vec<_>>()} /> }
    }
}

/// A callback that puts what is typed into one place of a draft.
pub(super) fn editing<D: Clone + 'static>(
    draft: &UseStateHandle<D>,
    place: impl Fn(&mut D) -> &mut String + 'static,
) -> Callback<String> {
    let draft = draft.clone();
    Callback::from(move |typed| {
        let mut next = (*draft).clone();
        *place(&mut next) = typed;
        draft.set(next);
    })
}

/// Goes to a place.
pub(super) fn go(route: &Route) {
    let window = web_sys::window();
    if let Some(location) = window.map(|w| w.location()) {
        // An address that is only a fragment is always allowed.
        location.set_hash(&route.to_string()).ok();
    }
}
