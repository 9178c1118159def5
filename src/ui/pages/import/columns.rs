//! What each column of the file is taken to hold.

use std::rc::Rc;

use partnership_risk_core::exchange::columns::{Column, Field};
use partnership_risk_core::exchange::import::Mapping;
use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, html};

use crate::app::model::Import;
use crate::ui::components::{Choice, ChoiceItem};
use crate::ui::pages::shown::{at_place, place_of};

/// What each column of the file is taken to hold.
pub(super) fn columns(import: &Import, register: &Rc<Register>, on_map: &Callback<Mapping>) -> Html {
    html! {
        <section aria-labelledby="columns">
            <h2 id="columns">{ "What the columns hold" }</h2>
            <ul class="mapping">
                for (index, column) in import.mapping.columns.iter().enumerate() {
                    <li class="mapping__column">{ column_choice(import, register, on_map, index, column) }</li>
                }
            </ul>
        </section>
    }
}

fn column_choice(
    import: &Import,
    register: &Rc<Register>,
    on_map: &Callback<Mapping>,
    index: usize,
    column: &Column,
) -> Html {
    let (mapped, register) = (import.clone(), register.clone());
    let on_choose = on_map.reform(move |place: String| {
        let field = at_place(&Field::offered(mapped.mapping.kind), &place).unwrap_or(Field::Ignored);
        with_column(&mapped, &register, index, field)
    });
    let offered = Field::offered(import.mapping.kind);
    Choice {
        id: format!("column-{index}").into(),
        label: format!("\u{201c}{}\u{201d}", column.header).into(),
        hint: format!("{}: {}", examples(import, index), column.reason).into(),
        value: place_of(&offered, Some(&column.field)).into(),
        items: ChoiceItem::numbered(offered.into_iter().map(Field::name)),
        on_choose,
        ..Choice::default()
    }
    .view()
}

/// The mapping with one column corrected, and scales and dates looked at anew.
pub(super) fn with_column(import: &Import, register: &Register, index: usize, field: Field) -> Mapping {
    let mut mapping = (*import.mapping).clone();
    mapping.set(index, field);
    mapping.weigh(&import.table, register);
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
