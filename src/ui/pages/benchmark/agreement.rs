//! How far both tables agree: the overlap of their tops first, then the order of what both hold, then
//! what stands high in only one of them.

use std::rc::Rc;

use partnership_risk_core::league::comparison::{Correlation, Elsewhere, Overlap, Spot};
use partnership_risk_core::league::ranking::Unmatched;
use yew::prelude::{Html, Properties, component, html};

use crate::app::queries::benchmark::Benchmark;
use crate::ui::components::Disclosure;
use crate::ui::words::{decimal, ordinal};

/// Props of [`Agreement`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// What is compared.
    pub benchmark: Rc<Benchmark>,
}

/// How far both tables agree.
#[component]
pub fn Agreement(props: &Props) -> Html {
    let comparison = &props.benchmark.comparison;
    html! {
        <section aria-labelledby="agreement">
            <h2 id="agreement">{ "How far they agree" }</h2>
            { measures(comparison.overlap.as_ref(), &comparison.correlation) }
            <FiguresComeFrom />
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
    let lines = overlap.map(overlap_lines).unwrap_or_default().into_iter().chain(order_lines(correlation));
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Measures of agreement">
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
                        <tr key={name}>
                            <th scope="row">{ name }</th>
                            <td class="table__number">{ figure }</td>
                            <td>{ meaning }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn overlap_lines(overlap: &Overlap) -> Vec<Line> {
    let k = overlap.k;
    let rank_biased = overlap.rank_biased;
    let percent = |share: f64| format!("{} %", decimal(share * 100.0, 0));
    vec![
        (
            "Jaccard index",
            decimal(overlap.jaccard, 3),
            format!("Of all that stands in either top {k}, {} stands in both.", percent(overlap.jaccard)),
        ),
        (
            "Average overlap",
            decimal(overlap.average_overlap, 3),
            format!(
                "Reading down both tables to place {k}, on average {} is shared.",
                percent(overlap.average_overlap)
            ),
        ),
        (
            "Rank-biased overlap",
            decimal(rank_biased.extrapolated, 3),
            format!(
                "As above, with the first places counting most and the lists carried on as they end; at least {} is certain.",
                decimal(rank_biased.minimum, 3)
            ),
        ),
    ]
}

fn order_lines(correlation: &Correlation) -> [Line; 2] {
    let n = correlation.n;
    let line = |name, figure: Option<f64>| match figure {
        Some(figure) => (
            name,
            decimal(figure, 3),
            format!(
                "Order of the {n} both hold: 1 is the same, 0 none, \u{2212}1 reversed. Too few for a claim of significance."
            ),
        ),
        None => (name, "\u{2013}".to_owned(), format!("Cannot be had from {n} in common.")),
    };
    [line("Spearman\u{2019}s rho", correlation.rho), line("Kendall\u{2019}s tau-b", correlation.tau_b)]
}

fn spots(title: &'static str, meaning: &'static str, none: &'static str, spots: &[Spot]) -> Html {
    html! {
        <div class="columns__column">
            <h3>{ title }</h3>
            <p class="note">{ meaning }</p>
            if spots.is_empty() {
                <p>{ none }</p>
            }
            <ul>
                for spot in spots {
                    <li key={spot.place.label.to_string()}>{ spot_text(spot) }</li>
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
    html! {
        <Disclosure summary={format!("{} of the survey\u{2019}s entries have no counterpart here", entries.len())}>
            <ul>
                for entry in entries {
                    <li key={entry.label.to_string()}>
                        <b>{ &*entry.label }</b>
                        { entry.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default() }
                    </li>
                }
            </ul>
        </Disclosure>
    }
}

/// Where the figures come from.
#[component]
fn FiguresComeFrom() -> Html {
    html! {
        <Disclosure summary="Where these figures come from">
            <p>{ "Entries are matched to your categories by meaning, each match with its reason, not by wording. Where several entries stand for one category, the best-placed one counts." }</p>
            <p>{ "Jaccard index: things in both tops over things in either. Average overlap: mean agreement at each depth (Fagin, Kumar and Sivakumar, 2003). Rank-biased overlap, extrapolated, with p = 0.8 for five places and 0.9 for ten (Webber, Moffat and Zobel, 2010). Rho and tau-b use mid-ranks for ties." }</p>
            <p>{ "Percentages of different surveys are never compared: they depend on what was offered and how many choices were allowed." }</p>
        </Disclosure>
    }
}
