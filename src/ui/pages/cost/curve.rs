//! The exceedance curve: how likely a greater loss is, for every loss, with what is tolerated.

use partnership_risk_core::loss::YearsLoss;
use partnership_risk_core::register::{Register, TolerancePoint};
use yew::prelude::{Html, html};

use super::finding;
use crate::app::queries::cost::{Against, CostView, YearOfLosses, against_tolerance};
use crate::app::tasks::{Entry, Figures};
use crate::ui::charts::{Axis, Curve, CurveKind, Curves, Mark, Scale};
use crate::ui::components::{Head, TableRow, disclosure, link, table, table_frame};
use crate::ui::pages::take_away::TakeAway;
use crate::ui::route::Route;
use crate::ui::session::Session;
use crate::ui::words::{chance, pounds};

/// The picture, what it finds, and the figures behind it.
pub(super) fn curve(register: &Register, session: &Session, view: &CostView, year: &YearOfLosses) -> Html {
    let tolerance = &register.organisation().appetite.tolerance;
    let against = against_tolerance(&year.shown().loss, tolerance);
    let title = finding::tolerance(&against);
    let picture = picture(&title, view.is_log, year, tolerance);
    let take_away = TakeAway {
        picture: picture.id,
        name: "exceedance curve",
        stem: "exceedance-curve",
        figures: behind(&picture.curves),
    };
    html! {
        <section aria-labelledby="curve">
            <h2 id="curve">{ &title }</h2>
            <p class="note">{ "The chance that the losses of one year, your share of them, come to more than each amount." }</p>
            { table_frame(title, picture.view()) }
            { take_away.view(session) }
            { tolerated(&against) }
            { disclosure("The figures behind the curve", points_table(year)) }
        </section>
    }
}

/// The chances at which the curve is told in words.
const MARKED: [(f64, &str); 3] = [(0.5, "1 year in 2"), (0.2, "1 year in 5"), (0.05, "1 year in 20")];
/// The smallest chance that is drawn on scales of equal ratios, and up to which amounts are drawn on either.
const LEAST_CHANCE: f64 = 0.001;
/// How many points a curve has.
const POINTS: usize = 240;

fn picture(title: &str, is_log: bool, year: &YearOfLosses, tolerance: &[TolerancePoint]) -> Curves {
    let end = farthest(year, tolerance);
    let shown = &year.shown().loss;
    let first = (shown.quantile(0.05).best).max(end / 1_000.0);
    let across = if is_log { Axis::Log { from: first, to: end } } else { Axis::Linear { to: end } };
    let up = if is_log { Axis::Log { from: LEAST_CHANCE, to: 1.0 } } else { Axis::Linear { to: 1.0 } };
    let marks = MARKED.iter().map(|(q, said)| mark(shown, *q, said)).collect();
    Curves {
        name: title.to_owned().into(),
        id: "curve-picture",
        across: Scale { axis: across, title: "Losses of one year", written: pounds },
        up: Scale { axis: up, title: "Chance of more than that in a year", written: chance },
        curves: curves(year, tolerance, (if is_log { first } else { 0.0 }, end), is_log),
        marks,
    }
}

/// The end of the horizontal scale.
fn farthest(year: &YearOfLosses, tolerance: &[TolerancePoint]) -> f64 {
    let tail = year.before.loss.quantile(0.99).best;
    let tolerated = tolerance.last().map_or(0.0, |point| point.loss.pounds());
    tail.max(tolerated.min(tail * 2.0)).max(1.0) * 1.05
}

fn curves(year: &YearOfLosses, tolerance: &[TolerancePoint], ends: (f64, f64), is_log: bool) -> Vec<Curve> {
    let line = |label, kind, loss: &YearsLoss| Curve { label, kind, points: points(loss, ends, is_log) };
    let mut all = vec![line("Before any control", CurveKind::Other, &year.before.loss)];
    all.push(line("Today", CurveKind::Main, &year.today.loss));
    all.extend(year.switched.as_ref().map(|s| line("As switched", CurveKind::Changed, &s.loss)));
    if !tolerance.is_empty() {
        let points = tolerance.iter().map(|point| (point.loss.pounds(), point.chance.fraction())).collect();
        all.push(Curve { label: "What you tolerate", kind: CurveKind::Limit, points });
    }
    all
}

fn points(loss: &YearsLoss, (from, to): (f64, f64), is_log: bool) -> Vec<(f64, f64)> {
    let amount = |place: usize| {
        let part = place as f64 / POINTS as f64;
        if is_log { from * (to / from).powf(part) } else { from + (to - from) * part }
    };
    (0..=POINTS).map(amount).map(|amount| (amount, loss.chance_above(amount).best)).collect()
}

fn mark(loss: &YearsLoss, exceeded: f64, said: &str) -> Mark {
    let amount = loss.quantile(1.0 - exceeded).best;
    Mark { at: (amount, exceeded), label: format!("{said}: more than {}", pounds(amount)) }
}

/// Every point of every curve.
fn behind(curves: &[Curve]) -> Figures {
    let row = |curve: &Curve, (amount, chance): &(f64, f64)| {
        vec![Entry::Text(curve.label.to_owned()), Entry::Number(*amount), Entry::Number(*chance)]
    };
    let rows = curves.iter().flat_map(|curve| curve.points.iter().map(move |point| row(curve, point)));
    Figures { heads: vec!["Curve", "Loss of a year in pounds", "Chance of more"], rows: rows.collect() }
}

/// What is tolerated, and what it comes to.
fn tolerated(against: &[Against]) -> Html {
    if against.is_empty() {
        let to = Route::AppetiteSettings.to_string();
        return html! { <p class="note">{ "No tolerance is set to hold the curve against. " }{ link(to, "Say which losses you tolerate") }</p> };
    }
    let heads = [
        Head::text("A loss of more than"),
        Head::number("Tolerated chance"),
        Head::number("Chance"),
        Head::text("Result"),
    ];
    let row = |against: &Against| {
        TableRow::new(vec![
            against.point.loss.in_words().into(),
            chance(against.point.chance.fraction()).into(),
            chance(against.chance).into(),
            if against.is_crossed() { "More than tolerated" } else { "Within tolerance" }.into(),
        ])
    };
    table("What is tolerated, and what may happen", &heads, against.iter().map(row).collect())
}

/// The chances at which the table gives amounts.
const TOLD: [f64; 10] = [0.95, 0.9, 0.8, 0.5, 0.25, 0.2, 0.1, 0.05, 0.02, 0.01];

fn points_table(year: &YearOfLosses) -> Html {
    let mut heads =
        vec![Head::text("Chance of more"), Head::number("Before any control"), Head::number("Today")];
    heads.extend(year.switched.as_ref().map(|_| Head::number("As switched")));
    let states = || [Some(&year.before), Some(&year.today), year.switched.as_ref()].into_iter().flatten();
    let row = |exceeded: &f64| {
        let amounts = states().map(|state| pounds(state.loss.quantile(1.0 - exceeded).best).into());
        TableRow::new(std::iter::once(chance(*exceeded).into()).chain(amounts).collect())
    };
    table("Losses and the chances of more", &heads, TOLD.iter().map(row).collect())
}
