//! Several surveys: which published table our own resembles most, and by how much it resembles each of the others.

use std::rc::Rc;

use partnership_risk_core::catalogue::{Extent, SurveySector};
use partnership_risk_core::choice::Choice as _;
use partnership_risk_core::decimal;
use partnership_risk_core::league::Measure;
use partnership_risk_core::league::comparison::resemblance::Resemblance;
use partnership_risk_core::register::Register;
use yew::prelude::{Html, html};

use super::agreement::{figures_come_from, told_of_order};
use super::choices::left_out;
use super::head::head;
use super::survey_facts::name;
use super::{NOTHING_YET, announced};
use crate::app::queries::benchmark::Compared;
use crate::app::queries::several::{Likeness, Several, several_of};
use crate::app::queries::surveys::{SurveyFilter, sectors};
use crate::ui::charts::bar;
use crate::ui::components::{Head, TableRow, link, table};
use crate::ui::pages::filters::{Filters, choosing};
use crate::ui::pages::form::{items_among, items_of};
use crate::ui::pages::shown::{at_place, place_of};
use crate::ui::route::{Route, SeveralView};
use crate::ui::words::{count, in_a_row, percent};

/// Several surveys.
pub(super) fn several(register: &Rc<Register>, view: &SeveralView) -> Html {
    let filter = SurveyFilter { sector: view.sector, extent: view.extent, ..SurveyFilter::default() };
    let found = several_of(register, view.measure, &filter);
    html! {
        <>
            { head("Several surveys", &Route::Several(view.clone())) }
            <p class="lead">{ "Which published table is yours most like?" }</p>
            { choices(register, view, &found) }
            { left_out(&Compared::default(), &found.ours) }
            if found.ours.entries().is_empty() {
                <p>{ NOTHING_YET }</p>
            } else if found.found.is_empty() {
                <p>{ "No survey that can be compared matches. Take a part of the filter away." }</p>
            } else {
                { resembled(view, &found) }
            }
        </>
    }
}

/// Which measure of one's own, and which surveys.
fn choices(register: &Rc<Register>, view: &SeveralView, found: &Several) -> Html {
    let filters = Filters { view: view.clone(), to: Route::Several };
    let measures =
        super::choices::measures(register, &Compared { measure: view.measure, ..Compared::default() });
    let measure = place_of(&Measure::ALL, Some(&found.ours.measure()));
    let fields = html! {
        <>
            { filters.choice(("measure", "Your table is ranked by"), measure, (None, measures),
                |view, place| view.measure = at_place(&Measure::ALL, place)) }
            { filters.choice(("sector", "Sector"), view.sector.map(SurveySector::key).unwrap_or_default(),
                (Some("All sectors"), items_among(&sectors(register, view.sector))),
                |view, key| view.sector = SurveySector::of_key(key)) }
            { filters.choice(("extent", "Completeness"), view.extent.map(Extent::key).unwrap_or_default(),
                (Some("Any"), items_of::<Extent>()), |view, key| view.extent = Extent::of_key(key)) }
        </>
    };
    choosing("What is compared", fields)
}

fn resembled(view: &SeveralView, found: &Several) -> Html {
    let rows = found.found.iter().map(|likeness| row(view, likeness)).collect();
    html! {
        <section aria-labelledby="most-alike">
            <h2 id="most-alike">{ finding(found) }</h2>
            { announced(&finding(found)) }
            { caution(found) }
            <p class="note">{ "Two tables are alike where their first five places share much, the first ones counting most: rank-biased overlap, from 0, nothing shared, to 1, the same. The most alike first, and tables of which fewer than five places are known last. Each leads to the comparison with it alone." }</p>
            { table("Surveys by how much your table resembles them", &HEADS, rows) }
            { figures_come_from() }
        </section>
    }
}

/// The finding, in one sentence.
fn finding(found: &Several) -> String {
    match &found.most_alike()[..] {
        [] => "Your table shares nothing with the top of any of these".to_owned(),
        [only] if found.found.len() == 1 => format!("One table matches: {}", name(&only.survey)),
        alike => format!("Your table is most like {}", names(alike)),
    }
}

/// What to bear in mind before making much of the finding.
fn caution(found: &Several) -> Html {
    let first = found.most_alike();
    let Some(likeness) = first.first() else { return Html::default() };
    let doubts: Vec<String> = doubts(likeness);
    html! {
        <>
            <p>
                { how_alike(&likeness.resemblance) }
                if found.found.len() > 1 {
                    { " Among so many tables one is always the most alike: that alone proves nothing." }
                }
            </p>
            if !doubts.is_empty() {
                <p class="inset">
                    { format!("Take care: {}. {}", in_a_row(&doubts), instead(&found.most_alike_firmly())) }
                </p>
            }
        </>
    }
}

fn how_alike(resemblance: &Resemblance) -> String {
    let Some(overlap) = resemblance.overlap else { return String::new() };
    format!(
        "Rank-biased overlap {}; of all that stands in either top {}, {} stands in both.",
        figure(Some(overlap.rank_biased.extrapolated)),
        overlap.k,
        percent(overlap.jaccard)
    )
}

/// Why the likeness of one survey rests on little.
fn doubts(likeness: &Likeness) -> Vec<String> {
    let Resemblance { overlap, .. } = likeness.resemblance;
    let covered = coverage(&likeness.resemblance);
    let thin = format!("only {covered} of its entries have a counterpart among your categories");
    let shallow = |k: usize| format!("only {} could be compared", count(k, "place", "places"));
    let thin = likeness.is_thinly_covered().then_some(thin);
    let shallow = overlap.filter(|_| likeness.is_shallow()).map(|overlap| shallow(overlap.k));
    thin.into_iter().chain(shallow).collect()
}

/// The finding among those that can bear one.
fn instead(firm: &[&Likeness]) -> String {
    let which = "tables with counterparts for at least half of their entries and five places to compare";
    match firm {
        [] => format!("Of {which}, none shares anything with yours."),
        alike => format!("Of {which}, yours is most like {}.", names(alike)),
    }
}

fn names(alike: &[&Likeness]) -> String {
    in_a_row(&alike.iter().map(|likeness| name(&likeness.survey)).collect::<Vec<String>>())
}

const HEADS: [Head; 10] = [
    Head::text("Survey"),
    Head::text("Who was asked"),
    Head::number("Entries with a counterpart"),
    Head::number("Places compared"),
    Head::number("Rank-biased overlap"),
    Head::number("Average overlap"),
    Head::number("Jaccard index"),
    Head::number("In common"),
    Head::number("Spearman\u{2019}s rho"),
    Head::number("Kendall\u{2019}s tau-b"),
];

fn row(view: &SeveralView, Likeness { survey, resemblance }: &Likeness) -> TableRow {
    let to = Compared { survey: Some(survey.id().clone()), measure: view.measure, ..Compared::default() };
    let (overlap, correlation) = (resemblance.overlap, resemblance.correlation);
    let biased = overlap.map(|overlap| overlap.rank_biased.extrapolated);
    let places = overlap.map_or_else(|| NOT_TOLD.to_owned(), |overlap| overlap.k.to_string());
    let order = |told| figure(told_of_order(told, correlation.n)).into();
    let cells = vec![
        link(Route::Benchmark(to).to_string(), name(survey)),
        (&survey.about().population).into(),
        coverage(resemblance).into(),
        places.into(),
        html! { <>{ biased.map(bar).unwrap_or_default() }{ figure(biased) }</> },
        figure(overlap.map(|overlap| overlap.average_overlap)).into(),
        figure(overlap.map(|overlap| overlap.jaccard)).into(),
        correlation.n.to_string().into(),
        order(correlation.rho),
        order(correlation.tau_b),
    ];
    TableRow::of(survey.id(), cells)
}

/// What stands where there is no figure.
const NOT_TOLD: &str = "\u{2013}";

fn figure(figure: Option<f64>) -> String {
    figure.map_or_else(|| NOT_TOLD.to_owned(), |figure| decimal::short(figure, 3))
}

fn coverage(resemblance: &Resemblance) -> String {
    format!("{} of {}", resemblance.coverage.with_counterpart, resemblance.coverage.total)
}
