//! How the health of a partnership moved, check by check.

use partnership_risk_core::register::{PartnershipId, Register};
use partnership_risk_core::share::Share;
use yew::prelude::{Html, html};

use super::figures::{percent, percent_or_none};
use crate::app::queries::health::{TrendPoint, trend};
use crate::ui::charts::{LineChart, LinePoint};
use crate::ui::components::{Head, TableRow, disclosure, table, table_frame};

/// How the health moved; nothing before there are two days to compare.
pub(super) fn trend_section(register: &Register, id: PartnershipId) -> Html {
    let points = trend(register, id);
    let scored: Vec<(&TrendPoint, Share)> =
        points.iter().filter_map(|point| point.share.map(|share| (point, share))).collect();
    let (Some(first), Some(last)) = (scored.first(), scored.last()) else { return Html::default() };
    if scored.len() < 2 {
        return Html::default();
    }
    let finding = finding((first.0, first.1), (last.0, last.1));
    let chart = LineChart {
        name: finding.clone().into(),
        ends: ("0 %", "100 %"),
        points: scored.iter().map(|(point, share)| line_point(point, *share, first.0)).collect(),
    };
    html! {
        <section aria-labelledby="trend">
            <h2 id="trend">{ &finding }</h2>
            <p class="note">{ "Score of what stood on each day on which somebody answered." }</p>
            { table_frame(finding, chart.view()) }
            { disclosure("The figures behind the picture", point_table(&points)) }
        </section>
    }
}

fn finding((before, from): (&TrendPoint, Share), (after, to): (&TrendPoint, Share)) -> String {
    let dates = format!("between {} and {}", before.date.in_words(), after.date.in_words());
    let (earlier, later) = (percent(from), percent(to));
    if earlier == later {
        return format!("The score stands at {later} as before, {dates}");
    }
    let moved = if to > from { "rose" } else { "fell" };
    format!("The score {moved} from {earlier} to {later} {dates}")
}

fn line_point(point: &TrendPoint, share: Share, first: &TrendPoint) -> LinePoint {
    LinePoint {
        at: f64::from(point.date.days_since(first.date)),
        value: share.fraction(),
        label: percent(share),
        below: point.date.as_typed(),
    }
}

fn point_table(points: &[TrendPoint]) -> Html {
    let said = |(who, share): &(String, Option<Share>)| format!("{who}: {}", percent_or_none(*share));
    let row = |point: &TrendPoint| {
        let answered: Vec<String> = point.answered.iter().map(said).collect();
        let cells = vec![
            point.date.in_words().into(),
            percent_or_none(point.share).into(),
            answered.join("; ").into(),
        ];
        TableRow::new(cells)
    };
    let heads = [Head::text("Day"), Head::number("Score"), Head::text("Who answered on the day")];
    table("Score on each day", &heads, points.iter().map(row).collect())
}
