//! How far what the comparison says depends on the measure of the own table and on how deep one looks.

use std::rc::Rc;

use partnership_risk_core::decimal;
use partnership_risk_core::league::comparison::Overlap;
use partnership_risk_core::league::comparison::sensitivity::ByMeasure;
use partnership_risk_core::register::Register;
use yew::prelude::{Callback, Html, html};

use super::agreement::told_of_order;
use crate::app::queries::benchmark::{Compared, benchmark_of, sensitivity_of};
use crate::ui::components::{Head, Opening, TableRow, table};

/// The depths at which the tops are looked at.
const DEPTHS: [usize; 3] = [3, 5, 10];

/// What another measure or another depth would say, worked out for those who ask.
pub(super) fn sensitivity(register: &Rc<Register>, compared: &Compared) -> Html {
    let (register, compared) = (register.clone(), compared.clone());
    let content = Callback::from(move |()| opened(&register, &compared));
    html! { <Opening summary="What another measure or another depth would say" {content} /> }
}

fn opened(register: &Rc<Register>, compared: &Compared) -> Html {
    let found = benchmark_of(register, compared);
    let all = found.map(|found| sensitivity_of(register, compared, &found)).unwrap_or_default();
    let heads = [
        Head::text("Your table is ranked by"),
        Head::number("Top 3"),
        Head::number("Top 5"),
        Head::number("Top 10"),
        Head::number("Spearman\u{2019}s rho"),
        Head::number("Kendall\u{2019}s tau-b"),
        Head::number("In common"),
    ];
    html! {
        <>
            <p>{ range(&all) }</p>
            { table("The comparison by every measure and depth", &heads, all.iter().map(row).collect()) }
            <p class="note">{ "For each depth: rank-biased overlap, then Jaccard index. A dash stands where one of the tables does not reach so deep, or where fewer than three things are in common." }</p>
        </>
    }
}

/// Between which figures the overlap lies.
fn range(all: &[ByMeasure]) -> String {
    let scores = all.iter().flat_map(|by| &by.overlaps).map(|overlap| overlap.rank_biased.extrapolated);
    let scores: Vec<f64> = scores.collect();
    let Some(least) = scores.iter().copied().reduce(f64::min) else {
        return "The tables do not reach deep enough to be compared.".to_owned();
    };
    let most = scores.iter().copied().fold(least, f64::max);
    let [least, most] = [least, most].map(|score| decimal::short(score, 2));
    if least == most {
        return format!("Whatever the measure and the depth, rank-biased overlap is {least}.");
    }
    format!("Depending on measure and depth, rank-biased overlap lies between {least} and {most}.")
}

fn row(by: &ByMeasure) -> TableRow {
    let figure = |figure: Option<f64>| {
        let firm = told_of_order(figure, by.correlation.n);
        firm.map_or_else(|| "\u{2013}".to_owned(), |figure| decimal::short(figure, 3))
    };
    let mut cells: Vec<Html> = vec![by.measure.name().into()];
    cells.extend(DEPTHS.map(|k| at_depth(by.overlaps.iter().find(|overlap| overlap.k == k)).into()));
    cells.extend([figure(by.correlation.rho), figure(by.correlation.tau_b)].map(Html::from));
    cells.push(by.correlation.n.into());
    TableRow::new(cells)
}

fn at_depth(overlap: Option<&Overlap>) -> String {
    let told = |overlap: &Overlap| {
        format!(
            "{}, {}",
            decimal::short(overlap.rank_biased.extrapolated, 3),
            decimal::short(overlap.jaccard, 3)
        )
    };
    overlap.map_or_else(|| "\u{2013}".to_owned(), told)
}
