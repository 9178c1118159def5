//! Events that come in clusters: a negative binomial number of events is a Poisson number of clusters, each of a
//! logarithmic number of events (Quenouille, 1949). So is a number whose rate is drawn anew each year from a gamma law.

/// The law of the number of events in a cluster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ClusterSize {
    ratio: f64,
    /// The probability of one event alone.
    one: f64,
}

/// Probabilities below this are nothing.
const NOTHING: f64 = 1e-20;

impl ClusterSize {
    /// How many clusters come a year on average, and how great each is, where the number of events a year has this mean
    /// and the gamma law of its rate this shape: shape x log(1 + mean / shape) clusters, and sizes with the probabilities
    /// -ratio^k / (k log(1 - ratio)), the ratio being mean / (mean + shape).
    pub(super) fn of(mean: f64, shape: f64) -> (f64, Self) {
        let log = libm::log1p(mean / shape);
        let ratio = mean / (mean + shape);
        (shape * log, Self { ratio, one: ratio / log })
    }

    /// The size for a chance between 0 and 1: probabilities are taken off it from the smallest size on, which takes as
    /// many steps as there are events.
    pub(super) fn number(&self, chance: f64) -> u64 {
        let (mut size, mut p, mut left) = (1.0, self.one, chance);
        while left >= p && p > NOTHING {
            left -= p;
            p *= self.ratio * size / (size + 1.0);
            size += 1.0;
        }
        size as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clusters_times_their_size_make_the_events() {
        for (mean, shape) in [(2.0, 4.0), (0.01, 50.0), (30.0, 0.5), (5.0, 1e13)] {
            let (clusters, size) = ClusterSize::of(mean, shape);
            let n = 200_000;
            let sum: u64 = (0..n).map(|k| size.number((k as f64 + 0.5) / n as f64)).sum();
            let found = clusters * sum as f64 / n as f64;
            assert!((found / mean - 1.0).abs() < 2e-4, "{found} for {mean}");
        }
    }

    #[test]
    fn the_greatest_cluster_is_bounded() {
        let (_, size) = ClusterSize::of(10_000.0, 1.0);
        assert!(size.number(1.0) < 1_000_000);
        assert_eq!(ClusterSize::of(1e-9, 1e9).1.number(0.999), 1);
    }
}
