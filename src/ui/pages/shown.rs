//! How domain values are shown on every page: a level as a band, a category by its name.

use std::rc::Rc;

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::letters::small;
use partnership_risk_core::register::{Partnership, Register};
use partnership_risk_core::scale::{Colour, Level, Tone};
use yew::prelude::{AttrValue, Html};

use crate::app::queries::attention::{Health, HealthBand};
use crate::app::queries::categories::offered;
use crate::app::queries::lack::Lack;
use crate::ui::components::{ChoiceItem, Link, Paint, Shade, band};
use crate::ui::route::Route;

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

/// What a level is painted with: the body's own colour, or else the shade of its tone.
pub(super) fn paint(level: &Level) -> Paint {
    match level.colour {
        None => Paint::Shade(shade(level.tone)),
        Some(colour) => {
            Paint::Own { colour: colour.to_string().into(), is_dark: colour.text() == Colour::WHITE }
        }
    }
}

/// A level as a band.
pub(super) fn level(level: &Level) -> Html {
    band(paint(level), &level.name)
}

/// The name of a category; one that nobody knows is shown by its id.
pub(super) fn category_name(register: &Register, id: &CategoryId) -> Rc<str> {
    register.organisation().category_name(id)
}

/// The link of a list to one of its things, found again on coming back from there.
pub(super) fn entry_link(to: &Route, name: impl Into<AttrValue>) -> Html {
    Link { id: to.link_id().map(Into::into), to: to.to_string().into(), text: name.into(), ..Link::default() }
        .view()
}

/// The categories as a list to choose from, the body's own among them.
pub(super) fn category_items(register: &Register) -> Vec<ChoiceItem> {
    offered(register).into_iter().map(|c| ChoiceItem::new(c.id.to_string(), c.name)).collect()
}

/// All partnerships of a register as a list to look for one.
pub(super) fn partnership_items(register: &Register) -> Vec<ChoiceItem> {
    partnerships_offered(register, |_| true, "")
}

/// The partnerships that a form offers, and in any case the one that is chosen, by its id.
pub(super) fn partnerships_offered(
    register: &Register,
    is_offered: impl Fn(&Partnership) -> bool,
    chosen: &str,
) -> Vec<ChoiceItem> {
    let item = |p: &Rc<Partnership>| ChoiceItem::new(p.id.to_string(), p.name.clone());
    let offered = register.partnerships().iter().filter(|p| is_offered(p) || p.id.to_string() == chosen);
    offered.map(item).collect()
}

/// What a partnership lacks, in words.
pub(super) fn lack_name(lack: Lack) -> &'static str {
    match lack {
        Lack::Agreement => "No agreement known to be signed by all",
        Lack::Lead => "No lead officer",
        Lack::Accountable => "No accountable officer",
        Lack::Value => "No word on how it adds value",
        Lack::Purpose => "No purpose",
        Lack::Objectives => "No objectives",
        Lack::Partners => "No partner named",
        Lack::Budget => "Annual budget not known",
        Lack::Contribution => "Our contribution not known",
        Lack::OverspendRules => "Pooled, with no known rules for an overspend",
        Lack::Review => "No date for the next review",
        Lack::Risk => "No risk written down",
    }
}

/// A band of health, in words.
pub(super) fn health_band_name(band: HealthBand) -> &'static str {
    match band {
        HealthBand::Weak => "Weak",
        HealthBand::Fair => "Fair",
        HealthBand::Good => "Good",
        HealthBand::NotChecked => "Not checked",
    }
}

/// How well a partnership is run: the share of points reached, in whole per cent rounded down, and
/// its band.
pub(super) fn health(health: Option<Health>) -> String {
    let band = health_band_name(HealthBand::of(health));
    match health {
        None => band.to_owned(),
        Some(Health { share, is_provisional }) => {
            let so_far = if is_provisional { " so far" } else { "" };
            format!("{} %{so_far}, {}", share.basis_points() / 100, small(band))
        }
    }
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
