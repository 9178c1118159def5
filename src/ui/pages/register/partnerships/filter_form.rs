//! The filters of the list of partnerships.

use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::register::{Kind, Rank};
use yew::prelude::{Html, html};

use crate::app::queries::attention::{HealthBand, RANKS};
use crate::app::queries::lack::Lack;
use crate::app::queries::partnerships::{PartnershipFilter, Standing};
use crate::ui::components::ChoiceItem;
use crate::ui::pages::filters::Filters;
use crate::ui::pages::form::items_of;
use crate::ui::pages::shown::{at_place, health_band_name, lack_name, place_of};
use crate::ui::route::{PartnershipView, Route};

type Partnerships = Filters<PartnershipView>;

/// The filters as a form.
pub(super) fn filter_form(view: &PartnershipView) -> Html {
    let to = |view| Route::Partnerships(PartnershipView { page: 0, ..view });
    let filters = Filters { view: view.clone(), to };
    let all = || {
        (PartnershipView { filter: PartnershipFilter::default(), ..view.clone() }, "Show all partnerships")
    };
    let fields = html! {
        <>
            { filters.text(&view.filter.text, |view, typed| view.filter.text = typed) }
            { standing_choice(&filters) }
            { kind_choice(&filters) }
            { rank_choice(&filters) }
            { health_choice(&filters) }
            { lack_choice(&filters) }
        </>
    };
    filters.search("Filter partnerships", fields, (!view.filter.is_empty()).then(all))
}

fn standing_choice(filters: &Partnerships) -> Html {
    let name = |standing| match standing {
        Standing::Live => "Live: proposed or active",
        Standing::Only(status) => status.name(),
    };
    filters.choice(
        ("filter-status", "Status"),
        place_of(&Standing::ALL, filters.view.filter.standing.as_ref()),
        (Some("All but archived"), ChoiceItem::numbered(Standing::ALL.into_iter().map(name))),
        |view, place| view.filter.standing = at_place(&Standing::ALL, place),
    )
}

fn kind_choice(filters: &Partnerships) -> Html {
    filters.choice(
        ("filter-form", "Form"),
        filters.view.filter.kind.map(Kind::key).unwrap_or_default(),
        (Some("All forms"), items_of::<Kind>()),
        |view, key| view.filter.kind = Kind::of_key(key),
    )
}

fn rank_choice(filters: &Partnerships) -> Html {
    filters.choice(
        ("filter-significance", "Significance"),
        place_of(&RANKS, filters.view.filter.rank.as_ref()),
        (Some("Any"), ChoiceItem::numbered(RANKS.into_iter().map(Rank::name))),
        |view, place| view.filter.rank = at_place(&RANKS, place),
    )
}

fn health_choice(filters: &Partnerships) -> Html {
    filters.choice(
        ("filter-health", "Health"),
        place_of(&HealthBand::ALL, filters.view.filter.health.as_ref()),
        (Some("Any"), ChoiceItem::numbered(HealthBand::ALL.into_iter().map(health_band_name))),
        |view, place| view.filter.health = at_place(&HealthBand::ALL, place),
    )
}

fn lack_choice(filters: &Partnerships) -> Html {
    filters.choice(
        ("filter-lack", "What is missing"),
        place_of(&Lack::ALL, filters.view.filter.lack.as_ref()),
        (Some("Any"), ChoiceItem::numbered(Lack::ALL.into_iter().map(lack_name))),
        |view, place| view.filter.lack = at_place(&Lack::ALL, place),
    )
}
