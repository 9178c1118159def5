//! What the losses that have come about say: how often they come, what one costs, and what has changed from one period to
//! another. The formulas are the core's; which losses are looked at, and over which years, is said here.

mod change;

use std::collections::BTreeMap;
use std::rc::Rc;

use partnership_risk_core::cost::seen;
use partnership_risk_core::loss::evidence::{CostFit, Interval, Record, RecordError, Seen, fit_cost, rate};
use partnership_risk_core::money::Pence;
use partnership_risk_core::register::{Loss, PartnershipId, Register, RiskId};
use partnership_risk_core::share::Share;

use super::last::Last;

pub use change::{Change, NoChange};

/// Whose losses are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LossesOf {
    /// Everybody's.
    #[default]
    All,
    /// One partnership's.
    Partnership(PartnershipId),
    /// Those in which one risk came about.
    Risk(RiskId),
}

/// What a year without an entry was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unseen {
    /// Nobody wrote anything down: it does not count.
    #[default]
    LeftOut,
    /// Nothing happened: it counts as a year without an event.
    Quiet,
}

impl Unseen {
    /// Every one, in the order it is offered.
    pub const ALL: [Self; 2] = [Self::LeftOut, Self::Quiet];
}

/// Financial years one after the other, each by the year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first.
    pub first: i32,
    /// The last, no earlier.
    pub last: i32,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LossesView {
    /// Whose losses.
    pub of: LossesOf,
    /// What years without an entry were.
    pub unseen: Unseen,
    /// The earlier of two periods; the first year with a loss where none is chosen.
    pub before: Option<Period>,
    /// The later one; the last year with a loss where none is chosen.
    pub after: Option<Period>,
}

/// What losses say; none of it changes until the register does.
#[derive(Clone, Debug, PartialEq)]
pub struct PastLosses {
    /// The years in which something was lost, in order, and what.
    pub years: Vec<Seen>,
    /// All of them together.
    pub told: Told,
    /// What one event costs.
    pub cost: CostFit,
    /// The two periods that are compared, and what has changed between them.
    pub periods: [Period; 2],
    /// What has changed.
    pub change: Result<Change, NoChange>,
}

/// Losses over a number of years with the rate at which they came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Told {
    /// The losses.
    pub record: Record,
    /// Events a year with the exact interval of 95 %.
    pub rate: Interval,
}

/// The confidence of every interval here: 95 %.
fn confidence() -> Share {
    Share::of_basis_points(9_500).unwrap_or_default()
}

impl LossesOf {
    /// Whether a loss is among them.
    #[must_use]
    pub fn holds(&self, loss: &Loss) -> bool {
        match self {
            Self::All => true,
            Self::Partnership(id) => loss.partnership == *id,
            Self::Risk(id) => loss.risk == Some(*id),
        }
    }
}

impl Period {
    /// One year.
    #[must_use]
    pub fn of(year: i32) -> Self {
        Self { first: year, last: year }
    }

    /// The same period but for its first year; it ends no earlier.
    #[must_use]
    pub fn from(self, first: i32) -> Self {
        Self { first, last: self.last.max(first) }
    }

    /// The same period but for its last year; it begins no later.
    #[must_use]
    pub fn up_to(self, last: i32) -> Self {
        Self { first: self.first.min(last), last }
    }
}

impl Told {
    fn of(record: Record) -> Option<Self> {
        Some(Self { record, rate: rate(&record, confidence())? })
    }

    /// What they cost a year, in pounds.
    #[must_use]
    pub fn cost_per_year(&self) -> f64 {
        self.record.cost().pounds() / self.record.years()
    }
}

/// Losses over a period, its years without an entry as is said.
fn record(entries: &[Seen], period: Period, unseen: Unseen) -> Result<Record, RecordError> {
    let within = entries.iter().filter(|entry| (period.first..=period.last).contains(&entry.year));
    let within: Vec<Seen> = within.copied().collect();
    match unseen {
        Unseen::LeftOut => Record::of_years_entered(&within),
        Unseen::Quiet => Record::of_all_years(period.first, period.last, &within),
    }
}

/// What the losses of a register say; an error where there is none, or one that cannot be counted.
pub fn past_losses(register: &Rc<Register>, view: &LossesView) -> Rc<Result<PastLosses, RecordError>> {
    thread_local! {
        static LAST: Last<LossesView, Result<PastLosses, RecordError>> = const { Last::new() };
    }
    LAST.with(|last| last.answer(register, *view, |view| work_out(register, view)))
}

fn work_out(register: &Register, view: &LossesView) -> Result<PastLosses, RecordError> {
    let entries = seen(register, |loss| view.of.holds(loss));
    let years = by_year(&entries);
    let (Some(first), Some(last)) = (years.first(), years.last()) else { return Err(RecordError::NoYears) };
    let whole = record(&entries, Period { first: first.year, last: last.year }, view.unseen)?;
    let cost = fit_cost(&entries).map_err(|_| RecordError::NegativeCost(first.year))?;
    let periods =
        [view.before.unwrap_or(Period::of(first.year)), view.after.unwrap_or(Period::of(last.year))];
    Ok(PastLosses {
        told: Told::of(whole).ok_or(RecordError::NoYears)?,
        cost: cost.ok_or(RecordError::NoYears)?,
        periods,
        change: Change::between(&entries, periods, view.unseen),
        years,
    })
}

/// What was seen in each year, in order.
fn by_year(entries: &[Seen]) -> Vec<Seen> {
    let mut years: BTreeMap<i32, Seen> = BTreeMap::new();
    for entry in entries {
        let year = years.entry(entry.year).or_insert(Seen { count: 0, cost: Pence::default(), ..*entry });
        year.count = year.count.saturating_add(entry.count);
        year.cost = Pence::sum([year.cost, entry.cost].into_iter());
    }
    years.into_values().collect()
}

#[cfg(test)]
mod tests;
