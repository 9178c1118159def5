//! How far both tables agree: the overlap of their tops first, then the order of what both hold. What stands high in
//! only one of them is next door in `spots`.

use partnership_risk_core::decimal;
use partnership_risk_core::league::comparison::{Correlation, Overlap};
use yew::prelude::{Html, html};

use crate::app::queries::benchmark::Benchmark;
use crate::ui::components::{disclosure, table_frame};
use crate::ui::words::percent;

/// The fewest things in common from which an order can be compared: two always agree or disagree.
const FEWEST_IN_ORDER: usize = 3;

/// Why nothing is said of significance.
const NO_CLAIM: &str = "Published lists are short and no random samples, so nothing is said of significance.";

/// How far both tables agree.
pub(super) fn agreement(benchmark: &Benchmark) -> Html {
    let comparison = &benchmark.comparison;
    let measures = measures(comparison.overlap.as_ref(), &comparison.correlation);
    html! {
        <section aria-labelledby="agreement">
            <h2 id="agreement">{ "How far they agree" }</h2>
            { table_frame("Measures of agreement", measures) }
            { figures_come_from() }
        </section>
    }
}

/// One measure: its name, its figure, and what it says.
type Line = (&'static str, String, String);

fn measures(overlap: Option<&Overlap>, correlation: &Correlation) -> Html {
    let mut lines = overlap.map(overlap_lines).unwrap_or_default();
    lines.extend(order_lines(correlation));
    html! {
        <table class="table">
            <caption class="hidden">{ "Measures of agreement, overlap first" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Measure" }</th>
                    <th scope="col" class="table__number">{ "Figure" }</th>
                    <th scope="col">{ "What it says" }</th>
                </tr>
            </thead>
            <tbody>
                for (name, figure, meaning) in lines {
                    <tr>
                        <th scope="row">{ name }</th>
                        <td class="table__number">{ figure }</td>
                        <td>{ meaning }</td>
                    </tr>
                }
            </tbody>
        </table>
    }
}

fn overlap_lines(overlap: &Overlap) -> Vec<Line> {
    let k = overlap.k;
    let rank_biased = overlap.rank_biased;
    vec![
        (
            "Jaccard index",
            decimal::short(overlap.jaccard, 3),
            format!("Of all that stands in either top {k}, {} stands in both.", percent(overlap.jaccard)),
        ),
        (
            "Average overlap",
            decimal::short(overlap.average_overlap, 3),
            format!(
                "Reading down both tables to place {k}, on average {} is shared.",
                percent(overlap.average_overlap)
            ),
        ),
        (
            "Rank-biased overlap",
            decimal::short(rank_biased.extrapolated, 3),
            format!(
                "Shared places again, the first ones counting most: 0 is nothing shared, 1 the same table. Nobody knows how the tables go on below; as far as they were seen it is at least {}.",
                decimal::short(rank_biased.minimum, 3)
            ),
        ),
    ]
}

fn order_lines(correlation: &Correlation) -> [Line; 2] {
    let n = correlation.n;
    let line = |name, figure: Option<f64>, meaning: String| match told_of_order(figure, n) {
        Some(figure) => (name, decimal::short(figure, 3), meaning),
        None => (name, "\u{2013}".to_owned(), format!("Needs three or more in common; there {}.", are(n))),
    };
    let rho = format!(
        "How far the places of the {n} that both hold go together: 1 is the same order, 0 no relation, \u{2212}1 the reverse."
    );
    let tau_b = format!(
        "Of all pairs among these {n}, those in the same order less those in the reverse order, as a share. {NO_CLAIM}"
    );
    [
        line("Spearman\u{2019}s rho", correlation.rho, rho),
        line("Kendall\u{2019}s tau-b", correlation.tau_b, tau_b),
    ]
}

/// A figure for the order of `n` things in common, where they are enough for it to mean something.
pub(super) fn told_of_order(figure: Option<f64>, n: usize) -> Option<f64> {
    figure.filter(|_| n >= FEWEST_IN_ORDER)
}

fn are(n: usize) -> String {
    match n {
        0 => "is none".to_owned(),
        1 => "is one".to_owned(),
        _ => format!("are {n}"),
    }
}

/// Where the figures come from, and what they do not say.
pub(super) fn figures_come_from() -> Html {
    let content = html! {
        <>
            <p>{ "Entries are matched to your categories by meaning, each match with its reason, not by wording. Where several entries stand for one category, the best-placed one counts." }</p>
            <p>{ "Jaccard index: things in both tops over things in either. Average overlap: mean agreement at each depth (Fagin, Kumar and Sivakumar, 2003). Rank-biased overlap, extrapolated, with p = 0.8 for five places and 0.9 for ten (Webber, Moffat and Zobel, 2010). Rho and tau-b use mid-ranks for ties." }</p>
            <p>{ "Jaccard index and both overlaps go from 0, nothing shared, to 1, the same; rho and tau-b from \u{2212}1, the order reversed, to 1, the same order. " }{ NO_CLAIM }</p>
            <p>{ "Percentages of different surveys are never compared: they depend on what was offered and how many choices were allowed." }</p>
        </>
    };
    disclosure("Where these figures come from", content)
}
