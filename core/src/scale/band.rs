//! What a step of a scale stands for in figures: a probability a year, or an amount of money. Bands are
//! whole numbers of their unit, so that what is declared is what is stored and shown. They are declared
//! step by step and may be left out; which step a rating has is next door in [`super::position`].

use std::fmt;

use super::axis::Axis;
use crate::decimal;
use crate::money::in_pounds;

/// A probability a year: from the first figure up to, and not with, the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProbabilityBand {
    from: u32,
    to: u32,
}

/// An amount of money: from the first figure up to, and not with, the second, or without an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoneyBand {
    from: i64,
    to: Option<i64>,
}

/// Why two figures do not make a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandError {
    /// The band ends before it begins.
    Backwards,
    /// A probability above 100 %.
    AboveCertain,
    /// An amount below nought.
    Negative,
}

impl fmt::Display for BandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Backwards => "the band ends before it begins",
            Self::AboveCertain => "no probability is above 100 %",
            Self::Negative => "an amount of money is not below nought",
        })
    }
}

impl std::error::Error for BandError {}

/// Why bands do not fit a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandsError {
    /// Not one entry for each step of the scale; entries given, entries wanted.
    Count(Axis, usize, usize),
    /// The band of a step begins before that of a lower step ends, or where it begins; the step,
    /// counted from 1.
    Overlap(Axis, usize),
}

impl fmt::Display for BandsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(axis, n, wanted) => {
                write!(f, "{n} bands are given for the {wanted} steps of {}", axis.name())
            }
            Self::Overlap(axis, n) => {
                write!(f, "the band of {} step {n} does not lie above those of the lower steps", axis.name())
            }
        }
    }
}

impl std::error::Error for BandsError {}

impl ProbabilityBand {
    /// 100 % in the unit of these bands, millionths.
    pub const CERTAIN: u32 = 1_000_000;

    /// A band between two probabilities a year, in millionths: 50,000 are 5 %.
    pub fn new(from: u32, to: u32) -> Result<Self, BandError> {
        if from > to {
            return Err(BandError::Backwards);
        }
        if to > Self::CERTAIN {
            return Err(BandError::AboveCertain);
        }
        Ok(Self { from, to })
    }

    /// Where it begins, in millionths.
    #[must_use]
    pub fn from(self) -> u32 {
        self.from
    }

    /// Where it ends, in millionths.
    #[must_use]
    pub fn to(self) -> u32 {
        self.to
    }
}

impl MoneyBand {
    /// A band between two amounts in pence; without the second it has no upper end.
    pub fn new(from: i64, to: Option<i64>) -> Result<Self, BandError> {
        if from < 0 {
            return Err(BandError::Negative);
        }
        if to.is_some_and(|to| to < from) {
            return Err(BandError::Backwards);
        }
        Ok(Self { from, to })
    }

    /// Where it begins, in pence.
    #[must_use]
    pub fn from(self) -> i64 {
        self.from
    }

    /// Where it ends, in pence, if it ends.
    #[must_use]
    pub fn to(self) -> Option<i64> {
        self.to
    }
}

impl fmt::Display for ProbabilityBand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to = (self.to < Self::CERTAIN).then(|| percent(self.to));
        write_band(f, self.from == 0, self.from == self.to, &percent(self.from), to.as_deref())?;
        f.write_str(" a year")
    }
}

impl fmt::Display for MoneyBand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to = self.to.map(in_pounds);
        write_band(f, self.from == 0, Some(self.from) == self.to, &in_pounds(self.from), to.as_deref())
    }
}

fn write_band(
    f: &mut fmt::Formatter<'_>,
    is_from_nought: bool,
    is_one_figure: bool,
    from: &str,
    to: Option<&str>,
) -> fmt::Result {
    match to {
        _ if is_one_figure => f.write_str(from),
        None => write!(f, "at least {from}"),
        Some(to) if is_from_nought => write!(f, "less than {to}"),
        Some(to) => write!(f, "{from} to {to}"),
    }
}

fn percent(millionths: u32) -> String {
    decimal::short(f64::from(millionths) / 1e4, 4) + " %"
}

/// A band as two whole numbers, the second absent where it has no end.
pub(super) trait Edges {
    fn edges(&self) -> (i64, Option<i64>);
}

impl Edges for ProbabilityBand {
    fn edges(&self) -> (i64, Option<i64>) {
        (self.from.into(), Some(self.to.into()))
    }
}

impl Edges for MoneyBand {
    fn edges(&self) -> (i64, Option<i64>) {
        (self.from, self.to)
    }
}

/// The steps, counted from 0, whose bands do not lie above all bands of lower steps.
pub(super) fn overlaps<B: Edges>(bands: &[Option<B>]) -> Vec<usize> {
    let edges: Vec<_> = bands.iter().map(|band| band.as_ref().map(Edges::edges)).collect();
    let lies_above = |i: usize| {
        let above = |(from, _): (i64, _), (below, end): (i64, Option<i64>)| {
            from > below && end.is_some_and(|end| from >= end)
        };
        edges[i].is_none_or(|band| edges[..i].iter().flatten().all(|lower| above(band, *lower)))
    };
    (0..bands.len()).filter(|&i| !lies_above(i)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_probability_band_reads_as_people_say_it() {
        for (from, to, said) in [
            (0, 50_000, "less than 5 % a year"),
            (50_000, 250_000, "5 % to 25 % a year"),
            (1, 2_000, "0.0001 % to 0.2 % a year"),
            (950_000, 1_000_000, "at least 95 % a year"),
            (0, 1_000_000, "at least 0 % a year"),
            (100_000, 100_000, "10 % a year"),
            (1_000_000, 1_000_000, "100 % a year"),
            (0, 0, "0 % a year"),
        ] {
            assert_eq!(ProbabilityBand::new(from, to).map(|b| b.to_string()), Ok(said.to_owned()));
        }
    }

    #[test]
    fn a_money_band_reads_as_people_say_it() {
        for (from, to, said) in [
            (0, Some(1_000_000), "less than £10,000"),
            (1_000_000, Some(10_000_000), "£10,000 to £100,000"),
            (99_999, Some(12_345_678_900), "£999.99 to £123,456,789"),
            (100_000_000, None, "at least £1,000,000"),
            (0, None, "at least £0"),
            (5, Some(5), "£0.05"),
        ] {
            assert_eq!(MoneyBand::new(from, to).map(|b| b.to_string()), Ok(said.to_owned()));
        }
    }

    #[test]
    fn figures_that_make_no_band_are_refused() {
        assert_eq!(ProbabilityBand::new(2, 1), Err(BandError::Backwards));
        assert_eq!(ProbabilityBand::new(1, 1_000_001), Err(BandError::AboveCertain));
        assert_eq!(MoneyBand::new(2, Some(1)), Err(BandError::Backwards));
        assert_eq!(MoneyBand::new(-1, None), Err(BandError::Negative));
    }

    #[test]
    fn bands_touch_or_leave_gaps_and_never_overlap() {
        let band = |(from, to): (i64, i64)| MoneyBand::new(from, Some(to).filter(|to| *to < 99)).ok();
        for (bands, expected) in [
            (&[Some((0, 5)), Some((5, 10)), Some((10, 99))][..], &[][..]),
            (&[Some((0, 5)), None, Some((8, 10))], &[]),
            (&[None, None, None], &[]),
            (&[Some((0, 6)), Some((5, 10)), Some((10, 12))], &[1]),
            (&[Some((0, 20)), Some((5, 10)), Some((10, 12))], &[1, 2]),
            (&[Some((5, 5)), None, Some((5, 6))], &[2]),
            (&[Some((5, 99)), Some((7, 8)), None], &[1]),
            (&[Some((7, 8)), Some((5, 6)), None], &[1]),
        ] {
            let bands: Vec<Option<MoneyBand>> = bands.iter().map(|b| b.and_then(band)).collect();
            assert_eq!(overlaps(&bands), expected, "{bands:?}");
        }
    }
}
