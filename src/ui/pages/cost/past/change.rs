//! What has changed between two periods: fewer events or cheaper ones, and whether chance may have done it.

use partnership_risk_core::decimal;
use partnership_risk_core::loss::evidence::{RateRatio, Split};
use yew::prelude::{Html, html};

use super::{events, per_year};
use crate::app::queries::losses::year_name;
use crate::app::queries::past_losses::{Change, LossesView, NoChange, PastLosses, Period, Told};
use crate::ui::components::{ChoiceItem, Head, TableRow, table};
use crate::ui::pages::filters::{Filters, choosing};
use crate::ui::route::Route;
use crate::ui::words::{percent, pounds, sentence};

/// The two periods, and what has changed between them.
pub(super) fn change(view: &LossesView, past: &PastLosses) -> Html {
    let [before, after] = past.periods;
    let shown = LossesView { before: Some(before), after: Some(after), ..*view };
    let (title, content) = match &past.change {
        Ok(change) => (title(change), compared(past.periods, change)),
        Err(NoChange::OneYear) => (
            "What has changed".to_owned(),
            html! { <p>{ "These are losses of one year. Enter those of another one to see what has changed, and whether it is due to fewer events or to cheaper ones." }</p> },
        ),
        Err(other) => {
            let said = [&sentence(&other.to_string()), " Choose other years."].concat();
            ("What has changed".to_owned(), html! { <p role="status">{ said }</p> })
        }
    };
    html! {
        <section aria-labelledby="change">
            <h2 id="change">{ title }</h2>
            if past.change != Err(NoChange::OneYear) {
                { periods(&Filters { view: shown, to: Route::CostLosses }, past) }
            }
            { content }
        </section>
    }
}

fn periods(filters: &Filters<LossesView>, past: &PastLosses) -> Html {
    let items = || {
        past.years.iter().map(|seen| ChoiceItem::new(seen.year.to_string(), year_name(seen.year))).collect()
    };
    let [before, after] = past.periods;
    let field = |texts, year: i32, set| filters.choice(texts, year.to_string(), (None, items()), set);
    choosing(
        "The two periods",
        html! {
            <>
                { field(("before-first", "Before: from"), before.first, |view, text| {
                    view.before = changed(view.before, text, Period::from);
                }) }
                { field(("before-last", "Before: to"), before.last, |view, text| {
                    view.before = changed(view.before, text, Period::up_to);
                }) }
                { field(("after-first", "After: from"), after.first, |view, text| {
                    view.after = changed(view.after, text, Period::from);
                }) }
                { field(("after-last", "After: to"), after.last, |view, text| {
                    view.after = changed(view.after, text, Period::up_to);
                }) }
            </>
        },
    )
}

fn changed(period: Option<Period>, year: &str, change: fn(Period, i32) -> Period) -> Option<Period> {
    let year = year.parse().ok()?;
    Some(change(period.unwrap_or(Period::of(year)), year))
}

fn title(change: &Change) -> String {
    let Ok(split) = &change.split else { return "What has changed".to_owned() };
    let rest = split.shares().map_or_else(String::new, |[frequency, _]| {
        let fewer = way(split.frequency, ["fewer", "more"]);
        format!(": {} of the change is {fewer} events", percent(frequency))
    });
    let less = way(split.cost, ["less", "more"]);
    format!("Losses cost {} {less} a year{rest}", percent((split.cost - 1.0).abs()))
}

fn compared([earlier, later]: [Period; 2], change: &Change) -> Html {
    html! {
        <>
            <p>{ reading(change) }</p>
            { split_table(change) }
            <p>{ interval(earlier, &change.before) }{ " " }{ interval(later, &change.after) }</p>
            if let Some(ratio) = &change.ratio {
                <p>{ ratio_said(ratio) }</p>
            }
            <p class="note">{ "Cost is the number of events times what one costs on average, so that the logarithms of the two changes add up to that of the cost. Prices are those of each year." }</p>
        </>
    }
}

/// Which part of the change is due to what.
fn reading(change: &Change) -> String {
    let split = match &change.split {
        Ok(split) => split,
        Err(error) => return [&sentence(&error.to_string()), " So the change has no parts."].concat(),
    };
    match split.shares() {
        Some([frequency, mean]) => {
            let (fewer, cheaper) = (way(split.frequency, ["fewer", "more"]), way(split.mean_cost, ["cheaper", "dearer"]));
            format!("{} of the change is {fewer} events, {} is {cheaper} ones.", percent(frequency), percent(mean))
        }
        None => "The number of events and what one costs pull in opposite directions, or nothing has changed: the change has no shares.".to_owned(),
    }
}

fn way(factor: f64, [less, more]: [&'static str; 2]) -> &'static str {
    if factor <= 1.0 { less } else { more }
}

const HEADS: [Head; 5] = [
    Head::text("Figure"),
    Head::number("Before"),
    Head::number("After"),
    Head::number("Change"),
    Head::number("Share of the change"),
];

/// A figure of a period, and how it is written.
type Figure = (&'static str, fn(&Told) -> Option<String>);

const FIGURES: [Figure; 3] = [
    ("Events a year", |told| Some(per_year(told.rate.best))),
    ("Mean cost of an event", |told| told.record.mean_cost().map(pounds)),
    ("Cost a year", |told| Some(pounds(told.cost_per_year()))),
];

fn split_table(change: &Change) -> Html {
    let split = change.split.as_ref().ok();
    let factors = split.map_or([None; 3], |s| [s.frequency, s.mean_cost, s.cost].map(Some));
    let shares = split.and_then(Split::shares).map_or([None; 3], |[f, m]| [f, m, 1.0].map(Some));
    let row = |((name, of), (factor, share)): (&Figure, (Option<f64>, Option<f64>))| {
        let told = [&change.before, &change.after].map(of);
        let said = told.into_iter().chain([factor.map(signed_percent), share.map(percent)]);
        let said = said.map(|said| said.unwrap_or_else(|| "\u{2013}".to_owned()).into());
        TableRow::new(std::iter::once((*name).into()).chain(said).collect())
    };
    let rows = FIGURES.iter().zip(factors.into_iter().zip(shares)).map(row).collect();
    table("What the change is made of", &HEADS, rows)
}

/// A change as a signed percentage: -68.0 %.
fn signed_percent(factor: f64) -> String {
    let change = decimal::fixed((factor - 1.0) * 100.0, 1);
    let sign = if change.starts_with('-') || change == "0.0" { "" } else { "+" };
    [sign, &change, " %"].concat()
}

fn interval(period: Period, told: &Told) -> String {
    let years = match period {
        Period { first, last } if first == last => year_name(first),
        Period { first, last } => format!("{} to {}", year_name(first), year_name(last)),
    };
    let rate = told.rate;
    format!(
        "{years}: {} a year, 95 % interval {} to {}.",
        events(rate.best),
        per_year(rate.low),
        per_year(rate.high)
    )
}

/// Whether chance may explain that there are fewer or more events.
fn ratio_said(ratio: &RateRatio) -> String {
    let times = |number: f64| decimal::short(number, 2);
    let (Some(best), Some(high)) = (ratio.best, ratio.high) else {
        return "There was no event before, so that no multiple of it can be told.".to_owned();
    };
    let verdict = if ratio.low > 1.0 || high < 1.0 {
        "chance alone hardly explains that"
    } else {
        "chance alone may explain that"
    };
    format!(
        "After, there are {} times as many events a year as before (95 % interval {} to {}): {verdict}.",
        times(best),
        times(ratio.low),
        times(high)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_its_sign() {
        for (factor, said) in [(0.32, "-68.0 %"), (1.0, "0.0 %"), (2.5, "+150.0 %")] {
            assert_eq!(signed_percent(factor), said);
        }
    }

    #[test]
    fn a_multiple_that_chance_may_explain_says_so() {
        let said = |low, best, high| ratio_said(&RateRatio { low, best, high });
        assert!(said(0.2, Some(0.3), Some(0.5)).contains("chance alone hardly"));
        assert!(said(1.5, Some(2.0), Some(3.0)).contains("chance alone hardly"));
        assert!(said(0.5, Some(0.9), Some(1.5)).ends_with("0.5 to 1.5): chance alone may explain that."));
        assert!(said(0.5, None, None).starts_with("There was no event before"));
    }
}
