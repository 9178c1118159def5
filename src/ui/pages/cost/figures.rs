//! The figures of a year's loss: a few at a glance, and all of them with what each means.

use partnership_risk_core::loss::YearsLoss;
use yew::prelude::{Html, html};

use crate::app::queries::cost::{State, YearOfLosses};
use crate::ui::components::{Figure, Head, TableRow, figures, table};
use crate::ui::words::{chance, count, pounds};

/// The figures that most people ask for.
pub(super) fn at_a_glance(year: &YearOfLosses) -> Html {
    let State { loss, portfolio } = &**year.shown();
    let risks = count(year.risks.len(), "risk", "risks");
    let figure = |name, value: String, note: String| Figure { name, value: value.into(), note: note.into() };
    figures(vec![
        figure(
            "Expected in a year",
            pounds(loss.mean()),
            format!("The average over many years, from {risks}"),
        ),
        figure("Every second year, more than", pounds(loss.quantile(0.5).best), "The median".to_owned()),
        figure(
            "One year in five, more than",
            pounds(loss.quantile(0.8).best),
            "P80, as the Green Book has it".to_owned(),
        ),
        figure(
            "One year in twenty, more than",
            pounds(loss.quantile(0.95).best),
            "The value at risk at 95 %".to_owned(),
        ),
        figure("A year without any loss", chance(portfolio.p_none()), String::new()),
    ])
}

/// One figure of a year's loss: its name, its value and what it means.
struct Told {
    name: &'static str,
    value: fn(&State) -> f64,
    written: fn(f64) -> String,
    means: &'static str,
}

const ALL: [Told; 8] = [
    Told {
        name: "Expected loss",
        value: |s| s.loss.mean(),
        written: pounds,
        means: "The average of many years: what to budget for if losses could be evened out.",
    },
    Told {
        name: "Standard deviation",
        value: |s| s.portfolio.variance().sqrt(),
        written: pounds,
        means: "How far a year usually strays from the average.",
    },
    Told {
        name: "Year without a loss",
        value: |s| s.portfolio.p_none(),
        written: chance,
        means: "The chance that nothing happens that costs anything.",
    },
    Told {
        name: "Median (P50)",
        value: |s| quantile(&s.loss, 0.5),
        written: pounds,
        means: "Every second year costs more than this.",
    },
    Told {
        name: "P80",
        value: |s| quantile(&s.loss, 0.8),
        written: pounds,
        means: "One year in five costs more. The Green Book suggests P80 for a cautious budget.",
    },
    Told {
        name: "Value at risk, 95 %",
        value: |s| quantile(&s.loss, 0.95),
        written: pounds,
        means: "In one year of twenty you should expect to lose more than this.",
    },
    Told {
        name: "Tail value at risk, 95 %",
        value: |s| s.loss.tail_mean(0.95),
        written: pounds,
        means: "The average of the worst year in twenty: how bad a bad year is.",
    },
    Told {
        name: "Value at risk, 99 %",
        value: |s| quantile(&s.loss, 0.99),
        written: pounds,
        means: "One year in a hundred costs more than this.",
    },
];

fn quantile(loss: &YearsLoss, q: f64) -> f64 {
    loss.quantile(q).best
}

/// All figures, before controls, today and as switched.
pub(super) fn in_words(year: &YearOfLosses) -> Html {
    let mut heads = vec![Head::text("Figure"), Head::number("Before any control"), Head::number("Today")];
    heads.extend(year.switched.as_ref().map(|_| Head::number("As switched")));
    heads.push(Head::text("What it means"));
    let states = || [Some(&year.before), Some(&year.today), year.switched.as_ref()].into_iter().flatten();
    let row = |told: &Told| {
        let values = states().map(|state| (told.written)((told.value)(state)).into());
        let cells = std::iter::once(told.name.into()).chain(values).chain([told.means.into()]);
        TableRow::of(told.name, cells.collect())
    };
    html! {
        <section aria-labelledby="figures">
            <h2 id="figures">{ "The figures and what they mean" }</h2>
            { table("Figures of a year\u{2019}s loss", &heads, ALL.iter().map(row).collect()) }
        </section>
    }
}
