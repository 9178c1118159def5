//! Rows of fields in a form, as many as are wanted: a button takes each away, another adds one, and the
//! focus goes with what happens. How a row looks is its own form's business.

use yew::prelude::{Callback, Html, MouseEvent};

use super::Form;
use crate::app::drafts::Kept;
use crate::ui::components::{Button, ButtonKind};
use crate::ui::focus;

/// Rows of fields.
pub(in crate::ui::pages) struct Rows<D, T> {
    /// The id of what stands around them, which takes the focus when one is taken away.
    pub id: &'static str,
    /// Where they stand in the draft.
    pub list: fn(&mut D) -> &mut Vec<T>,
}

impl<D: Kept + Clone + PartialEq + 'static, T: 'static> Rows<D, T> {
    /// A callback that changes the row at a place, if it is still there.
    pub(in crate::ui::pages) fn changing<I: 'static>(
        &self,
        form: &Form<D>,
        place: usize,
        change: impl Fn(&mut T, I) + 'static,
    ) -> Callback<I> {
        let list = self.list;
        form.changing(move |draft, input| {
            if let Some(row) = list(draft).get_mut(place) {
                change(row, input);
            }
        })
    }

    /// The button that takes away the row at a place; the row is called so.
    pub(in crate::ui::pages) fn remove(&self, form: &Form<D>, place: usize, name: &str) -> Html {
        let Self { id, list } = *self;
        let on_press = form.changing(move |draft, _: MouseEvent| {
            let list = list(draft);
            if place < list.len() {
                list.remove(place);
            }
            focus::after_render(id);
        });
        let label = format!("Remove {name}").into();
        Button { kind: ButtonKind::Quiet, label, on_press, ..Button::default() }.view()
    }

    /// The button that adds a row and goes to its first field, of which the id is known by the row's place.
    pub(in crate::ui::pages) fn add(
        &self,
        form: &Form<D>,
        label: &'static str,
        row: impl Fn() -> T + 'static,
        first_field: impl Fn(usize) -> String + 'static,
    ) -> Html {
        let list = self.list;
        let on_press = form.changing(move |draft, _: MouseEvent| {
            let list = list(draft);
            focus::after_render(first_field(list.len()));
            list.push(row());
        });
        Button { label: label.into(), on_press, ..Button::default() }.view()
    }
}
