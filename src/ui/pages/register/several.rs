//! Rows of fields, as many as are wanted: each with a button that takes it away, and one below that adds
//! another.

use yew::prelude::{AttrValue, Callback, Html, MouseEvent, html};

use crate::app::drafts::Kept;
use crate::ui::components::{Button, ButtonKind, TextField};
use crate::ui::pages::form::Form;

/// Rows of fields.
pub(super) struct Several {
    /// What the rows are about.
    pub legend: &'static str,
    /// How to fill them; may be empty.
    pub hint: AttrValue,
    /// What one row is called by the button that takes it away, such as "body 1".
    pub rows: Vec<(String, Html)>,
    /// Called with the place of the row to take away.
    pub on_remove: Callback<usize>,
    /// What adds another row: a button or a finder.
    pub adding: Html,
}

impl Several {
    /// The rows.
    pub(super) fn view(self) -> Html {
        let on_remove = self.on_remove;
        let row = |(place, (name, fields)): (usize, (String, Html))| {
            let remove = Button {
                kind: ButtonKind::Quiet,
                label: format!("Remove {name}").into(),
                on_press: on_remove.reform(move |_| place),
                ..Button::default()
            };
            html! { <li class="several__row">{ fields }{ remove.view() }</li> }
        };
        html! {
            <fieldset class="several">
                <legend>{ self.legend }</legend>
                if !self.hint.is_empty() {
                    <p class="note">{ self.hint }</p>
                }
                <ul class="several__rows">{ for self.rows.into_iter().enumerate().map(row) }</ul>
                { self.adding }
            </fieldset>
        }
    }
}

/// A short field in one row.
pub(super) fn row_field<D: Kept + Clone + PartialEq + 'static>(
    form: &Form<D>,
    (id, label, hint): (String, &'static str, &'static str),
    (value, is_short): (&str, bool),
    put: impl Fn(&mut D, String) + 'static,
) -> Html {
    TextField {
        problem: form.problems().at(&id),
        id: id.into(),
        label: label.into(),
        hint: hint.into(),
        value: value.to_owned().into(),
        number: is_short,
        on_input: form.changing(put),
    }
    .view()
}

/// A button that adds a row.
pub(super) fn adding(label: &'static str, on_press: Callback<MouseEvent>) -> Html {
    Button { label: label.into(), on_press, ..Button::default() }.view()
}
