//! How far both tables agree: the overlap of their tops first, then the order of what both hold, then
//! what stands high in only one of them.

use partnership_risk_core::decimal;
use partnership_risk_core::league::comparison::{Correlation, Elsewhere, Overlap, Spot};
use partnership_risk_core::league::ranking::Unmatched;
use yew::prelude::{Html, html};

use crate::app::queries::benchmark::Benchmark;
use crate::ui::components::{disclosure, table_frame};
use crate::ui::words::{count, ordinal, percent};

/// The fewest things in common from which an order can be compared: two always agree or disagree.
const FEWEST_IN_ORDER: usize = 3;

/// Why nothing is said of significance.
const NO_CLAIM: &str = "Too few for a claim of significance.";

/// How far both tables agree.
pub(super) fn agreement(benchmark: &Benchmark) -> Html {
    let comparison = &benchmark.comparison;
    let measures = measures(comparison.overlap.as_ref(), &comparison.correlation);
    html! {
        <section aria-labelledby="agreement">
            <h2 id="agreement">{ "How far they agree" }</h2>
            { table_frame("Measures of agreement", measures) }
            { figures_come_from() }
            <div class="columns">
                { spots("Blind spots", "High in the survey, low or missing in your register. Have you looked?",
                    "None: what is high there is high here.", &comparison.high_only_in_second) }
                { spots("Your own", "High in your register, low or missing in the survey.",
                    "None: what is high here is high there.", &comparison.high_only_in_first) }
            </div>
            { unmatched(&comparison.second.unmatched) }
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
                "As above, with the first places counting most and the lists carried on as they end; at least {} is certain.",
                decimal::short(rank_biased.minimum, 3)
            ),
        ),
    ]
}

fn order_lines(correlation: &Correlation) -> [Line; 2] {
    let n = correlation.n;
    let line = |name, figure: Option<f64>| match told_of_order(figure, n) {
        Some(figure) => (
            name,
            decimal::short(figure, 3),
            format!(
                "Order of the {n} that both hold: 1 is the same, 0 no relation, \u{2212}1 reversed. {NO_CLAIM}"
            ),
        ),
        None => (name, "\u{2013}".to_owned(), format!("Needs three or more in common; there {}.", are(n))),
    };
    [line("Spearman\u{2019}s rho", correlation.rho), line("Kendall\u{2019}s tau-b", correlation.tau_b)]
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

fn spots(title: &'static str, meaning: &'static str, none: &'static str, spots: &[Spot]) -> Html {
    html! {
        <div>
            <h3>{ title }</h3>
            <p class="note">{ meaning }</p>
            if spots.is_empty() {
                <p>{ none }</p>
            }
            <ul>
                for spot in spots {
                    <li>{ spot_text(spot) }</li>
                }
            </ul>
        </div>
    }
}

fn spot_text(spot: &Spot) -> String {
    let here = format!("{}: {}", spot.place.label, ordinal(spot.place.rank as usize));
    match spot.elsewhere {
        Elsewhere::Lower(rank) => format!("{here}, and {} in the other table", ordinal(rank as usize)),
        Elsewhere::Absent => format!("{here}, and not in the other table"),
    }
}

fn unmatched(entries: &[Unmatched]) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    let reason = |entry: &Unmatched| {
        let reason = entry.reason.as_deref().unwrap_or("nobody has matched it yet");
        html! { <li><b>{ &*entry.label }</b>{ ": " }{ reason }</li> }
    };
    let title =
        format!("{} of the survey without a counterpart here", count(entries.len(), "entry", "entries"));
    disclosure(title, html! { <ul>{ for entries.iter().map(reason) }</ul> })
}

/// Where the figures come from, and what they do not say.
pub(super) fn figures_come_from() -> Html {
    let content = html! {
        <>
            <p>{ "Entries are matched to your categories by meaning, each match with its reason, not by wording. Where several entries stand for one category, the best-placed one counts." }</p>
            <p>{ "Jaccard index: things in both tops over things in either. Average overlap: mean agreement at each depth (Fagin, Kumar and Sivakumar, 2003). Rank-biased overlap, extrapolated, with p = 0.8 for five places and 0.9 for ten (Webber, Moffat and Zobel, 2010). Rho and tau-b use mid-ranks for ties." }</p>
            <p>{ "Jaccard index and both overlaps go from 0, nothing shared, to 1, the same; rho and tau-b from \u{2212}1, the order reversed, to 1, the same order. Lists of risks are short. " }{ NO_CLAIM }</p>
            <p>{ "Percentages of different surveys are never compared: they depend on what was offered and how many choices were allowed." }</p>
        </>
    };
    disclosure("Where these figures come from", content)
}
