//! How the losses of years are spread: how many years in a hundred fall into each range.

use partnership_risk_core::loss::YearsLoss;
use yew::prelude::{Html, html};

use crate::app::queries::cost::YearOfLosses;
use crate::app::tasks::{Entry, Figures};
use crate::ui::charts::ColumnsChart;
use crate::ui::components::{Head, TableRow, disclosure, table, table_frame};
use crate::ui::pages::take_away::TakeAway;
use crate::ui::session::Session;
use crate::ui::words::{chance, pounds};

/// How many columns the picture has.
const COLUMNS: usize = 40;

/// The picture and the figures behind it.
pub(super) fn spread(session: &Session, year: &YearOfLosses) -> Html {
    let loss = &year.shown().loss;
    let end = loss.quantile(0.99).best.max(1.0);
    let heights = heights(loss, end);
    let title = title(loss);
    let lines = [(loss.mean(), "average"), (loss.quantile(0.95).best, "1 year in 20")];
    let picture = ColumnsChart {
        name: title.clone().into(),
        id: "spread-picture",
        across: (end, pounds),
        title: "Losses of one year, up to the worst year in a hundred",
        heights: heights.clone(),
        lines: lines.map(|(at, said)| (at, format!("{said}: {}", pounds(at)))).to_vec(),
    };
    let take_away = TakeAway {
        picture: picture.id,
        name: "spread of years",
        stem: "spread-of-years",
        figures: behind(&heights, end),
    };
    html! {
        <section aria-labelledby="spread">
            <h2 id="spread">{ &title }</h2>
            <p class="note">{ "The height of a column is the share of years whose losses lie in its range." }</p>
            { table_frame(title, picture.view()) }
            { take_away.view(session) }
            { disclosure("The figures behind the columns", ranges_table(&heights, end)) }
        </section>
    }
}

fn title(loss: &YearsLoss) -> String {
    let (median, mean) = (loss.quantile(0.5).best, loss.mean());
    let below = 1.0 - loss.chance_above(mean).best;
    if median < 0.9 * mean {
        format!("Most years cost less than the average: {} of them", chance(below))
    } else {
        "Years lie on both sides of the average".to_owned()
    }
}

/// The share of years in each range; the first holds years without a loss.
fn heights(loss: &YearsLoss, end: f64) -> Vec<f64> {
    let at_most = |place: usize| 1.0 - loss.chance_above(end * place as f64 / COLUMNS as f64).best;
    let below = |place: usize| if place == 0 { 0.0 } else { at_most(place) };
    (0..COLUMNS).map(|place| (below(place + 1) - below(place)).max(0.0)).collect()
}

/// Each range with the share of years in it.
fn behind(heights: &[f64], end: f64) -> Figures {
    let bound = |place: usize| Entry::Number(end * place as f64 / COLUMNS as f64);
    let row = |(place, height): (usize, &f64)| vec![bound(place), bound(place + 1), Entry::Number(*height)];
    let heads = vec!["From, in pounds", "To, in pounds", "Share of years"];
    Figures { heads, rows: heights.iter().enumerate().map(row).collect() }
}

fn ranges_table(heights: &[f64], end: f64) -> Html {
    let heads = [Head::text("Losses of a year"), Head::number("Share of years")];
    let bound = |place: usize| pounds(end * place as f64 / COLUMNS as f64);
    let row = |(place, height): (usize, &f64)| {
        let range = format!("{} to {}", bound(place), bound(place + 1));
        TableRow::new(vec![range.into(), chance(*height).into()])
    };
    table("Share of years in each range", &heads, heights.iter().enumerate().map(row).collect())
}
