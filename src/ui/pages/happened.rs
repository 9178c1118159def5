//! What became of a thing, field by field, wherever changes and differences are listed.

use partnership_risk_core::register::{FieldChange, Happened};
use yew::prelude::{Html, html};

/// What became of a thing.
pub(super) fn happened(what: &Happened) -> Html {
    match what {
        Happened::Added => html! { "Added" },
        Happened::Removed => html! { "Removed" },
        Happened::Changed(fields) if fields.is_empty() => html! { "Changed" },
        Happened::Changed(fields) => html! { <ul class="findings">{ for fields.iter().map(field) }</ul> },
    }
}

fn field(change: &FieldChange) -> Html {
    let said = match (change.from.as_str(), change.to.as_str()) {
        ("", to) => format!("{}: {to}", change.field),
        (from, "") => format!("{}: {from} taken out", change.field),
        (from, to) => format!("{}: {from} \u{2192} {to}", change.field),
    };
    html! { <li>{ said }</li> }
}
