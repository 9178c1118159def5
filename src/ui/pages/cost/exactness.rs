//! How exact the figures are: the two amounts between which each of them lies.

use yew::prelude::{Html, html};

use crate::app::queries::cost::YearOfLosses;
use crate::ui::components::{Head, TableRow, disclosure, table};
use crate::ui::words::{chance, exact_pounds};

/// The quantiles whose bracket is shown.
const TOLD: [f64; 6] = [0.05, 0.5, 0.8, 0.9, 0.95, 0.99];

/// How exact the figures are.
pub(super) fn exactness(year: &YearOfLosses) -> Html {
    let loss = &year.shown().loss;
    let heads = [
        Head::text("Chance of no more"),
        Head::number("At least"),
        Head::number("Figure"),
        Head::number("At most"),
    ];
    let row = |q: &f64| {
        let bracket = loss.quantile(*q);
        let amounts = [bracket.low, bracket.best, bracket.high].map(|amount| exact_pounds(amount).into());
        TableRow::new(std::iter::once(chance(*q).into()).chain(amounts).collect())
    };
    let content = html! {
        <>
            <p>{ "Nothing here is drawn by lot. Each cost is put on a lattice of amounts, and the distribution of a year\u{2019}s sum is worked out on it by transforms. Rounded down to the lattice, costs give a figure that is no more than the truth, rounded up one that is no less:" }</p>
            { table("Each figure and the two between which the truth lies", &heads, TOLD.iter().map(row).collect()) }
            <p class="note">{ "The average is worked out by its formula. The figures are as good as what was put to the risks: a bracket says how exact the sum is, not how sure the estimates are." }</p>
        </>
    };
    disclosure("How exact these figures are", content)
}
