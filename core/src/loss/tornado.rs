//! Which input matters most: each input of each risk at its low and at its high end, all others at their best, and what
//! the loss of a year then comes to. It ranks inputs by where better knowledge would change the answer; it is no range
//! of what may happen, which the distribution itself gives.
//!
//! What low and high are has to be stated, since a law of frequency or severity says how events vary and not how well
//! their law is known:
//!
//! - **Frequency**: where losses were seen, the rate at the two ends of its exact 90 % Poisson interval, as a multiple of
//!   the observed rate, so that a rate that was judged otherwise keeps its own middle. Where none were seen, half and
//!   twice the rate: the error of a factor of two that is usual for a judged frequency.
//! - **Severity**: the law as a whole, scaled by its 10th and by its 90th percentile over its median: as if a usual
//!   event cost what now one in ten undercuts or exceeds. The shape stays, the two ends lie on either side of the best
//!   for every law, and whoever gave a wider range for the cost is shown a wider bar. A law whose median is nought gives
//!   no such ratio and is halved and doubled; a fixed cost has no bar.

use super::count::Count;
use super::curve::Curve;
use super::evidence::Interval;
use super::figures::{self, Measure, Years};
use super::special::root;
use super::{Exposure, Portfolio};
use crate::choice::choices;

choices! {
    /// One of the inputs of a risk.
    Input default Frequency {
        /// How often.
        Frequency = "frequency", "How often";
        /// How badly: all amounts of the law together.
        Severity = "severity", "What one costs";
    }
}

choices! {
    /// What the ends of an input rest on.
    EndsFrom default HalfAndDouble {
        /// The exact Poisson interval of an observed rate.
        Observed = "observed", "the 90 % interval of the observed rate";
        /// Half and twice, by convention.
        HalfAndDouble = "half-and-double", "half and double, by convention";
        /// The 10th and 90th percentile of the law over its median.
        OwnSpread = "own-spread", "a cost that one event in ten undercuts, and one that one in ten exceeds";
    }
}

/// The ends of an input as multiples of its best.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    /// The low end, from 0 to 1.
    pub low: f64,
    /// The high end, from 1 on.
    pub high: f64,
    /// What they rest on.
    pub from: EndsFrom,
}

/// One input at its two ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The place of the risk in the portfolio.
    pub exposure: usize,
    /// Which of its inputs.
    pub input: Input,
    /// The ends of the input.
    pub ends: Ends,
    /// The figure of the whole portfolio, in pounds, with the input at its low end.
    pub low: f64,
    /// The figure with the input at its high end.
    pub high: f64,
}

/// All inputs of a portfolio, the one that matters most first.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// The figure of the portfolio, in pounds, with all inputs at their best.
    pub best: f64,
    /// The inputs by the width of their bars, those that change nothing left out.
    pub bars: Vec<Bar>,
}

const HALF_AND_DOUBLE: Ends = Ends { low: 0.5, high: 2.0, from: EndsFrom::HalfAndDouble };

impl Tornado {
    /// The inputs of a portfolio by what they do to a figure; `observed` has the interval of the observed rate for each
    /// risk, where there is one. By the expected loss it takes no run of the engine, by the tail one for each end.
    #[must_use]
    pub fn of(
        portfolio: &Portfolio,
        observed: &[Option<Interval>],
        measure: Measure,
        years: &mut Years<'_>,
    ) -> Self {
        let interval = |place: usize| observed.get(place).copied().flatten();
        let exposures = portfolio.exposures().iter().enumerate();
        let inputs = exposures.flat_map(|(place, exposure)| {
            let frequency = (place, Input::Frequency, frequency_ends(exposure, interval(place)));
            [frequency, (place, Input::Severity, severity_ends(exposure))]
        });
        let inputs = inputs.filter(|(place, ..)| portfolio.exposures()[*place].mean() > 0.0);
        let inputs = inputs.filter(|(.., ends)| ends.low < ends.high);
        let mut figure = |portfolio: &Portfolio| measure.of(portfolio, years);
        let mut bars: Vec<Bar> = inputs.map(|input| bar(portfolio, input, &mut figure)).collect();
        bars.sort_by(|one, other| other.width().total_cmp(&one.width()));
        Self { best: figure(portfolio), bars }
    }
}

impl Bar {
    /// High - low, in pounds.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.high - self.low
    }
}

fn bar(
    portfolio: &Portfolio,
    (exposure, input, ends): (usize, Input, Ends),
    figure: &mut impl FnMut(&Portfolio) -> f64,
) -> Bar {
    let mut at = |multiple: f64| {
        let mut exposures = portfolio.exposures().to_vec();
        exposures[exposure] = changed(&exposures[exposure], input, multiple);
        figure(&figures::changed(portfolio, exposures))
    };
    Bar { exposure, input, ends, low: at(ends.low), high: at(ends.high) }
}

fn changed(exposure: &Exposure, input: Input, multiple: f64) -> Exposure {
    let exposure = exposure.clone();
    match input {
        Input::Frequency => Exposure { count: exposure.count.thinned(multiple), ..exposure },
        Input::Severity => Exposure { scale: exposure.scale * multiple, ..exposure },
    }
}

/// No chance goes beyond certainty.
fn frequency_ends(exposure: &Exposure, observed: Option<Interval>) -> Ends {
    let of_interval = |interval: Interval| Ends {
        low: interval.low / interval.best,
        high: interval.high / interval.best,
        from: EndsFrom::Observed,
    };
    let ends = observed.filter(|interval| interval.best > 0.0).map_or(HALF_AND_DOUBLE, of_interval);
    match exposure.count {
        Count::Bernoulli { probability } => Ends { high: ends.high.min(1.0 / probability), ..ends },
        Count::Poisson { .. } | Count::NegativeBinomial { .. } => ends,
    }
}

fn severity_ends(exposure: &Exposure) -> Ends {
    let [low, median, high] = [0.1, 0.5, 0.9].map(|p| percentile(&exposure.curve, p));
    if median <= 0.0 {
        return HALF_AND_DOUBLE;
    }
    Ends { low: low / median, high: high / median, from: EndsFrom::OwnSpread }
}

/// The smallest amount that a cost does not exceed with a probability of at least `p`.
fn percentile(curve: &Curve, p: f64) -> f64 {
    let probability = |amount: f64| curve.at(amount).probability;
    if probability(0.0) >= p {
        return 0.0;
    }
    root::reached(probability, p, 0.0, root::doubled_to(probability, p, 1.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert, proptest};

    use super::*;
    use crate::loss::controls::fixtures::{exposure, fixed, lognormal, number, portfolios, pounds};
    use crate::loss::{FrequencyLaw, SeverityLaw, YearsLoss};

    fn found(tornado: &Tornado) -> Vec<(usize, Input, f64, f64)> {
        let bars = tornado.bars.iter();
        bars.map(|bar| (bar.exposure, bar.input, bar.low.round(), bar.high.round())).collect()
    }

    /// By hand: half and double of 200,000 beside 50,000, and the reverse; fixed costs have no bar.
    #[test]
    fn half_and_double_of_the_greater_risk_matters_more() {
        let portfolio = Portfolio::new(vec![fixed(1.0, 50_000), fixed(2.0, 100_000)]);
        let tornado = Tornado::of(&portfolio, &[], Measure::Mean, &mut YearsLoss::of);
        let bars = [(1, Input::Frequency, 150_000.0, 450_000.0), (0, Input::Frequency, 225_000.0, 300_000.0)];
        assert_eq!(found(&tornado), bars);
        assert!((tornado.best - 250_000.0).abs() < 1e-6);
    }

    /// Of 41 losses in a year the 90 % interval is 31.07 to 53.20 (SciPy 1.17.1); the rate here is judged to be 10.
    #[test]
    fn an_observed_rate_has_the_ends_of_its_interval_around_the_rate_that_is_used() {
        let interval = Interval { low: 31.066_145, best: 41.0, high: 53.197_42 };
        let tornado = Tornado::of(
            &Portfolio::new(vec![fixed(10.0, 1_000)]),
            &[Some(interval)],
            Measure::Mean,
            &mut YearsLoss::of,
        );
        assert_eq!(found(&tornado), [(0, Input::Frequency, 7_577.0, 12_975.0)]);
        assert_eq!(tornado.bars[0].ends.from, EndsFrom::Observed);
        let none = Interval { low: 0.0, best: 0.0, high: 3.0 };
        assert_eq!(frequency_ends(&fixed(1.0, 1), Some(none)), HALF_AND_DOUBLE);
    }

    /// exp(1.2815516 x 0.6999362) = 2.4523 for the lognormal law of 10,000 to 100,000, whose mean is 40,400.13.
    #[test]
    fn a_severity_is_scaled_by_its_outer_tenths_over_its_median() {
        let tornado = Tornado::of(
            &Portfolio::new(vec![lognormal(1.0, 10_000, 100_000)]),
            &[],
            Measure::Mean,
            &mut YearsLoss::of,
        );
        let bar = tornado.bars[0];
        assert_eq!((bar.input, bar.ends.from), (Input::Severity, EndsFrom::OwnSpread));
        assert!((bar.ends.high - 2.452_29).abs() < 1e-4, "{bar:?}");
        assert!((bar.ends.low * bar.ends.high - 1.0).abs() < 1e-9, "{bar:?}");
        assert!((bar.high / (40_400.13 * bar.ends.high) - 1.0).abs() < 1e-6, "{bar:?}");
    }

    #[test]
    fn a_chance_ends_at_certainty_and_a_list_of_noughts_is_halved_and_doubled() {
        let listed = SeverityLaw::Observed { amounts: [0, 0, 0, 8_000].map(pounds).to_vec() };
        let risk = exposure(FrequencyLaw::Bernoulli { probability: number(0.8) }, listed);
        assert!((frequency_ends(&risk, None).high - 1.25).abs() < 1e-12);
        assert_eq!(severity_ends(&risk), HALF_AND_DOUBLE);
        let never = exposure(
            FrequencyLaw::Bernoulli { probability: number(0.0) },
            SeverityLaw::Fixed { amount: pounds(1) },
        );
        assert!(
            Tornado::of(&Portfolio::new(vec![never]), &[], Measure::Tail, &mut YearsLoss::of).bars.is_empty()
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]

        #[test]
        fn every_bar_lies_around_the_best_and_none_is_wider_than_the_one_before(portfolio in portfolios()) {
            for measure in Measure::ALL {
                let tornado = Tornado::of(&portfolio, &[], measure, &mut YearsLoss::of);
                prop_assert!(tornado.bars.len() == 2 * portfolio.exposures().len());
                prop_assert!(tornado.bars.windows(2).all(|two| two[0].width() >= two[1].width()));
                for bar in &tornado.bars {
                    let rounding = 1e-3 * tornado.best;
                    prop_assert!(bar.low <= tornado.best + rounding && bar.high >= tornado.best - rounding);
                }
            }
        }
    }
}
