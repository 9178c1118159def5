//! Losses over a number of whole years. A year in which nothing was entered was quiet, or nobody wrote it down: which of
//! the two is not in the entries, and is said by whoever asks.

use std::collections::BTreeSet;
use std::fmt;

use crate::money::Pence;

/// What was entered for a year, or for one event in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The year.
    pub year: i32,
    /// How many events.
    pub count: u32,
    /// What they cost together.
    pub cost: Pence,
}

/// Losses over a number of years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Record {
    years: f64,
    count: u64,
    cost: Pence,
}

/// Why entries make no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// There is no entry from which to take the years.
    NoYears,
    /// The last year is before the first.
    Backwards,
    /// An entry lies outside the years; its year.
    Outside(i32),
    /// A cost is below nought; its year.
    NegativeCost(i32),
    /// Something was lost and nothing happened; its year.
    CostWithoutEvent(i32),
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoYears => f.write_str("no loss is entered"),
            Self::Backwards => f.write_str("the last year is before the first"),
            Self::Outside(year) => write!(f, "a loss of {year} lies outside the years"),
            Self::NegativeCost(year) => write!(f, "a cost of {year} is below nought"),
            Self::CostWithoutEvent(year) => write!(f, "a cost of {year} has no event"),
        }
    }
}

impl std::error::Error for RecordError {}

impl Record {
    /// These entries over the years that they name, and no others.
    pub fn of_years_entered(entries: &[Seen]) -> Result<Self, RecordError> {
        let years: BTreeSet<i32> = entries.iter().map(|entry| entry.year).collect();
        match (years.first(), years.last()) {
            (Some(first), Some(last)) => {
                Ok(Self { years: years.len() as f64, ..Self::of_all_years(*first, *last, entries)? })
            }
            (None, _) | (_, None) => Err(RecordError::NoYears),
        }
    }

    /// These entries over all years from the first to the last; those that no entry names were quiet.
    pub fn of_all_years(first: i32, last: i32, entries: &[Seen]) -> Result<Self, RecordError> {
        if last < first {
            return Err(RecordError::Backwards);
        }
        entries.iter().try_for_each(|entry| check(entry, first, last))?;
        Ok(Self {
            years: f64::from(last) - f64::from(first) + 1.0,
            count: entries.iter().map(|entry| u64::from(entry.count)).sum(),
            cost: Pence::sum(entries.iter().map(|entry| entry.cost)),
        })
    }

    /// How many years it covers, from 1 on.
    #[must_use]
    pub fn years(&self) -> f64 {
        self.years
    }

    /// How many events there were.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// What they cost together.
    #[must_use]
    pub fn cost(&self) -> Pence {
        self.cost
    }

    /// Events a year.
    #[must_use]
    pub fn per_year(&self) -> f64 {
        self.count as f64 / self.years
    }

    /// What one event cost on average, in pounds; none without an event.
    #[must_use]
    pub fn mean_cost(&self) -> Option<f64> {
        (self.count > 0).then(|| self.cost.pounds() / self.count as f64)
    }
}

fn check(entry: &Seen, first: i32, last: i32) -> Result<(), RecordError> {
    let nothing = Pence::default();
    if !(first..=last).contains(&entry.year) {
        Err(RecordError::Outside(entry.year))
    } else if entry.cost < nothing {
        Err(RecordError::NegativeCost(entry.year))
    } else if entry.count == 0 && entry.cost > nothing {
        Err(RecordError::CostWithoutEvent(entry.year))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::controls::fixtures::pounds;

    fn seen(year: i32, count: u32, cost: i64) -> Seen {
        Seen { year, count, cost: pounds(cost) }
    }

    #[test]
    fn years_without_an_entry_count_where_they_are_said_to_have_been_quiet() {
        let entries = [seen(2021, 2, 500), seen(2018, 1, 100), seen(2021, 1, 0)];
        let entered = Record::of_years_entered(&entries).expect("sound");
        assert_eq!((entered.years(), entered.per_year(), entered.mean_cost()), (2.0, 2.0, Some(150.0)));
        let all = Record::of_all_years(2018, 2021, &entries).expect("sound");
        assert_eq!((all.years(), all.per_year(), all.mean_cost()), (4.0, 1.0, Some(150.0)));
        let quiet = Record::of_all_years(2015, 2024, &[]).expect("sound");
        assert_eq!((quiet.years(), quiet.count(), quiet.mean_cost()), (10.0, 0, None));
        let whole = Record::of_all_years(i32::MIN, i32::MAX, &[]).expect("sound");
        assert_eq!(whole.years(), 4_294_967_296.0);
    }

    #[test]
    fn what_is_no_record_is_refused_by_the_rule_it_breaks() {
        assert_eq!(Record::of_years_entered(&[]), Err(RecordError::NoYears));
        assert_eq!(Record::of_all_years(2020, 2019, &[]), Err(RecordError::Backwards));
        for (entry, error) in [
            (seen(2019, 1, 1), RecordError::Outside(2019)),
            (seen(2020, 1, -1), RecordError::NegativeCost(2020)),
            (seen(2020, 0, 1), RecordError::CostWithoutEvent(2020)),
        ] {
            assert_eq!(Record::of_all_years(2020, 2021, &[entry]), Err(error));
        }
    }
}
