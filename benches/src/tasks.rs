//! What is asked of the engine, as the page asks it: a year with all its figures, the same after an edit, a tornado, a
//! budget, a million sampled years. A task is made ready first, which is not timed; the benches and the page time the rest.

use partnership_risk_core::loss::sampling::Simulation;
use partnership_risk_core::loss::{
    BestSet, CostedControl, Engine, Exposure, Measure, Parted, Portfolio, Tornado,
};
use partnership_risk_core::share::Share;

use crate::spreadsheets::{Hearing, Previewing, PreviewingText, Reading, ReadingText, Writing, text};
use crate::workloads::{Workload, controls, driven, many, pounds, share};

/// How many years a run of the simulation has.
pub const YEARS: usize = 1_000_000;

/// How many of them are simulated between two looks at anything else.
const SLICE: usize = 1 << 16;

/// What is timed.
pub trait Task {
    /// Makes ready for the next run.
    fn prepare(&mut self) {}

    /// Does the work once; the number is there so that nothing is left out.
    fn run(&mut self) -> f64;
}

/// A task's name, and how it is made.
pub type Entry = (&'static str, fn() -> Box<dyn Task>);

/// All tasks by their names.
pub const ALL: &[Entry] = &[
    ("W1", || Box::new(Year::of(twenty(Workload::PoissonPert)))),
    ("W2", || Box::new(Year::of(twenty(Workload::PoissonLognormal)))),
    ("W3", || Box::new(Year::of(driven()))),
    ("1000-risks", || Box::new(Year::of(Portfolio::new(many(1_000))))),
    ("W1-edit", || Box::new(Edit::of(Workload::PoissonPert.exposures()))),
    ("W2-edit", || Box::new(Edit::of(Workload::PoissonLognormal.exposures()))),
    ("1000-risks-edit", || Box::new(Edit::of(many(1_000)))),
    ("tornado", || Box::new(Ranking { year: Year::of(twenty(Workload::PoissonPert)) })),
    ("budget", || Box::new(Buying::new())),
    ("W1-sampled", || Box::new(Sampling { portfolio: twenty(Workload::PoissonPert) })),
    ("W2-sampled", || Box::new(Sampling { portfolio: twenty(Workload::PoissonLognormal) })),
    ("csv-read", || Box::new(ReadingText(text()))),
    ("csv-previewed", || Box::new(PreviewingText(text()))),
    ("xlsx-read", || Box::new(Reading::new())),
    ("xlsx-heard", || Box::new(Hearing::new())),
    ("xlsx-previewed", || Box::new(Previewing::new())),
    ("xlsx-written", || Box::new(Writing::new())),
];

/// The task of this name.
#[must_use]
pub fn named(name: &str) -> Option<Box<dyn Task>> {
    ALL.iter().find(|(known, _)| *known == name).map(|(_, make)| make())
}

fn twenty(workload: Workload) -> Portfolio {
    Portfolio::new(workload.exposures())
}

/// All figures of a portfolio's year by an engine that has its tables, but to which all costs are new.
struct Year {
    portfolio: Portfolio,
    engine: Engine,
}

impl Year {
    fn of(portfolio: Portfolio) -> Self {
        Self { portfolio, engine: Engine::default() }
    }
}

impl Task for Year {
    fn prepare(&mut self) {
        self.engine = Engine::default();
        drop(self.engine.year(&Portfolio::default()));
    }

    fn run(&mut self) -> f64 {
        all_figures(&mut self.engine, &self.portfolio)
    }
}

/// The year, its quantiles, the mean of its worst twentieth and whose part in that is how great.
fn all_figures(engine: &mut Engine, portfolio: &Portfolio) -> f64 {
    let loss = engine.year(portfolio);
    let quantiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95, 0.99].map(|q| loss.quantile(q).best);
    let shares = engine.tail_shares(portfolio, &loss, 0.95);
    quantiles.iter().chain(&shares).sum::<f64>() + loss.tail_mean(0.95)
}

/// The same by an engine that has worked out nearly the same year: one risk comes to cost less, each time.
struct Edit {
    risks: Vec<Exposure>,
    engine: Engine,
    percent: i64,
    edited: Portfolio,
}

impl Edit {
    fn of(risks: Vec<Exposure>) -> Self {
        let (edited, mut engine) = (Portfolio::new(risks.clone()), Engine::default());
        drop(engine.year(&edited));
        Self { risks, engine, percent: 99, edited }
    }
}

impl Task for Edit {
    fn prepare(&mut self) {
        self.percent = if self.percent > 80 { self.percent - 1 } else { 99 };
        let mut edited = self.risks.clone();
        edited[7] = self.risks[7].left(Share::WHOLE, share(self.percent * 100));
        self.edited = Portfolio::new(edited);
    }

    fn run(&mut self) -> f64 {
        all_figures(&mut self.engine, &self.edited)
    }
}

/// Which input matters most, by the mean of the worst twentieth of years.
struct Ranking {
    year: Year,
}

impl Task for Ranking {
    fn prepare(&mut self) {
        self.year.prepare();
    }

    fn run(&mut self) -> f64 {
        let Year { portfolio, engine } = &mut self.year;
        let tornado = Tornado::of(portfolio, &[], Measure::Tail, &mut |changed| engine.year(changed));
        tornado.bars.iter().map(partnership_risk_core::loss::Bar::width).sum()
    }
}

/// Which of twenty controls to buy, by the mean of the worst twentieth of years.
struct Buying {
    year: Year,
    controls: Vec<CostedControl>,
}

impl Buying {
    fn new() -> Self {
        Self { year: Year::of(twenty(Workload::PoissonPert)), controls: controls() }
    }
}

impl Task for Buying {
    fn prepare(&mut self) {
        self.year.prepare();
    }

    fn run(&mut self) -> f64 {
        let Year { portfolio, engine } = &mut self.year;
        let controls: Vec<&CostedControl> = self.controls.iter().collect();
        let mut parted = |changed: &Portfolio| Parted::tail(engine, changed);
        BestSet::by_tail(portfolio, &controls, pounds(100_000), &mut parted).spend.saving()
    }
}

/// A million years from the tables to the figures, slice by slice.
struct Sampling {
    portfolio: Portfolio,
}

impl Task for Sampling {
    fn run(&mut self) -> f64 {
        let mut run = Simulation::new(&self.portfolio, 1, YEARS).expect("not too much");
        while !run.advance(SLICE).is_done() {}
        run.result().map_or(f64::NAN, |sampled| sampled.tail_mean.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_task_has_a_name_of_its_own() {
        let mut names: Vec<&str> = ALL.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
        assert!(named("W1").is_some() && named("W4").is_none());
    }

    #[test]
    fn an_edit_changes_the_year() {
        let mut edit = named("W1-edit").expect("it is a task");
        let once = edit.run();
        edit.prepare();
        assert!(edit.run() < once);
    }
}
