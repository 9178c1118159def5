//! Forms that say which part of a list is shown. Each change goes to the address at once, so that a view can
//! be bookmarked; what is typed letter by letter does not become a step on the way back.

use yew::prelude::{AttrValue, Callback, Html, SubmitEvent, html};

use crate::ui::components::{Choice, ChoiceItem, TextField, link};
use crate::ui::location::{go, refine};
use crate::ui::route::Route;

/// What is shown now, and where each other part of it has its place.
pub(super) struct Filters<V> {
    /// What is shown now.
    pub view: V,
    /// The place at which another part is shown.
    pub to: fn(V) -> Route,
}

impl<V: Clone + 'static> Filters<V> {
    /// A line of text to find.
    pub(super) fn text(&self, value: &str, set: fn(&mut V, String)) -> Html {
        self.typed(("filter-text", "Find"), (value, None), set)
    }

    /// A line of text: its id and label, what is typed and what is wrong with it, and what it sets.
    pub(super) fn typed(
        &self,
        (id, label): (&'static str, &'static str),
        (value, problem): (&str, Option<&'static str>),
        set: fn(&mut V, String),
    ) -> Html {
        let Self { view, to } = self;
        let (view, to) = (view.clone(), *to);
        let on_input = Callback::from(move |typed| {
            let mut next = view.clone();
            set(&mut next, typed);
            refine(&to(next));
        });
        let (id, label, value) = (id.into(), label.into(), value.to_owned().into());
        let problem = problem.map(AttrValue::from);
        TextField { id, label, value, problem, on_input, ..TextField::default() }.view()
    }

    /// One of a list: its id and label, what is chosen, what means all where something does, the list, and
    /// what it sets.
    pub(super) fn choice(
        &self,
        (id, label): (&'static str, &'static str),
        value: impl Into<AttrValue>,
        (all, items): (Option<&'static str>, Vec<ChoiceItem>),
        set: fn(&mut V, &str),
    ) -> Html {
        let Self { view, to } = self;
        let (view, to) = (view.clone(), *to);
        let on_choose = Callback::from(move |chosen: String| {
            let mut next = view.clone();
            set(&mut next, &chosen);
            go(&to(next));
        });
        let (id, label, value, none) = (id.into(), label.into(), value.into(), all.map(AttrValue::from));
        Choice { id, label, value, none, items, on_choose, ..Choice::default() }.view()
    }

    /// The form by which a list is searched; below its fields, where something is filtered out, the way to a
    /// view that shows all.
    pub(super) fn search(&self, name: &'static str, fields: Html, clear: Option<(V, &'static str)>) -> Html {
        let clear = clear.map(|(all, text)| link((self.to)(all).to_string(), text));
        html! {
            <form class="filters" role="search" aria-label={name} onsubmit={stay}>
                { fields }
                if let Some(clear) = clear {
                    <p class="filters__clear">{ clear }</p>
                }
            </form>
        }
    }
}

/// The form that says what is compared, or how far is looked.
pub(super) fn choosing(name: &'static str, fields: Html) -> Html {
    html! { <form class="filters" aria-label={name} onsubmit={stay}>{ fields }</form> }
}

/// A form whose fields act at once sends nothing.
fn stay(event: SubmitEvent) {
    event.prevent_default();
}
