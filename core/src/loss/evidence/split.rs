//! Which part of a change in the yearly cost is due to events being rarer or more frequent, and which to their being
//! cheaper or dearer. Cost = events x mean cost, so that the logarithms of the two changes add up to that of the whole.

use std::fmt;

use super::Record;

/// A change in the yearly cost of losses and its two factors; each is the later figure as a multiple of the earlier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Split {
    /// Of the number of events a year.
    pub frequency: f64,
    /// Of the mean cost of an event.
    pub mean_cost: f64,
    /// Of the cost a year, the product of both.
    pub cost: f64,
}

/// One of the two records that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The earlier.
    Before,
    /// The later.
    After,
}

/// Why a change has no factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitError {
    /// There was no event.
    NoEvent(Side),
    /// Events cost nothing.
    NoCost(Side),
}

impl fmt::Display for SplitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoEvent(Side::Before) => "no event is entered before the change",
            Self::NoEvent(Side::After) => "no event is entered after the change",
            Self::NoCost(Side::Before) => "no cost is entered before the change",
            Self::NoCost(Side::After) => "no cost is entered after the change",
        })
    }
}

impl std::error::Error for SplitError {}

/// Below this the logarithm of a change is no change to have a share of.
const NO_CHANGE: f64 = 1e-9;

impl Split {
    /// The change from one record to a later one; both need events that cost something.
    pub fn of(before: &Record, after: &Record) -> Result<Self, SplitError> {
        let cost = |record: &Record, side: Side| match record.mean_cost() {
            None => Err(SplitError::NoEvent(side)),
            Some(cost) if cost > 0.0 => Ok(cost),
            Some(_) => Err(SplitError::NoCost(side)),
        };
        let (earlier, later) = (cost(before, Side::Before)?, cost(after, Side::After)?);
        let mean_cost = later / earlier;
        let frequency = after.per_year() / before.per_year();
        Ok(Self { frequency, mean_cost, cost: frequency * mean_cost })
    }

    /// The natural logarithms of frequency, mean cost and cost; the first two add up to the third.
    #[must_use]
    pub fn logs(&self) -> [f64; 3] {
        [self.frequency, self.mean_cost, self.cost].map(libm::log)
    }

    /// The shares of frequency and mean cost in the change, which add up to 1; none where the cost has not changed or
    /// the two pull in opposite directions.
    #[must_use]
    pub fn shares(&self) -> Option<[f64; 2]> {
        let [frequency, mean_cost, cost] = self.logs();
        let is_shared = cost.abs() > NO_CHANGE && frequency * mean_cost >= 0.0;
        is_shared.then(|| [frequency / cost, mean_cost / cost])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::super::Seen;
    use super::*;
    use crate::loss::controls::fixtures::pounds;

    fn record(count: u32, cost: i64) -> Record {
        Record::of_years_entered(&[Seen { year: 2020, count, cost: pounds(cost) }]).expect("sound")
    }

    /// Derbyshire's schools partnership: 128 claims of 259,000 pounds became 41 of 45,000. Logarithms by Python 3.11.
    #[test]
    fn derbyshires_saving_is_two_thirds_fewer_claims_and_one_third_cheaper_ones() {
        let split =
            Split::of(&record(128, 259_000), &record(41, 45_000)).expect("claims that cost something");
        let changes = [split.frequency, split.mean_cost, split.cost].map(|factor| (factor - 1.0) * 100.0);
        for (found, printed) in changes.iter().zip([-68.0, -45.8, -82.6]) {
            assert!((found - printed).abs() < 0.05, "{found} for {printed}");
        }
        let logs = [-1.138_458_197_215_309_4, -0.611_707_374_713_908_6, -1.750_165_571_929_218];
        for (found, wanted) in split.logs().iter().zip(logs) {
            assert!((found - wanted).abs() < 1e-12, "{found} for {wanted}");
        }
        let [frequency, mean_cost] = split.shares().expect("both fell");
        assert!((frequency - 0.650_485_997_139_333_5).abs() < 1e-12);
        assert!((frequency + mean_cost - 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_has_no_logarithm_is_refused_and_what_pulls_apart_has_no_shares() {
        for (before, after, error) in [
            ((0, 0), (1, 1), SplitError::NoEvent(Side::Before)),
            ((1, 1), (0, 0), SplitError::NoEvent(Side::After)),
            ((2, 0), (1, 1), SplitError::NoCost(Side::Before)),
            ((2, 5), (1, 0), SplitError::NoCost(Side::After)),
        ] {
            let [before, after] = [before, after].map(|(count, cost)| record(count, cost));
            assert_eq!(Split::of(&before, &after), Err(error));
        }
        for (before, after) in [((2, 100), (1, 100)), ((2, 100), (1, 90)), ((5, 50), (5, 50))] {
            let [before, after] = [before, after].map(|(count, cost)| record(count, cost));
            assert_eq!(Split::of(&before, &after).expect("events").shares(), None);
        }
    }

    proptest! {
        #[test]
        fn the_factors_make_up_the_whole(
            n in 1_u32..1_000, cost in 1_i64..1_000_000, later in 1_u32..1_000, later_cost in 1_i64..1_000_000,
        ) {
            let split = Split::of(&record(n, cost), &record(later, later_cost)).expect("events");
            let [frequency, mean_cost, whole] = split.logs();
            prop_assert!((frequency + mean_cost - whole).abs() < 1e-9);
            prop_assert!((split.cost / (later_cost as f64 / cost as f64) - 1.0).abs() < 1e-9);
        }
    }
}
