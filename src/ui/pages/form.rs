//! What all forms do alike: hold a draft that survives a reload, show its fields and its problems, and go
//! on when it is sound.

use partnership_risk_core::choice::Choice as Chosen;
use yew::prelude::{AttrValue, Callback, Html, MouseEvent, UseStateHandle, hook, html, use_state};

use crate::app::drafts::{Kept, Problem};
use crate::app::tasks;
use crate::app::world::World;
use crate::ui::components::{
    Button, ButtonKind, Choice, ChoiceItem, ErrorSummary, Link, SummaryItem, TextArea, TextField,
};
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

/// One text of a draft.
pub(super) type Place<D> = fn(&mut D) -> &mut String;

/// A form under way: what is typed, kept at each keystroke, and what is wrong with it.
#[derive(Clone)]
pub(super) struct Form<D: 'static> {
    draft: UseStateHandle<D>,
    problems: UseStateHandle<Problems>,
    is_restored: UseStateHandle<bool>,
    first: D,
    world: World,
    place: AttrValue,
}

/// The form at a place: with what was typed there and never saved, or else with `first`.
#[hook]
pub(super) fn use_form<D: Kept + Clone + PartialEq + 'static>(
    world: &World,
    place: &Route,
    first: D,
) -> Form<D> {
    let place = place.to_string();
    let kept = use_state(|| tasks::kept_draft::<D>(world, &place).filter(|kept| *kept != first));
    let draft = use_state(|| (*kept).clone().unwrap_or_else(|| first.clone()));
    let is_restored = use_state(|| kept.is_some());
    let problems = use_state(Problems::default);
    Form { draft, problems, is_restored, first, world: world.clone(), place: place.into() }
}

impl<D: Kept + Clone + PartialEq + 'static> Form<D> {
    /// What is typed.
    pub(super) fn draft(&self) -> &D {
        &self.draft
    }

    /// Puts something else in its place.
    pub(super) fn set(&self, draft: D) {
        tasks::keep_draft(&self.world, &self.place, &draft);
        self.draft.set(draft);
    }

    /// A callback that changes what is typed.
    pub(super) fn changing<T: 'static>(&self, change: impl Fn(&mut D, T) + 'static) -> Callback<T> {
        let form = self.clone();
        Callback::from(move |input| {
            let mut next = (*form.draft).clone();
            change(&mut next, input);
            form.set(next);
        })
    }

    /// What is wrong with it.
    pub(super) fn problems(&self) -> &Problems {
        &self.problems
    }

    /// Shows what was found to be wrong.
    pub(super) fn refuse(&self, found: Vec<Problem>) {
        self.problems.set(self.problems.found(found));
    }

    /// Forgets what is typed, once it is saved.
    pub(super) fn forget(&self) {
        tasks::forget_draft(&self.world, &self.place);
    }

    /// What stands above the fields: what is wrong, and that this was typed earlier.
    pub(super) fn head(&self) -> Html {
        html! {
            <>
                { self.problems.summary() }
                if *self.is_restored {
                    <div class="inset">
                        <p>{ "This is what you typed here earlier and did not save." }</p>
                        { self.afresh() }
                    </div>
                }
            </>
        }
    }

    fn afresh(&self) -> Html {
        let form = self.clone();
        let on_press = Callback::from(move |_| {
            form.forget();
            form.draft.set(form.first.clone());
            form.is_restored.set(false);
        });
        Button { label: "Put it away and start afresh".into(), on_press, ..Button::default() }.view()
    }

    /// The button that sends the form, and the way out of it, on which what is typed is forgotten.
    pub(super) fn save_or_cancel(&self, cancel: &Route) -> Html {
        let form = self.clone();
        let save = Button { kind: ButtonKind::Submit, label: "Save".into(), ..Button::default() };
        let cancel = Link { to: cancel.to_string().into(), text: "Cancel".into(), ..Link::default() };
        let on_leave = Callback::from(move |_: MouseEvent| form.forget());
        html! { <>{ save.view() }<span onclick={on_leave}>{ cancel.view() }</span></> }
    }

    /// What is typed in one place of the draft.
    pub(super) fn typed(&self, at: Place<D>) -> AttrValue {
        let mut draft = (*self.draft).clone();
        std::mem::take(at(&mut draft)).into()
    }

    /// A line of text.
    pub(super) fn line(
        &self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        at: Place<D>,
    ) -> Html {
        self.text_field(id, label, hint, false, at)
    }

    /// A number, a date or an amount: a short line.
    pub(super) fn short(
        &self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        at: Place<D>,
    ) -> Html {
        self.text_field(id, label, hint, true, at)
    }

    /// A date.
    pub(super) fn date(&self, id: &'static str, label: &'static str, at: Place<D>) -> Html {
        self.short(id, label, "For example, 31/3/2027", at)
    }

    fn text_field(
        &self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        number: bool,
        at: Place<D>,
    ) -> Html {
        TextField {
            id: id.into(),
            label: label.into(),
            hint: hint.into(),
            value: self.typed(at),
            problem: self.problems.at(id),
            number,
            on_input: self.putting(at),
        }
        .view()
    }

    /// Several lines of text.
    pub(super) fn area(
        &self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        at: Place<D>,
    ) -> Html {
        let (value, on_input) = (self.typed(at), self.putting(at));
        TextArea { id: id.into(), label: label.into(), hint: hint.into(), value, on_input }.view()
    }

    /// One of a list; `none` is what stands for no choice, where that is one.
    pub(super) fn choice(
        &self,
        (id, label, hint): (&'static str, &'static str, &'static str),
        none: Option<&'static str>,
        items: Vec<ChoiceItem>,
        at: Place<D>,
    ) -> Html {
        Choice {
            id: id.into(),
            label: label.into(),
            hint: hint.into(),
            value: self.typed(at),
            none: none.map(AttrValue::from),
            items,
            problem: self.problems.at(id),
            on_choose: self.putting(at),
        }
        .view()
    }

    /// One of a set of values.
    pub(super) fn one_of<T: Chosen>(
        &self,
        texts: (&'static str, &'static str, &'static str),
        none: Option<&'static str>,
        at: Place<D>,
    ) -> Html {
        self.choice(texts, none, items_of::<T>(), at)
    }

    fn putting(&self, at: Place<D>) -> Callback<String> {
        self.changing(move |draft, typed| *at(draft) = typed)
    }
}

/// A set of values as a list to choose from, by their keys.
pub(super) fn items_of<T: Chosen>() -> Vec<ChoiceItem> {
    T::all().iter().map(|value| ChoiceItem::new(value.key(), value.name())).collect()
}

/// Goes to a place.
pub fn go(route: &Route) {
    let window = web_sys::window();
    if let Some(location) = window.map(|w| w.location()) {
        // An address that is only a fragment is always allowed.
        location.set_hash(&route.to_string()).ok();
    }
}
