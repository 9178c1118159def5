//! The fields of a form, each tied to a text of its draft: it shows what stands there and what is wrong with
//! it, and puts there what is typed.

use partnership_risk_core::choice::Choice as Chosen;
use yew::prelude::{AttrValue, Callback, Html};

use super::Form;
use crate::app::drafts::Kept;
use crate::ui::components::{Choice, ChoiceItem, TextArea, TextField};

/// One text of a draft.
pub(in crate::ui::pages) type Place<D> = fn(&mut D) -> &mut String;

impl<D: Kept + Clone + PartialEq + 'static> Form<D> {
    /// What is typed in one place of the draft.
    pub(in crate::ui::pages) fn typed(&self, at: Place<D>) -> AttrValue {
        let mut draft = (*self.draft).clone();
        std::mem::take(at(&mut draft)).into()
    }

    /// A line of text.
    pub(in crate::ui::pages) fn line(
        &self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        at: Place<D>,
    ) -> Html {
        self.text_field(id, label, hint, false, at)
    }

    /// A number, a date or an amount: a short line.
    pub(in crate::ui::pages) fn short(
        &self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        at: Place<D>,
    ) -> Html {
        self.text_field(id, label, hint, true, at)
    }

    /// A date.
    pub(in crate::ui::pages) fn date(&self, id: &'static str, label: &'static str, at: Place<D>) -> Html {
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
    pub(in crate::ui::pages) fn area(
        &self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        at: Place<D>,
    ) -> Html {
        let (value, problem, on_input) = (self.typed(at), self.problems.at(id), self.putting(at));
        TextArea { id: id.into(), label: label.into(), hint: hint.into(), value, problem, on_input }.view()
    }

    /// One of a list; `none` is what stands for no choice, where that is one.
    pub(in crate::ui::pages) fn choice(
        &self,
        (id, label, hint): (&'static str, &'static str, &'static str),
        none: Option<&'static str>,
        items: Vec<ChoiceItem>,
        at: Place<D>,
    ) -> Html {
        let (value, problem, on_choose) = (self.typed(at), self.problems.at(id), self.putting(at));
        let (id, label, hint, none) = (id.into(), label.into(), hint.into(), none.map(AttrValue::from));
        Choice { id, label, hint, value, none, items, problem, on_choose }.view()
    }

    /// The partnership that something belongs to. Another one has other parts, so the part that was chosen of the
    /// first is let go.
    pub(in crate::ui::pages) fn partnership(
        &self,
        items: Vec<ChoiceItem>,
        at: Place<D>,
        part: Place<D>,
    ) -> Html {
        let on_choose = self.changing(move |draft, chosen| {
            *at(draft) = chosen;
            part(draft).clear();
        });
        Choice {
            id: "partnership".into(),
            label: "Partnership".into(),
            value: self.typed(at),
            none: Some("Choose one".into()),
            items,
            problem: self.problems.at("partnership"),
            on_choose,
            ..Choice::default()
        }
        .view()
    }

    /// One of a set of values.
    pub(in crate::ui::pages) fn one_of<T: Chosen>(
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
pub(in crate::ui::pages) fn items_of<T: Chosen>() -> Vec<ChoiceItem> {
    items_among(T::all())
}

/// Some of a set of values as a list to choose from, by their keys.
pub(in crate::ui::pages) fn items_among<T: Chosen>(some: &[T]) -> Vec<ChoiceItem> {
    some.iter().map(|value| ChoiceItem::new(value.key(), value.name())).collect()
}
