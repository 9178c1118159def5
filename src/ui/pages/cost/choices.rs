//! Which risks count, how the pictures are drawn, and what is left out.

use std::rc::Rc;

use partnership_risk_core::catalogue::CategoryId;
use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::cost::Slice;
use partnership_risk_core::loss::Measure;
use partnership_risk_core::order::ordered;
use partnership_risk_core::register::{Register, Risk};
use yew::prelude::{Html, html};

use crate::app::queries::cost::{CostView, YearOfLosses};
use crate::app::queries::risk_table::{Filter, Gap};
use crate::ui::components::{ChoiceItem, link};
use crate::ui::pages::filters::{Filters, choosing};
use crate::ui::pages::form::items_of;
use crate::ui::pages::shown::category_name;
use crate::ui::route::{Route, slice_of, slice_text};
use crate::ui::words::count;

/// The fields that say what is looked at.
pub(super) fn choices(register: &Register, view: &CostView) -> Html {
    let filters = Filters { view: view.clone(), to: Route::Cost };
    let scale = if view.is_log { LOG } else { LINEAR };
    let scales =
        vec![ChoiceItem::new(LINEAR, "Equal steps"), ChoiceItem::new(LOG, "Equal ratios (logarithmic)")];
    let scale = filters.choice(("scale", "Scales of the curve"), scale, (None, scales), |view, text| {
        view.is_log = text == LOG;
    });
    fields(&filters, register, scale)
}

/// The field that says which risks count, on any of these pages, and what else that page asks.
pub(super) fn fields(filters: &Filters<CostView>, register: &Register, others: Html) -> Html {
    let slice = slice_text(&filters.view.slice).unwrap_or_default();
    let of = filters.choice(
        ("of", "Risks that count"),
        slice,
        (Some("All"), slices(register, &filters.view.slice)),
        |view, text| {
            view.slice = slice_of(text);
        },
    );
    choosing("What is looked at", html! { <>{ of }{ others }</> })
}

/// The field that says by which figure changes are weighed.
pub(super) fn measure(filters: &Filters<CostView>) -> Html {
    let chosen = filters.view.measure.key();
    filters.choice(("measure", "Weighed by"), chosen, (None, items_of::<Measure>()), |view, key| {
        view.measure = Measure::of_key(key).unwrap_or_default();
    })
}

const LINEAR: &str = "linear";
const LOG: &str = "log";

/// Up to how many risks are offered one by one; a longer list finds nobody what they look for. The page of a risk and the
/// table of parts lead to each of them.
const MOST_RISKS: usize = 200;

/// What has open risks with figures, and what is chosen even if it has none: partnerships, categories, and risks.
fn slices(register: &Register, chosen: &Slice) -> Vec<ChoiceItem> {
    let risks = register.risks().iter().filter(|risk| register.is_in_force(risk));
    let with_figures: Vec<&Rc<Risk>> = risks.filter(|risk| risk.quantification.is_some()).collect();
    let has = |slice: &Slice| slice == chosen || with_figures.iter().any(|risk| slice.holds(risk));
    let is_short = with_figures.len() <= MOST_RISKS;
    let partnerships = register.partnerships().iter();
    let partnerships = partnerships.map(|p| (Slice::Partnership(p.id), ["Partnership: ", &p.name].concat()));
    let categories = categories(register).into_iter().map(|id| {
        let name = ["Category: ", &category_name(register, &id)].concat();
        (Slice::Category(id), name)
    });
    let risks = register.risks().iter().filter(|risk| is_short || *chosen == Slice::Risk(risk.id));
    let risks = risks.map(|risk| (Slice::Risk(risk.id), ["Risk: ", &risk.title].concat()));
    let all = partnerships.chain(categories).chain(risks).filter(|(slice, _)| has(slice));
    all.filter_map(|(slice, name)| Some(ChoiceItem::new(slice_text(&slice)?, name))).collect()
}

/// The categories that any risk has, in the order of their names in files.
fn categories(register: &Register) -> Vec<CategoryId> {
    let used: Vec<_> = register.risks().iter().filter_map(|risk| risk.category.clone()).collect();
    let mut distinct = ordered(&used, &Ord::cmp);
    distinct.dedup();
    distinct
}

/// The risks that have no figures, so that nothing is left out in silence.
pub(super) fn left_out(year: &YearOfLosses) -> Html {
    let n = year.n_without_figures;
    if n == 0 {
        return Html::default();
    }
    let to = Route::risks(Filter { gap: Some(Gap::Figures), ..Filter::default() }).to_string();
    let text = count(n, "open risk has", "open risks have");
    let rest = format!(" no figures and {} not counted here.", if n == 1 { "is" } else { "are" });
    html! { <p class="inset">{ link(to, text) }{ rest }</p> }
}
