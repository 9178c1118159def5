//! What each column of the file is taken to hold.

use std::rc::Rc;

use partnership_risk_core::exchange::columns::{Column, Field};
use partnership_risk_core::exchange::import::{Mapping, guess_scales};
use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, Properties, component, html, use_memo};

use crate::app::model::Import;
use crate::ui::components::{Choice, ChoiceItem};

/// Props of [`Columns`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The file.
    pub import: Import,
    /// The register it is to go into.
    pub register: Rc<Register>,
    /// Called with a corrected mapping.
    pub on_map: Callback<Mapping>,
}

/// What each column of the file is taken to hold.
#[component]
pub fn Columns(props: &Props) -> Html {
    let fields = use_memo((), |()| Rc::<[_]>::from(ChoiceItem::numbered(&Field::ALL, Field::name)));
    let columns = &props.import.mapping.columns;
    html! {
        <section aria-labelledby="columns">
            <h2 id="columns">{ "What the columns hold" }</h2>
            <ul class="mapping">
                for (index, column) in columns.iter().enumerate() {
                    <li class="mapping__column" key={index}>{ column_choice(props, index, column, &fields) }</li>
                }
            </ul>
        </section>
    }
}

fn column_choice(props: &Props, index: usize, column: &Column, fields: &Rc<[ChoiceItem]>) -> Html {
    let field = Field::ALL.iter().position(|f| *f == column.field).unwrap_or_default();
    let on_choose = {
        let Props { import, register, on_map } = props.clone();
        Callback::from(move |place: String| {
            let field = place.parse().ok().and_then(|place: usize| Field::ALL.get(place).copied());
            on_map.emit(with_column(&import, &register, index, field.unwrap_or(Field::Ignored)));
        })
    };
    let hint = format!("{}: {}", examples(&props.import, index), column.reason);
    html! {
        <Choice
            id={format!("column-{index}")} label={format!("\u{201c}{}\u{201d}", column.header)} {hint}
            value={field.to_string()} items={fields.clone()} {on_choose}
        />
    }
}

/// The mapping with one column corrected, and scales looked at anew.
fn with_column(import: &Import, register: &Register, index: usize, field: Field) -> Mapping {
    let mut mapping = (*import.mapping).clone();
    mapping.set(index, field);
    mapping.scales = guess_scales(&import.table, &mapping.columns, register);
    mapping
}

/// The first few filled cells of a column.
fn examples(import: &Import, index: usize) -> String {
    const MOST: usize = 40;
    let filled = import.table.column(index).filter(|cell| !cell.trim().is_empty());
    let text = filled.take(3).collect::<Vec<_>>().join("; ");
    if text.is_empty() {
        return "empty".to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    if cut.len() < text.len() { format!("{cut}\u{2026}") } else { cut }
}
