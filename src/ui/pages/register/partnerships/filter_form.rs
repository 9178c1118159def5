//! The filters of the partnerships as a form. Each change goes to the address at once.

use partnership_risk_core::choice::Choice as Chosen;
use partnership_risk_core::register::{Kind, Rank};
use yew::prelude::{Callback, Html, SubmitEvent, html};

use crate::app::queries::attention::{HealthBand, RANKS};
use crate::app::queries::lack::Lack;
use crate::app::queries::partnerships::{PartnershipFilter, Standing};
use crate::ui::components::{Choice, ChoiceItem, TextField, link};
use crate::ui::pages::form::{go, items_of};
use crate::ui::pages::shown::{at_place, health_band_name, lack_name, place_of};
use crate::ui::route::{PartnershipView, Route};

/// The filters as a form.
pub(super) fn filter_form(view: &PartnershipView) -> Html {
    html! {
        <form class="filters" role="search" aria-label="Filter partnerships" onsubmit={|e: SubmitEvent| e.prevent_default()}>
            { text_field(view) }
            { standing_choice(view) }
            { kind_choice(view) }
            { rank_choice(view) }
            { health_choice(view) }
            { lack_choice(view) }
            if !view.filter.is_empty() {
                <p class="filters__clear">
                    { link(changed(view, &|f| *f = PartnershipFilter::default()), "Show all partnerships") }
                </p>
            }
        </form>
    }
}

/// The address of the same view with its filter changed.
fn changed(view: &PartnershipView, change: &dyn Fn(&mut PartnershipFilter)) -> String {
    let mut next = PartnershipView { page: 0, ..view.clone() };
    change(&mut next.filter);
    Route::Partnerships(next).to_string()
}

/// A callback that goes to the same view with one part of its filter set to what was chosen.
fn setting(view: &PartnershipView, set: fn(&mut PartnershipFilter, &str)) -> Callback<String> {
    let view = view.clone();
    Callback::from(move |chosen: String| go(&Route::at(&changed(&view, &|filter| set(filter, &chosen)))))
}

/// One choice: its id and label, what is chosen, what means all, the list, and what it sets.
fn choice(
    (id, label): (&'static str, &'static str),
    value: String,
    (all, items): (&'static str, Vec<ChoiceItem>),
    on_choose: Callback<String>,
) -> Html {
    let (id, label, value, none) = (id.into(), label.into(), value.into(), Some(all.into()));
    Choice { id, label, value, none, items, on_choose, ..Choice::default() }.view()
}

fn text_field(view: &PartnershipView) -> Html {
    TextField {
        id: "filter-text".into(),
        label: "Find".into(),
        value: view.filter.text.clone().into(),
        on_input: setting(view, |filter, typed| filter.text = typed.to_owned()),
        ..TextField::default()
    }
    .view()
}

fn standing_choice(view: &PartnershipView) -> Html {
    let name = |standing| match standing {
        Standing::Live => "Live: proposed or active",
        Standing::Only(status) => status.name(),
    };
    choice(
        ("filter-status", "Status"),
        place_of(&Standing::ALL, view.filter.standing.as_ref()),
        ("All but archived", ChoiceItem::numbered(Standing::ALL.into_iter().map(name))),
        setting(view, |filter, place| filter.standing = at_place(&Standing::ALL, place)),
    )
}

fn kind_choice(view: &PartnershipView) -> Html {
    choice(
        ("filter-form", "Form"),
        view.filter.kind.map(Chosen::key).unwrap_or_default().to_owned(),
        ("All forms", items_of::<Kind>()),
        setting(view, |filter, key| filter.kind = Chosen::of_key(key)),
    )
}

fn rank_choice(view: &PartnershipView) -> Html {
    choice(
        ("filter-significance", "Significance"),
        place_of(&RANKS, view.filter.rank.as_ref()),
        ("Any", ChoiceItem::numbered(RANKS.into_iter().map(Rank::name))),
        setting(view, |filter, place| filter.rank = at_place(&RANKS, place)),
    )
}

fn health_choice(view: &PartnershipView) -> Html {
    choice(
        ("filter-health", "Health"),
        place_of(&HealthBand::ALL, view.filter.health.as_ref()),
        ("Any", ChoiceItem::numbered(HealthBand::ALL.into_iter().map(health_band_name))),
        setting(view, |filter, place| filter.health = at_place(&HealthBand::ALL, place)),
    )
}

fn lack_choice(view: &PartnershipView) -> Html {
    choice(
        ("filter-lack", "What is missing"),
        place_of(&Lack::ALL, view.filter.lack.as_ref()),
        ("Any", ChoiceItem::numbered(Lack::ALL.into_iter().map(lack_name))),
        setting(view, |filter, place| filter.lack = at_place(&Lack::ALL, place)),
    )
}
