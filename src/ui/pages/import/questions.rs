//! What a file leaves open and only the person can say: what its rows are, which of two columns is meant, and
//! what comes first in its dates.

use std::rc::Rc;

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::exchange::DayOrder;
use partnership_risk_core::exchange::columns::Reason;
use partnership_risk_core::exchange::import::{Mapping, guess_as};
use partnership_risk_core::exchange::kind::Kind;
use partnership_risk_core::letters::small;
use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, html};

use super::columns::with_column;
use crate::app::model::Import;
use crate::ui::components::{Choice, ChoiceItem};

/// What every row is.
pub(super) fn kind_choice(import: &Import, register: &Rc<Register>, on_map: &Callback<Mapping>) -> Html {
    let (table, kind, register) = (import.table.clone(), import.mapping.kind, register.clone());
    let items = Kind::ALL.iter().map(|kind| ChoiceItem::new(kind.key(), kind.name())).collect();
    Choice {
        id: "kind".into(),
        label: "What the rows are".into(),
        hint: "Guessed from the names of the columns".into(),
        value: kind.key().into(),
        items,
        on_choose: on_map
            .reform(move |key: String| guess_as(&table, Kind::of_key(&key).unwrap_or(kind), &register)),
        ..Choice::default()
    }
    .view()
}

/// Everything that only the person can say, if there is anything.
pub(super) fn questions(import: &Import, register: &Rc<Register>, on_map: &Callback<Mapping>) -> Html {
    let rivals: Vec<Html> =
        (0..import.mapping.columns.len()).filter_map(|i| rivals(import, register, on_map, i)).collect();
    let asks_for_dates = import.mapping.asks_for_dates(&import.table);
    if rivals.is_empty() && !asks_for_dates {
        return html! {};
    }
    html! {
        <section aria-labelledby="questions">
            <h2 id="questions">{ "What only you can say" }</h2>
            { for rivals }
            if asks_for_dates {
                { dates(import, on_map) }
            }
        </section>
    }
}

/// Which of two columns is meant, where the one at this place could be the same as another.
fn rivals(
    import: &Import,
    register: &Rc<Register>,
    on_map: &Callback<Mapping>,
    place: usize,
) -> Option<Html> {
    let column = &import.mapping.columns[place];
    let Reason::Rival(other, name) = &column.reason else { return None };
    let (other, field) = (*other, import.mapping.columns.get(*other)?.field);
    let (mapped, register) = (import.clone(), register.clone());
    let item =
        |place: usize, name: &str| ChoiceItem::new(place.to_string(), format!("\u{201c}{name}\u{201d}"));
    let choice = Choice {
        id: format!("rival-{place}").into(),
        label: format!("Which column holds this: {}?", small(field.name())).into(),
        hint: "Their names say the same and their cells do not".into(),
        none: Some("Choose one".into()),
        items: vec![item(other, name), item(place, &column.header)],
        on_choose: on_map.reform(move |chosen: String| match chosen.parse() {
            Ok(chosen) => with_column(&mapped, &register, chosen, field),
            Err(_) => (*mapped.mapping).clone(),
        }),
        ..Choice::default()
    };
    Some(choice.view())
}

/// What comes first in dates.
fn dates(import: &Import, on_map: &Callback<Mapping>) -> Html {
    let mapping = import.mapping.clone();
    Choice {
        id: "dates".into(),
        label: "What comes first in dates".into(),
        hint: "A date such as 03/04/2025 does not say it by itself".into(),
        value: mapping.dates.map_or("", DayOrder::key).into(),
        none: Some("Choose one".into()),
        items: DayOrder::ALL.iter().map(|order| ChoiceItem::new(order.key(), order.name())).collect(),
        on_choose: on_map
            .reform(move |key: String| Mapping { dates: DayOrder::of_key(&key), ..(*mapping).clone() }),
        ..Choice::default()
    }
    .view()
}
