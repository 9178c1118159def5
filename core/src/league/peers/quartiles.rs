//! Quartiles of one figure over bodies, each body counting once.
//!
//! They are of type 1 (Hyndman and Fan, 1996; nearest rank): of n values in order, numbered from 1, the quartile p is
//! the one at p n, rounded up. Nothing is worked out between two values: many bodies have one partnership, so their
//! figures of practice are 0 or 100 per cent, and a value in between would say just how many have which. Every
//! quartile is then one body's own value. It has no name on it; so that it cannot be matched with one either,
//! quartiles are rounded to whole per cent and shown of ten bodies at least, nor of any sector where those of fewer
//! than ten others would be left over.

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
            let at = |quarters| percent(quantile(&values, quarters).into());
            Quartiles { lower: at(1), median: at(2), upper: at(3) }
        })
    }
}

/// The quantile of so many quarters of values in order, by type 1; 0 of none.
fn quantile(values: &[u16], quarters: usize) -> u16 {
    let rank = (quarters * values.len()).div_ceil(4);
    values.get(rank.saturating_sub(1)).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_type_1() {
        // numpy.percentile (NumPy 2, inverted_cdf) and R's quantile(type = 1).
        for (values, expected) in [
            (&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10][..], [3, 5, 8]),
            (&[1, 2, 3, 4], [1, 2, 3]),
            (&[10, 20, 30, 40, 50], [20, 30, 40]),
            (&[100, 250, 250, 900, 1000, 1000, 1000], [250, 900, 1000]),
            (&[7], [7, 7, 7]),
            (&[], [0, 0, 0]),
        ] {
            assert_eq!([1, 2, 3].map(|quarters| quantile(values, quarters)), expected, "{values:?}");
        }
    }

    #[test]
    fn of_bodies_that_have_all_or_nothing_the_figures_fit_several_counts() {
        let figures = |bodies: usize, without: usize| {
            let values = [vec![0; without], vec![1000; bodies - without]].concat();
            [1, 2, 3].map(|quarters| quantile(&values, quarters))
        };
        for bodies in 10..=60 {
            for without in 0..=bodies {
                let told = figures(bodies, without);
                let fitting = (0..=bodies).filter(|other| figures(bodies, *other) == told).count();
                assert!(fitting > 1, "{told:?} of {bodies} says that just {without} have nothing");
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn quantiles_rise_and_are_values_of_bodies(mut values in proptest::collection::vec(0..=1000_u16, 1..60)) {
            values.sort_unstable();
            let found = [1, 2, 3].map(|quarters| quantile(&values, quarters));
            proptest::prop_assert!(found.is_sorted());
            proptest::prop_assert!(found.iter().all(|value| values.contains(value)));
        }
    }
}
