//! How domain values are shown on every page: a level as a band, a category by its name.

use partnership_risk_core::catalogue::{CategoryId, categories};
use partnership_risk_core::scale::{Level, Tone};
use yew::prelude::{Html, html};

use crate::ui::components::{Band, ChoiceItem, Shade};

/// The shade of a level's tone.
pub(super) fn shade(tone: Tone) -> Shade {
    match tone {
        Tone::Lowest => Shade(0),
        Tone::Low => Shade(1),
        Tone::Middle => Shade(2),
        Tone::High => Shade(3),
        Tone::Highest => Shade(4),
    }
}

/// A level as a band.
pub(super) fn band(level: &Level) -> Html {
    html! { <Band shade={shade(level.tone)} name={level.name.clone()} /> }
}

/// The name of a category; one that this version does not know is shown by its id.
pub(super) fn category_name(id: &CategoryId) -> String {
    let known = categories();
    known.iter().find(|category| category.id == *id).map_or_else(|| id.to_string(), |c| c.name.to_string())
}

/// The categories as a list to choose from, after `none`.
pub(super) fn category_items(none: &'static str) -> Vec<ChoiceItem> {
    let none = ChoiceItem::new("", none);
    std::iter::once(none)
        .chain(categories().iter().map(|c| ChoiceItem::new(c.id.to_string(), c.name.to_string())))
        .collect()
}
