//! The filters of the list of controls. Each change goes to the address at once.

use partnership_risk_core::catalogue::ControlType;
use partnership_risk_core::choice::Choice as Chosen;
use partnership_risk_core::register::{ControlState, Register};
use yew::prelude::{Callback, Html, SubmitEvent, html};

use super::super::owners::{owner_items, owner_of, owner_value};
use crate::app::queries::controls::{ControlFilter, control_owners};
use crate::ui::components::{Choice, ChoiceItem, TextField, link};
use crate::ui::pages::form::{go, items_of};
use crate::ui::route::Route;

/// The filters as a form.
pub(super) fn filter_form(register: &Register, filter: &ControlFilter) -> Html {
    let state = filter.state.map(ControlState::key).unwrap_or_default();
    let kind = filter.kind.map(ControlType::key).unwrap_or_default();
    html! {
        <form class="filters" role="search" aria-label="Filter controls" onsubmit={|e: SubmitEvent| e.prevent_default()}>
            { text_field(filter) }
            { choice(("filter-state", "State"), state, ("All states", items_of::<ControlState>()),
                setting(filter, |filter, key| filter.state = ControlState::of_key(key))) }
            { choice(("filter-type", "Type"), kind, ("All types", items_of::<ControlType>()),
                setting(filter, |filter, key| filter.kind = ControlType::of_key(key))) }
            { choice(("filter-owner", "Owner"), &owner_value(filter.owner.as_deref()),
                ("All owners", owner_items(&control_owners(register))),
                setting(filter, |filter, value| filter.owner = owner_of(value))) }
            if !filter.is_empty() {
                <p class="filters__clear">{ link(Route::Controls(ControlFilter::default()).to_string(), "Show all controls") }</p>
            }
        </form>
    }
}

fn text_field(filter: &ControlFilter) -> Html {
    TextField {
        id: "filter-text".into(),
        label: "Find".into(),
        value: filter.text.clone().into(),
        on_input: setting(filter, |filter, typed| filter.text = typed.to_owned()),
        ..TextField::default()
    }
    .view()
}

fn choice(
    (id, label): (&'static str, &'static str),
    value: &str,
    (all, items): (&'static str, Vec<ChoiceItem>),
    on_choose: Callback<String>,
) -> Html {
    let (id, label, value, none) = (id.into(), label.into(), value.to_owned().into(), Some(all.into()));
    Choice { id, label, value, none, items, on_choose, ..Choice::default() }.view()
}

/// A callback that goes to the same list with one part of its filter set to what was chosen.
fn setting(filter: &ControlFilter, set: fn(&mut ControlFilter, &str)) -> Callback<String> {
    let filter = filter.clone();
    Callback::from(move |chosen: String| {
        let mut next = filter.clone();
        set(&mut next, &chosen);
        go(&Route::Controls(next));
    })
}
