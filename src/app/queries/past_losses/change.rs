//! What has changed from one period to a later one.

use std::fmt;

use partnership_risk_core::loss::evidence::{RateRatio, RecordError, Seen, Split, SplitError, rate_ratio};

use super::{Period, Told, Unseen, confidence, record};

/// What has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The losses of the earlier period.
    pub before: Told,
    /// Those of the later one.
    pub after: Told,
    /// The change and its factors.
    pub split: Result<Split, SplitError>,
    /// Events a year after as a multiple of those before, with the exact interval of 95 %.
    pub ratio: Option<RateRatio>,
}

/// Why two periods are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoChange {
    /// There are losses of one year only.
    OneYear,
    /// The earlier one does not end before the later one begins.
    OutOfOrder,
    /// The losses of one of them make no record.
    NoRecord(RecordError),
}

impl fmt::Display for NoChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneYear => f.write_str("there are losses of one year only"),
            Self::OutOfOrder => f.write_str("the earlier period does not end before the later one begins"),
            Self::NoRecord(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for NoChange {}

impl Change {
    /// The change between two periods.
    pub(super) fn between(
        entries: &[Seen],
        [earlier, later]: [Period; 2],
        unseen: Unseen,
    ) -> Result<Self, NoChange> {
        let is_one_year = entries.iter().all(|entry| entry.year == entries[0].year);
        if is_one_year {
            return Err(NoChange::OneYear);
        }
        if earlier.last >= later.first {
            return Err(NoChange::OutOfOrder);
        }
        let told = |period| {
            let record = record(entries, period, unseen).map_err(NoChange::NoRecord)?;
            Told::of(record).ok_or(NoChange::NoRecord(RecordError::NoYears))
        };
        let (before, after) = (told(earlier)?, told(later)?);
        Ok(Self {
            before,
            after,
            split: Split::of(&before.record, &after.record),
            ratio: rate_ratio(&before.record, &after.record, confidence()),
        })
    }
}
