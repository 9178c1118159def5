//! What a page draws of the loss of a year: how often an amount is exceeded, how likely a loss between two amounts is,
//! and the curve and the bars of both. Amounts at a probability are next door in `years_loss`.

use super::years_loss::{Bracket, YearsLoss};

/// A point of the loss-exceedance curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exceedance {
    /// In pounds.
    pub amount: f64,
    /// The probability of a year with a greater loss.
    pub chance: f64,
}

/// A bar of a histogram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Losses in pounds are above this.
    pub above: f64,
    /// And at most this.
    pub up_to: f64,
    /// The probability of such a year.
    pub chance: f64,
}

/// The chance at which a curve ends: of years rarer than one in ten thousand nobody can say much.
const RAREST: f64 = 1e-4;

impl YearsLoss {
    /// The probability of a loss of more than an amount in pounds, with the two between which it lies.
    #[must_use]
    pub fn chance_above(&self, amount: f64) -> Bracket {
        let [even, down, up] = self.sums_at(amount);
        Bracket::around(1.0 - even, [1.0 - down, 1.0 - up])
    }

    /// The probability of a loss of more than one amount in pounds and at most another.
    #[must_use]
    pub fn chance_between(&self, above: f64, up_to: f64) -> f64 {
        (self.chance_above(above).best - self.chance_above(up_to).best).max(0.0)
    }

    /// So many bars of equal width from nought up to the quantile `q`, 0 < q < 1. Years without a loss are in none of them;
    /// nor is there a bar where there is next to never a loss up to there.
    #[must_use]
    pub fn histogram(&self, n_bins: usize, q: f64) -> Vec<Bin> {
        let width = self.quantile(q).best / n_bins as f64;
        let bin = |place: usize| {
            let (above, up_to) = (place as f64 * width, (place + 1) as f64 * width);
            Bin { above, up_to, chance: self.chance_between(above, up_to) }
        };
        (0..if width > 0.0 { n_bins } else { 0 }).map(bin).collect()
    }

    /// So many points of the curve, or one more, by rising amounts from nought to what is exceeded one year in ten thousand.
    /// Half of them are at equal distances, for an axis of pounds; the others at equal ratios of chances, for one of
    /// logarithms.
    #[must_use]
    pub fn exceedance(&self, n_points: usize) -> Vec<Exceedance> {
        let (n_even, n_ratios) = (n_points.div_ceil(2), n_points / 2);
        let end = self.quantile(1.0 - RAREST).best;
        let evenly = (0..n_even).map(|place| end * place as f64 / n_even as f64);
        let most = self.chance_above(0.0).best.max(RAREST);
        let chance = |place: usize| most * libm::pow(RAREST / most, place as f64 / n_ratios as f64);
        let by_ratio = (1..=n_ratios).map(|place| self.quantile(1.0 - chance(place)).best);
        let mut amounts: Vec<f64> = evenly.chain(by_ratio).collect();
        amounts.sort_by(f64::total_cmp);
        amounts.dedup();
        let point = |amount: f64| Exceedance { amount, chance: self.chance_above(amount).best };
        amounts.into_iter().map(point).collect()
    }

    /// How many amounts the lattice has.
    #[must_use]
    pub fn n_cells(&self) -> usize {
        self.lattice.length
    }

    /// How far apart they are, in pounds.
    #[must_use]
    pub fn step(&self) -> f64 {
        self.lattice.step
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::loss::{Exposure, Frequency, FrequencyLaw, Millionths, Portfolio, Severity, SeverityLaw};
    use crate::money::Pence;
    use crate::share::Share;

    fn pounds(amount: i64) -> Pence {
        Pence::of_pounds(amount).expect("small")
    }

    fn once(probability: f64, cost: SeverityLaw) -> Exposure {
        let law = FrequencyLaw::Bernoulli { probability: Millionths::new(probability).expect("small") };
        let (frequency, severity) = (Frequency::new(law), Severity::new(cost));
        Exposure::new(&frequency.expect("sound"), &severity.expect("sound"), Share::WHOLE)
    }

    /// Losses 0, 50, 100, 150, 400, 450, 500, 550 with 0.36, 0.36, 0.09, 0.09, 0.04, 0.04, 0.01, 0.01, by hand.
    fn eight_sums() -> YearsLoss {
        let fixed = |(p, amount)| once(p, SeverityLaw::Fixed { amount: pounds(amount) });
        YearsLoss::of(&Portfolio::new([(0.2, 100), (0.5, 50), (0.1, 400)].map(fixed).to_vec()))
    }

    #[test]
    fn of_listed_losses_chances_step_down_at_each_amount() {
        let loss = eight_sums();
        let chances = [
            (-1.0, 1.0),
            (0.0, 0.64),
            (49.99, 0.64),
            (50.0, 0.28),
            (100.0, 0.19),
            (399.0, 0.1),
            (400.0, 0.06),
            (550.0, 0.0),
            (1e9, 0.0),
        ];
        for (amount, chance) in chances {
            let found = loss.chance_above(amount);
            for found in [found.low, found.best, found.high] {
                assert!((found - chance).abs() < 1e-9, "{amount}: {found} for {chance}");
            }
        }
        assert!((loss.p_none() - 0.36).abs() < 1e-12);
        assert!((loss.standard_deviation() - 16_625.0_f64.sqrt()).abs() < 1e-9);
        assert_eq!((loss.n_cells(), loss.step()), (8_192, 50.0));
    }

    #[test]
    fn bars_hold_all_losses_up_to_where_they_end() {
        let bins = eight_sums().histogram(3, 0.95);
        let chances = [(150.0, 0.54), (300.0, 0.0), (450.0, 0.08)];
        assert_eq!(bins.len(), 3);
        for (bin, (up_to, chance)) in bins.iter().zip(chances) {
            assert!((bin.up_to - up_to).abs() < 1e-9 && (bin.chance - chance).abs() < 1e-9, "{bin:?}");
        }
        assert!(YearsLoss::of(&Portfolio::default()).histogram(10, 0.95).is_empty());
    }

    /// 0.1 x (1 - F((ln x - mu) / sigma)): at the median 0.05, at the ends of the interval 0.095 and 0.005.
    #[test]
    fn of_a_rare_lognormal_loss_chances_are_those_of_its_closed_form() {
        let law = SeverityLaw::Lognormal { low: pounds(100_000), high: pounds(1_000_000) };
        let loss = YearsLoss::of(&Portfolio::new(vec![once(0.1, law)]));
        for (amount, chance) in [(100_000.0, 0.095), (316_227.766_016_838, 0.05), (1_000_000.0, 0.005)] {
            let found = loss.chance_above(amount);
            assert!((found.best / chance - 1.0).abs() < 1e-4, "{amount}: {found:?} for {chance}");
            assert!(found.low <= chance && chance <= found.high, "{amount}: {found:?} for {chance}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn a_curve_falls_and_its_chances_are_those_of_its_quantiles(
            p in 0.01_f64..1.0, low in 1_i64..1_000, width in 1_i64..100_000, n_points in 2_usize..60,
        ) {
            let law = SeverityLaw::Uniform { low: pounds(low), high: pounds(low + width) };
            let loss = YearsLoss::of(&Portfolio::new(vec![once(p, law.clone()), once(0.3, law)]));
            let curve = loss.exceedance(n_points);
            prop_assert!(curve.len() <= n_points + 1 && curve.len() > n_points / 4);
            prop_assert!(curve.windows(2).all(|at| at[0].amount < at[1].amount));
            prop_assert!(curve.windows(2).all(|at| at[0].chance >= at[1].chance - 1e-9), "{:?}", curve);
            for q in [0.9, 0.95, 0.99] {
                let amount = loss.quantile(q);
                let above = loss.chance_above(amount.best).best;
                prop_assert!(amount.best == 0.0 || (above - (1.0 - q)).abs() < 1e-3, "{}: {} above {:?}", q, above, amount);
            }
        }
    }
}
