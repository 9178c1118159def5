//! What simulated years say by themselves, without an error: their order statistics, by selection and not by sorting.

/// Figures of simulated years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figures {
    pub(super) mean: f64,
    pub(super) p_none: f64,
    pub(super) quantiles: [f64; LEVELS.len()],
    pub(super) tail_mean: f64,
}

/// The levels of the quantiles in per cent, rising.
pub(super) const LEVELS: [u8; 5] = [50, 80, 90, 95, 99];

/// The place of the level above which the mean of the worst years is taken.
const TAIL_PLACE: usize = 3;

impl Figures {
    /// Of at least one year, with room for as many losses, whatever stands there. Sums are taken in the order of the
    /// years, so that their last digits do not depend on the way of selecting.
    pub(super) fn of(losses: &[f64], room: &mut [f64]) -> Self {
        let n = losses.len() as f64;
        let quantiles = quantiles(losses, room);
        Self {
            mean: losses.iter().sum::<f64>() / n,
            p_none: losses.iter().filter(|loss| **loss <= 0.0).count() as f64 / n,
            quantiles,
            tail_mean: worst(losses, quantiles[TAIL_PLACE]),
        }
    }
}

/// The smallest losses that at least so many per cent of years do not exceed.
fn quantiles(losses: &[f64], room: &mut [f64]) -> [f64; LEVELS.len()] {
    room.copy_from_slice(losses);
    let mut from = 0;
    LEVELS.map(|level| {
        let place = (losses.len() * usize::from(level)).div_ceil(100) - 1;
        // What lies below the level before is no longer looked at.
        let (_, quantile, _) = room[from..].select_nth_unstable_by(place - from, f64::total_cmp);
        from = place;
        *quantile
    })
}

/// The mean of the worst share of years, which are those above the quantile and as much of the years at the quantile
/// as is needed to make up the share.
fn worst(losses: &[f64], quantile: f64) -> f64 {
    let share = losses.len() as f64 * f64::from(100 - LEVELS[TAIL_PLACE]) / 100.0;
    let above = |loss: &f64| if *loss > quantile { loss - quantile } else { 0.0 };
    quantile + losses.iter().map(above).sum::<f64>() / share
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(losses: &[f64]) -> Figures {
        Figures::of(losses, &mut vec![0.0; losses.len()])
    }

    #[test]
    fn a_hundred_years_have_the_figures_that_can_be_counted_out() {
        let losses: Vec<f64> = (0..100).map(|year| f64::from(year * 37 % 100)).collect();
        let figures = figures(&losses);
        assert_eq!(figures.mean, 49.5);
        assert_eq!(figures.p_none, 0.01);
        assert_eq!(figures.quantiles, [49.0, 79.0, 89.0, 94.0, 98.0]);
        assert_eq!(figures.tail_mean, 97.0);
    }

    #[test]
    fn a_part_of_a_year_counts_as_a_part() {
        // The worst 5 per cent of 30 years are one year and a half.
        let losses: Vec<f64> = (1..=30).map(f64::from).collect();
        assert!((figures(&losses).tail_mean - (30.0 + 29.0 / 2.0) / 1.5).abs() < 1e-12);
        assert_eq!(figures(&[7.0]).tail_mean, 7.0);
        assert_eq!(figures(&[7.0]).quantiles, [7.0; 5]);
        // Three years of ten that cost the same: the worst 5 per cent are a part of them.
        assert_eq!(figures(&[0.0, 4.0, 0.0, 4.0, 0.0, 0.0, 4.0, 0.0, 0.0, 0.0]).tail_mean, 4.0);
    }
}
