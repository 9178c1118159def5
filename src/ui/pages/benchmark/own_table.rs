//! The register's own league table, in full.

use std::rc::Rc;

use partnership_risk_core::decimal;
use partnership_risk_core::league::table::{EntrySpread, TableEntry};
use partnership_risk_core::league::{Interval, Measure, Part, Spread};
use partnership_risk_core::register::{Register, Snapshot};
use partnership_risk_core::scale::Matrix;
use yew::prelude::{Html, html};

use crate::app::queries::benchmark::{Benchmark, Compared, snapshot_of, spread_of};
use crate::app::queries::risk_table::Filter;
use crate::ui::components::{Head, TableRow, disclosure, link, table};
use crate::ui::pages::shown::{category_name, level};
use crate::ui::route::Route;
use crate::ui::words::{count, percent, percent_range, pounds};

/// The register's own league table.
pub(super) fn own_table(register: &Rc<Register>, compared: &Compared, benchmark: &Benchmark) -> Html {
    let ours = &benchmark.ours;
    let measure = ours.measure();
    let risks = count(ours.basis().counted, "risk", "risks");
    let partnerships = count(ours.basis().answering, "partnership", "partnerships");
    let spread = spread_of(register, compared);
    let lines = Lines {
        register,
        measure,
        spread: spread.as_ref().as_ref(),
        is_of_today: *compared == Compared { part: Part::All, snapshot: None, ..compared.clone() },
        snapshot: snapshot_of(register, compared),
    };
    let rows = ours.entries().iter().map(|entry| lines.line(entry)).collect();
    html! {
        <section aria-labelledby="own-table">
            <h2 id="own-table">{ "Your league table" }</h2>
            <p>{ format!("From {risks} in {partnerships}.") }{ " " }{ firmness(lines.spread) }</p>
            { table("Categories of risk in order", &lines.heads(), rows) }
            { disclosure("Where this table comes from", source(measure)) }
        </section>
    }
}

fn source(measure: Measure) -> Html {
    html! {
        <>
            <p>{ explained(measure) }</p>
            <p>{ "Open risks with a category and a current rating count. Equal figures share the better place." }</p>
            <p>{ "Ranges are those of 95 %. A share has Wilson\u{2019}s interval. For places and for means, your partnerships are drawn anew from themselves, whole, up to 2,000 times (the bootstrap, always with the same seed): with few partnerships the ranges are wide, since one partnership more or less would alter much. The highest score and counts have no range of their own." }</p>
        </>
    }
}

/// How far places can be relied on.
fn firmness(spread: Option<&Spread>) -> &'static str {
    match spread {
        Some(_) => {
            "The ranges say how far figures and places could be others with other partnerships like yours."
        }
        None => {
            "With fewer than two partnerships that have a counted risk, nothing can be said about how firm the places are."
        }
    }
}

/// What the lines of the table are drawn from.
struct Lines<'a> {
    register: &'a Register,
    measure: Measure,
    spread: Option<&'a Spread>,
    /// Whether the table is that of all partnerships today, to whose risks a link can lead.
    is_of_today: bool,
    snapshot: Option<Rc<Snapshot>>,
}

impl Lines<'_> {
    fn heads(&self) -> Vec<Head> {
        let mut heads =
            vec![Head::text("Category"), Head::number("Place"), Head::number(self.measure.name())];
        if self.spread.is_some() {
            heads.extend([Head::number("Range of the figure"), Head::number("Range of the place")]);
        }
        heads.extend([Head::number("Risks"), Head::text("Gravest")]);
        heads
    }

    fn line(&self, entry: &TableEntry) -> TableRow {
        let mut cells = vec![
            category_name(self.register, &entry.category).to_string().into(),
            entry.rank.into(),
            figure(self.measure, entry.value).into(),
        ];
        if let Some(spread) = self.spread {
            let spread = spread.entry(&entry.category);
            cells.extend([range(self.measure, spread).into(), places(spread).into()]);
        }
        cells.extend([self.risks(entry), level(self.matrix().level(entry.highest))]);
        TableRow::of(&entry.category, cells)
    }

    fn matrix(&self) -> &Matrix {
        self.snapshot.as_ref().map_or_else(|| self.register.matrix(), |snapshot| &snapshot.matrix)
    }

    fn risks(&self, entry: &TableEntry) -> Html {
        if !self.is_of_today {
            return entry.risks.into();
        }
        let filter = Filter { category: Some(entry.category.clone()), ..Filter::default() };
        link(Route::risks(filter).to_string(), entry.risks.to_string())
    }
}

fn range(measure: Measure, spread: Option<&EntrySpread>) -> String {
    let told = |interval: Interval| match [interval.low(), interval.high()] {
        [low, high] if measure == Measure::ShareNaming => percent_range(low, high),
        ends => match ends.map(|end| figure(measure, end)) {
            [low, high] if low == high => low,
            [low, high] => format!("{low} to {high}"),
        },
    };
    spread.and_then(|spread| spread.value).map_or_else(|| "\u{2013}".to_owned(), told)
}

fn places(spread: Option<&EntrySpread>) -> String {
    let told = |spread: &EntrySpread| match (spread.places.start(), spread.places.end()) {
        (best, worst) if best == worst => best.to_string(),
        (best, worst) => format!("{best} to {worst}"),
    };
    spread.map(told).unwrap_or_default()
}

fn figure(measure: Measure, value: f64) -> String {
    match measure {
        Measure::ShareNaming | Measure::TailShare => percent(value),
        Measure::MeanScore | Measure::HighestScore => decimal::short(value, 2),
        Measure::TopLevelCount | Measure::AboveAppetite => decimal::short(value, 0),
        Measure::ExpectedLoss => pounds(value),
    }
}

fn explained(measure: Measure) -> &'static str {
    match measure {
        Measure::ShareNaming => {
            "The share of your partnerships that have the category among their five highest, as in surveys that ask for the top five. A category stands in a partnership at its highest risk there; ties for fifth place are all named."
        }
        Measure::MeanScore => "The mean of likelihood times impact over the risks of the category.",
        Measure::HighestScore => {
            "The highest risk of the category: its level first, then likelihood times impact."
        }
        Measure::TopLevelCount => "How many risks of the category stand at the highest level of your matrix.",
        Measure::AboveAppetite => "How many risks of the category stand above your appetite for it.",
        Measure::ExpectedLoss => {
            "What the risks of the category are expected to cost in a year, your share of it, with the controls that operate. Risks without figures cost nothing that is known."
        }
        Measure::TailShare => {
            "The part of the category in the average loss of the worst year in twenty, with the controls that operate. Risks without figures have no part."
        }
    }
}
