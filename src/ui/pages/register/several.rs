//! Rows of fields, as many as are wanted: each with a button that takes it away, and one below that adds
//! another.

use yew::prelude::{AttrValue, Callback, Html, html};

use crate::app::drafts::Kept;
use crate::ui::components::TextField;
use crate::ui::pages::form::{Form, Rows};

/// Rows of fields.
pub(super) struct Several<'f, D: 'static, T: 'static> {
    /// The form that they stand in.
    pub form: &'f Form<D>,
    /// Where they stand in it.
    pub at: Rows<D, T>,
    /// What the rows are about.
    pub legend: &'static str,
    /// How to fill them; may be empty.
    pub hint: AttrValue,
    /// What one row is called by the button that takes it away, such as "body 1".
    pub rows: Vec<(String, Html)>,
    /// What adds another row: a button or a finder.
    pub adding: Html,
}

impl<D: Kept + Clone + PartialEq, T> Several<'_, D, T> {
    /// The rows.
    pub(super) fn view(self) -> Html {
        let row = |(place, (name, fields)): (usize, (String, Html))| {
            html! { <li key={place} class="several__row">{ fields }{ self.at.remove(self.form, place, &name) }</li> }
        };
        html! {
            <fieldset class="several" id={self.at.id} tabindex="-1">
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
    on_input: Callback<String>,
) -> Html {
    TextField {
        problem: form.problems().at(&id),
        id: id.into(),
        label: label.into(),
        hint: hint.into(),
        value: value.to_owned().into(),
        number: is_short,
        on_input,
    }
    .view()
}
