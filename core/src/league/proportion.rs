//! So many of so many, with the interval of 95 per cent in which the share behind them lies. What is counted is the
//! business of those who count: partnerships that name a category, partnerships with an agreement.

use std::fmt;

use super::interval::Interval;

/// The standard normal quantile of 97.5 per cent.
const Z: f64 = 1.959_963_984_540_054;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proportion {
    count: usize,
    of: usize,
}

/// More are counted than there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProportionError {
    /// How many are counted.
    pub count: usize,
    /// How many there are.
    pub of: usize,
}

impl fmt::Display for ProportionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there are only {}, not {}", self.of, self.count)
    }
}

impl std::error::Error for ProportionError {}

impl Proportion {
    /// `count` of `of`, which may be none of none.
    pub fn new(count: usize, of: usize) -> Result<Self, ProportionError> {
        if count <= of { Ok(Self { count, of }) } else { Err(ProportionError { count, of }) }
    }

    /// How many are counted.
    #[must_use]
    pub fn count(self) -> usize {
        self.count
    }

    /// Out of how many.
    #[must_use]
    pub fn of(self) -> usize {
        self.of
    }

    /// The share, from 0 to 1; none of none has none.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| self.count as f64 / self.of as f64)
    }

    /// The score interval of the share with 95 per cent (Wilson, 1927), from 0 to 1; none of none has none. It takes
    /// the things counted for a sample of many like them, each counted or not without regard to the others.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        let share = self.share()?;
        let n = self.of as f64;
        let scale = 1.0 + Z * Z / n;
        let centre = (share + Z * Z / (2.0 * n)) / scale;
        let half = Z / scale * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        // At the ends the formula gives the end itself, but for rounding.
        let low = if self.count == 0 { 0.0 } else { centre - half };
        let high = if self.count == self.of { 1.0 } else { centre + half };
        Interval::new(low, high)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::league::fixtures;

    fn interval(count: usize, of: usize) -> (f64, f64) {
        let found = Proportion::new(count, of).ok().and_then(Proportion::interval);
        found.map_or((f64::NAN, f64::NAN), |interval| (interval.low(), interval.high()))
    }

    fn is_close(a: (f64, f64), b: (f64, f64)) -> bool {
        (a.0 - b.0).abs() <= 1e-12 && (a.1 - b.1).abs() <= 1e-12
    }

    /// Computed with SciPy: `binomtest(k, n).proportion_ci(method="wilson")`; see `fixtures/generate.py`.
    #[test]
    fn wilson_intervals_agree_with_scipy() {
        let mut n_rows = 0;
        for row in fixtures::rows(fixtures::WILSON) {
            let [k, n, low, high] = row[..] else { unreachable!("four columns") };
            let whole = |text: &str| text.parse::<usize>().expect("a whole number");
            let expected = (fixtures::number(low), fixtures::number(high));
            assert!(is_close(interval(whole(k), whole(n)), expected), "{k} of {n}");
            n_rows += 1;
        }
        assert_eq!(n_rows, 64);
    }

    #[test]
    fn none_of_none_says_nothing_and_three_of_two_are_refused() {
        let none = Proportion::default();
        assert_eq!((none.share(), none.interval()), (None, None));
        let wrong = Proportion::new(3, 2).expect_err("too many");
        assert_eq!(wrong.to_string(), "there are only 2, not 3");
    }

    fn any_proportion() -> impl Strategy<Value = (usize, usize)> {
        (1_usize..5_000).prop_flat_map(|of| (0..=of, of..=of))
    }

    proptest! {
        #[test]
        fn an_interval_holds_the_share_and_stays_between_nought_and_one((count, of) in any_proportion()) {
            let proportion = Proportion::new(count, of).expect("no more than there are");
            let share = proportion.share().expect("there are some");
            let interval = proportion.interval().expect("there are some");
            prop_assert!(interval.contains(share) && interval.low() >= 0.0 && interval.high() <= 1.0);
        }

        #[test]
        fn the_interval_of_those_left_over_is_the_mirror_image((count, of) in any_proportion()) {
            let (low, high) = interval(count, of);
            prop_assert!(is_close(interval(of - count, of), (1.0 - high, 1.0 - low)));
        }

        #[test]
        fn more_of_the_same_share_narrow_the_interval((count, of) in any_proportion(), times in 2_usize..5) {
            let width = |(low, high): (f64, f64)| high - low;
            prop_assert!(width(interval(count * times, of * times)) < width(interval(count, of)));
        }

        #[test]
        fn what_is_too_much_is_refused((count, of) in any_proportion()) {
            prop_assert_eq!(Proportion::new(of + 1 + count, of).is_err(), true);
        }
    }
}
