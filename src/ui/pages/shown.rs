//! How domain values are shown on every page: a level as a band, a category by its name.

use std::rc::Rc;

use partnership_risk_core::catalogue::{CategoryId, categories};
use partnership_risk_core::register::Register;
use partnership_risk_core::scale::{Level, Tone};
use yew::prelude::Html;

use crate::ui::components::{ChoiceItem, Shade, band};

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
pub(super) fn level(level: &Level) -> Html {
    band(shade(level.tone), &level.name)
}

/// The name of a category; one that this version does not know is shown by its id.
pub(super) fn category_name(id: &CategoryId) -> Rc<str> {
    let known = categories();
    known.iter().find(|category| category.id == *id).map_or_else(|| Rc::from(id.as_str()), |c| c.name.clone())
}

/// The categories as a list to choose from.
pub(super) fn category_items() -> Vec<ChoiceItem> {
    categories().iter().map(|c| ChoiceItem::new(c.id.to_string(), c.name.clone())).collect()
}

/// The partnerships of a register as a list to choose from.
pub(super) fn partnership_items(register: &Register) -> Vec<ChoiceItem> {
    register.partnerships().iter().map(|p| ChoiceItem::new(p.id.to_string(), p.name.clone())).collect()
}

/// The place of a choice in its list, as a form holds it; empty for none.
pub(super) fn place_of<T: PartialEq>(all: &[T], chosen: Option<&T>) -> String {
    let place = chosen.and_then(|chosen| all.iter().position(|item| item == chosen));
    place.map(|place| place.to_string()).unwrap_or_default()
}

/// The choice at a place in its list.
pub(super) fn at_place<T: Copy>(all: &[T], place: &str) -> Option<T> {
    place.parse().ok().and_then(|place: usize| all.get(place).copied())
}
