//! The filters as a form. Each change goes to the address at once, so that a view can be bookmarked.

use std::rc::Rc;

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::register::{Register, Status};
use yew::prelude::{AttrValue, Callback, Html, Properties, component, html, use_memo};

use crate::app::queries::risk_table::{Filter, Gap};
use crate::ui::components::{Choice, ChoiceItem, Link, TextField};
use crate::ui::pages::form::go;
use crate::ui::pages::shown::category_items;
use crate::ui::route::{RiskView, Route};

/// Props of [`FilterForm`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The register.
    pub register: Rc<Register>,
    /// What is filtered now.
    pub view: RiskView,
}

/// The filters as a form.
#[component]
pub fn FilterForm(props: &Props) -> Html {
    let Props { register, view } = props;
    let filter = &view.filter;
    let categories = use_memo((), |()| Rc::<[ChoiceItem]>::from(category_items("All categories")));
    let choice =
        |id: &'static str, label: &'static str, value: AttrValue, items: Rc<[ChoiceItem]>, set: Set| {
            html! { <Choice {id} {label} {value} {items} on_choose={changing(view, set)} /> }
        };
    let category = filter.category.as_ref().map(ToString::to_string).unwrap_or_default();
    let partnership = filter.partnership.map(|id| id.to_string()).unwrap_or_default();
    html! {
        <form class="filters" role="search" aria-label="Filter risks" onsubmit={|e: yew::SubmitEvent| e.prevent_default()}>
            <TextField
                id="filter-text" label="Find" value={filter.text.clone()}
                on_input={changing(view, |filter, typed| filter.text = typed)}
            />
            if register.partnerships().len() > 1 {
                { choice("filter-partnership", "Partnership", partnership.into(), partnerships(register),
                    |filter, id| filter.partnership = id.parse().ok()) }
            }
            { choice("filter-category", "Category", category.into(), (*categories).clone(),
                |filter, id| filter.category = Some(id).filter(|id| !id.is_empty()).map(|id| CategoryId::new(&id))) }
            { choice("filter-level", "Level", number(filter.level), levels(register),
                |filter, level| filter.level = level.parse().ok()) }
            { choice("filter-status", "Status", number(place(&Status::ALL, filter.status)), statuses(),
                |filter, status| filter.status = chosen(&Status::ALL, &status)) }
            { choice("filter-gap", "Missing", number(place(&GAPS, filter.gap)), gaps(),
                |filter, gap| filter.gap = chosen(&GAPS, &gap)) }
            if !filter.is_empty() {
                <p class="filters__clear">
                    <Link to={Route::Risks(RiskView { filter: Filter::default(), page: 0, ..view.clone() }).to_string()}>
                        { "Show all risks" }
                    </Link>
                </p>
            }
        </form>
    }
}

const GAPS: [Gap; 4] = [Gap::Rating, Gap::Owner, Gap::Treatment, Gap::Category];

/// What a choice does to the filter.
type Set = fn(&mut Filter, String);

/// A callback that goes to the same view with one part of its filter changed.
fn changing(view: &RiskView, set: Set) -> Callback<String> {
    let view = view.clone();
    Callback::from(move |chosen| {
        let mut next = RiskView { page: 0, ..view.clone() };
        set(&mut next.filter, chosen);
        go(&Route::Risks(next));
    })
}

fn number(place: Option<usize>) -> AttrValue {
    place.map(|place| place.to_string()).unwrap_or_default().into()
}

fn place<T: PartialEq>(all: &[T], value: Option<T>) -> Option<usize> {
    all.iter().position(|item| value.as_ref() == Some(item))
}

fn chosen<T: Copy>(all: &[T], place: &str) -> Option<T> {
    place.parse::<usize>().ok().and_then(|place| all.get(place).copied())
}

fn with_all(all: &'static str, items: impl Iterator<Item = ChoiceItem>) -> Rc<[ChoiceItem]> {
    std::iter::once(ChoiceItem::new("", all)).chain(items).collect()
}

fn partnerships(register: &Register) -> Rc<[ChoiceItem]> {
    let item = |p: &Rc<_>| -> ChoiceItem {
        let p: &partnership_risk_core::register::Partnership = p;
        ChoiceItem::new(p.id.to_string(), p.name.clone())
    };
    with_all("All partnerships", register.partnerships().iter().map(item))
}

fn levels(register: &Register) -> Rc<[ChoiceItem]> {
    let levels = register.matrix().levels().iter().enumerate().rev();
    with_all("All levels", levels.map(|(i, level)| ChoiceItem::new(i.to_string(), level.name.clone())))
}

fn statuses() -> Rc<[ChoiceItem]> {
    with_all("All but closed", ChoiceItem::numbered(&Status::ALL, Status::name).into_iter())
}

fn gaps() -> Rc<[ChoiceItem]> {
    let name = |gap: Gap| match gap {
        Gap::Rating => "Without a rating",
        Gap::Owner => "Without an owner",
        Gap::Treatment => "Without a treatment",
        Gap::Category => "Without a category",
    };
    with_all("Anything or nothing", ChoiceItem::numbered(&GAPS, name).into_iter())
}
