//! The filters of the list of controls.

use partnership_risk_core::catalogue::ControlType;
use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::register::{ControlState, Register};
use yew::prelude::{Html, html};

use super::super::owners::{owner_items, owner_of, owner_value};
use crate::app::queries::controls::{ControlFilter, control_owners};
use crate::ui::pages::filters::Filters;
use crate::ui::pages::form::items_of;
use crate::ui::route::Route;

/// The filters as a form.
pub(super) fn filter_form(register: &Register, filter: &ControlFilter) -> Html {
    let filters = Filters { view: filter.clone(), to: Route::Controls };
    let owners = owner_items(&control_owners(register));
    let state = filter.state.map(ControlState::key).unwrap_or_default();
    let kind = filter.kind.map(ControlType::key).unwrap_or_default();
    let fields = html! {
        <>
            { filters.text(&filter.text, |filter, typed| filter.text = typed) }
            { filters.choice(("filter-state", "State"), state, (Some("All states"), items_of::<ControlState>()),
                |filter, key| filter.state = ControlState::of_key(key)) }
            { filters.choice(("filter-type", "Type"), kind, (Some("All types"), items_of::<ControlType>()),
                |filter, key| filter.kind = ControlType::of_key(key)) }
            { filters.choice(("filter-owner", "Owner"), owner_value(filter.owner.as_deref()), (Some("All owners"), owners),
                |filter, value| filter.owner = owner_of(value)) }
        </>
    };
    let all = || (ControlFilter::default(), "Show all controls");
    filters.search("Filter controls", fields, (!filter.is_empty()).then(all))
}
