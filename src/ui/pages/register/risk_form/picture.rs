//! What the figures of a risk look like while they are typed: how the loss of a year is spread.

use partnership_risk_core::loss::{Bin, YearsLoss};
use partnership_risk_core::register::{Organisation, Quantification};
use yew::prelude::{Html, html};

use crate::app::queries::cost::year_of_one;
use crate::app::tasks::{Entry, Figures};
use crate::ui::charts::ColumnsChart;
use crate::ui::components::{Head, TableRow, disclosure, table, table_frame};
use crate::ui::pages::take_away::TakeAway;
use crate::ui::session::Session;
use crate::ui::words::{chance, pounds};

/// How many columns the picture has, and which quantile it reaches.
const COLUMNS: usize = 30;
const UP_TO: f64 = 0.99;

/// The picture, with three figures in words.
pub(super) fn picture(session: &Session, organisation: &Organisation, figures: &Quantification) -> Html {
    let loss = year_of_one(organisation, figures);
    let bins = loss.histogram(COLUMNS, UP_TO);
    let said = quantiles(&loss);
    if bins.is_empty() {
        return html! { <p class="note">{ "In ninety-nine years of a hundred it costs nothing: there is no picture to draw." }</p> };
    }
    let name = "Your loss of a year by this risk";
    let picture = ColumnsChart {
        name: name.into(),
        id: "figures-picture",
        across: (bins.last().map_or(1.0, |bin| bin.up_to), pounds),
        title: "Your loss of one year, where there is one, up to the worst year in a hundred",
        heights: bins.iter().map(|bin| bin.chance).collect(),
        lines: [(0.8, "P80"), (0.95, "P95")].map(|(q, said)| line(&loss, q, said)).to_vec(),
    };
    let take_away = TakeAway {
        picture: picture.id,
        name: "loss of a year",
        stem: "loss-of-a-year",
        figures: behind(&loss, &bins),
    };
    html! {
        <>
            <p>{ said }</p>
            { table_frame(name, picture.view()) }
            { take_away.view(session) }
            { disclosure("The figures behind the columns", ranges(&loss, &bins)) }
        </>
    }
}

fn line(loss: &YearsLoss, q: f64, said: &str) -> (f64, String) {
    let amount = loss.quantile(q).best;
    (amount, format!("{said}: {}", pounds(amount)))
}

fn quantiles(loss: &YearsLoss) -> String {
    let [half, most, nearly_all] = [0.5, 0.8, 0.95].map(|q| pounds(loss.quantile(q).best));
    format!(
        "Every second year costs you no more than {half} (P50), four years of five no more than {most} (P80); in one year of twenty it is more than {nearly_all} (P95)."
    )
}

/// Each range with the share of years in it, after the years without a loss.
fn behind(loss: &YearsLoss, bins: &[Bin]) -> Figures {
    let row = |from, to, chance| [from, to, chance].map(Entry::Number).to_vec();
    let none = row(0.0, 0.0, loss.p_none());
    let rows = std::iter::once(none).chain(bins.iter().map(|bin| row(bin.above, bin.up_to, bin.chance)));
    Figures { heads: vec!["Above, in pounds", "Up to, in pounds", "Share of years"], rows: rows.collect() }
}

fn ranges(loss: &YearsLoss, bins: &[Bin]) -> Html {
    let heads = [Head::text("Your loss of a year"), Head::number("Share of years")];
    let none = TableRow::new(vec!["None".into(), chance(loss.p_none()).into()]);
    let row = |bin: &Bin| {
        let range = format!("{} to {}", pounds(bin.above), pounds(bin.up_to));
        TableRow::new(vec![range.into(), chance(bin.chance).into()])
    };
    let rows = std::iter::once(none).chain(bins.iter().map(row)).collect();
    table("Share of years in each range of your loss", &heads, rows)
}
