//! A range in which a figure lies with 95 per cent, as far as it depends on which partnerships there happen to be. How
//! shares get theirs is next door in [`super::proportion`], how anything else does in [`super::resampling`].

use crate::order::ordered;

/// The share of what might have come out that an interval leaves out below, and as much above: 95 per cent remain.
const TAIL: f64 = 0.025;

/// A range of 95 per cent, both ends within it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    low: f64,
    high: f64,
}

impl Interval {
    /// From `low` to `high`; none if they are the wrong way round or one is not a number.
    #[must_use]
    pub fn new(low: f64, high: f64) -> Option<Self> {
        (low <= high).then_some(Self { low, high })
    }

    /// What lies between the smallest 2.5 per cent of values and the largest (Efron, 1979: the percentile interval).
    /// None without a value, or if one is not a number.
    #[must_use]
    pub fn of_percentiles(values: &[f64]) -> Option<Self> {
        if values.iter().any(|value| value.is_nan()) {
            return None;
        }
        let sorted = ordered(values, &f64::total_cmp);
        Self::new(quantile(&sorted, TAIL)?, quantile(&sorted, 1.0 - TAIL)?)
    }

    /// Its lower end.
    #[must_use]
    pub fn low(self) -> f64 {
        self.low
    }

    /// Its upper end.
    #[must_use]
    pub fn high(self) -> f64 {
        self.high
    }

    /// Whether a figure lies within it.
    #[must_use]
    pub fn contains(self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// The smallest of sorted values up to which at least a share `q` of them lies.
fn quantile(sorted: &[f64], q: f64) -> Option<f64> {
    // What rounding adds to a whole number is no reason to go one further.
    let needed = (q * sorted.len() as f64 - 1e-9).ceil() as usize;
    sorted.get(needed.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_runs_upwards() {
        assert_eq!(Interval::new(1.0, 1.0).map(|i| (i.low(), i.high())), Some((1.0, 1.0)));
        for (low, high) in [(1.0, 0.5), (f64::NAN, 1.0), (0.0, f64::NAN)] {
            assert_eq!(Interval::new(low, high), None);
        }
    }

    #[test]
    fn five_in_a_hundred_values_are_left_out() {
        let values: Vec<f64> = (1..=1000).rev().map(f64::from).collect();
        assert_eq!(Interval::of_percentiles(&values), Interval::new(25.0, 975.0));
        assert_eq!(Interval::of_percentiles(&[3.0]), Interval::new(3.0, 3.0));
        assert_eq!(Interval::of_percentiles(&[]), None);
        assert_eq!(Interval::of_percentiles(&[1.0, f64::NAN]), None);
    }
}
