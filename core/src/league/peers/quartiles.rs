//! Quartiles of one figure over bodies, each body counting once.
//!
//! They are of type 7 (Hyndman and Fan, 1996; the usual one of R, NumPy and Excel's `QUARTILE.INC`): of values in
//! order, numbered from 0 to n - 1, the quartile p is the value at p (n - 1), between two of them by their
//! distance. Of ten values each quartile lies between two (2.25, 4.5, 6.75); of 13 or 17 a quartile is one body's
//! own value, as the median is of any odd number. Such a value has no name on it; so that it cannot be matched
//! with one either, quartiles are rounded to whole per cent and shown of ten bodies at least, nor of any sector
//! where those of fewer than ten others would be left over.

use super::cell::Cell;
use super::pool::PeerPool;
use super::standing::Aspect;
use super::table::percent;
use super::veil::Veil;
use crate::register::Sector;

/// The quartiles of one figure, in whole per cent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quartiles {
    /// A quarter of the bodies stand at or below it.
    pub lower: u8,
    /// Half of them do.
    pub median: u8,
    /// Three quarters do.
    pub upper: u8,
}

impl PeerPool {
    /// The quartiles of one figure over all bodies that have it, or over those of one sector.
    #[must_use]
    pub fn quartiles(&self, aspect: &Aspect, whose: Option<Sector>) -> Cell<Quartiles> {
        let having = self.by_sector(|body| body.value(aspect).is_some().into());
        let veil = Veil::of_bodies(&self.by_sector(|_| 1)).over(&[having]);
        Cell::shown_if(veil.shows(whose), || {
            let mut values: Vec<u16> = self.of(whose).filter_map(|body| body.value(aspect)).collect();
            values.sort_unstable();
            let at = |quarters| percent(quantile(&values, quarters));
            Quartiles { lower: at(1), median: at(2), upper: at(3) }
        })
    }
}

/// The quantile of so many quarters of values in order, by type 7; 0 of none.
fn quantile(values: &[u16], quarters: usize) -> f64 {
    let steps = quarters * values.len().saturating_sub(1);
    let value = |place: usize| values.get(place).or(values.last()).map_or(0.0, |value| f64::from(*value));
    let (below, above) = (value(steps / 4), value(steps / 4 + 1));
    below + (above - below) * (steps % 4) as f64 / 4.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_type_7() {
        // numpy.percentile (NumPy 2, linear) and R's quantile(type = 7).
        for (values, expected) in [
            (&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10][..], [3.25, 5.5, 7.75]),
            (&[1, 2, 3, 4], [1.75, 2.5, 3.25]),
            (&[10, 20, 30, 40, 50], [20.0, 30.0, 40.0]),
            (&[100, 250, 250, 900, 1000, 1000, 1000], [250.0, 900.0, 1000.0]),
            (&[7], [7.0, 7.0, 7.0]),
            (&[], [0.0, 0.0, 0.0]),
        ] {
            assert_eq!([1, 2, 3].map(|quarters| quantile(values, quarters)), expected, "{values:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn quantiles_rise_and_stay_within_the_values(mut values in proptest::collection::vec(0..=1000_u16, 1..60)) {
            values.sort_unstable();
            let found = [1, 2, 3].map(|quarters| quantile(&values, quarters));
            proptest::prop_assert!(found.is_sorted());
            let ends = (f64::from(values[0]), f64::from(values[values.len() - 1]));
            proptest::prop_assert!(ends.0 <= found[0] && found[2] <= ends.1);
        }
    }
}
