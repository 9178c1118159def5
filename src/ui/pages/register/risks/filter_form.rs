//! The filters as a form. Each change goes to the address at once, so that a view can be bookmarked.

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::register::{Register, Status};
use yew::prelude::{Callback, Html, SubmitEvent, html};

use crate::app::queries::risk_table::{Filter, Gap};
use crate::ui::components::{Choice, ChoiceItem, TextField, link};
use crate::ui::pages::form::go;
use crate::ui::pages::shown::{at_place, category_items, partnership_items, place_of};
use crate::ui::route::{RiskView, Route};

/// The filters as a form.
pub(super) fn filter_form(register: &Register, view: &RiskView) -> Html {
    let filter = &view.filter;
    html! {
        <form class="filters" role="search" aria-label="Filter risks" onsubmit={|e: SubmitEvent| e.prevent_default()}>
            { text_field(view) }
            if register.partnerships().len() > 1 {
                { partnership_choice(register, view) }
            }
            { category_choice(register, view) }
            { level_choice(register, view) }
            { status_choice(view) }
            { gap_choice(view) }
            if !filter.is_empty() {
                <p class="filters__clear">{ link(changed(view, &|f| *f = Filter::default()), "Show all risks") }</p>
            }
        </form>
    }
}

/// The address of the same view with its filter changed.
fn changed(view: &RiskView, change: &dyn Fn(&mut Filter)) -> String {
    let mut next = RiskView { page: 0, ..view.clone() };
    change(&mut next.filter);
    Route::Risks(next).to_string()
}

/// A callback that goes to the same view with one part of its filter set to what was chosen.
fn setting(view: &RiskView, set: fn(&mut Filter, &str)) -> Callback<String> {
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

fn text_field(view: &RiskView) -> Html {
    TextField {
        id: "filter-text".into(),
        label: "Find".into(),
        value: view.filter.text.clone().into(),
        on_input: setting(view, |filter, typed| filter.text = typed.to_owned()),
        ..TextField::default()
    }
    .view()
}

fn partnership_choice(register: &Register, view: &RiskView) -> Html {
    let chosen = view.filter.partnership.map(|id| id.to_string()).unwrap_or_default();
    choice(
        ("filter-partnership", "Partnership"),
        chosen,
        ("All partnerships", partnership_items(register)),
        setting(view, |filter, id| filter.partnership = id.parse().ok()),
    )
}

fn category_choice(register: &Register, view: &RiskView) -> Html {
    let chosen = view.filter.category.as_ref().map(ToString::to_string).unwrap_or_default();
    choice(
        ("filter-category", "Category"),
        chosen,
        ("All categories", category_items(register)),
        setting(view, |filter, id| filter.category = (!id.is_empty()).then(|| CategoryId::new(id))),
    )
}

fn level_choice(register: &Register, view: &RiskView) -> Html {
    let levels = register.matrix().levels().iter().enumerate().rev();
    let items = levels.map(|(index, level)| ChoiceItem::new(index.to_string(), level.name.clone())).collect();
    let chosen = view.filter.level.map(|level| level.to_string()).unwrap_or_default();
    choice(
        ("filter-level", "Level"),
        chosen,
        ("All levels", items),
        setting(view, |filter, level| filter.level = level.parse().ok()),
    )
}

fn status_choice(view: &RiskView) -> Html {
    choice(
        ("filter-status", "Status"),
        place_of(&Status::ALL, view.filter.status.as_ref()),
        ("All but closed", ChoiceItem::numbered(Status::ALL.into_iter().map(Status::name))),
        setting(view, |filter, status| filter.status = at_place(&Status::ALL, status)),
    )
}

const GAPS: [Gap; 4] = [Gap::Rating, Gap::Owner, Gap::Treatment, Gap::Category];

fn gap_choice(view: &RiskView) -> Html {
    let name = |gap: Gap| match gap {
        Gap::Rating => "No rating",
        Gap::Owner => "No owner",
        Gap::Treatment => "No treatment",
        Gap::Category => "No category",
    };
    choice(
        ("filter-gap", "What is missing"),
        place_of(&GAPS, view.filter.gap.as_ref()),
        ("Any", ChoiceItem::numbered(GAPS.into_iter().map(name))),
        setting(view, |filter, gap| filter.gap = at_place(&GAPS, gap)),
    )
}
