//! What one event costs, from losses that were seen: a lognormal law where each was entered by itself, otherwise the
//! mean.

use super::Seen;
use crate::loss::special::normal;
use crate::loss::{Severity, SeverityError, SeverityLaw};
use crate::money::Pence;

/// With fewer losses than this a fitted law is a guess.
pub const FEW: usize = 5;

/// What losses say of the cost of one event.
#[derive(Clone, Debug, PartialEq)]
pub enum CostFit {
    /// A lognormal law by maximum likelihood: the mean and the deviation of the logarithms, the latter with n in the
    /// denominator.
    Lognormal {
        /// How many losses it rests on.
        n: usize,
        /// The mean of the logarithms of the costs in pounds.
        mu: f64,
        /// Their deviation.
        sigma: f64,
        /// The law, by its 5th and 95th percentile in whole pence.
        severity: Severity,
    },
    /// What an event cost on average, as a fixed cost.
    Mean {
        /// How many events it rests on.
        events: u64,
        /// The mean, to the nearest penny.
        severity: Severity,
        /// Why there is no law.
        why: WhyNoLaw,
    },
}

/// Why no law is fitted to losses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNoLaw {
    /// Of some events only the sum of their costs is known.
    NotSingle,
    /// Some event cost nothing, which no lognormal law allows.
    CostNothing,
    /// There are not two different costs.
    AllAlike,
    /// The costs lie further apart than any law that may be entered, or too close together for whole pence.
    NoSuchLaw,
}

impl CostFit {
    /// Whether it rests on fewer than [`FEW`] events.
    #[must_use]
    pub fn is_scant(&self) -> bool {
        match self {
            Self::Lognormal { n, .. } => *n < FEW,
            Self::Mean { events, .. } => *events < FEW as u64,
        }
    }

    /// The law of the cost of one event.
    #[must_use]
    pub fn severity(&self) -> &Severity {
        match self {
            Self::Lognormal { severity, .. } | Self::Mean { severity, .. } => severity,
        }
    }
}

/// What these losses say of the cost of one event; none without an event. Costs below nought are an error.
pub fn fit_cost(entries: &[Seen]) -> Result<Option<CostFit>, SeverityError> {
    let events: u64 = entries.iter().map(|entry| u64::from(entry.count)).sum();
    if events == 0 {
        return Ok(None);
    }
    match law(entries) {
        Ok(law) => Ok(Some(law)),
        Err(why) => {
            let sum: i128 = entries.iter().map(|entry| i128::from(entry.cost.pence())).sum();
            let mean = (sum as f64 / events as f64).round() as i64;
            let severity =
                Severity::new(SeverityLaw::Fixed { amount: Pence::new(mean).unwrap_or_default() })?;
            Ok(Some(CostFit::Mean { events, severity, why }))
        }
    }
}

fn law(entries: &[Seen]) -> Result<CostFit, WhyNoLaw> {
    let seen = || entries.iter().filter(|entry| entry.count > 0);
    if seen().any(|entry| entry.count > 1) {
        return Err(WhyNoLaw::NotSingle);
    }
    let costs: Vec<Pence> = seen().map(|entry| entry.cost).collect();
    if costs.iter().any(|cost| *cost <= Pence::default()) {
        return Err(WhyNoLaw::CostNothing);
    }
    if costs.iter().all(|cost| *cost == costs[0]) {
        return Err(WhyNoLaw::AllAlike);
    }
    let logs: Vec<f64> = costs.iter().map(|cost| libm::log(cost.pounds())).collect();
    let n = logs.len() as f64;
    let mu = logs.iter().sum::<f64>() / n;
    let sigma = libm::sqrt(logs.iter().map(|log| (log - mu) * (log - mu)).sum::<f64>() / n);
    let severity = lognormal(mu, sigma).ok_or(WhyNoLaw::NoSuchLaw)?;
    Ok(CostFit::Lognormal { n: logs.len(), mu, sigma, severity })
}

fn lognormal(mu: f64, sigma: f64) -> Option<Severity> {
    let reach = sigma * normal::quantile(0.95);
    let at = |log: f64| Pence::new((libm::exp(log) * 100.0).round() as i64).ok();
    Severity::new(SeverityLaw::Lognormal { low: at(mu - reach)?, high: at(mu + reach)? }).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loss::controls::fixtures::pounds;

    fn seen(losses: &[(u32, i64)]) -> Vec<Seen> {
        losses.iter().map(|(count, cost)| Seen { year: 2020, count: *count, cost: pounds(*cost) }).collect()
    }

    /// Computed with SciPy 1.17.1, `lognorm.fit` with `floc = 0`.
    #[test]
    fn single_losses_give_the_lognormal_law_of_greatest_likelihood() {
        let losses = seen(&[(1, 1_000), (1, 2_500), (1, 4_000), (1, 800), (1, 12_000)]);
        let fit = fit_cost(&losses).expect("sound").expect("events");
        assert!(!fit.is_scant());
        let CostFit::Lognormal { n, mu, sigma, severity } = fit else { unreachable!("{fit:?}") };
        assert_eq!(n, 5);
        assert!(
            (mu - 7.820_624_917_275_704).abs() < 1e-12 && (sigma - 0.981_763_717_098_353_4).abs() < 1e-12
        );
        let law = SeverityLaw::Lognormal {
            low: Pence::new(49_560).expect("small"),
            high: Pence::new(1_252_501).expect("small"),
        };
        assert_eq!(severity.law(), &law);
        assert!((severity.mean() / 4_034.166_191_584_476_6 - 1.0).abs() < 1e-5);
    }

    #[test]
    fn otherwise_the_mean_stands_and_says_why() {
        for (losses, mean, why) in [
            (&[(41, 45_000), (1, 200)][..], 107_619, WhyNoLaw::NotSingle),
            (&[(1, 0), (1, 500)], 25_000, WhyNoLaw::CostNothing),
            (&[(1, 500), (0, 0)], 50_000, WhyNoLaw::AllAlike),
            (&[(1, 500), (1, 500)], 50_000, WhyNoLaw::AllAlike),
            (&[(3, 0)], 0, WhyNoLaw::NotSingle),
            (&[(1, 1), (1, 1_000_000_000_000)], 50_000_000_000_050, WhyNoLaw::NoSuchLaw),
        ] {
            let fit = fit_cost(&seen(losses)).expect("sound").expect("events");
            let fixed = SeverityLaw::Fixed { amount: Pence::new(mean).expect("an amount") };
            assert_eq!(fit.severity().law(), &fixed, "{losses:?}");
            assert!(matches!(fit, CostFit::Mean { why: found, .. } if found == why), "{losses:?}: {fit:?}");
        }
    }

    #[test]
    fn few_losses_are_said_to_be_few_and_none_say_nothing() {
        assert!(
            fit_cost(&seen(&[(1, 100), (1, 200)])).is_ok_and(|fit| fit.is_some_and(|fit| fit.is_scant()))
        );
        assert_eq!(fit_cost(&seen(&[(0, 0)])), Ok(None));
        assert!(fit_cost(&seen(&[(1, -100)])).is_err());
    }
}
