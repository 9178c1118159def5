//! The filters of the list of risks.

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::register::{Register, Status};
use yew::prelude::{Html, html};

use crate::app::queries::risk_table::{Filter, Gap};
use crate::ui::components::ChoiceItem;
use crate::ui::pages::filters::Filters;
use crate::ui::pages::form::items_of;
use crate::ui::pages::shown::{at_place, category_items, partnership_items, place_of};
use crate::ui::route::{RiskView, Route};

type Risks = Filters<RiskView>;

/// The filters as a form.
pub(super) fn filter_form(register: &Register, view: &RiskView) -> Html {
    let filters = Filters { view: view.clone(), to: |view| Route::Risks(RiskView { page: 0, ..view }) };
    let all = || (RiskView { filter: Filter::default(), ..view.clone() }, "Show all risks");
    let fields = html! {
        <>
            { filters.text(&view.filter.text, |view, typed| view.filter.text = typed) }
            if register.partnerships().len() > 1 {
                { partnership_choice(&filters, register) }
            }
            { category_choice(&filters, register) }
            { level_choice(&filters, register) }
            { status_choice(&filters) }
            { gap_choice(&filters) }
        </>
    };
    filters.search("Filter risks", fields, (!view.filter.is_empty()).then(all))
}

fn partnership_choice(filters: &Risks, register: &Register) -> Html {
    let chosen = filters.view.filter.partnership.map(|id| id.to_string()).unwrap_or_default();
    filters.choice(
        ("filter-partnership", "Partnership"),
        chosen,
        (Some("All partnerships"), partnership_items(register)),
        |view, id| view.filter.partnership = id.parse().ok(),
    )
}

fn category_choice(filters: &Risks, register: &Register) -> Html {
    let chosen = filters.view.filter.category.as_ref().map(ToString::to_string).unwrap_or_default();
    filters.choice(
        ("filter-category", "Category"),
        chosen,
        (Some("All categories"), category_items(register)),
        |view, id| view.filter.category = (!id.is_empty()).then(|| CategoryId::new(id)),
    )
}

fn level_choice(filters: &Risks, register: &Register) -> Html {
    let levels = register.matrix().levels().iter().enumerate().rev();
    let items = levels.map(|(index, level)| ChoiceItem::new(index.to_string(), level.name.clone())).collect();
    let chosen = filters.view.filter.level.map(|level| level.to_string()).unwrap_or_default();
    filters.choice(("filter-level", "Level"), chosen, (Some("All levels"), items), |view, level| {
        view.filter.level = level.parse().ok();
    })
}

fn status_choice(filters: &Risks) -> Html {
    filters.choice(
        ("filter-status", "Status"),
        filters.view.filter.status.map(Status::key).unwrap_or_default(),
        (Some("All but closed"), items_of::<Status>()),
        |view, key| view.filter.status = Status::of_key(key),
    )
}

fn gap_choice(filters: &Risks) -> Html {
    let name = |gap: Gap| match gap {
        Gap::Rating => "No rating",
        Gap::Owner => "No owner",
        Gap::Treatment => "No treatment",
        Gap::Category => "No category",
        Gap::Figures => "No figures of cost",
    };
    filters.choice(
        ("filter-gap", "What is missing"),
        place_of(&Gap::ALL, filters.view.filter.gap.as_ref()),
        (Some("Any"), ChoiceItem::numbered(Gap::ALL.into_iter().map(name))),
        |view, gap| view.filter.gap = at_place(&Gap::ALL, gap),
    )
}
